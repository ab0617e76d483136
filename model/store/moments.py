"""The time machine: how the minutes looked at any minute of the meeting, read back from the journal.

Read only. A segment begins with the whole record, so what one damaged segment lost, the next one has again.
"""

import contextlib
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.disk import read_whole
from model.edit import catalogue  # noqa: F401 - importing it makes every command known to `from_entry`
from model.edit.command import from_entry
from model.errors import FileError
from model.record.minutes import Minutes
from model.record.values import from_plain
from model.store.frames import SUFFIX, read
from model.store.journal import FORMAT
from model.store.recovery import LIMIT, NOT_OURS
from model.store.segment import CLOSED


@dataclass(frozen=True, slots=True)
class Moment:
    """The minutes as they were at `at`: the last state of that stretch of time."""

    at: datetime.datetime
    minutes: Minutes


def moments(files: Iterable[Path], every: int = 60) -> list[Moment]:
    """The states that the journal `files` hold, oldest first: the last one of each `every` seconds, when it is another.

    Files that cannot be read are passed by, and so is what follows a damaged frame of a file.
    """
    found: list[Moment] = []
    for path in _ordered(files):
        for moment in _states(_frames(path)):
            if found and found[-1].minutes == moment.minutes:
                continue
            if found and _stretch(found[-1].at, every) == _stretch(moment.at, every):
                found.pop()
            found.append(moment)
    return found


def journals_of(folders: Iterable[Path], record: str) -> list[Path]:
    """The journal files of the minutes with the id `record`, those set aside too."""
    paths = [path for folder in folders for place in (folder, folder / CLOSED) for path in _listed(place)]
    return [path for path in paths if (first := next(iter(_frames(path, 1)), None)) and first.get("record") == record]


def _listed(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIX))
    return []


def _frames(path: Path, most: int | None = None) -> tuple[dict[str, Any], ...]:
    try:
        return read(read_whole(path, LIMIT), most).frames
    except FileError:
        return ()


def _states(frames: tuple[dict[str, Any], ...]) -> Iterator[Moment]:
    """The record the segment began with, and the one after each second in which something was done."""
    try:
        if int(frames[0]["format"]) > FORMAT:
            return
        begun = datetime.datetime.fromisoformat(frames[0]["at"])
        minutes = from_plain(Minutes, frames[0]["minutes"])
    except NOT_OURS:
        return
    last = 0
    for frame in frames[1:]:
        try:
            then = int(frame.get("t", last))
            after = minutes if "end" in frame else from_entry(frame["entry"]).apply(minutes)
        except NOT_OURS:
            break
        if then > last:
            yield Moment(begun + datetime.timedelta(seconds=last), minutes)
        minutes, last = after, then
    yield Moment(begun + datetime.timedelta(seconds=last), minutes)


def _stretch(at: datetime.datetime, every: int) -> int:
    return int(at.timestamp()) // every


def _ordered(files: Iterable[Path]) -> list[Path]:
    """By session, the one begun first before the others, and in a session by number: a clock may be set back."""
    begun: dict[str, str] = {}
    numbered: list[tuple[str, int, Path]] = []
    for path in files:
        session, _, number = path.name.removesuffix(SUFFIX).rpartition(".")
        at = str(next(iter(_frames(path, 1)), {}).get("at", ""))
        begun[session] = min(begun.get(session, at), at)
        numbered.append((session, int(number) if number.isascii() and number.isdigit() else 0, path))
    return [path for _, _, path in sorted(numbered, key=lambda one: (begun[one[0]], *one))]
