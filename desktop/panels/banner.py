"""The one banner under the top bar: what happened, what is safe and what comes next, and at most two buttons."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop import swedish
from desktop.theme import Theme
from desktop.theme.parts import Button, IconLabel, repolish, set_tone, wrapped

_SIGNS = {"err": "triangle-alert", "warn": "triangle-alert", "ok": "circle-check"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says. `key` names the matter, so that it can be taken back; `deeds` are words and what they do."""

    key: str
    tone: str
    words: str
    more: str = ""
    deeds: tuple[tuple[str, Callable[[], None]], ...] = ()


class Banner(QWidget):
    """Shows one notice, the gravest that stands; the text keeps the focus."""

    changed = Signal(str)
    """The words that are shown now, for a screen reader."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notices: dict[str, Notice] = {}
        self._shown: list[Button] = []
        self._frame = QFrame()
        self._frame.setObjectName("banner")
        self._icon = IconLabel(theme, "triangle-alert", "err", 18)
        self._words = wrapped(theme, "", 13, "err", 600)
        self._more = wrapped(theme, "", 13)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self._words)
        said.addWidget(self._more)
        inner = QHBoxLayout(self._frame)
        inner.setContentsMargins(14, 9, 10, 9)
        inner.setSpacing(10)
        inner.addWidget(self._icon)
        inner.addLayout(said, 1)
        inner.addLayout(self._buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 0, 24, 10)
        outer.addWidget(self._frame)
        self.hide()

    def put(self, notice: Notice) -> None:
        """Let `notice` stand until it is taken back; one with the same key is replaced."""
        self._notices.pop(notice.key, None)
        self._notices[notice.key] = notice
        self._show()

    def take(self, key: str) -> None:
        """Take the notice of this matter away, if it stands."""
        if self._notices.pop(key, None):
            self._show()

    def clear(self) -> None:
        """Take all away."""
        self._notices.clear()
        self._show()

    def current(self) -> Notice | None:
        """The one that is shown: errors before warnings before the rest, the latest of its kind."""
        order = {"err": 0, "warn": 1, "ok": 2}
        standing = list(self._notices.values())[::-1]
        return min(standing, key=lambda notice: order.get(notice.tone, 3), default=None)

    def press(self, position: int = 0) -> None:
        """Do what button number `position` of the present notice does."""
        notice = self.current()
        if notice and position < len(notice.deeds):
            self._do(notice, notice.deeds[position][1])

    def focus_first(self) -> None:
        """Give the focus to the first button of the notice that is shown."""
        if self._shown:
            self._shown[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        notice = self.current()
        self.setVisible(notice is not None)
        for button in self._shown:
            button.hide()
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._shown.clear()
        if notice is None:
            return
        self._frame.setProperty("tone", notice.tone)
        repolish(self._frame)
        tone = "accent" if notice.tone == "ok" else notice.tone
        self._icon.show_icon(_SIGNS.get(notice.tone, "circle-check"), tone)
        set_tone(self._words, tone)
        self._words.setText(notice.words)
        self._more.setText(notice.more)
        self._more.setVisible(bool(notice.more))
        self._frame.setAccessibleName(f"{swedish.BANNER_NAME}: {notice.words} {notice.more}")
        for words, deed in notice.deeds:
            button = Button(self._theme, words)
            button.clicked.connect(lambda _=False, deed=deed: self._do(notice, deed))
            self._buttons.addWidget(button)
            self._shown.append(button)
        self.changed.emit(f"{notice.words} {notice.more}")

    def _do(self, notice: Notice, deed: Callable[[], None]) -> None:
        self.take(notice.key)
        deed()
