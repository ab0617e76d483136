"""kill -9 of the whole program, over and over: `python -m tests.bench.killing [KILLS] [SEED]` (100).

Each time the program types the minutes 1/2019 and is killed at a key, or while it saves, makes a Word file or takes in
a large paste. Every key that was applied must come back from the journal; the archive must hold the words of a whole
earlier record, and no Word file or a whole one. Prints what was lost, by what was being done; the exit code is 1 then.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Paths, Program, make_application
from desktop.paper.sheet import Sheet
from desktop.paper.words import nodes, plain
from desktop.theme import Theme
from model.edit.document import Document
from model.errors import MinutesError
from model.record.ids import CountingIds
from model.record.minutes import Minutes
from model.store.archive import Archive
from model.store.minutesfile import load
from model.store.recovery import find, replay
from tests.bench.loose import at_home
from tests.journeys.test_hard_death import first
from tests.journeys.typist import body, events, gold, header

STEPS, EVERY = 600, 30
"""Keys and deeds that are done, and keys between two deeds."""

DEEDS = ("save", "to_word", "paste")
LARGE = "\n".join(f"{n}. Rubrik {n}\nDirektörerna diskuterade frågan.\natt godkänna\natt uppdra" for n in range(1, 40))

Step = QKeyEvent | str
"""A key, or the name of a deed."""


def steps() -> Iterator[Step]:
    """The minutes' keys with deeds between them."""
    truth = gold("kdg-2019-01")
    for number, event in enumerate(events(*header(truth), *body(truth))):
        if number and number % EVERY == 0:
            yield DEEDS[number // EVERY % len(DEEDS)]
        yield event


def done(sheet: Sheet) -> Iterator[Step]:
    """Do the steps on the paper; each that is to be done by the program is given back before."""
    for number, step in enumerate(steps()):
        if number == STEPS:
            return
        if isinstance(step, QKeyEvent):
            QApplication.sendEvent(sheet, step)
        elif step == "paste":
            data = QMimeData()
            data.setText(LARGE)
            sheet.insertFromMimeData(data)
        yield step


def be_killed(home: Path) -> None:
    """What the process does that is killed: type and tell of each step before and after it."""
    at_home(home)
    application = make_application(["protokoll"])
    program = Program(application, Paths(home / "config" / "settings.json", home / "state"), home / "archive")
    program.show()
    program.after_paint()
    program.session.begin(first())
    sheet = program.window.sheet
    sheet._ids = CountingIds()
    while program.session.path is None:
        QTest.qWait(10)
    for number, step in enumerate(done(sheet), 1):
        if step in ("save", "to_word"):
            program.desk.actions[str(step)].trigger()
        os.write(1, f"{number}\n".encode())
        application.processEvents()
        if isinstance(step, str):
            QTest.qWait(30)
    while True:
        QTest.qWait(100)


def killed(home: Path, point: int, delay: float) -> int:
    """Start, kill at step `point` and `delay` seconds; the last step that it told of."""
    Archive.create(home / "archive", first().body)
    script = f"from pathlib import Path; from tests.bench.killing import be_killed; be_killed(Path({str(home)!r}))"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= point:
                break
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        return max([point, *(int(line) for line in process.stdout)])


def lost(home: Path, told: int, records: list[Minutes]) -> list[str]:
    """What is not as it must be after a kill."""
    found = []
    (left,) = find(home / "state" / "journals", spare=()) or (None,)
    (file,) = (home / "archive").rglob("protokoll.xml")
    try:
        kept = load(file).minutes
    except MinutesError as error:
        return [f"the archive's record cannot be read: {type(error).__name__}"]
    back = replay(left).minutes if left is not None else kept
    if back not in records[told : told + 2]:
        place = next((n for n, record in enumerate(records) if record == back), None)
        found.append(f"told of {told}, came back to {place}")
    if not any(said(kept) == said(record) for record in reversed(records[: told + 2])):
        found.append("the archive's record is none that was typed")
    files = (home / "archive").rglob("*.docx")
    found += ["a broken Word file" for file in files if not zipfile.is_zipfile(file) or zipfile.ZipFile(file).testzip()]
    return found


def said(minutes: Minutes) -> list[str]:
    """The words of every block; what the archive understands of them it adds itself."""
    return [plain(minutes, node) for node in nodes(minutes)]


def main(kills: int, seed: int) -> int:
    """Kill; the exit code."""
    application, chance = QApplication([]), random.Random(seed)
    sheet = Sheet(Theme("light"), document := Document(first()), CountingIds())
    kinds: list[str] = ["start"]
    records = [first()]
    for step in done(sheet):
        kinds.append(step if isinstance(step, str) else "key")
        records.append(document.minutes)
    tried, broken = Counter[str](), Counter[str]()
    for number in range(kills):
        kind = ("key", *DEEDS)[number % (1 + len(DEEDS))]
        point = chance.choice([place for place, what in enumerate(kinds) if what == kind])
        with tempfile.TemporaryDirectory(prefix="killing") as folder:
            told = killed(Path(folder), point, chance.random() * (0.002 if kind == "key" else 0.06))
            wrong = lost(Path(folder), told, records)
        tried[kind] += 1
        broken[kind] += bool(wrong)
        if wrong or number % 10 == 9:
            print(f"kill {number} at {point} ({kind}): {wrong}", flush=True)
    for kind, count in tried.items():
        print(f"{kind:8} {count:4} kills, {broken[kind]} with a loss")
    sheet.deleteLater()
    application.processEvents()
    return bool(broken.total())


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]] + [100, 9][len(sys.argv) - 1 :]
    sys.exit(main(*given[:2]))
