"""What was promised, how it stands, and what is due at a meeting.

A promise is bound to a meeting and moves with it. It is done when a later item is linked to it as its follow-up, or
when somebody ticks it off, which stands in the archive and never in the minutes that made it (`store.settled`); what
was due at a meeting whose minutes are not in the archive is unanswered, never late: nobody knows.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from model.index.cite import Here, followed, on_day
from model.index.evidence import falling_due
from model.index.links import Spot, spot
from model.index.opened import Index
from model.language.relations import CLOSING, REPLACING
from model.store.settled import Settled, read_settled

State = Literal["open", "done", "late", "unanswered", "postponed", "replaced", "dropped"]
"""öppen · klar · försenad · utan svar (protokoll saknas) · uppskjuten · ersatt · inte längre aktuell"""

SETTLED: frozenset[State] = frozenset({"done", "replaced", "dropped"})
"""States in which nothing more is waited for."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise and how it stands. `planned` is the day of the meeting it is due at, after every move.

    `meeting` is that meeting's id when its minutes are in the archive; `closed_by` the place that answers it.
    """

    place: Spot
    words: str
    kind: str
    state: State
    who: str | None = None
    implied: bool = False
    deadline: str | None = None
    planned: str | None = None
    meeting: str | None = None
    body: str | None = None
    closed_by: Spot | None = None
    settled: Settled | None = None

    @property
    def address(self) -> str:
        """`4/2015 § 1 p 3`."""
        return self.place.address


_PROMISES = (
    "select p.minutes, p.node, p.item, p.who, p.implied, p.deadline, p.meeting, p.kind, p.closed_by, p.words, "
    "m.body, m.date"
    " from promise p join meeting m on m.id = p.minutes"
)


def promises(index: Index, body: int | None = None, today: datetime.date | None = None) -> list[Owed]:
    """Every promise of `body` (of all when None), oldest first, as it stands on `today`.

    What another body is to deal with, and nobody of ours is to do, is no promise to follow up.
    """
    where = " where m.body=?" if body is not None else ""
    rows = index.ask(f"{_PROMISES}{where} order by m.date, p.rowid", *([body] if body is not None else []))
    settled = read_settled(index.folder)
    made = (_owed(index, row, today, settled) for row in rows if not _is_anothers(row))
    return [owed for owed in made if owed is not None]


def open_promises(index: Index, body: int | None = None, today: datetime.date | None = None) -> list[Owed]:
    """Those that something is waited for."""
    return [owed for owed in promises(index, body, today) if owed.state not in SETTLED]


def due(index: Index, body: int, day: datetime.date) -> list[Owed]:
    """What earlier meetings of `body` promised for the one on `day`: first what names it, then what is due near it."""
    at = Here(_held(index, body, day.isoformat()) or "", body, "", day.isoformat(), day.year)
    found = falling_due(index, at)
    settled = read_settled(index.folder)
    made = [(one, _owed(index, _row(index, one.minutes, one.node, one.deadline), day, settled)) for one in found]
    kept = [(one, owed) for one, owed in made if owed is not None and owed.state not in {"replaced", "dropped"}]
    ranked = sorted(kept, key=lambda pair: (not pair[0].exact, pair[1].place.date, pair[1].place.number))
    return [owed for _, owed in ranked]


def late(index: Index, body: int | None, today: datetime.date) -> list[Owed]:
    """What should have been dealt with and has not been."""
    return [owed for owed in promises(index, body, today) if owed.state == "late"]


def _row(index: Index, minutes: str, node: str, deadline: str | None) -> tuple[object, ...]:
    rows = index.ask(f"{_PROMISES} where p.minutes=? and p.node=? and p.deadline is ?", minutes, node, deadline)
    return rows[0]


def _is_anothers(row: tuple[object, ...]) -> bool:
    who, meeting = row[3], str(row[6] or "")
    return who is None and "@" in meeting and not meeting.startswith("@")


def _owed(
    index: Index, row: tuple[object, ...], today: datetime.date | None, settled: Mapping[str, Settled]
) -> Owed | None:
    minutes, node, item, who, implied, deadline, bound, kind, closed, words, body, date = row
    place = spot(index, str(minutes), str(node)) or spot(index, str(minutes), str(item))
    if place is None:
        return None
    planned, meeting, others = _bound(index, str(bound or ""), int(str(body)), str(date))
    by, replaced = _closing(index, str(minutes), str(node), str(item), planned or (str(deadline) if deadline else None))
    ticked = settled.get(f"{minutes}#{node}")
    is_done = by is not None or closed == "hand" or (ticked is not None and ticked.how == "done")
    state = _state(place, planned, meeting, deadline, today, done=is_done, replaced=replaced)
    if ticked is not None and ticked.how == "dropped":
        state = "dropped"
    return Owed(
        place, str(words or place.heading), str(kind), state, str(who) if who else None, bool(implied),
        str(deadline) if deadline else None, planned, meeting, others, by, ticked,
    )  # fmt: skip


def _bound(index: Index, bound: str, body: int, date: str) -> tuple[str | None, str | None, str | None]:
    """The day and id of the meeting a promise is bound to, and the other body whose meeting it is."""
    if not bound:
        return None, None, None
    if "@" not in bound:
        rows = index.ask("select date from meeting where id=?", bound)
        return (rows[0][0] if rows else None), (bound if rows else None), None
    other, _, day = bound.partition("@")
    if other:
        return day, None, other
    if day == "next":
        rows = index.ask("select id, date from meeting where body=? and date>? order by date limit 1", body, date)
        return (rows[0][1], rows[0][0], None) if rows else (None, None, None)
    if len(day) != 10:
        return day, _held(index, body, day), None
    target = on_day(index, body, day, Here("", body, "", date, None), way=1)
    return followed(index, body, day), target.minutes, None


def _held(index: Index, body: int, day: str) -> str | None:
    """The meeting of that day; of that month when the day is not said and there is but one."""
    exact = "date=?" if len(day) == 10 else "date like ?"
    rows = index.ask(f"select id from meeting where body=? and {exact}", body, day if len(day) == 10 else f"{day}-%")
    return str(rows[0][0]) if len(rows) == 1 else None


def _closing(index: Index, minutes: str, node: str, item: str, due_day: str | None) -> tuple[Spot | None, bool]:
    """The later place that answers a promise, and whether it has been replaced.

    A link to the clause answers it. One to the item answers those of its promises that were due by then.
    """
    rows = index.ask(
        "select l.minutes, l.source, l.target, l.kind, m.date from link l join meeting m on m.id = l.minutes"
        " where l.target in (?, ?) order by m.date", f"{minutes}#{node}", f"{minutes}#{item}",
    )  # fmt: skip
    replaced = False
    for by, source, target, kind, date in rows:
        exactly = target == f"{minutes}#{node}"
        if kind in REPLACING and exactly:
            replaced = True
        if kind in CLOSING and (exactly or (due_day is not None and due_day <= _week_after(date))):
            return spot(index, by, source), replaced
    return None, replaced


def _week_after(date: str) -> str:
    return (datetime.date.fromisoformat(date) + datetime.timedelta(8)).isoformat() if date else ""


def _state(
    place: Spot, planned: str | None, meeting: str | None, deadline: object, today: datetime.date | None,
    *, done: bool, replaced: bool,
) -> State:  # fmt: skip
    if replaced or done:
        return "replaced" if replaced else "done"
    day = planned or (str(deadline) if deadline else "")
    is_past = bool(day) and today is not None and day < today.isoformat()[: len(day)]
    if place.state in {"withdrawn", "tabled", "referred_back"} and not is_past:
        return "postponed"
    if not is_past:
        return "open"
    return "unanswered" if planned is not None and meeting is None else "late"


def meeting_days(index: Index, body: int, after: str = "") -> list[tuple[str, str | None, str | None]]:
    """The body's calendar from `after`: day, the minutes when it has been held, and the day it was moved to."""
    held = dict(index.ask("select date, id from meeting where body=? and date>=?", body, after))
    said = index.ask(
        "select distinct r.value from ref r join meeting m on m.id = r.minutes"
        " where m.body=? and r.kind in ('date', 'plan') and r.direction=1 and r.body='' and r.value>=?", body, after,
    )  # fmt: skip
    days = sorted({*held, *(value for (value,) in said)})
    found: list[tuple[str, str | None, str | None]] = []
    for day in days:
        to = followed(index, body, day)
        found.append((day, held.get(day), to if to != day else None))
    return found
