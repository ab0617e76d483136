"""Bringing an old document into an archive: record, source and Word file, or nothing."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from model.commands.exporting import document
from model.disk import fingerprint, write_whole
from model.errors import EmptyFileError, MinutesError, NoArchiveError
from model.record.ids import IdSource
from model.record.minutes import Minutes
from model.store.archive import Archive
from model.store.minutesfile import keep_source, load, save


@dataclass(frozen=True, slots=True)
class Brought:
    """One document brought in: where its record lies, what was read with doubt, whether it was there already."""

    path: Path
    minutes: Minutes
    unsure: tuple[object, ...]
    is_new: bool


def opened(folder: Path, minutes: Minutes) -> Archive:
    """The archive in `folder`; one is made for the body of `minutes` if there is none."""
    try:
        return Archive.open(folder)
    except NoArchiveError:
        return Archive.create(folder, minutes.body)


def bring_in(source: Path, folder: Path, ids: IdSource) -> Brought:
    """Read `source` and put it in the archive in `folder`; a source that is there already (by its hash) is not doubled.

    Raises an error of `model.errors`, and then nothing of this document is left in the archive.
    """
    from model.intake.sources import read_file

    reading = read_file(source, ids)
    archive = opened(folder, reading.minutes)
    sha256 = reading.minutes.lifecycle.sources[0].sha256
    there = _with_source(archive, sha256)
    if there is not None:
        return Brought(*there, (), is_new=False)
    path = archive.place_for(reading.minutes)
    with _whole(path.parent):
        save(path, reading.minutes, None)
        keep_source(path, source)
        write_whole(path.with_suffix(".docx"), document(reading.minutes, "docx", path))
    return Brought(path, reading.minutes, reading.unsure, is_new=True)


@contextlib.contextmanager
def _whole(folder: Path) -> Iterator[None]:
    """A new folder that is filled whole or taken away again; one that was there is left as it was."""
    fresh, done = not folder.exists(), False
    try:
        yield
        done = True
    finally:
        if fresh and not done:
            shutil.rmtree(folder, ignore_errors=True)


def _with_source(archive: Archive, sha256: str) -> tuple[Path, Minutes] | None:
    """The record that was made from the file with this hash."""
    for path in archive.files():
        original = path.parent / "original"
        for kept in original.iterdir() if original.is_dir() else ():
            with contextlib.suppress(OSError, MinutesError, EmptyFileError):
                if kept.is_file() and fingerprint(kept.read_bytes()) == sha256:
                    return path, load(path).minutes
    return None
