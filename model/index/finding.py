"""The rows that answer, best first: what stands in headings, then in decisions, then anywhere; each newest first.

Where the words stand is the rank: no score is counted, so that a question ends as soon as it has rows enough, and its
time hardly grows with the archive. bm25 over one table with columns took three times as long at 10 000 meetings and
put the right item first less often (0.93 of the questions at 100 000, against 0.99).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from model.index.filters import Limits
from model.index.marking import stands_beside
from model.index.opened import Index
from model.index.query import Word, quoted
from model.index.schema import ANYWHERE, DECISION, HEADING, ITEM, ROW
from model.language.question import Question
from model.language.words import runs

COMMON = 4_000
"""A word that stands in more items is not asked for alone."""

NAMED = 1_000
"""As many of the newest headings are looked through for the rarest word."""

ENOUGH = 5
"""With fewer hits than this, words are dropped, the commonest first."""


READ = 2_000
"""So many rows are read at a time, at most, when phrases are looked for in their texts."""

REACH = 200
"""As many rows that hold the words anywhere are sorted by where."""


Sort = Callable[[list[int]], list[int]]
"""Rows in the order of what their texts say."""


def found(
    index: Index, question: Question, words: list[Word], narrowed: Limits, limit: int, sort: Sort, *, newest: bool
) -> list[int]:
    """The rows of the best items that hold all of the words; of those that only filters ask for, the newest."""
    ask = _Asked(index, question, narrowed)
    if not words:
        return ask.rows(*_without_words(narrowed), limit)
    known = [made for made in words if made.is_there]
    return _best(ask, known, " AND ", limit, sort, newest=newest) if known else []


def found_in_part(
    index: Index, question: Question, words: list[Word], narrowed: Limits, limit: int, sort: Sort, *, newest: bool
) -> list[int]:
    """Of too few: all words but one, the commonest first and never the rarest; then any that is not common."""
    ask = _Asked(index, question, narrowed)
    rows: dict[int, None] = {}
    for some, joined in _fewer([made for made in words if made.is_there]):
        rows |= dict.fromkeys(_best(ask, some, joined, limit, sort, newest=newest))
        if len(rows) >= ENOUGH:
            break
    return list(rows)


def _fewer(words: list[Word]) -> Iterator[tuple[list[Word], str]]:
    by_count = sorted(words, key=lambda made: -made.df)
    if len(words) > 2:
        for dropped in by_count[:-1]:
            yield [made for made in words if made is not dropped], " AND "
    some = [made for made in words if made.df <= COMMON]
    if some and len(words) > 1:
        yield some, " OR "


def _best(ask: "_Asked", words: list[Word], joined: str, limit: int, sort: Sort, *, newest: bool) -> list[int]:
    if newest:
        return ask.rows(ANYWHERE, _said(words, joined), limit)
    return _ranked(ask, words, joined, limit, sort)[:limit]


def _without_words(narrowed: Limits) -> tuple[str, str]:
    """Filters alone: heads of minutes are found by words only, and by who was there."""
    layer, words = narrowed.within[0] if narrowed.within else (ANYWHERE, "")
    mark = "" if narrowed.is_worded else quoted(ROW if narrowed.with_heads else ITEM)
    return layer, " AND ".join(filter(None, (words and f"({words})", mark)))


def _ranked(ask: "_Asked", words: list[Word], joined: str, limit: int, sort: Sort) -> list[int]:
    """Headings that hold the words whole; then what holds them anywhere: few by their texts, many by the layers."""
    closed = [*words[:-1], words[-1]._replace(beginnings=(), begun=())]
    finished = [closed] if closed != words and closed[-1].is_there else []
    rows: dict[int, None] = {}
    for some in (*finished, words):
        if len(rows) < limit and all(made.forms or made.beginnings for made in some):
            rows |= dict.fromkeys(ask.rows(HEADING, _said(some, joined, whole=True), limit))
    if len(rows) >= limit:
        return list(rows)
    wide = [row for row in ask.rows(ANYWHERE, _said(words, joined), REACH) if row not in rows]
    if len(wide) <= limit:
        return [*rows, *sort(wide)]
    rows |= dict.fromkeys(ask.rows(HEADING, _said(words, joined), limit))
    if len(words) > 1 and joined == " AND ":
        named = set(ask.rows(HEADING, _said([min(words, key=lambda made: made.df)], joined), NAMED))
        rows |= dict.fromkeys(row for row in wide if row in named)
    for some in finished:
        rows |= dict.fromkeys(ask.rows(ANYWHERE, _said(some, joined), limit))
    if len(rows) < limit:
        rows |= dict.fromkeys(ask.rows(DECISION, _said(words, joined), limit))
    return [*rows, *(row for row in wide if row not in rows)]


def _said(words: list[Word], joined: str, *, whole: bool = False) -> str:
    return f"({joined.join(made.expression(whole=whole) for made in words)})"


class _Asked:
    """Asks the layers for one question: its filters hold for every answer, and what it quotes is proved."""

    def __init__(self, index: Index, question: Question, narrowed: Limits) -> None:
        self._index, self._narrowed = index, narrowed
        self._phrases = question.phrases
        self._unwanted = tuple(words for words in question.without if len(words) > 1)
        self._where, self._values = narrowed.conditions()

    def rows(self, layer: str, expression: str, limit: int) -> list[int]:
        """The newest rows of a layer that answer."""
        wanted = " AND ".join(filter(None, (expression, *self._narrowed.matching)))
        where = " and ".join([f"f.{layer} match ?", *self._where])
        proves = bool(self._phrases or self._unwanted)
        rows = self._index.connection.execute(
            f"select rowid from {layer} f where {where} order by rowid desc limit ?",
            (wanted, *self._values, -1 if proves else limit),
        )
        answers = (row for (row,) in rows)
        return self._proved(answers, limit) if proves else list(answers)

    def _proved(self, rows: Iterator[int], limit: int) -> list[int]:
        """The first rows in which the phrases stand word by word, and none of those that must not."""
        found: list[int] = []
        size = max(1, limit)
        while len(found) < limit and (some := list(islice(rows, size))):
            size = min(READ, 4 * size)
            said = dict(self._index.ask(f"{_ALL_SAID} where i.rowid in ({','.join(map(str, some))})"))
            found += [row for row in some if self._is_right(row, said.get(row, ""))]
        return found[:limit]

    def _is_right(self, row: int, said: str) -> bool:
        return all(self._stands(row, said, words) for words in self._phrases) and not any(
            self._stands(row, said, words) for words in self._unwanted
        )

    def _stands(self, row: int, said: str, words: tuple[str, ...]) -> bool:
        """True when `words` stand side by side there: seen at a glance first, then word by word."""
        if not (_beside(words).search(unicodedata.normalize("NFC", said)) or _GLUED.search(said)):
            return False
        return stands_beside([runs(text) for text in texts(self._index, row)], words)


_ALL_SAID = (
    "select i.rowid, i.heading || char(10) || i.body || char(10) || coalesce((select group_concat(c.text, char(10))"
    " from clause c where c.item = i.rowid), '') from item i"
)
_GLUED = re.compile("\u00ad|-[ \t]*\n")


@lru_cache(maxsize=50)
def _beside(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"[\W_]+".join(map(re.escape, words)), re.IGNORECASE)


def texts(index: Index, row: int) -> list[str]:
    """All that an item says, as printed."""
    heading, body = index.one("select heading, body from item where rowid=?", row)
    return [heading, body, *(text for (text,) in index.ask("select text from clause where item=? order by n", row))]


class Wanted(NamedTuple):
    """Something that an item may hold, the layer where it is looked for, and what it weighs."""

    layer: str
    expression: str
    weight: float


def weighed(index: Index, wanted: list[Wanted], limit: int, *, before: int = 1 << 62, mark: str = "") -> list[int]:
    """The rows below `before`, with `mark` if it is given, that hold most of what is wanted by weight; newest first."""
    if not wanted:
        return []
    each = " union all ".join(
        f"select rowid r, ? w from {one.layer} where {one.layer} match ? and rowid < ?" for one in wanted
    )
    marked = f" AND {mark}" if mark else ""
    values = [value for one in wanted for value in (one.weight, f"({one.expression}){marked}", before)]
    sql = f"select r from ({each}) group by r order by sum(w) desc, r desc limit ?"
    return [int(row) for (row,) in index.ask(sql, *values, limit)]
