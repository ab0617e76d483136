"""What a meeting has agreed to while its decisions were read back: kept for each record, in the user's own folders.

It is no part of the record: the minutes say what was decided, and the adjuster approves them; this only lets whoever
reads aloud go on where they were. Fingerprints of the words as they were read are kept, never the words.
"""

import contextlib
from collections.abc import Collection
from pathlib import Path

from model.disk import fingerprint, read_whole, write_whole
from model.errors import FileError

LIMIT = 1024 * 1024
SUFFIX = ".txt"


def print_of(words: str) -> str:
    """The mark by which what was agreed to is known again."""
    return fingerprint(words.encode("utf-8", "replace"))[:32]


def read_agreed(folder: Path, record: str) -> frozenset[str]:
    """What has been agreed to of the minutes `record`; nothing when the file is missing or cannot be read."""
    with contextlib.suppress(FileError):
        return frozenset(read_whole(_place(folder, record), LIMIT).decode("ascii", "replace").split())
    return frozenset()


def keep_agreed(folder: Path, record: str, prints: Collection[str]) -> None:
    """Remember that `prints` have been agreed to. Raises `CannotWriteError`; what was there is then whole."""
    write_whole(_place(folder, record), "".join(f"{one}\n" for one in sorted(prints)).encode("ascii"))


def _place(folder: Path, record: str) -> Path:
    """Ids come from files, and need not be names of files."""
    return folder / f"{print_of(record)}{SUFFIX}"
