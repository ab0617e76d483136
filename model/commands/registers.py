"""The registers of a year as a document: what was decided and what became of it, matters, subjects, people.

A register is itself printed like minutes: a title, a heading for each list, and a table under it.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from model.index.due import Owed
from model.index.opened import Index
from model.index.registers import bodies, decision_log, matters, people, proposed, subjects
from model.language.registerwords import ITEM_STATES, SEE, SEE_ALSO, STATES
from model.record import ids as prefix
from model.record.blocks import Block, Item, Row
from model.record.ids import CountingIds
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.record.style import HOUSE
from model.record.text import Text
from model.sentences import REGISTER
from model.store.subjects import Subject, read_subjects

Table = list[tuple[str, ...]]


def register(index: Index, year: int, today: datetime.date) -> list[Minutes]:
    """The registers of `year`, one document for each body that has minutes then."""
    known = read_subjects(index.folder)
    return [
        made for row, code, name in bodies(index)
        if (made := _of_body(index, row, Body(code, name, name), year, known, today)) is not None
    ]  # fmt: skip


def _of_body(
    index: Index, row: int, body: Body, year: int, known: Sequence[Subject], today: datetime.date
) -> Minutes | None:
    log = decision_log(index, row, year, today)
    listed = matters(index, row, year)
    if not listed:
        return None
    found = subjects(index, row, year, known) if known else []
    terms = found or proposed(index, row, year)
    tables: list[tuple[str, Table]] = [
        ("decisions", [_decision(one.address, one.words, one.owed) for one in log]),
        ("matters", [
            (one.address, one.heading, ITEM_STATES.get(one.state, ""), ", ".join((*one.cases, *one.later)))
            for one in listed
        ]),
        ("subjects" if found else "headings", [
            (one.term, " ".join(_pointing(one.see, one.see_also)), "; ".join(one.references)) for one in terms
        ]),
        ("people", [
            (one.name, one.organisation or "", ", ".join(one.present), ", ".join(one.apologies), ", ".join(one.guest))
            for one in people(index, row, year)
        ]),
    ]  # fmt: skip
    ids = CountingIds()
    blocks = tuple(block for name, table in tables if table for block in _list(name, table, ids))
    title = f"{REGISTER['title'][0]} {year}, {body.name}"
    return Minutes(
        ids.new(prefix.MINUTES), body, Meeting(ids.new(prefix.MEETING)), title=title, year=year, blocks=blocks,
        style=replace(HOUSE, label_meeting=""),
    )  # fmt: skip


def _decision(address: str, words: str, owed: Owed | None) -> tuple[str, ...]:
    if owed is None:
        return address, words, "", "", ""
    return address, words, owed.who or "", owed.deadline or "", STATES[owed.state]


def _pointing(see: str | None, see_also: str | None) -> Iterator[str]:
    if see:
        yield f"{SEE} {see}"
    if see_also:
        yield f"{SEE_ALSO} {see_also}"


def _list(name: str, table: Iterable[tuple[str, ...]], ids: CountingIds) -> Iterator[Block]:
    heading, *columns = REGISTER[name]
    yield Item(ids.new(prefix.ITEM), heading=Text(heading))
    yield Row(ids.new(prefix.ROW), tuple(Text(column) for column in columns), "head")
    for cells in table:
        yield Row(ids.new(prefix.ROW), tuple(Text(cell) for cell in cells))
