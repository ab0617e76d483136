"""Names of files and folders that every system accepts, made in one place."""

import re
import unicodedata

LONGEST = 100
"""Bytes of UTF-8 in a name: room for a folder, a suffix and Windows' short paths."""

RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)
"""Names that mean devices on Windows, whatever follows a full stop."""


def safe(words: str, otherwise: str = "namnlos") -> str:
    """`words` as a name: NFC, no separators, controls or invisible marks, no dot or space at its end, no device."""
    kept = (_kept(sign) for sign in unicodedata.normalize("NFC", words))
    name = " ".join("".join(kept).split())
    name = name.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore").strip(" .")
    if RESERVED.match(name):
        name = "_" + name
    return name or otherwise


def same(name: str) -> str:
    """What two names have in common that some system takes for one: form of letters and case."""
    return unicodedata.normalize("NFC", name).casefold()


def _kept(sign: str) -> str:
    if sign in '<>:"/\\|?*':
        return "-"
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign)[0] == "C" else sign
