"""The record made of drafts, so that printing it by its inferred style profile gives the source's words again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.intake import account, front, profile
from model.intake.draft import Draft
from model.intake.lines import Page
from model.intake.marking import Marker
from model.intake.pieces import Framed, frame
from model.intake.repairs import Witness
from model.intake.run import Run
from model.language import amounts, clauses, forms
from model.record import ids as prefix
from model.record.blocks import AsPrinted, Block, Clause, Item, Paragraph, Row, RowKind, Signature
from model.record.ids import IdSource, NodeId
from model.record.lifecycle import Lifecycle, Noise, Repair, Source, Span
from model.record.minutes import Minutes
from model.record.printing import Frame, derived_frames, title
from model.record.style import StyleProfile

SURE = 75
"""A certainty below this is shown to the person who checks the import."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch that was read with doubt: its node, its line in the source (from 1), its class, its certainty."""

    node: NodeId
    line: int
    reading: str
    certainty: int


@dataclass(frozen=True, slots=True)
class Reading:
    """An old document read: the record, and where a person should look."""

    minutes: Minutes
    unsure: tuple[Doubt, ...]


def build(page: Page, drafts: Sequence[Draft], source: Source, ids: IdSource) -> Reading:
    """The record of `drafts`; `source` says which file it was, its spans and noise are filled in here."""
    return _Builder(page, drafts, source, ids).reading()


class _Builder:
    """Gathers spans, repairs and doubts while the parts of the record are made."""

    def __init__(self, page: Page, drafts: Sequence[Draft], source: Source, ids: IdSource) -> None:
        self.page, self.source, self.ids = page, source, ids
        self.scanned = source.kind == "ocr"
        witness = Witness.of("\n".join(draft.run.text for draft in drafts), scanned=self.scanned)
        self.framed = [_framed(draft, witness) for draft in drafts]
        self.spans: list[Span] = []
        self.repairs: list[Repair] = []
        self.doubts: list[Doubt] = []

    def reading(self) -> Reading:
        """Everything in order: head, style, blocks, signatures, and the account of the source."""
        found = front.rows(self.framed, self._keep)
        for f in self.framed:
            if f.draft.kind in {"date", "letterhead", "title"}:
                self._keep(front.node_of(f.draft), f, 0)
        meeting = front.meeting(found.get("meeting"), self.framed, self.ids)
        named = front.name(self.framed, meeting.date.year if meeting.date else None)
        style = self._style(found)
        marker = Marker(self.page.strong, self.page.emphasis, meeting.date)
        minutes = Minutes(
            self.ids.new(prefix.MINUTES), named.body, meeting, named.body.code, named.number, named.year,
            document_date=front.document_date(self.framed), letterhead=front.letterhead(self.framed),
            attendance=front.attendance(found, self.ids), style=style,
        )  # fmt: skip
        if title(minutes) != named.title:
            minutes = replace(minutes, title=named.title)
        blocks, printed = _Blocks(self, marker, style).made()
        minutes = _as_printed(replace(minutes, blocks=blocks), printed)
        minutes = replace(minutes, signatures=tuple(self._signatures()))
        source = replace(self.source, spans=tuple(self.spans), noise=_noise(self.page))
        account.check(self.page.text, source)
        life = Lifecycle(sources=(source,), repairs=tuple(self.repairs))
        return Reading(replace(minutes, lifecycle=life), tuple(self.doubts))

    def keep(self, node: NodeId, f: Framed, reading: str, run: Run, *, at: int = 0) -> None:
        """Put down where `run` stands in the source and what was mended, `at` characters into the node's string."""
        draft = f.draft
        self.spans += account.spans(self.page.text, node, run, reading, draft.certainty, changed=bool(f.fixes))
        for fix in f.fixes:
            self.repairs.append(
                Repair(
                    self.ids.new(prefix.REPAIR), node, at + fix.at, fix.before, fix.after,
                    "ocr" if self.scanned else "conversion", "applied",
                )
            )  # fmt: skip
        if draft.certainty < SURE:
            self.doubts.append(Doubt(node, draft.line, reading, draft.certainty))

    def _keep(self, node: NodeId, f: Framed, at: int) -> None:
        self.keep(node, f, f.draft.kind, f.draft.run, at=at)

    def _style(self, found: dict[str, front.Row]) -> StyleProfile:
        lines = {kind: row.line for kind, row in found.items()}
        labels = {"meeting": ""} | {kind: found[kind].label for kind in front.ROWS if kind in found}
        return profile.infer([f.draft for f in self.framed], self.framed, lines, labels)

    def _signatures(self) -> Iterator[Signature]:
        for f in self.framed:
            if f.draft.kind != "signature":
                continue
            node = self.ids.new(prefix.SIGNATURE)
            parts = {part: run.collapsed() for part, run in f.draft.parts.items()}
            for run in parts.values():
                self.keep(node, f, "signature", run)
            words = {part: run.text for part, run in parts.items()}
            said = " ".join(words.get(part, "") for part in ("label", "title"))
            role = forms.sign_role_of(said)
            signed = front.day_in(words.get("title", ""))
            yield Signature(node, role, words.get("label"), words.get("name"), words.get("title"), signed=signed)


