"""The bar over the paper: whose minutes, which minutes, whether they are saved, and the way to Word."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from desktop import swedish
from desktop.theme import Theme
from desktop.theme.parts import Button, IconButton, IconLabel, label, row, set_tone

HEIGHT = 48

NARROW = 520
"""Pixels below which the body's name is left out."""


class TopBar(QFrame):
    """The bar; the fold buttons show only when their pane is folded away."""

    word_wanted = Signal()
    menu_wanted = Signal()
    sidebar_wanted = Signal()
    earlier_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAccessibleName(swedish.PANE_TOP)
        self.setFixedHeight(HEIGHT)
        self._body = label(theme, "", 13, "mute")
        self._name = label(theme, "", 13, "text", 500)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sign = IconLabel(theme, "circle-check", "ok", 15)
        self._state = label(theme, "", 13, "mute")
        self.word = Button(theme, swedish.TO_WORD, "file-text")
        self.word.setToolTip(swedish.TO_WORD_TIP)
        self.unfold_sidebar = IconButton(theme, "panel-left", swedish.SHOW_SIDEBAR)
        self.unfold_earlier = IconButton(theme, "history", swedish.SHOW_EARLIER)
        self.menu = IconButton(theme, "menu", swedish.MENU_NAME)
        chevron = IconLabel(theme, "chevron-right", "faint", 14)
        self._crumbs = (self._body, chevron, self._name)
        layout = row(
            self.unfold_sidebar, self._body, chevron, self._name, self._sign, self._state, 10, self.word,
            self.unfold_earlier, self.menu, margins=(24, 0, 14, 0), gap=8,
        )  # fmt: skip
        layout.setStretch(layout.indexOf(self._name), 1)
        self.setLayout(layout)
        self._body.setMinimumWidth(0)
        self.word.clicked.connect(self.word_wanted)
        self.menu.clicked.connect(self.menu_wanted)
        self.unfold_sidebar.clicked.connect(self.sidebar_wanted)
        self.unfold_earlier.clicked.connect(self.earlier_wanted)
        self.show_minutes("", "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, whose minutes they are gives way to which and to what is saved."""
        super().resizeEvent(event)
        self._show_body()

    def _show_body(self) -> None:
        shown = bool(self._body.text()) and self.width() >= NARROW
        for crumb in self._crumbs[:2]:
            crumb.setVisible(shown)

    def show_minutes(self, body: str, name: str) -> None:
        """Whose and which; empty words when nothing is open."""
        self._body.setText(body)
        self._name.setText(name)
        self._show_body()
        for widget in (self._sign, self._state, self.word):
            widget.setVisible(bool(name))

    def show_state(self, sign: str, tone: str, words: str) -> None:
        """The state of saving: an icon and words, never colour alone."""
        self._sign.show_icon(sign, tone)
        set_tone(self._state, "mute" if tone == "ok" else tone)
        if self._state.text() != words:
            self._state.setText(words)
            self._state.setAccessibleName(f"{swedish.SAVED_STATE}: {words}")

    def state_words(self) -> str:
        """What is said about saving."""
        return self._state.text()

    def show_folds(self, *, sidebar: bool, earlier: bool) -> None:
        """Show the button of each pane that is folded away."""
        self.unfold_sidebar.setVisible(sidebar)
        self.unfold_earlier.setVisible(earlier)
        if not sidebar and self.unfold_sidebar.hasFocus():
            self.word.setFocus(Qt.FocusReason.OtherFocusReason)
