"""The places to sign: a table that a page break never parts and a screen reader reads one person at a time."""

from collections.abc import Iterator

from model.record.blocks import Signature
from model.record.minutes import Minutes
from model.word.phrases import SIGNATURES, SIGNATURES_MORE
from model.word.runs import run
from model.word.tables import WIDTH, Anchored, Paragraphs

COLUMN = WIDTH // 2
KEEP = "<w:keepNext/>"
ROOM = '<w:spacing w:before="720"/>'
"""Room for a hand where no label stands above the line."""


def signatures(minutes: Minutes, paragraph: Paragraphs, around: Anchored) -> Iterator[str]:
    """The block of `minutes`: two beside each other, or one under another where the document had it so."""
    columns = 2 if minutes.style.signature_layout == "two_columns" else 1
    signs = minutes.signatures
    lines = [signs[place : place + columns] for place in range(0, len(signs), columns)]
    rows = "".join(_row(line, columns, paragraph, around, last=line is lines[-1]) for line in lines)
    grid = f'<w:gridCol w:w="{COLUMN}"/>' * columns
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{COLUMN * columns}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0600" w:firstRow="0"'
        ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{SIGNATURES}"/><w:tblDescription w:val="{SIGNATURES_MORE}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(signs: tuple[Signature, ...], columns: int, paragraph: Paragraphs, around: Anchored, *, last: bool) -> str:
    cells = ""
    for column in range(columns):
        inside = (
            _sign(signs[column], paragraph, around, last=last) if column < len(signs) else paragraph("Signaturnamn", "")
        )
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{COLUMN}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _sign(sign: Signature, paragraph: Paragraphs, around: Anchored, *, last: bool) -> str:
    """Label, line, name and role, each with its bookmark."""
    lines = [(part, words) for part, words in ((1, sign.name or ""), (2, sign.title)) if words is not None]
    made = paragraph("Signaturetikett", around(sign.id, run(sign.label), 0), KEEP) if sign.label else ""
    made += paragraph("Signaturrad", "<w:r><w:tab/></w:r>", KEEP if sign.label else KEEP + ROOM)
    for part, words in lines:
        keep = "" if last and part == lines[-1][0] else KEEP
        made += paragraph("Signaturnamn", around(sign.id, run(words), part), keep)
    return made
