"""Words that a scanner broke, guessed for the index only: a guess is added to what is searched, the text stays.

Of a word that nobody knows two things are tried: it is glued to its neighbour ("tj änsteplattform"), and one confusion
of letters is undone ("forslag", "samveikan"). A known word is never touched ("modem" for "modern").
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from model.language.compounds import split
from model.language.lexicon import FREE, lexicon
from model.language.words import plain_runs

CONFUSED = (
    ("m", "rn"), ("rn", "m"), ("1", "l"), ("í", "i"), ("0", "o"), ("ii", "ü"), ("cl", "d"), ("d", "cl"), ("vv", "w"),
    ("j", "i"), ("i", "j"), ("o", "ö"), ("a", "å"), ("a", "ä"), ("ä", "å"), ("å", "ä"), ("l", "i"), ("i", "l"),
    ("c", "e"), ("e", "c"),
)  # fmt: skip
"""What the scanner read, and what may have stood there; the likeliest first."""

SHORTEST, SHORTEST_GLUED, SHORTEST_COMPOUND = 5, 7, 8
Seen = Callable[[str], bool]
"""True for a word that the archive holds often enough to be one."""


def mended(text: str, seen: Seen) -> list[str]:
    """The words that may have stood where `text` has unknown ones, in order; most texts have none."""
    words = plain_runs(text)
    unknown = [not (is_known(word) or seen(word)) for word in words]
    return list(_tried(words, unknown, seen)) if any(unknown) else []


def _tried(words: list[str], unknown: list[bool], seen: Seen) -> Iterator[str]:
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if following and (unknown[at] or unknown[at + 1]):
            glued = word + following
            if len(glued) >= SHORTEST_GLUED and glued.isalpha() and (is_known(glued) or seen(glued)):
                yield glued
                continue
        if unknown[at] and len(word) >= SHORTEST:
            yield from _unconfused(word, seen)


def _unconfused(word: str, seen: Seen) -> Iterator[str]:
    """The first confusion of letters that, undone, makes a known word."""
    for read, stood in CONFUSED:
        at = word.find(read)
        while at >= 0:
            made = word[:at] + stood + word[at + len(read) :]
            if is_known(made) or seen(made):
                yield made
                return
            at = word.find(read, at + 1)


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """True for a number, a short word, one of the lexicon's, or a long one that is a compound of such."""
    if len(word) < SHORTEST - 2 or word.isdigit():
        return True
    if lexicon().find(word).bits & FREE:
        return True
    return len(word) >= SHORTEST_COMPOUND and len(split(word)) > 1
