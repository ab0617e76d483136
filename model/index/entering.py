"""One record put into the index, or taken out of it: its meeting, items, clauses, words and facts."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from model.index.facts import facts
from model.index.opened import Index
from model.index.rows import TABLES, Fact, Person
from model.index.schema import BODY, COUNTER, DECIDES, ITEM, LAYERS, ROW, WITHDRAWN
from model.index.terms import Terms, heading_key, terms
from model.language.mending import mended
from model.language.words import fold
from model.record.blocks import Block, Clause
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.printing import Frame, frames, printed, title
from model.record.tree import Section, derive, flatten, sections

PLACED = frozenset(table for table in TABLES if "item" in table._fields)
"""The facts that have the row of their item, so that filters need not look for it."""


def _insert(table: type[Fact]) -> str:
    fields = [f'"{field}"' for field in (*table._fields, *(["row"] if table in PLACED else []))]
    return f"insert into {table.__name__.lower()}({', '.join(fields)}) values({','.join('?' * len(fields))})"


INSERT = {table: _insert(table) for table in TABLES}

Batch = defaultdict[str, list[tuple[object, ...]]]
"""Statements, and the rows that each is to be run with."""

OFTEN = 3
"""Items in which a word stands that the archive may be said to know."""


class Entry(NamedTuple):
    """An item on its way in, with its words as printed; or the head of the minutes, under their own id and number 0."""

    node: str
    number: int
    letter: str | None
    status: str
    heading: str
    clauses: tuple[tuple[Clause, str], ...]
    texts: str

    @property
    def words(self) -> tuple[str, str, str]:
        """Heading, decisions, running text, as they are searched for."""
        return _searched(self.number, self.heading, "\n".join(words for _, words in self.clauses), self.texts)


def _searched(number: int, heading: str, decisions: str, texts: str) -> tuple[str, str, str]:
    """A title names the body and weighs no more than running text: else the heads of all minutes would come first."""
    return (heading, decisions, texts) if number else ("", decisions, f"{heading}\n{texts}")


def put(index: Index, path: Path, minutes: Minutes) -> None:
    """Enter `minutes`. A copy of a record that is there already is left out: the first one stands for both."""
    if index.one("select 1 from meeting where id=?", minutes.id):
        return
    day = minutes.meeting.date
    body = _body(index, minutes)
    index.ask(
        "insert into meeting values(?,?,?,?,?,?,?,?,?)", minutes.id, str(path), minutes.short_name, body,
        minutes.number, minutes.year, day.isoformat() if day else None, None, minutes.lifecycle.status,
    )  # fmt: skip
    seen: Counter[str] = Counter()
    rows: dict[str, int] = {}
    batch: Batch = defaultdict(list)
    new = list(entries(minutes))

    def is_seen(word: str) -> bool:
        return index.vocabulary.count(word) >= OFTEN

    for row, entry in enumerate(new, _free_row(index, day or _new_year(minutes), len(new))):
        added = [" ".join(mended(words, is_seen)) for words in entry.words]
        made = terms(*(f"{words}\n{more}" for words, more in zip(entry.words, added, strict=True)))
        seen.update(made.all())
        rows[entry.node] = row
        _put_item(batch, row, minutes, entry, " ".join(filter(None, added)))
        _put_words(batch, row, entry, made, body)
    for fact in facts(minutes):
        _put_fact(batch, fact, rows)
    for statement, values in batch.items():
        index.connection.executemany(statement, values)
    _count(index, seen, 1)


def entries(minutes: Minutes) -> Iterator[Entry]:
    """The head of `minutes` with what stands outside of items, then every item and sub-item."""
    framed = frames(minutes)
    tree = derive(minutes.blocks)
    clauses, texts = _words(list(flatten(entry for entry in tree if not isinstance(entry, Section))), framed)
    lists = (minutes.attendance.present, minutes.attendance.apologies, minutes.attendance.guests)
    head = [minutes.meeting.line, *(listed.line.plain for listed in lists if listed), texts]
    yield Entry(minutes.id, 0, None, "", title(minutes), clauses, "\n".join(words for words in head if words))
    for section in sections(tree):
        item = section.item
        own = _words(list(flatten(section.parts)), framed)
        yield Entry(item.id, section.number or 1, section.letter, item.status, item.heading.plain, *own)


def _words(blocks: list[Block], framed: dict[NodeId, Frame]) -> tuple[tuple[tuple[Clause, str], ...], str]:
    clauses = tuple((b, printed(b, framed[b.id])) for b in blocks if isinstance(b, Clause))
    return clauses, "\n".join(printed(b, framed[b.id]) for b in blocks if not isinstance(b, Clause))


def forget(index: Index, minutes: str) -> None:
    """Take out everything of the minutes with this id."""
    seen: Counter[str] = Counter()
    sql = "select rowid, no, heading, body, mended from item where minutes=?"
    for row, number, heading, body, added in index.ask(sql, minutes):
        clauses = "\n".join(words for (words,) in index.ask("select text from clause where item=? order by n", row))
        seen.update(terms(*_searched(number, heading, clauses, f"{body}\n{added}")).all())
        index.ask("delete from clause where item=?", row)
        for layer in LAYERS:
            index.ask(f"delete from {layer} where rowid=?", row)
    _count(index, seen, -1)
    names = "select distinct name from person where minutes=?"
    gone = f"delete from name where name in ({names}) and name not in (select name from person where minutes<>?)"
    index.ask(gone, minutes, minutes)
    for table in ("item", *(table.__name__.lower() for table in TABLES)):
        index.ask(f"delete from {table} where minutes=?", minutes)
    index.ask("delete from meeting where id=?", minutes)


def _put_item(batch: Batch, row: int, minutes: Minutes, entry: Entry, added: str) -> None:
    batch["insert into item values(?,?,?,?,?,?,?,?,?,?)"].append((
        row, entry.node, minutes.id, entry.number, entry.letter, entry.heading, entry.texts,
        heading_key(entry.heading), entry.status, added,
    ))  # fmt: skip
    batch["insert into clause values(?,?,?,?,?)"] += (
        (row, n, clause.id, words, clause.action) for n, (clause, words) in enumerate(entry.clauses, 1)
    )


def _put_words(batch: Batch, row: int, entry: Entry, made: Terms, body: int) -> None:
    """The words of an item in the layers where they stand, each layer with its marks."""
    facts_of_row = ((ITEM, entry.number), (DECIDES, entry.clauses), (WITHDRAWN, entry.status == "withdrawn"))
    marks = (ROW, f"{BODY}{body}", *(mark for mark, holds in facts_of_row if holds))
    for layer, words in made.layers():
        batch[f"insert into {layer}(rowid, words) values(?,?)"].append((row, " ".join((*words, *marks))))


def _put_fact(batch: Batch, fact: Fact, rows: dict[str, int]) -> None:
    place = (rows.get(getattr(fact, "item", "")),) if type(fact) in PLACED else ()
    batch[INSERT[type(fact)]].append((*fact, *place))
    if isinstance(fact, Person):
        low = fact.name.lower()
        batch["insert or ignore into name values(?,?,?)"].append((fact.name, low, fold(low)))


def _count(index: Index, seen: Counter[str], by: int) -> None:
    """Keep the vocabulary: in how many items each word stands."""
    changed = {term: by * n for term, n in seen.items()}
    index.connection.executemany(
        "insert into vocab values(?, ?, ?) on conflict(term) do update set df = df + excluded.df",
        ((term, n, None if term.isascii() else fold(term)) for term, n in changed.items()),
    )
    if by < 0:
        index.connection.executemany("delete from vocab where term=? and df<=0", ((term,) for term in seen))
    index.vocabulary.learn(changed)


def _body(index: Index, minutes: Minutes) -> int:
    code, name = minutes.body.code, minutes.body.name
    index.ask("insert or ignore into body(code, name) values(?,?)", code, name)
    return int(index.one("select id from body where code=? and name=?", code, name))


def _new_year(minutes: Minutes) -> datetime.date | None:
    """The first day of the minutes' year: where they stand among the others when their date is not known."""
    return datetime.date(minutes.year, 1, 1) if minutes.year and 1 <= minutes.year <= 9999 else None


def _free_row(index: Index, day: datetime.date | None, wanted: int) -> int:
    """The first of so many free row ids: the day's own, or after all others when the day is full."""
    base = (day.toordinal() if day else 0) * COUNTER
    last = index.one("select max(rowid) from item where rowid >= ? and rowid < ?", base, base + COUNTER)
    if last is None:
        return base
    return int(last) + 1 if last + wanted < base + COUNTER else int(index.one("select max(rowid) from item")) + 1
