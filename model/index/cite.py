"""Where a reference leads: to exactly one meeting, item or clause of this archive, or to none.

One candidate or none: what cannot be found is shown as unresolved, never guessed, and found the day the meeting is in
the archive. A meeting that was moved is followed; one held within a week of the day that was planned is offered but
not bound. Another body's meeting is never taken for one's own.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from model.index.opened import Index
from model.index.said import read, setting_of
from model.language.bodywords import same
from model.language.references import Reference, Setting, find, leads_on
from model.language.wordforms import season_days
from model.record.blocks import Block, words
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.printing import node_at

NEXT_TO = 4
"""Signs at most between a meeting and its paragraph."""

NEAR = 8
"""Days between the planned and the held meeting for the one to be offered for the other."""

Outcome = Literal["found", "near", "own", "unresolved", "other", "time"]


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting in the archive, as far as finding it goes."""

    id: NodeId
    body: int
    date: str
    short_name: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """Where a reference stands: the minutes (which need not be in the index yet), their body, day and year."""

    minutes: str
    body: int | None
    name: str
    date: str
    year: int | None

    @property
    def day(self) -> datetime.date | None:
        """The day of the meeting."""
        return datetime.date.fromisoformat(self.date) if self.date else None


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to.

    `found`: exactly `minutes` (and `node`). `near`: that meeting was probably meant. `own`: this meeting. `unresolved`:
    one's own body, no such meeting here. `other`: the body `body`. `time`: no meeting is named. `day` is the day the
    meeting is held as far as is known, `planned` the day the words say when that is another.
    """

    outcome: Outcome
    minutes: NodeId | None = None
    node: NodeId | None = None
    body: str | None = None
    day: str | None = None
    planned: str | None = None

    @property
    def is_certain(self) -> bool:
        """True when it may be linked without asking."""
        return self.outcome == "found"


class Cited(NamedTuple):
    """A block, and its references by place."""

    block: Block
    found: list[tuple[Reference, Target]]


def here(index: Index, minutes: Minutes) -> Here:
    """Where the references of `minutes` stand; minutes that do not say whose they are have no meetings of their own."""
    named = minutes.body.name
    body = index.one("select id from body where code=? and name=?", minutes.body.code, named) if named else None
    day = minutes.meeting.date
    year = day.year if day else minutes.year
    return Here(minutes.id, body, minutes.body.name, day.isoformat() if day else "", year)


def cited(index: Index, minutes: Minutes, text: str) -> list[tuple[Reference, Target]]:
    """Every reference in `text`, which stands in `minutes`, and where it leads."""
    at = here(index, minutes)
    return list(_led(index, minutes, text, find(text, _setting(index, minutes, at)), at))


def cited_in(index: Index, minutes: Minutes, nodes: Collection[NodeId] | None = None) -> Iterator[Cited]:
    """The references in `minutes`, or in the blocks `nodes` of it, block for block."""
    at = here(index, minutes)
    for block, found in read(minutes, _setting(index, minutes, at), nodes):
        yield Cited(block, list(_led(index, minutes, words(block).plain, found, at)))


def _setting(index: Index, minutes: Minutes, at: Here) -> Setting:
    return setting_of(minutes, [name for (name,) in index.ask("select name from body where name<>?", at.name)])


def _led(
    index: Index, minutes: Minutes, text: str, found: Sequence[Reference], at: Here
) -> Iterator[tuple[Reference, Target]]:
    """Paragraphs last: the meeting that they belong to may stand before or after them."""
    targets = {ref: resolve(index, ref, at) for ref in found}
    meetings = [(ref, target) for ref, target in targets.items() if ref.kind != "paragraph"]
    for reference, target in targets.items():
        if reference.kind != "paragraph":
            yield reference, target
        elif reference.role == "own":
            number, letter, _ = _address(reference.value)
            yield reference, replace(target, node=node_at(minutes, number, letter) if number else None)
        else:
            yield reference, _paragraph(index, reference, at, _meeting_beside(text, reference, meetings))


def resolve(index: Index, reference: Reference, at: Here) -> Target:
    """Where one reference leads."""
    if reference.role == "own":
        return Target("own", NodeId(at.minutes), day=at.date or None)
    if not reference.meeting:
        return Target("time", day=reference.value)
    body, shown = at.body, None
    if reference.body is not None:
        body, shown = _body_called(index, reference.body), reference.body
        if body is None:
            return Target("other", body=reference.body, day=_day_of(reference))
    target = _meeting(index, reference, at, body) if body is not None else _unresolved(reference)
    return replace(target, body=shown) if shown else target


def _meeting(index: Index, reference: Reference, at: Here, body: int) -> Target:
    if reference.kind == "number":
        number, _, year = reference.value.partition("/")
        return _only(index.ask(f"{_SELECT} where body=? and no=? and year=?", body, int(number), int(year)), reference)
    if reference.kind == "relative":
        return _beside(index, reference, at, body)
    if reference.kind == "month":
        rows = index.ask(f"{_SELECT} where body=? and date like ?", body, f"{reference.value}-%")
        return _only([row for row in rows if row[0] != at.minutes], reference)
    if reference.kind in {"season", "year"}:
        return _within(index, reference, at, body)
    if reference.kind in {"date", "interval"}:
        return on_day(index, body, reference.first_day, at, way=-1 if reference.role == "back" else 1)
    return Target("unresolved", day=_day_of(reference)) if reference.kind != "case" else Target("time")


def _within(index: Index, reference: Reference, at: Here, body: int) -> Target:
    """The body's only other meeting in that season or year."""
    year = reference.value[:4]
    days = season_days(reference.value) if reference.kind == "season" else (f"{year}-01-01", f"{year}-12-31")
    rows = index.ask(f"{_SELECT} where body=? and date between ? and ? and id<>?", body, *map(str, days), at.minutes)
    return _only(rows, reference)


