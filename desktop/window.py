"""The window: sidebar, bar, paper and panel laid out, folded by width and by wish, and walked between by key."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop import swedish
from desktop.actions import Actions
from desktop.hints import Pairs
from desktop.panels.banner import Banner
from desktop.panels.earlier import EarlierPanel
from desktop.panels.findbar import FindBar
from desktop.panels.sidebar import Sidebar
from desktop.panels.start import StartPage
from desktop.panels.topbar import TopBar
from desktop.paper.sheet import Sheet
from desktop.reader import Reader
from desktop.theme import Theme
from desktop.theme.parts import KeyRow, row
from desktop.windowstate import Folds, WindowState

FOLD_EARLIER_BELOW = 1180
FOLD_SIDEBAR_BELOW = 960


class MainWindow(QMainWindow):
    """Holds the panes. What they say is wired by `desk`; here they are only placed."""

    closing = Signal()
    """The user wants to leave; the desk saves and then calls `leave`."""
    escaped = Signal()
    """Esc, when nothing closer wanted it."""

    def __init__(self, theme: Theme, state: WindowState) -> None:
        super().__init__()
        self.setWindowTitle(swedish.PROGRAM)
        self.setMinimumSize(480, 360)
        self._state = state
        self.sidebar = Sidebar(theme)
        self.topbar = TopBar(theme)
        self.banner = Banner(theme)
        self.start = StartPage(theme)
        self.sheet = Sheet(theme)
        self.earlier = EarlierPanel(theme)
        self.reader = Reader(theme)
        self.findbar = FindBar(theme)
        self.hintline = KeyRow(theme)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.sheet)
        self._alone = False
        self._may_leave = False
        self._application = cast("QApplication", QApplication.instance())
        self._reads = False
        self._forced: set[str] = set()
        self._lay_out()
        self.folds = Folds()

    def restore(self) -> None:
        """Put the window where it was last time."""
        self.resize(1440, 900)
        self.folds = self._state.restore(self)
        self.fold()

    def keep_on_screen(self) -> None:
        """No larger than the screen, which is a small one when the text is large."""
        self.resize(self.size().boundedTo(self.screen().availableSize()))

    def set_actions(self, actions: Actions) -> None:
        """Give the menu bar its menus. The bar shows itself on Alt and F10, as the sketches have none."""
        actions.fill(self.menuBar())
        self.menuBar().setVisible(self.menuBar().isNativeMenuBar())
        self.topbar.menu_wanted.connect(self.toggle_menu)
        self._application.focusChanged.connect(self._on_focus)

    def toggle_menu(self) -> None:
        """Show the menu bar with its first heading chosen, or hide it."""
        bar = self.menuBar()
        if bar.isNativeMenuBar():
            return
        bar.setVisible(not bar.isVisible())
        if bar.isVisible():
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            bar.setActiveAction(bar.actions()[0])

    def show_page(self, *, paper: bool) -> None:
        """The paper, or the start page."""
        middle = self.sheet if paper else self.start
        if self.holds_focus(self.pages) and self.pages.currentWidget() is not middle:
            middle.show()
            middle.setFocus()  # before the other is hidden, which would hand it to any button
        self.pages.setCurrentWidget(middle)
        self.fold()

    @property
    def shows_paper(self) -> bool:
        """True while the paper and not the start page stands in the middle."""
        return self.pages.currentWidget() is self.sheet

    def show_hints(self, pairs: Pairs) -> None:
        """The keys that matter here."""
        self.hintline.show_pairs(pairs)

    def fold(self) -> None:
        """Show the panes that are wanted and have room; a pane that was asked for by key shows even so."""
        sidebar = self.folds.sidebar and self.width() >= FOLD_SIDEBAR_BELOW
        earlier = self.folds.earlier and self.width() >= FOLD_EARLIER_BELOW and self.shows_paper
        sidebar = ("sidebar" in self._forced) or (sidebar and not self._alone)
        earlier = ("earlier" in self._forced and self.shows_paper) or (earlier and not self._alone)
        reads = self._reads and self.shows_paper
        earlier = earlier and not reads
        beside = reads or "earlier" in self._forced
        sidebar = sidebar and not (beside and self.width() < FOLD_EARLIER_BELOW and "sidebar" not in self._forced)
        self.reader.setFixedWidth(self.reader.width_in(self.width()))
        for pane, shown in ((self.sidebar, sidebar), (self.earlier, earlier), (self.reader, reads)):
            if not shown and pane.isVisible() and self.holds_focus(pane):
                self.focus_middle()
            pane.setVisible(shown)
        self.topbar.show_folds(sidebar=not sidebar, earlier=self.shows_paper and not earlier)

    def show_pane(self, name: str) -> None:
        """Unfold "sidebar" or "earlier" although there is little room; it folds again when it is left."""
        self._forced.add(name)
        self.fold()

    def show_reader(self, *, shown: bool) -> None:
        """Earlier minutes beside the paper, in the place of the cards; or no longer."""
        self._reads = shown
        self.fold()

    def release_panes(self) -> None:
        """Fold what was only unfolded for a moment."""
        if self._forced:
            self._forced.clear()
            self.fold()

    def toggle_pane(self, name: str) -> None:
        """The user folds or unfolds a pane for good."""
        pane = self.sidebar if name == "sidebar" else self.earlier
        shown = pane.isVisible()
        self._forced.discard(name)
        sidebar = not shown if name == "sidebar" else self.folds.sidebar
        earlier = not shown if name == "earlier" else self.folds.earlier
        self.folds = Folds(sidebar, earlier)
        if not shown:
            self._forced.add(name)
        self.fold()

    def toggle_alone(self) -> None:
        """The paper alone, or everything again."""
        self._alone = not self._alone
        self._forced.clear()
        self.fold()

    @property
    def is_alone(self) -> bool:
        """True while only the paper is shown."""
        return self._alone

    def focus_middle(self) -> None:
        """Back to the paper, at exactly the caret that was left, or to the start page."""
        if self.shows_paper:
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.start.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self, by: int) -> None:
        """Paper → earlier decisions, if there are any → sidebar → top bar → banner, if one stands, and round."""
        panes = self._panes()
        here = next((n for n, (pane, _) in enumerate(panes) if self.holds_focus(pane)), 0)
        panes[(here + by) % len(panes)][1]()

    def leave(self) -> None:
        """Close the window: everything is taken care of."""
        self._may_leave = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the desk save first; then go."""
        if not self._may_leave:
            self.closing.emit()
        if self._may_leave:
            self._state.keep(self, self.folds)
        event.setAccepted(self._may_leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold by width."""
        super().resizeEvent(event)
        self.fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody closer took leads back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Alt:
            self._application.installEventFilter(self)
        elif event.key() == Qt.Key.Key_F10:
            self.toggle_menu()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Alt alone, pressed and released, shows the menu bar; listens only while Alt is down: it costs every event."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.WindowDeactivate}:
            return False
        self._application.removeEventFilter(self)
        alone = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt
        if alone and event.type() == QEvent.Type.KeyRelease:
            self.toggle_menu()
            return True
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A menu bar that is left hides itself; when what had the focus has gone, the text gets it."""
        if new is None:
            QTimer.singleShot(0, self, self._keep_focus)
        elif self.menuBar().isVisible() and self._is_elsewhere(new):
            self.menuBar().setVisible(self.menuBar().isNativeMenuBar())

    def _keep_focus(self) -> None:
        """No key goes astray while the window is the one that is written in."""
        if self._application.focusWidget() is None and self._application.activeWindow() is self:
            self.focus_middle()

    def _is_elsewhere(self, widget: QWidget) -> bool:
        return widget.window() is self and widget is not self.menuBar()

    def _panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        other = Qt.FocusReason.TabFocusReason
        found: tuple[tuple[QWidget, Callable[[], None]], ...] = (
            (self.pages, self.focus_middle),
            (self.earlier.list, lambda: self.earlier.list.setFocus(other)),
            (self.reader, lambda: self.reader.sheet.setFocus(other)),
            (self.sidebar, lambda: self.sidebar.field.line.setFocus(other)),
            (self.topbar, lambda: self._focus_top(other)),
            (self.banner, self.banner.focus_first),
        )
        return [pane for pane in found if pane[0].isVisible()]

    def _focus_top(self, reason: Qt.FocusReason) -> None:
        (self.topbar.word if self.topbar.word.isVisible() else self.topbar.menu).setFocus(reason)

    def holds_focus(self, pane: QWidget) -> bool:
        """True when the focus is in `pane`."""
        focus = self.focusWidget()
        return focus is not None and (focus is pane or pane.isAncestorOf(focus))

    def _lay_out(self) -> None:
        hints = QFrame()
        hints.setObjectName("hintline")
        hints.setAccessibleName(swedish.HINT_NAME)
        hints.setLayout(row(self.hintline, margins=(24, 0, 18, 0)))
        hints.setFixedHeight(34)
        middle = QWidget()
        middle.setObjectName("paper_side")
        middle.setMinimumWidth(400)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.topbar, self.banner):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addWidget(self.findbar)
        column.addWidget(hints)
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addWidget(middle, 1)
        across.addWidget(self.earlier)
        across.addWidget(self.reader)
        self.setCentralWidget(whole)
