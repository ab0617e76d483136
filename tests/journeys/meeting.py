"""A whole meeting typed from its ground truth with the keyboard alone, after those before it: any of the samples."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from pytestqt.qtbot import QtBot

from desktop.app import Program
from model.edit.parts import words_of
from model.language import dates
from model.record.blocks import Clause, Item, Paragraph, Row
from model.record.minutes import Minutes
from tests.journeys.assisted import Assisted
from tests.journeys.typist import gold
from tests.model.word.goldrecords import NAMES

WAIT = 30_000
BODY = ("<Shift+Tab>", "<Shift+Tab>", "Kommundirektörsgruppen", "<Tab>", "Kommundirektörsgruppens", "<Tab>")


def earlier(name: str) -> tuple[str, ...]:
    """The files of the samples' minutes that are older than `name`."""
    day = gold(name)["mote"]["datum"]
    return tuple(str(gold(n)["kalla"]["fil"]) for n in NAMES if gold(n)["mote"]["datum"] < day)


class Meeting:
    """Types the minutes `record`, whose head is told by `truth`, in `program`; `typist` counts."""

    def __init__(self, program: Program, qtbot: QtBot, truth: dict[str, Any], record: Minutes) -> None:
        self._program, self._qtbot = program, qtbot
        self.truth, self.record, self.typist = truth, record, Assisted(program)

    @property
    def minutes(self) -> Minutes:
        """What has been typed."""
        found = self._program.session.minutes
        assert found is not None
        return found

    def hold(self) -> None:
        """Everything from the form to the closing."""
        self._begin()
        self._head()
        self._body()

    def _begin(self) -> None:
        """New minutes, after the last ones if there are any; the caret in the meeting line."""
        before, own = self._program.session.minutes, self.truth["mote"]
        day = own["datum"].replace("-", "")
        form = (str(own["nr"]), "<Tab>", str(own["ar"]), "<Tab>", day, "<Return>")
        if before is None:
            self.typist.answer("Ctrl+N", *BODY, *form)
        else:
            self.typist.answer("Ctrl+Shift+N", *form)
        self._qtbot.waitUntil(lambda: self._program.session.minutes not in (None, before), timeout=WAIT)
        self._program.window.activateWindow()
        sheet = self._program.window.sheet
        self._qtbot.waitUntil(sheet.hasFocus, timeout=WAIT)
        self.typist.press("Return")

    def _head(self) -> None:
        self._line()
        if self.minutes.attendance.present is None or not self._ticked():
            self.typist.press("Return")
            self._row("narvarande")
            self.typist.press("Return")
            self._row("forhinder")
        else:
            self.typist.run("<Return>", "<Return>")
            if not self.minutes.attendance.apologies:
                self._row("forhinder")
        self.typist.press("Return")
        self._row("gaster")
        self.typist.press("Return")

    def _line(self) -> None:
        """When and where, in a hurry: the day stands there; Tab gives it the form that the body uses."""
        own = self.truth["mote"]
        hours = "-".join(_hour(own[key]) for key in ("start", "slut") if own[key])
        place = ", ".join(part for part in (own["lokal"], own["adress"], own["ort"]) if part)
        self.typist.type(f" {hours} {place}")
        self.typist.press("Tab")

    def _row(self, kind: str) -> None:
        """A line of people as it is printed; what stood there goes."""
        told = self._told(kind)
        if told is None:
            return
        while self._program.window.sheet.textCursor().block().text():
            self.typist.run("<Shift+Home>", "<Backspace>")
        self.typist.write(told["norm"].partition(":")[2].strip())

    def _told(self, kind: str) -> dict[str, Any] | None:
        return next((dict(row) for row in self.truth["narvaro"] if row["slag"] == kind and row["finns"]), None)

    def _ticked(self) -> bool:
        """Everybody who is here ticked in the roster, if it has them all and in this order; False if it has not."""
        present, away = (_names(self._told(kind)) for kind in ("narvarande", "forhinder"))
        people = self.minutes.attendance.present
        there = [entry.name for entry in people.entries] if people else []
        if [name for name in there if name in present] != present or not set(away) <= set(there):
            return False
        self.typist.press("F9")
        words = [f"{entry.name} {entry.organisation or ''}" for entry in people.entries] if people else []
        for name in (*(n for n in there if n not in present and n not in away), *away):
            self._go(name, words)
            self.typist.press("Space" if name in away else "Delete")
            if name not in away:
                words = [row for row in words if not row.startswith(name)]
        for name, came in self._late():
            self._program.window.sheet.now = lambda came=came: datetime.datetime.combine(datetime.date.today(), came)  # type: ignore[misc]  # the clock on the wall
            self._go(name, words)
            self.typist.type("t")
        self.typist.press("Return")
        return True

    def _late(self) -> Iterator[tuple[str, datetime.time]]:
        for entry in (self._told("narvarande") or {"poster": ()})["poster"]:
            for time in entry["tider"]:
                yield entry["namn_tryckt"], datetime.time.fromisoformat(time["fran"])

    def _go(self, name: str, rows: Sequence[str]) -> None:
        """The fewest letters that lead to one person only; T and L would be verbs."""
        own = next(row for row in rows if row.startswith(name)).casefold().split()
        starts = [word[:length] for word in own for length in range(1, len(word) + 1) if word[0] not in "tl"]
        alone = [start for start in starts if sum(_begins(row, start) for row in rows) == 1]
        self.typist.type(min(alone, key=len))

    def _body(self) -> None:
        first, *rest = self.record.blocks
        if any(words_of(block).plain for block in self.minutes.blocks):
            self.typist.run("<Home>", "<Ctrl+Shift+End>", "<Delete>")  # what was prepared was not taken up
        opening = not isinstance(first, Item)
        if opening:
            self.typist.run("<Backspace>", words_of(first).plain, "<Ctrl+Return>")
        else:
            self.typist.write(words_of(first).plain)
        before: object = first
        for place, block in enumerate(rest):
            if place or not opening:
                self.typist.run(*way(before, block))
            if isinstance(block, Paragraph) and block.kind == "status":
                self._put_off(block.text.plain)
            elif isinstance(block, Row):
                self._table(block, first=not isinstance(before, Row))
            else:
                self.typist.write(words_of(block).plain)
            before = block
            if isinstance(block, Clause) and block.after:
                self.typist.run("<Return>", "<Shift+Tab>", block.after.plain)
                before = None

    def _put_off(self, words: str) -> None:
        """The item waits for another meeting: the command, its day in a hurry; a year that is not told is struck."""
        (until,) = (datetime.date.fromisoformat(day.edtf) for day in dates.find(words, self.minutes.meeting.date))
        self.typist.press("Ctrl+Shift+U")
        self.typist.type(f"{until.day}/{until.month}")
        self.typist.press("Return")
        while not words.startswith(line := self._program.window.sheet.textCursor().block().text()):
            self.typist.press("Backspace")
        self.typist.type(words[len(line) :])

    def _table(self, row: Row, *, first: bool) -> None:
        """A row, cell by cell; the sum is counted by the program."""
        self.typist.run(*(("<Return>", "<Ctrl+T>") if first else ("<Return>",)))
        if row.kind == "sum":
            self.typist.run(row.cells[0].plain, "<Ctrl+Shift+T>")
        else:
            self.typist.run(row.cells[0].plain, "<Tab>", row.cells[1].plain)