_SELECT = "select id, body, date, short_name from meeting"


def on_day(index: Index, body: int, day: str, at: Here, way: int = 0) -> Target:
    """The meeting of `body` on `day`: held then, moved, or held within a week in the direction `way` from here."""
    moved = followed(index, body, day)
    for candidate in dict.fromkeys((moved, day)):
        rows = index.ask(f"{_SELECT} where body=? and date=?", body, candidate)
        if len(rows) == 1:
            return Target("found", rows[0][0], day=candidate, planned=day if candidate != day else None)
    if moved != day:
        return Target("unresolved", day=moved, planned=day)
    near = _near(index, body, day, at, way)
    return Target("near", near.id, day=near.date, planned=day) if near else Target("unresolved", day=day)


def _near(index: Index, body: int, day: str, at: Here, way: int) -> Held | None:
    """The one meeting nearest `day`, if it is near enough and lies on the right side of this one."""
    try:
        wanted = datetime.date.fromisoformat(day)
    except ValueError:
        return None
    span = datetime.timedelta(days=NEAR)
    rows = index.ask(
        f"{_SELECT} where body=? and date between ? and ? and id<>?",
        body, (wanted - span).isoformat(), (wanted + span).isoformat(), at.minutes,
    )  # fmt: skip
    right = [Held(*row) for row in rows if not at.date or not way or (row[2] > at.date) == (way > 0)]
    ranked = sorted(right, key=lambda held: abs((datetime.date.fromisoformat(held.date) - wanted).days))
    if len(ranked) > 1 and _away(ranked[0], wanted) == _away(ranked[1], wanted):
        return None
    return ranked[0] if ranked else None


def _away(held: Held, day: datetime.date) -> int:
    return abs((datetime.date.fromisoformat(held.date) - day).days)


def followed(index: Index, body: int, day: str) -> str:
    """The day that the meeting planned for `day` is held, after every move in the order in which they were decided."""
    moves = index.ask(
        "select r.value from ref r join meeting m on m.id = r.minutes where r.kind='move' and m.body=?"
        " order by m.date, r.rowid", body,
    )  # fmt: skip
    for (move,) in moves:
        before, _, after = move.partition("/")
        if before == day:
            day = after
    return day


