"""An archive of the five sample minutes, indexed; and gold addresses as the program's ids."""

import re
from dataclasses import dataclass
from pathlib import Path

from model.index.opened import Index
from model.index.writing import refresh
from model.intake.sources import read_file
from model.record.blocks import Clause
from model.record.ids import CountingIds
from model.record.minutes import Body, Minutes
from model.record.tree import Section, decisions, derive, sections
from model.store.archive import Archive
from model.store.minutesfile import save

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Seeded:
    """The index, and the minutes by their gold id."""

    index: Index
    minutes: dict[str, Minutes]

    def sections(self, minutes: str) -> dict[str, Section]:
        """The items of some minutes by their printed number and letter."""
        found = sections(derive(self.minutes[minutes].blocks))
        return {f"{section.number}{section.letter or ''}": section for section in found}

    def item(self, address: str) -> Section:
        """`kdg-2015-04/7a`."""
        minutes, _, item = address.partition("/")
        return self.sections(minutes)[item]

    def clause(self, address: str) -> Clause:
        """`kdg-2015-04/7a#1`."""
        item, _, number = address.partition("#")
        clauses = [clause for decision in decisions(self.item(item)) for clause in decision.clauses]
        return clauses[int(number) - 1]

    def address(self, minutes: str, node: str) -> str | None:
        """The gold address of an item or clause; None for anything else."""
        gold = next(name for name, made in self.minutes.items() if made.id == minutes)
        for name, section in self.sections(gold).items():
            if section.item.id == node:
                return f"{gold}/{name}"
            clauses = [clause for decision in decisions(section) for clause in decision.clauses]
            for number, clause in enumerate(clauses, 1):
                if clause.id == node:
                    return f"{gold}/{name}#{number}"
        return None


def seeded(folder: Path) -> Seeded:
    """The five samples, read as a person would bring them in, in an archive in `folder`."""
    ids, minutes = CountingIds(), {}
    archive = Archive.create(folder, Body("kdg", "Kommundirektörsgruppen", "Kommundirektörsgruppens"))
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        made = read_file(path, ids).minutes
        minutes[f"kdg-{made.year}-{made.number:02}"] = made
        save(archive.place_for(made), made, None)
    index = Index(archive)
    refresh(index)
    return Seeded(index, minutes)


def printed_number(address: str) -> str:
    """`7` of `kdg-2015-04/7a#1`."""
    match = re.search(r"/(\d+)", address)
    return match[1] if match else ""
