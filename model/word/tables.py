"""A run of rows as a table: columns as wide as their words, amounts to the right, the head row on every page."""

import re
from collections.abc import Sequence
from typing import Protocol

from model.record.blocks import Row
from model.record.text import Text
from model.record.tree import Table
from model.word.runs import bound, escaped, runs

WIDTH = 9070
"""Twips of text width that a table may fill."""
LETTER = 118
"""Twips that a letter takes, bold ones too."""
INDENT = 108
"""Twips of air inside a cell, on either side."""
SPACER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""The smallest paragraph there is, where Word wants one."""
SHORT = 12
"""So many rows never part; a longer table parts, but never after its first row or before its last."""

_AMOUNT = re.compile(
    r"\s*[-–\N{MINUS SIGN}]?\d[\d\s\xa0.,]*(?:kr|sek|tkr|mkr|mnkr|%|kronor|procent|st|tim(?:mar)?)?\.?\s*",
    re.IGNORECASE,
)


class Paragraphs(Protocol):
    """Makes a paragraph: style, content, properties."""

    def __call__(self, style: str, content: str, props: str = "") -> str:
        """The paragraph's XML."""


class Anchored(Protocol):
    """Puts a node's bookmark round its words."""

    def __call__(self, node: str, content: str, part: int | str | None = None) -> str:
        """The words' XML with the bookmark."""


def table(found: Table, caption: str, style: str, paragraph: Paragraphs, around: Anchored) -> str:
    """The table; `caption` is what a screen reader says of it."""
    rows = found.rows
    widths, amounts, heads = _widths(rows), amount_columns(rows), _heads(rows)
    head, total = rows[0].kind == "head", rows[-1].kind == "sum"
    look = 0x0600 | 0x0020 * head | 0x0040 * total
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inside = "".join(
        _row(row, widths, amounts, paragraph, around, keep=_keeps(place, len(rows)), repeated=place < heads)
        for place, row in enumerate(rows)
    )
    words = escaped(" ".join(caption.split())[:240])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look:04X}" w:firstRow="{int(head)}" w:lastRow="{int(total)}"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{words}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>'
    )


def _row(
    row: Row, widths: Sequence[int], amounts: Sequence[bool], paragraph: Paragraphs, around: Anchored, *,
    keep: bool, repeated: bool,
) -> str:  # fmt: skip
    bold = "<w:b/><w:bCs/>" if row.kind != "body" else ""
    cells = ""
    for column, width in enumerate(widths):
        words = row.cells[column] if column < len(row.cells) else Text()
        content = around(row.id, runs(words, bold), column) if column < len(row.cells) else ""
        style = "Tabellbelopp" if amounts[column] else "Tabelltext"
        inside = paragraph(style, content, "<w:keepNext/>" if keep else "")
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if repeated else ''}</w:trPr>{cells}</w:tr>"


def _keeps(place: int, count: int) -> bool:
    """Whether this row stays with the next one."""
    return place < count - 1 and (count <= SHORT or place == 0 or place == count - 2)


def _heads(rows: Sequence[Row]) -> int:
    """How many rows from the top are heads; a table of nothing else has its last row for a body."""
    count = next((place for place, row in enumerate(rows) if row.kind != "head"), len(rows))
    return min(count, len(rows) - 1)


def amount_columns(rows: Sequence[Row]) -> list[bool]:
    """For every column whether it holds amounts and nothing else; the first one names what they are for."""
    found = []
    for column in range(_columns(rows)):
        cells = [row.cells[column].plain for row in rows if row.kind != "head" and column < len(row.cells)]
        said = [cell for cell in cells if cell.strip(" –-")]
        found.append(column > 0 and bool(said) and all(_AMOUNT.fullmatch(cell) for cell in said))
    return found


def _widths(rows: Sequence[Row]) -> list[int]:
    """Twips for every column: by its longest cell if there is room, else by its longest word and a part of the rest."""
    columns = range(_columns(rows))
    cells = [[bound(row.cells[column].plain) for row in rows if column < len(row.cells)] for column in columns]
    wanted = [min(_room(max(map(len, words), default=1)), 5669) for words in cells]
    wanted[0] = max(wanted[0], 3402)
    if sum(wanted) <= WIDTH:
        return wanted
    least = [min(_room(max((len(w) for cell in words for w in cell.split(" ")), default=1)), 4000) for words in cells]
    if sum(least) >= WIDTH:
        room = max(WIDTH, 300 * len(least))
        return [width * room // sum(least) for width in least]
    over = [max(0, whole - word) for whole, word in zip(wanted, least, strict=True)]
    return [word + more * (WIDTH - sum(least)) // max(1, sum(over)) for word, more in zip(least, over, strict=True)]


def _room(letters: int) -> int:
    return max(680, LETTER * letters + 2 * INDENT + 60)


def _columns(rows: Sequence[Row]) -> int:
    return max(1, *(len(row.cells) for row in rows))
