"""Writing whole files, fingerprinting them, and saying what the disk refused."""

import contextlib
import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from model.errors import CannotReadError, CannotWriteError, EmptyFileError, NotAFileError, NotFoundError, TooLargeError

REASONS = {
    errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EACCES: "forbidden", errno.EPERM: "forbidden",
    errno.EROFS: "read-only", errno.ENAMETOOLONG: "name", errno.EINVAL: "name", errno.ESTALE: "away",
    errno.EIO: "away", errno.ENODEV: "away", errno.ENOTCONN: "away", errno.ETIMEDOUT: "away", errno.EFBIG: "large",
}  # fmt: skip
"""What the system's number means: codes that the sentences know."""


TEMPORARY = ".~"
"""How the name of a file that is being written begins; one that is left behind was never finished."""

PATIENCE = 3.0
"""Seconds to wait for another program to let go of the target (a virus scanner, Word): on Windows and SMB only."""


def reason(problem: OSError) -> str:
    """Why the disk refused, as a code."""
    return REASONS.get(problem.errno or 0, "other")


def fingerprint(what: bytes | Path) -> str:
    """The SHA-256 of some bytes, or of what the file `what` holds: 64 hexadecimal characters.

    Raises `NotFoundError` or `CannotReadError` for a file.
    """
    if isinstance(what, bytes):
        return hashlib.sha256(what).hexdigest()
    with reading(what), what.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system refuses while reading `path` into `NotFoundError` or `CannotReadError`."""
    try:
        yield
    except FileNotFoundError as problem:
        raise NotFoundError(path) from problem
    except (OSError, ValueError) as problem:
        raise CannotReadError(path, reason(problem) if isinstance(problem, OSError) else "name") from problem


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system refuses while writing `path` into `CannotWriteError`."""
    try:
        yield
    except (OSError, ValueError) as problem:
        raise CannotWriteError(path, reason(problem) if isinstance(problem, OSError) else "name") from problem


def read_whole(path: Path, limit: int) -> bytes:
    """The content of `path`, at most `limit` bytes; each way it can fail has its own error."""
    with reading(path):
        if path.is_dir() or (path.exists() and not path.is_file()):
            raise NotAFileError(path)
        size = path.stat().st_size
        if size > limit:
            raise TooLargeError(path, str(size))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(path, str(len(data)))
    if not data:
        raise EmptyFileError(path)
    return data


def write_whole(path: Path, data: bytes, *, before_replace: Callable[[], None] | None = None) -> None:
    """Put `data` in the place of `path`, whole or not at all; raises `CannotWriteError`.

    `before_replace` is called when all is on the disk and nothing has been replaced; what it raises stops the writing.

    A temporary file beside the target, flushed and synced, replaces it, and then the folder is synced. On a file system
    that cannot sync folders (some network shares) the last step is left out; the replacement is still whole.
    """
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(_mode(path))
            if before_replace is not None:
                before_replace()
            _replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(path.parent)


def leftovers(folder: Path) -> list[Path]:
    """Files in `folder` that a writer died over; never part of anything, and safe to remove when nobody is writing."""
    return sorted(folder.glob(f"{TEMPORARY}*.tmp"))


def _replace(temporary: Path, path: Path) -> None:
    """Replace, with back-off from 20 to 500 ms while another program on Windows holds the target."""
    pause, ends = 0.02, time.monotonic() + PATIENCE
    while True:
        try:
            temporary.replace(path)
        except PermissionError as problem:
            if getattr(problem, "winerror", None) not in {5, 32, 33} or time.monotonic() > ends:
                raise
            time.sleep(pause)
            pause = min(0.5, pause * 1.5)
        else:
            return


def _mode(path: Path) -> int:
    """The mode a new file should have: that of the file it replaces, else what the user's umask gives."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
