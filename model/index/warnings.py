"""Warnings beside a decision: the same mandate given twice, or given again with another day or another sum.

A warning is a question to the person, never a hindrance. It is raised for what the item follows up (`suggest`), for the
other decisions of the same minutes, and for what the same party has already been asked to do by the same day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from model.index.cite import Here, here
from model.index.likeness import counted
from model.index.links import Spot, address, spot
from model.index.opened import Index
from model.index.rows import Promise
from model.index.said import promises
from model.language import amounts
from model.language.clauses import read
from model.language.commonplace import commonplace
from model.record.blocks import Clause
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.tree import decisions, derive, section_of, sections

Kind = Literal["duplicate", "deadline", "amount"]
"""The same mandate again · again with another day · again with another sum."""

ALIKE, ALIKE_SAME_DAY = 0.5, 0.3
"""Shares of the shorter mandate's telling words that two have in common: to be one, and to be one for the same party
and the same day."""

FEWEST = 2
"""So many telling words must be common at least."""


@dataclass(frozen=True, slots=True)
class Again:
    """`node` says again what `other` (an address) said; `mine` and `theirs` are what differs, as ISO days or kronor."""

    kind: Kind
    node: NodeId
    other: str
    words: str
    mine: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class _Mandate:
    """A clause that asks or decides something."""

    node: str
    address: str
    words: str
    who: str | None
    deadline: str | None
    sums: frozenset[int]

    @property
    def telling(self) -> frozenset[str]:
        """The words that say which matter it is: not who is asked, nor out of which account it is paid."""
        party, words = set(counted(self.who or "")), self.words
        for amount in read(words).amounts:
            words = words.replace(amount.account or "", "")
        return frozenset(word for word in counted(words) if not word.isdigit()) - commonplace() - party


class Placed(Protocol):
    """An earlier item: one that is suggested, or that is linked already."""

    @property
    def minutes(self) -> NodeId:
        """The minutes it stands in."""

    @property
    def item(self) -> NodeId:
        """Its item."""


def warnings(index: Index, minutes: Minutes, node: NodeId, found: Sequence[Placed] = ()) -> list[Again]:
    """What is said twice or otherwise in the item that holds `node`; `found` is what it seems to build on, or does.

    A mandate whose day has passed may be given again: only what still holds is contradicted.
    """
    section = section_of(derive(minutes.blocks), node)
    if section is None:
        return []
    own = {clause.id for decision in decisions(section) for clause in decision.clauses}
    asked = {said.node: said for said in promises(minutes) if isinstance(said, Promise)}
    every = list(_of_minutes(minutes, asked))
    mine = [mandate for mandate in every if mandate.node in own]
    before = [mandate for mandate in every if mandate.node not in own and _stands_before(minutes, mandate, own)]
    earlier = [*before, *_of_suggestions(index, found), *_of_party(index, here(index, minutes), mine)]
    day = minutes.meeting.date.isoformat() if minutes.meeting.date else ""
    holds = [one for one in earlier if not one.deadline or one.deadline >= day]
    return [warning for one in mine for warning in _against(one, holds)][:3]


def _against(one: _Mandate, earlier: Iterable[_Mandate]) -> Iterator[Again]:
    seen: set[str] = set()
    for other in earlier:
        if other.address in seen or not _is_same(one, other):
            continue
        seen.add(other.address)
        if one.sums and other.sums and one.sums != other.sums:
            yield _warning("amount", one, other, _sum(one), _sum(other))
        elif one.deadline and other.deadline and one.deadline != other.deadline:
            yield _warning("deadline", one, other, one.deadline, other.deadline)
        elif one.deadline == other.deadline and (one.deadline or _overlap(one, other) >= 1):
            yield _warning("duplicate", one, other)


def _is_same(one: _Mandate, other: _Mandate) -> bool:
    """The same mandate: nobody else is asked, and most of the telling words are common."""
    if one.who and other.who and one.who.casefold() != other.who.casefold():
        return False
    same_day = one.who is not None and one.deadline is not None and one.deadline == other.deadline
    common = len(one.telling & other.telling)
    return common >= FEWEST and _overlap(one, other) >= (ALIKE_SAME_DAY if same_day else ALIKE)


def _overlap(one: _Mandate, other: _Mandate) -> float:
    return len(one.telling & other.telling) / max(1, min(len(one.telling), len(other.telling)))


def _warning(kind: Kind, one: _Mandate, other: _Mandate, mine: str = "", theirs: str = "") -> Again:
    return Again(kind, NodeId(one.node), other.address, other.words, mine, theirs)


def _sum(mandate: _Mandate) -> str:
    return str(max(mandate.sums))


def _of_minutes(minutes: Minutes, asked: dict[str, Promise]) -> Iterator[_Mandate]:
    """The clauses of these minutes that ask for something or decide on money."""
    for section in sections(derive(minutes.blocks)):
        clauses: list[Clause] = [clause for decision in decisions(section) for clause in decision.clauses]
        for n, clause in enumerate(clauses, 1):
            words, said = clause.text.plain, asked.get(clause.id)
            sums = frozenset(int(found.value) for found in amounts.find(words))
            if said or sums:
                place = address(minutes.short_name, section.number, section.letter, n)
                yield _Mandate(clause.id, place, words, said and said.who, said and said.deadline, sums)


def _stands_before(minutes: Minutes, mandate: _Mandate, own: set[NodeId]) -> bool:
    """Of two alike in the same minutes the later one is warned of."""
    order = {block.id: at for at, block in enumerate(minutes.blocks)}
    return order[NodeId(mandate.node)] < min((order[node] for node in own), default=0)


def _of_suggestions(index: Index, found: Sequence[Placed]) -> Iterator[_Mandate]:
    for suggestion in found:
        rows = index.ask(
            "select c.id, c.text, p.who, p.deadline from clause c join item i on i.rowid = c.item"
            " left join promise p on p.minutes = i.minutes and p.node = c.id where i.minutes=? and i.id=? order by c.n",
            suggestion.minutes, suggestion.item,
        )  # fmt: skip
        for node, text, who, deadline in rows:
            yield from _earlier(spot(index, suggestion.minutes, node), text, who, deadline)


def _of_party(index: Index, at: Here, mine: Sequence[_Mandate]) -> Iterator[_Mandate]:
    """What the same party has been asked by earlier meetings to do by the same day."""
    for one in mine:
        if one.who is None or one.deadline is None or at.body is None:
            continue
        rows = index.ask(
            "select p.minutes, p.node, p.words, p.who, p.deadline from promise p join meeting m on m.id = p.minutes"
            " where p.deadline=? and p.who=? and m.body=? and m.date<?", one.deadline, one.who, at.body, at.date,
        )  # fmt: skip
        for minutes, node, text, who, deadline in rows:
            yield from _earlier(spot(index, minutes, node), text, who, deadline)


def _earlier(place: Spot | None, text: str, who: str | None, deadline: str | None) -> Iterator[_Mandate]:
    if place is not None:
        sums = frozenset(int(found.value) for found in amounts.find(text))
        yield _Mandate(place.node, place.address, text, who, deadline, sums)
