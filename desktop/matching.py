"""Where words stand in a text, and which of those places comes next: search in the open minutes."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def utf16(text: str) -> int:
    """The length of `text` as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def matches(text: str, words: str) -> list[int]:
    """Where `words` begin in `text`, in Qt's positions; capitals and small letters are alike."""
    found: list[int] = []
    within, wanted = text.lower(), words.lower()
    if not wanted or len(within) != len(text):
        return found
    at = within.find(wanted)
    while at >= 0:
        found.append(utf16(text[:at]))
        at = within.find(wanted, at + len(wanted))
    return found


def step_to(places: Sequence[int], caret: int, way: int) -> int:
    """Which place to go to: the one at or after `caret` (way 0), after it (1), or before it (-1), round the ends."""
    if not places:
        return -1
    if way < 0:
        return (bisect_left(places, caret) - 1) % len(places)
    return (bisect_right(places, caret) if way else bisect_left(places, caret)) % len(places)
