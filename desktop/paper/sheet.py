"""The sheet: the text field that shows one document, turns keys into commands and lets the mirror write the answers."""

import datetime
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from desktop import swedish
from desktop.paper import borders, clipboard, fragment, keys, moves
from desktop.paper.announce import block_words
from desktop.paper.answer import Answer, given, write
from desktop.paper.caret import Selection, at_caret, place_of, points, position_of, selection_of
from desktop.paper.derived import Derived
from desktop.paper.formats import Formats
from desktop.paper.mirror import Mirror
from desktop.paper.paint import Painter
from desktop.paper.words import is_head, nodes, plain
from desktop.theme import Theme
from model.edit.change import Change, Place
from model.edit.document import Document, Forget
from model.edit.parts import kind_of
from model.errors import SealedError
from model.record.ids import TITLE, IdSource, NodeId, RandomIds
from model.record.links import Link
from model.record.minutes import Minutes, UnknownNodeError
from model.record.roster import clock

Where = Literal["title", "header", "item", "subitem", "paragraph", "clause", "row"]

_WHERE: dict[str, Where] = {"item": "item", "subitem": "subitem", "clause": "clause", "row": "row"}
WIDEST = 780
_FLAGS = Qt.TextInteractionFlag
_READING = _FLAGS.TextSelectableByMouse | _FLAGS.TextSelectableByKeyboard


