"""What was left behind: sessions whose words the archive may lack, and how they are read back.

Nothing here raises for what stands in a file, and nothing is removed before the archive has it: a session is only set
aside (`retire`, or `Journal(continues=…)` once saved), and what is set aside is weeded after thirty days.
"""

import contextlib
import datetime
import logging
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model import places
from model.disk import read_whole, reading
from model.edit import catalogue  # noqa: F401 - importing it makes every command known to `from_entry`
from model.edit.command import from_entry
from model.errors import CannotReadError, FileError, MinutesError
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.values import from_plain
from model.store.frames import SUFFIX, Readable, read
from model.store.journal import FORMAT
from model.store.owner import Owner, is_alive
from model.store.segment import CLOSED, set_aside

log = logging.getLogger(__name__)

LIMIT = 256 * 1024 * 1024
"""Bytes of a segment that are read; ours are never near it."""

KEPT_DAYS = 30
REST = ".rest"
"""How a file with the unreadable end of a segment is called after the segment's own name."""

NOT_OURS = (MinutesError, LookupError, ValueError, TypeError, ArithmeticError, AttributeError, RecursionError)
"""What reading values and doing commands may raise when a whole frame says something impossible."""


@dataclass(frozen=True, slots=True)
class Left:
    """A session that was left behind. `changes` are the commands the archive lacks, `when` the last one's time."""

    session: str
    segments: tuple[Path, ...]
    record: NodeId
    short_name: str
    path: Path | None
    base: str | None
    when: datetime.datetime
    changes: int
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class Recovered:
    """The record as it was typed. `entries` commands were read, about `lost` could not be: they stand in `rests`.

    `path` and `base` are the file and the SHA-256 that the session built on; None when it was never saved.
    """

    minutes: Minutes
    entries: int
    lost: int
    path: Path | None
    base: str | None
    session: str = ""
    rests: tuple[Path, ...] = ()

    @property
    def base_sha256(self) -> str | None:
        """The same as `base`."""
        return self.base


