"""Other bodies' minutes, and how much of what is true of them is found: `python -m tests.model.index.others`.

Seventeen invented minutes of ten bodies in as many layouts, in one archive, read as a person would bring them in. What
stands in them was decided before the rules were tried on them (`tests/gold/others/truth.toml`).
"""

import datetime
import os
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from model.commands.importing import bring_in
from model.disk import fingerprint
from model.index.cite import Target, cited_in
from model.index.due import Owed, promises
from model.index.opened import Index
from model.index.suggest import LEAST, Suggester
from model.index.writing import refresh
from model.language.references import Reference
from model.record.blocks import words
from model.record.ids import CountingIds
from model.record.minutes import Body, Minutes
from model.record.tree import derive, sections
from model.store.archive import Archive
from model.store.minutesfile import save

FOLDER = Path(__file__).resolve().parents[2] / "gold" / "others"
TRUTH: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "truth.toml").read_text(encoding="utf-8"))


@dataclass
class Score:
    """How many of how many, and what was missed or too much, in words."""

    asked: int = 0
    right: int = 0
    given: int = 0
    wrong: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of what is true that was found."""
        return self.right / max(1, self.asked)

    @property
    def precision(self) -> float:
        """The share of what was found that is true."""
        return 1 - self.wrong / max(1, self.given)


@dataclass(frozen=True)
class Others:
    """The archive, and its minutes by the names of their files."""

    index: Index
    minutes: dict[str, Minutes]

    def place(self, target: Target) -> tuple[str, int | None]:
        """A target as the truth names it: the file, and the item's number."""
        name = next((name for name, made in self.minutes.items() if made.id == target.minutes), "")
        row = self.index.ask(
            "select i.no from item i where i.minutes=? and (i.id=? or i.rowid in (select item from clause where id=?))",
            target.minutes, target.node, target.node,
        )  # fmt: skip
        return name, row[0][0] if row else None


def opened(folder: Path) -> Others:
    """All of them in an archive in `folder`."""
    ids, made = CountingIds(), {}
    for name in TRUTH:
        brought = bring_in(FOLDER / f"{name}.txt", folder, ids)
        made[name] = _named(brought.minutes, name.partition("-")[0])
        if made[name] is not brought.minutes:
            save(brought.path, made[name], fingerprint(brought.path))
    index = Index(Archive.open(folder))
    refresh(index)
    return Others(index, made)


def _named(minutes: Minutes, name: str) -> Minutes:
    """The minutes with a name for their body where none was read: a person gives it one when they are brought in."""
    return minutes if minutes.body.name else replace(minutes, body=Body(name, name.upper(), name.upper()))


def references(others: Others) -> Score:
    """Every reference of the truth, by where it leads; one that leads to a wrong place is a false link."""
    score = Score()
    for name, minutes in others.minutes.items():
        found = [
            (words(block).plain, ref, target)
            for block, cited in cited_in(others.index, minutes)
            for ref, target in cited
        ]
        told = [_told(truth, found) for truth in TRUTH[name]["refs"]]
        for truth, match in zip(TRUTH[name]["refs"], told, strict=True):
            score.asked += 1
            if match is not None and _leads(others, truth, match[2]):
                score.right += 1
            else:
                score.faults.append(f"{name}: {truth} -> {match and (match[1][:6], match[2])}")
        score.given += len(found)
        for whole, ref, target in found:
            if target.outcome not in {"found", "near"}:
                continue
            mine = [truth for truth in TRUTH[name]["refs"] if _over(truth[0], whole, ref)]
            if not any(_leads(others, truth, target) for truth in mine):
                score.wrong += 1
                score.faults.append(f"{name}: FALSE {whole[ref.start : ref.end]!r} -> {others.place(target)}")
    return score


Found = tuple[str, Reference, Target]


def _told(truth: list[Any], found: list[Found]) -> Found | None:
    over = [one for one in found if _over(truth[0], one[0], one[1])]
    return min(over, key=lambda one: abs(one[1].start - one[0].index(truth[0])), default=None)


def _over(key: str, whole: str, ref: Reference) -> bool:
    at = whole.find(key)
    return at >= 0 and ref.start < at + len(key) and at < ref.end


