"""Questions to the index and their answers: the archive's meetings, hits by item and decision, what is like an item."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from model.index.filters import limits, worded
from model.index.finding import ENOUGH, Wanted, found, found_in_part, texts, weighed
from model.index.marking import Marker, rarity
from model.index.opened import Index, asking
from model.index.query import Word, word, words_of
from model.index.schema import ANYWHERE, HEADING
from model.language import question as asking_for
from model.language.question import Question
from model.language.stopwords import STOP
from model.language.words import runs
from model.record.ids import NodeId

IN_HEADING, IN_DECISION = 8, 2
"""How much more a word says in a heading, and in a decision, than in running text."""

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


def search(index: Index, text: str, limit: int = 40, *, newest: bool = False) -> tuple[Hit, ...]:
    """The best hits for what a person typed, at most `limit`; `newest` puts the latest first instead.

    Every word must be there, in some form; with too few such items words are dropped, the commonest first.
    """
    question = asking_for.read(text)
    if not question:
        return ()
    with asking(index):
        pages, rows = answered(index, question, limit, newest=newest)
        return pages.hits(rows)


def answered(index: Index, question: Question, limit: int, *, newest: bool) -> "tuple[Pages, list[int]]":
    """The rows that answer, best first, and the pages that show them."""
    narrowed, shown = limits(index, question), worded(index, question)
    for loosely in (False, True):
        words = words_of(index.vocabulary, question, loosely=loosely)
        pages = Pages(index, Marker([*words, *shown], question.phrases), decides=_decides(question))
        if narrowed.is_nothing:
            return pages, []
        asked = (index, question, words, narrowed, limit, pages.sort)
        rows = found(*asked, newest=newest)
        if rows or not words:
            break
    if len(rows) < min(ENOUGH, limit):
        rows = list(dict.fromkeys([*rows, *found_in_part(*asked, newest=newest)]))[:limit]
    return pages, rows


def _decides(question: Question) -> bool:
    """True when decisions were asked for, with or without words: each hit is then a clause if its item has any."""
    return any(wanted.key in {"decision", "open"} for wanted in question.filters)


def related(index: Index, text: str, exclude: str, limit: int = 12) -> tuple[Hit, ...]:
    """Items of other minutes that share the most telling words of `text`."""
    with asking(index):
        telling = _telling(index, text)
        if not telling:
            return ()
        wanted = [
            Wanted(layer, made.expression(), rarity(made.df)) for made in telling for layer in (HEADING, ANYWHERE)
        ]
        rows = weighed(index, wanted, limit + 20)
        marker = Marker(telling, ())
        least = min(2, len(telling))
        others = [row for row in rows if index.one("select minutes from item where rowid=?", row) != exclude]
        alike = [row for row in others if marker.kinds(" ".join(texts(index, row))) >= least]
        return Pages(index, marker).hits(alike[:limit])


def _telling(index: Index, text: str) -> list[Word]:
    """The rarest words of `text` that the archive knows."""
    asked = dict.fromkeys(token.word for token in runs(text) if len(token.word) >= 4 and token.word not in STOP)
    known = sorted((count, term) for term in asked if (count := index.vocabulary.count(term)))
    return [word(index.vocabulary, term) for _, term in known[:TELLING]]


_PAGE = (
    "select i.rowid, m.id, m.path, m.short_name, m.date, i.id, i.no, i.letter, i.heading, i.body"
    " from item i join meeting m on m.id = i.minutes where i.rowid in ({})"
)
_CLAUSES = "select item, id, n, text from clause where item in ({}) order by item, n"


class Pages:
    """What items say, read once for each: sorted by it, and shown."""

    def __init__(self, index: Index, marker: Marker, *, decides: bool = False) -> None:
        self._index, self._marker, self._decides = index, marker, decides
        self._items: dict[int, list[Any]] = {}
        self._clauses: dict[int, list[tuple[str, int, str]]] = defaultdict(list)

    def hits(self, rows: list[int]) -> tuple[Hit, ...]:
        """What to show of `rows`, in their order."""
        self._read(rows)
        return tuple(
            _hit(self._items[row], self._clauses[row], self._marker, decides=self._decides)
            for row in rows
            if row in self._items
        )

    def sort(self, rows: list[int]) -> list[int]:
        """Rows that say most of the question first: in the heading, a decision, the running text."""
        if len(rows) < 2:
            return rows
        self._read(rows)
        return sorted((row for row in rows if row in self._items), key=self._said, reverse=True)

    def _said(self, row: int) -> float:
        *_, heading, body = self._items[row]
        decided = max((self._marker.weight(text) for _, _, text in self._clauses[row]), default=0.0)
        return IN_HEADING * self._marker.weight(heading) + IN_DECISION * decided + self._marker.weight(body)

    def _read(self, rows: list[int]) -> None:
        """Two questions for all of them."""
        some = ",".join(str(row) for row in rows if row not in self._items)
        if some:
            self._items |= {row: item for row, *item in self._index.ask(_PAGE.format(some))}
            for row, *clause in self._index.ask(_CLAUSES.format(some)):
                self._clauses[row].append((clause[0], clause[1], clause[2]))


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
        NodeId(minutes), _path(path), short, _day(day), NodeId(node), NodeId(own), number or None, letter, n, heading,
        snippet, ranges,
    )  # fmt: skip


@lru_cache(maxsize=10_000)
def _path(value: str) -> Path:
    return Path(value)


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None
