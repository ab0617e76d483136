"""One file of a journal: opened once, appended to, made durable, and never touched again after an error."""

import contextlib
import errno
import os
import sys
from pathlib import Path

from model.disk import sync_folder
from model.record.values import Plain
from model.store.frames import SUFFIX, frame

CLOSED = "closed"
"""The folder, beside the journals, of those whose words the archive has."""

FLAGS = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
    | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip


class Segment:
    """An open file. `size` is what should stand in it, `synced` how much of it the disk has promised to keep."""

    def __init__(self, folder: Path, place: int, session: str, number: int, first: Plain) -> None:
        """Make the file and write its first frame; OSError if the folder refuses, and then no file is left."""
        _own_folder(folder)
        self.path = folder / f"{session}.{number:04}{SUFFIX}"
        self.place = place
        self.size = self.synced = self._check = 0
        self._handle = os.open(self.path, FLAGS, 0o600)
        try:
            self.append(first)
        except OSError:
            self.close()
            with contextlib.suppress(OSError):
                self.path.unlink()
            raise
        self.first = self.size

    @property
    def grown(self) -> int:
        """Bytes of entries since the snapshot."""
        return self.size - self.first

    def append(self, data: Plain) -> None:
        """Write one frame until the system has taken all of it; OSError leaves the file torn and of no more use."""
        line, check = frame(data, self._check)
        left = memoryview(line)
        while left:
            written = os.write(self._handle, left)
            if written == 0:
                raise OSError(errno.EIO, "nothing was written")
            left = left[written:]
        self._check = check
        self.size += len(line)

    def sync(self, size: int) -> None:
        """Make the first `size` bytes durable, and the file's name the first time; OSError if the file is shorter."""
        sync_data(self._handle)
        if os.fstat(self._handle).st_size < size:
            raise OSError(errno.EIO, "the file is shorter than what was written")
        if not self.synced:
            sync_folder(self.path.parent)
        self.synced = size

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(OSError):
            os.close(self._handle)


def sync_data(handle: int) -> None:
    """Make what was written durable, by the system's strongest call for it."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def files_of(session: str, folder: Path) -> list[Path]:
    """Everything in `folder` that belongs to the journal `session`."""
    try:
        return sorted(path for path in folder.iterdir() if path.name.startswith(f"{session}."))
    except OSError:
        return []


def set_aside(session: str, folder: Path) -> None:
    """Move what belongs to `session` to the closed ones; what cannot be moved stays, and is found again."""
    for path in files_of(session, folder):
        with contextlib.suppress(OSError):
            (folder / CLOSED).mkdir(mode=0o700, exist_ok=True)
            path.replace(folder / CLOSED / path.name)


def _own_folder(folder: Path) -> None:
    """Make the folder; refuse one that belongs to somebody else, as one in the temporary folder might."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if hasattr(os, "getuid") and folder.stat().st_uid not in {os.getuid(), 0}:
        raise PermissionError(errno.EACCES, "the folder belongs to another user")
