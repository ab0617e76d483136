"""Sums of a table's rows: what each column comes to, and whether the sum row says so."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from model.language import amounts
from model.language.typography import NBSP
from model.record.blocks import Row
from model.record.ids import NodeId

_NUMBER = re.compile(r"^[−–-]?\d{1,3}(?:[ \u00a0\u202f.]\d{3})*(?:,\d+)?$|^[−–-]?\d+(?:,\d+)?$")


class WrongSum(NamedTuple):
    """A sum that is not what the rows come to: in the row `node`, column `column` (from 0)."""

    node: NodeId
    column: int
    said: Decimal
    sum: Decimal


def number(cell: str) -> Decimal | None:
    """The number that a cell is, with or without a unit; None if it is words."""
    words = cell.strip()
    found = amounts.find(words)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)):
        return found[0].value
    if not _NUMBER.match(words):
        return None
    try:
        return Decimal(re.sub(r"[ \u00a0\u202f.]", "", words).replace(",", ".").replace("−", "-").replace("–", "-"))
    except InvalidOperation:
        return None


def column_sum(rows: Sequence[Row], column: int) -> Decimal | None:
    """What the body rows of `column` come to; None if none of its cells is a number, or some cell is other words."""
    cells = [row.cells[column].plain for row in rows if row.kind == "body" and column < len(row.cells)]
    numbers = [number(cell) for cell in cells if cell.strip()]
    known = [value for value in numbers if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(numbers) else None


def wrong_sums(rows: Sequence[Row]) -> list[WrongSum]:
    """The sums of a table that its rows do not come to. A column whose rows are not all numbers is not judged."""
    found = []
    for row in rows:
        for column, cell in enumerate(row.cells if row.kind == "sum" else ()):
            said, made = number(cell.plain), column_sum(rows, column)
            if said is not None and made is not None and said != made:
                found.append(WrongSum(row.id, column, said, made))
    return found


def sum_words(value: Decimal, like: str = "kr") -> str:
    """A sum as a cell: `500 000 kr` with blanks that do not break; `like` is a cell of the column, for its unit."""
    unit = re.search(r"[^\d\s.,−–-]+$", like.strip())
    whole, _, parts = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", NBSP) + (f",{parts}" if parts.strip("0") else "")
    return f"{grouped}{NBSP}{unit.group()}" if unit else grouped
