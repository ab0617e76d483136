"""The minutes that were closed last, as the journals remember them: shown before the archive has answered."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from model.disk import read_whole
from model.errors import FileError
from model.record.minutes import Minutes
from model.store.frames import SUFFIX, read
from model.store.recovery import LIMIT, replayed
from model.store.segment import CLOSED


@dataclass(frozen=True, slots=True)
class Remembered:
    """The record as the file `path` held it when it had the SHA-256 `sha256`; it may have changed since."""

    minutes: Minutes
    path: Path
    sha256: str


def remembered(folder: Path) -> Remembered | None:
    """What was closed last, if the archive had all of it; None also when the journal cannot be read. Never raises."""
    newest: Path | None = None
    with contextlib.suppress(OSError):
        newest = max((path for path in (folder / CLOSED).iterdir() if path.name.endswith(SUFFIX)), default=None)
    if newest is None:
        return None
    try:
        found = replayed(read(read_whole(newest, LIMIT)).frames)
    except FileError:
        return None
    if found is None:
        return None
    minutes, frames = found
    first, path, sha256 = frames[0], frames[0].get("path"), frames[0].get("base")
    has_all = frames[-1].get("end") == "closed" and frames[-1]["n"] == first.get("saved")
    return Remembered(minutes, Path(path), sha256) if has_all and path and sha256 else None
