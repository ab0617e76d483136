"""Accepted links from both ends: where an item leads, what builds on it, its matter's line, and links that cannot be.

A link is stored once, in the minutes where it was made; the index shows it from the other end too. A target that is no
longer in the archive stays a link without one: it is shown with its words, never dropped.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

from model.index.opened import Index
from model.language.relations import CHAIN, RELATIONS
from model.record.links import LinkKind

Fault = Literal["missing", "future", "itself"]
"""The target is not in the archive; it lies ahead though its kind points back; it is the source."""


class Spot(NamedTuple):
    """A place in the archive: an item, or a clause (`clause` is its number) in it."""

    minutes: str
    item: str
    node: str
    short_name: str
    date: str
    number: int
    letter: str | None
    clause: int | None
    heading: str
    text: str
    state: str

    @property
    def address(self) -> str:
        """`4/2015 § 7 b p 1`."""
        return address(self.short_name, self.number, self.letter, self.clause)


@dataclass(frozen=True, slots=True)
class Tie:
    """One link between two places; `target` is None when it is not in the archive, `words` is then what it says."""

    kind: LinkKind
    source: Spot | None
    target: Spot | None
    words: str
    evidence: str | None = None


class BadLink(NamedTuple):
    """A link that breaks a rule."""

    fault: Fault
    minutes: str
    source: str
    target: str
    kind: str


def address(short_name: str, number: int | None, letter: str | None = None, clause: int | None = None) -> str:
    """The form in which minutes are cited: `8/2015 § 9 b`, with `p 3` for a clause."""
    place = f"{short_name} § {number}" if number else short_name
    return place + (f" {letter}" if letter else "") + (f" p {clause}" if clause else "")


def spot(index: Index, minutes: str, node: str = "") -> Spot | None:
    """The place that `node` of `minutes` is; the meeting itself for its own id; None when it is not in the archive."""
    columns = "m.id, i.id, {node}, m.short_name, coalesce(m.date, ''), i.no, i.letter, {n}, i.heading, {text}, i.state"
    of_item = columns.format(node="i.id", n="null", text="''")
    item = index.ask(
        f"select {of_item} from item i join meeting m on m.id = i.minutes where m.id=? and i.id=?", minutes, node
    )
    rows = item or index.ask(
        f"select {columns.format(node='c.id', n='c.n', text='c.text')} from clause c join item i on i.rowid = c.item"
        " join meeting m on m.id = i.minutes where m.id=? and c.id=?", minutes, node,
    )  # fmt: skip
    if rows:
        return Spot(*rows[0])
    meeting = index.ask("select id, short_name, date from meeting where id=?", minutes)
    if not meeting:
        return None
    inside = _item_of(index, minutes, node) if node else None
    if inside is not None:
        return inside._replace(node=node)
    if node and node != minutes:
        return None
    return Spot(minutes, "", minutes, meeting[0][1], meeting[0][2] or "", 0, None, None, "", "", "")


def _item_of(index: Index, minutes: str, node: str) -> Spot | None:
    """The item in which a paragraph stands that has a promise, or that a link begins at."""
    items = index.ask(
        "select item from promise where minutes=? and node=? union select item from link where minutes=? and source=?"
        " and item is not null limit 1", minutes, node, minutes, node,
    )  # fmt: skip
    return spot(index, minutes, items[0][0]) if items and items[0][0] != node else None


def split(target: str) -> tuple[str, str]:
    """`p-…#t-…` in its two halves; the second is empty for a whole meeting."""
    minutes, _, node = target.partition("#")
    return minutes, node


def outgoing(index: Index, minutes: str, nodes: Iterable[str]) -> list[Tie]:
    """The links that begin at `nodes` of `minutes`."""
    found = []
    for node in nodes:
        rows = index.ask("select target, kind, evidence from link where minutes=? and source=?", minutes, node)
        for target, kind, evidence in rows:
            found.append(Tie(kind, spot(index, minutes, node), _target(index, target), target, evidence))
    return found


def incoming(index: Index, minutes: str, nodes: Iterable[str] = ()) -> list[Tie]:
    """The links of other minutes that lead to `nodes` of `minutes`, or to any place in them; oldest first."""
    wanted = {f"{minutes}#{node}" for node in nodes}
    rows = index.ask(
        "select l.minutes, l.source, l.target, l.kind, l.evidence from link l join meeting m on m.id = l.minutes"
        " where l.target=? or (l.target > ? and l.target < ?) order by m.date", minutes, f"{minutes}#", f"{minutes}$",
    )  # fmt: skip
    return [
        Tie(kind, spot(index, source, node), _target(index, target), target, evidence)
        for source, node, target, kind, evidence in rows
        if not wanted or target in wanted
    ]


def builds_on(index: Index, minutes: str) -> list[Tie]:
    """What other minutes have built on these: to be shown before they are changed."""
    return [tie for tie in incoming(index, minutes) if tie.source is not None and tie.source.minutes != minutes]


def chain(index: Index, minutes: str, node: str) -> list[Spot]:
    """The matter's line through all meetings: every item that accepted links of the binding kinds lead to, by date."""
    start = spot(index, minutes, node)
    if start is None or not start.item:
        return []
    seen: dict[tuple[str, str], Spot] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        key = (here.minutes, here.item)
        if key in seen or not here.item:
            continue
        seen[key] = spot(index, here.minutes, here.item) or here
        nodes = _nodes(index, here)
        for tie in (*outgoing(index, here.minutes, nodes), *incoming(index, here.minutes, nodes)):
            if tie.kind in CHAIN:
                waiting.extend(end for end in (tie.source, tie.target) if end is not None)
    return sorted(seen.values(), key=lambda place: (place.date, place.number, place.letter or ""))


