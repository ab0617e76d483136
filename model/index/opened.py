"""An open index: trusted, or thrown away and begun again; in memory where the disk refuses.

A file is trusted when its seal agrees: the SHA-256 of the whole file, kept beside it when it is closed in peace. One
without a seal (power failure, another program at work) must pass SQLite's own checks. Everything else is doubt.
"""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw

from model.disk import fingerprint
from model.errors import IndexUnavailableError, MinutesError
from model.index.schema import LAYERS, TABLES, VERSION, versions
from model.index.vocabulary import Vocabulary
from model.places import cache_folder
from model.store.archive import Archive

REFUSALS = (apsw.CantOpenError, apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.PermissionsError)
"""The disk says no: the index can live in memory meanwhile."""

DAMAGE = (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, apsw.FormatError, apsw.MismatchError)
"""The file is not what it should be: it is thrown away."""

BUSY = (apsw.BusyError, apsw.LockedError, apsw.ProtocolError)
"""Another program holds it, and keeps holding it."""

PATIENCE = 2_000
"""Milliseconds to wait for another program to finish writing."""

IN_MEMORY = 10_000
"""As many meetings may be indexed in memory when there is no place on the disk."""


def index_file(archive: Path) -> Path:
    """Where the index of the archive in `archive` lies: named by the folder's place, so that two never share one."""
    name = hashlib.sha256(str(archive.resolve()).encode()).hexdigest()[:16]
    return cache_folder() / f"{name}.sqlite"


def drop(path: Path) -> None:
    """Throw an index away, with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal", ".seal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


NAMES = frozenset(re.findall(r"^create (?:virtual )?(?:table|index) (\w+)", TABLES, re.MULTILINE))


class _Doubt(Exception):
    """Something about the file is not as it should be."""


class Index:
    """The index of one archive, open. `closing` and `with` end it in peace: the file is then sealed."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.folder = archive.folder
        self.path = index_file(archive.folder)
        self.on_disk = True
        self.was_damaged = False
        """True from when damage showed itself until the file has been filled again."""
        self.connection = self._opened()
        self.vocabulary = Vocabulary(self.ask)
        self._inode = self._now()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a question."""
        rows: list[tuple[Any, ...]] = self.connection.execute(sql, values).fetchall()
        return rows

    def one(self, sql: str, *values: object) -> Any:
        """The single value, or the single row, of a question; None if there is none."""
        return self.connection.execute(sql, values).get

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; the seal is broken first."""
        if self.on_disk:
            self._seal_file().unlink(missing_ok=True)
        with contextlib.ExitStack() as failed:
            failed.callback(self.vocabulary.forget)
            with self.connection:
                yield
            failed.pop_all()

    @property
    def is_stale(self) -> bool:
        """True when another program has thrown away or replaced the file that is open here."""
        return self.on_disk and self._now() != self._inode

    def is_whole(self) -> bool:
        """True when every table is there and the pages hold together; slow."""
        try:
            _prove(self.connection, self.archive.id, sealed=False)
        except (apsw.Error, _Doubt):
            return False
        return True

    def rest(self) -> None:
        """Nobody waits: take what was written last from the log into the file, which may mean waiting for the disk."""
        if self.on_disk:
            with contextlib.suppress(apsw.Error):
                self.connection.execute("pragma wal_checkpoint(passive)")

    def begin_again(self) -> None:
        """Throw the file away and open a new, empty one."""
        self.was_damaged = True
        self.connection.close()
        if self.on_disk:
            with _said():
                drop(self.path)
        self.connection = self._opened()
        self.vocabulary.forget()
        self._inode = self._now()

    def to_memory(self) -> None:
        """Leave the disk, which refuses; begin again, empty, in memory."""
        self.connection.close()
        self.on_disk = False
        with contextlib.suppress(OSError):
            drop(self.path)
        self.connection = _begun(":memory:", self.archive.id)
        self.vocabulary.forget()

    def close(self) -> None:
        """Close, and seal the file if it has been written since it was sealed."""
        if self.on_disk and not self.is_stale and not self._seal_file().exists():
            with contextlib.suppress(apsw.Error, OSError, MinutesError):
                busy, *_ = self.one("pragma wal_checkpoint(truncate)")
                self.connection.close()
                if not busy:
                    self._seal_file().write_text(fingerprint(self.path), encoding="ascii")
        self.connection.close()

    def _seal_file(self) -> Path:
        return self.path.with_name(self.path.name + ".seal")

    def _now(self) -> tuple[int, int] | None:
        try:
            state = self.path.stat()
        except OSError:
            return None
        return state.st_dev, state.st_ino

    def _opened(self) -> apsw.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return self._trusted() or self._new()
        except BUSY as problem:
            raise IndexUnavailableError from problem
        except (*REFUSALS, OSError):
            self.on_disk = False
            return _begun(":memory:", self.archive.id)

    def _new(self) -> apsw.Connection:
        drop(self.path)
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        return _begun(str(self.path), self.archive.id)

    def _trusted(self) -> apsw.Connection | None:
        """The file as it is, if there is no doubt about it."""
        if not self.path.is_file():
            return None
        with contextlib.suppress(*DAMAGE, apsw.IOError, _Doubt):
            sealed = self._is_sealed()
            self.path.chmod(0o600)
            connection = _connection(str(self.path))
            try:
                _prove(connection, self.archive.id, sealed=sealed)
            except (apsw.Error, _Doubt):
                connection.close()
                raise
            return connection
        return None

    def _is_sealed(self) -> bool:
        try:
            seal = self._seal_file().read_bytes()
        except FileNotFoundError:
            return False
        try:
            if fingerprint(self.path).encode() != seal:
                raise _Doubt
        except MinutesError as problem:
            raise _Doubt from problem
        return True


@contextlib.contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise IndexUnavailableError from problem


def _connection(name: str) -> apsw.Connection:
    connection = apsw.Connection(name)
    connection.set_busy_timeout(PATIENCE)
    connection.execute(
        "pragma journal_mode=wal; pragma synchronous=normal; pragma wal_autocheckpoint=16000;"
        "pragma mmap_size=1073741824; pragma cache_size=-32000; pragma temp_store=memory"
    )
    return connection


def _begun(name: str, archive: str) -> apsw.Connection:
    connection = _connection(name)
    with connection:
        connection.execute(TABLES)
        connection.executemany("insert into meta values(?, ?)", versions(archive).items())
        connection.execute(f"pragma user_version={VERSION}")
    return connection


def _prove(connection: apsw.Connection, archive: str, *, sealed: bool) -> None:
    """Raise when the file is of another version or archive, or damaged."""
    if connection.execute("pragma user_version").get != VERSION:
        raise _Doubt
    if dict(connection.execute("select key, value from meta")) != versions(archive):
        raise _Doubt
    if not sealed:
        if connection.execute("pragma quick_check(1)").get != "ok":
            raise _Doubt
        for layer in LAYERS:
            connection.execute(f"insert into {layer}({layer}) values('integrity-check')")
        if not {name for (name,) in connection.execute("select name from sqlite_schema")} >= NAMES:
            raise _Doubt


@contextlib.contextmanager
def asking(index: Index) -> Iterator[None]:
    """Say in our words what SQLite refuses. A damaged file is thrown away: the next refresh makes it anew.

    A question that SQLite cannot parse is no damage as long as the tables are there.
    """
    try:
        yield
    except DAMAGE as problem:
        if not isinstance(problem, apsw.SQLError) or not index.is_whole():
            index.begin_again()
        raise IndexUnavailableError from problem
    except apsw.Error as problem:
        raise IndexUnavailableError from problem