def way(before: object, block: object) -> tuple[str, ...]:
    """The structure keys from one block to the next."""
    if isinstance(block, Row) or (isinstance(block, Paragraph) and block.kind == "status"):
        return ()
    if isinstance(before, Row):
        return ("<Return>", "<Return>", "<Return>")
    if isinstance(block, Item) and block.level == 2:
        if isinstance(before, Item):
            return ("<Return>", "<Tab>", "<Tab>")
        return ("<Return>", "<Tab>") if isinstance(before, Clause) else ("<Return>", "<Tab>", "<Tab>")
    if isinstance(block, Item):
        return ("<Return>", "<Return>") if isinstance(before, Clause) else ("<Ctrl+Return>",)
    if isinstance(block, Clause):
        return ("<Return>",) if isinstance(before, Clause) else ("<Return>", "<Return>")
    return ("<Return>", "<Shift+Tab>") if isinstance(before, Clause) else ("<Return>",)


def head_of(record: Minutes) -> dict[str, Any]:
    """What a record tells of its head, in the words of the ground truth."""
    meeting, there = record.meeting, record.attendance
    hours = {"start": meeting.start, "slut": meeting.end}
    place = {"lokal": meeting.place.room, "adress": meeting.place.street, "ort": meeting.place.town}
    lists = {"narvarande": there.present, "forhinder": there.apologies, "gaster": there.guests}
    return {
        "mote": {
            "nr": record.number or 1, "ar": record.year, "datum": str(meeting.date), **place,
            **{key: at.isoformat("minutes") if at else None for key, at in hours.items()},
        },
        "narvaro": [
            {"slag": kind, "finns": people is not None, "norm": f":{people.line.plain if people else ''}",
             "poster": [{"namn_tryckt": entry.name, "tider": ()} for entry in (people.entries if people else ())]}
            for kind, people in lists.items()
        ],
    }  # fmt: skip


def _names(told: dict[str, Any] | None) -> list[str]:
    return [entry["namn_tryckt"] for entry in told["poster"]] if told else []


def _begins(row: str, letters: str) -> bool:
    return any(word.startswith(letters) for word in row.casefold().split())


def _hour(time: str) -> str:
    hour, minute = time.split(":")
    return f"{int(hour)}" if minute == "00" else f"{hour}{minute}"
