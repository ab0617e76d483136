"""Commands that split, join, delete and change the kind of blocks: the borders of the paper."""

from dataclasses import dataclass, replace
from typing import ClassVar

from model.edit.command import Command, registered
from model.edit.parts import BlockKind, as_kind, head_of, is_empty, joined, tail_of, with_words, words_of
from model.record.blocks import Block, Item, Paragraph
from model.record.ids import NodeId
from model.record.minutes import Minutes


@registered
@dataclass(frozen=True, slots=True)
class SplitBlock(Command):
    """Cut `node` at code point `at`; what is right of it becomes the block `new`, of `kind` or the same kind.

    A heading gives a paragraph. A clause's facts, deadlines and lead stay with the first half.
    """

    label: ClassVar[str] = "split"
    node: NodeId
    at: int
    new: NodeId
    kind: BlockKind | None = None

    def apply(self, minutes: Minutes) -> Minutes:
        """Cut the block."""
        position = minutes.index(self.node)
        block = minutes.blocks[position]
        at = min(max(self.at, 0), len(words_of(block)))
        tail = tail_of(block, at, self.new)
        if isinstance(tail, Item) and self.kind is None:
            tail = as_kind(tail, "paragraph")
        if self.kind is not None:
            tail = as_kind(tail, self.kind)
        return minutes.with_blocks(position, position + 1, (head_of(block, at), tail))


@registered
@dataclass(frozen=True, slots=True)
class JoinBlocks(Command):
    """Put the words of `second` after those of `first`; the first's kind wins, unless it was empty."""

    label: ClassVar[str] = "join"
    first: NodeId
    second: NodeId

    def apply(self, minutes: Minutes) -> Minutes:
        """Join two neighbours; blocks that are not neighbours are left alone."""
        position = minutes.index(self.first)
        if minutes.index(self.second) != position + 1:
            return minutes
        whole = joined(minutes.blocks[position], minutes.blocks[position + 1])
        return minutes.with_blocks(position, position + 2, (whole,))


@registered
@dataclass(frozen=True, slots=True)
class DeleteRange(Command):
    """Delete from code point `start_at` of `start` to `end_at` of `end`, blocks in between whole.

    The first block's kind wins; if the range began at its start and left some of the last block, the last's does.
    """

    label: ClassVar[str] = "delete"
    start: NodeId
    start_at: int
    end: NodeId
    end_at: int

    def apply(self, minutes: Minutes) -> Minutes:
        """Delete the range; one that ends before it begins is empty."""
        first, last = minutes.index(self.start), minutes.index(self.end)
        if last < first or (first == last and self.end_at <= self.start_at):
            return minutes
        head, tail = minutes.blocks[first], minutes.blocks[last]
        if first == last:
            words = words_of(head)
            left = words.slice(0, self.start_at) + words.slice(self.end_at, len(words))
            return minutes.with_block(with_words(head, left))
        return minutes.with_blocks(first, last + 1, (self._over(head, tail),))

    def _over(self, head: Block, tail: Block) -> Block:
        rest = tail_of(tail, self.end_at, tail.id)
        if self.start_at <= 0 and words_of(rest).plain:
            whole_words = words_of(tail)
            kept = with_words(tail, whole_words.slice(self.end_at, len(whole_words)))
            return replace(kept, id=head.id)
        return joined(head_of(head, self.start_at), rest) if self.start_at > 0 else head_of(head, 0)


@registered
@dataclass(frozen=True, slots=True)
class InsertBlock(Command):
    """Put `block` after the block `after`, or first in the body when that is None."""

    label: ClassVar[str] = "insert"
    after: NodeId | None
    block: Block

    def apply(self, minutes: Minutes) -> Minutes:
        """Insert the block."""
        position = 0 if self.after is None else minutes.index(self.after) + 1
        return minutes.with_blocks(position, position, (self.block,))


@registered
@dataclass(frozen=True, slots=True)
class RemoveBlock(Command):
    """Take the block `node` away, words and all."""

    label: ClassVar[str] = "delete"
    node: NodeId

    def apply(self, minutes: Minutes) -> Minutes:
        """Remove the block."""
        position = minutes.index(self.node)
        return minutes.with_blocks(position, position + 1, ())


@registered
@dataclass(frozen=True, slots=True)
class InsertFragment(Command):
    """Paste `blocks` at code point `at` of `node`.

    An empty block takes the first part's kind; else the first part's words join the text. The rest are new blocks, and
    what stood right of the caret goes to the end of the last.
    """

    label: ClassVar[str] = "paste"
    node: NodeId
    at: int
    blocks: tuple[Block, ...]

    def apply(self, minutes: Minutes) -> Minutes:
        """Insert the parts."""
        if not self.blocks:
            return minutes
        position = minutes.index(self.node)
        block = minutes.blocks[position]
        first, *rest = self.blocks
        if is_empty(block) and not (isinstance(block, Paragraph) and block.kind == "closing"):
            return minutes.with_blocks(position, position + 1, (replace(first, id=block.id), *rest))
        at = min(max(self.at, 0), len(words_of(block)))
        head, tail = head_of(block, at), tail_of(block, at, block.id)
        start = with_words(head, words_of(head) + words_of(first))
        if not rest:
            whole = with_words(block, words_of(start) + words_of(tail))
            return minutes.with_block(whole)
        *middle, last = rest
        ended = with_words(last, words_of(last) + words_of(tail))
        return minutes.with_blocks(position, position + 1, (start, *middle, ended))


@registered
@dataclass(frozen=True, slots=True)
class SetKind(Command):
    """Make the block `node` another kind; its id and its words stay."""

    label: ClassVar[str] = "kind"
    node: NodeId
    kind: BlockKind

    def apply(self, minutes: Minutes) -> Minutes:
        """Change the kind."""
        return minutes.with_block(as_kind(minutes.block(self.node), self.kind))
