"""The references in a text that is being written, each with where it leads, for the screen to underline and to link."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from model.index.cite import Outcome, Target, cited_in
from model.index.opened import Index, asking
from model.language.references import Reference
from model.record.blocks import words
from model.record.ids import NodeId
from model.record.minutes import Minutes

SHOWN: frozenset[Outcome] = frozenset({"found", "near", "unresolved", "other"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference at `start`–`end` (code points) of a block's words.

    `target` is a global id, of a whole meeting when `number` is None; None while the reference is unresolved or another
    body's. `day` is the day that is meant, `planned` the one that the words say when the meeting was moved.
    """

    start: int
    end: int
    words: str
    outcome: Outcome
    role: Literal["back", "ahead", "own", "event"]
    target: str | None = None
    short_name: str = ""
    number: int | None = None
    letter: str | None = None
    clause: int | None = None
    body: str | None = None
    day: str | None = None
    planned: str | None = None


def citations(index: Index, minutes: Minutes, nodes: Iterable[NodeId]) -> dict[NodeId, tuple[Cited, ...]]:
    """The references in the blocks `nodes` of `minutes`; a block without any is left out.

    What lies ahead is only shown when it is in the archive: a meeting that is to come is no loose end.
    """
    with asking(index):
        found = {
            block.id: _in(index, words(block).plain, cited) for block, cited in cited_in(index, minutes, set(nodes))
        }
    return {node: made for node, made in found.items() if made}


def _in(index: Index, text: str, found: Iterable[tuple[Reference, Target]]) -> tuple[Cited, ...]:
    return tuple(
        _made(index, text, reference, target)
        for reference, target in found
        if target.outcome in SHOWN and (reference.role != "ahead" or target.outcome == "found")
    )


def _made(index: Index, text: str, reference: Reference, target: Target) -> Cited:
    short = index.one("select short_name from meeting where id=?", target.minutes) if target.minutes else None
    number, letter, clause = _place(index, target)
    return Cited(
        reference.start, reference.end, text[reference.start : reference.end], target.outcome, reference.role,
        _address(target), short or "", number, letter, clause,
        target.body, target.day, target.planned,
    )  # fmt: skip


def _place(index: Index, target: Target) -> tuple[int | None, str | None, int | None]:
    """Number, letter and clause of the item that a target leads to."""
    if target.node is None:
        return None, None, None
    row = index.one("select no, letter, null from item where minutes=? and id=?", target.minutes, target.node)
    row = row or index.one(
        "select i.no, i.letter, c.n from clause c join item i on i.rowid = c.item where i.minutes=? and c.id=?",
        target.minutes, target.node,
    )  # fmt: skip
    return row or (None, None, None)


def _address(target: Target) -> str | None:
    if target.minutes is None or target.outcome != "found":
        return None
    return f"{target.minutes}#{target.node}" if target.node else target.minutes
