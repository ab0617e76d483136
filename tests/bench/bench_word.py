"""What a Word file and a record cost, as ratios of medians in one run: `python -m tests.bench.bench_word`."""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from model.record.minutes import Minutes
from model.store.reader import from_bytes, parse
from model.store.schema import faults
from model.store.writer import to_bytes
from model.word.export import to_docx
from tests.bench.idiomatic import template, written
from tests.bench.render import hundred
from tests.model.word.goldrecords import gold

FILE = Path("protokoll.xml")


def median(work: Callable[[], object], times: int) -> float:
    """Milliseconds of processor time."""
    work()
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append((time.process_time() - start) * 1000)
    return statistics.median(found)


def measured(minutes: Minutes, times: int) -> dict[str, float]:
    """The costs of one set of minutes."""
    data, base = to_bytes(minutes), template()

    def xml() -> None:
        written_ = to_bytes(minutes)
        parse(written_)
        faults(written_, FILE)

    return {
        "XML write": median(lambda: to_bytes(minutes), times),
        "XML write + parse + validate": median(xml, times),
        "XML read into a record, validated": median(lambda: from_bytes(data, FILE), times),
        "Word export": median(lambda: to_docx(minutes), times),
        "idiomatic python-docx": median(lambda: written(minutes, base), max(3, times // 10)),
    }


def main() -> None:
    """Print milliseconds and ratios for nine and about a hundred items."""
    for name, minutes in (("9 items", gold("kdg-2015-08")), ("108 items", hundred())):
        found = measured(minutes, 50)
        say = sys.stdout.write
        say(f"{name}\n")
        for what, cost in found.items():
            say(f"  {what:<36}{cost:9.2f} ms   {cost / found['Word export']:6.2f} x Word export\n")
        say(f"  XML : Word     = 1 : {found['Word export'] / found['XML write + parse + validate']:.1f}\n")
        say(f"  Word : peer    = 1 : {found['idiomatic python-docx'] / found['Word export']:.1f}\n")
        say(f"  XML : peer     = 1 : {found['idiomatic python-docx'] / found['XML write + parse + validate']:.1f}\n")


if __name__ == "__main__":
    main()
