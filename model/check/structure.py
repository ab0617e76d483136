"""Rules on the form of the minutes: head, items, decisions, places to sign, links."""

from collections.abc import Iterator

from model.check.finding import Finding
from model.language.standing import is_first, is_last
from model.record.blocks import Clause, Item, Paragraph
from model.record.ids import MEETING_LINE, PRESENT, TITLE
from model.record.members import Register
from model.record.minutes import Minutes
from model.record.tree import Section, decisions, derive, sections


def head(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """Number, date, somebody present, and who was in the chair (domain rule S06)."""
    if minutes.number is None and minutes.title is None:
        yield Finding("no-number", TITLE)
    if minutes.meeting.date is None:
        yield Finding("no-date", MEETING_LINE)
    present = minutes.attendance.present
    if present is None or not present.entries:
        yield Finding("no-present", PRESENT)
    elif not any(entry.role == "chair" for entry in present.entries):
        yield Finding("no-chair", PRESENT)


def blocks(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """Headings and clauses without words (S03)."""
    for block in minutes.blocks:
        if isinstance(block, Item) and not block.heading.plain.strip():
            yield Finding("empty-heading", block.id)
        if isinstance(block, Clause) and not block.text.plain.strip():
            yield Finding("empty-clause", block.id)


def items(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """Items that end in nothing (S01), and numbers that skip (S02)."""
    tree = derive(minutes.blocks)
    before = 0
    for section in sections(tree):
        if section.item.level == 1:
            if before and section.number != before + 1:
                yield Finding("number-gap", section.item.id, str(section.number))
            before = section.number
        if not _ends(section):
            yield Finding("no-decision", section.item.id)


def _ends(section: Section) -> bool:
    """An item ends in a decision, a line that says where it went, or its sub-items; information needs no decision."""
    said = any(isinstance(part, Paragraph) and part.kind == "status" for part in section.parts)
    return (
        said
        or bool(section.children)
        or section.item.status not in {"open", "decided"}
        or section.item.kind in {"information", "container"}
        or _needs_none(section.item.heading.plain)
        or any(True for _ in decisions(section))
    )


def _needs_none(heading: str) -> bool:
    """Opening, closing, next meeting, other business and information end by themselves."""
    words = heading.strip()
    return not words or is_first(words) or is_last(words) or words.casefold().startswith("information")


def frame(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """How the meeting began and ended (S11, S10), lead words (S04), places to sign (S09)."""
    kinds = {block.kind for block in minutes.blocks if isinstance(block, Paragraph)}
    if minutes.blocks and "opening" not in kinds:
        yield Finding("no-opening", minutes.blocks[0].id)
    if minutes.blocks and "closing" not in kinds:
        yield Finding("no-closing", minutes.blocks[-1].id)
    leads = [(c.lead if c.lead is not None else minutes.style.decision_lead, c.id) for c in _first_clauses(minutes)]
    odd = [node for lead, node in leads if lead != leads[0][0]]
    if odd:
        yield Finding("lead-varies", odd[0])
    for sign in minutes.signatures:
        if not (sign.name or "").strip():
            yield Finding("unsigned-place", sign.id, sign.label or sign.title or "")


def _first_clauses(minutes: Minutes) -> list[Clause]:
    return [decision.clauses[0] for section in sections(derive(minutes.blocks)) for decision in decisions(section)]


def links(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """Links that lead nowhere, or to two places."""
    nodes = minutes.node_ids()
    for link in minutes.lifecycle.links:
        one = (link.target is None) != (link.unresolved is None)
        if link.source not in nodes or not one:
            yield Finding("target-missing", link.source)
