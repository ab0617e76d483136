"""The words of a question with all they may stand as in the archive, and the expressions of FTS5 made of them.

Every word is quoted, so that nothing a person types is syntax.
"""

from collections.abc import Iterable
from typing import NamedTuple

from model.index.vocabulary import Vocabulary
from model.language.question import Question
from model.language.words import norm, parts

COMMONER = 3
"""So many times as common must another spelling be, for one that was typed without accents to stand for it too."""

TELLING = 3
"""With fewer letters the beginning of a last word tells nothing that the words before it have not told."""

RARE = 2
"""A word of six letters that stands in no more items may be a slip, also if it is there."""


class Word(NamedTuple):
    """A word as it was asked for: the forms it has in the index, the parts of the compound, how it may begin."""

    word: str
    forms: tuple[str, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()
    """With the number of items in which each stands."""
    beginnings: tuple[str, ...] = ()
    df: int = 0
    """In how many items it stands, about."""

    @property
    def is_there(self) -> bool:
        """True when something in the archive answers to it."""
        return bool(self.forms or self.parts or self.beginnings)

    def expression(self) -> str:
        """What FTS5 is asked."""
        made = [quoted(form) for form in self.forms]
        made += [f"{quoted(start)} *" for start in self.beginnings]
        if self.parts:
            made.append("(" + " AND ".join(quoted(part) for part, _ in self.parts) + ")")
        return "(" + " OR ".join(made or [quoted(self.word)]) + ")"


def quoted(term: str) -> str:
    """`term` as FTS5 takes it for what it is."""
    return '"' + term.replace('"', '""') + '"'


def word(vocabulary: Vocabulary, asked: str, *, is_open: bool = False, commoner: int = COMMONER) -> Word:
    """All that `asked` may stand as; `is_open` when it is still being typed."""
    forms = {term: count for term in dict.fromkeys((asked, norm(asked))) if (count := vocabulary.count(term))}
    own = max(forms.values(), default=0)
    if asked.isascii() and len(asked) >= 4:
        others = [(term, count) for term, count in vocabulary.folded(asked) if count > commoner * own]
        for term, count in others[:3]:
            forms |= {term: count} | _known(vocabulary, (norm(term),))
    halves = _known(vocabulary, parts(asked)) if len(asked) >= 6 else {}
    halves = halves if len(halves) == len(set(parts(asked))) else {}
    beginning = vocabulary.count_beginning(asked) if is_open and len(asked) >= 2 else 0
    count = max([*forms.values(), min(halves.values(), default=0), beginning])
    beginnings: tuple[str, ...] = (asked,) if beginning else ()
    if not count or (own and count <= RARE and len(asked) >= 6):
        near, near_halves = _near(vocabulary, asked)
        forms |= near
        halves = halves or near_halves
        count = max([count, *near.values(), min(near_halves.values(), default=0)])
    if not count and is_open:
        beginnings = vocabulary.nearest_beginnings(asked)
        count = sum(vocabulary.count_beginning(start) for start in beginnings)
    return Word(asked, tuple(forms), tuple(halves.items()), beginnings, count)


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


def words_of(vocabulary: Vocabulary, question: Question) -> list[Word]:
    """The words of a question; only the last one can be unfinished."""
    last = len(question.words) - 1
    commoner = 0 if any(_lacks_accents(vocabulary, asked) for asked in question.words) else COMMONER
    begins = question.is_open and (not last or len(question.words[-1]) >= TELLING)
    return [
        word(vocabulary, asked, is_open=begins and place == last, commoner=commoner)
        for place, asked in enumerate(question.words)
    ]


def _lacks_accents(vocabulary: Vocabulary, asked: str) -> bool:
    """True for a word that stands in the archive only with accents: whoever types one such word types all so."""
    return asked.isascii() and len(asked) >= 4 and not vocabulary.count(asked) and bool(vocabulary.folded(asked))


def phrase(words: tuple[str, ...]) -> str:
    """Items in which these words may stand beside each other; between two written words there may stand a norm."""
    if len(words) == 1:
        return quoted(words[0])
    return f"NEAR({' '.join(quoted(word) for word in words)}, {2 * len(words)})"


def excluded(words: tuple[str, ...]) -> str:
    """What an item must not hold: a word in any of its forms, or the words beside each other."""
    if len(words) > 1:
        return phrase(words)
    return f"({quoted(words[0])} OR {quoted(norm(words[0]))})"
