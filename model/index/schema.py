"""The tables, their version, and how an index is opened or begun again."""

import contextlib
import hashlib
import os
from pathlib import Path

import apsw

from model.errors import IndexUnavailableError
from model.places import cache_folder

VERSION = 1
ANALYSER = "1"
"""Changes when words are prepared in another way: every index is then built again."""

TABLES = """
create table meta(key text primary key, value text) without rowid;
create table source(path text primary key, size int, mtime int, sha256 text, meeting text, problem text) without rowid;
create table meeting(id text primary key, path text, short_name text, body text, no int, year int, date text,
                     status text) without rowid;
create table item(rowid integer primary key, id text, meeting text, no int, letter text, heading text, body text);
create table clause(id text primary key, item int, n int, text text) without rowid;
create virtual table f using fts5(h, d, b, content='', contentless_delete=1, prefix='2 3',
                                  tokenize="unicode61 remove_diacritics 0");
create index item_meeting on item(meeting);
create index clause_item on clause(item);
create index meeting_date on meeting(date);
"""
"""h, d, b: words and stems of heading, clauses, running text. Tokens are prepared in `terms`, joined by blanks."""


def index_file(archive: Path) -> Path:
    """Where the index of the archive in `archive` lies: named by the folder's place, so that two never share one."""
    name = hashlib.sha256(str(archive.resolve()).encode()).hexdigest()[:16]
    return cache_folder() / f"{name}.sqlite"


def connect(archive: Path) -> apsw.Connection:
    """The index of `archive`, begun again if there is any doubt about the file.

    Raises `IndexUnavailableError` if the cache folder cannot be written or the file is held by another program.
    """
    path = index_file(archive)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _opened(path)
    except (apsw.BusyError, apsw.LockedError, apsw.CantOpenError, apsw.FullError, apsw.ReadOnlyError) as problem:
        raise IndexUnavailableError from problem
    except OSError as problem:
        raise IndexUnavailableError from problem
    return connection


def _opened(path: Path) -> apsw.Connection:
    with contextlib.suppress(apsw.NotADBError, apsw.CorruptError, apsw.SQLError, apsw.IOError, _Doubt):
        connection = _connection(path)
        if _is_ours(connection):
            return connection
        connection.close()
        raise _Doubt
    drop(path)
    return _begun(path)


class _Doubt(Exception):
    """Something about the file is not as it should be."""


def _connection(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    connection.set_busy_timeout(2_000)
    if path.exists():
        path.chmod(0o600)
    connection.execute("pragma journal_mode=wal; pragma synchronous=normal")
    return connection


def _is_ours(connection: apsw.Connection) -> bool:
    if connection.execute("pragma user_version").get != VERSION:
        return False
    analyser = connection.execute("select value from meta where key='analyser'").get
    clean = connection.execute("select value from meta where key='clean'").get
    if analyser != ANALYSER:
        return False
    return clean == "yes" or connection.execute("pragma quick_check(1)").get == "ok"


def _begun(path: Path) -> apsw.Connection:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = _connection(path)
    with connection:
        connection.execute(TABLES)
        connection.execute("insert into meta values('analyser', ?), ('clean', 'yes')", (ANALYSER,))
        connection.execute("insert into f(f, rank) values('secure-delete', 1)")
        connection.execute(f"pragma user_version={VERSION}")
    return connection


def drop(path: Path) -> None:
    """Throw an index away, with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
