"""Earlier decisions as the screen shows them: where they stand, their clauses with the words that tell, and why."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from model.index.links import incoming
from model.index.opened import Index, asking
from model.index.suggest import Suggester, Suggestion
from model.index.warnings import Again, warnings
from model.language import dates
from model.language.commonplace import commonplace, is_empty
from model.language.words import norm, parts, runs
from model.record.ids import NodeId
from model.record.links import LinkKind
from model.record.minutes import Minutes, UnknownNodeError
from model.record.tree import derive, flatten, section_of

MOST_TEXT = 260
"""Characters of running text on the card of an item that decided nothing."""


class Place(NamedTuple):
    """An item in another set of minutes, and the relation that leads there."""

    address: str
    short_name: str
    number: int | None
    letter: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Card:
    """One earlier decision. `text` has one clause a line, with its "att"; `marked` are ranges of it, code points.

    `reasons` are pairs of the kind of reason and its words; `later` is what has been linked to it since; `linked` says
    that the item asked about is linked to it already.
    """

    minutes: NodeId
    path: Path
    short_name: str
    date: datetime.date | None
    node: NodeId
    item: NodeId
    number: int | None
    letter: str | None
    clause: int | None
    heading: str
    text: str
    marked: tuple[tuple[int, int], ...] = ()
    kind: LinkKind = "hanvisar"
    p: float = 1.0
    reasons: tuple[tuple[str, tuple[str, ...]], ...] = ()
    later: tuple[Place, ...] = ()
    linked: bool = False


class Earlier(NamedTuple):
    """What the index has to say of an item: cards, and what the item says again or otherwise."""

    cards: tuple[Card, ...] = ()
    warnings: tuple[Again, ...] = ()


def cards(suggester: Suggester, index: Index, minutes: Minutes, node: NodeId, limit: int) -> Earlier:
    """What the item that holds `node` is linked to, and then what it seems to build on; nothing in the header."""
    with asking(index):
        try:
            found = suggester.suggestions(minutes, node, limit)
        except UnknownNodeError:
            return Earlier()
        linked = [linked_card(index, minutes, node, *link) for link in _targets(minutes, node)]
        suggested = [_suggested(index, minutes, made) for made in found]
        shown = tuple(card for card in (*linked, *suggested) if card is not None)
        return Earlier(shown, tuple(warnings(index, minutes, node, shown)))


def linked_card(
    index: Index, minutes: Minutes, node: NodeId, target: str, kind: LinkKind, evidence: str | None
) -> Card | None:
    """The card of what a link leads to; None when it is not in the archive, or a whole meeting."""
    whose, _, there = target.partition("#")
    item = index.one(
        "select id from item where minutes=? and (id=? or rowid in (select item from clause where id=?))",
        whose, there, there,
    )  # fmt: skip
    section = section_of(derive(minutes.blocks), node)
    words = (evidence or "", section.item.heading.plain if section else "")
    card = _card(index, whose, item, there, words, minutes.meeting.date, minutes.id) if item else None
    reasons = (("linked", (evidence,)),) if evidence else ()
    return replace(card, kind=kind, reasons=reasons, linked=True) if card else None


def _targets(minutes: Minutes, node: NodeId) -> Iterable[tuple[str, LinkKind, str | None]]:
    section = section_of(derive(minutes.blocks), node)
    if section is None:
        return
    own = {section.item.id, *(block.id for block in flatten(section.parts))}
    for link in minutes.lifecycle.links:
        if link.source in own and link.target:
            yield link.target, link.kind, link.evidence


def _suggested(index: Index, minutes: Minutes, made: Suggestion) -> Card | None:
    words = tuple(word for reason in made.reasons if reason.why in {"words", "heading"} for word in reason.words)
    card = _card(index, made.minutes, made.item, made.node, words, minutes.meeting.date, minutes.id)
    reasons = tuple((reason.why, reason.words) for reason in made.reasons)
    return replace(card, kind=made.kind, p=made.p, reasons=reasons) if card else None


def _card(
    index: Index, whose: str, item: str, node: str, words: tuple[str, ...], day: datetime.date | None, own: str
) -> Card | None:
    row = index.one(
        "select i.rowid, i.no, i.letter, i.heading, i.body, m.path, m.short_name, m.date"
        " from item i join meeting m on m.id = i.minutes where m.id=? and i.id=?", whose, item,
    )  # fmt: skip
    if row is None:
        return None
    rowid, number, letter, heading, body, path, short_name, date = row
    clauses = index.ask("select id, n, text from clause where item=? order by n", rowid)
    text = shown_clauses([(c, said) for c, _, said in clauses], node) or _beginning(body)
    place = next((n for c, n, _ in clauses if c == node), None)
    return Card(
        NodeId(whose), Path(path), short_name, datetime.date.fromisoformat(date) if date else None, NodeId(node),
        NodeId(item), number or None, letter, place, heading, text, marks(text, words, day),
        later=_later(index, whose, item, own),
    )  # fmt: skip


def shown_clauses(clauses: list[tuple[str, str]], node: str) -> str:
    """The first clause and the one that counts (`node`, or the second), each on a line as it is printed."""
    at = next((place for place, (own, _) in enumerate(clauses) if own == node), 0)
    wanted = sorted({0, at or min(1, len(clauses) - 1)}) if clauses else []
    return "\n".join(" ".join(clauses[place][1].split()) for place in wanted)


def _beginning(body: str) -> str:
    whole = " ".join(body.split())
    return whole if len(whole) <= MOST_TEXT else whole[:MOST_TEXT].rpartition(" ")[0] + " …"


def marks(text: str, words: Iterable[str], day: datetime.date | None) -> tuple[tuple[int, int], ...]:
    """Where in `text` the `words` stand in any form, and where it names `day`."""
    wanted = {form for said in words for token in runs(said) for form in _forms(token.word)}
    found = [(token.start, token.end) for token in runs(text) if not wanted.isdisjoint(_forms(token.word))]
    if day is not None:
        found += [(d.start, d.end) for d in dates.find(text, day) if d.edtf == day.isoformat()]
    return _merged(found)


def _forms(word: str) -> set[str]:
    if is_empty(word) or word.isdigit():
        return set()
    return {form for form in (norm(word), *parts(word)) if form not in commonplace()}


def _merged(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def _later(index: Index, whose: str, item: str, own: str) -> tuple[Place, ...]:
    """The items of other minutes than one's `own` that have been linked to `item` or its clauses, oldest first."""
    clauses = index.ask(
        "select c.id from clause c join item i on i.rowid = c.item where i.minutes=? and i.id=?", whose, item
    )
    ties = incoming(index, whose, [item, *(node for (node,) in clauses)])
    found = [(tie.source, tie.kind) for tie in ties if tie.source is not None and tie.source.minutes != own]
    return tuple(
        dict.fromkeys(
            Place(f"{p.minutes}#{p.item}", p.short_name, p.number or None, p.letter, kind) for p, kind in found
        )
    )
