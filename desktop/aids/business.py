"""What becomes of an item and who takes part in it, and rows that make a table. Pure: each is one command."""

import datetime
from dataclasses import replace

from desktop.paper.answer import Answer
from model.edit.arrange import InsertBlock, RemoveBlock, SetKind
from model.edit.attend import Leave, open_item
from model.edit.change import Place
from model.edit.command import Command
from model.edit.head import SetItem
from model.edit.parts import words_of
from model.edit.together import Together
from model.record import ids as prefix
from model.record.blocks import Clause, Item, Paragraph, Row
from model.record.ids import GUESTS, PRESENT, IdSource, NodeId
from model.record.minutes import Minutes
from model.record.people import Attendee, PeopleList
from model.record.text import Mark, Text

PERSON = "{person}"
"""The slot of a formula that a name is put in."""


def item_here(minutes: Minutes, node: NodeId | None) -> Item | None:
    """The item of level 1 that `node` stands under."""
    found = open_item(minutes, node)
    block = minutes.block(found) if found else None
    return block if isinstance(block, Item) else None


def day_typed(typed: str, minutes: Minutes) -> datetime.date | None:
    """The day that is typed in a hurry: `28/8`, `150828`, `28 aug`; None when it is no day yet."""
    from model.language.datewords import read_day

    return read_day(typed, minutes.meeting.date) if typed.strip() else None


def in_the_room(minutes: Minutes) -> tuple[Attendee, ...]:
    """Everybody who can have a conflict of interest, or leave: present and guests."""
    lists = (minutes.people(row) or PeopleList() for row in (PRESENT, GUESTS))
    return tuple(entry for people in lists for entry in people.entries if not entry.collective)


def conflict(minutes: Minutes, node: NodeId, person: Attendee, formula: str, ids: IdSource) -> Answer:
    """`person` takes no part in the item at `node`: the sentence of `formula`, and the fact, in one step."""
    item = item_here(minutes, node)
    if item is None:
        return Answer()
    words = formula.replace(PERSON, person.name)
    at = words.find(person.name)
    note = Paragraph(ids.new(prefix.PARAGRAPH), Text(words, (Mark(at, at + len(person.name), "person"),)))
    fact = SetItem(replace(item, conflicts=tuple(dict.fromkeys((*item.conflicts, person.id)))))
    block = minutes.block(node)
    spare = isinstance(block, Paragraph) and not words_of(block).plain
    steps: list[Command] = [InsertBlock(_before_decision(minutes, node), note), fact]
    if spare:
        steps.append(RemoveBlock(node))
    return Answer(Together(tuple(steps)), Place(note.id, len(words)))


def _before_decision(minutes: Minutes, node: NodeId) -> NodeId:
    """The block that a paragraph about the item can follow: `node`, or the one above the decision it stands in."""
    place = minutes.index(node)
    while isinstance(minutes.blocks[place], Clause | Row):
        place -= 1
    return minutes.blocks[place].id


def leaves(minutes: Minutes, person: Attendee, at: datetime.time, node: NodeId | None) -> Command:
    """`person` leaves the meeting at `at`, while the item at `node` is open."""
    return Leave(person.id, at, open_item(minutes, node))


def row(minutes: Minutes, node: NodeId, ids: IdSource) -> Answer:
    """A row at the caret: an empty paragraph becomes one, else a new one comes below."""
    block = minutes.block(node)
    if isinstance(block, Paragraph) and not block.text.plain:
        return Answer(SetKind(node, "row"), Place(node))
    new = ids.new(prefix.ROW)
    return Answer(InsertBlock(node, Row(new)), Place(new))


def table(minutes: Minutes, node: NodeId) -> tuple[Row, ...]:
    """The run of rows that `node` stands in."""
    place = minutes.index(node)
    first = last = place
    while first > 0 and isinstance(minutes.blocks[first - 1], Row):
        first -= 1
    while last + 1 < len(minutes.blocks) and isinstance(minutes.blocks[last + 1], Row):
        last += 1
    return tuple(block for block in minutes.blocks[first : last + 1] if isinstance(block, Row))


def summed(minutes: Minutes, node: NodeId, word: str, ids: IdSource) -> Answer:
    """The sum row of the table at `node`: made, or set right. Empty rows above it go.

    A last row that has only its first cell ("Totalt") becomes the sum row, with its own word.
    """
    from model.language.sums import column_sum, sum_words

    rows = [r for r in table(minutes, node) if any(cell.plain.strip() for cell in r.cells)]
    body = [r for r in rows if r.kind == "body"]
    old = next((r for r in rows if r.kind == "sum"), None)
    if old is None and len(body) > 1 and not any(cell.plain.strip() for cell in body[-1].cells[1:]):
        old = body.pop()
    if not body:
        return Answer()
    word = old.cells[0].plain if old and old.cells[0].plain.strip() else word
    cells = [Text(word)]
    for column in range(1, max(len(r.cells) for r in body)):
        total = column_sum(body, column)
        like = next((r.cells[column].plain for r in body if column < len(r.cells)), "")
        cells.append(Text(sum_words(total, like) if total is not None else ""))
    new = Row(old.id if old else ids.new(prefix.ROW), tuple(cells), "sum")
    gone = [r.id for r in table(minutes, node) if r not in rows or r is old]
    steps: list[Command] = [RemoveBlock(one) for one in gone]
    steps.append(InsertBlock(body[-1].id, new))
    return Answer(Together(tuple(steps)), Place(new.id, len(words_of(new).plain)))


def as_row(minutes: Minutes, node: NodeId) -> Answer:
    """The row at `node` as head of its table, or as one of its body again."""
    block = minutes.block(node)
    if not isinstance(block, Row):
        return Answer()
    made = replace(block, kind="body" if block.kind == "head" else "head")
    above = minutes.index(node) - 1
    after = minutes.blocks[above].id if above >= 0 else None
    return Answer(Together((RemoveBlock(node), InsertBlock(after, made))), Place(node))
