"""What is wrong in an archive: each record, what they say of each other, what lies beside."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from model import places, sentences
from model.commands.checking import departure
from model.commands.said import Said
from model.disk import fingerprint, read_whole
from model.errors import FileError, MinutesError
from model.record.minutes import Minutes
from model.store import recovery
from model.store.archive import Archive
from model.store.minutesfile import SOURCES
from model.store.reader import LIMIT, Read, from_bytes
from model.store.schema import faults
from model.store.seal import hash_of
from model.store.writer import to_bytes


@dataclass(frozen=True, slots=True)
class Known:
    """What the others need to know of a record that was read; its words are let go."""

    name: str
    number: tuple[str, str, int | None, int | None]
    ids: frozenset[str]
    targets: tuple[str, ...]


def verified(archive: Archive, journals: Path | None = None) -> tuple[int, list[Said]]:
    """How many records there are, and everything that is wrong; `journals` is where this computer's journals lie."""
    said: list[Said] = []
    known: dict[str, Known] = {}
    files = archive.files()
    for path in files:
        name = _name(path)
        try:
            data = read_whole(path, LIMIT)
            read = from_bytes(data, path)
        except MinutesError as problem:
            said.append(Said("unreadable", name, sentences.unreadable(name, sentences.sentence(problem))))
            continue
        said += [*_form(name, data, read, path), *_sources(name, path, read.minutes)]
        if read.minutes.id in known:
            other = known[read.minutes.id].name
            said.append(Said("same-id", name, sentences.same_id(name, other), (("other", other),)))
        known[read.minutes.id] = _known(name, read.minutes)
    said += [*_between(known), *_beside(archive, places.state_folder() / "journals" if journals is None else journals)]
    return len(files), said


def _form(name: str, data: bytes, read: Read, path: Path) -> list[Said]:
    """Departures from the schema, a broken or missing seal, another program's hand."""
    said = [departure(name, fault) for fault in faults(data, path)]
    life, own = read.minutes.lifecycle, hash_of(data)
    if life.is_sealed and not life.seals:
        said.append(Said("seal-missing", name, sentences.seal_missing(name)))
    if life.is_sealed and life.seals and life.seals[-1].value != own:
        said.append(Said("seal-broken", name, sentences.seal_broken(name)))
    if not read.read_only and (written := to_bytes(read.minutes)) != data and hash_of(written) == own:
        said.append(Said("other-program", name, sentences.not_written_back(name)))
    return said


def _sources(name: str, path: Path, minutes: Minutes) -> list[Said]:
    """Imported files that are no longer kept untouched beside the record."""
    kept = set()
    folder = path.parent / SOURCES
    for file in folder.iterdir() if folder.is_dir() else ():
        try:
            kept.add(fingerprint(file))
        except FileError:
            continue
    return [
        Said("source-gone", name, sentences.source_gone(name, s.file), (("source", s.file),))
        for s in minutes.lifecycle.sources
        if s.sha256 not in kept
    ]


def _known(name: str, minutes: Minutes) -> Known:
    number = (minutes.body.code, minutes.series, minutes.number, minutes.year)
    targets = tuple(link.target for link in minutes.lifecycle.links if link.target)
    return Known(name, number, minutes.node_ids(), targets)


def _between(known: dict[str, Known]) -> list[Said]:
    """Two records with one number, and links to a place that their record does not have."""
    counted = Counter(own.number for own in known.values() if own.number[2] is not None)
    said = [
        Said("same-number", own.name, sentences.same_number(own.name))
        for own in known.values()
        if counted[own.number] > 1
    ]
    for own in known.values():
        for target in own.targets:
            record, _, node = target.partition("#")
            if record in known and node and node not in known[record].ids:
                said.append(
                    Said("leads-nowhere", own.name, sentences.leads_nowhere(own.name, target), (("target", target),))
                )
    return said


def _beside(archive: Archive, journals: Path) -> list[Said]:
    """Copies that a synced folder has made, and what was typed here but has not reached the archive."""
    said = [Said("conflict", _name(path), sentences.conflict(_name(path))) for path in archive.conflicts()]
    return said + [
        Said("not-saved", _name(left.path), sentences.not_in_the_archive(_name(left.path), left.changes),
             (("changes", left.changes),))
        for left in recovery.find(journals)
        if left.path is not None and left.path.is_relative_to(archive.folder.absolute())
    ]  # fmt: skip


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
