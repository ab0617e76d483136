"""A record as the body of a Word document."""

from collections.abc import Iterable, Iterator

from model.record.blocks import Clause, Paragraph
from model.record.ids import APOLOGIES, DOCUMENT_DATE, GUESTS, LETTERHEAD, MEETING_LINE, PRESENT, TITLE, NodeId
from model.record.minutes import Minutes
from model.record.printing import Frame, closed, label, title
from model.record.text import Text
from model.record.tree import Decision, Entry, Section, Table
from model.word.anchors import LEAD, Anchors
from model.word.numbers import Counting
from model.word.phrases import TABLE
from model.word.runs import run, runs
from model.word.signing import signatures
from model.word.tables import SPACER, table
from model.word.template import Template

TAB = "<w:r><w:tab/></w:r>"
KEEP = "<w:keepNext/>"
UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
APART = '<w:spacing w:before="160"/>'
SHORT_LABELS, LABEL_WIDTH = 17, 1985
"""Letters of the usual labels, and the twips that they take."""


class Body:
    """Writes one document's paragraphs, in the styles of its template, numbered as `counts` says."""

    def __init__(
        self,
        minutes: Minutes,
        template: Template,
        tree: tuple[Entry, ...],
        framed: dict[NodeId, Frame],
        counts: Counting,
    ) -> None:
        self._minutes, self._template, self._tree = minutes, template, tree
        self._frames, self._counts = framed, counts
        self._anchors = Anchors()
        self._last = minutes.blocks[-1].id if minutes.blocks and minutes.signatures else None

    def xml(self) -> str:
        """Everything between the document's opening tag and its section."""
        pieces = [*self._header(), *self._entries(self._tree)]
        if self._minutes.signatures:
            pieces += signatures(self._minutes, self._p, self._anchors.around)
        return "".join(_parted(pieces))

    def _p(self, style: str, content: str, props: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._template.style(style)}"/>{props}</w:pPr>{content}</w:p>'

    def _keep(self, node: NodeId) -> str:
        """The words before the signatures go with them to the next page: nobody signs an empty sheet."""
        return KEEP if node == self._last else ""

    def _header(self) -> Iterator[str]:
        minutes, around = self._minutes, self._anchors.around
        dated = minutes.document_date
        date = [self._p("Brevhuvud", around(DOCUMENT_DATE, run(dated.printed)))] if dated else []
        lines = [
            self._p("Brevhuvud", around(LETTERHEAD, run(line.text), number))
            for number, line in enumerate(minutes.letterhead)
        ]
        yield from (*lines, *date) if minutes.style.document_date == "after_sender" else (*date, *lines)
        yield self._p("heading 1", around(TITLE, run(title(minutes))))
        facts = {MEETING_LINE: minutes.meeting.line}
        for row in (PRESENT, APOLOGIES, GUESTS):
            people = minutes.people(row)
            if people is not None:
                facts[row] = people.line.plain
        yield from self._facts(facts)

    def _facts(self, facts: dict[NodeId, str]) -> Iterator[str]:
        """Label and words in two columns, as wide as the longest label needs."""
        longest = max(len(label(self._minutes, row)) for row in facts)
        props = hanging(min(100 * longest + 120, 4000), LABEL_WIDTH) if longest > SHORT_LABELS else ""
        bold = f'<w:rStyle w:val="{self._template.style("Etikett")}"/>'
        for row, words in facts.items():
            content = run(label(self._minutes, row), bold) + TAB + run(words)
            yield self._p("Uppgift", self._anchors.around(row, content), props)

    def _entries(self, entries: Iterable[Entry]) -> Iterator[str]:
        entries = tuple(entries)
        for position, entry in enumerate(entries):
            before = entries[position - 1] if position else None
            after = entries[position + 1] if position + 1 < len(entries) else None
            if isinstance(entry, Section):
                yield from self._section(entry)
            elif isinstance(entry, Decision):
                yield from self._decision(entry)
            elif isinstance(entry, Table):
                caption = before.text.plain if isinstance(before, Paragraph) else ""
                yield table(
                    entry, caption or TABLE, self._template.style("Protokolltabell"), self._p, self._anchors.around
                )
            else:
                props = KEEP if isinstance(after, Table) else self._keep(entry.id)
                yield self._paragraph(entry, props + (APART if isinstance(before, Table) else ""))

    def _section(self, section: Section) -> Iterator[str]:
        yield self._heading(section)
        yield from self._entries(section.parts)
        yield from self._entries(section.children)

    def _heading(self, section: Section) -> str:
        """A heading of its own, even where an old document ran it in: it must be found in the navigation pane."""
        item, frame, counts = section.item, self._frames[section.item.id], self._counts
        counted = counts.items if item.level == 1 else counts.subs
        content, props = runs(closed(item.heading, frame)), ""
        if not counted:
            props = UNNUMBERED if item.level == 1 else ""
            if frame.lead.strip():
                content = run(frame.lead.rstrip()) + TAB + content
                props += hanging(counts.indent if item.level == 1 else counts.sub_indent)
        elif item.level == 2:
            props = f'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{self._template.list_id}"/></w:numPr>'
        style = "heading 2" if item.level == 1 else "heading 3"
        return self._p(style, self._anchors.around(item.id, content), props)

    def _decision(self, decision: Decision) -> Iterator[str]:
        first, last = decision.clauses[0], len(decision.clauses) - 1
        lead = self._frames[first.id].decision
        if lead:
            yield self._p("Beslut", self._anchors.around(first.id, run(lead), LEAD))
        for position, clause in enumerate(decision.clauses):
            keep = KEEP if position < last and position in {0, last - 1} else self._keep(clause.id)
            above = 0 if lead or position else 200
            gap = f'<w:spacing w:before="{above}" w:after="160"/>' if position == last else ""
            yield self._p("Att-sats", self._anchors.around(clause.id, self._clause(clause)), keep + gap)

    def _clause(self, clause: Clause) -> str:
        frame = self._frames[clause.id]
        whole = Text(frame.lead) + closed(clause.text, frame)
        return runs(whole + Text(" ") + clause.after if clause.after else whole)

    def _paragraph(self, paragraph: Paragraph, props: str) -> str:
        style = {"closing": "Avslutning", "status": "Statusrad"}.get(paragraph.kind, "Normal")
        return self._p(style, self._anchors.around(paragraph.id, runs(paragraph.text)), props)


def hanging(width: int, instead: int | None = None) -> str:
    """The first word stands to the left of `width`, the rest from there; `instead` of the style's own place."""
    old = f'<w:tab w:val="clear" w:pos="{instead}"/>' if instead else ""
    return f'<w:tabs>{old}<w:tab w:val="left" w:pos="{width}"/></w:tabs><w:ind w:left="{width}" w:hanging="{width}"/>'


def _parted(pieces: list[str]) -> Iterator[str]:
    """The pieces, a tiny paragraph between two tables and after the last: Word joins or refuses them otherwise."""
    for position, piece in enumerate(pieces):
        yield piece
        following = pieces[position + 1] if position + 1 < len(pieces) else "<w:tbl>"
        if piece.startswith("<w:tbl>") and following.startswith("<w:tbl>"):
            yield SPACER
