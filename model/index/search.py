"""Questions to the index: hits by item and decision, the archive's meetings, and what is like an item."""

import contextlib
import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from model.errors import IndexUnavailableError
from model.index.opened import DAMAGE, Index
from model.index.query import asked, marked, query
from model.language.words import norm
from model.record.ids import NodeId

HEADING, HEADING_PARTS, DECISION, DECISION_PARTS, BODY, BODY_PARTS = 8, 5, 2, 1, 1, 0.5
"""How much a word, or the part of a word, weighs in heading, clause, running text: decisions before talk."""

AROUND = 60
"""Characters of running text shown before a hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that answers, and the clause (or the item) in it that answers best; `marked` are ranges of `snippet`."""

    minutes: NodeId
    path: Path
    short_name: str
    date: datetime.date | None
    node: NodeId
    item: NodeId
    number: int | None
    letter: str | None
    clause: int | None
    heading: str
    snippet: str
    marked: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One set of minutes in the archive."""

    id: NodeId
    path: Path
    short_name: str
    number: int | None
    year: int | None
    date: datetime.date | None
    body: str
    status: str


def meetings(index: Index) -> tuple[MeetingRow, ...]:
    """Every meeting, newest first."""
    with asking(index):
        rows = index.ask(
            "select m.id, path, short_name, no, year, date, b.name, status from meeting m join body b on b.id = m.body"
            " order by date desc, year desc, no desc"
        )
    return tuple(MeetingRow(r[0], Path(r[1]), r[2], r[3], r[4], _day(r[5]), r[6], r[7]) for r in rows)


def search(index: Index, words: str, limit: int = 40) -> tuple[Hit, ...]:
    """The best hits for `words`, at most `limit`; every word must be there, else most of them."""
    wanted = asked(words)
    if not wanted:
        return ()
    with asking(index):
        rows = _rows(index, query(wanted), limit)
        if not rows and len(wanted) > 1:
            rows = _rows(index, query(wanted, every=False), limit)
        return tuple(_hit(index, row, wanted) for row in rows)


def related(index: Index, words: str, exclude: str, limit: int = 12) -> tuple[Hit, ...]:
    """Items of other minutes that share the most telling words of `words`: a plain search, newest of equals first."""
    with asking(index):
        telling = _telling(index, words)
        if not telling:
            return ()
        rows = _rows(index, query(telling, every=False), limit + 20)
        hits = [_hit(index, row, telling) for row in rows if row[1] != exclude]
    return tuple(hit for hit in hits if len({norm(_at(hit, r)) for r in hit.marked}) >= min(2, len(telling)))[:limit]


def _at(hit: Hit, place: tuple[int, int]) -> str:
    return hit.snippet[slice(*place)].casefold()


def _telling(index: Index, words: str, most: int = 12) -> list[str]:
    """The rarest words of `words` that the archive knows, by how many items hold them."""
    counts = Counter(word for word in asked(words) if len(word) >= 4)
    weighed = []
    for word in counts:
        found = index.one("select df from vocab where term=?", norm(word))
        if found:
            weighed.append((found, word))
    return [word for _, word in sorted(weighed)[:most]]


Row = tuple[Any, ...]


def _rows(index: Index, expression: str, limit: int) -> list[Row]:
    return index.ask(
        "select i.rowid, m.id, m.path, m.short_name, m.date, i.id, i.no, i.letter, i.heading, i.body"
        " from (select rowid, bm25(f, ?, ?, ?, ?, ?, ?, ?) score from f where f match ?"
        "  order by score, rowid desc limit ?) x"
        " join item i on i.rowid = x.rowid join meeting m on m.id = i.minutes order by x.score, x.rowid desc",
        HEADING, HEADING_PARTS, DECISION, DECISION_PARTS, BODY, BODY_PARTS, 0, expression, limit,
    )  # fmt: skip


def _hit(index: Index, row: Row, words: list[str]) -> Hit:
    rowid, minutes, path, short, day, item, number, letter, heading, body = row
    best: tuple[int, str, int | None, str, tuple[tuple[int, int], ...]] | None = None
    clauses = index.ask("select id, n, text from clause where item=? order by n", rowid)
    for node, n, text in clauses:
        ranges = marked(text, words)
        if ranges and (best is None or len(_kinds(text, ranges)) > best[0]):
            best = (len(_kinds(text, ranges)), node, n, text, ranges)
    if best is None:
        snippet, ranges = _snippet(heading, body, words)
        best = (0, item, None, snippet, ranges)
    _, node, n, snippet, ranges = best
    return Hit(
        NodeId(minutes), Path(path), short, _day(day), NodeId(node), NodeId(item), number or None, letter, n, heading,
        snippet, ranges,
    )  # fmt: skip


def _kinds(text: str, ranges: tuple[tuple[int, int], ...]) -> set[str]:
    return {norm(text[start:end]) for start, end in ranges}


def _snippet(heading: str, body: str, words: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The running text round its first hit, else the heading."""
    text = body.replace("\n", " ")
    ranges = marked(text, words)
    if not ranges:
        return heading, marked(heading, words)
    start = max(0, ranges[0][0] - AROUND)
    start = 0 if start == 0 else text.find(" ", start) + 1
    lead = "… " if start else ""
    cut = text[start : start + 240]
    moved = tuple(
        (a - start + len(lead), b - start + len(lead)) for a, b in ranges if a >= start and b <= start + len(cut)
    )
    return lead + cut, moved


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


@contextlib.contextmanager
def asking(index: Index) -> Iterator[None]:
    """Say in our words what SQLite refuses; a damaged file is thrown away, to be built at the next refresh."""
    try:
        yield
    except DAMAGE as problem:
        index.begin_again()
        raise IndexUnavailableError from problem
    except apsw.Error as problem:
        raise IndexUnavailableError from problem
