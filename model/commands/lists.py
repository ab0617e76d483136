"""The archive's lists as rows that a screen or a document can show: promises, a matter's line, registers of a year."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from model.index import due, links, registers
from model.index.due import Owed
from model.index.links import Spot
from model.index.opened import Index, asking
from model.index.registers import Place
from model.index.silence import silent
from model.index.writing import Progress
from model.store.subjects import read_subjects

RECENT = datetime.timedelta(days=550)
"""How far back it is looked for what was never spoken of again: it is asked for while somebody waits."""

RegisterName = Literal["decisions", "matters", "subjects", "people"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `address` is where it stands, as minutes are cited; `target` and `path` lead there when it is a place.

    `state` is a code (of a promise, an item, or a relation), `who` and `due` (an ISO day) belong to promises, `closed`
    is the address that answers one, `settled` the ISO day on which somebody ticked it off. `more` are further words:
    references, cases, meetings. `parts` are the places that a row of a register points to, each a row of its own.
    """

    address: str
    words: str
    heading: str = ""
    date: str = ""
    target: str = ""
    path: Path | None = None
    state: str = ""
    who: str = ""
    due: str = ""
    closed: str = ""
    settled: str = ""
    more: str = ""
    parts: tuple["Entry", ...] = ()


def due_at(index: Index, code: str, called: str, day: datetime.date) -> tuple[Entry, ...]:
    """What earlier meetings of the body promised for the one on `day`, and has not been dealt with."""
    with asking(index):
        body = body_of(index, code, called)
        found = due.due(index, body, day) if body is not None else []
        return tuple(_owed(index, owed) for owed in found if owed.state not in due.SETTLED)


def promised(
    index: Index, code: str, called: str, today: datetime.date, states: tuple[str, ...] = ()
) -> tuple[Entry, ...]:
    """Every promise of the body that stands so on `today`, oldest first; whatever its state when none is named."""
    with asking(index):
        body = body_of(index, code, called)
        found = due.promises(index, body, today) if body is not None else []
        return tuple(_owed(index, owed) for owed in found if not states or owed.state in states)


def waiting(index: Index, code: str, called: str, today: datetime.date) -> tuple[int, int]:
    """How many of the body's promises are late, and how many unanswered."""
    with asking(index):
        body = body_of(index, code, called)
        states = [owed.state for owed in due.promises(index, body, today)] if body is not None else []
        return states.count("late"), states.count("unanswered")


def silent_of(
    index: Index, code: str, called: str, today: datetime.date, progress: Progress | None = None
) -> tuple[Entry, ...]:
    """What the body asked for in the last year and a half, and nobody has spoken of in time."""
    with asking(index):
        body, since = body_of(index, code, called), (today - RECENT).isoformat()
        return (
            tuple(_owed(index, owed) for owed in silent(index, body, today, since, progress))
            if body is not None
            else ()
        )


def line_of(index: Index, starts: tuple[str, ...]) -> tuple[Entry, ...]:
    """The matter's line through all meetings, by date: every item that accepted links lead to from these addresses."""
    with asking(index):
        found = {(p.minutes, p.item): p for start in starts for p in links.chain(index, *links.split(start))}
        return tuple(_place(index, place) for place in sorted(found.values(), key=lambda p: (p.date, p.number)))


