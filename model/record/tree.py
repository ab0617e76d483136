"""The derived tree: items, sub-items, decisions and tables out of the flat sequence of blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from model.record.blocks import Block, Clause, Item, Paragraph, Row
from model.record.ids import NodeId


@dataclass(frozen=True, slots=True)
class Decision:
    """A run of clauses. A clause with its own lead begins a new one."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A run of rows."""

    rows: tuple[Row, ...]


Part: TypeAlias = Paragraph | Decision | Table


@dataclass(frozen=True, slots=True)
class Section:
    """An item with what stands under it; `number` and, for a sub-item, `letter` are derived.

    A sub-item that stands before the first item, or after a closing, has number 0.
    """

    item: Item
    number: int
    letter: str | None
    parts: tuple[Part, ...]
    children: tuple["Section", ...] = ()


Entry: TypeAlias = Part | Section


def parts(blocks: Iterable[Block]) -> Iterator[Part | Item]:
    """The blocks with runs of clauses and rows gathered; items pass through."""
    clauses: list[Clause] = []
    rows: list[Row] = []
    for block in blocks:
        if rows and not isinstance(block, Row):
            yield Table(tuple(rows))
            rows = []
        if clauses and not (isinstance(block, Clause) and block.lead is None):
            yield Decision(tuple(clauses))
            clauses = []
        if isinstance(block, Clause):
            clauses.append(block)
        elif isinstance(block, Row):
            rows.append(block)
        else:
            yield block
    if rows:
        yield Table(tuple(rows))
    if clauses:
        yield Decision(tuple(clauses))


def derive(blocks: Iterable[Block]) -> tuple[Entry, ...]:
    """The whole tree. Total: every sequence has exactly one, and `flatten` gives the sequence back.

    A closing paragraph stands at the top and ends the item before it; so does a level-1 item.
    """
    top: list[Entry] = []
    open_item: list[_Open] = []
    number = 0

    def close() -> None:
        if open_item:
            top.append(open_item.pop().done())

    for part in parts(blocks):
        if isinstance(part, Item) and part.level == 1:
            close()
            number = part.number if part.number is not None else number + 1
            open_item.append(_Open(part, number))
        elif isinstance(part, Paragraph) and part.kind == "closing":
            close()
            top.append(part)
        elif isinstance(part, Item):
            if open_item:
                open_item[0].child(part)
            else:
                open_item.append(_Open(part, 0, "a", loose=True))
        elif open_item:
            open_item[0].add(part)
        else:
            top.append(part)
    close()
    return _spread(top)


def flatten(entries: Iterable[Entry]) -> Iterator[Block]:
    """The blocks of a tree, in order."""
    for entry in entries:
        if isinstance(entry, Section):
            yield entry.item
            yield from flatten(entry.parts)
            yield from flatten(entry.children)
        elif isinstance(entry, Decision):
            yield from entry.clauses
        elif isinstance(entry, Table):
            yield from entry.rows
        else:
            yield entry


def sections(entries: Iterable[Entry]) -> Iterator[Section]:
    """Every item and sub-item, in order."""
    for entry in entries:
        if isinstance(entry, Section):
            yield entry
            yield from sections(entry.children)


def decisions(section: Section) -> Iterator[Decision]:
    """The decisions that stand directly under `section`."""
    return (part for part in section.parts if isinstance(part, Decision))


def section_of(entries: Iterable[Entry], node: NodeId) -> Section | None:
    """The innermost item that holds the block `node`."""
    for section in sections(entries):
        own = (section.item, *flatten(section.parts))
        if any(block.id == node for block in own):
            return section
    return None


def letter(position: int) -> str:
    """a … z, aa, ab … for positions from 0."""
    text = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


class _Open:
    """An item whose parts are still coming; `loose` gathers sub-items that have no item above them."""

    def __init__(self, item: Item, number: int, own_letter: str | None = None, *, loose: bool = False) -> None:
        self.item, self.number, self.letter, self.loose = item, number, own_letter, loose
        self.parts: list[Part] = []
        self.children: list[_Open] = []

    def child(self, item: Item) -> None:
        self.children.append(_Open(item, self.number, letter(len(self.children) + (1 if self.loose else 0))))

    def add(self, part: Part) -> None:
        (self.children[-1].parts if self.children else self.parts).append(part)

    def done(self) -> Section:
        children = tuple(child.done() for child in self.children)
        return Section(self.item, self.number, self.letter, tuple(self.parts), children)


def _spread(top: list[Entry]) -> tuple[Entry, ...]:
    """Sub-items without an item above them stand side by side at the top."""
    result: list[Entry] = []
    for entry in top:
        if isinstance(entry, Section) and entry.item.level == 2:
            result.append(Section(entry.item, entry.number, entry.letter, entry.parts))
            result.extend(entry.children)
        else:
            result.append(entry)
    return tuple(result)
