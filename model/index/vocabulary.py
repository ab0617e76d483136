"""The words of an archive: how common each is, which begin so, which look like it. The nearest are kept in memory.

OSA distance counts a letter changed, added, left out, or two neighbours swapped, as one.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from model.language.words import fold, norm

Ask = Callable[..., list[tuple[Any, ...]]]

AFTER = "\U0010ffff"
"""Sorts after every letter: the end of a range of words that begin so."""

FEW = 6
"""As many look-alikes are tried."""

COUNTED = 3_000
"""As many words with the same beginning are counted; with more the beginning is common anyhow."""


class Vocabulary:
    """Questions about the words of one index; `forget` when they have changed."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.forget()

    def forget(self) -> None:
        """The words have changed."""
        self._by_length: dict[int, list[str]] = {}
        self._count: dict[str, int] = {}
        self._beginnings: dict[int, list[str]] = {}
        self._near: dict[tuple[str, bool], tuple[str, ...]] = {}

    def count(self, term: str) -> int:
        """In how many items `term` stands."""
        rows = self._ask("select df from vocab where term=?", term)
        return int(rows[0][0]) if rows else 0

    def count_beginning(self, start: str) -> int:
        """In how many items, at most, words stand that begin so."""
        sql = "select sum(df) from (select df from vocab where term >= ? and term < ? limit ?)"
        return int(self._ask(sql, start, start + AFTER, COUNTED)[0][0] or 0)

    def folded(self, word: str) -> list[tuple[str, int]]:
        """Other spellings that are the same without accents, the commonest first."""
        rows = self._ask("select term, df from vocab where fold=? and term<>? order by df desc", fold(word), word)
        return [(str(term), int(df)) for term, df in rows]

    def nearest(self, word: str) -> tuple[str, ...]:
        """The commonest other words at the smallest distance, if any is near enough for a slip of the fingers."""
        if len(word) < 4:
            return ()
        return self._remembered(word, self._nearest, whole=True)

    def nearest_beginnings(self, start: str) -> tuple[str, ...]:
        """The beginnings of words that are nearest to `start`; those that differ in accents only come first."""
        if len(start) < 4:
            return ()
        return self._remembered(start, self._nearest_beginnings, whole=False)

    def _remembered(self, word: str, find: Callable[[str], tuple[str, ...]], *, whole: bool) -> tuple[str, ...]:
        found = self._near.get((word, whole))
        if found is None:
            self.warm()
            found = self._near[word, whole] = find(word)
        return found

    def _nearest(self, word: str) -> tuple[str, ...]:
        most = 1 if len(word) < 6 else 2 if len(word) < 12 else 3
        best: list[tuple[int, int, str]] = []
        same = norm(word)
        for gap in range(most + 1):
            for length in {len(word) - gap, len(word) + gap}:
                for term, far in self._within(word, self._by_length.get(length, []), most):
                    if norm(term) == same:
                        continue
                    best.append((far, -self._count[term], term))
            if best:
                most = min(far for far, _, _ in best)
            if gap >= most:
                break
        return tuple(term for far, _, term in sorted(best)[:FEW] if far == most)

    def _nearest_beginnings(self, start: str) -> tuple[str, ...]:
        most, size = (1 if len(start) < 8 else 2), len(start)
        if size not in self._beginnings:
            cut = {term[:size] for length, terms in self._by_length.items() if length >= size for term in terms}
            self._beginnings[size] = sorted(cut)
        found = self._within(start, self._beginnings[size], most)
        folded = fold(start)
        return tuple(term for _, _, term in sorted((fold(term) != folded, far, term) for term, far in found)[:FEW])

    def _within(self, word: str, terms: list[str], most: int) -> list[tuple[str, int]]:
        found = process.extract(word, terms, scorer=OSA.distance, score_cutoff=most, limit=None)
        return [(term, int(far)) for term, far, _ in found if far]

    def warm(self) -> None:
        """Take all words into memory, so that the first misspelt one need not wait for them."""
        if self._count:
            return
        lengths: dict[int, list[str]] = defaultdict(list)
        for term, df in self._ask("select term, df from vocab where length(term) between 3 and 40"):
            if not term.isdigit():
                self._count[term] = df
                lengths[len(term)].append(term)
        self._by_length = dict(lengths)
