"""What stands in each block of the paper: the five header rows, then the blocks of the body."""

from dataclasses import replace

from model.edit.parts import words_of
from model.record import printing
from model.record.blocks import Block, Item, Paragraph, Row
from model.record.ids import HEADER_ROWS, MEETING_LINE, TITLE, NodeId
from model.record.minutes import Minutes, UnknownNodeError
from model.record.style import HOUSE
from model.record.text import Text

HEAD = len(HEADER_ROWS)
"""How many blocks of the paper stand above the body."""


def nodes(minutes: Minutes) -> list[NodeId]:
    """The ids of the paper's blocks, top to bottom."""
    return [*HEADER_ROWS, *(block.id for block in minutes.blocks)]


def is_head(node: NodeId) -> bool:
    """True for the five header rows."""
    return node in HEADER_ROWS


def head_words(minutes: Minutes, node: NodeId) -> Text:
    """The words of a header row; an attendance list that is not there has none."""
    if node == TITLE:
        return Text(printing.title(minutes))
    if node == MEETING_LINE:
        return Text(minutes.meeting.line)
    people = minutes.people(node)
    return people.line if people else Text()


def row_label(minutes: Minutes, row: NodeId) -> str:
    """What stands before a header row; where the minutes' own style leaves an empty row out, the house's words."""
    own = printing.label(minutes, row) or printing.label(replace(minutes, style=HOUSE), row)
    return own.rstrip().removesuffix(":")


def words(minutes: Minutes, node: NodeId) -> Text:
    """The words that the caret can stand in; the cells of a row are parted by tabs. Raises `UnknownNodeError`."""
    return head_words(minutes, node) if is_head(node) else words_of(minutes.block(node))


def plain(minutes: Minutes, node: NodeId) -> str:
    """The words of `node` without their marks."""
    return words(minutes, node).plain


def has(minutes: Minutes, node: NodeId) -> bool:
    """True if `node` stands on the paper."""
    return is_head(node) or block_at(minutes, node) is not None


def block_at(minutes: Minutes, node: NodeId) -> Block | None:
    """The block of the body `node`, or None for a header row and for what is not there."""
    try:
        return minutes.block(node)
    except UnknownNodeError:
        return None


def under_heading(minutes: Minutes, position: int) -> bool:
    """True if the body's block `position` stands under a heading that no closing has ended."""
    for block in reversed(minutes.blocks[:position]):
        if isinstance(block, Item):
            return True
        if isinstance(block, Paragraph) and block.kind == "closing":
            return False
    return False


def takes_breaks(block: Block) -> bool:
    """True if a line break may stand inside `block`: headings and cells are one line."""
    return not isinstance(block, Item | Row)
