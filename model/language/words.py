"""Words of a Swedish text: where they stand, and the forms by which their inflections and compounds meet."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from model.language.compounds import split
from model.language.lexicon import FREE, lexicon
from model.language.stems import clipped, stem

_WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
RUN = re.compile("[^\\W_]+(?:(?:\u00ad\\s*|-[ \t]*\n[ \t]*)[^\\W_]+)*")
"""A run of letters and digits as it stands."""

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
    return [Token(plain(match.group()), match.start(), match.end()) for match in RUN.finditer(text)]


def plain_runs(text: str) -> list[str]:
    """The words of `runs` without their places."""
    return [plain(word) for word in RUN.findall(text)]


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """A run of `RUN` in small letters, what was glued in it left out."""
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
    lemma = lexicon().find(word).lemma or (lexicon().find(word[:-1]).lemma if word.endswith("s") else "")
    if not lemma:
        *fronts, tail = split(word)
        lemma = "".join(fronts) + _lemma(tail) if fronts else stem(word)
    return clipped(lemma)


@lru_cache(maxsize=100_000)
def parts(word: str) -> tuple[str, ...]:
    """The norms of the parts of a compound: "mångfaldsarbetet" → mångfald, arbet; empty for a simple word."""
    *fronts, tail = split(word)
    return (*(clipped(_front(front)) for front in fronts), norm(tail)) if fronts else ()


def stays(word: str) -> str:
    """A pattern for what stays of `word` when it is bent or joined: häls in hälsa and hälso-, bo as bö in böcker."""
    return "".join(_VOWELS.get(sign) or re.escape(sign) for sign in word[: min(max(2, len(word) - 2), 5)])


_VOWELS = {letter: f"[{letters}]" for letters in ("aåä", "oö") for letter in letters}


def version() -> str:
    """What the forms of words depend on: changes with the lexicon."""
    return lexicon().version


def _lemma(word: str) -> str:
    return lexicon().find(word).lemma or stem(word)


def _front(word: str) -> str:
    """A first element as the word it stands for: hälso → hälsa, gymnasie → gymnasium, verksamhets → verksamhet."""
    known = lexicon().find(word).lemma
    if known and known != word:
        return known
    for ending, others in _JOINTS:
        if word.endswith(ending):
            for other in others:
                whole = word.removesuffix(ending) + other
                if lexicon().find(whole).bits & FREE:
                    return whole
    return known or word


_JOINTS = (("ie", ("ium", "ia")), ("o", ("a", "e", "")), ("e", ("a", "")), ("u", ("a", "e", "")), ("s", ("", "e")))
