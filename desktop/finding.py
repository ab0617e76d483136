"""What the archive is asked while one writes: its list, the search, and earlier decisions for the item at the caret."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop import swedish
from desktop.answers import finds, meeting_lines
from desktop.background import Asker
from desktop.panels.earlier import EarlierPanel
from desktop.panels.sidebar import Sidebar
from desktop.panels.values import Find, MeetingLine
from desktop.session import Session
from model.errors import MinutesError
from model.record.blocks import Item, words
from model.record.ids import NodeId
from model.record.links import Link
from model.record.minutes import Minutes
from model.record.tree import Section, derive, flatten, section_of

SEARCH_AFTER = 60
RELATED_AFTER = 300
REFRESH_AFTER = 1_500
"""Milliseconds after the last key or the last saved file."""

HITS, CARDS = 40, 12


class Finding(QObject):
    """Asks and shows; `caret` gives the node that the caret stands in, or None."""

    def __init__(
        self,
        asker: Asker,
        session: Session,
        sidebar: Sidebar,
        earlier: EarlierPanel,
        caret: Callable[[], NodeId | None],
    ) -> None:
        super().__init__()
        self._asker, self._session, self._sidebar, self._earlier, self._caret = asker, session, sidebar, earlier, caret
        self.lines: tuple[MeetingLine, ...] = ()
        self._shown: tuple[str, str] = ("", "")
        self._number: int | None = None
        self._finds: tuple[Find, ...] = ()
        self._names: dict[str, str] = {}
        self._listed: list[Callable[[], None]] = []
        self._search_soon = self._timer(SEARCH_AFTER, self._search)
        self._related_soon = self._timer(RELATED_AFTER, self._related)
        self._refresh_soon = self._timer(REFRESH_AFTER, self.refresh)
        sidebar.asked.connect(lambda _words: self._search_soon.start())
        asker.rested.connect(self._on_rest)
        sidebar.foot.woken.connect(self._on_woken)
        session.archive_changed.connect(self._refresh_soon.start)

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

    def ask_list(self, then: Callable[[], None] | None = None) -> None:
        """Ask for the archive's meetings; `then` is called when they are shown."""
        if then:
            self._listed.append(then)
        if self._session.archive is not None:
            self._asker.ask("meetings", self._on_list, self._on_failed, archive=self._session.archive)

    def show_list(self) -> None:
        """Show the list again: what is open may have changed its name."""
        minutes, path = self._session.minutes, self._session.path
        name = swedish.meeting_row(minutes.short_name, minutes.body.name) if minutes else ""
        self._sidebar.show_meetings(self.lines, path, name, datetime.date.today())

    def touch(self) -> None:
        """The caret has moved or the words have changed: ask for earlier decisions when the keys rest."""
        self._related_soon.start()

    def show_links(self) -> None:
        """Show again which cards are linked."""
        self._earlier.show_finds(self._finds, self._number, self._linked())

    def by_path(self, path: Path) -> MeetingLine | None:
        """The meeting whose record is `path`."""
        return next((line for line in self.lines if line.path == path), None)

    def link_name(self, link: Link) -> str:
        """What the chip of a link says: `4/2015 p. 1` when the decision has been seen, else as much as is known."""
        if link.target is None:
            return link.unresolved or ""
        minutes = link.target.partition("#")[0]
        short = next((line.short_name for line in self.lines if line.minutes == minutes), swedish.CHIP_LINK)
        return self._names.get(link.target, short)

    def _search(self) -> None:
        asked = self._sidebar.field.words()
        if asked and self._session.archive is not None:
            self._asker.ask(
                "search",
                lambda answer: self._sidebar.show_hits(asked, self._seen(finds(answer))),
                self._on_failed,
                archive=self._session.archive,
                words=asked,
                limit=HITS,
            )

    def _related(self) -> None:
        minutes = self._session.minutes
        section = _section(minutes, self._caret())
        if minutes is None or section is None or self._session.archive is None:
            self._shown, self._finds = ("", ""), ()
            self._earlier.clear()
            return
        asked = _words(section)
        if (section.item.id, asked) == self._shown:
            return
        self._shown = (section.item.id, asked)
        number = section.number
        if not asked.strip():
            self._on_related(number, ())
            return
        self._asker.ask(
            "related",
            lambda answer: self._on_related(number, self._seen(finds(answer))),
            self._on_failed,
            archive=self._session.archive,
            words=asked,
            exclude=minutes.id,
            limit=CARDS,
        )

    def _on_related(self, number: int, found: tuple[Find, ...]) -> None:
        self._number, self._finds = number, found
        self.show_links()

    def _seen(self, found: tuple[Find, ...]) -> tuple[Find, ...]:
        """Remember what each find is called, for the chips of links to it."""
        self._names.update((find.address, swedish.chip(find.short_name, find.number)) for find in found)
        return found

    def _linked(self) -> dict[str, str]:
        minutes = self._session.minutes
        if minutes is None:
            return {}
        tree = derive(minutes.blocks)
        sections = {link.target: section_of(tree, link.source) for link in minutes.lifecycle.links if link.target}
        return {target: swedish.linked_to(section.number if section else None) for target, section in sections.items()}

    def _on_list(self, answer: object) -> None:
        self.lines = meeting_lines(answer)
        self.show_list()
        self._sidebar.foot.say_ready(len(self.lines))
        listed, self._listed = self._listed, []
        for then in listed:
            then()

    def _on_refreshed(self, _answer: object) -> None:
        """The index has caught up: what is on the screen of it is asked for again."""
        self.ask_list()
        self._search()

    def _on_progress(self, done: int, total: int) -> None:
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


def _section(minutes: Minutes | None, node: NodeId | None) -> Section | None:
    if minutes is None or node is None:
        return None
    return section_of(derive(minutes.blocks), node)


def _words(section: Section) -> str:
    """The item's own words: heading first, then what stands under it."""
    blocks = (section.item, *flatten(section.parts), *(b for child in section.children for b in flatten((child,))))
    return "\n".join(words(block).plain for block in blocks if words(block).plain)[:4000]


def item_at(minutes: Minutes, number: int) -> Item | None:
    """The item with this number, if there is one."""
    tops = [entry for entry in derive(minutes.blocks) if isinstance(entry, Section) and entry.item.level == 1]
    return next((section.item for section in tops if section.number == number), None)
