"""Who is who in an archive: its register, read out of the last minutes where it has none, and everybody named."""

from pathlib import Path

from model.errors import MinutesError
from model.index.named import named
from model.index.opened import Index
from model.index.search import meetings
from model.language.membership import derived
from model.language.whois import Known
from model.record.members import Register
from model.store.minutesfile import load
from model.store.register import read_register

RECENT = 8
"""Minutes that a missing register is read out of."""


def known_people(index: Index, folder: Path) -> tuple[Register, tuple[Known, ...]]:
    """The register of the archive in `folder`, and the people its minutes name, the latest first."""
    people = tuple(Known(one.name, one.organisation, last=one.last) for one in named(index))
    return _register(index, folder), people


def _register(index: Index, folder: Path) -> Register:
    try:
        own = read_register(folder)
    except MinutesError:
        own = Register()
    if own != Register():
        return own
    records = []
    rows = meetings(index)
    for row in [row for row in rows if row.body == rows[0].body][:RECENT]:
        try:
            records.append(load(row.path).minutes)
        except MinutesError:
            continue
    return derived(records)
