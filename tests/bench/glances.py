"""What the ghosts are worth: keys they spare, and how often what they show is what was going to be typed.

Every set of minutes is typed with what all the others of its group teach, sign by sign, taking each ghost that writes
what comes next. A *showing* is one proposal for as long as it stands: it is right if it, or its first words, came true.
A wrong one costs a glance. Keys are those of the body's words alone.

    python -m tests.bench.glances [-v]
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from model.intake.sources import read_file
from model.language.autotext import shipped
from model.language.datewords import rewritten
from model.language.ghosts import Ghost, GhostKind, Ghosts, Pending
from model.language.membership import derived
from model.language.phrases import learned
from model.language.typography import NBSP
from model.language.whois import known_people
from model.record.blocks import Block, Clause, Item, Paragraph, Row, words
from model.record.ids import CountingIds
from model.record.minutes import Minutes
from tests.bench.keystrokes import presses

TESTS = Path(__file__).resolve().parents[1]
GROUPS = {
    "the five samples": sorted((TESTS.parent / "seeds").glob("*.txt")),
    "invented minutes of other bodies": sorted(
        path for path in (TESTS / "model" / "intake" / "others").iterdir() if path.suffix in (".txt", ".md")
    ),
}
WORTH = 2
"""Letters that a ghost must save for somebody to take it."""


@dataclass(slots=True)
class Tally:
    """Presses by hand and with ghosts; showings, those that came true, and those that did not."""

    plain: int = 0
    typed: int = 0
    shown: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count `other` in."""
        self.plain, self.typed = self.plain + other.plain, self.typed + other.typed
        self.shown, self.right = self.shown + other.shown, self.right + other.right
        self.wrong += other.wrong

    @property
    def precision(self) -> float:
        """The share of showings that came true."""
        return self.right / self.shown if self.shown else 1.0

    @property
    def ratio(self) -> float:
        """Keys with ghosts to keys without."""
        return self.typed / self.plain if self.plain else 1.0


def told(minutes: Minutes, others: Sequence[Minutes]) -> Tally:
    """The body of `minutes` typed with what `others` teach."""
    tally, own = Tally(), learned(others)
    day = partial(rewritten, near=minutes.meeting.date, style=minutes.style)
    ghosts = Ghosts(shipped(), own, known_people(minutes, derived(others), own.people), (), day)
    for block in minutes.blocks:
        text, kind = words(block).plain.replace(NBSP, " "), kind_of(block)
        if kind is not None:
            tally.add(Typing(ghosts, kind, text).tally)
            ghosts.hear(text)
    return tally


def kind_of(block: Block) -> GhostKind | None:
    """The kind of ghosts in a block; none in a row."""
    kinds: dict[type, GhostKind] = {Item: "heading", Clause: "clause", Paragraph: "paragraph"}
    return None if isinstance(block, Row) else kinds[type(block)]


class Typing:
    """One block typed; `tally` says how it went."""

    def __init__(self, ghosts: Ghosts, kind: GhostKind, text: str) -> None:
        self.tally = Tally(plain=presses(text))
        self._text, self._showing, self._tail, self._came_true = text, "", "", False
        at, pending = 0, None
        while at < len(text):
            ghost = ghosts.ghost(text[:at], kind, pending) if at else None
            if pending is None or ghost is None or ghost.insert != self._tail:
                self._look(ghost, text[:at])
            self._tail = ghost.insert if pending and ghost else ""
            taken = self._taken(ghost, text[:at], at)
            if taken:
                at, pending = taken
                self.tally.typed += 1
                if at == len(text) or not pending:
                    self._settle()
                continue
            self.tally.typed += presses(text[at])
            at += 1
            if ghosts_heard(text, at):
                ghosts.hear(text[:at])
        self._settle()

    def _look(self, ghost: Ghost | None, before: str) -> None:
        """A proposal begins, goes on or ends."""
        proposed = ghost.accepted(before)[0] if ghost else ""
        if proposed == self._showing:
            return
        self._settle()
        self._showing = proposed
        self._came_true = bool(proposed) and self._text.startswith(proposed)

    def _settle(self) -> None:
        if self._showing:
            self.tally.shown += 1
            self.tally.right += self._came_true
            if not self._came_true:
                self.tally.wrong.append(self._showing[-60:])
        self._showing, self._came_true = "", False

    def _taken(self, ghost: Ghost | None, before: str, at: int) -> tuple[int, Pending | None] | None:
        """Where the text stands after Tab, or after the arrow that takes one word; None if neither is worth it."""
        if ghost is None or (len(ghost.insert) < WORTH and not ghost.back):
            return None
        written, pending = ghost.accepted(before)
        if self._text.startswith(written):
            self._came_true = True
            return len(written), pending
        word = first_word(ghost.insert)
        if not ghost.back and len(word) > WORTH and self._text.startswith(word, at):
            self._came_true = True
            return at + len(word), None
        return None


def first_word(insert: str) -> str:
    """What the right arrow takes."""
    lead = len(insert) - len(insert.lstrip())
    end = insert.find(" ", lead)
    return insert if end < 0 else insert[:end]


def ghosts_heard(text: str, at: int) -> bool:
    """The words of a block are known from each blank on."""
    return text[at - 1] == " "


def measured(paths: Sequence[Path]) -> Iterator[tuple[str, Tally]]:
    """Each set of minutes with what the others teach."""
    records = [(path.stem, read_file(path, CountingIds()).minutes) for path in paths]
    for name, minutes in records:
        yield name, told(minutes, [other for at, other in records if at != name])


if __name__ == "__main__":
    for group, paths in GROUPS.items():
        whole = Tally()
        print(group)
        for name, tally in measured(paths):
            whole.add(tally)
            print(f"  {name[:22]:24}{tally.ratio:6.3f} of {tally.plain:5}   {tally.right:4} of {tally.shown:4} right"
                  f"   {tally.precision:5.2f}")  # fmt: skip
        spared = (whole.plain - whole.typed) / max(1, len(whole.wrong))
        print(f"  {'all':24}{whole.ratio:6.3f} of {whole.plain:5}   {whole.right:4} of {whole.shown:4} right"
              f"   {whole.precision:5.2f}; {spared:.1f} keys spared for each wrong glance")  # fmt: skip
        if "-v" in sys.argv:
            print(*sorted(whole.wrong), sep="\n")
