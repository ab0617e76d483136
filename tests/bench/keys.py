"""Time of one key, inside the process, at ten and a hundred items: `python tests/bench/keys.py`. CPU time, in ms.

From the key event to the painted viewport: command, history, mirror, paint. The journal and the other panes are left
out; from key to pixel, with all of it, has to be measured from outside.
"""

import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.paper.sheet import Sheet
from desktop.theme import Theme
from model.edit.document import Document
from model.record.ids import PRESENT, NodeId
from model.record.minutes import Minutes
from tests import builders

LINE = "Representanter från nätverket presenterar tankar om förändringar av verksamheten efter beslutet i styrelsen. "
PEOPLE = ", ".join(f"Anna{letter * 3} Berg{letter * 3}, Lund" for letter in "abcdefghijkl")


def large(items: int) -> Minutes:
    """So many items with two paragraphs and two clauses each."""
    one = [
        builders.item(f"Ärende {n}", *(builders.paragraph(LINE * 2) for _ in range(2)), builders.clause(LINE[:60]),
                      builders.clause(LINE[:80]))
        for n in range(items)
    ]  # fmt: skip
    return builders.minutes(*one)


def measured(sheet: Sheet, node: NodeId, words: str) -> list[float]:
    """Milliseconds of CPU for each of the keys of `words`, the caret in `node`."""
    sheet.go_to(node, 10_000)
    QApplication.processEvents()
    found = []
    for letter in words:
        began = time.process_time()
        QApplication.sendEvent(
            sheet, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        )
        QApplication.processEvents()
        found.append((time.process_time() - began) * 1000)
    return found


def say(what: str, times: list[float]) -> None:
    """One line of the table."""
    cuts = statistics.quantiles(times, n=100)
    print(f"{what:34} {statistics.median(times):6.2f} {cuts[89]:6.2f} {cuts[98]:6.2f} {max(times):7.2f}")


def main() -> None:
    """The table: p50, p90, p99 and the worst, in ms."""
    application = QApplication([])
    theme = Theme("light")
    print(f"{'':34} {'p50':>6} {'p90':>6} {'p99':>6} {'max':>7}")
    for items in (10, 100):
        minutes = large(items)
        sheet = Sheet(theme, Document(minutes))
        sheet.resize(800, 800)
        sheet.show()
        application.processEvents()
        places = {
            "first": minutes.blocks[1],
            "middle": minutes.blocks[len(minutes.blocks) // 2],
            "last": minutes.blocks[-1],
        }
        for where, block in places.items():
            say(f"{items} items, {where} block", measured(sheet, block.id, LINE * 3))
        say(f"{items} items, Närvarande, 12 people", measured(sheet, PRESENT, PEOPLE))
        say(f"{items} items, heading", measured(sheet, minutes.blocks[0].id, LINE))


if __name__ == "__main__":
    main()
