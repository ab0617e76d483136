"""Search side by side: `python -m tests.bench.searching [MEETINGS] [EACH] [ENGINE…] [--in=FOLDER] [--add] [--words]`.

Quality is Recall@1 and @5 for each kind of question; speed is milliseconds of this thread's time (whole questions, and
one for every key as a person types), so that other work on the machine does not count; building is minutes a second;
`--in` keeps what the engines have built in a folder and asks it again the next time, `--add` adds to it too; `--words`
leaves out the facts that search does not ask for (references, promises), to fill large archives sooner; `-v` tells what
was missed.
"""

import gc
import os
import pickle
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import mean
from typing import TypeVar

from model.index import facts
from model.record.ids import NodeId
from model.store.archive import Archive
from tests.bench.engines import Engine, available
from tests.bench.generate import Generated, Generator
from tests.bench.queries import KINDS, Asked, keystrokes, questions

T = TypeVar("T")

PART = 1000
"""Minutes that an engine takes at a time when it is built."""


def main(meetings: int, each: int, wanted: list[str], home: Path, *, adds: bool) -> None:
    """Run all engines on the same archive and print."""
    os.environ["VID_TANGENTERNA_CACHE"] = str(home / "ours")
    engines = [e for e in available() if not wanted or any(word in e.name for word in wanted)]
    running = [(engine, *_built(engine, meetings, home / engine.name.split()[0])) for engine in engines]
    made = _made(meetings, home / "made.pickle")
    asked = questions(made, each)
    typed = keystrokes(asked, 2000)
    gc.freeze()  # what was generated is no part of any engine
    print(f"{meetings} meetings, {len(made.items)} items, {len(asked)} questions, {len(typed)} keystrokes\n")
    _report([(opened, spent) for _, opened, spent in running], meetings, asked, typed, home, adds=adds)


def _made(meetings: int, kept: Path) -> Generated:
    """What stands in the minutes."""
    if not kept.is_file():
        maker = Generator(meetings)
        for _ in maker.minutes():
            pass
        kept.write_bytes(pickle.dumps(maker.made))
    made: Generated = pickle.loads(kept.read_bytes())
    return made


def _built(engine: type[Engine], meetings: int, folder: Path) -> tuple[Engine, float]:
    """The engine, filled, and the seconds of this process that it took."""
    done = folder / "seconds"
    if done.is_file():
        return engine(folder), float(done.read_text())
    folder.mkdir(parents=True)
    Archive.create(folder, next(Generator(meetings).minutes()).body)
    opened, spent, minutes = engine(folder), 0.0, Generator(meetings).minutes()
    while part := list(islice(minutes, PART)):
        began = time.process_time()
        opened.add(part)
        spent += time.process_time() - began
    opened.rest()
    done.write_text(str(spent))
    return opened, spent


def _report(
    running: list[tuple[Engine, float]], meetings: int, asked: list[Asked], typed: list[str], home: Path, *, adds: bool
) -> None:
    rows: dict[str, list[str]] = defaultdict(list)
    for engine, spent in running:
        rights, times = _quality(engine, asked)
        for kind in KINDS:
            rows[kind].append(_shares(rights[kind]))
        rows["all"].append(_shares([pair for kind in KINDS for pair in rights[kind]]))
        rows["question p50 / p99 ms"].append(_times(times))
        keys = [_timed(engine.ask, words)[1] for words in typed]
        rows["key p50 / p99 ms"].append(_times(keys))
        rows["keys of 2-4 letters p50 / p99 ms"].append(
            _times([t for t, w in zip(keys, typed, strict=True) if len(w) <= 4])
        )
        engine.rest()
        rows["key p50 / p99 ms, nothing shown"].append(_times([_timed(engine.rank, words)[1] for words in typed]))
        rows["minutes a second"].append(f"{meetings / spent:.0f}")
        rows["MB"].append(f"{_size(home / engine.name.split()[0]) / 1e6:.0f}")
        if adds:
            busy, waited = _adding(engine)
            rows["add one p50 / p99 ms, busy"].append(_times(busy))
            rows["add one p50 / p99 ms, by the clock"].append(_times(waited))
    print("| R@1 / R@5 | " + " | ".join(engine.name for engine, _ in running) + " |")
    print("|---|" + "---|" * len(running))
    for name, cells in rows.items():
        print(f"| {name} | " + " | ".join(cells) + " |")
    print(f"\n{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB in memory at most, all engines")


def _quality(engine: Engine, asked: list[Asked]) -> tuple[dict[str, list[tuple[int, int]]], list[float]]:
    rights: dict[str, list[tuple[int, int]]] = defaultdict(list)
    times = []
    for one in asked:
        found, spent = _timed(engine.ask, one.words)
        times.append(spent)
        rights[one.kind].append((bool(set(found[:1]) & one.right), bool(set(found[:5]) & one.right)))
        if "-v" in sys.argv and not set(found[:5]) & one.right:
            print(engine.name, one.kind, one.words)
    return rights, times


def _timed(ask: Callable[[str, int], T], words: str) -> tuple[T, float]:
    began = time.thread_time()
    found = ask(words, 20)
    return found, (time.thread_time() - began) * 1000


def _adding(engine: Engine) -> tuple[list[float], list[float]]:
    """Milliseconds to add each of a hundred minutes more: of this process, and by the clock (the disk's too)."""
    busy, waited = [], []
    for made in islice(Generator(300, seed=99).minutes(), 100):
        one = replace(made, id=NodeId(f"{made.id}-{time.time_ns()}"))
        began = time.process_time(), time.perf_counter()
        engine.add([one])
        busy.append((time.process_time() - began[0]) * 1000)
        waited.append((time.perf_counter() - began[1]) * 1000)
    return busy, waited


def _shares(rights: list[tuple[int, int]]) -> str:
    return f"{mean(first for first, _ in rights):.3f} / {mean(five for _, five in rights):.3f}"


def _times(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:.1f} / {ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]:.1f}"


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _run(words: list[str]) -> None:
    plain = [word for word in words if not word.startswith("-")]
    if "--words" in words:
        facts.READERS = (facts.people, facts.amounts)
    kept = next((Path(word.removeprefix("--in=")) for word in words if word.startswith("--in=")), None)
    with tempfile.TemporaryDirectory() as fresh:
        meetings, each = (*map(int, plain[:2]), *(1000, 30)[len(plain) :])[:2]
        main(meetings, each, plain[2:], kept or Path(fresh), adds=not kept or "--add" in words)


if __name__ == "__main__":
    _run(sys.argv[1:])
