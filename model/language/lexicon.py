"""The Swedish lexicon: every form of the dictionary, its lemma, what it may be in a compound. The door to marisa.

The file is a trie, read through mmap: it opens in milliseconds and costs little memory. It is made by
`packaging/build_lexicon.py` and may be replaced; without it the program goes on with the light stem.
"""

import hashlib
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import marisa_trie  # type: ignore[import-not-found,unused-ignore]

from model.places import resource

BEGIN, MIDDLE, END, FREE, FRONT, OFTEN, VERY_OFTEN, HEAD = (1 << bit for bit in range(8))
"""What a form may be: first, middle, last in a compound, a word of its own; and mined from the listed words: a first
element seen ten times (more than 40 · at least 100 times), a head of three letters."""

NAME = "words/sv.trie"


class Entry(NamedTuple):
    """What the lexicon says of a form."""

    bits: int
    lemma: str


NOTHING = Entry(0, "")


class Lexicon:
    """An open lexicon, or an empty one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._trie = marisa_trie.BytesTrie()
        self.is_there = True
        """False when the file is missing or cut off: words then have only their light stem."""
        try:
            self._trie.mmap(str(path))
        except (OSError, RuntimeError):
            self._trie = marisa_trie.BytesTrie()
            self.is_there = False

    @cached_property
    def version(self) -> str:
        """What an index made with it must remember: the beginning of the file's SHA-256, or "none"."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()[:16] if self.is_there else "none"

    def find(self, word: str) -> Entry:
        """The bits and the lemma of `word` (small letters); `NOTHING` for a form it does not know."""
        found = self._trie.get(word)
        if not found:
            return NOTHING
        value = found[0]
        return Entry(value[0], word[: len(word) - value[1]] + value[2:].decode())

    def beginnings(self, letters: str) -> list[str]:
        """The forms that `letters` begin with, shortest first."""
        found: list[str] = self._trie.prefixes(letters)
        return found


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, opened at the first question."""
    return Lexicon(resource(NAME))
