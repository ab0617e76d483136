"""The same minutes written as python-docx's guide would have it: what the Word export is measured against."""

import datetime
import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from model.places import resource
from model.record.blocks import Clause, Item, Paragraph, Row
from model.record.ids import APOLOGIES, GUESTS, MEETING_LINE, PRESENT
from model.record.minutes import Minutes
from model.record.printing import frames, label, printed, title
from model.record.tree import Decision, Table, parts
from model.word.runs import bound
from model.word.template import BUILT_IN


def template() -> bytes:
    """The shipped template, so that both writers use the same styles."""
    return resource(BUILT_IN).read_bytes()


def written(minutes: Minutes, base: bytes) -> bytes:
    """The same words and looks as far as the library goes: no numbers, bookmarks, repeated heads or embedded record."""
    document = docx.Document(io.BytesIO(base))
    properties, day = document.core_properties, minutes.meeting.date or datetime.date(1980, 1, 1)
    properties.title, properties.author, properties.language = title(minutes), minutes.body.name, "sv-SE"
    properties.created = properties.modified = datetime.datetime.combine(day, datetime.time())
    document.add_paragraph(title(minutes), style="Heading 1")
    rows = [(MEETING_LINE, minutes.meeting.line)]
    rows += [(row, p.line.plain) for row in (PRESENT, APOLOGIES, GUESTS) if (p := minutes.people(row)) is not None]
    for row, words in rows:
        fact = document.add_paragraph(style="Uppgift")
        fact.add_run(label(minutes, row), style="Etikett")
        fact.add_run("\t" + bound(words))
    _body(document, minutes)
    _signatures(document, minutes)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _body(document: Any, minutes: Minutes) -> None:
    framed = frames(minutes)
    for part in parts(minutes.blocks):
        if isinstance(part, Table):
            _table(document, part.rows)
        elif isinstance(part, Decision):
            lead = framed[part.clauses[0].id].decision
            if lead:
                document.add_paragraph(lead, style="Beslut").paragraph_format.keep_with_next = True
            for clause in part.clauses:
                _clause(document, clause, printed(clause, framed[clause.id]), part)
        elif isinstance(part, Item):
            style = "Heading 2" if part.level == 1 else "Heading 3"
            document.add_paragraph(bound(printed(part, framed[part.id])), style=style)
        elif isinstance(part, Paragraph):
            style = "Avslutning" if part.kind == "closing" else "Normal"
            document.add_paragraph(bound(part.text.plain), style=style)


def _clause(document: Any, clause: Clause, words: str, decision: Decision) -> None:
    paragraph = document.add_paragraph(bound(words), style="Att-sats")
    if clause is decision.clauses[-1]:
        paragraph.paragraph_format.space_after = Pt(8)
    else:
        paragraph.paragraph_format.keep_with_next = True


def _table(document: Any, rows: tuple[Row, ...]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0].cells), style="Protokolltabell")
    for row in rows:
        for column, (cell, words) in enumerate(zip(table.add_row().cells, row.cells, strict=False)):
            paragraph = cell.paragraphs[0]
            paragraph.style = "Tabelltext"
            paragraph.paragraph_format.keep_with_next = row is not rows[-1]
            paragraph.add_run(bound(words.plain)).bold = row.kind == "sum"
            if column:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _signatures(document: Any, minutes: Minutes) -> None:
    table = document.add_table(rows=1, cols=max(1, len(minutes.signatures)))
    for cell, sign in zip(table.rows[0].cells, minutes.signatures, strict=False):
        cell.paragraphs[0].style = "Signaturetikett"
        cell.paragraphs[0].add_run(sign.label or "")
        cell.add_paragraph("\t", style="Signaturrad")
        cell.add_paragraph(sign.name or "", style="Signaturnamn")
