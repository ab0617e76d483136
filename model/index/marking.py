"""Where a question's words stand in a text: compared word by word, never by substring; and the best piece to show."""

import math
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from model.index.query import Word
from model.language.words import RUN, Token, norm, parts, plain, stays

AROUND = 60
"""Characters of running text shown before a hit."""

SHOWN = 240
"""Characters of running text shown."""


class _Sought(NamedTuple):
    """A word of the question: the forms and parts it answers to, how it begins, what it weighs."""

    forms: frozenset[str]
    beginnings: tuple[str, ...]
    weight: float


class Marker:
    """Marks the words of one question."""

    def __init__(self, words: list[Word], phrases: tuple[tuple[str, ...], ...]) -> None:
        self._sought = [sought for made in words for sought in _sought(made)]
        self._sought += [_Sought(frozenset((each,)), (), 1.0) for phrase in phrases for each in phrase]

        asked = [form for made in words for form in (made.word, *made.forms, *dict(made.parts), *made.beginnings)]
        starts = dict.fromkeys(stays(form) for form in (*asked, *(each for phrase in phrases for each in phrase)))
        may = re.compile("|".join(starts) or "(?!)").search
        self._which = _Known(may, self._places)

    def ranges(self, text: str) -> tuple[tuple[int, int], ...]:
        """The ranges of `text` that answer."""
        which = self._which
        if not any(map(which.__getitem__, RUN.findall(text))):  # most texts do not answer
            return ()
        return tuple(match.span() for match in RUN.finditer(text) if which[match.group()])

    def weight(self, text: str) -> float:
        """How much of the question stands in `text`: each of its words counts once, a rare one more."""
        return sum(self._sought[place].weight for place in self._there(text))

    def kinds(self, text: str) -> int:
        """How many of the question's words stand in `text`."""
        return len(self._there(text))

    def _there(self, text: str) -> set[int]:
        found: set[int] = set()
        return found.union(*map(self._which.__getitem__, RUN.findall(text)))

    def snippet(self, heading: str, body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The running text round its first hit, else the heading; with the ranges that answer."""
        text = body.replace("\n", " ")
        found = self.ranges(text)
        if not found:
            return heading, self.ranges(heading)
        start = max(0, found[0][0] - AROUND)
        start = 0 if start == 0 else text.find(" ", start) + 1
        lead = "… " if start else ""
        cut = text[start : start + SHOWN]
        moved = [
            (a - start + len(lead), b - start + len(lead)) for a, b in found if a >= start and b <= start + len(cut)
        ]
        return lead + cut, tuple(moved)

    def _places(self, word: str) -> tuple[int, ...]:
        """The places of the question's words that `word` of a text answers to."""
        forms = _forms(word)
        return tuple(
            place
            for place, sought in enumerate(self._sought)
            if not forms.isdisjoint(sought.forms) or (sought.beginnings and word.startswith(sought.beginnings))
        )


class _Known(dict[str, tuple[int, ...]]):
    """What words answer to, looked up once for each as it stands.

    A compound takes long to part: only words are looked into that hold the first letters of what is asked.
    """

    def __init__(self, may: Callable[[str], object], places: Callable[[str], tuple[int, ...]]) -> None:
        super().__init__()
        self._may, self._places = may, places

    def __missing__(self, word: str) -> tuple[int, ...]:
        said = plain(word)
        found = self[word] = self._places(said) if self._may(said) else ()
        return found


def _sought(made: Word) -> Iterator[_Sought]:
    """The whole word; how it may begin, and each part of it, for half of what that would weigh alone."""
    if made.forms or not made.beginnings:
        yield _Sought(frozenset((made.word, *made.forms)), (), rarity(made.df))
    if made.beginnings:
        yield _Sought(frozenset(made.begun), made.beginnings, rarity(made.df) / 2)
    yield from (_Sought(frozenset((part,)), (), rarity(count) / 2) for part, count in made.parts)


def rarity(count: int) -> float:
    """What a word weighs that stands in so many items."""
    return 1 / math.log(math.e + count)


@lru_cache(maxsize=100_000)
def _forms(word: str) -> frozenset[str]:
    """All that a word of a text is found by."""
    return frozenset((word, norm(word), *parts(word)))


def stands_beside(texts: list[list[Token]], words: tuple[str, ...]) -> bool:
    """True when `words` stand one after another in one of the texts."""
    size = len(words)
    for text in texts:
        said = [token.word for token in text]
        if any(tuple(said[at : at + size]) == words for at in range(len(said) - size + 1)):
            return True
    return False
