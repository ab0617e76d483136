"""How lines hang together on the page: hard-wrapped text, sentences broken by a page, columns."""

import re
from collections.abc import Sequence

from model.intake.lines import Line
from model.intake.run import NOWHERE, Run

LONGEST = 130
"""Characters. A typed or scanned page has no longer lines; a file with longer ones keeps a paragraph to a line."""

COLUMNS = re.compile(r"\t+|\s{2,}")
NO_END = re.compile(r"[\w,)\]–-]$")


def width(lines: Sequence[Line]) -> int:
    """The width at which the text was wrapped, in characters; 0 if it was not."""
    lengths = [len(line.text) for line in lines]
    if not lengths or sum(1 for length in lengths if length > LONGEST) > len(lengths) * 0.03:
        return 0
    widest = max((length for length in lengths if length <= LONGEST), default=0)
    wraps = sum(
        1
        for before, line in zip(lines, lines[1:], strict=False)
        if not line.gap
        and line.text[:1].islower()
        and len(before.text) > widest * 0.75
        and before.text[-1] not in ".:;"
    )
    return widest if wraps >= 2 and wraps >= len(lines) * 0.05 else 0


def continues(before: Line, line: Line, wide: int) -> bool:
    """True when `line` is the rest of `before` in text wrapped at `wide` characters."""
    if not wide or line.gap:
        return False
    first = line.text.split(" ", 1)[0]
    if len(before.text) + 1 + len(first) > wide:
        return True
    if before.text.endswith("-") and line.text[:1].islower():
        return True
    return line.text[:1].islower() and before.text[-1] not in ".:!?" and len(before.text) > wide * 0.5


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
