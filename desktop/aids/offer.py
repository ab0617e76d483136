"""Which ghost is offered at the caret: the words before it cut to what counts in that kind of block. Pure."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.paper.words import is_head, plain
from model.edit.change import Place
from model.edit.parts import kind_of
from model.record.blocks import Clause, Item, Paragraph
from model.record.ids import HEADER_ROWS, MEETING_LINE, TITLE
from model.record.minutes import Minutes

if TYPE_CHECKING:
    from model.language.ghosts import Ghost, GhostKind, Ghosts, Pending

ARROW = "  →  "
"""Stands before a ghost that takes typed letters away."""


class Offer(NamedTuple):
    """A ghost, and where in the block begins what it was made from; `shown` is painted, `takes` if Tab writes it."""

    ghost: "Ghost"
    start: int
    shown: str
    takes: bool = True


def kind_at(minutes: Minutes, place: Place) -> "GhostKind | None":
    """The kind of ghost of the block at `place`; None where nothing is offered."""
    if place.node == TITLE:
        return None
    if is_head(place.node):
        return "place" if place.node == MEETING_LINE else "people"
    block = minutes.block(place.node)
    if isinstance(block, Item):
        return "heading"
    if isinstance(block, Clause):
        return "clause"
    return "paragraph" if isinstance(block, Paragraph) else None


def offered(
    minutes: Minutes, caret: Place, ghosts: "Ghosts", pending: "Pending | None", places: Sequence[str],
    today: datetime.date,
) -> Offer | None:  # fmt: skip
    """What Tab would write at `caret`; only at the end of a block's words."""
    text, kind = plain(minutes, caret.node), kind_at(minutes, caret)
    if kind is None or text[caret.at :].strip():
        return None
    before = text[: caret.at]
    if kind == "place":
        return _meeting(minutes, before, places, today)
    if kind == "people":
        return _people(minutes, before, ghosts)
    if not before and kind == "paragraph":
        return _opening(minutes, caret, ghosts)
    found = ghosts.ghost(before, kind, pending)
    if pending is not None and len(before) == pending.at and ghosts.usual_in(pending) is None:
        name = f"‹{pending.slot}›"
        return Offer(found or _written(""), 0, name + (found.shown if found else ""), takes=False)
    return _shown(found, 0) or _amount(before)


def _shown(ghost: "Ghost | None", start: int) -> Offer | None:
    if ghost is None:
        return None
    arrow = ARROW if ghost.back and not ghost.shown.startswith(" →") else ""
    return Offer(ghost, start, arrow + ghost.shown)


def _written(words: str) -> "Ghost":
    from model.language.ghosts import Ghost

    return Ghost(words, words)


def _meeting(minutes: Minutes, before: str, places: Sequence[str], today: datetime.date) -> Offer | None:
    """The usual place where one is missing or begun; else a hurried line as the style prints it."""
    from model.language.ghosts import Ghost
    from model.language.meetingline import understood

    place = _place(before, places, missing=not _has_place(minutes))
    if place:
        return Offer(Ghost(place, place), len(before), place)
    made = understood(before, minutes.meeting, minutes.style, today).meeting
    if len(before) < SHORTEST or made.start is None or made.date is None or made.line == before:
        return None
    if made.line.startswith(before):
        left = made.line[len(before) :]
        return Offer(Ghost(left, left), len(before), left)
    return Offer(Ghost(made.line, made.line, len(before)), 0, ARROW + made.line)


def _place(before: str, places: Sequence[str], *, missing: bool) -> str:
    """The rest of the usual place that the last words begin; the likeliest where a place should come."""
    if missing and before.endswith(", ") and places:
        return places[0]
    starts = [at + 1 for at, sign in enumerate(before) if sign == " " and len(before) - at > BEGUN]
    for start in (0, *starts):
        typed = before[start:].casefold()
        for place in places:
            if len(typed) >= BEGUN and len(place) > len(typed) and place.casefold().startswith(typed):
                return place[len(typed) :]
    return ""


BEGUN = 3
"""Letters of a place before the rest is offered."""

SHORTEST = 6
"""Letters of a meeting line before it is offered in the style's form."""


def _has_place(minutes: Minutes) -> bool:
    place = minutes.meeting.place
    return any((place.room, place.street, place.town))


def _people(minutes: Minutes, before: str, ghosts: "Ghosts") -> Offer | None:
    """The rest of a name that is being typed, with its organisation; nobody who stands in a list already."""
    start = max(
        (before.rfind(mark) + len(mark) for mark in (", ", ". ", " och ", " samt ") if mark in before), default=0
    )
    found = ghosts.ghost(before[start:], "people") if before[start:].strip() else None
    if found is None:
        return None
    name = (before[start:] + found.insert).partition(",")[0]
    listed = {
        entry.name
        for row in HEADER_ROWS[2:]
        if (people := minutes.people(row))
        for entry in people.entries
        if entry.name != before[start:]
    }
    return None if name in listed else _shown(found, start)


def _opening(minutes: Minutes, caret: Place, ghosts: "Ghosts") -> Offer | None:
    """The usual opening in an empty paragraph before the first heading."""
    first = minutes.blocks[: minutes.index(caret.node)]
    if any(isinstance(block, Item) for block in first) or kind_of(minutes.block(caret.node)) == "closing":
        return None
    return _shown(ghosts.usual("opening"), 0)


def _amount(before: str) -> Offer | None:
    """An amount typed in a hurry, with its blanks: `200000kr` → `200 000 kr`."""
    if before[-2:].casefold() != "kr" and before[-6:].casefold() != "kronor":
        return None
    from model.language.ghosts import Ghost
    from model.language.typography import amount_words

    tail = before[-TAIL:]
    start = len(before) - len(tail) + (tail.rfind(" ") + 1 if not tail[:1].isdigit() else 0)
    typed = before[start:]
    made = amount_words(typed)
    return None if made == typed else Offer(Ghost(made, made, len(typed)), 0, ARROW + made)


TAIL = 16
"""Letters before the caret in which an amount may stand."""
