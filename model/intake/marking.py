"""The words of a block with their marks: bold and italics of the source, dates and amounts as they are read."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from model.intake.run import NOWHERE, Run
from model.language import amounts, dates
from model.record.text import Mark, MarkKind, Text


class Marker:
    """Makes texts of runs; `near` is the day of the meeting, by which a missing year is inferred."""

    def __init__(
        self, strong: Iterable[tuple[int, int]], emphasis: Iterable[tuple[int, int]], near: datetime.date | None
    ) -> None:
        self._styled: list[tuple[MarkKind, list[tuple[int, int]]]] = [
            ("strong", sorted(strong)), ("emphasis", sorted(emphasis)),
        ]  # fmt: skip
        self.near = near

    def text(self, run: Run, *, styled: bool = True) -> Text:
        """`run` as a text; `styled` keeps bold and italics, which in a heading are form and not content."""
        marks = list(self._read(run.text))
        if styled:
            marks += self._of_style(run)
        return Text(run.text, tuple(marks))

    def _read(self, words: str) -> Iterable[Mark]:
        for date in dates.find(words, self.near):
            inferred = (("ar", "harlett"),) if date.inferred else ()
            yield Mark(date.start, date.end, "date", (*inferred, ("d", date.edtf)))
        for amount in amounts.find(words):
            data = (("v", str(amount.value)), ("valuta", amount.currency))
            yield Mark(amount.start, amount.end, "amount", data)

    def _of_style(self, run: Run) -> Iterable[Mark]:
        placed = [place for place in run.at if place != NOWHERE]
        if not placed:
            return
        first, last = min(placed), max(placed)
        for kind, ranges in self._styled:
            begin = max(0, bisect_right(ranges, (first,)) - 1)
            for start, end in ranges[begin : bisect_left(ranges, (last + 1,))]:
                inside = [offset for offset, place in enumerate(run.at) if start <= place < end]
                if inside:
                    yield Mark(inside[0], inside[-1] + 1, kind)
