"""The minutes as text, by their own style profile or the house's: a paragraph a line, a blank line between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from model.record.blocks import AsPrinted, Clause, Item, Paragraph
from model.record.ids import APOLOGIES, GUESTS, MEETING_LINE, PRESENT, NodeId
from model.record.minutes import Minutes
from model.record.printing import Frame, closed, frames, headed, label, title
from model.record.style import HOUSE
from model.record.tree import Decision, Entry, Section, Table, derive
from model.word.tables import amount_columns

Stanza = list[str]
"""Lines without a blank line between them."""


def to_text(minutes: Minutes, *, house: bool = False) -> str:
    """The minutes as lines; `house` prints them by the house profile, without what an old document did otherwise."""
    shown = in_house_form(minutes) if house else minutes
    return "\n\n".join("\n".join(stanza) for stanza in _stanzas(shown) if any(stanza)) + "\n"


def in_house_form(minutes: Minutes) -> Minutes:
    """`minutes` without the deviations of an old document, in the house profile. The wording is never touched."""
    blocks = tuple(
        replace(block, printed=_kept(block)) if isinstance(block, (Clause, Item)) else block for block in minutes.blocks
    )
    return replace(minutes, style=HOUSE, blocks=blocks, title=None if minutes.number else minutes.title)


def _kept(block: Clause | Item) -> AsPrinted | None:
    """A clause without "att" keeps its lead: there the missing word is wording, not form."""
    own = block.printed
    keeps = isinstance(block, Clause) and own is not None and own.lead is not None and "att" not in own.lead.lower()
    return AsPrinted(lead=own.lead) if keeps and own is not None else None


def _stanzas(minutes: Minutes) -> Iterator[Stanza]:
    date = [minutes.document_date.printed] if minutes.document_date else []
    letterhead = [line.text for line in minutes.letterhead]
    yield letterhead + date if minutes.style.document_date == "after_sender" else date + letterhead
    yield [title(minutes)]
    facts = [headed(label(minutes, MEETING_LINE), minutes.meeting.line)]
    for row in (PRESENT, APOLOGIES, GUESTS):
        people = minutes.people(row)
        if people is not None:
            facts.append(headed(label(minutes, row), people.line.plain))
    yield facts
    yield from _body(derive(minutes.blocks), frames(minutes))
    for sign in minutes.signatures:
        yield [part for part in (sign.label, sign.name, sign.title) if part]


def _body(entries: Iterable[Entry], framed: dict[NodeId, Frame]) -> Iterator[Stanza]:
    for entry in entries:
        if isinstance(entry, Section):
            frame = framed[entry.item.id]
            yield [f"{frame.lead}{closed(entry.item.heading, frame).plain}"]
            yield from _body(entry.parts, framed)
            yield from _body(entry.children, framed)
        elif isinstance(entry, Decision):
            lead = framed[entry.clauses[0].id].decision
            clauses = [_clause(clause, framed[clause.id]) for clause in entry.clauses]
            yield [lead, *clauses] if lead else clauses
        elif isinstance(entry, Table):
            yield list(_table(entry))
        elif isinstance(entry, Paragraph):
            yield [entry.text.plain]


def _clause(clause: Clause, frame: Frame) -> str:
    after = f" {clause.after.plain}" if clause.after else ""
    return f"{frame.lead}{closed(clause.text, frame).plain}{after}"


def _table(table: Table) -> Iterator[str]:
    """The rows with their cells under each other, amounts to the right; a tab between them, for whoever reads it in."""
    amounts = amount_columns(table.rows)
    cells = [[cell.plain.replace("\n", " ") for cell in row.cells] for row in table.rows]
    widths = [
        max((len(row[column]) for row in cells if column < len(row)), default=0) for column in range(len(amounts))
    ]
    for row in cells:
        yield _aligned(row, widths, amounts)


def _aligned(row: Sequence[str], widths: Sequence[int], amounts: Sequence[bool]) -> str:
    columns = zip(row, widths, amounts, strict=False)
    return "\t".join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in columns).rstrip()
