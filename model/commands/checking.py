"""Findings about minutes that lie in an archive: its register says who belongs to the body."""

from pathlib import Path

from model.check.finding import Finding, Level
from model.check.run import findings
from model.errors import NoArchiveError
from model.record.members import Register
from model.record.minutes import Minutes
from model.store.archive import ABOUT, DEEPEST
from model.store.register import read_register


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