class Sheet(QTextEdit):
    """One caret, one selection, one history over the whole document. It shows; the record is the truth.

    `caret_moved` tells the node that holds the caret; `refused` comes when sealed minutes do not take a change.
    """

    caret_moved = Signal(str)
    refused = Signal()

    def __init__(
        self, theme: Theme, document: Document | None = None, ids: IdSource | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._formats, self._derived = Formats(theme), Derived(theme)
        self._own_ids = ids
        self._ids: IdSource = ids or RandomIds()
        self._document: Document | None = None
        self._forget: Forget | None = None
        self._read_only = self._settling = False
        self._automatic: Minutes | None = None
        self._told: NodeId | None = None
        self._told_item: NodeId | None = None
        self._chip_name: Callable[[Link], str] | None = None
        self.now: Callable[[], datetime.datetime] = datetime.datetime.now
        self._adopting = QTimer(self, singleShot=True, interval=0)
        self._adopting.timeout.connect(self._adopt)
        self._set_up()
        self._begin_paper()
        self._dress()
        theme.changed.connect(self._dress)
        self.cursorPositionChanged.connect(self._on_cursor)
        if document is not None:
            self.show_document(document)

    def _set_up(self) -> None:
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(swedish.PAPER_NAME)

    def _begin_paper(self) -> None:
        """A new QTextDocument: one for each open set of minutes."""
        paper = QTextDocument(self)
        paper.setUndoRedoEnabled(False)
        paper.setDocumentMargin(0)
        paper.setDefaultFont(self._formats.font("paragraph"))
        self._settling = True
        before = self.document()
        self.setDocument(paper)
        before.deleteLater()
        self._settling = False
        self._mirror = Mirror(paper, self._formats, self._derived)
        self._painter = Painter(self._theme, self._formats, self._derived, self._mirror)
        if self._chip_name:
            self._painter.chip_name = self._chip_name
        paper.contentsChange.connect(self._on_contents)
        paper.documentLayout().documentSizeChanged.connect(lambda _: self.viewport().update())

    # What the window asks

    def show_document(self, document: Document | None, *, read_only: bool = False) -> None:
        """Show another document, or none; the caret stands in the first empty place of the body, else in the title."""
        if self._forget:
            self._forget()
            self._forget = None
        self._document, self._automatic, self._told = document, None, None
        self._begin_paper()
        self.set_read_only(read_only or document is None)
        if document is None:
            return
        self._ids = self._own_ids or RandomIds(document.minutes.node_ids())
        self._settling = True
        self._mirror.load(document.minutes)
        self._settling = False
        self._forget = document.observe(self._on_change)
        self.put_caret(Place(TITLE))
        self.verticalScrollBar().setValue(0)

    def set_document(self, document: Document | None) -> None:
        """Show another document for writing."""
        self.show_document(document)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed; the caret, the selection and copying stay."""
        self._read_only = read_only
        self.setTextInteractionFlags(_READING if read_only else _FLAGS.TextEditorInteraction)

    def name_links(self, chip_name: Callable[[Link], str]) -> None:
        """Let `chip_name` give the chips of links their words: whoever knows the archive knows the numbers."""
        self._chip_name = self._painter.chip_name = chip_name
        self.viewport().update()

    def node(self) -> NodeId | None:
        """The node that holds the caret."""
        return self.place().node if self._document else None

    def place(self) -> Place:
        """Where the caret is."""
        return place_of(self.document(), self._mirror.ids, self.textCursor().position())

    def selection(self) -> Selection:
        """What is selected."""
        return selection_of(self.textCursor(), self._mirror.ids)

    def current_item(self) -> NodeId | None:
        """The item of level 1 that holds the caret; None in the header and in a closing."""
        node = self.node()
        return self._derived.item(self._document.minutes, node) if self._document and node else None

    def where(self) -> tuple[Where, bool]:
        """What sort of block the caret is in, and if it is empty."""
        node = self.node()
        if self._document is None or node is None:
            return "title", True
        empty = not plain(self._document.minutes, node)
        if is_head(node):
            return ("title" if node == TITLE else "header"), empty
        return _WHERE.get(kind_of(self._document.minutes.block(node)), "paragraph"), empty

    def hint_context(self) -> str:
        """A code for the hint line: `title`, `header`, `heading`, `empty_clause` …, or `selection`."""
        if self.textCursor().hasSelection():
            return "selection"
        kind, empty = self.where()
        if empty and kind in {"paragraph", "clause"}:
            return f"empty_{kind}"
        return {"item": "heading", "subitem": "subheading"}.get(kind, kind)

    def go_to(self, node: NodeId, at: int = 0) -> None:
        """Put the caret into `node` and its block where it is easily read."""
        self.put_caret(Place(node, at))
        rect = self.cursorRect()
        if not 40 <= rect.top() <= self.viewport().height() * 0.6:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - 80)

    def put_caret(self, place: Place | None) -> None:
        """Put the caret at `place`, if its node is there."""
        if place is not None:
            self._select(at_caret(place))
            self.ensureCursorVisible()
            self._tell()

    def undo(self) -> None:
        """Take back the document's last step."""
        if self._document and not self._read_only:
            self.put_caret(self._document.undo(origin=self))

    def redo(self) -> None:
        """Do the document's last undone step again."""
        if self._document and not self._read_only:
            self.put_caret(self._document.redo(origin=self))

    def say(self, words: str) -> None:
        """Let a screen reader say `words`."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # Keys

    def event(self, event: QEvent) -> bool:
        """Undo, redo and every key that is not the paper's are left to the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(keys.is_ours(event))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key: a command, a step through the text, or somebody else's."""
        if self._document is not None and self._take(event):
            event.accept()
        elif keys.is_way(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _take(self, event: QKeyEvent) -> bool:
        """Do what the key says, if it is one of ours."""
        if deed := keys.deed(event):
            self._do_deed(deed)
        elif number := keys.item_number(event):
            self._visit(moves.numbered(self._minutes, number))
        elif self._read_only:
            return False
        elif key := keys.border_key(event):
            self.press(key)
        elif event.key() == Qt.Key.Key_F8 and keys.mods_of(event) == Qt.KeyboardModifier.NoModifier:
            style = self._minutes.style
            self.type(f"{style.clock} {clock(self.now().time(), style)}")
        elif text := keys.typed_text(event):
            self.type(text)
        else:
            return False
        return True

    def press(self, key: borders.Key) -> None:
        """Do what the border key says."""
        if self._document is None or self._read_only:
            return
        selection = self.selection()
        if key == "backspace" and self._automatic is self._minutes and selection.is_empty:
            self.undo()
            return
        self._do(borders.answer(self._minutes, selection, key, self._ids))

    def type(self, text: str) -> None:
        """Write `text` over the selection; what it then says of its block by itself is a step of its own."""
        if self._document is None or self._read_only or not text:
            return
        self._do(write(self._minutes, self.selection(), text, self._ids))
        if text.endswith(" "):
            said = borders.automatic(self._minutes, self.place())
            if said is not None:
                self._document.end_step()
                self._do(said)
                self._automatic = self._minutes

    def _do_deed(self, deed: keys.Deed) -> None:
        if deed == "select_all":
            self.selectAll()
        elif deed == "copy":
            self.copy()
        elif deed == "cut":
            self.cut()
        elif deed == "paste":
            self.paste()
        else:
            place = self.place()
            self._visit(moves.neighbour(self._minutes, place.node, 1 if deed == "next_item" else -1))

    def _visit(self, place: Place | None) -> None:
        if place is not None:
            self.go_to(place.node, place.at)

    # The gate

    @property
    def _minutes(self) -> Minutes:
        assert self._document is not None
        return self._document.minutes

    def _do(self, answer: Answer) -> None:
        """Apply the command and put the caret where the answer says."""
        if self._document is None or self._read_only:
            return
        self._automatic = None
        before = self.place()
        if answer.command is not None:
            try:
                self._document.apply(answer.command, origin=self, place=answer.caret or before, came_from=before)
            except (SealedError, UnknownNodeError):
                self.refused.emit()
                return
        else:
            self._document.end_step()
        if answer.caret is not None:
            self._select(at_caret(answer.caret))
        self.ensureCursorVisible()
        self._tell()

    def _on_change(self, change: Change) -> None:
        """Write what differs. The selection stays on its words, whoever made the change."""
        selection = self.selection()
        self._settling = True
        arranged = self._mirror.show(change.after, change.touched)
        self._settling = False
        self._select(selection)
        if arranged or len(change.touched) != 1 or change.after.id in change.touched:
            self.viewport().update()
            return
        for node in change.touched & set(self._mirror.ids):
            block = self.document().findBlockByNumber(self._mirror.ids.index(node))
            box = self.document().documentLayout().blockBoundingRect(block)
            top = box.top() - self.verticalScrollBar().value() - 30
            self.viewport().update(0, int(top), self.viewport().width(), int(box.height()) + 40)

    def _select(self, selection: Selection) -> None:
        """Put anchor and caret back; a place that is gone becomes the nearest end of the paper's text."""
        paper, ids = self.document(), self._mirror.ids
        anchor, caret = (position_of(paper, ids, place) for place in selection)
        cursor = self.textCursor()
        if caret is None or (caret == cursor.position() and anchor == cursor.anchor()):
            return
        cursor.setPosition(caret if anchor is None else anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        self._settling = True
        self.setTextCursor(cursor)
        self._settling = False

    def _on_cursor(self) -> None:
        """The user moved the caret: what is typed next is a step of its own."""
        if self._settling or self._mirror.is_writing or self._document is None:
            return
        self._automatic = None
        self._document.end_step()
        self._tell()

    def _tell(self) -> None:
        node = self.node()
        if node is None:
            return
        item = self.current_item()
        if item != self._told_item:
            self._told_item = item
            self.viewport().update()
        if node != self._told:
            self._told = node
            if QAccessible.isActive():
                self.say(block_words(self._minutes, node))
        self.caret_moved.emit(node)

    def _on_contents(self, _position: int, _removed: int, _added: int) -> None:
        """Somebody else wrote on the paper: a screen reader's editing, or Qt after a drag to another window."""
        if not self._mirror.is_writing and not self._settling and self._document is not None:
            self._adopt_soon()

    def _adopt_soon(self) -> None:
        self._adopting.start()

    def _adopt(self) -> None:
        """Make a command of what was written into one block; anything more is written over with the record."""
        if self._document is None:
            return
        minutes, paper = self._minutes, self.document()
        texts = [paper.findBlockByNumber(n).text().replace("\u2028", "\n") for n in range(paper.blockCount())]
        wanted = [plain(minutes, node) for node in self._mirror.ids]
        if texts == wanted:
            return
        differing = [n for n, (text, want) in enumerate(zip(texts, wanted, strict=False)) if text != want]
        if len(texts) == len(wanted) and len(differing) == 1 and not self._read_only:
            node, text = self._mirror.ids[differing[0]], texts[differing[0]]
            block = paper.findBlockByNumber(differing[0])
            at = points(block.text(), max(0, self.textCursor().position() - block.position()))
            self._do(Answer(given(minutes, node, text, at, self._ids), Place(node, at)))
        if [paper.findBlockByNumber(n).text() for n in range(paper.blockCount())] != [
            plain(self._minutes, node).replace("\n", "\u2028") for node in nodes(self._minutes)
        ]:
            self._settling = True
            self._mirror.load(self._minutes)
            self._settling = False

    # Clipboard, drops, input methods

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is selected, with all that is painted put in."""
        return clipboard.mime(self._minutes, self.selection())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """True if there are words to take."""
        return not self._read_only and clipboard.may_take(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """The one gate for paste, drop and middle click."""
        if self._document is None or self._read_only or source is None:
            return
        self._do(fragment.paste(self._minutes, self.selection(), clipboard.blocks(source), self._ids))

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self._document is not None and self.textCursor().hasSelection():
            QGuiApplication.clipboard().setMimeData(self.createMimeDataFromSelection())

    def cut(self) -> None:
        """Copy what is selected and delete it."""
        if self.textCursor().hasSelection():
            self.copy()
            self.press("delete")

    def paste(self) -> None:
        """Take what is on the clipboard."""
        source = QGuiApplication.clipboard().mimeData()
        if source is not None:
            self.insertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:
        """A drop is a paste where it falls; never Qt's own move."""
        super().dragLeaveEvent(QDragLeaveEvent())
        if self._document is None or self._read_only or not clipboard.may_take(event.mimeData()):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        self.insertFromMimeData(event.mimeData())
        event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is committed is typed; what is still composed is only shown, and is not text."""
        if self._document is None or self._read_only:
            event.ignore()
            return
        committed, length = event.commitString(), event.replacementLength()
        if length:
            self._replace_before(event.replacementStart(), length)
        elif self.textCursor().hasSelection() and (committed or event.preeditString()):
            self.press("delete")
        shown = QInputMethodEvent("" if committed else event.preeditString(), event.attributes())
        super().inputMethodEvent(shown)
        if committed:
            self.type(committed)
            if event.preeditString():
                super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))
        event.accept()

    def _replace_before(self, start: int, length: int) -> None:
        """Delete what an input method wants to replace, counted in UTF-16 from the caret, inside the block."""
        cursor = self.textCursor()
        block = cursor.block()
        low = min(max(cursor.position() + start, block.position()), block.position() + block.length() - 1)
        high = min(max(low + length, low), block.position() + block.length() - 1)
        cursor.setPosition(low)
        cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if cursor.hasSelection():
            self.press("delete")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste: through the gate, which Qt's own menu would go round."""
        menu = QMenu(self)
        for name, deed in (("cut", self.cut), ("copy", self.copy), ("paste", self.paste)):
            action = menu.addAction(swedish.ACTIONS[name])
            action.triggered.connect(deed)
            selected = self.textCursor().hasSelection()
            action.setEnabled((name == "copy" or not self._read_only) and (name == "paste" or selected))
        menu.addSeparator()
        menu.addAction(swedish.ACTIONS["select_all"]).triggered.connect(self.selectAll)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # Looks

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; never zoom, which would change the fonts behind the theme."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the sheet."""
        self._centre(event.size())
        super().resizeEvent(event)

    def _centre(self, _size: QSize) -> None:
        width = min(WIDEST, self.width() - 48)
        left = max(24, (self.width() - width) // 2 - 4)
        right = max(12, self.width() - width - left - 12)
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet below, the words by Qt, all that is painted and never typed above."""
        offset, exposed = self.verticalScrollBar().value(), QRectF(event.rect())
        painter = QPainter(self.viewport())
        painter.setClipRect(exposed)
        self._painter.sheet(painter, self.document(), offset, QRectF(self.viewport().rect()))
        painter.end()
        super().paintEvent(event)
        if self._document is None:
            return
        painter = QPainter(self.viewport())
        painter.setClipRect(exposed)
        self._painter.marks(painter, self.document(), offset, exposed, self.place().node)
        painter.end()

    def _dress(self) -> None:
        roles, palette = QPalette.ColorRole, self.palette()
        for role, colour in (
            (roles.Base, QColor(Qt.GlobalColor.transparent)),
            (roles.Text, self._theme.text),
            (roles.Highlight, self._theme.sel),
            (roles.HighlightedText, self._theme.text),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)
        self.viewport().update()
