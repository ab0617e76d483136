"""What speaks for an earlier item before its words are weighed: references to it, and what was promised for today."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from model.index.cite import Here, Target, cited_in, followed
from model.index.opened import Index
from model.language.references import Reference
from model.record.blocks import Block, words
from model.record.minutes import Minutes
from model.store.settled import read_settled

WINDOW = 8
"""Days before and after a meeting within which what falls due belongs to it, at half weight."""


class Due(NamedTuple):
    """A promise of an earlier meeting that falls due at this one; `exact` when it names this very meeting."""

    minutes: str
    node: str
    item: str
    who: str | None
    implied: bool
    deadline: str | None
    kind: str
    exact: bool


@dataclass
class Evidence:
    """References by meeting and by node, and what falls due by item; each with the words that say so."""

    meetings: dict[str, tuple[bool, str]] = field(default_factory=dict)
    nodes: dict[tuple[str, str], str] = field(default_factory=dict)
    due: dict[tuple[str, str], Due] = field(default_factory=dict)

    def items_of(self) -> set[str]:
        """The meetings all of whose items are candidates."""
        return set(self.meetings)


def gathered(index: Index, minutes: Minutes, blocks: Iterable[Block], at: Here) -> Evidence:
    """The evidence in `blocks`, which stand in `minutes`; what has been ticked off is due no more."""
    found = Evidence()
    for block, cited in cited_in(index, minutes, {block.id for block in blocks}):
        for reference, target in cited:
            if target.minutes and target.minutes != minutes.id and target.outcome in {"found", "near"}:
                _heard(found, words(block).plain, reference, target)
    ticked = read_settled(index.folder)
    for due in falling_due(index, at):
        if f"{due.minutes}#{due.node}" in ticked:
            continue
        key = (due.minutes, due.item)
        if key not in found.due or (due.exact and not found.due[key].exact):
            found.due[key] = due
    return found


def _heard(found: Evidence, text: str, reference: Reference, target: Target) -> None:
    if reference.role == "ahead":
        return
    printed = " ".join(text[reference.start : reference.end].split())
    minutes = str(target.minutes)
    if target.node is not None:
        found.nodes[minutes, target.node] = printed
        return
    exact = target.outcome == "found" and reference.kind in {"date", "number"}
    if minutes not in found.meetings or (exact and not found.meetings[minutes][0]):
        found.meetings[minutes] = (exact, printed)


_DUE = (
    "select p.minutes, p.node, p.item, p.who, p.implied, p.deadline, p.kind, p.meeting"
    " from promise p join meeting m on m.id = p.minutes where m.body=? and m.date < ?"
)


def falling_due(index: Index, at: Here) -> list[Due]:
    """The promises of earlier meetings of the same body that fall due at this one, or within `WINDOW` days of it.

    What another body is to deal with is no matter of this one's, unless somebody is to do something.
    """
    if at.body is None or not at.date:
        return []
    day = datetime.date.fromisoformat(at.date)
    first, last = (day - datetime.timedelta(WINDOW)).isoformat(), (day + datetime.timedelta(WINDOW)).isoformat()
    days = [at.date, *_moved_here(index, at)]
    rows = index.ask(f"{_DUE} and p.deadline between ? and ?", at.body, at.date, first, last)
    for planned in days[1:]:
        rows += index.ask(f"{_DUE} and p.deadline=? and p.meeting=?", at.body, at.date, planned, f"@{planned}")
    rows += index.ask(f"{_DUE} and p.meeting=?", at.body, at.date, at.minutes)
    before = index.one("select max(date) from meeting where body=? and date<?", at.body, at.date)
    rows += index.ask(f"{_DUE} and p.meeting='@next' and m.date=?", at.body, at.date, before)
    return [due for row in dict.fromkeys(rows) if (due := _due(index, at, row, days)) is not None]


def _due(index: Index, at: Here, row: tuple[object, ...], days: list[str]) -> Due | None:
    minutes, node, item, who, implied, deadline, kind, meeting = row
    bound = str(meeting or "")
    named = bound.partition("@")
    if bound and "@" in bound and named[0] and who is None:
        return None
    if bound.startswith("@") and len(named[2]) == 10 and at.body is not None:
        goes_to = followed(index, at.body, named[2])
        if goes_to != named[2] and goes_to not in days:
            return None  # the meeting it was due at has been moved elsewhere
    exact = (
        bound == "@next"
        or (bool(bound) and bound == at.minutes)
        or (str(deadline) in days and (not bound or bound.startswith("@")))
    )
    return Due(
        str(minutes), str(node), str(item), str(who) if who else None, bool(implied),
        str(deadline) if deadline else None, str(kind), exact,
    )  # fmt: skip


def _moved_here(index: Index, at: Here) -> list[str]:
    """The days from which a meeting was moved to this one's, in one step or several."""
    moves = index.ask(
        "select r.value from ref r join meeting m on m.id = r.minutes where r.kind='move' and m.body=?", at.body
    )
    planned = dict.fromkeys(value.split("/")[0] for (value,) in moves)
    return [day for day in planned if at.body is not None and day != at.date == followed(index, at.body, day)]
