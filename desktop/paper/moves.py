"""Items as wholes: a new one, one moved, and the way to the next, the one before and the one with a number."""

from desktop.paper.answer import NOTHING, Answer, one_step
from desktop.paper.words import block_at, is_head
from model.edit.arrange import InsertBlock, SetKind
from model.edit.change import Place
from model.edit.move import MoveBlock, MoveItem
from model.record import ids as prefix
from model.record.blocks import Block, Clause, Item, Paragraph, Row
from model.record.ids import TITLE, IdSource, NodeId
from model.record.minutes import Minutes
from model.record.tree import derive, sections


def new_item(minutes: Minutes, node: NodeId, ids: IdSource) -> Answer:
    """A new item after the one that holds `node`; from the header the first item. A closing stays last."""
    blocks = minutes.blocks
    if is_head(node):
        first = next((block for block in blocks if _is_main(block)), None)
        if isinstance(first, Item) and not first.heading.plain:
            return Answer(None, Place(first.id))
        start = 0
    else:
        here = minutes.index(node)
        start = here if _closes(blocks[here]) else here + 1
    position = next((p for p in range(start, len(blocks)) if _is_main(blocks[p]) or _closes(blocks[p])), len(blocks))
    new = ids.new(prefix.ITEM)
    insert = InsertBlock(blocks[position - 1].id if position else None, Item(new))
    return Answer(one_step(*opened(minutes, position), insert), Place(new))


def opened(minutes: Minutes, position: int) -> list[SetKind]:
    """What makes the text above the body's first item, the one at `position`, the opening of the meeting."""
    above = minutes.blocks[:position]
    if any(isinstance(block, Item) for block in above):
        return []
    return [SetKind(b.id, "opening") for b in above if isinstance(b, Paragraph) and b.kind == "text" and b.text.plain]


def move(minutes: Minutes, node: NodeId, by: int) -> Answer:
    """Move the clause or row `node` within its run, or the item that holds it, one step up (−1) or down (1)."""
    if is_head(node):
        return NOTHING
    if isinstance(minutes.block(node), Clause | Row):
        return Answer(MoveBlock(node, by))
    item = item_of(minutes, node)
    return Answer(MoveItem(item, by)) if item else NOTHING


def item_of(minutes: Minutes, node: NodeId) -> NodeId | None:
    """The innermost item that `node` belongs to; None in the header, before the first item and in a closing."""
    if is_head(node):
        return None
    for block in reversed(minutes.blocks[: minutes.index(node) + 1]):
        if isinstance(block, Item):
            return block.id
        if _closes(block):
            return None
    return None


def main_item_of(minutes: Minutes, node: NodeId) -> NodeId | None:
    """The item of level 1 that `node` belongs to, or the sub-item that stands alone."""
    found = item_of(minutes, node)
    if found is None:
        return None
    for block in reversed(minutes.blocks[: minutes.index(found) + 1]):
        if _is_main(block):
            return block.id
        if _closes(block):
            break
    return found


def item_span(minutes: Minutes, item: NodeId) -> tuple[int, int] | None:
    """The first and the last position in the body of what belongs to `item`; None if it is no longer there."""
    if block_at(minutes, item) is None:
        return None
    start = end = minutes.index(item)
    level = getattr(minutes.blocks[start], "level", 1)
    for position in range(start + 1, len(minutes.blocks)):
        block = minutes.blocks[position]
        if (isinstance(block, Item) and block.level <= level) or _closes(block):
            break
        end = position
    return start, end


def neighbour(minutes: Minutes, node: NodeId, by: int) -> Place | None:
    """The heading of the next item (1) or of this one, and from a heading of the one before (−1)."""
    items = [position for position, block in enumerate(minutes.blocks) if _is_main(block)]
    here = -1 if is_head(node) else minutes.index(node)
    if by > 0:
        found = next((position for position in items if position > here), None)
    else:
        found = next((position for position in reversed(items) if position < here), None)
        if found is None and here >= 0:
            return Place(TITLE)
    return None if found is None else Place(minutes.blocks[found].id)


def numbered(minutes: Minutes, number: int) -> Place | None:
    """The heading of item `number`."""
    for section in sections(derive(minutes.blocks)):
        if section.number == number and section.letter is None:
            return Place(section.item.id)
    return None


def _is_main(block: Block) -> bool:
    return isinstance(block, Item) and block.level == 1


def _closes(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind == "closing"
