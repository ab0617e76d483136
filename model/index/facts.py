"""What a record says besides its words: links, people, amounts. A reader is a function; `READERS` names them all."""

from collections.abc import Callable, Iterator

from model.index.rows import Amount, Fact, Link, Person
from model.index.said import promises, references
from model.language import amounts as money
from model.record.blocks import Block, Clause, Item, Paragraph, words
from model.record.ids import NodeId
from model.record.minutes import Minutes

Reader = Callable[[Minutes], Iterator[Fact]]


def links(minutes: Minutes) -> Iterator[Fact]:
    """The links that a person has accepted."""
    items = {block.id: item for item, block in _placed(minutes)} if minutes.lifecycle.links else {}
    for link in minutes.lifecycle.links:
        target = link.target or link.unresolved or ""
        yield Link(minutes.id, link.source, target, link.kind, link.evidence, items.get(link.source))


def people(minutes: Minutes) -> Iterator[Fact]:
    """Who was there, and who is named in the text."""
    lists = minutes.attendance
    for role, listed in (("present", lists.present), ("apologies", lists.apologies), ("guest", lists.guests)):
        for entry in listed.entries if listed else ():
            yield Person(minutes.id, minutes.id, minutes.id, entry.name, entry.organisation, role)
    for item, block in _placed(minutes):
        text = words(block)
        for mark in text.marks:
            if mark.kind == "person":
                yield Person(minutes.id, block.id, item, text.plain[mark.start : mark.end], None, "named")
        if isinstance(block, Clause):
            yield from (Person(minutes.id, block.id, item, name, None, "responsible") for name in block.responsible)


def amounts(minutes: Minutes) -> Iterator[Fact]:
    """Money, in decisions and in running text."""
    for item, block in _placed(minutes):
        for found in money.find(words(block).plain):
            yield Amount(minutes.id, block.id, item, min(int(found.value), LARGEST), found.currency)


def _placed(minutes: Minutes) -> Iterator[tuple[NodeId, Block]]:
    """Every block with the item it stands in; outside of items that is the minutes' own id."""
    item = minutes.id
    for block in minutes.blocks:
        if isinstance(block, Item):
            item = block.id
        elif isinstance(block, Paragraph) and block.kind == "closing":
            item = minutes.id
        yield item, block


LARGEST = 2**63 - 1
"""No number in the file may be larger; nobody decides on more kronor."""

READERS: tuple[Reader, ...] = (links, people, amounts, references, promises)


def facts(minutes: Minutes) -> Iterator[Fact]:
    """Every fact of `minutes`, ready for its table."""
    for reader in READERS:
        yield from reader(minutes)
