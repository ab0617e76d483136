"""Writing whole files, fingerprinting them, and saying what the disk refused."""

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from model.errors import CannotReadError, CannotWriteError, EmptyFileError, NotAFileError, NotFoundError, TooLargeError

REASONS = {
    errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EACCES: "forbidden", errno.EPERM: "forbidden",
    errno.EROFS: "read-only", errno.ENAMETOOLONG: "name", errno.EINVAL: "name", errno.ESTALE: "away",
    errno.EIO: "away", errno.ENODEV: "away", errno.ENOTCONN: "away", errno.ETIMEDOUT: "away", errno.EFBIG: "large",
}  # fmt: skip
"""What the system's number means: codes that the sentences know."""


def reason(problem: OSError) -> str:
    """Why the disk refused, as a code."""
    return REASONS.get(problem.errno or 0, "other")


def fingerprint(data: bytes) -> str:
    """The SHA-256 of `data`, 64 hexadecimal characters."""
    return hashlib.sha256(data).hexdigest()


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system refuses while writing `path` into `CannotWriteError`."""
    try:
        yield
    except OSError as problem:
        raise CannotWriteError(path, reason(problem)) from problem


def read_whole(path: Path, limit: int) -> bytes:
    """The content of `path`, at most `limit` bytes; each way it can fail has its own error."""
    try:
        if path.is_dir() or (path.exists() and not path.is_file()):
            raise NotAFileError(path)
        size = path.stat().st_size
        if size > limit:
            raise TooLargeError(path, str(size))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as problem:
        raise NotFoundError(path) from problem
    except (OSError, ValueError) as problem:
        code = reason(problem) if isinstance(problem, OSError) else "name"
        raise CannotReadError(path, code) from problem
    if len(data) > limit:
        raise TooLargeError(path, str(len(data)))
    if not data:
        raise EmptyFileError(path)
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path`, whole or not at all.

    A temporary file beside the target, flushed and synced, replaces it, and then the folder is synced. On a file system
    that cannot sync folders (some network shares) the last step is left out; the replacement is still whole.
    """
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".~", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(_mode(path))
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def _mode(path: Path) -> int:
    """The mode a new file should have: that of the file it replaces, else what the user's umask gives."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
