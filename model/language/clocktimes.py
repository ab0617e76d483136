"""Clock times as people type them in a hurry: "845", "9.50", "kl 9", "9-1145"."""

import datetime
import re
from typing import NamedTuple

_LEAD = r"(?:\b(?:kl(?:ockan)?\b\.?|mellan)\s*)"
_CLOCK = r"(?P<{0}>[01]?\d[.:][0-5]\d|2[0-4][.:][0-5]\d|[01]?\d[0-5]\d|2[0-4][0-5]\d|[01]?\d|2[0-4])"
_ONE = re.compile(rf"^\s*(?:från|till)?\s*{_LEAD}?{_CLOCK.format('a')}\s*$", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?P<lead>{_LEAD})?(?<![\d.:/-]){_CLOCK.format('a')}\s?(?:[-–—]|till|to)\s?{_CLOCK.format('b')}(?![\d/]|[.:-]\d)",
    re.IGNORECASE,
)
_START = re.compile(rf"{_LEAD}{_CLOCK.format('a')}(?![\d/-])", re.IGNORECASE)
_SURE = re.compile(r"(?<![\w.:/-])(?P<a>[01]?\d[.:][0-5]\d|2[0-4][.:][0-5]\d)(?![\w/-]|[.:]\d)")


class TimesFound(NamedTuple):
    """When something begins and, if it says so, ends; code points `start`–`end` (exclusive) of the words."""

    begins: datetime.time
    ends: datetime.time | None
    start: int
    end: int


def read(words: str) -> datetime.time | None:
    """The one clock time that `words` are: "845", "0845", "8.45", "8:45", "kl 9", "9"; None for anything else.

    24 is midnight. Three and four digits are hours and minutes.
    """
    match = _ONE.match(words)
    return _time(match["a"]) if match else None


def find_range(words: str, *, taken: re.Pattern[str] | None = None) -> TimesFound | None:
    """When a meeting is, in a line typed by hand; a range before a single time, and a time that says "kl" first of all.

    A number right after words that `taken` matches (a street) is no time.
    """
    ranges = [found for match in _RANGE.finditer(words) if (found := _range(match, words, taken))]
    if ranges:
        return min(ranges, key=lambda pair: not pair[0])[1]
    single = _START.search(words) or _SURE.search(words)
    if single and (begins := _time(single["a"])):
        return TimesFound(begins, None, *single.span())
    return None


def _range(match: re.Match[str], words: str, taken: re.Pattern[str] | None) -> tuple[bool, TimesFound] | None:
    begins, ends = _time(match["a"]), _time(match["b"])
    if begins is None or ends is None or (begins >= ends and ends != datetime.time(0)):
        return None
    if not match["lead"] and taken and taken.search(words[: match.start()]):
        return None
    return bool(match["lead"]), TimesFound(begins, ends, *match.span())


def _time(digits: str) -> datetime.time | None:
    bare = re.sub(r"[.:]", "", digits)
    hour, minute = (int(bare[:-2]), int(bare[-2:])) if len(bare) > 2 else (int(bare), 0)
    return datetime.time(hour % 24, minute) if hour < 24 or minute == 0 else None
