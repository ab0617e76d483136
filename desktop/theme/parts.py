"""The small parts that every pane is made of: labels, key caps, icons and buttons that follow the theme."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from desktop.theme.look import Theme


def label(theme: Theme, words: str = "", size: float = 13, tone: str = "text", weight: int = 400) -> QLabel:
    """Words in the screen's font; `tone` is a token."""
    made = QLabel(words)
    made.setFont(theme.font("ui", size, weight))
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_tone(made, tone)
    return made


def wrapped(theme: Theme, words: str = "", size: float = 13, tone: str = "text", weight: int = 400) -> QLabel:
    """Words that wrap."""
    made = label(theme, words, size, tone, weight)
    made.setWordWrap(True)
    return made


def keycap(theme: Theme, words: str) -> QLabel:
    """The picture of a key."""
    made = label(theme, words, 11, "mute", 500)
    made.setProperty("part", "keycap")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give `widget` another tone of the style sheet."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see that a property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class IconLabel(QLabel):
    """An icon that keeps its token's colour when light and dark change places; screen readers pass it by."""

    def __init__(self, theme: Theme, name: str, tone: str = "mute", size: int = 16) -> None:
        super().__init__()
        self._theme, self._name, self._tone, self._size = theme, name, tone, size
        self.setFixedSize(size, size)
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, tone: str) -> None:
        """Another icon or another colour."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self._draw()

    def _draw(self) -> None:
        self.setPixmap(self._theme.pixmap(self._name, self._tone, self._size))


class Button(QPushButton):
    """A button with words and perhaps an icon."""

    def __init__(self, theme: Theme, words: str, icon: str = "") -> None:
        super().__init__(words)
        self._theme, self._icon = theme, icon
        self.setFont(theme.font("ui", 13, 500))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(16, 16))
        self.setAutoDefault(False)
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, icon: str) -> None:
        """Another icon."""
        self._icon = icon
        self._draw()

    def _draw(self) -> None:
        if self._icon:
            self.setIcon(self._theme.icon(self._icon, "text"))


class IconButton(QToolButton):
    """A button with an icon only; `name` is what a screen reader and the tip say."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIconSize(QSize(16, 16))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(self._theme.icon(self._icon, "mute"))


class Choices(QComboBox):
    """A field to choose in, with the arrow that a style sheet cannot colour; `name` is its caption."""

    def __init__(self, theme: Theme, name: str, words: Iterable[str] = ()) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font("ui", 13))
        self.setAccessibleName(name)
        self.addItems(list(words))
        self.view().setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the arrow at its right."""
        super().paintEvent(event)
        arrow = self._theme.pixmap("chevron-right", "mute", 14).transformed(QTransform().rotate(90))
        painter = QPainter(self)
        painter.drawPixmap(self.width() - 24, (self.height() - 14) // 2, arrow)
        painter.end()


class Tick(QCheckBox):
    """A box to tick, with the sign that a style sheet cannot colour."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.setFont(theme.font("ui", 13))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and the sign in it."""
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
            painter = QPainter(self)
            painter.drawPixmap(box.center().x() - 5, box.center().y() - 5, self._theme.pixmap("check", "btntext", 12))
            painter.end()


def link_button(theme: Theme, words: str) -> QPushButton:
    """A button that looks like words in the accent colour."""
    made = QPushButton(words)
    made.setFont(theme.font("ui", 12, 400))
    made.setProperty("part", "flat")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    return made


def rule() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made


def row(*parts: QWidget | int | None, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8) -> QHBoxLayout:
    """A row: widgets, gaps in pixels, None for what stretches."""
    layout = QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    fill(layout, parts)
    return layout


def fill(layout: QBoxLayout, parts: Iterable[QWidget | int | None]) -> None:
    """Put widgets, gaps and stretches into `layout`."""
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)


class KeyRow(QWidget):
    """Key caps with what each does, in one row; what has no room at the end is left out, whole pairs only."""

    def __init__(self, theme: Theme, size: int = 12, gap: int = 14) -> None:
        super().__init__()
        self._theme, self._size, self._gap = theme, size, gap
        self._pairs: tuple[tuple[str, str], ...] = ()
        self._widgets: list[tuple[QLabel, QLabel]] = []
        self._layout = row(None, gap=0)
        self.setLayout(self._layout)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(size + 12)

    def show_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Show these keys; nothing is done when they are shown already."""
        if pairs == self._pairs:
            return
        self._pairs = pairs
        self.setAccessibleName(", ".join(f"{cap}: {words}" for cap, words in pairs))
        for position, (cap, words) in enumerate(pairs):
            if position == len(self._widgets):
                self._add_pair()
            key, does = self._widgets[position]
            key.setText(cap)
            does.setText(words)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Leave out what has no room."""
        self._fit()

    def _add_pair(self) -> None:
        key, does = keycap(self._theme, ""), label(self._theme, "", self._size, "mute")
        does.setContentsMargins(5, 0, self._gap, 0)
        at = self._layout.count() - 1
        self._layout.insertWidget(at, key)
        self._layout.insertWidget(at + 1, does)
        self._widgets.append((key, does))

    def _fit(self) -> None:
        left = self.width()
        for position, (key, does) in enumerate(self._widgets):
            left -= key.sizeHint().width() + does.sizeHint().width()
            fits = position < len(self._pairs) and left >= 0
            key.setVisible(fits)
            does.setVisible(fits)
