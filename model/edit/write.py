"""Commands that write words and marks."""

from dataclasses import dataclass, replace
from typing import ClassVar

from model.edit.command import Command, registered
from model.edit.parts import typed, with_words, words_of
from model.edit.together import Together
from model.record.blocks import Clause, Row
from model.record.ids import NodeId
from model.record.minutes import Minutes, UnknownNodeError
from model.record.text import Mark, MarkKind, Text, one_line


@registered
@dataclass(frozen=True, slots=True)
class WriteText(Command):
    """Give `node` the words `plain`. `at` is where the caret stands after it, for whoever replays it to watch.

    A row takes its cells separated by tabs. Marks stay where their words are untouched.
    """

    label: ClassVar[str] = "write"
    node: NodeId
    plain: str
    at: int | None = None

    def apply(self, minutes: Minutes) -> Minutes:
        """Write the whole text of the node."""
        place = minutes.index(self.node)
        block = minutes.blocks[place]
        before = words_of(block)
        words = before.written(typed(self.plain, row=isinstance(block, Row)))
        if words.plain == before.plain:
            return minutes
        return minutes.with_blocks(place, place + 1, (with_words(block, words),))

    def joins(self, earlier: Command) -> bool:
        """Typing goes on in the same node, or over a selection that was just deleted."""
        if isinstance(earlier, Together) and earlier.joining and earlier.steps:
            earlier = earlier.steps[-1]
        return isinstance(earlier, WriteText) and earlier.node == self.node


@registered
@dataclass(frozen=True, slots=True)
class WriteCell(Command):
    """Give column `column` (from 0) of the row `node` the words `plain`; missing cells before it are made."""

    label: ClassVar[str] = "write"
    node: NodeId
    column: int
    plain: str

    def apply(self, minutes: Minutes) -> Minutes:
        """Write the whole text of the cell."""
        row = minutes.block(self.node)
        if not isinstance(row, Row) or self.column < 0:
            raise UnknownNodeError(self.node)
        cells = [*row.cells, *(Text() for _ in range(self.column + 1 - len(row.cells)))]
        cells[self.column] = cells[self.column].written(one_line(self.plain))
        return minutes.with_block(replace(row, cells=tuple(cells)))

    def joins(self, earlier: Command) -> bool:
        """Typing goes on in the same cell."""
        return isinstance(earlier, WriteCell) and (earlier.node, earlier.column) == (self.node, self.column)


@registered
@dataclass(frozen=True, slots=True)
class MarkText(Command):
    """Say what some words of `node` are."""

    label: ClassVar[str] = "mark"
    node: NodeId
    mark: Mark

    def apply(self, minutes: Minutes) -> Minutes:
        """Lay the mark over the words."""
        block = minutes.block(self.node)
        return minutes.with_block(with_words(block, words_of(block).marked(self.mark)))


@registered
@dataclass(frozen=True, slots=True)
class UnmarkText(Command):
    """Take away the marks of `kind` that touch the words from `start` to `end` of `node`."""

    label: ClassVar[str] = "unmark"
    node: NodeId
    kind: MarkKind
    start: int
    end: int

    def apply(self, minutes: Minutes) -> Minutes:
        """Lift the marks."""
        block = minutes.block(self.node)
        return minutes.with_block(with_words(block, words_of(block).unmarked(self.kind, self.start, self.end)))


@registered
@dataclass(frozen=True, slots=True)
class WriteAfter(Command):
    """Give the clause `node` the sentence `plain` after its closing mark."""

    label: ClassVar[str] = "write"
    node: NodeId
    plain: str

    def apply(self, minutes: Minutes) -> Minutes:
        """Write the sentence."""
        clause = minutes.block(self.node)
        if not isinstance(clause, Clause):
            raise UnknownNodeError(self.node)
        words = clause.after.written(one_line(self.plain))
        return minutes.with_block(replace(clause, after=words))
