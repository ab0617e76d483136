"""Earlier minutes opened beside the draft, and their words taken along: as a quotation with its address."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop import swedish
from desktop.answers import loaded
from desktop.background import Asker
from desktop.memory.quoting import at_address, quoted
from desktop.panels.values import Find
from desktop.session import Session
from desktop.window import MainWindow
from model.errors import MinutesError
from model.record.ids import NodeId
from model.record.minutes import Minutes


class Reading(QObject):
    """Reads in the worker, shows in the window's reader. `wanted` carries path and node when nothing is open."""

    wanted = Signal(Path, object)
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, window: MainWindow, session: Session, asker: Asker) -> None:
        super().__init__(window)
        self._window, self._session, self._asker = window, session, asker
        self._ticket = 0
        window.reader.left.connect(window.focus_middle)
        window.reader.closed.connect(self.close)
        window.escaped.connect(self._on_escape)
        session.opened.connect(self._on_opened)

    def read(self, path: Path, node: str) -> None:
        """Show `path` at `node`: in the draft itself, beside it, or as the open minutes when nothing else is."""
        if self._session.document is None:
            self.wanted.emit(path, NodeId(node) if node else None)
        elif path == self._session.path:
            self._window.sheet.go_to(NodeId(node))
            self._window.focus_middle()
        else:
            self._load(path, lambda minutes: self._show(minutes, path, NodeId(node) if node else None))

    def read_address(self, path: Path, address: str) -> None:
        """Show `path` at a place as minutes are cited: `4/2015 § 7 b p 1`."""
        if self._session.document is None:
            self.wanted.emit(path, None)
        else:
            self._load(path, lambda minutes: self._show(minutes, path, at_address(minutes, address)))

    def close(self) -> None:
        """Put the reader away."""
        had = self._window.holds_focus(self._window.reader)
        self._keep_caret_where_it_is()
        self._window.show_reader(shown=False)
        self._window.reader.clear()
        if had:
            self._window.focus_middle()

    def copy_quotation(self, find: Find | None) -> None:
        """Put the words that are read, else those of `find`, on the clipboard as a quotation with their address."""
        reader = self._window.reader
        node = reader.sheet.node()
        if self._window.holds_focus(reader) and reader.minutes is not None and node is not None:
            self._copy(reader.minutes, node)
        elif find is not None:
            self._load(find.path, lambda minutes: self._copy(minutes, NodeId(find.node)))

    def with_minutes(self, find: Find, then: Callable[[Minutes], None]) -> None:
        """The minutes that `find` stands in, read in the worker."""
        self._load(find.path, then)

    def _copy(self, minutes: Minutes, node: NodeId) -> None:
        words = quoted(minutes, node)
        if words:
            QGuiApplication.clipboard().setText(words)
            self._window.sheet.say(swedish.QUOTE_COPIED)
            self.said.emit(words)

    def _load(self, path: Path, then: Callable[[Minutes], None]) -> None:
        self._asker.forget(self._ticket)

        def failed(error: MinutesError) -> None:
            self.failed.emit(error)

        self._ticket = self._asker.ask("load", lambda answer: then(loaded(answer).minutes), failed, path=path)

    def _show(self, minutes: Minutes, path: Path, node: NodeId | None) -> None:
        if self._session.document is None:
            return
        self._keep_caret_where_it_is()
        self._window.show_reader(shown=True)
        self._window.reader.show_minutes(minutes, path, node)
        self._window.reader.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_caret_where_it_is(self) -> None:
        """The paper becomes narrower or wider: let the line of the caret stand at the same height afterwards."""
        sheet, bar = self._window.sheet, self._window.sheet.verticalScrollBar()
        top = sheet.cursorRect().top()
        QTimer.singleShot(0, sheet, lambda: bar.setValue(bar.value() + sheet.cursorRect().top() - top))

    def _on_escape(self) -> None:
        """Esc in the draft: what stands beside it goes away."""
        if self._window.reader.isVisible() and self._window.sheet.hasFocus():
            self.close()

    def _on_opened(self) -> None:
        if self._window.reader.isVisible():
            self.close()
