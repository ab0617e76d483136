"""Questions to the index and their answers: the archive's meetings, hits by item and decision, what is like an item."""

import contextlib
import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from model.errors import IndexUnavailableError
from model.index.filters import Limits, limits, worded
from model.index.marking import Marker, stands_beside
from model.index.opened import DAMAGE, Index
from model.index.query import Word, word, words_of
from model.index.schema import ITEM, ROW
from model.language import question as asking_for
from model.language.question import Question
from model.language.stopwords import STOP
from model.language.words import runs
from model.record.ids import NodeId

WEIGHTS = "8, 5, 2, 1, 1, 0.5, 0"
"""How much a word, and the part of a word, weighs in heading, decision and running text; marks weigh nothing."""

BROAD = 4_000
"""When even the rarest word stands in more items, the newest headings that hold it say more than a score."""

ENOUGH = 5
"""With fewer hits than this, words are dropped, the commonest first."""

TELLING = 12
"""As many of an item's words are asked for in a plain search for what is like it."""


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


def search(index: Index, text: str, limit: int = 40, *, newest: bool = False) -> tuple[Hit, ...]:
    """The best hits for what a person typed, at most `limit`; `newest` puts the latest first instead.

    Every word must be there, in some form; with too few such items words are dropped, the commonest first.
    """
    question = asking_for.read(text)
    if not question:
        return ()
    with asking(index):
        words, narrowed = words_of(index.vocabulary, question), limits(index, question)
        if narrowed.is_nothing:
            return ()
        rows = _found(index, question, words, narrowed, limit, newest=newest)
        shown = [*words, *worded(index, question)]
        return _hits(index, rows, Marker(shown, question.phrases), decides=_decides(question))


def _decides(question: Question) -> bool:
    """True when decisions were asked for, with or without words: each hit is then a clause if its item has any."""
    return any(wanted.key in {"decision", "open"} for wanted in question.filters)


def related(index: Index, text: str, exclude: str, limit: int = 12) -> tuple[Hit, ...]:
    """Items of other minutes that share the most telling words of `text`."""
    with asking(index):
        telling = _telling(index, text)
        if not telling:
            return ()
        rows = _rows(index, _expression(telling, Limits(), " OR "), Limits(), limit + 20)
        marker = Marker(telling, ())
        least = min(2, len(telling))
        others = [row for row in rows if index.one("select minutes from item where rowid=?", row) != exclude]
        alike = [row for row in others if marker.kinds(" ".join(_texts(index, row))) >= least]
        return _hits(index, alike[:limit], marker)


def _telling(index: Index, text: str) -> list[Word]:
    """The rarest words of `text` that the archive knows."""
    asked = dict.fromkeys(token.word for token in runs(text) if len(token.word) >= 4 and token.word not in STOP)
    known = sorted((count, term) for term in asked if (count := index.vocabulary.count(term)))
    return [word(index.vocabulary, term) for _, term in known[:TELLING]]


def _found(
    index: Index, question: Question, words: list[Word], narrowed: Limits, limit: int, *, newest: bool
) -> list[int]:
    """The rows of the best items; words are dropped when too few hold them all."""
    found: dict[int, None] = {}
    for some, joined in _attempts(words):
        rows = _attempt(index, question, some, narrowed, limit, joined=joined, newest=newest)
        found |= dict.fromkeys(rows)
        if len(found) >= min(ENOUGH, limit):
            break
    return list(found)[:limit]


def _attempts(words: list[Word]) -> Iterator[tuple[list[Word], str]]:
    """All words; then all but one, the commonest first and never the rarest; then any of those that are not common."""
    yield words, " AND "
    if len(words) < 2:
        return
    known = [made for made in words if made.is_there]
    if len(known) < len(words) and known:
        yield known, " AND "
    by_count = sorted(known, key=lambda made: -made.df)
    if len(known) > 2:
        for dropped in by_count[:-1]:
            yield [made for made in known if made is not dropped], " AND "
    some = [made for made in known if made.df <= BROAD]
    if some:
        yield some, " OR "


def _attempt(
    index: Index, question: Question, words: list[Word], narrowed: Limits, limit: int, *, joined: str, newest: bool
) -> list[int]:
    if words and not any(made.is_there for made in words):
        return []
    broad = narrowed.is_wide and bool(words) and min(made.df for made in words) > BROAD and joined == " AND "
    expression = _expression(words, narrowed, joined)
    if broad and not newest:
        in_headings = f"{{h hp}} : {expression}" if not narrowed.without else expression
        found = _rows(index, in_headings, narrowed, limit, by_score=False)
        if len(found) >= min(limit, ENOUGH):
            return found
    by_score = not newest and not broad and bool(words or question.phrases)
    if not question.phrases and not any(len(w) > 1 for w in question.without):
        return _rows(index, expression, narrowed, limit, by_score=by_score)
    return _proved(index, question, _every_row(index, expression, narrowed, by_score=by_score), limit)


