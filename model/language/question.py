"""What a person types in the search field, read: words, "phrases", -exclusions and filters such as år:2015."""

import calendar
import datetime
import re
from typing import Literal, NamedTuple

from model.language.stopwords import STOP
from model.language.words import fold, runs

Key = Literal["year", "before", "after", "body", "place", "person", "decision", "withdrawn", "open", "amount"]

KEYS: dict[str, Key] = {
    "år": "year", "före": "before", "efter": "after", "organ": "body", "kommun": "place", "person": "person",
    "beslut": "decision", "utgick": "withdrawn", "öppen": "open", "belopp": "amount",
}  # fmt: skip
"""The filters, by the word that stands before the colon; it may be typed without Swedish letters too."""

_FOLDED = {fold(name): key for name, key in KEYS.items()}
_PIECE = re.compile(r'(-?)(?:([^\W\d_]+):)?(?:"([^"]*)"?|([^\s"]\S*(?:(?<=\d) \d{3}(?!\d))*))?')
_NUMBER = re.compile(r"\d[\d .\u00a0]*")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
MOST = 32
"""Words of a question that count; what is pasted beyond them narrows nothing."""


FEW = 12
"""Phrases, exclusions and filters that count."""


class Filter(NamedTuple):
    """A filter, and the words after its colon, in small letters."""

    key: Key
    value: str


class Question(NamedTuple):
    """What was asked for. `is_open` says that the last word may not be finished: it stands for all that begin so."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    filters: tuple[Filter, ...] = ()
    is_open: bool = False

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.filters)


def read(text: str) -> Question:
    """The question in `text`. Total: every text is one; what is no filter is words."""
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    filters: list[Filter] = []
    is_open = False
    for match in _PIECE.finditer(text):
        minus, name, quoted, plain = match.groups()
        key = _FOLDED.get(fold((name or "").lower()))
        if key:
            filters.append(Filter(key, (quoted or plain or "").strip().lower()))
            is_open = False
            continue
        said = _words(quoted if quoted is not None else f"{name or ''} {plain or ''}")
        if said and minus:
            without.append(said)
        elif quoted is not None and len(said) > 1:
            phrases.append(said)
        elif said:
            words += said
            is_open = match.end() == len(text) and quoted is None
    telling = _telling(words, alone=not phrases)[:MOST]
    return Question(telling, tuple(phrases[:FEW]), tuple(without[:FEW]), tuple(dict.fromkeys(filters))[:FEW], is_open)


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.word for token in runs(text))[:MOST]


def _telling(words: list[str], *, alone: bool) -> tuple[str, ...]:
    """The words without the commonest ones, unless nothing else is asked."""
    telling = [word for word in words if word not in STOP]
    return tuple(dict.fromkeys(telling or (words if alone else [])))


def span(value: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of `2015`, `2015-06`, `2015-06-12` or a range `2011-2015`; None for anything else."""
    first, _, last = value.replace("–", "-").partition("..")
    years = re.fullmatch(r"(\d{4})-(\d{4})", first)
    if years:
        first, last = years[1], years[2]
    found = _days(first), _days(last or first)
    return (found[0][0], found[1][1]) if found[0] and found[1] else None


def _days(value: str) -> tuple[datetime.date, datetime.date] | None:
    match = _DAY.fullmatch(value.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        start = datetime.date(year, month or 1, day or 1)
        last = day or calendar.monthrange(year, month or 12)[1]
        return start, datetime.date(year, month or 12, last)
    except ValueError:
        return None


def money(value: str) -> tuple[int, int]:
    """The least and the greatest amount of `100000`, `>100 000`, `<50000`, `20000-40000`; everything for no number."""
    numbers = [int(re.sub(r"\D", "", found)[:15]) for found in _NUMBER.findall(value)]
    if not numbers:
        return 0, 2**62
    if value.startswith(">"):
        return numbers[0], 2**62
    if value.startswith("<"):
        return 0, numbers[0]
    return min(numbers), max(numbers)


def opening(text: str) -> tuple[str, Key | None]:
    """What is being typed at the end of `text`: the beginning of a filter's name, or of the value after its colon."""
    word = text.rpartition(" ")[2].removeprefix("-")
    name, colon, value = word.partition(":")
    key = _FOLDED.get(fold(name.lower())) if colon else None
    return (value.strip('"').lower(), key) if key else (word.lower(), None)


def names(beginning: str) -> tuple[str, ...]:
    """The filters whose name begins so, with their colon."""
    return tuple(f"{name}:" for name in KEYS if beginning and fold(name).startswith(fold(beginning)))
