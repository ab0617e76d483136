"""A record as the body of a Word document."""

import re
from collections.abc import Iterator

from model.record.blocks import Clause, Paragraph, Row, Signature
from model.record.ids import APOLOGIES, DOCUMENT_DATE, GUESTS, LETTERHEAD, MEETING_LINE, PRESENT, TITLE, NodeId
from model.record.minutes import Minutes
from model.record.printing import Frame, frames, label, title
from model.record.text import Text
from model.record.tree import Decision, Entry, Section, Table, derive, sections
from model.word.anchors import Anchors
from model.word.phrases import SIGNATURES, SIGNATURES_MORE, TABLE
from model.word.runs import escaped, run, runs
from model.word.template import Template

WIDTH = 9070
"""Twips of text width that tables fill."""

_AMOUNT = re.compile(r"[-–]?\d[\d\s\xa0.,]*(?:kr|tkr|mkr|%|kronor)?\s*$", re.IGNORECASE)
LABEL_PROPS = '<w:rStyle w:val="{}"/>'


class Body:
    """Writes one document's paragraphs; `numbered` says whether Word may number the headings itself."""

    def __init__(self, minutes: Minutes, template: Template, *, numbered: bool, list_id: int | None) -> None:
        self._minutes, self._template = minutes, template
        self._numbered, self._list = numbered, list_id
        self._frames = frames(minutes)
        self._anchors = Anchors()
        self._tree = derive(minutes.blocks)

    def xml(self) -> str:
        """Everything between the document's opening tag and its section."""
        return "".join((*self._header(), *self._entries(self._tree), *self._signatures()))

    def _p(self, style: str, content: str, props: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._template.style(style)}"/>{props}</w:pPr>{content}</w:p>'

    def _header(self) -> Iterator[str]:
        minutes, around = self._minutes, self._anchors.around
        if minutes.document_date:
            yield self._p("Brevhuvud", around(DOCUMENT_DATE, run(minutes.document_date.printed)))
        for number, head in enumerate(minutes.letterhead):
            yield self._p("Brevhuvud", around(LETTERHEAD, run(head.text), number))
        yield self._p("heading 1", around(TITLE, run(title(minutes))))
        yield self._fact(MEETING_LINE, minutes.meeting.line)
        for row in (PRESENT, APOLOGIES, GUESTS):
            people = minutes.people(row)
            if people is not None:
                yield self._fact(row, people.line.plain)

    def _fact(self, row: NodeId, words: str) -> str:
        props = LABEL_PROPS.format(self._template.style("Etikett"))
        content = run(label(self._minutes, row), props) + "<w:r><w:tab/></w:r>" + run(words)
        return self._p("Uppgift", self._anchors.around(row, content))

    def _entries(self, entries: tuple[Entry, ...]) -> Iterator[str]:
        for position, entry in enumerate(entries):
            if isinstance(entry, Section):
                yield self._heading(entry)
                yield from self._entries(entry.parts)
                yield from self._entries(entry.children)
            elif isinstance(entry, Decision):
                yield from self._decision(entry)
            elif isinstance(entry, Table):
                before = entries[position - 1] if position else None
                yield self._table(entry, before.text.plain if isinstance(before, Paragraph) else TABLE)
                following = entries[position + 1] if position + 1 < len(entries) else None
                if not isinstance(following, Paragraph):
                    yield self._spacer()
            else:
                leads = position + 1 < len(entries) and isinstance(entries[position + 1], Table)
                yield self._paragraph(entry, leads=leads)

    def _heading(self, section: Section) -> str:
        item, frame = section.item, self._frames[section.item.id]
        style = "heading 2" if item.level == 1 else "heading 3"
        content, props = runs(item.heading), ""
        if item.level == 1 and not self._numbered:
            literal = run(frame.lead.rstrip()) + "<w:r><w:tab/></w:r>" if frame.lead.strip() else ""
            content = literal + content
            props = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' + (
                '<w:tabs><w:tab w:val="left" w:pos="680"/></w:tabs><w:ind w:left="680" w:hanging="680"/>'
                if literal
                else ""
            )
        elif item.level == 1 and self._list is not None:
            props = _numbered(0, self._list)
        elif item.level == 2 and self._minutes.style.sub_item == "letters" and self._list is not None:
            props = _numbered(1, self._list)
        return self._p(style, self._anchors.around(item.id, content), props)

    def _decision(self, decision: Decision) -> Iterator[str]:
        first = decision.clauses[0]
        lead = self._frames[first.id].decision
        if lead:
            yield self._p("Beslut", run(lead))
        last = len(decision.clauses) - 1
        for position, clause in enumerate(decision.clauses):
            keep = "<w:keepNext/>" if position == 0 and last > 0 else ""
            gap = '<w:spacing w:before="40" w:after="160"/>' if position == last else ""
            yield self._p("Att-sats", self._anchors.around(clause.id, self._clause(clause)), keep + gap)

    def _clause(self, clause: Clause) -> str:
        frame = self._frames[clause.id]
        whole = Text(frame.lead) + clause.text + Text(frame.tail + frame.end)
        return runs(whole + Text(" ") + clause.after if clause.after else whole)

    def _paragraph(self, paragraph: Paragraph, *, leads: bool) -> str:
        style = {"closing": "Avslutning", "status": "Statusrad"}.get(paragraph.kind, "Normal")
        props = "<w:keepNext/>" if leads else ""
        return self._p(style, self._anchors.around(paragraph.id, runs(paragraph.text)), props)

    def _table(self, table: Table, caption: str) -> str:
        columns = max(1, *(len(row.cells) for row in table.rows))
        widths = [WIDTH // columns] * columns
        has_head, has_sum = table.rows[0].kind == "head", table.rows[-1].kind == "sum"
        look = f'w:val="0{"4" if has_head else "0"}{"6" if has_head and has_sum else "4" if has_sum else "2" if has_head else "0"}0"'
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(row, widths) for row in table.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._template.style("Protokolltabell")}"/>'
            f'<w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook {look} w:firstRow="{int(has_head)}" w:lastRow="{int(has_sum)}" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escaped(caption[:120])}"/><w:tblDescription w:val="{escaped(caption[:240])}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, row: Row, widths: list[int]) -> str:
        head = "<w:tblHeader/>" if row.kind == "head" else ""
        cells = ""
        for column, width in enumerate(widths):
            words = row.cells[column] if column < len(row.cells) else Text()
            style = "Tabellbelopp" if column and _AMOUNT.match(words.plain) else "Tabelltext"
            props = "<w:b/><w:bCs/>" if row.kind == "sum" else ""
            keep = "" if row.kind == "sum" else "<w:keepNext/>"
            content = self._anchors.around(row.id, runs(words, props), column)
            cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self._p(style, content, keep)}</w:tc>'
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"

    def _signatures(self) -> Iterator[str]:
        signs = self._minutes.signatures
        if not signs:
            return
        columns = 1 if self._minutes.style.signature_layout == "stacked" else 2
        width = WIDTH // 2
        lines = [signs[i : i + columns] for i in range(0, len(signs), columns)]
        rows = "".join(self._signing(line, columns, width, last=line is lines[-1]) for line in lines)
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        if self._tree and isinstance(self._tree[-1], Table):
            yield self._spacer()
        yield (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0600" w:firstRow="0"'
            ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{SIGNATURES}"/><w:tblDescription w:val="{SIGNATURES_MORE}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{self._spacer()}"
        )

    def _signing(self, signs: tuple[Signature, ...], columns: int, width: int, *, last: bool) -> str:
        cells = ""
        for column in range(columns):
            inside = self._sign(signs[column], last=last) if column < len(signs) else self._p("Signaturnamn", "")
            cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _sign(self, sign: Signature, *, last: bool) -> str:
        """Label, line, name and role in one cell, so that a screen reader reads one person at a time."""
        keep = "" if last else "<w:keepNext/>"
        made = self._p("Signaturetikett", self._anchors.around(sign.id, run(sign.label or ""), 0))
        made += self._p("Signaturrad", "<w:r><w:tab/></w:r>")
        made += self._p("Signaturnamn", self._anchors.around(sign.id, run(sign.name or ""), 1), keep)
        if sign.title:
            made += self._p("Signaturnamn", self._anchors.around(sign.id, run(sign.title), 2), keep)
        return made

    def _spacer(self) -> str:
        """The smallest paragraph there is: Word wants one after a table that ends a page's flow."""
        return '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def _numbered(level: int, list_id: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def runs_of_numbers(minutes: Minutes) -> tuple[int, bool]:
    """The first item's number, and whether the items are numbered without gaps from it."""
    numbers = [s.number for s in sections(derive(minutes.blocks)) if s.item.level == 1]
    first = numbers[0] if numbers else 1
    printed: dict[NodeId, Frame] = frames(minutes)
    plain = all(
        printed[s.item.id].lead == minutes.style.number_form.format(s.number)
        for s in sections(derive(minutes.blocks))
        if s.item.level == 1
    )
    return first, plain and numbers == list(range(first, first + len(numbers)))
