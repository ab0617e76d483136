"""The archive's lists over the window: a matter's line, promises, registers of a year, files that cannot be read."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop import swedish
from desktop.answers import entries, export_path, unreadable_files
from desktop.background import Asker
from desktop.dialogs.listing import Listing
from desktop.dialogs.listrows import Line
from desktop.linking import item_blocks
from desktop.memory.following import Following
from desktop.memory.settling import Settling
from desktop.panels.values import Find, MeetingLine, Promised
from desktop.pipe import Entry
from desktop.session import Session
from desktop.theme import Theme
from desktop.window import MainWindow
from model.errors import MinutesError

REGISTERS = ("decisions", "matters", "subjects", "people")
STATES = ((), ("open", "postponed"), ("late",), ("unanswered",), ("done", "replaced", "dropped"))
"""The promises under each heading; the first holds what is due at the meeting."""


class Lists(QObject):
    """Each opens a dialog that asks the worker. `read` carries what is to be read, `taken` what becomes an item."""

    read = Signal(object)
    taken = Signal(object)
    word_made = Signal(Path)
    failed = Signal(object)

    def __init__(
        self, theme: Theme, window: MainWindow, session: Session, asker: Asker, following: Following,
        settling: Settling, lines: Callable[[], tuple[MeetingLine, ...]],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._theme, self._window, self._session, self._asker = theme, window, session, asker
        self._following, self._settling, self._lines = following, settling, lines
        self.dialog: Listing | None = None
        settling.taken_back.connect(lambda _target, _state: self._ask_again())

    def show_line(self, chosen: Find | None) -> None:
        """The matter's line through all meetings, and what builds on it: of what is chosen, or of the item here."""
        starts = self._starts(chosen)
        if not starts or self._session.archive is None:
            return
        dialog = self._opened(swedish.LINE_TITLE, swedish.LINE_PAGES)
        first = starts[0].partition("#")[0]
        nodes = tuple(node for minutes, _, node in (start.partition("#") for start in starts) if minutes == first)
        questions: tuple[Callable[[], None], ...] = (
            lambda: self._ask(dialog, 0, swedish.LINE_EMPTY, _line_row, kind="line_of", starts=starts),
            lambda: self._ask(
                dialog, 1, swedish.BUILT_ON_EMPTY, _built_row, kind="built_on", minutes=first, nodes=nodes
            ),
        )
        self._start(dialog, questions)

    def show_built_on(self, minutes: str) -> None:
        """What later minutes have built on `minutes`."""
        dialog = self._opened(swedish.LINE_PAGES[1], ())
        ask = partial(self._ask, dialog, 0, swedish.BUILT_ON_EMPTY, _built_row, kind="built_on", minutes=minutes)
        self._start(dialog, (ask,))

    def show_promises(self) -> None:
        """What is due at the meeting, and every other promise by how it stands."""
        body, minutes = self._following.body(), self._session.minutes
        if self._session.archive is None or not body:
            return
        today = self._following.today()
        day = minutes.meeting.date if minutes is not None and minutes.meeting.date else today
        dialog = self._opened(swedish.TO_FOLLOW_UP, swedish.PROMISE_PAGES, takes=swedish.TAKE_AS_ITEM, ticks=True)
        dialog.taken.connect(self._take)
        dialog.ticked.connect(partial(self._tick, dialog))
        dialog.undone.connect(partial(self._untick, dialog))
        dialog.may_undo = self._settling.may_undo
        due = partial(
            self._ask, dialog, 0, swedish.PROMISES_EMPTY[0], _promise_row, kind="due_at", code="", called=body
        )
        every = partial(self._ask, dialog, kind="promised", code="", called=body, today=max(day, today))
        questions: list[Callable[[], None]] = [lambda: due(day=day)]
        for page, states in enumerate(STATES[1:], 1):
            questions.append(partial(every, page, swedish.PROMISES_EMPTY[page], _promise_row, states=states))
        questions.append(
            lambda: self._ask(
                dialog,
                len(STATES),
                swedish.PROMISES_EMPTY[-1],
                _promise_row,
                "silent",
                code="",
                called=body,
                today=max(day, today),
            )
        )
        self._start(dialog, tuple(questions))

    def show_registers(self) -> None:
        """Decisions, matters, subjects and people of a body's year; also as a Word file."""
        if self._session.archive is None or not self._lines():
            return
        dialog = self._opened(swedish.REGISTER_TITLE, swedish.REGISTER_PAGES, word=True)
        bodies, years = dialog.add_choice(swedish.REGISTER_BODY), dialog.add_choice(swedish.REGISTER_YEAR)
        names = list(dict.fromkeys(line.body for line in self._lines()))
        bodies.addItems(names)
        bodies.setCurrentText(self._following.body())

        def fill_years() -> None:
            chosen = years.currentText() or self._own_year()
            found = sorted({line.year for line in self._lines() if line.body == bodies.currentText() and line.year})
            years.clear()
            years.addItems([str(year) for year in reversed(found)])
            years.setCurrentText(chosen if chosen in map(str, found) else years.itemText(0))

        def ask(page: int) -> None:
            if years.currentText():
                self._ask(
                    dialog, page, swedish.REGISTER_EMPTY, _register_row, kind="register", which=REGISTERS[page],
                    code="", called=bodies.currentText(), year=int(years.currentText()),
                    today=self._following.today(),
                )  # fmt: skip

        bodies.activated.connect(lambda _at: fill_years())
        dialog.picked.connect(lambda: dialog.turn(dialog.page))
        dialog.word_wanted.connect(lambda: self._to_word(bodies.currentText(), int(years.currentText() or 0)))
        fill_years()
        self._start(dialog, tuple(partial(ask, page) for page in range(len(REGISTERS))))

    def _own_year(self) -> str:
        minutes = self._session.minutes
        return str(minutes.year or "") if minutes is not None else ""

    def show_unreadable(self) -> None:
        """The files of the archive that cannot be read, each with the reason."""
        dialog = self._opened(swedish.UNREADABLE_TITLE, ())

        def show(answer: object) -> None:
            dialog.show_lines([Line(path.name, why, str(path.parent)) for path, why in unreadable_files(answer)])

        self._asker.ask("unreadable", show, self.failed.emit, archive=self._session.archive)
        dialog.open()

    def _starts(self, chosen: Find | None) -> tuple[str, ...]:
        """The addresses to begin at: what is chosen, else the item here and what it is linked to."""
        minutes, node = self._session.minutes, self._window.sheet.node()
        elsewhere = chosen is not None and not self._window.sheet.hasFocus()
        own = [block.id for block in item_blocks(minutes, node)] if minutes is not None and node is not None else []
        links = minutes.lifecycle.links if minutes is not None else ()
        linked = [link.target for link in links if link.source in own and link.target]
        here = (*(f"{minutes.id}#{block}" for block in own), *linked) if minutes is not None else ()
        if chosen is None or not elsewhere:
            return here
        starts = (f"{chosen.minutes}#{chosen.item or chosen.node}", chosen.address)
        return (*starts, *here) if set(starts) & set(linked) else starts

    def _opened(
        self, title: str, pages: tuple[str, ...], *, takes: str = "", word: bool = False, ticks: bool = False
    ) -> Listing:
        dialog = Listing(self._theme, title, pages, self._window, takes=takes, word=word, ticks=ticks)
        dialog.chosen.connect(self._read)
        dialog.finished.connect(lambda _code: self._on_closed())
        self.dialog = dialog
        return dialog

    def _start(self, dialog: Listing, questions: tuple[Callable[[], None], ...]) -> None:
        dialog.turned.connect(lambda page: questions[page]())
        questions[0]()
        dialog.open()

    def _ask(
        self, dialog: Listing, page: int, nothing: str, made: Callable[[Entry], Line], question: str = "listed",
        **what: object,
    ) -> None:  # fmt: skip
        """Ask for a heading's rows; an answer for another heading than the one that is shown now is dropped."""

        def show(answer: object) -> None:
            if self.dialog is dialog and dialog.page == page:
                dialog.show_lines([made(entry) for entry in entries(answer)], nothing)

        dialog.show_lines((), swedish.LISTING)
        self._asker.ask(question, show, self._on_failed, None, archive=self._session.archive, **what)

    def _read(self, what: object) -> None:
        """Show where a row stands; one that stands in several places is gone into, "se" leads to the other term."""
        if not isinstance(what, Entry) or self.dialog is None:
            return
        if not what.address and what.closed:
            self.dialog.choose(what.closed)
        elif len(what.parts) > 1 or (what.parts and what.more and what.state == "subject"):
            self.dialog.go_into(what.words, [*map(_part_row, what.parts), *_see_also(what)])
        else:
            self._read_one(what.parts[0] if what.parts else what)

    def _read_one(self, what: Entry) -> None:
        path = what.path or next(
            (line.path for line in self._lines() if line.short_name == what.address.partition(" § ")[0]), None
        )
        if path is not None:
            self._close()
            self.read.emit(replace(_promised(what), path=path))

    def _tick(self, dialog: Listing, what: object, how: str) -> None:
        """Tick a row off, or open it again; it stays where it is, so that one can tick down the list.

        What a later item has answered is done, and stays so.
        """
        if isinstance(what, Entry) and what.target and not what.closed:
            state = self._settling.tick(what.target, what.words, what.state, how)
            if not state:
                dialog.turn(dialog.page)
            else:
                day = self._following.today().isoformat()
                dialog.exchange(what, _promise_row(replace(what, state=state, settled=day)))
            dialog.may_undo = self._settling.may_undo

    def _ask_again(self) -> None:
        if self.dialog is not None:
            self.dialog.turn(self.dialog.page)

    def _untick(self, dialog: Listing) -> None:
        self._settling.undo()
        dialog.may_undo = self._settling.may_undo
        dialog.turn(dialog.page)

    def _take(self, what: object) -> None:
        if isinstance(what, Entry) and what.target:
            self._close()
            self.taken.emit(_promised(what))

    def _to_word(self, body: str, year: int) -> None:
        def made(answer: object) -> None:
            self._close()
            if answer is not None:
                self.word_made.emit(export_path(answer))

        self._asker.ask(
            "listed", made, self._on_failed, archive=self._session.archive, kind="register_to_word", called=body,
            year=year, today=self._following.today(),
        )  # fmt: skip

    def _on_failed(self, error: MinutesError) -> None:
        self._close()
        self.failed.emit(error)

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._window.focus_middle()


