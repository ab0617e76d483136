"""How a line of people is printed, seen on the line that stood there before: what joins, ends and encloses its people.

Bodies print their people in as many ways as there are bodies: "A, X och B, Y", "A (X), B (Y)", one to a line, with or
without a stop. A line that is changed keeps its ways, and nobody's words change when somebody else comes or goes.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from model.record.ids import NodeId
from model.record.people import Attendee, PeopleList
from model.record.text import Mark, Text

_AND = re.compile(r"\s(?:och|samt|&)\s")
_BETWEEN = re.compile(r"[\s,;•*–-]+")
_SLIP = re.compile(r"^ +(?=[,;])")
"""What may stand between any two people, and a blank that should not.

All else ("Övriga närvarande:") belongs where it stands.
"""


@dataclass(frozen=True, slots=True)
class PeopleUnit:
    """People who are printed as one, because they share an organisation, or one alone; and their printed words."""

    members: tuple[Attendee, ...]
    words: Text

    def named(self, members: Sequence[Attendee]) -> Text:
        """The words, their marks those of `members`: the same people under other ids."""
        ids = {old.id: new.id for old, new in zip(self.members, members, strict=True)}
        return Text(self.words.plain, tuple(_renamed(mark, ids) for mark in self.words.marks))


@dataclass(frozen=True, slots=True)
class PeopleForm:
    """What stands before, between and after the units; `units` and `joins` are those of the line that was read.

    `inner` joins any two and `last` the last two; an organisation stands between `opens` and `closes`.
    """

    head: str = ""
    inner: str = ", "
    last: str = ", "
    tail: str = "."
    opens: str = ", "
    closes: str = ""
    units: tuple[PeopleUnit, ...] = ()
    joins: tuple[str, ...] = ()

    def bare(self) -> "PeopleForm":
        """The form for another list of the same minutes: a last "och" is each list's own, and so are its labels."""
        tail = self.tail if self.tail in ("", ".") else ""
        return PeopleForm(inner=self.inner, last=self.inner, tail=tail, opens=self.opens, closes=self.closes)

    def place(self, members: Sequence[Attendee]) -> int | None:
        """Which unit of the line these people were, whenever they came and left."""
        said = [_said(person) for person in members]
        return next((at for at, unit in enumerate(self.units) if [_said(one) for one in unit.members] == said), None)

    def unit(self, members: Sequence[Attendee]) -> PeopleUnit | None:
        """That unit."""
        at = self.place(members)
        return None if at is None else self.units[at]

    def joint(self, before: int | None, after: int | None, *, several: bool, final: bool) -> str:
        """What stands between the units `before` and `after` of the old line (None: new); `several` share the last."""
        between = self.joins[before:after] if before is not None and after is not None and before < after else ()
        label = next((join for join in reversed(between) if not _is_plain(join)), None)
        if label is not None:
            return label
        if final and not several:
            return self.last
        return between[0] if len(between) == 1 and not _AND.fullmatch(between[0]) else self.inner


def form_of(people: PeopleList | None) -> PeopleForm:
    """The form of the line of `people`; the house's where there is nobody, or a line that is not marked."""
    spans = _spans(people) if people else []
    if people is None or not spans:
        return PeopleForm()
    line, plain = people.line, people.line.plain
    units = tuple(PeopleUnit(members, line.slice(start, end)) for members, start, end in spans)
    joins = tuple(_SLIP.sub("", plain[one[2] : two[1]]) for one, two in pairwise(spans))
    inner, last = _joins(joins, _before_last(units))
    opens, closes = _enclosed(units)
    return PeopleForm(plain[: spans[0][1]], inner, last, plain[spans[-1][2] :], opens, closes, units, joins)


def _said(person: Attendee) -> tuple[str, str | None, str | None]:
    return person.name, person.organisation, person.title


def _spans(people: PeopleList) -> list[tuple[tuple[Attendee, ...], int, int]]:
    """Each unit with its place in the line; empty if one of them cannot be found, or stands out of order."""
    places: dict[str, tuple[int, int]] = {}
    for mark in people.line.marks:
        for one in (mark.get("of") or "").split():
            start, end = places.get(one, (mark.start, mark.end))
            places[one] = min(start, mark.start), max(end, mark.end)
    found: list[tuple[tuple[Attendee, ...], int, int]] = []
    for _, pairs in groupby(enumerate(people.entries), key=lambda pair: pair[1].group or -1 - pair[0]):
        members = tuple(entry for _, entry in pairs)
        if not all(entry.id in places for entry in members):
            return []
        start = min(places[entry.id][0] for entry in members)
        end = _closed(people.line.plain, start, max(places[entry.id][1] for entry in members))
        if found and start < found[-1][2]:
            return []
        found.append((members, start, end))
    return found


def _closed(plain: str, start: int, end: int) -> int:
    """`end`, after the bracket that closes one opened since `start`."""
    opened = plain.count("(", start, end) > plain.count(")", start, end)
    return end + 1 if opened and plain[end : end + 1] == ")" else end


def _before_last(units: Sequence[PeopleUnit]) -> str:
    """What stands before the last name of a unit of several."""
    words, members = units[-1].words, units[-1].members
    own = [mark.start for mark in words.marks if mark.kind == "name" and mark.get("of") == members[-1].id]
    ends = [mark.end for mark in words.marks if own and mark.end <= own[0]]
    return words.plain[max(ends) : own[0]] if ends and len(members) > 1 else ""


def _joins(joins: Sequence[str], within: str) -> tuple[str, str]:
    """What joins any two units, and what the last two; `within` is the join before the last name of all."""
    plain = [join for join in joins if _is_plain(join)]
    common = Counter(join for join in plain if not _AND.fullmatch(join)).most_common(1)
    inner = common[0][0] if common else ", "
    end = within or (plain[-1] if plain and joins[-1] == plain[-1] else "")
    return inner, end if _AND.fullmatch(end) else inner


def _is_plain(join: str) -> bool:
    return bool(_BETWEEN.fullmatch(join) or _AND.fullmatch(join))


def _enclosed(units: Sequence[PeopleUnit]) -> tuple[str, str]:
    """What most often stands before an organisation and after it."""
    found: Counter[tuple[str, str]] = Counter()
    for unit in units:
        for mark in unit.words.marks:
            ends = [other.end for other in unit.words.marks if other.end <= mark.start]
            if mark.kind == "organisation" and ends:
                opens = unit.words.plain[max(ends) : mark.start]
                found[opens, ")" if opens.endswith("(") else ""] += 1
    common = [pair for pair, _ in found.most_common() if pair[0] in (", ", " ", " (", " – ", " - ")]
    return common[0] if common else (", ", "")


def _renamed(mark: Mark, ids: dict[NodeId, NodeId]) -> Mark:
    of = " ".join(ids.get(NodeId(one), NodeId(one)) for one in (mark.get("of") or "").split())
    return replace(mark, data=tuple(pair if pair[0] != "of" else ("of", of) for pair in mark.data))
