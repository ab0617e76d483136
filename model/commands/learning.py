"""What an archive teaches the editor: phrases, usual words, people and the register, in one value."""

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from model.disk import read_whole
from model.errors import FileError, MinutesError, NoArchiveError
from model.language import autotext
from model.language.autotext import Formula
from model.language.membership import derived
from model.language.phrases import NEWEST, Learned, learned
from model.language.whois import Known
from model.record.members import Register
from model.record.minutes import Minutes
from model.store.archive import Archive
from model.store.minutesfile import load
from model.store.register import read_named, read_register

log = logging.getLogger(__name__)

OWN = "autotext.toml"
LIMIT = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Taught:
    """Everything the editor wants to know of an archive. `proposed` is a register read out of the minutes, to offer."""

    learned: Learned = Learned()
    register: Register = Register()
    proposed: Register = Register()
    formulas: tuple[Formula, ...] = ()


def teach(folder: Path, body: str | None = None) -> Taught:
    """What the archive in `folder` teaches of the body with the code `body`, of any when None.

    A file that cannot be read is left out. The register that is kept goes before the one read out of the minutes.
    """
    try:
        archive, register = Archive.open(folder), read_register(folder)
    except NoArchiveError:
        return Taught(formulas=autotext.shipped())
    records = newest(archive, body)
    own, taught = derived(records), learned(records)
    named = tuple(Known(name, last=day) for name, day in read_named(folder))
    formulas = autotext.together(_own_formulas(folder), autotext.shipped())
    taught = replace(taught, people=(*taught.people, *named))
    return Taught(taught, register if register != Register() else own, own, formulas)


def newest(archive: Archive, body: str | None, count: int = NEWEST) -> list[Minutes]:
    """The newest minutes of `body`, newest first; those that cannot be read are passed by.

    The folders begin with the year and the day, so the last ones by name are the newest.
    """
    found: list[Minutes] = []
    for path in sorted(archive.files(), key=lambda p: p.parent.name, reverse=True):
        if len(found) == count:
            break
        try:
            minutes = load(path).minutes
        except MinutesError as problem:
            log.warning("not learned from: %s", type(problem).__name__)
            continue
        if body is None or minutes.body.code == body:
            found.append(minutes)
    return found


def _own_formulas(folder: Path) -> tuple[Formula, ...]:
    try:
        return autotext.read(read_whole(folder / OWN, LIMIT).decode("utf-8-sig"))
    except FileError:
        return ()
    except ValueError:
        log.warning("the archive's own autotext is damaged")
        return ()
