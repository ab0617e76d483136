"""The frames of a journal: checked lines in a chain, so that a missing, doubled or changed one is seen.

A frame is `VTJ1 <length> <checksum> <JSON>` and a newline. Length is that of the JSON in bytes, checksum the CRC-32 of
magic, length and JSON, seeded with the checksum of the frame before; both are eight hexadecimal digits. The JSON is
ASCII, so that half a surrogate pair survives as an escape.
"""

import json
import zlib
from dataclasses import dataclass
from typing import Any

from model.record.values import Plain

MAGIC = b"VTJ1 "
HEAD = len(MAGIC) + 9 + 9
SUFFIX = ".journal"

_encode = json.JSONEncoder(separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Readable:
    """What of a file could be read: whole frames in order, and the byte where the rest begins."""

    frames: tuple[dict[str, Any], ...]
    good: int


def frame(data: Plain, before: int) -> tuple[bytes, int]:
    """`data` as a frame after the one with checksum `before` (0 for the first), and its own checksum."""
    return _framed(_encode(data).encode("ascii"), before)


def read(data: bytes, most: int | None = None) -> Readable:
    """The frames of `data` up to the first that is torn, changed or out of order, at most `most`; never raises."""
    found: list[dict[str, Any]] = []
    at = before = 0
    while at < len(data) and (most is None or len(found) < most):
        body_at = at + HEAD
        size = _size(data[at:body_at])
        if size is None:
            break
        body = data[body_at : body_at + size]
        whole, check = _framed(body, before)
        value = _parsed(body) if data[at : at + len(whole)] == whole else None
        if value is None:
            break
        found.append(value)
        at, before = at + len(whole), check
    return Readable(tuple(found), at)


def _size(head: bytes) -> int | None:
    if len(head) < HEAD or not head.startswith(MAGIC):
        return None
    try:
        return int(head[len(MAGIC) : len(MAGIC) + 8], 16)
    except ValueError:
        return None


def _framed(body: bytes, before: int) -> tuple[bytes, int]:
    """The only frame there is with this body at this place: a reader compares every byte, digits too."""
    length = b"%s%08x " % (MAGIC, len(body))
    check = zlib.crc32(body, zlib.crc32(length, before))
    return b"%s%08x %s\n" % (length, check, body), check


def _parsed(body: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
