"""The caret and the selection between the record's code points and Qt's UTF-16 positions; nowhere else."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument

from model.edit.change import Place
from model.record.ids import NodeId
from model.record.text import differing

_WIDE = "\uffff"


class Selection(NamedTuple):
    """From the place where it began to the place where the caret is; both the same when nothing is selected."""

    anchor: Place
    caret: Place

    @property
    def is_empty(self) -> bool:
        """True if nothing is selected."""
        return self.anchor == self.caret


def at_caret(place: Place) -> Selection:
    """Nothing selected, the caret at `place`."""
    return Selection(place, place)


def units(text: str, at: int) -> int:
    """How many UTF-16 units the first `at` code points of `text` take."""
    head = text[:at]
    return len(head) + _wide(head)


def points(text: str, unit: int) -> int:
    """How many code points of `text` lie in its first `unit` UTF-16 units; inside a pair counts as before it."""
    if not _wide(text):
        return min(unit, len(text))
    seen = 0
    for at, sign in enumerate(text):
        seen += 2 if sign > _WIDE else 1
        if seen > unit:
            return at
    return len(text)


def _wide(text: str) -> int:
    """How many signs of `text` take two units; asked at every key, so it is not counted sign by sign."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 - len(text)


def shown(plain: str) -> str:
    """Words of the record as Qt holds them: a line break inside a block is U+2028."""
    return plain.replace("\n", "\u2028")


def place_of(paper: QTextDocument, ids: Sequence[NodeId], position: int) -> Place:
    """The place of a position of the paper."""
    block = paper.findBlock(position)
    number = min(max(block.blockNumber(), 0), len(ids) - 1)
    return Place(ids[number], points(block.text(), position - block.position()))


def position_of(paper: QTextDocument, ids: Sequence[NodeId], place: Place) -> int | None:
    """The position of a place, kept inside its block; None if its node is not on the paper."""
    try:
        block = paper.findBlockByNumber(ids.index(place.node))
    except ValueError:
        return None
    text = block.text()
    return block.position() + units(text, min(max(place.at, 0), len(text)))


def followed(place: Place, old: str, new: str) -> Place:
    """The place beside the same words when `old`, the words of its node, have become `new`."""
    if old == new:
        return place
    start, end = differing(old, new)
    if place.at <= start:
        return place
    grown = len(new) - len(old)
    return Place(place.node, place.at + grown if place.at >= end else min(place.at, end + grown))


def selection_of(cursor: QTextCursor, ids: Sequence[NodeId]) -> Selection:
    """The selection of `cursor`."""
    paper = cursor.document()
    caret = place_of(paper, ids, cursor.position())
    if not cursor.hasSelection():
        return at_caret(caret)
    return Selection(place_of(paper, ids, cursor.anchor()), caret)
