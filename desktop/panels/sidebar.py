"""The sidebar: search field, the archive's meetings or the hits that replace them, and the foot."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from desktop import swedish
from desktop.panels.completions import Completions
from desktop.panels.findlist import FindList
from desktop.panels.foot import Foot
from desktop.panels.meetinglist import MeetingList
from desktop.panels.searchfield import SearchField
from desktop.panels.values import Find, MeetingLine
from desktop.theme import Theme
from desktop.theme.parts import Button, IconButton, IconLabel, KeyRow, label, link_button, row, wrapped
from desktop.theme.speech import say

WIDTH = 272

FEWEST = 3
"""Letters of a filter's name before it is offered: ordinary words begin so too."""


class Sidebar(QFrame):
    """The pane to the left. It shows what it is given and says what is wanted; asking is the window's."""

    opened = Signal(Path)
    read = Signal(object)
    linked = Signal(object)
    asked = Signal(str)
    sort_changed = Signal()
    left = Signal()
    """Esc in the field: back to the text."""
    folded = Signal()
    archive_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAccessibleName(swedish.PANE_SIDEBAR)
        self.setFixedWidth(WIDTH)
        self._lines: tuple[MeetingLine, ...] = ()
        self._has_archive = False
        self.field = SearchField(theme)
        self.meetings = MeetingList(theme)
        self.hits = FindList(theme, swedish.HIT_LIST, cards=False)
        self.foot = Foot(theme)
        self.completions = Completions(theme, self.field, self)
        self.newest_first = False
        self._sort = link_button(theme, swedish.NEWEST_FIRST)
        self._sort.setToolTip(swedish.SORT_TIP)
        self._hits_head = label(theme, "", 11, "mute", 600)
        self._hits_count = label(theme, "", 11, "mute")
        self._no_hits = wrapped(theme, "", 12, "mute")
        self._sign = label(theme, "", 13, "text", 500)
        self._more = wrapped(theme, "", 12, "mute")
        self._button = Button(theme, swedish.CHOOSE_ARCHIVE, "folder-open")
        self._stack = QStackedLayout()
        for page in (self.meetings, self._hits_page(theme), self._empty_page(theme)):
            self._stack.addWidget(page)
        self._lay_out(theme)
        self._connect()

    def show_meetings(
        self, lines: tuple[MeetingLine, ...], open_path: Path | None, open_name: str, today: datetime.date
    ) -> None:
        """Show the archive's list, or that there is nothing in it."""
        self._lines = lines
        self.meetings.show_meetings(lines, open_path, open_name, today)
        self._choose_page()

    def show_archive(self, *, has_archive: bool) -> None:
        """Say whether an archive is chosen at all; it decides what an empty list says."""
        self._has_archive = has_archive
        self._sign.setText(swedish.ARCHIVE_EMPTY if has_archive else swedish.NO_ARCHIVE)
        self._more.setText(swedish.ARCHIVE_EMPTY_MORE if has_archive else swedish.NO_ARCHIVE_MORE)
        self._button.setText(swedish.ADD_MINUTES if has_archive else swedish.CHOOSE_ARCHIVE)
        self._choose_page()

    def show_hits(self, words: str, finds: tuple[Find, ...]) -> None:
        """Show what was found for `words`; an answer to other words than those in the field is dropped."""
        if words != self.field.words() or not words:
            return
        self._hits_head.setText(swedish.hits_for(words))
        self._hits_count.setText(swedish.meetings(len({find.minutes for find in finds})))
        self.hits.show_finds(finds)
        self.hits.setVisible(bool(finds))
        self._sort.setVisible(len(finds) > 1)
        self._keys.setVisible(bool(finds))
        self._no_hits.setVisible(not finds)
        self._no_hits.setText(swedish.no_hits_for(words, len(self._lines)))
        self._stack.setCurrentIndex(1)
        if finds:
            self.hits.say_chosen(self.field.line)
        else:
            say(self.field.line, self._no_hits.text())

    def show_failed(self, words: str, sentence: str) -> None:
        """Say why nothing can be found now."""
        if words == self.field.words() and words:
            self.show_hits(words, ())
            self._no_hits.setText(sentence)

    def show_completions(self, text: str, words: Sequence[str]) -> None:
        """Offer what the last word may become; an answer to other words than those in the field is dropped."""
        typed = text.rpartition(" ")[2]
        fits = text == self.field.line.text() and (":" in typed or len(typed) >= FEWEST)
        shown = [word for word in words if word.lower() != typed.lower()] if fits else ()
        self.completions.show_words(shown)
        self.field.line.may_complete = bool(shown)

    def leave_search(self) -> None:
        """Empty the field; the list comes back."""
        self.field.line.clear()
        self._choose_page()

    def _choose_page(self) -> None:
        if not self.field.words():
            has_rows = self.meetings.model().rowCount() > 0
            self._stack.setCurrentIndex(0 if has_rows and (self._lines or not self._has_archive) else 2)

    def _on_asked(self, words: str) -> None:
        self.show_completions("", ())
        if not words:
            self._choose_page()
        self.asked.emit(words)

    def _on_sort(self) -> None:
        self.newest_first = not self.newest_first
        self._sort.setText(swedish.BEST_FIRST if self.newest_first else swedish.NEWEST_FIRST)
        self.sort_changed.emit()

    def _on_walked(self, by: int) -> None:
        self.hits.step(by)
        if self._stack.currentIndex() == 1:
            self.hits.say_chosen(self.field.line)

    def _on_entered(self) -> None:
        found = self.hits.chosen()
        if found and self._stack.currentIndex() == 1:
            self.read.emit(found)

    def _on_linked(self) -> None:
        found = self.hits.chosen()
        if found and self._stack.currentIndex() == 1:
            self.linked.emit(found)

    def _on_given_up(self) -> None:
        self.leave_search()
        self.left.emit()

    def _on_button(self) -> None:
        (self.import_wanted if self._has_archive else self.archive_wanted).emit()

    def _connect(self) -> None:
        self.field.asked.connect(self._on_asked)
        self.field.walked.connect(self._on_walked)
        self.field.entered.connect(self._on_entered)
        self.field.linked.connect(self._on_linked)
        self.field.given_up.connect(self._on_given_up)
        self.meetings.opened.connect(self.opened)
        self.hits.read.connect(self.read)
        self.hits.linked.connect(self.linked)
        self.hits.left.connect(lambda: self.field.line.setFocus(Qt.FocusReason.OtherFocusReason))
        self._button.clicked.connect(self._on_button)
        self._sort.clicked.connect(self._on_sort)
        self.field.sorted.connect(self._on_sort)
        self.field.completed.connect(self.completions.take)
        self.completions.taken.connect(self.field.complete)

    def _lay_out(self, theme: Theme) -> None:
        fold = IconButton(theme, "panel-left", swedish.HIDE_SIDEBAR)
        fold.clicked.connect(self.folded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 8)
        layout.setSpacing(6)
        head = label(theme, swedish.PROTOKOLL, 16, "text", 600)
        layout.addLayout(row(head, None, fold, margins=(4, 0, 0, 3)))
        layout.addWidget(self.field)
        layout.addSpacing(4)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.foot)

    def _hits_page(self, theme: Theme) -> QWidget:
        page = QWidget()
        self._keys = KeyRow(theme, 11, 6)
        self._keys.show_pairs((("↑↓", swedish.PICK), ("Enter", swedish.OPEN), ("Ctrl L", swedish.KEY_LINK.split()[0])))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row(self._hits_head, None, self._hits_count, margins=(8, 8, 8, 2)))
        layout.addLayout(row(self._sort, None, margins=(2, 0, 0, 0)))
        layout.addWidget(self._no_hits)
        layout.addWidget(self.hits, 1)
        layout.addWidget(self._keys)
        layout.addStretch(0)
        self._no_hits.setContentsMargins(8, 0, 8, 0)
        return page

    def _empty_page(self, theme: Theme) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(6)
        layout.addStretch(2)
        layout.addWidget(IconLabel(theme, "archive", "faint", 24), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self._sign, self._more):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(words)
        layout.addSpacing(6)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return page
