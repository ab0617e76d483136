"""How well and how fast earlier decisions are suggested: `python -m tests.bench.bench_linking MEETINGS [QUESTIONS]`.

The questions are items of generated minutes with their heading and first sentence, as when somebody has begun to type:
true follow-ups, and all the other items of the same meetings, which follow nothing. Prints figures; asserts nothing.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from model.index.entering import put
from model.index.opened import Index
from model.index.suggest import LEAST, SURE, Suggester, Suggestion
from model.record.blocks import Item, Paragraph
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.store.archive import Archive
from tests.bench.generate import Generated, Generator

TARGET = 0.95
"""The precision at which it is counted how many of the true follow-ups are shown."""


@dataclass(frozen=True)
class Asked:
    """One answer: what was shown first, what would be right, and how long it took by the clock and of CPU (ms)."""

    answers: list[Suggestion]
    right: frozenset[str]
    took: float
    spent: float

    @property
    def is_follow_up(self) -> bool:
        """True when the item does follow an earlier one."""
        return bool(self.right)

    def within(self, places: int) -> bool:
        """True when a right answer stands among the first `places`."""
        return any(found.item in self.right for found in self.answers[:places])


def begun(minutes: Minutes, node: NodeId) -> Minutes:
    """The minutes as when their other items are not written yet: this one has its heading and first sentence."""
    kept: list[Item | Paragraph] = []
    for block in minutes.blocks:
        if isinstance(block, Item):
            current = block.id
            if current == node:
                kept.append(block)
        elif isinstance(block, Paragraph) and current == node and len(kept) == 1:
            kept.append(block)
    return replace(minutes, blocks=tuple(kept))


def indexed(meetings: int) -> tuple[Index, Generated, list[Minutes]]:
    """An index of so many generated meetings."""
    maker = Generator(meetings)
    made = list(maker.minutes())
    index = Index(Archive.create(Path(tempfile.mkdtemp()) / "Protokoll", made[0].body))
    start = time.process_time()
    for first in range(0, len(made), 100):
        with index.writing():
            for minutes in made[first : first + 100]:
                put(index, Path(f"/{minutes.id}"), minutes)
    spent = time.process_time() - start
    print(f"{len(made)} meetings indexed in {spent:.1f} s of CPU, {len(made) / spent:.0f} a second")
    return index, maker.made, made


def questions(made: Generated, minutes: list[Minutes], wanted: int) -> Iterator[tuple[Minutes, NodeId, frozenset[str]]]:
    """Items of meetings drawn at random, each with the earlier items of its matter."""
    earlier: dict[str, frozenset[str]] = {}
    for matter in made.matters:
        for place, standing in enumerate(matter.stood):
            earlier[standing.node] = frozenset(before.node for before in matter.stood[:place])
    drawn = random.Random(7).sample(minutes, min(wanted, len(minutes)))
    for one in drawn:
        for block in one.blocks:
            if isinstance(block, Item):
                yield one, block.id, earlier.get(block.id, frozenset())


def ask(suggester: Suggester, minutes: Minutes, node: NodeId, right: frozenset[str]) -> Asked:
    """Ask as when the item has just been begun."""
    draft = begun(minutes, node)
    start, spent = time.perf_counter(), time.thread_time()
    answers = suggester.ranked(draft, node, 5)
    return Asked(answers, right, (time.perf_counter() - start) * 1000, (time.thread_time() - spent) * 1000)


def cover(asked: list[Asked]) -> tuple[float, float]:
    """The share of true follow-ups shown, and the threshold, when the first is right as often as `TARGET`."""
    shown = sorted(((a.answers[0].p, a.within(1)) for a in asked if a.answers), reverse=True)
    truths = sum(a.is_follow_up for a in asked)
    best, right = (0.0, 1.0), 0
    for place, (p, is_right) in enumerate(shown, 1):
        right += is_right
        if right / place >= TARGET:
            best = (right / truths, p)
    return best


def main(meetings: int, wanted: int) -> None:
    """Print the table."""
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp()
    index, made, minutes = indexed(meetings)
    suggester = Suggester(index)
    asked = [ask(suggester, *question) for question in questions(made, minutes, wanted)]
    follow = [a for a in asked if a.is_follow_up]
    times = sorted(a.took for a in asked)
    share, threshold = cover(asked)
    loud = [a for a in asked if a.answers and a.answers[0].p >= SURE]
    print(f"{len(asked)} items, {len(follow)} follow an earlier one")
    first, five = (statistics.fmean(a.within(places) for a in follow) for places in (1, 5))
    print(f"R@1 {first:.3f}  R@5 {five:.3f}")
    print(f"shown at precision ≥ {TARGET}: {share:.3f} (threshold {threshold:.2f})")
    print(f"at p ≥ {SURE}: precision {statistics.fmean(a.within(1) for a in loud):.3f}, {len(loud)} shown")
    quiet = [a for a in asked if not a.is_follow_up and a.answers and a.answers[0].p >= LEAST]
    print(f"false in the short list: {len(quiet)} of {len(asked) - len(follow)}")
    cpu = sorted(a.spent for a in asked)
    print(f"of CPU: p50 {cpu[len(cpu) // 2]:.1f} ms  p99 {cpu[int(len(cpu) * 0.99)]:.1f} ms  worst {cpu[-1]:.1f} ms")
    last = times[int(len(times) * 0.99)]
    print(f"by the clock: p50 {times[len(times) // 2]:.1f} ms  p99 {last:.1f} ms  worst {times[-1]:.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200)
