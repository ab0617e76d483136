"""Minutes by what a person calls them: a file, an id, or an address like `4/2015`."""

import os
import re
from pathlib import Path

from model.errors import AddressError, MinutesError
from model.record.minutes import Minutes
from model.store.archive import RECORD, Archive
from model.store.minutesfile import load

_ADDRESS = re.compile(r"(\d+)/(\d{4})(?:\s*§.*)?$")


def is_path(words: str) -> bool:
    """True if `words` names a file or a folder, there or not, and no minutes in an archive."""
    return words.endswith(".xml") or os.path.exists(words)


def find(words: str, archive: Path | None) -> tuple[Path, Minutes]:
    """The one set of minutes that `words` names; raises `AddressError` for none or several."""
    if is_path(words):
        path = Path(words, RECORD) if os.path.isdir(words) else Path(words)
        return path, load(path).minutes
    if archive is None:
        raise AddressError(words)
    wanted = words.split("#", maxsplit=1)[0].strip()
    match = _ADDRESS.fullmatch(wanted)
    found = []
    for file in Archive.open(archive).files():
        try:
            minutes = load(file).minutes
        except MinutesError:
            continue
        named = match and (minutes.number, minutes.year) == (int(match[1]), int(match[2]))
        if named or minutes.id == wanted:
            found.append((file, minutes))
    if len(found) != 1:
        raise AddressError(words, len(found))
    return found[0]
