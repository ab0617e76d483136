"""Bringing the index up to date with the archive: what is new or changed is read, what is gone is forgotten."""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apsw

from model.disk import fingerprint, read_whole
from model.errors import IndexUnavailableError, MinutesError
from model.index import schema
from model.index.terms import terms
from model.record.blocks import Clause
from model.record.minutes import Minutes
from model.record.printing import frames, printed
from model.record.tree import Section, derive, flatten, sections
from model.store.archive import Archive
from model.store.reader import LIMIT, from_bytes

log = logging.getLogger(__name__)
Progress = Callable[[int, int], bool]
"""Told how many files are read and how many there are; False stops after the present one."""

COUNTER = 1 << 20
"""Row ids are the meeting's day times this, plus a counter: newest first is a sort by row id."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What an update did: meetings and items now searchable, and the files that could not be read, with their errors."""

    meetings: int
    items: int
    problems: tuple[tuple[Path, MinutesError], ...] = ()


def refresh(archive: Path, progress: Progress | None = None) -> Refreshed:
    """Make the index of `archive` agree with its files. Raises `IndexUnavailableError` if it cannot be written."""
    connection = schema.connect(archive)
    try:
        return _refresh(connection, archive, progress)
    except (apsw.CorruptError, apsw.NotADBError):
        connection.close()
        schema.drop(schema.index_file(archive))
        connection = schema.connect(archive)
        return _refresh(connection, archive, progress)
    except (apsw.FullError, apsw.IOError, apsw.BusyError, apsw.ReadOnlyError) as problem:
        raise IndexUnavailableError from problem
    finally:
        connection.close()


def rebuild(archive: Path, progress: Progress | None = None) -> Refreshed:
    """Throw the index away and build it again."""
    schema.drop(schema.index_file(archive))
    return refresh(archive, progress)


def _refresh(connection: apsw.Connection, archive: Path, progress: Progress | None) -> Refreshed:
    connection.execute("update meta set value='no' where key='clean'")
    known = {row[0]: row[1:] for row in connection.execute("select path, size, mtime, sha256 from source")}
    files = {str(path): path for path in Archive.open(archive).files()}
    for gone in set(known) - set(files):
        _forget(connection, gone)
    stale = [path for name, path in sorted(files.items()) if not _is_same(path, known.get(name))]
    problems = []
    for done, path in enumerate(stale):
        if progress is not None and not progress(done, len(stale)):
            break
        problem = _read(connection, path, known.get(str(path)))
        if problem is not None:
            problems.append((path, problem))
    if progress is not None and stale:
        progress(len(stale), len(stale))
    connection.execute("update meta set value='yes' where key='clean'")
    count = connection.execute("select (select count(*) from meeting), (select count(*) from item)").get
    return Refreshed(*count, tuple(problems))


def _is_same(path: Path, known: tuple[int, int, str] | None) -> bool:
    if known is None:
        return False
    try:
        state = path.stat()
    except OSError:
        return False
    return (state.st_size, state.st_mtime_ns) == known[:2]


def _read(connection: apsw.Connection, path: Path, known: tuple[int, int, str] | None) -> MinutesError | None:
    """Put one file in the index; the error if it could not be read."""
    problem: MinutesError | None = None
    size, mtime, sha256, minutes = 0, 0, "", None
    try:
        data = read_whole(path, LIMIT)
        state = path.stat()
        size, mtime, sha256 = state.st_size, state.st_mtime_ns, fingerprint(data)
        if known is None or sha256 != known[2]:
            minutes = from_bytes(data, path).minutes
    except MinutesError as error:
        problem = error
        log.warning("a file could not be indexed: %s", type(error).__name__)
    except OSError:
        return None
    with connection:
        if minutes is not None or problem is not None:
            _forget(connection, str(path))
        meeting = minutes.id if minutes else None
        if minutes is None and problem is None:
            connection.execute("update source set size=?, mtime=? where path=?", (size, mtime, str(path)))
            return None
        source = (str(path), size, mtime, sha256, meeting, type(problem).__name__ if problem else None)
        connection.execute("insert or replace into source values(?,?,?,?,?,?)", source)
        if minutes is not None:
            _put(connection, path, minutes)
    return problem


def _forget(connection: apsw.Connection, path: str) -> None:
    for (meeting,) in connection.execute("select id from meeting where path=?", (path,)).fetchall():
        rows = [row[0] for row in connection.execute("select rowid from item where meeting=?", (meeting,))]
        for row in rows:
            connection.execute("delete from clause where item=?", (row,))
            connection.execute("delete from f where rowid=?", (row,))
            connection.execute("delete from item where rowid=?", (row,))
        connection.execute("delete from meeting where id=?", (meeting,))
    connection.execute("delete from source where path=?", (path,))


def _put(connection: apsw.Connection, path: Path, minutes: Minutes) -> None:
    if connection.execute("select 1 from meeting where id=?", (minutes.id,)).get:
        return  # a copy of a record beside it: the first one stands for both
    day = minutes.meeting.date
    connection.execute(
        "insert into meeting values(?,?,?,?,?,?,?,?)",
        (minutes.id, str(path), minutes.short_name, minutes.body.name, minutes.number, minutes.year,
         day.isoformat() if day else None, minutes.lifecycle.status),
    )  # fmt: skip
    framed = frames(minutes)
    for section in sections(derive(minutes.blocks)):
        row = _free_row(connection, day)
        blocks = list(flatten(section.parts))
        clauses = [block for block in blocks if isinstance(block, Clause)]
        texts = [printed(block, framed[block.id]) for block in blocks if not isinstance(block, Clause)]
        _put_item(connection, row, minutes, section, texts)
        printed_clauses = [printed(clause, framed[clause.id]) for clause in clauses]
        for n, (clause, words) in enumerate(zip(clauses, printed_clauses, strict=True), 1):
            connection.execute("insert or replace into clause values(?,?,?,?)", (clause.id, row, n, words))
        columns = (section.item.heading.plain, " ".join(printed_clauses), " ".join(texts))
        connection.execute(
            "insert into f(rowid, h, d, b) values(?,?,?,?)", (row, *(" ".join(terms(c)) for c in columns))
        )


def _put_item(connection: apsw.Connection, row: int, minutes: Minutes, section: Section, texts: list[str]) -> None:
    item = section.item
    connection.execute(
        "insert into item values(?,?,?,?,?,?,?)",
        (row, item.id, minutes.id, section.number, section.letter, item.heading.plain, "\n".join(texts)),
    )


def _free_row(connection: apsw.Connection, day: datetime.date | None) -> int:
    base = (day.toordinal() if day else 0) * COUNTER
    last = connection.execute("select max(rowid) from item where rowid between ? and ?", (base, base + COUNTER - 1)).get
    return base if last is None else int(last) + 1
