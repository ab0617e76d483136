"""Who has a record open: a file beside it that one process at a time can make.

The lock is courtesy; the hash check under it (`minutesfile.save`) is what keeps the other's text. A dead owner on this
computer is told by its process and loses the lock without a question. An owner on another computer can only be told by
its counter standing still while somebody watches (`Watch`), and is then asked about: no clock of a file is believed.
"""

import contextlib
import datetime
import json
import logging
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from model.disk import TEMPORARY, read_whole, reason, write_whole, writing
from model.errors import CannotWriteError, EmptyFileError, FileError, HeldByOtherError, NotFoundError
from model.record.values import from_plain
from model.store.owner import Owner, is_alive, is_here, this_process

log = logging.getLogger(__name__)

SUFFIX = ".las"
LIMIT = 4096
"""Bytes; a longer file is nobody's lock."""

BEAT = 15.0
"""Seconds between heartbeats."""

STILL = 120.0
"""Seconds a foreign counter must stand still, by the watcher's own clock, before the owner may be asked about."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What stands in a lock: its owner and a token of its own.

    `generation` rises with each takeover, `counter` with each heartbeat; `since` is the owner's clock, only shown.
    """

    owner: Owner
    token: str
    since: str
    generation: int = 0
    counter: int = 0

    @property
    def words(self) -> str:
        """`user@host since`, for the sentence that says who has it."""
        return f"{self.owner.user}@{self.owner.host} {self.since}"


UNKNOWN = Holding(Owner("", "", "", 0), "", "")
"""A lock that cannot be read: somebody's, nobody knows whose."""


class Lock:
    """A lock that this process holds; `release` gives it up. Use as a context manager."""

    def __init__(self, path: Path, holding: Holding) -> None:
        self.path, self.holding = path, holding

    def beat(self) -> bool:
        """Show that the owner lives. False if the lock is somebody else's now: then write nothing over the record.

        Raises `CannotWriteError` if the disk refuses.
        """
        if not self.is_mine():
            return False
        self.holding = replace(self.holding, counter=self.holding.counter + 1)
        write_whole(self.path, _bytes(self.holding))
        return True

    def is_mine(self) -> bool:
        """True if the file still says so."""
        found = _read(self.path)
        return found is not None and found.token == self.holding.token

    def release(self) -> None:
        """Give the lock up, if it is still ours; a file that cannot be removed is told by its dead owner."""
        if self.is_mine():
            with contextlib.suppress(OSError):
                self.path.unlink()

    def __enter__(self) -> "Lock":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


class Watch:
    """Watches a foreign lock; `is_still` once its counter has not moved for two minutes of the watcher's own clock."""

    def __init__(self, record: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._record, self._clock = record, clock
        self._seen, self._since = holder(record), clock()

    def is_still(self) -> bool:
        """Look again; True means: ask the person, and then `take(record, over=…)`."""
        now = holder(self._record)
        if now != self._seen:
            self._seen, self._since = now, self._clock()
        return now is not None and self._clock() - self._since >= STILL


def file_of(record: Path) -> Path:
    """The lock's file for `record`."""
    return record.with_suffix(SUFFIX)


def holder(record: Path) -> Holding | None:
    """Who has `record` open: None when nobody, or a dead process of this computer; `UNKNOWN` when nobody can tell."""
    found = _read(file_of(record))
    return None if found is None or _is_dead(found) else found


def is_own(holding: Holding) -> bool:
    """True if this very process holds it."""
    return is_here(holding.owner) and holding.owner.pid == os.getpid()


def take(record: Path, *, over: Holding | None = None) -> Lock:
    """Take the lock of `record`.

    `over` is a holding that a person has agreed to take over. Raises `HeldByOtherError` (its `detail` says who, on
    which computer and since when) or `CannotWriteError`.
    """
    path, generation = file_of(record), 0
    found = _read(path)
    if found is not None:
        if not _is_dead(found) and found != over:
            raise HeldByOtherError(record, found.words if found is not UNKNOWN else "")
        generation = found.generation + 1
        _push_aside(path, found, record)
    since = datetime.datetime.now().isoformat(timespec="minutes")
    holding = Holding(this_process(), secrets.token_hex(8), since, generation)
    try:
        _create(path, _bytes(holding))
    except FileExistsError as problem:
        now = _read(path)
        raise HeldByOtherError(record, now.words if now else "") from problem
    if generation:
        log.info("lock taken over, generation %d", generation)
    return Lock(path, holding)


def _is_dead(found: Holding) -> bool:
    return is_alive(found.owner) is False


def _push_aside(path: Path, expected: Holding, record: Path) -> None:
    """Remove the lock that was read, and no other that somebody made meanwhile: rename first, then look."""
    aside = path.with_name(f"{TEMPORARY}{secrets.token_hex(6)}.tmp")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    except OSError as problem:
        raise CannotWriteError(path, reason(problem)) from problem
    found = _read(aside)
    if found is not None and found.token != expected.token:
        with contextlib.suppress(OSError):
            os.link(aside, path)
        aside.unlink(missing_ok=True)
        raise HeldByOtherError(record, found.words)
    aside.unlink(missing_ok=True)


def _create(path: Path, data: bytes) -> None:
    """Make the file with its content at one stroke; FileExistsError if it is there. `CannotWriteError` otherwise.

    A link of a finished file is both exclusive and whole. Where links are refused (exFAT, some shares), an exclusive
    create: a crash between creating and writing then leaves an empty lock, which is an unknown owner's.
    """
    aside = path.with_name(f"{TEMPORARY}{secrets.token_hex(6)}.tmp")
    try:
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(data)
        try:
            os.link(aside, path)
        except FileExistsError:
            raise
        except OSError:
            _create_exclusively(path, data)
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def _create_exclusively(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise
    except OSError as problem:
        raise CannotWriteError(path, reason(problem)) from problem


def _read(path: Path) -> Holding | None:
    """What the file says; None when there is none, `UNKNOWN` when it is empty, garbage, huge or unreadable."""
    try:
        data = json.loads(read_whole(path, LIMIT))
        return from_plain(Holding, data)
    except NotFoundError:
        return None
    except EmptyFileError:
        return UNKNOWN
    except (FileError, ValueError, TypeError, KeyError, RecursionError):
        return UNKNOWN


def _bytes(holding: Holding) -> bytes:
    return (json.dumps(asdict(holding), ensure_ascii=True) + "\n").encode("ascii")
