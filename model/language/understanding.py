"""What the words of minutes say of themselves: what became of an item, and what a clause asks, of whom, by when.

Whoever writes need not say it: it follows from the words whenever minutes are written to a file (`understood`), and is
laid aside when they are opened to be worked on (`bare`), so that it follows the words again when those are changed.
What somebody has said themselves differs from what the words say, and is left alone by both.

A seal binds the contents; minutes that have one are never touched. Who seals, seals `understood` minutes.
"""

from collections.abc import Callable
from dataclasses import replace

from model.language import clauses, forms
from model.language.clauses import Facts
from model.record.blocks import Block, Clause, Item, ItemStatus, Paragraph, words
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.tree import Section, derive, flatten, sections

UNSAID: ItemStatus = "open"
"""The status of an item of which nobody has said anything."""


def understood(minutes: Minutes) -> Minutes:
    """`minutes` with what their words say where nobody has said it; the same object if that is nothing."""
    return _each(minutes, _filled_item, _filled_clause)


def bare(minutes: Minutes) -> Minutes:
    """`minutes` without what `understood` would say again; the same object if there is nothing of it."""
    return _each(minutes, _bare_item, _bare_clause)


def status_of(section: Section) -> ItemStatus:
    """What became of an item: what a line under it says, else that it was dealt with if anything stands there."""
    for place, part in enumerate(section.parts):
        if isinstance(part, Paragraph) and (said := _said(part, first=not place)):
            return said
    under = (*flatten(section.parts), *flatten(section.children))
    return "decided" if any(words(block).plain.strip() for block in under) else UNSAID


def _said(paragraph: Paragraph, *, first: bool) -> ItemStatus | None:
    text = paragraph.text.plain
    may_say = paragraph.kind == "status" or (first and paragraph.kind == "text")
    if may_say and (said := forms.status_of(text)):
        return said
    sentence = forms.STATUS_SENTENCE.search(text) if paragraph.kind == "text" else None
    return forms.status_of(sentence["words"]) if sentence else None


def _each(
    minutes: Minutes, of_item: Callable[[Item, ItemStatus], Item], of_clause: Callable[[Clause, Facts], Clause]
) -> Minutes:
    if minutes.lifecycle.seals:
        return minutes
    told: dict[NodeId, ItemStatus] = {s.item.id: status_of(s) for s in sections(derive(minutes.blocks))}

    def made(block: Block) -> Block:
        if isinstance(block, Item):
            return of_item(block, told[block.id])
        if isinstance(block, Clause):
            return of_clause(block, clauses.read(block.text.plain, minutes.meeting.date))
        return block

    blocks = tuple(made(block) for block in minutes.blocks)
    return minutes if blocks == minutes.blocks else replace(minutes, blocks=blocks)


def _filled_item(item: Item, told: ItemStatus) -> Item:
    return replace(item, status=told) if item.status == UNSAID else item


def _bare_item(item: Item, told: ItemStatus) -> Item:
    return replace(item, status=UNSAID) if item.status == told else item


def _filled_clause(clause: Clause, told: Facts) -> Clause:
    return _with(clause, told) if _of(clause) == Facts() else clause


def _bare_clause(clause: Clause, told: Facts) -> Clause:
    return _with(clause, Facts()) if _of(clause) == told else clause


def _of(clause: Clause) -> Facts:
    return Facts(clause.action, clause.mandate, clause.responsible, clause.deadlines, clause.amounts)


def _with(clause: Clause, facts: Facts) -> Clause:
    return replace(
        clause, action=facts.action, mandate=facts.mandate, responsible=facts.responsible, deadlines=facts.deadlines,
        amounts=facts.amounts,
    )  # fmt: skip