@dataclass(frozen=True, slots=True)
class _Segment:
    path: Path
    session: str
    number: int

    def read(self) -> tuple[bytes, Readable]:
        try:
            data = read_whole(self.path, LIMIT)
        except FileError:
            data = b""
        return data, read(data)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The newest segment that can be read, and what of it and of those after it cannot."""

    frames: tuple[dict[str, Any], ...]
    minutes: Minutes
    sequence: int
    bad: tuple[tuple[_Segment, bytes], ...]

    @property
    def first(self) -> dict[str, Any]:
        return self.frames[0]

    @property
    def end(self) -> str | None:
        return self.frames[-1].get("end")


def find(folder: Path, *, spare: tuple[Path, ...] | None = None) -> list[Left]:
    """The sessions in the journal folders that nobody works on and that hold commands the archive lacks, newest first.

    Left out are sessions of living programs, those closed with everything saved, those a found one continues, and
    those of a later program version (`unreadable` names them). Old closed ones are weeded on the way.
    """
    folders = (folder, *(places.spare_folders() if spare is None else spare))
    for one in folders:
        weed(one)
    found = [left for segments in _sessions(folders) if (left := _left(segments))]
    continued = {left.continues for left in found}
    return sorted((left for left in found if left.session not in continued), key=lambda left: left.when, reverse=True)


def replay(left: Left) -> Recovered:
    """The record that `left` holds: the newest snapshot that can be read, and every whole command after it.

    Keeps what cannot be read in `<segment>.rest` files. Raises `CannotReadError` if the files have gone meanwhile.
    """
    chosen = _choose(_segment(path) for path in left.segments)
    if chosen is None:
        raise CannotReadError(left.segments[0] if left.segments else Path(left.session), "away")
    first = chosen.first
    rests = tuple(path for segment, rest in chosen.bad if (path := _keep(segment, rest)))
    lost = sum(max(1, rest.count(b"\n")) for _, rest in chosen.bad)
    path = Path(first["path"]) if first.get("path") else None
    read_back = chosen.sequence - int(first["n"])
    log.info("journal replayed: %d entries after the snapshot, %d lost", read_back, lost)
    return Recovered(chosen.minutes, chosen.sequence, lost, path, first.get("base"), left.session, rests)


def unreadable(folder: Path, *, spare: tuple[Path, ...] | None = None) -> list[Path]:
    """Files of journals that this program cannot read at all: damaged, or of a later version. They are left alone."""
    folders = (folder, *(places.spare_folders() if spare is None else spare))
    return [s.path for segments in _sessions(folders) if _choose(segments) is None for s in segments]


def retire(left: Left) -> None:
    """Set `left` aside, when the archive has its words or the user has said that they are not needed."""
    for folder in {path.parent for path in left.segments}:
        set_aside(left.session, folder)


def weed(folder: Path, *, days: int = KEPT_DAYS, now: float | None = None) -> int:
    """Remove what was set aside more than `days` ago; how many files. `now` is in seconds since 1970."""
    limit, removed = (time.time() if now is None else now) - days * 86_400, 0
    with contextlib.suppress(OSError):
        for path in (folder / CLOSED).iterdir():
            if path.stat().st_mtime < limit:
                path.unlink()
                removed += 1
    if removed:
        log.info("weeded %d journal files", removed)
    return removed


def _sessions(folders: Iterable[Path]) -> Iterator[list[_Segment]]:
    by_session: dict[str, list[_Segment]] = {}
    for folder in folders:
        with contextlib.suppress(OSError):
            for path in folder.iterdir():
                if path.name.endswith(SUFFIX) and (segment := _segment(path)).number > 0:
                    by_session.setdefault(segment.session, []).append(segment)
    yield from by_session.values()


def _segment(path: Path) -> _Segment:
    session, _, number = path.name.removesuffix(SUFFIX).rpartition(".")
    return _Segment(path, session, int(number) if number.isascii() and number.isdigit() and session else 0)


def _choose(segments: Iterable[_Segment]) -> _Chosen | None:
    """The newest segment whose snapshot can be read: each begins with all that went before it."""
    bad: list[tuple[_Segment, bytes]] = []
    for segment in sorted(segments, key=lambda s: s.number, reverse=True):
        data, readable = segment.read()
        done = replayed(readable.frames)
        if done is None:
            bad.append((segment, data))
            continue
        minutes, frames = done
        good = readable.good if len(frames) == len(readable.frames) else read(data, len(frames)).good
        if data[good:]:
            bad.append((segment, data[good:]))
        return _Chosen(frames, minutes, int(frames[-1]["n"]), tuple(bad))
    return None


def replayed(frames: tuple[dict[str, Any], ...]) -> tuple[Minutes, tuple[dict[str, Any], ...]] | None:
    """The record after the last command that can be done, and the frames up to it; None without a snapshot."""
    try:
        if int(frames[0]["format"]) > FORMAT:
            return None
        minutes, sequence = from_plain(Minutes, frames[0]["minutes"]), int(frames[0]["n"])
    except NOT_OURS:
        return None
    for position, frame in enumerate(frames[1:], 1):
        try:
            if "end" not in frame:
                sequence += 1
                minutes = from_entry(frame["entry"]).apply(minutes)
            if frame["n"] != sequence:
                raise ValueError(sequence)
        except NOT_OURS:
            return minutes, frames[:position]
    return minutes, frames


def _left(segments: list[_Segment]) -> Left | None:
    chosen = _choose(segments)
    if chosen is None:
        return None
    first, session = chosen.first, segments[0].session
    if chosen.end == "closed":
        for folder in {segment.path.parent for segment in segments}:
            set_aside(session, folder)
        return None
    changes = chosen.sequence - int(first.get("saved", 0)) + len(chosen.bad)
    if changes <= 0 or (chosen.end != "kept" and _is_worked_on(first)):
        return None
    path = Path(first["path"]) if first.get("path") else None
    files = tuple(segment.path for segment in sorted(segments, key=lambda s: s.number))
    return Left(
        session, files, chosen.minutes.id, chosen.minutes.short_name, path, first.get("base"), _when(files), changes,
        first.get("continues"),
    )  # fmt: skip


def _is_worked_on(first: dict[str, Any]) -> bool:
    try:
        return is_alive(from_plain(Owner, first["owner"])) is True
    except NOT_OURS:
        return False


def _when(files: tuple[Path, ...]) -> datetime.datetime:
    times = [0.0]
    for path in files:
        with contextlib.suppress(OSError):
            times.append(path.stat().st_mtime)
    return datetime.datetime.fromtimestamp(max(times))


def _keep(segment: _Segment, rest: bytes) -> Path | None:
    """Put the unreadable rest in a file beside the segment; None if the disk refuses (the segment itself stays)."""
    path = segment.path.with_name(segment.path.name.removesuffix(SUFFIX) + REST)
    with contextlib.suppress(FileError), reading(path):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(rest)
        return path
    return None
