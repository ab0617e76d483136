"""Bytes of an unknown text file turned into text, with the encoding that was used."""

import unicodedata
from pathlib import Path
from typing import NamedTuple

from model.errors import EmptyFileError, NotTextError, TooLargeError

LARGEST = 5_000_000
"""Bytes. The longest minutes known are a hundredth of it."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_KNOWN = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"GIF8")


class Decoded(NamedTuple):
    """The text in NFC (spans count its code points), the encoding, and whether it had to be guessed."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, path: Path) -> Decoded:
    """The text of `data`; raises `TooLargeError`, `EmptyFileError` or `NotTextError`."""
    if len(data) > LARGEST:
        raise TooLargeError(path, str(len(data)))
    if not data.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise EmptyFileError(path)
    if data.startswith(_KNOWN):
        raise NotTextError(path, "known binary format")
    text, encoding, guessed = _tried(data, path)
    odd = sum(
        1
        for sign in text
        if sign == "\ufffd" or (unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\x0b\x0c\x85")
    )
    if odd > max(8, len(text) // 50):
        raise NotTextError(path, f"{odd} control characters")
    if not text.strip("\ufeff").strip():
        raise EmptyFileError(path)
    return Decoded(unicodedata.normalize("NFC", text), encoding, guessed)


def _tried(data: bytes, path: Path) -> tuple[str, str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding, False
            except UnicodeDecodeError as error:
                if encoding == "utf-16":
                    raise NotTextError(path, str(error.reason)) from error
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError as error:
        is_cut = error.start >= len(data) - 3 and b"\x00" not in data
    if b"\x00" in data:
        return _wide(data, path)
    mended = data.decode("utf-8", "replace")
    foreign = sum(sign > "\x7f" and sign != "\ufffd" for sign in mended)
    if (is_cut and foreign) or foreign > 4 * mended.count("\ufffd"):
        return mended, "utf-8", True
    try:
        return data.decode("cp1252"), "cp1252", True
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1", True


def _wide(data: bytes, path: Path) -> tuple[str, str, bool]:
    """UTF-16 without its mark: every second byte is null in a text of western letters."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(data) % 2 == 0 and data[first::2].count(0) > len(data) * 0.35:
            try:
                return data.decode(encoding), encoding, True
            except UnicodeDecodeError as error:
                raise NotTextError(path, str(error.reason)) from error
    raise NotTextError(path, "null bytes")
