"""The editor: every key made a command of the document, and every change of the document shown."""

import datetime
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop import swedish
from desktop.paper import borders, keys, moves
from desktop.paper.announce import block_words, moved_words
from desktop.paper.answer import Answer, write
from desktop.paper.caret import at_caret
from desktop.paper.view import View
from desktop.paper.words import is_head, plain
from desktop.theme import Theme
from desktop.theme.speech import say
from model.edit.change import Change, Place
from model.edit.document import Document, Forget
from model.edit.parts import kind_of
from model.errors import SealedError
from model.record.ids import TITLE, IdSource, NodeId, RandomIds
from model.record.minutes import Minutes
from model.record.roster import clock

AFTER_THE_PAINT = 1
"""Milliseconds: nought comes before the paint on some systems. First the letter is seen, then all that follows it."""

Where = Literal["title", "header", "item", "subitem", "paragraph", "clause", "row"]

_WHERE: dict[str, Where] = {"item": "item", "subitem": "subitem", "clause": "clause", "row": "row"}
_FLAGS = Qt.TextInteractionFlag
_READING = _FLAGS.TextSelectableByMouse | _FLAGS.TextSelectableByKeyboard


class Editor(View):
    """Reads keys and holds the document; `_do` is the one gate that every change goes through.

    `refused` comes when sealed minutes do not take a change.
    """

    caret_moved = Signal(str)
    """The node that holds the caret: once after it has moved or the words have changed, when that has been painted."""
    left = Signal()
    """The keys go elsewhere."""
    refused = Signal()

    def __init__(self, theme: Theme, ids: IdSource | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._own_ids = ids
        self._ids: IdSource = ids or RandomIds()
        self._document: Document | None = None
        self._forget: Forget | None = None
        self._read_only = False
        self._automatic: Minutes | None = None
        self._told: tuple[NodeId, str] | None = None
        self._takers: list[Callable[[QKeyEvent], bool]] = []
        self._is_behind = False
        self._soon = QTimer(self, singleShot=True, interval=AFTER_THE_PAINT)
        self._soon.timeout.connect(self.catch_up)
        self.now: Callable[[], datetime.datetime] = datetime.datetime.now
        self.cursorPositionChanged.connect(self._on_cursor)

    # What the window asks

    def show_document(self, document: Document | None, *, read_only: bool = False) -> None:
        """Show another document, or none; the caret stands at the start of the title."""
        if self._forget:
            self._forget()
            self._forget = None
        self._document, self._automatic, self._told, self._item = document, None, None, None
        self._begin_paper()
        self.set_read_only(read_only or document is None)
        if document is None:
            return
        self._ids = self._own_ids or RandomIds(document.minutes.node_ids())
        self._load(document.minutes)
        self._forget = document.observe(self._on_change)
        self.put_caret(Place(TITLE))
        self.verticalScrollBar().setValue(0)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed; the caret, the selection and copying stay."""
        self._read_only = read_only
        self.setTextInteractionFlags(_READING if read_only else _FLAGS.TextEditorInteraction)

    def node(self) -> NodeId | None:
        """The node that holds the caret."""
        return self.place().node if self._document else None

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
            self.select(at_caret(place))
            self.ensureCursorVisible()
            self._tell()

    def undo(self) -> None:
        """Take back the document's last step."""
        if self._document and not self._read_only:
            self.say(swedish.spoken_undone(self._document.undo_label))
            self.put_caret(self._document.undo(origin=self))

    def redo(self) -> None:
        """Do the document's last undone step again."""
        if self._document and not self._read_only:
            self.say(swedish.spoken_redone(self._document.redo_label))
            self.put_caret(self._document.redo(origin=self))

    def say(self, words: str) -> None:
        """Let a screen reader say `words`."""
        say(self, words)

    # Keys

    def ask_first(self, taker: Callable[[QKeyEvent], bool]) -> None:
        """Let `taker` see every key that is pressed before the paper does, and take it by answering True."""
        self._takers.insert(0, taker)

    def event(self, event: QEvent) -> bool:
        """Undo, redo and every key that is not the paper's are left to the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not keys.typed_text(event):
                self.catch_up()
            event.setAccepted(keys.is_ours(event))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key: an aid's, a command, a step through the text, or somebody else's."""
        if self._composed is not None:
            QGuiApplication.inputMethod().commit()
            self._end_composing()
        if any(takes(event) for takes in self._takers) or (self._document is not None and self._take(event)):
            event.accept()
        elif keys.is_way(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _take(self, event: QKeyEvent) -> bool:
        """Do what the key says, if it is one of ours."""
        text = keys.typed_text(event)
        if text and not self._read_only:
            self.type(text)
        elif deed := keys.deed(event):
            self._do_deed(deed)
        elif number := keys.item_number(event):
            self._visit(moves.numbered(self._minutes, number), swedish.no_item(number))
        elif self._read_only:
            return False
        elif key := keys.border_key(event):
            self.press(key)
        elif event.key() == Qt.Key.Key_F8 and keys.mods_of(event) == Qt.KeyboardModifier.NoModifier:
            style = self._minutes.style
            self.type(f"{style.clock} {clock(self.now().time(), style)}")
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
        before = self._minutes
        self._do(borders.answer(before, selection, key, self._ids), selection.caret)
        if key in {"move_up", "move_down"} and self._minutes is not before:
            self.say(moved_words(before, self._minutes, selection.caret.node))

    def type(self, text: str) -> None:
        """Write `text` over the selection; what it then says of its block by itself is a step of its own."""
        if self._document is None or self._read_only or not text:
            return
        selection = self.selection()
        self._do(write(self._minutes, selection, text, self._ids), selection.caret)
        if text.endswith((" ", ".", "!")):
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

    def _visit(self, place: Place | None, otherwise: str = "") -> None:
        if place is not None:
            self.go_to(place.node, place.at)
        elif otherwise:
            self.say(otherwise)

    # The gate

    @property
    def _minutes(self) -> Minutes:
        assert self._document is not None
        return self._document.minutes

    def _do(self, answer: Answer, before: Place | None = None) -> None:
        """Apply the command, the caret being at `before`, and put it where the answer says."""
        if self._document is None or self._read_only:
            return
        self._automatic = None
        before = before or self.place()
        if answer.command is not None:
            self._going = answer.caret
            try:
                self._document.apply(answer.command, origin=self, place=answer.caret or before, came_from=before)
            except SealedError:
                self.refused.emit()
                return
            finally:
                self._going = None
        else:
            self._document.end_step()
        if answer.caret is not None:
            self.select(at_caret(answer.caret))
        self.ensureCursorVisible()
        self._tell()

    def _on_change(self, change: Change) -> None:
        self._show_change(change)
        if self._going is None:
            self._tell()

    def _on_cursor(self) -> None:
        """The user moved the caret: what is typed next is a step of its own."""
        if self._settling or self._document is None:
            return
        self._end_composing()
        self._automatic = None
        self._document.end_step()
        self._tell()

    def _tell(self) -> None:
        """The bar beside another item is painted with the words; all else that follows the caret comes after them."""
        item = self.current_item()
        if item != self._item:
            self._item = item
            self.viewport().update()
        if not self._is_behind:
            self._is_behind = True
            self._soon.start()

    def catch_up(self) -> None:
        """Tell where the caret is, if that has not been told; a key that is no letter does not overtake it."""
        node = self.node() if self._is_behind else None
        self._is_behind = False
        if node is None:
            return
        if QAccessible.isActive():
            self._tell_block(node)
        self.caret_moved.emit(node)

    def _tell_block(self, node: NodeId) -> None:
        """Say what block the caret is in, when it is another one or has become another kind; once it has the focus."""
        told = node, "" if is_head(node) else kind_of(self._minutes.block(node))
        if told != self._told and self.hasFocus():
            self._told = told
            self.say(block_words(self._minutes, node))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What stands at the caret goes."""
        super().focusOutEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Back from elsewhere: where the caret stands is said again, after what the screen reader says of itself."""
        super().focusInEvent(event)
        self._told = None
        QTimer.singleShot(0, self, self._tell_again)

    def _tell_again(self) -> None:
        node = self.node()
        if node is not None and QAccessible.isActive():
            self._tell_block(node)
