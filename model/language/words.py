"""Words of a Swedish text: where they stand, and the light stem by which their forms meet."""

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_VOWELS = frozenset("aeiouyåäöéü")

_ENDINGS = (
    "heternas", "heterna", "heters", "heten", "heter", "ningarnas", "ningarna", "ningars", "ningen", "ningar", "ernas",
    "ornas", "arnas", "andet", "andes", "ande", "erna", "orna", "arna", "ens", "ets", "ers", "ors", "ars", "nas", "ade",
    "ast", "are", "en", "et", "er", "or", "ar", "na", "an", "as", "at", "ad", "es", "a", "e", "s", "n", "t",
)  # fmt: skip
"""Inflections, longest first; a stem keeps at least three letters and a vowel."""

_STEM = {"heten": "het", "heter": "het", "heterna": "het", "heternas": "het", "heters": "het"} | dict.fromkeys(
    ("ningen", "ningar", "ningarna", "ningarnas", "ningars"), "ning"
)


class Token(NamedTuple):
    """A word as it stands, and its place: `start`–`end` (exclusive) in code points."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of `text` in order; a hyphen, colon or apostrophe inside a word belongs to it ("e-tjänst", "SKL:s")."""
    return [Token(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=20_000)
def normal(word: str) -> str:
    """The stem of `word` in small letters, with å, ä and ö kept: "kommunernas", "kommunen" → "kommun"."""
    folded = word.casefold().replace("’", "'").replace("é", "e")
    for mark in (":s", "'s", ":n", ":en", ":et"):
        folded = folded.removesuffix(mark)
    if not folded.isalpha() and "-" not in folded:
        return folded
    for ending in _ENDINGS:
        if folded.endswith(ending):
            stem = folded[: -len(ending)] + _STEM.get(ending, "")
            if len(stem) >= 3 and _VOWELS & set(stem):
                return stem
    return folded