def built_on(index: Index, minutes: str, nodes: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """What later minutes have built on these, or on `nodes` of them: the relation as their end calls it."""
    with asking(index):
        ties = links.incoming(index, minutes, nodes) if nodes else links.builds_on(index, minutes)
        return tuple(_place(index, tie.source, tie.kind) for tie in ties if tie.source is not None)


def years(index: Index, code: str, called: str) -> tuple[int, ...]:
    """The years that the body has minutes of, newest first."""
    with asking(index):
        body = body_of(index, code, called)
        return tuple(registers.years(index, body)) if body is not None else ()


def bodies(index: Index) -> tuple[tuple[str, str], ...]:
    """Code and name of every body of the archive."""
    with asking(index):
        return tuple((code, name) for _, code, name in registers.bodies(index))


def register(
    index: Index, which: RegisterName, code: str, called: str, year: int, today: datetime.date
) -> tuple[Entry, ...]:
    """One register of a body's year."""
    makers: dict[RegisterName, Callable[[int], list[Entry]]] = {
        "decisions": lambda body: _decisions(index, body, year, today),
        "matters": lambda body: _matters(index, body, year),
        "subjects": lambda body: _subjects(index, body, year),
        "people": lambda body: _people(index, body, year),
    }
    with asking(index):
        body = body_of(index, code, called)
        return tuple(makers[which](body)) if body is not None else ()


def register_to_word(index: Index, called: str, year: int, today: datetime.date) -> Path | None:
    """Write the registers of a body's year as a Word file into the archive's folder; None when there is nothing."""
    from model.commands.exporting import document
    from model.commands.registers import register as documents
    from model.disk import write_whole

    with asking(index):
        made = next((one for one in documents(index, year, today) if one.body.name == called), None)
    if made is None:
        return None
    path = index.folder / f"register {year} {made.body.code}.docx"
    write_whole(path, document(made, "docx", index.folder / "x"))
    return path


def body_of(index: Index, code: str, called: str) -> int | None:
    """The row of a body; by its code alone when its name has changed and no other has that code; "" is any code."""
    rows = [(row, own) for row, other, own in registers.bodies(index) if code in ("", other)]
    exact = [row for row, own in rows if own == called]
    return exact[0] if exact else rows[0][0] if len(rows) == 1 else None


def _owed(index: Index, owed: Owed) -> Entry:
    place = owed.place
    return Entry(
        owed.address, " ".join(owed.words.split()), place.heading, place.date, _target(place),
        _path(index, place.minutes), owed.state, owed.who or "", owed.planned or owed.deadline or "",
        owed.closed_by.address if owed.closed_by else "", owed.settled.when.date().isoformat() if owed.settled else "",
    )  # fmt: skip


def _place(index: Index, place: Spot, state: str = "") -> Entry:
    return Entry(
        place.address, " ".join((place.text or _decided(index, place)).split()), place.heading, place.date,
        _target(place), _path(index, place.minutes), state or place.state,
    )  # fmt: skip


def _decided(index: Index, place: Spot) -> str:
    """The first thing that an item decided."""
    rows = index.ask(
        "select c.text from clause c join item i on i.rowid = c.item where i.minutes=? and i.id=? order by c.n limit 1",
        place.minutes, place.item,
    )  # fmt: skip
    return str(rows[0][0]) if rows else ""


def _target(place: Spot) -> str:
    return f"{place.minutes}#{place.node}" if place.node != place.minutes else place.minutes


def _path(index: Index, minutes: str) -> Path | None:
    rows = index.ask("select path from meeting where id=?", minutes)
    return index.folder / rows[0][0] if rows else None


def _decisions(index: Index, body: int, year: int, today: datetime.date) -> list[Entry]:
    made = []
    for row in registers.decision_log(index, body, year, today):
        owed = _owed(index, row.owed) if row.owed else Entry("", "")
        made.append(
            Entry(
                row.address, " ".join(row.words.split()), row.heading, row.date, owed.target, owed.path, owed.state,
                owed.who, owed.due, owed.closed,
            )
        )  # fmt: skip
    return made


def _matters(index: Index, body: int, year: int) -> list[Entry]:
    return [
        Entry(row.address, row.heading, "", row.date, state=row.state, more=", ".join((*row.cases, *row.later)))
        for row in registers.matters(index, body, year)
    ]


def _subjects(index: Index, body: int, year: int) -> list[Entry]:
    """By the archive's own list of subjects; from the headings where it keeps none."""
    known = read_subjects(index.folder)
    rows = registers.subjects(index, body, year, known) if known else registers.proposed(index, body, year)
    return [
        Entry(
            ", ".join(row.references), row.term, closed=row.see or "", more=row.see_also or "", state="subject",
            parts=_parts(index, row.places),
        )
        for row in rows
    ]  # fmt: skip


def _people(index: Index, body: int, year: int) -> list[Entry]:
    return [
        Entry(", ".join(row.present), row.name, row.organisation or "", closed=", ".join(row.apologies),
              more=", ".join(row.guest), state="person", parts=_parts(index, row.places))
        for row in registers.people(index, body, year)
    ]  # fmt: skip


def _parts(index: Index, places: Iterable[Place]) -> tuple[Entry, ...]:
    return tuple(
        Entry(one.address, one.heading, "", one.date, one.target, _path(index, one.target.partition("#")[0]))
        for one in places
    )
