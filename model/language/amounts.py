"""Amounts of money in running text: "100 000 kr", "200 kkr", "2,5 miljoner kronor"."""

import re
from decimal import Decimal
from typing import NamedTuple

_UNITS = {
    "kr": 1, "kronor": 1, "sek": 1, ":-": 1, "kkr": 1_000, "tkr": 1_000, "ksek": 1_000, "tusen kronor": 1_000,
    "tusen kr": 1_000, "mkr": 1_000_000, "mnkr": 1_000_000, "msek": 1_000_000, "miljon kronor": 1_000_000,
    "miljoner kronor": 1_000_000, "miljoner kr": 1_000_000, "miljoner": 1_000_000, "mdkr": 1_000_000_000,
    "miljarder kronor": 1_000_000_000,
}  # fmt: skip

_NUMBER = r"\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})+|\d+"
_UNIT = "|".join(sorted((re.escape(unit).replace(r"\ ", r"\s") for unit in _UNITS), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?<![\d,.])(?P<number>{_NUMBER})(?:,(?P<parts>\d{{1,2}}))?(?P<gap>[ \u00a0\u202f]?)(?P<unit>{_UNIT})(?!\w)",
    re.IGNORECASE,
)


class AmountFound(NamedTuple):
    """An amount and its place: code points `start`–`end` (exclusive); `value` in whole `currency`."""

    start: int
    end: int
    value: Decimal
    currency: str = "SEK"


def find(text: str) -> list[AmountFound]:
    """Every amount of `text` in order. A number without a unit is no amount."""
    return [_read(match) for match in _AMOUNT.finditer(text)]


def _read(match: re.Match[str]) -> AmountFound:
    whole = re.sub(r"\D", "", match["number"])
    number = Decimal(f"{whole}.{match['parts']}") if match["parts"] else Decimal(whole)
    unit = " ".join(match["unit"].casefold().split())
    value = number * _UNITS[unit]
    return AmountFound(match.start(), match.end(), value.quantize(Decimal(1)) if value == int(value) else value)
