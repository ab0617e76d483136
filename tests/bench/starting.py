"""Start-up and memory of the real program, from within: `python tests/bench/starting.py [TIMES]`.

The seeds are the archive, one of them was open last time, and all folders are the bench's own. Each start is a process
of its own; medians are printed. `window` is the first paint of the window, `letter` the moment when a typed letter is
in the journal: Enter on the start page, then the letter, both as soon as they can be. Wall and CPU time in ms since the
process was made, CPU of the window's process alone. RSS and PSS in MB, four seconds later, of the window and of the
worker. Peers have to be measured from outside, and the program with them: from process to picture.
"""

import compileall
import json
import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

REST = 4.0
"""Seconds from the letter to the reading of the memory: the worker has done what a start makes it do."""

AT_MOST = 30.0
"""Seconds until a letter is on the record."""

TICK = 1000 / os.sysconf("SC_CLK_TCK")
WATCH = """
import json, os, sys, time
began = float(os.environ["BENCH_BEGAN"])
def now():
    return [round((time.monotonic() - began) * 1000), round(time.process_time() * 1000)]
marks = {}
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
import desktop.app as app

class Watch(QObject):
    def __init__(self, program):
        super().__init__()
        self.program = program
        program.window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted)
        return False

    def painted(self):
        marks["window"] = now()
        marks["modules"] = len(sys.modules)
        self.enter()

    def enter(self):
        document = self.program.session.document
        if document is None:
            go_on = self.program.window.start.go_on
            if go_on.isEnabled() and "enter" not in marks:
                marks["enter"] = now()
                self.press(go_on, Qt.Key.Key_Return, "\\r")
            QTimer.singleShot(1, self.enter)
            return
        marks["open"] = now()
        before = document.minutes
        self.press(self.program.window.sheet, Qt.Key.Key_X, "x")
        assert document.minutes is not before, "the letter is on the record"
        marks["letter"] = now()
        print(json.dumps(marks), flush=True)
        QTimer.singleShot(float(os.environ["BENCH_REST"]) * 1500, self.program.window.close)

    def press(self, widget, key, words):
        QCoreApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, words)
        )

class Program(app.Program):
    def show(self):
        super().show()
        self.watch = Watch(self)

app.Program = Program
from desktop.__main__ import main
sys.exit(main())
"""
"""The program itself, watched from within: what a key would do as soon as it could be pressed."""


def told(process: int, name: str) -> str:
    """What the system tells of a process; nothing of one that has gone."""
    try:
        return Path(f"/proc/{process}/{name}").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return ""


def memory(process: int) -> tuple[float, float]:
    """RSS and PSS in MB."""
    lines = told(process, "smaps_rollup").splitlines()[1:]
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines}
    return sizes.get("Rss", 0.0), sizes.get("Pss", 0.0)


def below(process: int) -> list[int]:
    """The process and all that it has started."""
    children = told(process, f"task/{process}/children").split()
    return [process, *(other for child in children for other in below(int(child)))]


def ticks(processes: list[int]) -> float:
    """CPU time of these, in ms."""
    stats = [stat.rpartition(")")[2].split() for one in processes if (stat := told(one, "stat"))]
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) * TICK


def surroundings(folder: Path) -> dict[str, str]:
    """An archive of the seeds in `folder`, settings that remember one of them, and the environment that says so."""
    own = {f"VID_TANGENTERNA_{kind}": str(folder / kind.lower()) for kind in ("STATE", "CACHE", "CONFIG", "DOCUMENTS")}
    environment = {**os.environ, **own, "PYTHONPATH": str(ROOT)}
    for room in ("desktop", "model"):
        compileall.compile_dir(ROOT / room, quiet=2)
    archive = folder / "arkiv"
    seeds = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    done = [sys.executable, "-m", "desktop", "import", *seeds, "--archive", str(archive)]
    subprocess.run(done, env=environment, check=False, stdout=subprocess.DEVNULL)
    last = sorted(archive.rglob("protokoll.xml"))[-1]
    (folder / "config").mkdir()
    (folder / "config" / "settings.json").write_text(json.dumps({"archive": str(archive), "last": str(last)}))
    return environment


def started(environment: dict[str, str]) -> dict[str, float]:
    """One start of the program: what was measured, by name."""
    began = {**environment, "BENCH_BEGAN": str(time.monotonic()), "BENCH_REST": str(REST)}
    program = subprocess.Popen([sys.executable, "-c", WATCH], env=began, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert program.stdout
    if not select.select([program.stdout], [], [], AT_MOST)[0]:
        program.kill()
        sys.exit("no letter came on the record")
    marks = json.loads(program.stdout.readline())
    found = {"modules": marks.pop("modules")}
    for name, (wall, cpu) in marks.items():
        found |= {name: wall, f"{name} cpu": cpu}
    time.sleep(REST)
    window, *workers = below(program.pid)
    found["all cpu"] = ticks([window, *workers])
    found["rss"], found["pss"] = memory(window)
    for worker in workers:
        found["worker rss"], found["worker pss"] = memory(worker)
    program.wait()
    return found


def say(name: str, runs: list[dict[str, float]]) -> None:
    """One line of medians."""
    medians = {key: statistics.median(run[key] for run in runs if key in run) for key in runs[-1]}
    print(f"{name}: " + ", ".join(f"{key} {value:.0f}" for key, value in medians.items()))


if __name__ == "__main__":
    times = next((int(word) for word in sys.argv[1:] if word.isdigit()), 7)
    with tempfile.TemporaryDirectory() as folder:
        environment = surroundings(Path(folder))
        started(environment)
        say("protokoll", [started(environment) for _ in range(times)])