def _nodes(index: Index, here: Spot) -> list[str]:
    """An item's own id and those of its clauses and paragraphs that links may begin at."""
    clauses = index.ask(
        "select c.id from clause c join item i on i.rowid = c.item where i.minutes=? and i.id=?",
        here.minutes,
        here.item,
    )
    said = index.ask(
        "select node from promise where minutes=? and item=? union select source from link where minutes=? and item=?",
        here.minutes, here.item, here.minutes, here.item,
    )  # fmt: skip
    return list(dict.fromkeys([here.item, *(row[0] for row in clauses), *(row[0] for row in said)]))


def bad_links(index: Index) -> Iterator[BadLink]:
    """Every stored link that breaks a rule. A missing target is no loss: the link and its words are kept."""
    for minutes, source, target, kind in index.ask("select minutes, source, target, kind from link order by rowid"):
        fault = _fault(index, minutes, source, target, kind)
        if fault is not None:
            yield BadLink(fault, minutes, source, target, kind)


def may_link(index: Index, minutes: str, date: str, kind: LinkKind, target: str) -> Fault | None:
    """Why a link of `kind` from minutes of `date` to `target` may not be; None when it may."""
    return _judged(index, minutes, "", date, target, kind)


def _fault(index: Index, minutes: str, source: str, target: str, kind: str) -> Fault | None:
    date = index.one("select date from meeting where id=?", minutes)
    return _judged(index, minutes, source, date or "", target, kind)


def _judged(index: Index, minutes: str, source: str, date: str, target: str, kind: str) -> Fault | None:
    to, node = split(target)
    if to == minutes and (not node or node == source):
        return "itself"
    if not to.startswith("p-"):
        return None  # unresolved, and shown so
    place = spot(index, to, node)
    if place is None:
        return "missing"
    ahead = bool(date) and bool(place.date) and place.date > date
    return "future" if ahead and RELATIONS[cast("LinkKind", kind)].direction != "ahead" else None


def _target(index: Index, target: str) -> Spot | None:
    minutes, node = split(target)
    return spot(index, minutes, node)
