"""Records in one line: `minutes(item("Budget", clause("bifalla")))`."""

import datetime
from collections.abc import Iterable

from model.record.blocks import Block, Clause, Item, Paragraph, ParagraphKind, Row, RowKind
from model.record.ids import CountingIds, NodeId
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.record.text import Text

IDS = CountingIds()
"""One source for all builders, so that every block in a test has its own id."""

KDG = Body("kdg", "Direktörsgruppen", "Direktörsgruppens")


def text(node: str, words: str = "", kind: ParagraphKind = "text") -> Paragraph:
    return Paragraph(NodeId(node), Text(words), kind)


def paragraph(words: str = "", kind: ParagraphKind = "text") -> Paragraph:
    return Paragraph(IDS.new("s"), Text(words), kind)


def clause(words: str = "", lead: str | None = None) -> Clause:
    return Clause(IDS.new("t"), Text(words), lead)


def row(*cells: str, kind: RowKind = "body") -> Row:
    return Row(IDS.new("r"), tuple(Text(cell) for cell in cells), kind)


def item(heading: str = "", *inside: Block | Iterable[Block]) -> tuple[Block, ...]:
    return (Item(IDS.new("a"), heading=Text(heading)), *_flat(inside))


def subitem(heading: str = "", *inside: Block | Iterable[Block]) -> tuple[Block, ...]:
    return (Item(IDS.new("a"), level=2, heading=Text(heading)), *_flat(inside))


def minutes(*parts: Block | Iterable[Block], number: int | None = 4, year: int | None = 2015) -> Minutes:
    meeting = Meeting(NodeId("m-222222"), datetime.date(2015, 6, 12))
    return Minutes(NodeId("p-222222"), KDG, meeting, "kdg", number, year, blocks=tuple(_flat(parts)))


def _flat(parts: Iterable[Block | Iterable[Block]]) -> list[Block]:
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, (Item, Paragraph, Clause, Row)):
            blocks.append(part)
        else:
            blocks.extend(part)
    return blocks