def _leads(others: Others, truth: list[Any], target: Target) -> bool:
    outcomes = truth[1].split()
    if target.outcome not in outcomes:
        return False
    if target.outcome not in {"found", "near"} and not (target.outcome == "own" and len(truth) > 3):
        return True
    name, number = others.place(target)
    return name == truth[2] and (len(truth) < 4 or number == truth[3])


def promised(others: Others) -> tuple[Score, Score, Score]:
    """The promises; and of those that were found, the party and the day."""
    every, who, due = Score(), Score(), Score()
    listed = promises(others.index)
    for name, minutes in others.minutes.items():
        mine = [one for one in listed if one.place.minutes == minutes.id]
        known = [*(truth[0] for truth in TRUTH[name]["promises"]), *TRUTH[name]["maybe"]]
        for truth in TRUTH[name]["promises"]:
            every.asked += 1
            match = next((one for one in mine if truth[0] in one.words), None)
            if match is None:
                every.faults.append(f"{name}: missed {truth}")
                continue
            every.right += 1
            who.asked, due.asked = who.asked + 1, due.asked + 1
            is_who = (match.who or "").casefold().startswith(truth[1].casefold()) if truth[1] else True
            who.right += is_who
            is_due = _is_due(others.index, truth[2], match)
            due.right += is_due
            if not is_who or not is_due:
                every.faults.append(f"{name}: {truth} given as {match.who} {match.deadline} {match.planned}")
        every.given += len(mine)
        for one in mine:
            if not any(key in one.words or one.words in key for key in known):
                every.wrong += 1
                every.faults.append(f"{name}: TOO MUCH {one.words!r}")
    return every, who, due


def _is_due(index: Index, day: str, owed: Owed) -> bool:
    if day == "next":
        bound = index.ask("select meeting from promise where minutes=? and node=?", owed.place.minutes, owed.place.node)
        return any(meeting == "@next" for (meeting,) in bound)
    return (owed.deadline or owed.planned or "").startswith(day) if day else not owed.deadline


def followed(others: Others) -> Score:
    """What each later item takes up: the first suggestion (`right`), and in how many it is among three (`given`)."""
    score = Score()
    suggester = Suggester(others.index)
    for name, minutes in others.minutes.items():
        tree = {section.number: section for section in sections(derive(minutes.blocks))}
        wanted = {item: (file, number) for item, file, number in TRUTH[name].get("follows", [])}
        for number, section in tree.items():
            found = suggester.suggestions(minutes, section.item.id)
            places = [(next(n for n, m in others.minutes.items() if m.id == one.minutes), one.number) for one in found]
            if number in wanted:
                score.asked += 1
                score.right += places[:1] == [wanted[number]]
                score.given += wanted[number] in places
                if places[:1] != [wanted[number]]:
                    score.faults.append(f"{name} {number}: {wanted[number]} not first of {places}")
            elif found and found[0].p >= LEAST:
                score.wrong += 1
                score.faults.append(
                    f"{name} {number}: TOO MUCH {[(p, round(f.p, 2)) for p, f in zip(places, found, strict=True)]}"
                )
        score.faults += [f"{name}: no item {number}" for number in wanted if number not in tree]
    return score


def report(others: Others) -> Iterator[str]:
    """Every score in a line, and every fault under it."""
    refs, follows = references(others), followed(others)
    every, who, due = promised(others)
    yield f"references {refs.right}/{refs.asked}, false {refs.wrong}"
    yield from (f"    {fault}" for fault in refs.faults)
    yield f"promises {every.right}/{every.asked}, too much {every.wrong} of {every.given}; who {who.right}/{who.asked},"
    yield f"    due {due.right}/{due.asked}"
    yield from (f"    {fault}" for fault in every.faults)
    yield f"follow-ups first {follows.right}/{follows.asked}, among three {follows.given}; too much {follows.wrong}"
    yield from (f"    {fault}" for fault in follows.faults)


def main() -> None:
    """Print the scores."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CACHE_HOME"] = home
        print(datetime.date.today(), *report(opened(Path(home) / "Protokoll")), sep="\n")


if __name__ == "__main__":
    main()
