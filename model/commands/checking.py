"""Findings about minutes that lie in an archive: its register says who belongs to the body."""

from pathlib import Path

from model import sentences
from model.check.finding import Finding, Level
from model.check.run import findings
from model.commands.said import Said
from model.disk import read_whole
from model.errors import NoArchiveError
from model.record.members import Register
from model.record.minutes import Minutes
from model.record.printing import address
from model.store.archive import ABOUT, DEEPEST
from model.store.reader import LIMIT
from model.store.register import read_register
from model.store.schema import Fault, faults


def remarks(path: Path, minutes: Minutes) -> list[Said]:
    """Where the record at `path` departs from the schema, and what the rules say of it.

    Raises a `FileError` when the file cannot be read.
    """
    said = [departure(path.name, fault) for fault in faults(read_whole(path, LIMIT), path)]
    for found in looked_through(path, minutes):
        where, words = address(minutes, found.node), sentences.found(found.rule, found.words)
        place = (("level", found.level), ("address", where), ("minutes", minutes.id), ("node", found.node),
                 ("start", found.start), ("end", found.end), ("words", found.words))  # fmt: skip
        said.append(Said(found.rule, path.name, f"{where}: {words}", place))
    return said


def departure(name: str, fault: Fault) -> Said:
    """A departure from the schema."""
    place = (("level", "error"), ("line", fault.line), ("element", fault.element), ("detail", fault.detail))
    return Said("schema", name, sentences.fault(name, fault.line, fault.element), place)


def looked_through(path: Path, minutes: Minutes, least: Level = "warning") -> tuple[Finding, ...]:
    """What the rules say of `minutes`, whose record is `path`, with the register of the archive it lies in."""
    return findings(minutes, register_for(path), least=least)


def register_for(path: Path) -> Register:
    """The register of the archive that `path` lies in; an empty one outside an archive."""
    for folder in path.resolve().parents[: DEEPEST + 1]:
        if (folder / ABOUT).is_file():
            try:
                return read_register(folder)
            except NoArchiveError:
                break
    return Register()
