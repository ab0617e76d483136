"""Words made ready for the index: norms, written forms, parts. å, ä and ö are letters of their own, never folded."""

from collections.abc import Iterator
from typing import NamedTuple

from model.language.words import norm, parts, plain_runs


class Terms(NamedTuple):
    """The tokens of an item: of its heading, its decisions and its running text, whole words and parts apart.

    `mended` are words that a repair of bad scanning added: they stand with the running text's, never in the record.
    """

    heading: list[str]
    heading_parts: list[str]
    decisions: list[str]
    decision_parts: list[str]
    text: list[str]
    text_parts: list[str]
    mended: str = ""

    def columns(self) -> Iterator[str]:
        """The tokens as the index's columns want them."""
        return (" ".join(column) for column in self[:6])

    def all(self) -> set[str]:
        """Every token once."""
        return {term for column in self[:6] for term in column}


def terms(heading: str, decisions: str, text: str, mended: str = "") -> Terms:
    """The tokens of an item's words."""
    return Terms(*_both(heading), *_both(decisions), *_both(f"{text}\n{mended}"), mended)


def _both(words: str) -> tuple[list[str], list[str]]:
    whole: list[str] = []
    halves: list[str] = []
    for word in plain_runs(words):
        whole.append(word)
        meeting = norm(word)
        if meeting != word:
            whole.append(meeting)
        halves += parts(word)
    return whole, halves


def heading_key(heading: str) -> str:
    """What two headings of the same standing item share: their norms in alphabetical order."""
    return " ".join(sorted({norm(word) for word in plain_runs(heading)}))
