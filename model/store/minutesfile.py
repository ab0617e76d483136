"""One record's file: read, written under a lock if nobody else has changed it, and its source and versions kept."""

import contextlib
import datetime
import gzip
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from model import places
from model.disk import fingerprint, read_whole, write_whole
from model.errors import (
    CannotWriteError,
    ChangedOnDiskError,
    FileError,
    HeldByOtherError,
    InvalidMinutesError,
    NotFoundError,
)
from model.record.minutes import Minutes
from model.store import lock
from model.store.names import safe

log = logging.getLogger(__name__)

LIMIT = 64 * 1024 * 1024
SOURCE_LIMIT = 50 * 1024 * 1024
"""Bytes of a record, and of an imported file."""

PATIENCE = 2.0
"""Seconds to wait for somebody who is just saving."""

SOURCES = "original"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file held, and the SHA-256 of its bytes. `read_only` when it may not be written back: a newer format."""

    minutes: Minutes
    sha256: str
    read_only: bool = False
    path: Path | None = None


def load(path: Path) -> Loaded:
    """The minutes in `path`.

    Raises an error of `model.errors`: the file is missing, no file, empty, too large, forbidden, not XML, not minutes,
    against the schema, or of a newer format.
    """
    from model.store.reader import from_bytes

    data = read_whole(path, LIMIT)
    read = from_bytes(data, path)
    return Loaded(read.minutes, fingerprint(data), read.read_only, path)


def save(path: Path, minutes: Minutes, expected: str | None, *, patience: float = PATIENCE) -> str:
    """Write `minutes` to `path` if it still has the SHA-256 `expected` (None: if there is none); the new one.

    A file that holds these very minutes is left alone: somebody asks again, whose answer was lost.
    Raises `ChangedOnDiskError` when the file is another than expected, `NotFoundError` when its folder has gone (an
    archive is never made anew in silence), `HeldByOtherError`, or `CannotWriteError`. The old file stays whole.
    """
    data = faithful_bytes(minutes, path)
    sha256 = fingerprint(data)
    if expected is not None and not path.parent.is_dir():
        raise NotFoundError(path)
    with _locked(path, patience):
        if _fingerprint(path) != sha256:
            _check(path, expected)
            write_whole(path, data, before_replace=lambda: _check(path, expected))
            if _fingerprint(path) != sha256:
                raise CannotWriteError(path, "away")
    return sha256


def faithful_bytes(minutes: Minutes, path: Path) -> bytes:
    """The file's bytes, read back before anything is written: a record is never replaced by one that cannot be read.

    Raises `CannotWriteError` with the detail "content".
    """
    from model.store.reader import from_bytes
    from model.store.writer import to_bytes

    try:
        data = to_bytes(minutes)
        read = from_bytes(data, path).minutes
    except (FileError, ValueError) as problem:
        raise CannotWriteError(path, "content") from problem
    if read != minutes:
        log.warning("a record of %d blocks is not read back as it was", len(minutes.blocks))
        if len(read.blocks) != len(minutes.blocks) or to_bytes(read) != data:
            raise CannotWriteError(path, "content")
    return data


def keep_source(path: Path, source: Path) -> Path:
    """Copy the imported file `source`, untouched, into the folder `original` beside the record `path`; where it lies.

    The same bytes are kept once. Raises what reading and writing raise.
    """
    data = read_whole(source, SOURCE_LIMIT)
    name, folder = Path(safe(source.name)), path.parent / SOURCES
    for count in range(1, 1000):
        kept = folder / (name.name if count == 1 else f"{name.stem} ({count}){name.suffix}")
        there = _fingerprint(kept)
        if there is None:
            write_whole(kept, data)
            return kept
        if there == fingerprint(data):
            return kept
    raise CannotWriteError(folder, "name")


def keep_version(
    minutes: Minutes, name: str = "", *, folder: Path | None = None, now: datetime.datetime | None = None
) -> Path:
    """Keep `minutes` as a named version on this computer, never in the archive; where it lies. Its `.xml.gz` is final.

    Raises `CannotWriteError`.
    """
    moment = (now or datetime.datetime.now()).strftime("%Y-%m-%d %H%M%S")
    above = _history(minutes.id, folder)
    path = above / f"{safe(' '.join((moment, name)))}.xml.gz"
    write_whole(path, gzip.compress(faithful_bytes(minutes, path), mtime=0))
    with contextlib.suppress(OSError):
        above.chmod(0o700)
    return path


def versions(record: str, *, folder: Path | None = None) -> list[Path]:
    """The versions kept of the record with this id, oldest first."""
    return sorted(_history(record, folder).glob("*.xml.gz"))


def load_version(path: Path) -> Minutes:
    """The minutes of a kept version; raises what `load` raises."""
    from model.store.reader import from_bytes

    try:
        with gzip.open(path) as file:
            data = file.read(LIMIT)
    except FileNotFoundError as problem:
        raise NotFoundError(path) from problem
    except (OSError, EOFError) as problem:
        raise InvalidMinutesError(path, "gzip") from problem
    return from_bytes(data, path).minutes


def _history(record: str, folder: Path | None) -> Path:
    return (folder or places.state_folder() / "history") / safe(record)


def _check(path: Path, expected: str | None) -> None:
    if _fingerprint(path) != expected:
        raise ChangedOnDiskError(path)


def _fingerprint(path: Path) -> str | None:
    try:
        return fingerprint(path)
    except NotFoundError:
        return None


@contextlib.contextmanager
def _locked(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock of `path`: the one this process has already, or one taken for the while."""
    held = lock.holder(path)
    if held is not None and lock.is_own(held):
        yield
        return
    with _take(path, patience):
        yield


def _take(path: Path, patience: float) -> lock.Lock:
    ends, pause = time.monotonic() + patience, 0.02
    while True:
        try:
            return lock.take(path)
        except HeldByOtherError:
            if time.monotonic() >= ends:
                raise
            time.sleep(pause)
            pause = min(0.3, pause * 1.5)
