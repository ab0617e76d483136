"""A run of characters that remembers where each of them stood in the source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

NOWHERE = -1
"""The place of a character that intake has put in (the blank of a joined line)."""


@dataclass(frozen=True, slots=True)
class Run:
    """`text`, and for every character the code point of the source where it stood, or `NOWHERE`."""

    text: str = ""
    at: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: "Run") -> "Run":
        return Run(self.text + other.text, self.at + other.at)

    def cut(self, start: int, end: int | None = None) -> "Run":
        """The characters from `start` to `end` (exclusive)."""
        return Run(self.text[start:end], self.at[start:end])

    def strip(self) -> "Run":
        """Without blanks at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def collapsed(self) -> "Run":
        """Stripped, and every stretch of white space but a line break made one blank."""
        text: list[str] = []
        at: list[int] = []
        for sign, place in zip(self.text, self.at, strict=True):
            if sign.isspace() and sign != "\n":
                if text and text[-1] not in " \n":
                    text.append(" ")
                    at.append(place)
                continue
            if sign == "\n" and text and text[-1] == " ":
                text.pop()
                at.pop()
            text.append(sign)
            at.append(place)
        return Run("".join(text), tuple(at)).strip()

    def splits(self, pattern: re.Pattern[str]) -> "list[Run]":
        """The non-empty stretches between matches of `pattern`, stripped."""
        pieces, position = [], 0
        for match in pattern.finditer(self.text):
            pieces.append(self.cut(position, match.start()).strip())
            position = match.end()
        pieces.append(self.cut(position).strip())
        return [piece for piece in pieces if piece.text]

    @property
    def places(self) -> list[int]:
        """The source places of its visible characters."""
        return [
            place for sign, place in zip(self.text, self.at, strict=True) if place != NOWHERE and not sign.isspace()
        ]


def joined(runs: Iterable[Run], by: str = " ") -> Run:
    """The runs with `by` (from nowhere) between them."""
    result = Run()
    for run in runs:
        if run.text:
            result = result + Run(by, (NOWHERE,) * len(by)) + run if result.text else run
    return result