def _promised(entry: Entry) -> Promised:
    return Promised(
        swedish.short_place(entry.address), entry.address, entry.words, entry.heading, entry.target, entry.path,
        entry.state, entry.who, entry.due, entry.closed, entry.settled,
    )  # fmt: skip


def _line_row(entry: Entry) -> Line:
    return Line(entry.address, entry.heading, entry.words, swedish.iso_day(entry.date), what=entry)


def _built_row(entry: Entry) -> Line:
    how = swedish.relation(entry.state, back=True)
    return Line(entry.address, entry.heading, how, swedish.iso_day(entry.date), what=entry)


def _promise_row(entry: Entry) -> Line:
    more = swedish.promise_more(entry.heading, entry.who, entry.due, entry.closed, entry.settled)
    tone = swedish.STATE_TONES.get(entry.state, "mute")
    words = swedish.clause_words(entry.address, entry.words)
    return Line(entry.address, words, more, swedish.promise_state(entry.state), tone, entry)


def _part_row(entry: Entry) -> Line:
    return Line(entry.address, swedish.role_or(entry.words), "", swedish.iso_day(entry.date), what=entry)


def _see_also(entry: Entry) -> list[Line]:
    if entry.state != "subject" or not entry.more:
        return []
    return [Line("", swedish.see("", entry.more), what=replace(entry, address="", closed=entry.more, parts=()))]


def _register_row(entry: Entry) -> Line:
    if entry.state == "subject":
        more = " · ".join(part for part in (entry.address, swedish.see(entry.closed, entry.more)) if part)
        return Line("", entry.words, more, swedish.places(len(entry.parts)), what=entry)
    if entry.state == "person":
        more = " · ".join(
            part for part in (entry.heading, swedish.attended(entry.address, entry.closed, entry.more)) if part
        )
        return Line("", entry.words, more, swedish.places(len(entry.parts)), what=entry)
    if entry.heading:
        line = _promise_row(entry)
        return Line(line.place, entry.words, line.more, line.state, line.tone, entry)
    return Line(entry.address, entry.words, entry.more, swedish.item_state(entry.state), what=entry)
