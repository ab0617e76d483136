"""Search side by side: `python -m tests.bench.searching [MEETINGS] [EACH] [ENGINE…] [--words]` prints a table.

Quality is Recall@1 and @5 for each kind of question; speed is milliseconds of this thread's time (whole questions, and
one for every key as a person types), so that other work on the machine does not count; building is minutes a second;
`--words` leaves out the facts that search does not ask for (references, promises), to fill large archives sooner.
"""

import os
import resource
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from statistics import mean

from model.index import facts
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.store.archive import Archive
from tests.bench.engines import Engine, available
from tests.bench.generate import Generator
from tests.bench.queries import KINDS, Asked, keystrokes, questions

SLICE = 100


def main(meetings: int, each: int, wanted: list[str]) -> None:
    """Run all engines on the same archive and print."""
    maker = Generator(meetings)
    with tempfile.TemporaryDirectory() as home:
        os.environ["VID_TANGENTERNA_CACHE"] = home + "/cache"
        engines = [e for e in available() if not wanted or any(word in e.name for word in wanted)]
        running: list[tuple[Engine, list[float]]] = []
        for number, engine in enumerate(engines):
            folder = Path(home) / str(number)
            folder.mkdir()
            first = next(Generator(meetings).minutes())
            Archive.create(folder, first.body)
            running.append((engine(folder), []))
        part: list[Minutes] = []
        for one in maker.minutes():
            part.append(one)
            if len(part) == SLICE * 10:
                _add(running, part)
                part = []
        _add(running, part)
        asked = questions(maker.made, each)
        typed = keystrokes(asked, 2000)
        print(f"{meetings} meetings, {len(maker.made.items)} items, {len(asked)} questions, {len(typed)} keystrokes\n")
        _report(running, meetings, asked, typed, Path(home))


def _add(running: list[tuple[Engine, list[float]]], part: list[Minutes]) -> None:
    for engine, spent in running:
        began = time.process_time()
        engine.add(part)
        spent.append(time.process_time() - began)


def _report(
    running: list[tuple[Engine, list[float]]], meetings: int, asked: list[Asked], typed: list[str], home: Path
) -> None:
    rows: dict[str, list[str]] = defaultdict(list)
    for number, (engine, spent) in enumerate(running):
        rights, times = _quality(engine, asked)
        for kind in KINDS:
            rows[kind].append(_shares(rights[kind]))
        rows["all"].append(_shares([pair for kind in KINDS for pair in rights[kind]]))
        rows["question p50 / p99 ms"].append(_times(times))
        keys = [_timed(engine, words)[1] for words in typed]
        rows["key p50 / p99 ms"].append(_times(keys))
        rows["keys of 2-4 letters p99 ms"].append(_times([t for t, w in zip(keys, typed, strict=True) if len(w) <= 4]))
        rows["minutes a second"].append(f"{meetings / sum(spent):.0f}")
        rows["add one, ms"].append(_adding(engine))
        rows["MB"].append(f"{_size(home, number) / 1e6:.0f}")
    print("| R@1 / R@5 | " + " | ".join(engine.name for engine, _ in running) + " |")
    print("|---|" + "---|" * len(running))
    for name, cells in rows.items():
        print(f"| {name} | " + " | ".join(cells) + " |")
    print(f"\n{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB in memory at most, all engines")


def _quality(engine: Engine, asked: list[Asked]) -> tuple[dict[str, list[tuple[int, int]]], list[float]]:
    rights: dict[str, list[tuple[int, int]]] = defaultdict(list)
    times = []
    for one in asked:
        found, spent = _timed(engine, one.words)
        times.append(spent)
        rights[one.kind].append((bool(set(found[:1]) & one.right), bool(set(found[:5]) & one.right)))
        if "-v" in sys.argv and not set(found[:5]) & one.right:
            print(engine.name, one.kind, one.words)
    return rights, times


def _timed(engine: Engine, words: str) -> tuple[list[str], float]:
    began = time.thread_time()
    found = engine.ask(words, 20)
    return found, (time.thread_time() - began) * 1000


def _adding(engine: Engine) -> str:
    times = []
    for made in list(Generator(300, seed=99).minutes())[:30]:
        one = replace(made, id=NodeId(f"{made.id}-new"))
        began = time.perf_counter()
        engine.add([one])
        times.append((time.perf_counter() - began) * 1000)
    return _times(times)


def _shares(rights: list[tuple[int, int]]) -> str:
    return f"{mean(first for first, _ in rights):.2f} / {mean(five for _, five in rights):.2f}"


def _times(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:.1f} / {ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]:.1f}"


def _size(home: Path, number: int) -> int:
    folders = [home / str(number)] + ([home / "cache"] if number == 0 else [])
    return sum(file.stat().st_size for folder in folders for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    if "--words" in sys.argv:
        facts.READERS = (facts.people, facts.amounts)
    main(int(words[0]) if words else 1000, int(words[1]) if len(words) > 1 else 30, words[2:])
