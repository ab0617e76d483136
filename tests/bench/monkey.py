"""The long run of the paper's monkey: `python tests/bench/monkey.py [RUNS] [KEYS] [FIRST_SEED]` (400 × 250)."""

import os
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.theme import Theme
from tests.desktop.paper.fuzz import Monkey


def main(runs: int, keys: int, first: int) -> int:
    """Print every seed that breaks something; the exit code is 1 if one does."""
    application = QApplication([])
    theme, done, broken, began = Theme("light"), Counter[str](), 0, time.monotonic()
    for seed in range(first, first + runs):
        monkey = Monkey(theme, seed)
        wrong = monkey.run(keys)
        done += monkey.done
        if wrong:
            broken += 1
            print(f"seed {seed}: {wrong}", flush=True)
        monkey.sheet.deleteLater()
        application.processEvents()
    print(f"{runs} × {keys} = {done.total()} things done in {time.monotonic() - began:.0f} s, {broken} runs broken")
    print(", ".join(f"{name} {count}" for name, count in done.most_common()))
    return bool(broken)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]] + [400, 250, 1000][len(sys.argv) - 1 :]
    sys.exit(main(*given[:3]))
