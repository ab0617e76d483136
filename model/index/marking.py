"""Where a question's words stand in a text: compared word by word, never by substring; and the best piece to show."""

import math
from functools import cached_property
from typing import NamedTuple

from model.index.query import Word
from model.language.words import Token, norm, parts, runs

AROUND = 60
"""Characters of running text shown before a hit."""

SHOWN = 240
"""Characters of running text shown."""


class _Sought(NamedTuple):
    """A word of the question: the whole words it answers to, the parts it is made of, how it begins, what it weighs."""

    whole: frozenset[str]
    parts: frozenset[str]
    beginnings: tuple[str, ...]
    weight: float


class Marker:
    """Marks the words of one question."""

    def __init__(self, words: list[Word], phrases: tuple[tuple[str, ...], ...]) -> None:
        self._sought = [_sought(made) for made in words]
        self._sought += [_Sought(frozenset((each,)), frozenset(), (), 1.0) for phrase in phrases for each in phrase]

    def ranges(self, text: str) -> tuple[tuple[int, int], ...]:
        """The ranges of `text` that answer."""
        return tuple((token.start, token.end) for token in runs(text) if self._which(token))

    def weight(self, text: str) -> float:
        """How much of the question stands in `text`: each of its words counts once, a rare one more."""
        return sum(self._sought[place].weight for place in {w for token in runs(text) for w in self._which(token)})

    def kinds(self, text: str, marked: tuple[tuple[int, int], ...]) -> int:
        """How many of the question's words the marked ranges of `text` answer to."""
        return len({w for start, end in marked for token in runs(text[start:end]) for w in self._which(token)})

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

    def _which(self, token: Token) -> tuple[int, ...]:
        """The places of the question's words that `token` answers to."""
        found = self._known.get(token.word)
        if found is None:
            found = self._known[token.word] = tuple(
                place for place, sought in enumerate(self._sought) if _answers(token.word, sought)
            )
        return found

    @cached_property
    def _known(self) -> dict[str, tuple[int, ...]]:
        return {}


def _sought(made: Word) -> _Sought:
    weight = 1 / math.log(math.e + made.df)
    return _Sought(frozenset((made.word, *made.forms)), frozenset(made.parts), made.beginnings, weight)


def _answers(word: str, sought: _Sought) -> bool:
    if word in sought.whole or (sought.beginnings and word.startswith(sought.beginnings)):
        return True
    same = norm(word)
    if same in sought.whole or same in sought.parts:
        return True
    return any(part in sought.whole or part in sought.parts for part in parts(word))


def stands_beside(texts: list[list[Token]], words: tuple[str, ...]) -> bool:
    """True when `words` stand one after another in one of the texts."""
    size = len(words)
    for text in texts:
        said = [token.word for token in text]
        if any(tuple(said[at : at + size]) == words for at in range(len(said) - size + 1)):
            return True
    return False
