"""Blocks taken apart and put together: kinds, words, halves. Pure helpers of the commands that arrange."""

from dataclasses import replace
from typing import Literal, get_args

from model.record.blocks import AsPrinted, Block, Clause, Item, Paragraph, ParagraphKind, Row
from model.record.ids import NodeId
from model.record.text import Text, clean

BlockKind = Literal[
    "item", "subitem", "paragraph", "clause", "row",
    "opening", "closing", "status", "motion", "reservation", "note", "procedure",
]  # fmt: skip
"""What a block can be on the paper; "paragraph" is running text, the last seven are paragraphs of their own kind."""

KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
CELL = "\t"


def kind_of(block: Block) -> BlockKind:
    """The kind of `block`."""
    if isinstance(block, Item):
        return "item" if block.level == 1 else "subitem"
    if isinstance(block, Clause):
        return "clause"
    if isinstance(block, Row):
        return "row"
    return "paragraph" if block.kind == "text" else block.kind


def words_of(block: Block) -> Text:
    """The words of `block` with their marks; the cells of a row joined by tabs."""
    if isinstance(block, Item):
        return block.heading
    if isinstance(block, Row):
        whole = block.cells[0] if block.cells else Text()
        for cell in block.cells[1:]:
            whole = whole + Text(CELL) + cell
        return whole
    return block.text


def with_words(block: Block, words: Text) -> Block:
    """`block` with other words; a line break in a heading or cell becomes a blank, a tab makes cells in a row only."""
    if isinstance(block, Row):
        return replace(block, cells=cells_of(swapped(words, "\n", " ")))
    flat = swapped(words, CELL, " ")
    if isinstance(block, Item):
        return replace(block, heading=swapped(flat, "\n", " "))
    return replace(block, text=flat)


def cells_of(words: Text) -> tuple[Text, ...]:
    """`words` cut at its tabs; always at least one cell."""
    cells, start = [], 0
    for piece in words.plain.split(CELL):
        cells.append(words.slice(start, start + len(piece)))
        start += len(piece) + 1
    return tuple(cells)


def swapped(words: Text, old: str, new: str) -> Text:
    """`words` with one character for another, marks where they were."""
    return Text(words.plain.replace(old, new), words.marks) if old in words.plain else words


def typed(plain: str, *, row: bool = False) -> str:
    """`plain` cleaned for a block; a row keeps its tabs."""
    return CELL.join(clean(cell) for cell in plain.split(CELL)) if row else clean(plain)


def is_empty(block: Block) -> bool:
    """True if nothing but blanks stands in `block`."""
    return not words_of(block).plain.strip()


def as_kind(block: Block, kind: BlockKind) -> Block:
    """`block` as another kind, with its id and words; what was printed round them in the old form is not kept."""
    if kind_of(block) == kind:
        return block
    if isinstance(block, Item) and kind in {"item", "subitem"}:
        return replace(block, level=1 if kind == "item" else 2, printed=None, number=None)
    words = words_of(block)
    if isinstance(block, Clause) and block.after:
        words = words + Text(" ") + block.after
    return with_words(blank(block.id, kind), words)


def blank(node: NodeId, kind: BlockKind) -> Block:
    """An empty block of `kind`."""
    if kind == "item":
        return Item(node)
    if kind == "subitem":
        return Item(node, level=2)
    if kind == "clause":
        return Clause(node)
    if kind == "row":
        return Row(node)
    paragraph: ParagraphKind = "text" if kind == "paragraph" else kind
    return Paragraph(node, kind=paragraph)


def head_of(block: Block, at: int) -> Block:
    """`block` with only its words before `at`. What stands after the words goes with the later half."""
    short = with_words(block, words_of(block).slice(0, at))
    if isinstance(short, Clause):
        return replace(short, after=Text(), printed=_leading(short.printed))
    return replace(short, printed=_leading(short.printed)) if isinstance(short, Item) else short


def tail_of(block: Block, at: int, node: NodeId) -> Block:
    """A new block `node` of the same kind with the words from `at`; a decision's facts stay with the first half."""
    whole = words_of(block)
    made = with_words(blank(node, kind_of(block)), whole.slice(at, len(whole)))
    if isinstance(block, Clause) and isinstance(made, Clause):
        return replace(made, after=block.after, printed=_trailing(block.printed))
    if isinstance(block, Row) and isinstance(made, Row):
        return replace(made, kind=block.kind)
    return made


def joined(first: Block, second: Block) -> Block:
    """`first` with the words of `second` after its own; the first's kind wins, unless it was empty."""
    if is_empty(first) and not words_of(first).plain:
        return replace(second, id=first.id)
    if isinstance(first, Row) and isinstance(second, Row):
        return replace(first, cells=(*first.cells[:-1], first.cells[-1] + second.cells[0], *second.cells[1:]))
    after = second.after if isinstance(second, Clause) else Text()
    whole = with_words(first, words_of(first) + words_of(second))
    if isinstance(whole, Clause) and isinstance(first, Clause):
        text = whole.text if not first.after else first.text + Text(" ") + first.after + words_of(second)
        printed = _trailing(second.printed) if isinstance(second, Clause) else None
        return replace(whole, text=swapped(text, CELL, " "), after=after, printed=_both(first.printed, printed))
    return with_words(whole, words_of(whole) + Text(" ") + after) if after else whole


def _leading(printed: AsPrinted | None) -> AsPrinted | None:
    return AsPrinted(lead=printed.lead) if printed and printed.lead is not None else None


def _trailing(printed: AsPrinted | None) -> AsPrinted | None:
    if printed is None or (printed.tail is None and printed.end is None):
        return None
    return AsPrinted(tail=printed.tail, end=printed.end)


def _both(first: AsPrinted | None, second: AsPrinted | None) -> AsPrinted | None:
    lead = first.lead if first else None
    if second:
        return AsPrinted(lead, second.tail, second.end)
    return AsPrinted(lead) if lead is not None else None
