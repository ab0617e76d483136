"""The rules on the record itself, each a small function; the codes' words are in `sentences`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from model.record.blocks import Clause, Item
from model.record.ids import MEETING_LINE, PRESENT, TITLE, NodeId
from model.record.minutes import Minutes


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired, and where."""

    rule: str
    node: NodeId


Rule = Callable[[Minutes], Iterator[Finding]]


def findings(minutes: Minutes) -> tuple[Finding, ...]:
    """Everything the rules say of `minutes`, but what somebody has silenced."""
    silenced = {(s.rule, s.node) for s in minutes.lifecycle.silenced}
    return tuple(found for rule in RULES for found in rule(minutes) if (found.rule, found.node) not in silenced)


def _head(minutes: Minutes) -> Iterator[Finding]:
    if minutes.number is None and minutes.title is None:
        yield Finding("no-number", TITLE)
    if minutes.meeting.date is None:
        yield Finding("no-date", MEETING_LINE)
    present = minutes.attendance.present
    if present is None or not present.entries:
        yield Finding("no-present", PRESENT)


def _empty(minutes: Minutes) -> Iterator[Finding]:
    for block in minutes.blocks:
        if isinstance(block, Item) and not block.heading.plain.strip():
            yield Finding("empty-heading", block.id)
        if isinstance(block, Clause) and not block.text.plain.strip():
            yield Finding("empty-clause", block.id)


def _links(minutes: Minutes) -> Iterator[Finding]:
    nodes = minutes.node_ids()
    for link in minutes.lifecycle.links:
        one = (link.target is None) != (link.unresolved is None)
        if link.source not in nodes or not one:
            yield Finding("target-missing", link.source)


RULES: tuple[Rule, ...] = (_head, _empty, _links)
