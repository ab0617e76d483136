"""Bringing the index up to date with the archive: what is new or changed is read, what is gone is forgotten."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from model.disk import fingerprint, read_whole
from model.errors import IndexUnavailableError, MinutesError
from model.index.opened import BUSY, DAMAGE, IN_MEMORY, REFUSALS, Index
from model.index.schema import LAYERS
from model.record.minutes import Minutes
from model.store.reader import LIMIT, from_bytes

log = logging.getLogger(__name__)
Progress = Callable[[int, int], bool]
"""Told how many files are read and how many there are; False stops after the present slice."""

SLICE = 0.1
"""Seconds of one transaction: as long as a question may have to wait while the archive is read."""

MANY = 200
"""With so many new files the index is put in order afterwards, in steps of so many pages."""

STEP = 200


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What an update did: meetings and items now searchable, and the files that cannot be read, with their errors.

    `left` counts the files that were not reached because somebody paused; `in_memory` says that the disk refused.
    """

    meetings: int
    items: int
    problems: tuple[tuple[Path, MinutesError], ...] = ()
    left: int = 0
    in_memory: bool = False


class _Seen(NamedTuple):
    size: int
    mtime: int
    sha256: str


class _File(NamedTuple):
    """A file as it was just read: what it is now, and its minutes, its error, or neither when it says the same."""

    path: Path
    seen: _Seen
    minutes: Minutes | None = None
    problem: MinutesError | None = None


def refresh(index: Index, progress: Progress | None = None, only: Path | None = None) -> Refreshed:
    """Make the index agree with the files of its archive, or with one of them: `only` the one that was just saved.

    Raises `IndexUnavailableError` if it cannot be written.
    """
    for remedy in (index.begin_again, index.to_memory, None):
        try:
            return _refresh(index, progress, only)
        except BUSY as problem:
            raise IndexUnavailableError from problem
        except (*DAMAGE, *REFUSALS) as problem:
            if remedy is None:
                raise IndexUnavailableError from problem
            log.warning("the index was refused: %s; remedy: %s", type(problem).__name__, remedy.__name__)
            remedy()
            only = None
    raise IndexUnavailableError


def rebuild(index: Index, progress: Progress | None = None) -> Refreshed:
    """Throw the index away and build it again."""
    index.begin_again()
    return refresh(index, progress)


def _refresh(index: Index, progress: Progress | None, only: Path | None) -> Refreshed:
    files = index.archive.files() if only is None else [only] if only.is_file() else []
    if not index.on_disk and len(files) > IN_MEMORY:
        raise IndexUnavailableError
    there = {path for (path,) in index.ask("select path from source")} if only is None else {str(only)}
    _forget_gone(index, there - {str(path) for path in files})
    read = "select path, size, mtime, sha256 from source where problem=''"  # one that could not be read is tried again
    known = {path: _Seen(*seen) for path, *seen in index.ask(read)}
    stale = [path for path in files if not _is_same(path, known.get(str(path)))]
    done = 0
    while done < len(stale):
        if progress is not None and not progress(done, len(stale)):
            break
        done += _take(index, stale[done:], known)
    if done >= MANY:
        settle(index, lambda: progress is None or progress(done, len(stale)))
    if progress is not None and stale and done >= len(stale):
        progress(len(stale), len(stale))
        index.vocabulary.warm()
    index.was_damaged = False
    meetings, rows = index.one("select (select count(*) from meeting), (select count(*) from item)")
    return Refreshed(meetings, rows - meetings, problems(index), len(stale) - done, not index.on_disk)


def settle(index: Index, goes_on: Callable[[], bool] = lambda: True) -> None:
    """Merge the pieces that many new files have left: questions are a third faster then."""
    for layer in LAYERS:
        left = -STEP
        while True:
            before = index.connection.total_changes()
            with index.writing():
                index.ask(f"insert into {layer}({layer}, rank) values('merge', ?)", left)
            left = STEP
            if not goes_on():
                return
            if index.connection.total_changes() - before < 2:  # as FTS5 says that nothing is left to do
                break


def problems(index: Index) -> tuple[tuple[Path, MinutesError], ...]:
    """The files of the archive that cannot be read, each with its error."""
    return tuple((Path(path), _error(Path(path))) for (path,) in index.ask("select path from source where problem<>''"))


def _error(path: Path) -> MinutesError:
    """The error of a file that could not be read: read again, so that its words are those of today."""
    return _read(path, None).problem or MinutesError()


def _take(index: Index, paths: list[Path], known: dict[str, _Seen]) -> int:
    """Read and enter the first of `paths`, as many as fit into a slice; how many that were."""
    ends, taken = time.monotonic() + SLICE, 0
    with index.writing():
        for path in paths:
            _enter(index, _read(path, known.get(str(path))))
            taken += 1
            if time.monotonic() > ends:
                break
    return taken


def _read(path: Path, before: _Seen | None) -> _File:
    try:
        data = read_whole(path, LIMIT)
        state = path.stat()
        seen = _Seen(state.st_size, state.st_mtime_ns, fingerprint(data))
        if before is not None and before.sha256 == seen.sha256:
            return _File(path, seen)
        return _File(path, seen, from_bytes(data, path).minutes)
    except MinutesError as problem:
        log.warning("a file could not be indexed: %s", type(problem).__name__)
        return _File(path, _state(path), None, problem)
    except OSError:
        return _File(path, _Seen(0, 0, ""), None, MinutesError())


def _state(path: Path) -> _Seen:
    """Size and time of a file, without reading it."""
    try:
        state = path.stat()
    except OSError:
        return _Seen(0, 0, "")
    return _Seen(state.st_size, state.st_mtime_ns, "")


def _enter(index: Index, file: _File) -> None:
    path = str(file.path)
    if file.minutes is None and file.problem is None:
        index.ask("update source set size=?, mtime=? where path=?", file.seen.size, file.seen.mtime, path)
        return
    _forget(index, path)
    problem = type(file.problem).__name__ if file.problem else ""
    meeting = file.minutes.id if file.minutes else None
    index.ask("insert into source values(?,?,?,?,?,?)", path, *file.seen, meeting, problem)
    if file.minutes is not None:
        from model.index.entering import put  # all that understands records: not for an archive that is as it was

        put(index, file.path, file.minutes)


def _forget(index: Index, path: str) -> None:
    from model.index.entering import forget

    for (meeting,) in index.ask("select id from meeting where path=?", path):
        forget(index, meeting)
        # A copy of the record that was left out for its sake is read at the next refresh.
        index.ask("delete from source where meeting=? and path<>?", meeting, path)
    index.ask("delete from source where path=?", path)


def _forget_gone(index: Index, paths: set[str]) -> None:
    if paths:
        with index.writing():
            for path in sorted(paths):
                _forget(index, path)


def _is_same(path: Path, known: _Seen | None) -> bool:
    return known is not None and (known.size, known.mtime) == _state(path)[:2]