def _only(rows: Sequence[tuple[object, ...]], reference: Reference) -> Target:
    if len(rows) == 1:
        row = rows[0]
        return Target("found", NodeId(str(row[0])), day=str(row[2]))
    return _unresolved(reference)


def _beside(index: Index, reference: Reference, at: Here, body: int) -> Target:
    """The body's meeting nearest before or after this one."""
    if not at.date or reference.value not in {"prev", "next"}:
        return _unresolved(reference)
    before = reference.value == "prev"
    sign, order = ("<", "desc") if before else (">", "asc")
    rows = index.ask(f"{_SELECT} where body=? and date {sign} ? order by date {order} limit 1", body, at.date)
    return Target("found", rows[0][0], day=rows[0][2]) if rows else _unresolved(reference)


def _paragraph(index: Index, reference: Reference, at: Here, meeting: Target | None) -> Target:
    """`§ 4` of the meeting named beside it, else of this body and year; a range or another body's stays words."""
    if meeting is None and reference.body is not None:
        return Target("other", body=reference.body)
    if meeting is not None and meeting.minutes is None:
        return meeting
    number, letter, point = _address(reference.value)
    if number is None:
        return meeting or _unresolved(reference)
    year = reference.value.partition("/")[2].partition("#")[0]
    rows = _items(index, at, meeting, number, letter, year)
    if len(rows) != 1:
        return meeting or _unresolved(reference)
    minutes, item, rowid, date = rows[0]
    clause = index.one("select id from clause where item=? and n=?", rowid, point) if point else None
    return Target("found", NodeId(minutes), NodeId(clause or item), day=date)


def _items(
    index: Index, at: Here, meeting: Target | None, number: int, letter: str | None, year: str
) -> list[tuple[str, str, int, str]]:
    of_item = "i.no=? and i.letter is ?" if letter else "i.no=? and coalesce(i.letter, '')=coalesce(?, '')"
    select = f"select m.id, i.id, i.rowid, m.date from item i join meeting m on m.id = i.minutes where {of_item}"
    if meeting is not None:
        return index.ask(f"{select} and m.id=?", number, letter, meeting.minutes)
    if at.body is None:
        return []
    wanted = int(year) if year else at.year
    return index.ask(f"{select} and m.body=? and m.year=? and m.id<>?", number, letter, at.body, wanted, at.minutes)


def _address(value: str) -> tuple[int | None, str | None, int | None]:
    """`7b#3` → 7, b, 3; None for a range."""
    words, _, point = value.partition("#")
    words = words.partition("/")[0]
    if "-" in words:
        return None, None, None
    digits = words.rstrip("abcdefgh")
    return int(digits), words[len(digits) :] or None, int(point) if point else None


def _meeting_beside(text: str, reference: Reference, targets: Iterable[tuple[Reference, Target]]) -> Target | None:
    """The meeting named straight before a paragraph ("2015-03-10 § 45", "protokoll 4/2015, § 1"), or after it."""
    named = [(o, t) for o, t in targets if o.meeting and o.kind in {"date", "number", "relative", "month"}]
    for other, target in reversed(named):
        if other.end <= reference.start and len(text[other.end : reference.start]) <= NEXT_TO:
            return target
    for other, target in named:
        if reference.end <= other.start and leads_on(text[reference.end : other.start]):
            return target if target.minutes is not None or other.role == "back" else None
    return None


def _body_called(index: Index, shown: str) -> int | None:
    """The archive's one body that is called `shown`; None for none or several."""
    found = [row for row, name in index.ask("select id, name from body") if same(shown, name)]
    return int(found[0]) if len(found) == 1 else None


def _unresolved(reference: Reference) -> Target:
    return Target("unresolved", day=_day_of(reference))


def _day_of(reference: Reference) -> str | None:
    return reference.value if reference.kind in {"date", "interval", "month", "week"} else None
