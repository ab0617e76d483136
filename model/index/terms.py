"""Words made ready for the index: norms, written forms, parts. å, ä and ö are letters of their own, never folded."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from model.index.schema import ANYWHERE, DECISION, HEADING, PART
from model.language.words import norm, parts, plain_runs


class Terms(NamedTuple):
    """The tokens of an item: of its heading, its decisions and its running text; parts of compounds are marked."""

    heading: set[str]
    decisions: set[str]
    text: set[str]

    def layers(self) -> Iterator[tuple[str, set[str]]]:
        """What stands in each layer of the index, as far as anything does."""
        layers = ((HEADING, self.heading), (DECISION, self.decisions), (ANYWHERE, self.heading.union(*self[1:])))
        return ((layer, words) for layer, words in layers if words or layer == ANYWHERE)

    def all(self) -> set[str]:
        """Every word once, whole or part."""
        return {term.removeprefix(PART) for column in self for term in column}


def terms(heading: str, decisions: str, text: str) -> Terms:
    """The tokens of an item's words."""
    return Terms(_tokens(heading), _tokens(decisions), _tokens(text))


def _tokens(words: str) -> set[str]:
    """The words, their norms, and the marked parts of compounds."""
    found = set(plain_runs(words))
    return found.union(*map(_met, found))


@lru_cache(maxsize=100_000)
def _met(word: str) -> frozenset[str]:
    """What a word of a text is found by, besides as it stands."""
    return frozenset((norm(word), *(PART + part for part in parts(word))))


def heading_key(heading: str) -> int:
    """What two headings of the same standing item share: their norms whatever the order, as a number of 64 bits."""
    norms = " ".join(sorted({norm(word) for word in plain_runs(heading)}))
    return int.from_bytes(blake2b(norms.encode(), digest_size=8).digest(), signed=True)