def _proved(index: Index, question: Question, rows: Iterable[int], limit: int) -> list[int]:
    """The first of `rows` in which the phrases stand word by word, and none of those that must not."""
    unwanted = tuple(words for words in question.without if len(words) > 1)
    found: list[int] = []
    for row in rows:
        if len(found) >= limit:
            break
        texts = [runs(text) for text in _texts(index, row)]
        if all(stands_beside(texts, words) for words in question.phrases) and not any(
            stands_beside(texts, words) for words in unwanted
        ):
            found.append(row)
    return found


def _texts(index: Index, row: int) -> list[str]:
    heading, body = index.one("select heading, body from item where rowid=?", row)
    return [heading, body, *(text for (text,) in index.ask("select text from clause where item=? order by n", row))]


def _expression(words: list[Word], narrowed: Limits, joined: str) -> str:
    """What FTS5 is asked: the words, all that must also match, and NOT what must not."""
    parts = [f"({joined.join(made.expression() for made in words)})"] if words else []
    if not words and not narrowed.is_worded:
        parts.append(f"m : {ROW if narrowed.with_heads else ITEM}")
    whole = " AND ".join([*parts, *narrowed.matching])
    return f"({whole}) NOT ({' OR '.join(narrowed.without)})" if narrowed.without else f"({whole})"


def _rows(index: Index, expression: str, narrowed: Limits, limit: int, *, by_score: bool = True) -> list[int]:
    return [row for (row,) in index.connection.execute(*_sql(expression, narrowed, by_score=by_score, limit=limit))]


def _every_row(index: Index, expression: str, narrowed: Limits, *, by_score: bool) -> Iterator[int]:
    for (row,) in index.connection.execute(*_sql(expression, narrowed, by_score=by_score, limit=-1)):
        yield int(row)


def _sql(expression: str, narrowed: Limits, *, by_score: bool, limit: int) -> tuple[str, tuple[Any, ...]]:
    """A question to FTS5: by score and then newest first, or only newest first."""
    where: list[str] = ["f match ?"]
    values: list[Any] = [expression]
    if not narrowed.is_wide:
        where.append("rowid between ? and ?")
        values += [narrowed.first, narrowed.last]
    where += narrowed.among
    order = f"bm25(f, {WEIGHTS}), rowid desc" if by_score else "rowid desc"
    sql = f"select rowid from f where {' and '.join(where)} order by {order} limit ?"
    return sql, (*values, *narrowed.values, limit)


def _hits(index: Index, rows: list[int], marker: Marker, *, decides: bool = False) -> tuple[Hit, ...]:
    """What to show of `rows`, in their order: two questions for all of them."""
    some = ",".join(map(str, rows))
    items = index.ask(
        "select i.rowid, m.id, m.path, m.short_name, m.date, i.id, i.no, i.letter, i.heading, i.body"
        f" from item i join meeting m on m.id = i.minutes where i.rowid in ({some})"
    )
    clauses: dict[int, list[tuple[str, int, str]]] = defaultdict(list)
    under = f"select item, id, n, text from clause where item in ({some}) order by item, n"
    for row, node, n, text in index.ask(under):
        clauses[row].append((node, n, text))
    made = {row: _hit(rest, clauses[row], marker, decides=decides) for row, *rest in items}
    return tuple(made[row] for row in rows if row in made)


def _hit(item: list[Any], clauses: list[tuple[str, int, str]], marker: Marker, *, decides: bool) -> Hit:
    """The item, with the clause in it that holds most of the question."""
    minutes, path, short, day, own, number, letter, heading, body = item
    weights = [marker.weight(text) for _, _, text in clauses]
    most = max(weights, default=0.0)
    node, n = own, None
    if most or (decides and clauses):
        node, n, snippet = clauses[weights.index(most)]
        ranges = marker.ranges(snippet)
    else:
        snippet, ranges = marker.snippet(heading, body)
    return Hit(
        NodeId(minutes), Path(path), short, _day(day), NodeId(node), NodeId(own), number or None, letter, n, heading,
        snippet, ranges,
    )  # fmt: skip


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


@contextlib.contextmanager
def asking(index: Index) -> Iterator[None]:
    """Say in our words what SQLite refuses. A damaged file is thrown away: the next refresh makes it anew.

    A question that SQLite cannot parse is no damage as long as the tables are there.
    """
    try:
        yield
    except DAMAGE as problem:
        if not isinstance(problem, apsw.SQLError) or not index.is_whole():
            index.begin_again()
        raise IndexUnavailableError from problem
    except apsw.Error as problem:
        raise IndexUnavailableError from problem
