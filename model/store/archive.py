"""An archive: the folder the user chose, its `arkiv.toml`, and the folders of minutes in it."""

import json
import logging
import os
import secrets
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.disk import fingerprint, read_whole, reading, write_whole
from model.errors import FileError, NoArchiveError
from model.record.ids import ALPHABET
from model.record.minutes import Body, Minutes
from model.store.names import safe, same

log = logging.getLogger(__name__)

ABOUT = "arkiv.toml"
RECORD = "protokoll.xml"
LIMIT = 1024 * 1024
DEEPEST = 4
"""Folders below the archive that are looked through: year, meeting, and two that somebody put between."""

NOT_LOOKED_THROUGH = {"utskick", "original"}
UNDATED = "odaterade"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file was when it was last read: size in bytes, modification time in ns, SHA-256."""

    size: int
    mtime: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new, changed or gone since `known`, and how each file that is there looks now."""

    new: tuple[Path, ...]
    changed: tuple[Path, ...]
    gone: tuple[Path, ...]
    now: Mapping[Path, Seen]


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive. `id` is its own and follows the folder when it is moved; `style` and `rules` name profiles."""

    folder: Path
    id: str
    body: Body
    style: str = "hus"
    rules: str = ""

    @classmethod
    def open(cls, folder: Path) -> "Archive":
        """The archive in `folder`; raises `NoArchiveError` when there is none, or its description is damaged."""
        path = folder / ABOUT
        try:
            data = tomllib.loads(read_whole(path, LIMIT).decode("utf-8-sig"))
            body = data["organ"]
            return cls(
                folder, _words(data, "id"), Body(_words(body, "kod"), _words(body, "namn"), _words(body, "genitiv")),
                _words(data, "stilprofil", "hus"), _words(data, "regelprofil", ""),
            )  # fmt: skip
        except FileError as problem:
            raise NoArchiveError(folder, type(problem).__name__) from problem
        except (ValueError, KeyError, TypeError, RecursionError) as problem:
            raise NoArchiveError(folder, "damaged") from problem

    @classmethod
    def create(cls, folder: Path, body: Body, *, style: str = "hus", rules: str = "") -> "Archive":
        """Make `folder` an archive of `body`; an archive that is there already is opened, and nothing written.

        Raises `CannotWriteError`, or `NoArchiveError` for one whose description is damaged.
        """
        if (folder / ABOUT).exists():
            return cls.open(folder)
        made = cls(folder, "k-" + "".join(secrets.choice(ALPHABET) for _ in range(8)), body, style, rules)
        write_whole(folder / ABOUT, made._description().encode("utf-8", "replace"))
        return made

    def files(self) -> list[Path]:
        """Every record in the archive, in order. Links are left out: they may lead out of it, or round in it."""
        return sorted(path for path in self._walk() if path.name == RECORD)

    def conflicts(self) -> list[Path]:
        """Other records beside a `protokoll.xml`: what a synced folder makes when two have written. Never removed."""
        return sorted(path for path in self._walk() if path.name != RECORD)

    def changes(self, known: Mapping[Path, Seen]) -> Changes:
        """What has happened since `known`. Same size and time is unchanged; else the hash says."""
        now: dict[Path, Seen] = {}
        for path in self.files():
            try:
                now[path] = _seen(path, known.get(path))
            except FileError as problem:
                log.warning("a file vanished or cannot be read: %s", type(problem).__name__)
        return Changes(
            tuple(path for path in now if path not in known),
            tuple(path for path in now if path in known and now[path].sha256 != known[path].sha256),
            tuple(sorted(path for path in known if path not in now)),
            now,
        )

    def place_for(self, minutes: Minutes) -> Path:
        """Where new minutes would lie: `2015/2015-06-12 kdg 4-2015/protokoll.xml`, or the next free name of that kind.

        Nothing is made. Two who ask at once get the same answer: `minutesfile.save` lets only the first of them write.
        """
        day = minutes.meeting.date
        year = day.year if day else minutes.year
        above = self.folder / (str(year) if year else UNDATED)
        number = f"{minutes.number}-{minutes.year or year or 0}" if minutes.number else ""
        name = safe(" ".join(part for part in (day.isoformat() if day else "", minutes.body.code, number) if part))
        taken = {same(entry.name) for entry in _entries(above)}
        count, tried = 1, name
        while same(tried) in taken:
            count += 1
            tried = f"{name} ({count})"
        return above / tried / RECORD

    def _walk(self) -> Iterator[Path]:
        folders = [(self.folder, 0)]
        while folders:
            folder, depth = folders.pop()
            for entry in _entries(folder):
                if entry.name.startswith(".") or entry.is_symlink():
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if depth < DEEPEST and entry.name not in NOT_LOOKED_THROUGH:
                        folders.append((Path(entry.path), depth + 1))
                elif entry.name.startswith("protokoll") and entry.name.endswith(".xml"):
                    yield Path(entry.path)

    def _description(self) -> str:
        return (
            'format = "1.0"\n'
            f"id = {_quoted(self.id)}\nregelprofil = {_quoted(self.rules)}\nstilprofil = {_quoted(self.style)}\n\n"
            f"[organ]\nkod = {_quoted(self.body.code)}\nnamn = {_quoted(self.body.name)}\n"
            f"genitiv = {_quoted(self.body.genitive)}\n"
        )


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _seen(path: Path, before: Seen | None) -> Seen:
    with reading(path):
        state = path.stat()
        if before is not None and (before.size, before.mtime) == (state.st_size, state.st_mtime_ns):
            return before
        return Seen(state.st_size, state.st_mtime_ns, fingerprint(path))


def _words(table: Mapping[str, Any], key: str, otherwise: str | None = None) -> str:
    value = table[key] if otherwise is None else table.get(key, otherwise)
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _quoted(words: str) -> str:
    """A basic string of TOML: JSON's, but that DEL must be escaped too."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
