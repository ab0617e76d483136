"""The words of a question with all they may stand as in the archive, and the expressions of FTS5 made of them.

Every word is quoted, so that nothing a person types is syntax.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from model.index.schema import PART
from model.index.vocabulary import MANY, Vocabulary
from model.language.question import Question
from model.language.words import norm, parts

COMMONER = 3
"""So many times as common must another spelling be, for one that was typed without accents to stand for it too."""

TELLING = 3
"""With fewer letters the beginning of a last word tells nothing that the words before it have not told."""

INDEXED = 3
"""Beginnings of so many letters lie ready in the index."""

FEW, MERGED = 60, 150
"""So many words are always asked for one by one; one more costs as much as to merge so many places of words."""

PARTED = 16
"""With more forms than this only whole words are asked for: a beginning that common needs no compounds."""

RARE = 2
"""A word of six letters that stands in no more items may be a slip, also if it is there."""


class Word(NamedTuple):
    """A word as it was asked for: the forms it has in the index, the parts of the compound, how it may begin."""

    word: str
    forms: tuple[str, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()
    """With the number of items in which each stands."""
    beginnings: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    """The words that begin so, when they are few enough to be asked for one by one."""
    df: int = 0
    """In how many items it stands, about."""

    @property
    def is_there(self) -> bool:
        """True when something in the archive answers to it."""
        return bool(self.forms or self.parts or self.beginnings)

    def expression(self, *, whole: bool = False) -> str:
        """What FTS5 is asked; `whole` leaves out what stands only as the part of another word."""
        forms = dict.fromkeys((*self.forms, *self.begun))
        alone = whole or len(forms) > PARTED
        made = [quoted(form) if alone else either(form) for form in forms]
        made += [] if self.begun else [f"{quoted(start)} *" for start in self.beginnings]
        if self.parts and not whole:
            made.append("(" + " AND ".join(f"({either(part)})" for part, _ in self.parts) + ")")
        return "(" + " OR ".join(made or [quoted(self.word)]) + ")"


def quoted(term: str) -> str:
    """`term` as FTS5 takes it for what it is."""
    return '"' + term.replace('"', '""') + '"'


def either(term: str) -> str:
    """`term` as a word of its own or as the part of another."""
    return f"{quoted(term)} OR {quoted(PART + term)}"


def word(
    vocabulary: Vocabulary, asked: str, *, is_open: bool = False, commoner: int = COMMONER, loosely: bool = False
) -> Word:
    """All that `asked` may stand as; `is_open` when it is still being typed, `loosely` when it may be a slip."""
    forms = {term: count for term in dict.fromkeys((asked, norm(asked))) if (count := vocabulary.count(term))}
    own = max(forms.values(), default=0)
    if asked.isascii() and len(asked) >= 4:
        others = [(term, count) for term, count in vocabulary.folded(asked) if count > commoner * own]
        for term, count in others[:3]:
            forms |= {term: count} | _known(vocabulary, (norm(term),))
    halves = _known(vocabulary, parts(asked)) if len(asked) >= 6 else {}
    halves = halves if len(halves) == len(set(parts(asked))) else {}
    begun = vocabulary.beginning(asked) if is_open and len(asked) >= 2 else {}
    count = max([*forms.values(), min(halves.values(), default=0), sum(begun.values())])
    beginnings: tuple[str, ...] = (asked,) if begun.keys() - {asked} else ()
    if not count and is_open:
        beginnings = vocabulary.nearest_beginnings(asked)
        begun = {term: df for start in beginnings for term, df in vocabulary.beginning(start).items()}
        count = sum(begun.values())
    if not count or (len(asked) >= 6 and (loosely or (own and count <= RARE))):
        near, near_halves = _near(vocabulary, asked)
        forms |= near
        halves = halves or near_halves
        count = max([count, *near.values(), min(near_halves.values(), default=0)])
    few = tuple(begun) if beginnings and len(asked) > INDEXED and _are_few(begun) else ()
    return Word(asked, tuple(forms), tuple(halves.items()), beginnings, few, count)


def _are_few(begun: dict[str, int]) -> bool:
    """True when it takes less time to ask for the words one by one than to merge all that begin so."""
    return len(begun) < MANY and (len(begun) <= FEW or len(begun) * MERGED < sum(begun.values()))


def _near(vocabulary: Vocabulary, asked: str) -> tuple[dict[str, int], dict[str, int]]:
    """The words that look like it, with their norms; and the parts of the likeliest."""
    near = vocabulary.nearest(asked)
    forms = _known(vocabulary, (form for term in near for form in (term, norm(term))))
    for term in near:
        halves = parts(term)
        known = _known(vocabulary, halves)
        if known and len(known) == len(set(halves)):
            return forms, known
    return forms, {}


def _known(vocabulary: Vocabulary, terms: Iterable[str]) -> dict[str, int]:
    return {term: count for term in dict.fromkeys(terms) if (count := vocabulary.count(term))}


def words_of(vocabulary: Vocabulary, question: Question, *, loosely: bool = False) -> list[Word]:
    """The words of a question; only the last one can be unfinished.

    `loosely` when nothing holds them all as they were typed: other accents and slips are thought of sooner.
    """
    last = len(question.words) - 1
    lacks = loosely or any(_lacks_accents(vocabulary, asked) for asked in question.words)
    begins = question.is_open and (not last or len(question.words[-1]) >= TELLING)
    words = [
        word(vocabulary, asked, is_open=begins and n == last, commoner=0 if lacks else COMMONER, loosely=loosely)
        for n, asked in enumerate(question.words)
    ]
    for n, (one, other) in enumerate(pairwise(question.words)):
        if whole := _written_apart(vocabulary, one, other):
            words[n : n + 2] = [
                made._replace(forms=(*dict.fromkeys((*made.forms, *whole)),)) for made in words[n : n + 2]
            ]
    return words


def _written_apart(vocabulary: Vocabulary, one: str, other: str) -> dict[str, int]:
    """The compound that two words make which stand beside each other, if the archive has it: hund kö, avgift kö."""
    forms = {form for whole in (one + other, f"{one}s{other}") for form in (whole, norm(whole))}
    return _known(vocabulary, sorted(forms - {norm(one), norm(other)}))


def _lacks_accents(vocabulary: Vocabulary, asked: str) -> bool:
    """True for a word that stands in the archive only with accents: whoever types one such word types all so."""
    return asked.isascii() and len(asked) >= 4 and not vocabulary.count(asked) and bool(vocabulary.folded(asked))


def together(words: Iterable[str]) -> str:
    """Items that hold all of these words as they are written; whether side by side is seen in their text."""
    return "(" + " AND ".join(quoted(word) for word in words) + ")"


def excluded(word: str) -> str:
    """What an item must not hold: a word in any of its forms."""
    return f"({quoted(word)} OR {quoted(norm(word))})"
