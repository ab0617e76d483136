"""Opaque, random names for everything that can hold the caret, and the sources that make them."""

import secrets
from collections.abc import Iterable, Iterator
from typing import NewType, Protocol

NodeId = NewType("NodeId", str)
"""`<prefix>-<6 or more characters of ALPHABET>`; the prefix helps the reader and is never parsed by the program."""

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Thirty-one characters without look-alikes (no 0, 1, i, l, o)."""

MINUTES, MEETING, PERSON, ITEM, PARAGRAPH, CLAUSE, ROW, SIGNATURE, LINK, REPAIR, EVENT = (
    "p", "m", "n", "a", "s", "t", "r", "u", "lk", "e", "h",
)  # fmt: skip

TITLE, MEETING_LINE, PRESENT, APOLOGIES, GUESTS = (
    NodeId(name) for name in ("titel", "tidplats", "narvarande", "forhinder", "gaster")
)
"""The five header rows: they stand once each in every set of minutes, so their ids are the same everywhere."""

DOCUMENT_DATE, LETTERHEAD = NodeId("dokumentdatum"), NodeId("brevhuvud")
HEADER_ROWS = (TITLE, MEETING_LINE, PRESENT, APOLOGIES, GUESTS)


class IdSource(Protocol):
    """Something that makes ids; injected, so that a test can count 1, 2, 3."""

    def new(self, prefix: str) -> NodeId:
        """An id that this source has not given before."""


class RandomIds:
    """Ids from the system's randomness: 31⁶ ≈ 887 million to a prefix, checked against those already taken."""

    def __init__(self, taken: Iterable[NodeId] = ()) -> None:
        self._taken = set(taken)

    def new(self, prefix: str) -> NodeId:
        """A random id, never one that this source has given or been told of."""
        while True:
            fresh = NodeId(f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(6)))
            if fresh not in self._taken:
                self._taken.add(fresh)
                return fresh


class CountingIds:
    """Ids that count, for tests and for golden files: `t-222223`, `t-222224` …"""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = iter(range(1, 31**6))

    def new(self, prefix: str) -> NodeId:
        """The next id in order."""
        number, digits = next(self._numbers), ""
        for _ in range(6):
            number, rest = divmod(number, len(ALPHABET))
            digits = ALPHABET[rest] + digits
        return NodeId(f"{prefix}-{digits}")
