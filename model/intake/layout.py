"""How lines hang together on the page: hard-wrapped text, sentences broken by a page, columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.intake.lines import Line
from model.intake.run import NOWHERE, Run

LONGEST = 130
"""Characters. A typed or scanned page has no longer lines; a file with longer ones keeps a paragraph to a line."""

PAGE = (58, 110)
"""Characters of a line that fills the width of a page."""

FULL = 8000
"""Characters after which no more lines are joined: no paragraph is that long, and joining costs its square."""

COLUMNS = re.compile(r"\s*\t\s*|\s{3,}|(?<![.!?])\s{2}")
NO_END = re.compile(r"[\w,)\]–-]$")


@dataclass(frozen=True, slots=True)
class Wrap:
    """The margin at which text was wrapped, in characters: where lines break at the earliest and at the latest.

    Typed text has one margin; a proportional font turned into text has a ragged one. Both 0: it was not wrapped.
    """

    narrow: int = 0
    widest: int = 0

    def __bool__(self) -> bool:
        return self.narrow > 0


def width(lines: Sequence[Line]) -> Wrap:
    """The margin of `lines`, taken from where sentences go on in small letters on the next line."""
    lengths = [len(line.text) for line in lines]
    if not lengths or sum(1 for length in lengths if length > LONGEST) > len(lengths) * 0.03:
        return Wrap()
    longest = max((length for length in lengths if length <= LONGEST), default=0)
    breaks = [
        (len(before.text), len(before.text) + len(first_word(line)))
        for before, line in pairwise(lines)
        if not line.gap
        and line.text[:1].islower()
        and len(before.text) > longest * 0.6
        and before.text[-1] not in ".:;"
    ]
    if len(breaks) < max(2, len(lines) * 0.05):
        return Wrap()
    overflows = sorted(overflow for _, overflow in breaks)
    return Wrap(overflows[len(overflows) // 10], max(length for length, _ in breaks))


def continues(before: Line, line: Line, wrap: Wrap) -> bool:
    """True when `line` is the rest of `before` in wrapped text."""
    if not wrap or line.gap:
        return False
    unended = before.text[-1] not in ".:!?"
    margin = min(wrap.narrow, wrap.widest) if unended else wrap.widest
    if len(before.text) + 1 + len(first_word(line)) > margin:
        return True
    if before.text.endswith("-") and line.text[:1].islower():
        return True
    return unended and line.text[:1].islower() and len(before.text) > wrap.narrow * 0.5


def seems_to_continue(before: Line, line: Line) -> bool:
    """True for a long line without an end and a line right under it, where too few are wrapped to tell a margin."""
    words = before.text
    return (
        not line.gap
        and PAGE[0] <= len(words) <= PAGE[1]
        and bool(NO_END.search(words))
        and len(words.split()) > 7
        and len(cells(before.run)) == 1
        and len(cells(line.run)) == 1
    )


def first_word(line: Line) -> str:
    """The word that did not fit on the line before."""
    return line.text.split(" ", 1)[0]


def broken(words: str, line: Line) -> bool:
    """True when a page break stands between `words`, an unended sentence, and `line`, which goes on."""
    if not line.gap or line.heading or line.strong:
        return False
    if len(words) > 60 and NO_END.search(words) and line.text[:1].islower():
        return True
    return len(words) > 100 and bool(re.search(r"[^\W\dA-Z_]$|,$", words))


def cells(run: Run) -> list[Run]:
    """The columns of a line: parted by tabs or wide gaps."""
    return run.splits(COLUMNS)


def continued(first: Run, rest: Run) -> Run:
    """Two lines made one; a blank from nowhere stands for the break."""
    return first.strip() + Run(" ", (NOWHERE,)) + rest.strip()
