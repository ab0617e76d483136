"""The sheet: the editor, open to what comes from outside: paste, drops, input methods, menus and screen readers."""

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop import swedish
from desktop.paper import clipboard, fragment
from desktop.paper.answer import Answer, given
from desktop.paper.editor import Editor
from desktop.paper.words import plain
from desktop.theme import Theme
from model.edit.change import Place
from model.edit.document import Document
from model.record.ids import IdSource


class Sheet(Editor):
    """One caret, one selection, one history over the whole document. Whatever writes here becomes a command."""

    def __init__(
        self, theme: Theme, document: Document | None = None, ids: IdSource | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, ids, parent)
        self._adopting = QTimer(self, singleShot=True, interval=0)
        self._adopting.timeout.connect(self._adopt)
        self.textChanged.connect(self._on_text)
        if document is not None:
            self.show_document(document)

    # Clipboard

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

    # Input methods

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
        self._compose("" if committed else event.preeditString(), event)
        if committed:
            self.type(committed)
            if event.preeditString():
                self._compose(event.preeditString(), event)
        event.accept()

    def _compose(self, signs: str, event: QInputMethodEvent) -> None:
        """Show `signs` at the caret as the event says; they are not text."""
        super().inputMethodEvent(QInputMethodEvent(signs, event.attributes()))
        self._composed = self.textCursor().blockNumber() if signs else None

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

    # What was written past the gate

    def _on_text(self) -> None:
        """Somebody else wrote on the paper: a screen reader's editing, or Qt after a drag to another window."""
        if not self._settling and self._document is not None:
            self._adopting.start()

    def _adopt(self) -> None:
        """Make a command of what was written into one block; anything more is written over with the record."""
        if self._document is None:
            return
        written, wanted = self._written(), [plain(self._minutes, node) for node in self.mirror.ids]
        differing = [n for n, pair in enumerate(zip(written, wanted, strict=False)) if pair[0] != pair[1]]
        if len(written) == len(wanted) and len(differing) == 1:
            node, text = self.mirror.ids[differing[0]], written[differing[0]]
            at = self.place().at if self.place().node == node else len(text)
            self._do(Answer(given(self._minutes, node, text, at, self._ids), Place(node, at)))
        if self._written() != [plain(self._minutes, node) for node in self.mirror.ids]:
            self._load(self._minutes)

    def _written(self) -> list[str]:
        """What stands in the paper's blocks."""
        paper = self.document()
        return [paper.findBlockByNumber(n).text().replace("\u2028", "\n") for n in range(paper.blockCount())]
