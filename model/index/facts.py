"""What a record says besides its words: links, people, amounts. A reader is a function; `READERS` names them all."""

from collections.abc import Callable, Iterator

from model.index.rows import Amount, Fact, Link, Person
from model.index.said import promises, references
from model.language import amounts as money
from model.record.blocks import Clause, words
from model.record.minutes import Minutes

Reader = Callable[[Minutes], Iterator[Fact]]


def links(minutes: Minutes) -> Iterator[Fact]:
    """The links that a person has accepted."""
    for link in minutes.lifecycle.links:
        yield Link(minutes.id, link.source, link.target or link.unresolved or "", link.kind, link.evidence)


def people(minutes: Minutes) -> Iterator[Fact]:
    """Who was there, who signs, and who is named in the text."""
    lists = minutes.attendance
    for role, people in (("present", lists.present), ("apologies", lists.apologies), ("guest", lists.guests)):
        for entry in people.entries if people else ():
            yield Person(minutes.id, minutes.id, entry.name, entry.organisation, role)
    for block in minutes.blocks:
        text = words(block)
        for mark in text.marks:
            if mark.kind == "person":
                yield Person(minutes.id, block.id, text.plain[mark.start : mark.end], None, "named")
        if isinstance(block, Clause):
            yield from (Person(minutes.id, block.id, name, None, "responsible") for name in block.responsible)


def amounts(minutes: Minutes) -> Iterator[Fact]:
    """Money, in decisions and in running text."""
    for block in minutes.blocks:
        for found in money.find(words(block).plain):
            yield Amount(minutes.id, block.id, min(int(found.value), LARGEST), found.currency)


LARGEST = 2**63 - 1
"""No number in the file may be larger; nobody decides on more kronor."""

READERS: tuple[Reader, ...] = (links, people, amounts, references, promises)


def facts(minutes: Minutes) -> Iterator[Fact]:
    """Every fact of `minutes`, ready for its table."""
    for reader in READERS:
        yield from reader(minutes)
