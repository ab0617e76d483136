"""The words of an archive: how common each is, which begin so, which look like it. The nearest are kept in memory.

OSA distance counts a letter changed, added, left out, or two neighbours swapped, as one.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from model.language.words import fold, norm

Ask = Callable[..., list[tuple[Any, ...]]]

AFTER = "\U0010ffff"
"""Sorts after every letter: the end of a range of words that begin so."""

FEW = 6
"""As many look-alikes are tried."""

MANY = 400
"""With so many words that begin alike, the beginning is common anyhow, and the index merges them sooner."""


class Vocabulary:
    """Questions about the words of one index; `forget` when they have changed."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.forget()

    def forget(self) -> None:
        """The words have changed."""
        self._count: dict[str, int] = {}
        self._words: dict[str, dict[int, list[str]]] = {}
        """By their first letter without accents, and their length."""
        self._beginnings: dict[tuple[str, int], list[str]] = {}
        self._near: dict[tuple[str, bool], tuple[str, ...]] = {}

    def learn(self, seen: Mapping[str, int]) -> None:
        """So many items more, or less, have come in which these words stand; what is not in memory is not taken in."""
        if not self._count:
            return
        for term, more in seen.items():
            if term not in self._count and _is_word(term):
                self._keep(term)
                self._beginnings.clear()
                self._near.clear()
            self._count[term] = self._count.get(term, 0) + more

    def count(self, term: str) -> int:
        """In how many items `term` stands."""
        rows = self._ask("select df from vocab where term=?", term)
        return int(rows[0][0]) if rows else 0

    def beginning(self, start: str) -> dict[str, int]:
        """The words that begin so, with the number of items in which each stands; at most `MANY`."""
        sql = "select term, df from vocab where term >= ? and term < ? limit ?"
        return {str(term): int(df) for term, df in self._ask(sql, start, start + AFTER, MANY)}

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
        """Most slips leave the first letter, or move it to the second place; only else all words are looked through."""
        return self._nearest_of(word, {*fold(word[:2])}) or self._nearest_of(word, self._words.keys())

    def _nearest_of(self, word: str, letters: Iterable[str]) -> tuple[str, ...]:
        most = 1 if len(word) < 6 else 2 if len(word) < 12 else 3
        best: list[tuple[int, int, str]] = []
        same = norm(word)
        for gap in range(most + 1):
            for length in {len(word) - gap, len(word) + gap}:
                for term, far in self._within(word, self._of(letters, length), most):
                    if norm(term) != same:
                        best.append((far, -self._count[term], term))
            if best:
                most = min(far for far, _, _ in best)
            if gap >= most:
                break
        return tuple(term for far, _, term in sorted(best)[:FEW] if far == most)

    def _of(self, letters: Iterable[str], length: int) -> list[str]:
        return [word for letter in letters for word in self._words.get(letter, {}).get(length, ())]

    def _nearest_beginnings(self, start: str) -> tuple[str, ...]:
        """The first letter is taken to be right, or to have changed places with the second."""
        most, size, folded = (1 if len(start) < 8 else 2), len(start), fold(start)
        cut = [begun for letter in {*folded[:2]} for begun in self._cut(letter, size)]
        found = self._within(start, cut, most)
        return tuple(term for _, _, term in sorted((fold(term) != folded, far, term) for term, far in found)[:FEW])

    def _cut(self, letter: str, size: int) -> list[str]:
        """The first `size` letters of all words that begin with `letter`, each once."""
        found = self._beginnings.get((letter, size))
        if found is None:
            words = self._words.get(letter, {})
            cut = {word[:size] for length, some in words.items() if length >= size for word in some}
            found = self._beginnings[letter, size] = list(cut)
        return found

    def _within(self, word: str, terms: list[str], most: int) -> list[tuple[str, int]]:
        found = process.extract(word, terms, scorer=OSA.distance, score_cutoff=most, limit=None)
        return [(term, int(far)) for term, far, _ in found if far]

    def warm(self) -> None:
        """Take all words into memory, so that the first misspelt one need not wait for them."""
        if self._count:
            return
        for term, df in self._ask("select term, df from vocab"):
            if _is_word(term):
                self._count[term] = df
                self._keep(term)

    def _keep(self, term: str) -> None:
        self._words.setdefault(fold(term[0]), {}).setdefault(len(term), []).append(term)


def _is_word(term: str) -> bool:
    """True for what may be misspelt."""
    return 3 <= len(term) <= 40 and not term.isdigit()
