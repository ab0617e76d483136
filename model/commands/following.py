"""What earlier meetings have to do with this one, for the command line: what an item builds on, and what is due."""

import datetime
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from model.index.due import Owed, due, open_promises
from model.index.links import address
from model.index.opened import Index
from model.index.registers import bodies
from model.index.suggest import Suggester, Suggestion
from model.language.registerwords import STATES
from model.language.relations import RELATIONS
from model.language.saying import day, reason
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.printing import address as place_of
from model.record.printing import node_at
from model.record.tree import derive, sections

_ITEM = re.compile(r"§?\s*(\d+)\s*([a-z])?$")


class Built(NamedTuple):
    """An item, and what it seems to build on."""

    address: str
    heading: str
    found: tuple[Suggestion, ...]


def built_on(index: Index, minutes: Minutes, place: str = "") -> list[Built]:
    """The suggestions for every item of `minutes`, or for the one that `place` names (`8`, `7b`, an id).

    Raises `LookupError` when there is no such item.
    """
    wanted = _node(minutes, place) if place else None
    if place and wanted is None:
        raise LookupError(place)
    suggester = Suggester(index)
    return [
        Built(place_of(minutes, section.item.id), section.item.heading.plain, found)
        for section in sections(derive(minutes.blocks))
        if wanted is None or section.item.id == wanted
        if (found := suggester.suggestions(minutes, section.item.id)) or wanted
    ]


def _node(minutes: Minutes, place: str) -> NodeId | None:
    match = _ITEM.fullmatch(place.strip())
    if match:
        return node_at(minutes, int(match[1]), match[2])
    return next((s.item.id for s in sections(derive(minutes.blocks)) if s.item.id == place), None)


def built_lines(built: list[Built], near: str) -> Iterator[str]:
    """The answer in words."""
    for one in built:
        yield f"{one.address}  {one.heading}"
        for found in one.found:
            where = address(found.short_name, found.number, found.letter, found.clause)
            why = " · ".join(said for r in found.reasons if (said := reason(r.why, r.words, near)))
            yield f"    {RELATIONS[found.kind].label} {where}  {found.heading}"
            yield f"        {why}"
            if found.text:
                yield f"        {found.text}"


def built_data(built: list[Built]) -> list[dict[str, Any]]:
    """The answer as data."""
    return [
        {
            "item": one.address, "heading": one.heading,
            "builds_on": [
                {
                    "address": address(found.short_name, found.number, found.letter, found.clause),
                    "target": found.target, "kind": found.kind, "p": round(found.p, 3), "heading": found.heading,
                    "text": found.text, "reasons": [{"why": r.why, "words": r.words} for r in found.reasons],
                    "later": found.later,
                }
                for found in one.found
            ],
        }
        for one in built
    ]  # fmt: skip


def owed_for(index: Index, meeting: datetime.date | None, today: datetime.date) -> list[Owed]:
    """What is due at the meetings of every body on that day; without a day all that is open today."""
    if meeting is None:
        return open_promises(index, None, today)
    return [owed for row, _, _ in bodies(index) for owed in due(index, row, meeting)]


def owed_lines(owed: list[Owed]) -> Iterator[str]:
    """The answer in words."""
    for one in owed:
        when = day(one.planned or one.deadline or "")
        parts = [one.address, STATES[one.state], f"{one.who}" if one.who else "", when]
        yield "  ".join(part for part in parts if part)
        yield f"    {one.words}"
        if one.closed_by:
            yield f"    → {one.closed_by.address}"


def owed_data(owed: list[Owed]) -> list[dict[str, Any]]:
    """The answer as data."""
    return [
        {
            "address": one.address, "words": one.words, "kind": one.kind, "state": one.state, "who": one.who,
            "implied": one.implied, "deadline": one.deadline, "planned": one.planned, "meeting": one.meeting,
            "body": one.body, "closed_by": one.closed_by.address if one.closed_by else None,
            "settled": one.settled.when.isoformat() if one.settled else None,
            "settled_by": one.settled.by if one.settled else None,
            "minutes": one.place.minutes, "node": one.place.node,
        }
        for one in owed
    ]  # fmt: skip
