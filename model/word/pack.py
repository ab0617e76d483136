"""Parts to a zip file, the same bytes every time: fixed order, date and attributes.

Written here and not by `zipfile`, because that deflates the template's parts anew for every document: a third of the
time of an export of short minutes.
"""

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

LEVEL = 6
DAY = 1 << 5 | 1
"""The first of January 1980, the earliest day that a zip file knows."""
VERSION, DEFLATED, UTF8, UNIX = 20, 8, 0x800, 3
MODE = 0o600 << 16
SMALL = 16 * 1024
"""Bytes of a part that is likely to be the same in the next document: styles, theme, relations."""
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sBBHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")


class Deflated(NamedTuple):
    """A part's bytes as they stand in the file, and what the file says of them."""

    data: bytes
    size: int
    crc: int


def deflated(data: bytes) -> Deflated:
    """`data` made small."""
    squeezer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return Deflated(squeezer.compress(data) + squeezer.flush(), len(data), zlib.crc32(data))


_remembered = lru_cache(maxsize=64)(deflated)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The package of `parts`; the content types come first, as readers expect, then all by name."""
    body, central, count = bytearray(), bytearray(), 0
    for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)):
        data = parts[name]
        part = (_remembered if len(data) <= SMALL else deflated)(data)
        title = name.encode()
        flags = 0 if name.isascii() else UTF8
        told = (flags, DEFLATED, 0, DAY, part.crc, len(part.data), part.size, len(title))
        central += _CENTRAL.pack(b"PK\x01\x02", VERSION, UNIX, VERSION, *told, 0, 0, 0, 0, MODE, len(body)) + title
        body += _LOCAL.pack(b"PK\x03\x04", VERSION, *told, 0) + title + part.data
        count += 1
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), len(body), 0)
    return bytes(body + central + end)
