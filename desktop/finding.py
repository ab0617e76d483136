"""What the archive is asked for the sidebar: its list, the search, and how far it has been read."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import swedish
from desktop.answers import finds, meeting_line, meeting_lines, refreshed, words_of
from desktop.background import Asker
from desktop.memory.suggesting import Suggesting
from desktop.panels.sidebar import Sidebar
from desktop.panels.values import MeetingLine
from desktop.session import Session
from model.errors import MinutesError
from model.record.blocks import Item
from model.record.links import Link
from model.record.minutes import Minutes
from model.record.tree import Section, derive
from model.sentences import sentence

SEARCH_AFTER = 60
REFRESH_AFTER = 1_500
"""Milliseconds after the last key or the last saved file."""

SLICE = 300
"""Meetings that are taken over at a time."""

PROGRESS_AFTER = 150
"""Milliseconds between two steps of the bar at least."""

HITS = 40


class Finding(QObject):
    """Asks and shows; what is like the item at the caret is `suggesting`'s to ask."""

    listed = Signal()
    """The archive's meetings, or what one of them says, are known anew."""
    beside_failed = Signal(object)
    """The archive beside cannot be read."""

    def __init__(self, asker: Asker, session: Session, sidebar: Sidebar, suggesting: Suggesting) -> None:
        super().__init__()
        self._asker, self._session, self._sidebar, self.suggesting = asker, session, sidebar, suggesting
        self.lines: tuple[MeetingLine, ...] = ()
        self._listed: list[Callable[[], None]] = []
        self._is_paused = False
        self._beside_answers = False
        """True when the archive beside has been read, and has not failed since."""
        self._search_soon = self._timer(SEARCH_AFTER, self._search)
        self._changed: set[Path] | None = set()
        """The minutes that have been saved and not been read since; None when any file may be new."""
        self._progress = 0, 0
        self._progress_soon = self._timer(PROGRESS_AFTER, self._show_progress)
        self._refresh_soon = self._timer(REFRESH_AFTER, self._catch_up)
        sidebar.asked.connect(lambda _words: self._search_soon.start())
        sidebar.sort_changed.connect(self._search)
        asker.rested.connect(self._on_rest)
        sidebar.foot.woken.connect(self._on_woken)
        sidebar.foot.paused.connect(lambda: asker.ask("pause"))
        sidebar.foot.resumed.connect(self.refresh)
        session.archive_changed.connect(self._on_changed)

    def start(self) -> None:
        """Ask for the list and let the index catch up with the archive's files."""
        self._sidebar.show_archive(has_archive=self._session.archive is not None)
        self.show_list()
        if self._session.archive is None:
            self._sidebar.foot.say_nothing()
            return
        self.ask_list()
        self.refresh()

    def refresh(self) -> None:
        """Let the worker read the files that are new or changed."""
        if self._session.archive is not None:
            self._asker.ask(
                "refresh", self._on_refreshed, self._on_failed, self._on_progress, archive=self._session.archive
            )
        self._changed = set()
        self._beside_answers = False
        if self._session.beside is not None:
            self._asker.ask("refresh", self._on_beside, self.beside_failed.emit, None, archive=self._session.beside)

    def _on_changed(self, path: Path | None) -> None:
        self._changed = None if path is None or self._changed is None else self._changed | {path}
        self._refresh_soon.start()

    def _catch_up(self) -> None:
        """Let the worker read what was saved, or all that is new; while it is paused nothing is left behind."""
        changed, archive = self._changed, self._session.archive
        if changed is None or self._is_paused or archive is None or not changed:
            self.refresh()
            return
        self._changed = set()
        for path in changed:
            self._ask_for(path, archive)

    def _ask_for(self, path: Path, archive: Path) -> None:
        self._asker.ask(
            "refresh", lambda _answer: self._on_saved(path), self._on_failed, None, archive=archive, only=path
        )

    def _on_saved(self, path: Path) -> None:
        """One record has been read again: its line in the list may have changed, and what leads to it."""
        self._asker.ask(
            "meeting", lambda answer: self._on_line(path, meeting_line(answer)), None, archive=self._session.archive,
            path=path,
        )  # fmt: skip
        self._search()
        self.suggesting.again()

    def _on_line(self, path: Path, line: MeetingLine | None) -> None:
        others = tuple(own for own in self.lines if own.path != path)
        before = next((own for own in self.lines if own.path == path), None)
        if line != before:
            self._show_lines((*others, line) if line is not None else others)
        else:
            self._tell()

    def ask_list(self, then: Callable[[], None] | None = None) -> None:
        """Ask for the archive's meetings; `then` is called when they are shown."""
        if then:
            self._listed.append(then)
        self._ask_slice([])

    def _ask_slice(self, before: list[MeetingLine]) -> None:
        """Ask for the next few hundred: thousands at once would hold up a key."""
        if self._session.archive is not None:
            self._asker.ask(
                "meetings", lambda answer: self._on_slice(before, answer), self._on_failed,
                archive=self._session.archive, start=len(before), count=SLICE,
            )  # fmt: skip

    def show_list(self) -> None:
        """Show the list again: what is open may have changed its name."""
        minutes, path = self._session.minutes, self._session.path
        name = swedish.meeting_row(minutes.short_name, minutes.body.name) if minutes else ""
        self._sidebar.show_meetings(self.lines, path, name, datetime.date.today())

    def touch(self) -> None:
        """The caret has moved or the words have changed: ask for earlier decisions when the keys rest."""
        self.suggesting.touch()

    def show_links(self) -> None:
        """Show again which cards are linked."""
        self.suggesting.show()

    def by_path(self, path: Path) -> MeetingLine | None:
        """The meeting whose record is `path`."""
        return next((line for line in self.lines if line.path == path), None)

    def link_name(self, link: Link) -> str:
        """What the chip of a link says: `4/2015 p. 1` when the decision has been seen, else as much as is known."""
        if link.target is None:
            return link.unresolved or ""
        minutes = link.target.partition("#")[0]
        short = next((line.short_name for line in self.lines if line.minutes == minutes), swedish.CHIP_LINK)
        return self.suggesting.names.get(link.target, short)

    def _search(self) -> None:
        asked, text = self._sidebar.field.words(), self._sidebar.field.line.text()
        beside = (self._session.beside,) if self._session.beside is not None and self._beside_answers else ()
        if not asked or self._session.archive is None:
            return
        self._asker.ask(
            "search", lambda answer: self._sidebar.show_hits(asked, finds(answer, self._session.beside)),
            lambda error: self._on_search_failed(asked, error), archive=self._session.archive, words=asked,
            limit=HITS, newest=self._sidebar.newest_first, beside=beside,
        )  # fmt: skip
        self._asker.ask(
            "complete", lambda answer: self._sidebar.show_completions(text, words_of(answer)), None,
            archive=self._session.archive, text=text,
        )  # fmt: skip

    def _on_search_failed(self, asked: str, error: MinutesError) -> None:
        if self._session.beside is not None and self._beside_answers and not self._asker.is_resting:
            self._beside_answers = False
            self._search()
            return
        self._on_failed(error)
        self._sidebar.show_failed(asked, swedish.SEARCH_RESTS if self._asker.is_resting else sentence(error))

    def _on_slice(self, before: list[MeetingLine], answer: object) -> None:
        more = meeting_lines(answer)
        before += more
        if len(more) == SLICE:
            self._ask_slice(before)
            return
        lines = tuple({line.path: line for line in before}.values())
        if lines != self.lines:
            self._show_lines(lines)
        else:
            self._tell()
        listed, self._listed = self._listed, []
        for then in listed:
            then()

    def _show_lines(self, lines: tuple[MeetingLine, ...]) -> None:
        self.lines = lines
        self.show_list()
        self._tell()

    def _tell(self) -> None:
        if not self._is_paused:
            self._sidebar.foot.say_ready(len(self.lines))
        self.listed.emit()

    def _on_refreshed(self, answer: object) -> None:
        """The index has caught up, or been paused: what is on the screen of it is asked for again."""
        unreadable, left = refreshed(answer)
        self._sidebar.foot.say_unreadable(unreadable)
        self._progress_soon.stop()
        self._is_paused = left > 0
        if self._is_paused:
            self._sidebar.foot.say_paused()
        self.ask_list()
        self._search()
        self.suggesting.again()

    def _on_beside(self, _answer: object) -> None:
        self._beside_answers = True
        self._search()

    def _on_progress(self, done: int, total: int) -> None:
        """Several a second come from the worker; the newest is shown, and typing goes before it."""
        self._progress = done, total
        if not self._progress_soon.isActive():
            self._progress_soon.start()

    def _show_progress(self) -> None:
        done, total = self._progress
        if done < total:
            self._sidebar.foot.say_reading(done, total)

    def _on_failed(self, _error: MinutesError) -> None:
        if self._asker.is_resting:
            self._sidebar.foot.say_resting()

    def _on_rest(self, rests: bool) -> None:
        if rests:
            self._sidebar.foot.say_resting()

    def _on_woken(self) -> None:
        self._asker.wake()
        self.start()

    def _timer(self, milliseconds: int, what: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(what)
        return timer


def item_at(minutes: Minutes, number: int) -> Item | None:
    """The item with this number, if there is one."""
    tops = [entry for entry in derive(minutes.blocks) if isinstance(entry, Section) and entry.item.level == 1]
    return next((section.item for section in tops if section.number == number), None)
