"""A piece of text with marks: words, and what some of them are."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

MarkKind = Literal["person", "organisation", "date", "amount", "reference", "strong", "emphasis",
                   "name", "title", "time", "note"]  # fmt: skip
"""What a mark says of its words. The last four stand only in attendance lines (`people`)."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufdd0-\ufdef]")
_BREAKS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """`start`, `end` (exclusive) count code points of `Text.plain`; `data` is sorted pairs: `("d", "2015-06-12")`."""

    start: int
    end: int
    kind: MarkKind
    data: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """The value of the datum `name`, or None."""
        return dict(self.data).get(name)


@dataclass(frozen=True, slots=True)
class Text:
    """Words and marks. `plain` is NFC without control characters; a line break inside a block is `\\n`."""

    plain: str = ""
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        """Keep marks in one canonical form (in order, touching twins made one): equal texts are equal values."""
        if self.marks:
            inside = joined(m for m in self.marks if 0 <= m.start < m.end <= len(self.plain))
            if inside != self.marks:
                object.__setattr__(self, "marks", inside)

    def __len__(self) -> int:
        return len(self.plain)

    def __add__(self, other: "Text") -> "Text":
        moved = (shifted(mark, len(self.plain)) for mark in other.marks)
        return Text(self.plain + other.plain, (*self.marks, *moved))

    def slice(self, start: int, end: int) -> "Text":
        """The words from `start` to `end`, with the parts of the marks that lie there."""
        cut = (Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind, m.data) for m in self.marks)
        return Text(self.plain[start:end], tuple(m for m in cut if m.start < m.end))

    def written(self, plain: str) -> "Text":
        """This text with `plain` as its words, keeping the marks whose words are untouched.

        The change is the smallest differing middle. A mark that the change cuts into is dropped (a link whose words
        are edited is no longer that link); emphasis instead stretches or shrinks with its words.
        """
        if plain == self.plain:
            return self
        start, old_end = differing(self.plain, plain)
        grown = len(plain) - len(self.plain)
        return Text(plain, tuple(m for mark in self.marks if (m := _after(mark, start, old_end, grown)) is not None))

    def marked(self, mark: Mark) -> "Text":
        """This text with one more mark."""
        return Text(self.plain, (*self.marks, mark))

    def unmarked(self, kind: MarkKind, start: int, end: int) -> "Text":
        """This text without marks of `kind` that touch `start`–`end`."""
        return Text(self.plain, tuple(m for m in self.marks if m.kind != kind or m.end <= start or m.start >= end))


def clean(words: str) -> str:
    """`words` as the record may hold them: NFC, one kind of line break, no control characters.

    XML 1.0 refuses most control characters, and Word pastes them (vertical tab, form feed): a text that cannot be
    saved must never come in. A tab becomes a blank; paragraphs and rows have their own blocks.
    """
    if words.isprintable():
        return unicodedata.normalize("NFC", words)
    text = _BREAKS.sub("\n", words).replace("\t", " ")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def one_line(words: str) -> str:
    """`words` cleaned, with blanks for line breaks: what a header row or a cell may hold."""
    return clean(words).replace("\n", " ")


def differing(before: str, after: str) -> tuple[int, int]:
    """`(start, end)` of the smallest middle of `before` that differs from `after`."""
    start = _alike(before, after)
    return start, len(before) - _alike(before[start:][::-1], after[start:][::-1])


def _alike(one: str, other: str) -> int:
    """How many signs both begin with, found by halving: a long paragraph is compared at every key."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def joined(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """`marks` with those that touch and are alike made one: a mark cut in two on paper is one mark in the record."""
    result: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.kind, m.data, m.start, m.end)):
        last = result[-1] if result else None
        if last and last.kind == mark.kind and last.data == mark.data and mark.start <= last.end:
            result[-1] = replace(last, end=max(last.end, mark.end))
        else:
            result.append(mark)
    return tuple(sorted(result, key=_order))


def shifted(mark: Mark, by: int) -> Mark:
    """`mark` moved `by` code points."""
    return Mark(mark.start + by, mark.end + by, mark.kind, mark.data)


def _order(mark: Mark) -> tuple[int, int, str, tuple[tuple[str, str], ...]]:
    return mark.start, -mark.end, mark.kind, mark.data


def _after(mark: Mark, start: int, old_end: int, grown: int) -> Mark | None:
    """`mark` after the words from `start` to `old_end` were replaced and the text grew by `grown`."""
    if mark.end <= start:
        return mark
    if mark.start >= old_end:
        return shifted(mark, grown)
    if mark.kind in {"strong", "emphasis"}:
        end = mark.end + grown if mark.end >= old_end else start
        return Mark(min(mark.start, start), end, mark.kind, mark.data) if end > min(mark.start, start) else None
    return None
