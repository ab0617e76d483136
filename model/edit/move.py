"""Commands that move an item with all it holds, or one block, past its neighbour."""

from dataclasses import dataclass
from typing import ClassVar

from model.edit.command import Command, registered
from model.record.blocks import Block, Item, Paragraph
from model.record.ids import NodeId
from model.record.minutes import Minutes


def extent(blocks: tuple[Block, ...], position: int) -> int:
    """The position after the last block that belongs to the item at `position`."""
    item = blocks[position]
    level = item.level if isinstance(item, Item) else 3
    end = position + 1
    while end < len(blocks) and not _ends(blocks[end], level):
        end += 1
    return end


def _ends(block: Block, level: int) -> bool:
    closing = isinstance(block, Paragraph) and block.kind == "closing"
    return closing or level == 3 or (isinstance(block, Item) and block.level <= level)


@registered
@dataclass(frozen=True, slots=True)
class MoveItem(Command):
    """Move the item `node`, with its paragraphs, decisions and sub-items, past `by` items of its level (−1 up, 1 down).

    A sub-item moves among its siblings; nothing moves past the end, or past a closing.
    """

    label: ClassVar[str] = "move"
    node: NodeId
    by: int

    def apply(self, minutes: Minutes) -> Minutes:
        """Move the item."""
        blocks = minutes.blocks
        start = minutes.index(self.node)
        item = blocks[start]
        if not isinstance(item, Item):
            return minutes
        end = extent(blocks, start)
        if self.by > 0:
            other = end
            if not _sibling(blocks, other, item.level):
                return minutes
            after = extent(blocks, other)
            return minutes.with_blocks(start, after, (*blocks[end:after], *blocks[start:end]))
        before = next((p for p in range(start - 1, -1, -1) if _ends(blocks[p], item.level)), -1)
        if self.by == 0 or before < 0 or not _sibling(blocks, before, item.level):
            return minutes
        return minutes.with_blocks(before, end, (*blocks[start:end], *blocks[before:start]))


def _sibling(blocks: tuple[Block, ...], position: int, level: int) -> bool:
    block = blocks[position] if position < len(blocks) else None
    return isinstance(block, Item) and block.level == level


@registered
@dataclass(frozen=True, slots=True)
class MoveBlock(Command):
    """Move the block `node` past `by` neighbours of its own sort: a clause within its decision, a row in its table."""

    label: ClassVar[str] = "move"
    node: NodeId
    by: int

    def apply(self, minutes: Minutes) -> Minutes:
        """Move the block one step."""
        position = minutes.index(self.node)
        other = position + (1 if self.by > 0 else -1)
        if self.by == 0 or not 0 <= other < len(minutes.blocks):
            return minutes
        block, neighbour = minutes.blocks[position], minutes.blocks[other]
        if type(block) is not type(neighbour) or isinstance(block, Item):
            return minutes
        first, second = sorted((position, other))
        return minutes.with_blocks(first, second + 1, (minutes.blocks[second], minutes.blocks[first]))
