"""The start page: greeting, today, three tiles (new minutes, go on, read in old ones), and what is due today."""

import datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import swedish
from desktop.panels.duelist import DueList
from desktop.theme import Theme
from desktop.theme.parts import IconLabel, keycap, label, row, wrapped

MARGIN, BETWEEN = 64, 14
"""Pixels beside the page's contents, and between two tiles."""

LOWEST = 116
"""Pixels of a tile's height at least."""


class Tile(QPushButton):
    """A large button with a sign, a key, a name and one line more."""

    def __init__(self, theme: Theme, icon: str, words: str, key: str) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = words
        self._more = wrapped(theme, "", 12, "mute")
        self._more.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(17, 16, 15, 12)
        layout.setSpacing(4)
        layout.addLayout(row(IconLabel(theme, icon, "accent", 20), None, keycap(theme, key)))
        layout.addSpacing(18)
        layout.addWidget(wrapped(theme, words, 15, "text", 600))
        layout.addWidget(self._more, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)

    def say(self, more: str) -> None:
        """The line under the name."""
        self._more.setText(more)
        self.setAccessibleName(f"{self._title}. {more}")

    def more(self) -> str:
        """What the line under the name says."""
        return self._more.text()

    def height_at(self, width: int) -> int:
        """Its height in pixels when it is so wide, at least the sketch's."""
        layout = self.layout()
        return max(LOWEST, layout.totalHeightForWidth(width) if layout else 0)

    def sizeHint(self) -> QSize:
        """As wide as the page lets it be."""
        return QSize(200, LOWEST)

    def minimumSizeHint(self) -> QSize:
        """Narrower than its words if it must."""
        return QSize(150, LOWEST)


class StartPage(QWidget):
    """What stands where the paper will be until something is open."""

    new_wanted = Signal()
    continue_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(swedish.START_NAME)
        self._greeting = label(theme, "", 28, "text", 600)
        self._today = label(theme, "", 14, "mute")
        self.new = Tile(theme, "file-plus", swedish.NEW_MINUTES, "Ctrl N")
        self.go_on = Tile(theme, "corner-down-left", swedish.CONTINUE, "Enter")
        self.read_in = Tile(theme, "folder-open", swedish.OPEN_FILE, "Ctrl O")
        self.tiles = (self.new, self.go_on, self.read_in)
        self.due = DueList(theme)
        self.due.left.connect(lambda: self.first().setFocus(Qt.FocusReason.TabFocusReason))
        self.new.clicked.connect(self.new_wanted)
        self.go_on.clicked.connect(self.continue_wanted)
        self.read_in.clicked.connect(self.import_wanted)
        self.setFocusProxy(self.new)
        for tile in self.tiles:
            tile.installEventFilter(self)
        self._lay_out(theme)

    def greet(self, now: datetime.datetime) -> None:
        """Good morning, and today's date."""
        self._greeting.setText(swedish.greeting(now.hour))
        self._today.setText(swedish.weekday_date(now.date()))

    def show_choices(self, new: str, go_on: str) -> None:
        """What the first two tiles would do; without `go_on` the second one is at rest."""
        self.new.say(new)
        self.go_on.say(go_on or swedish.CONTINUE_NONE)
        self.go_on.setEnabled(bool(go_on))
        self.read_in.say(swedish.OPEN_FILE_MORE)
        self._level()

    def _level(self) -> None:
        width = (self.width() - 2 * MARGIN - 2 * BETWEEN) // 3
        height = max(tile.height_at(width) for tile in self.tiles)
        for tile in self.tiles:
            tile.setFixedHeight(height)

    def first(self) -> QPushButton:
        """The tile that gets the focus: to go on, if there is something to go on with."""
        return self.go_on if self.go_on.isEnabled() else self.new

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow tiles are higher, all of them: their words wrap."""
        super().resizeEvent(event)
        self._level()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk between the tiles, Enter presses the one with the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, Tile):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
            if event.key() == Qt.Key.Key_Down and self.due.isVisible() and self.due.step_in():
                return True
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
                Qt.Key(event.key())
            )
            if step:
                self._walk(watched, step)
                return True
        return False

    def _walk(self, tile: Tile, step: int) -> None:
        usable = [other for other in self.tiles if other.isEnabled()]
        if tile in usable:
            usable[(usable.index(tile) + step) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(BETWEEN)
        for tile in self.tiles:
            tiles.addWidget(tile, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 24, MARGIN, 28)
        layout.setSpacing(10)
        layout.addWidget(self._greeting)
        layout.addWidget(self._today)
        layout.addSpacing(22)
        layout.addLayout(tiles)
        layout.addWidget(self.due)
        layout.addStretch(1)