class _Blocks:
    """The body's drafts as blocks; a decision's lead waits for its first clause."""

    def __init__(self, home: _Builder, marker: Marker, style: StyleProfile) -> None:
        self.home, self.marker, self.style = home, marker, style
        self.blocks: list[Block] = []
        self.printed: dict[NodeId, Frame] = {}
        self.lead: Framed | None = None
        self.number = 0

    def made(self) -> tuple[tuple[Block, ...], dict[NodeId, Frame]]:
        """The blocks, and what each was printed with."""
        body = [f for f in self.home.framed if f.draft.kind not in front.HEAD and f.draft.kind != "signature"]
        for position, f in enumerate(body):
            after = body[position + 1] if position + 1 < len(body) else None
            self._add(f, after)
        self._unled()
        return tuple(self.blocks), self.printed

    def _add(self, f: Framed, after: Framed | None) -> None:
        kind = f.draft.kind
        if kind != "clause":
            self._unled()
        if kind == "decision":
            self.lead = f
        elif kind == "clause":
            self._clause(f)
        elif kind in {"item", "subitem"}:
            self._item(f)
        elif kind == "row":
            self._row(f, after)
        else:
            self._paragraph(f)

    def _unled(self) -> None:
        """A lead without clauses is only a line."""
        if self.lead is not None:
            waiting, self.lead = self.lead, None
            self._paragraph(waiting)

    def _clause(self, f: Framed) -> None:
        node = self.home.ids.new(prefix.CLAUSE)
        lead = None
        if self.lead is not None:
            said = self.lead.words.text
            lead = said if said != self.style.decision_lead or self._after_clause() else None
            self.home.keep(node, self.lead, "decision", self.lead.words)
            self.lead = None
        elif not self._after_clause():
            lead = ""
        self.home.keep(node, f, "clause", f.draft.run)
        facts = clauses.read(f.words.text, self.marker.near)
        self.blocks.append(
            Clause(
                node, self.marker.text(f.words), lead, facts.action, facts.mandate, facts.responsible, facts.deadlines,
                facts.amounts, after=self.marker.text(f.after),
            )
        )  # fmt: skip
        self.printed[node] = Frame(f.lead, f.tail, f.end)

    def _after_clause(self) -> bool:
        return bool(self.blocks) and isinstance(self.blocks[-1], Clause)

    def _item(self, f: Framed) -> None:
        node, own = self.home.ids.new(prefix.ITEM), f.draft
        self.home.keep(node, f, own.kind, own.run)
        top = own.kind == "item"
        number = None
        if top:
            self.number += 1
            if own.number is not None and own.number != self.number:
                number = self.number = own.number
        heading = self.marker.text(f.words, styled=False)
        self.blocks.append(
            Item(node, 1 if top else 2, heading, own.status, number=number, reference=forms.case_within(heading.plain))
        )
        self.printed[node] = Frame(f.lead, "", f.end)

    def _row(self, f: Framed, after: Framed | None) -> None:
        node = self.home.ids.new(prefix.ROW)
        self.home.keep(node, f, "row", f.draft.run)
        cells = tuple(self.marker.text(cell.collapsed()) for cell in f.draft.cells)
        follows = after is not None and after.draft.kind == "row" and not _is_row(self.blocks)
        heads = follows and after is not None and not _numeric(f.draft) and _numeric(after.draft)
        kind: RowKind = "sum" if forms.SUM_ROW.match(f.words.text) else "head" if heads else "body"
        self.blocks.append(Row(node, cells, kind))

    def _paragraph(self, f: Framed) -> None:
        if f.draft.note == "case" and self._refer(f):
            return
        node = self.home.ids.new(prefix.PARAGRAPH)
        self.home.keep(node, f, f.draft.kind, f.draft.run)
        self.blocks.append(Paragraph(node, self.marker.text(f.words), f.draft.paragraph))

    def _refer(self, f: Framed) -> bool:
        """The case's number goes with its item, and is printed after the heading."""
        item = self.blocks[-1] if self.blocks else None
        said = forms.case_of(f.words.text)
        if not isinstance(item, Item) or not said or item.reference or f.fixes or self.printed[item.id].end:
            return False
        self.blocks[-1] = replace(item, reference=said)
        self.printed[item.id] = self.printed[item.id]._replace(tail=f" {f.words.text}")
        self.home.keep(item.id, f, "case", f.draft.run)
        return True


def _framed(draft: Draft, witness: Witness) -> Framed:
    """Lead lines, tables and signatures are left as they stand: their words are form, or hang on their places."""
    if draft.kind in {"decision", "row", "signature"}:
        return Framed(draft, draft.run.collapsed())
    return frame(draft, witness)


def _as_printed(minutes: Minutes, printed: dict[NodeId, Frame]) -> Minutes:
    """`minutes` with what the profile would print otherwise kept per node."""
    derived = derived_frames(minutes)
    blocks: list[Block] = []
    for block in minutes.blocks:
        if isinstance(block, (Item, Clause)):
            own, would = printed[block.id], derived[block.id]
            parts = {
                part: getattr(own, part)
                for part in ("lead", "tail", "end")
                if getattr(own, part) != getattr(would, part)
            }
            blocks.append(replace(block, printed=AsPrinted(**parts)) if parts else block)
        else:
            blocks.append(block)
    return replace(minutes, blocks=tuple(blocks))


def _noise(page: Page) -> tuple[Noise, ...]:
    """The noise in order, what touches made one."""
    result: list[Noise] = []
    for entry in sorted(page.noise, key=lambda entry: entry.start):
        last = result[-1] if result else None
        if last and (last.kind, last.end) == (entry.kind, entry.start):
            result[-1] = replace(last, end=entry.end, text=last.text + entry.text)
        else:
            result.append(entry)
    return tuple(result)


def _is_row(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and isinstance(blocks[-1], Row)


def _numeric(draft: Draft) -> bool:
    last = draft.cells[-1].text if draft.cells else ""
    return bool(amounts.find(last) or re.fullmatch(r"[\d\s,.%–-]+", last))
