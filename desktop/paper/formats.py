"""Block and character formats by kind: left edges, space above, line heights, weights."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextDocument, QTextFormat, QTextOption

from desktop.theme import Theme
from model.edit.parts import kind_of
from model.record.blocks import Block, Row
from model.record.ids import GUESTS, MEETING_LINE, TITLE, NodeId

KIND = QTextFormat.Property.UserProperty.value + 1
"""The property of a block's format that says its kind; it only mirrors the record."""

GUTTER, TEXT, HEADER, SUB, CLAUSE = 44, 80, 180, 100, 172
"""Left edges in pixels from the sheet's edge: numbers and labels, text, header rows, sub-items and rows, clauses."""

ABOVE, UNDER = 62, 260
"""Pixels above the title and below the last block."""

UNDER_HEADER = 18
"""Pixels at least between the header and the body."""

TAB_STOP = 330
LEAD_LINE = 24
"""Height in pixels of a decision's lead that is too long for the margin and stands on its own line."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Everything a block's formats depend on."""

    kind: str
    first: bool = False
    last: bool = False
    lead_line: bool = False
    cells: int = 1


_LEFT = {"title": GUTTER, "header": HEADER, "subitem": SUB, "row": SUB, "clause": CLAUSE}
_ABOVE = {"title": 0, "header": 8, "item": 30, "subitem": 12, "clause": 7, "row": 1}
_HEIGHT = {"title": 110, "item": 118}
_FONTS: dict[str, tuple[int, int]] = {
    "title": (27, 600), "header": (15, 400), "item": (18, 600), "subitem": (16, 600), "head_row": (16, 500),
    "sum_row": (16, 500),
}  # fmt: skip


def shape_of_row(row: NodeId) -> Shape:
    """The shape of a header row."""
    return Shape("title") if row == TITLE else Shape("header", first=row == MEETING_LINE, last=row == GUESTS)


def shape_of(block: Block, lead_line: bool) -> Shape:
    """The shape of a block of the body."""
    if isinstance(block, Row):
        kind = "row" if block.kind == "body" else f"{block.kind}_row"
        return Shape(kind, cells=max(2, len(block.cells)))
    kind = kind_of(block)
    if kind in {"item", "subitem", "clause"}:
        return Shape(kind, lead_line=lead_line)
    return Shape("paragraph")


def set_margins(paper: QTextDocument) -> None:
    """Space above the title and below the last block, so that the line being typed is never at the edge."""
    frame = paper.rootFrame().frameFormat()
    frame.setMargin(0)
    frame.setTopMargin(ABOVE)
    frame.setBottomMargin(UNDER)
    paper.rootFrame().setFrameFormat(frame)


class Formats:
    """The formats of one theme, each made once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._blocks: dict[Shape, QTextBlockFormat] = {}
        self._words: dict[str, QTextCharFormat] = {}

    def font(self, kind: str) -> QFont:
        """The font of a kind."""
        size, weight = _FONTS.get(kind, (16, 400))
        return self._theme.font("paper", size, weight)

    def block(self, shape: Shape) -> QTextBlockFormat:
        """The block format of a shape."""
        if shape not in self._blocks:
            self._blocks[shape] = _made(shape)
        return self._blocks[shape]

    def words(self, shape: Shape) -> QTextCharFormat:
        """The character format of a shape. No colour: the palette has it, so that light and dark may change places."""
        if shape.kind not in self._words:
            made = QTextCharFormat()
            made.setFont(self.font(shape.kind))
            self._words[shape.kind] = made
        return self._words[shape.kind]

    def marked(self, shape: Shape, *, strong: bool, emphasis: bool) -> QTextCharFormat:
        """The character format of words that are strong or emphasised."""
        name = f"{shape.kind} {strong} {emphasis}"
        if name not in self._words:
            size, weight = _FONTS.get(shape.kind, (16, 400))
            font = QFont(self._theme.font("paper", size, max(weight, 600) if strong else weight))
            font.setItalic(emphasis)
            made = QTextCharFormat()
            made.setFont(font)
            self._words[name] = made
        return self._words[name]


def _made(shape: Shape) -> QTextBlockFormat:
    base = "row" if shape.kind.endswith("row") else shape.kind
    made = QTextBlockFormat()
    made.setProperty(KIND, shape.kind)
    made.setLeftMargin(_LEFT.get(base, TEXT))
    made.setRightMargin(GUTTER)
    above = 20 if shape.first else _ABOVE.get(base, 6)
    made.setTopMargin(above + (LEAD_LINE if shape.lead_line else 0))
    made.setBottomMargin(UNDER_HEADER if shape.last else 2 if base == "title" else 0)
    made.setLineHeight(_HEIGHT.get(base, 131), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if base in {"title", "item", "subitem"}:
        made.setHeadingLevel({"title": 1, "item": 2, "subitem": 3}[base])
    if base == "row":
        made.setTabPositions(_stops(shape.cells))
    return made


def _stops(cells: int) -> list[QTextOption.Tab]:
    """Tab stops for so many cells; the last column is right-aligned, where amounts stand."""
    step = TAB_STOP / (cells - 1)
    kinds = QTextOption.TabType
    return [
        QTextOption.Tab(step * column, kinds.RightTab if column == cells - 1 else kinds.LeftTab)
        for column in range(1, cells)
    ]
