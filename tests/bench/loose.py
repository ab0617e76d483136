"""The long run over the real window: `python -m tests.bench.loose [RUNS] [THINGS] [FIRST_SEED]` (40 × 250).

Needs a display for the real thing (`DISPLAY=:1`); without one, Qt's offscreen platform. Prints every seed that breaks
a rule, and now and then what the program has grown to; the exit code is 1 if a rule broke.
"""

import faulthandler
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Paths, Program, make_application
from tests.desktop.loose import Loose, tamed

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def archive_of(home: Path) -> Path:
    """The five samples, read in."""
    from model.cli import main as command

    made = home / "archive"
    command(["import", "--archive", str(made), *map(str, sorted(SEEDS.glob("*.txt")))])
    return made


def memory(process: int | str = "self") -> float:
    """MB that a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def at_home(home: Path) -> None:
    """Nothing outside `home` is touched."""
    os.environ["HOME"] = str(home)
    for kind in ("STATE", "CACHE", "CONFIG", "DOCUMENTS"):
        os.environ[f"VID_TANGENTERNA_{kind}"] = str(home / kind.lower())


def main(runs: int, things: int, first: int) -> int:
    """Run; the exit code."""
    faulthandler.register(signal.SIGUSR1)
    with tempfile.TemporaryDirectory(prefix="loose") as folder:
        home = Path(folder)
        at_home(home)
        archive = archive_of(home)
        application = make_application(["protokoll"])
        program = Program(application, Paths(home / "config" / "settings.json", home / "state"), archive)
        program.show()
        QTest.qWait(1_500)
        with tamed(program):
            code = _runs(program, home, range(first, first + runs), things)
        application.clipboard().clear()
        program.desk.end()
        program.close()
    return code


def _runs(program: Program, home: Path, seeds: range, things: int) -> int:
    done, broken, began, spent = Counter[str](), 0, time.monotonic(), time.process_time()
    for seed in seeds:
        at = time.monotonic()
        loose = Loose(program, seed, home / "state" / "journals")
        wrong = loose.run(things)
        done += loose.done
        if wrong:
            broken += 1
            print(f"seed {seed}: {wrong[0]}", *wrong[1:], sep="\n    ", flush=True)
        loose.deleteLater()
        QTest.qWait(0)
        cpu, spent = time.process_time() - spent, time.process_time()
        grown = f"{memory():.0f} MB, {len(QApplication.allWidgets())} widgets"
        print(f"{seed}: {time.monotonic() - at:.1f} s, {cpu:.1f} s CPU, {grown}", flush=True)
    print(f"{done.total()} things done in {time.monotonic() - began:.0f} s, {broken} of {len(seeds)} runs broken")
    print(", ".join(f"{name} {count}" for name, count in done.most_common()))
    return bool(broken)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]] + [40, 250, 1][len(sys.argv) - 1 :]
    sys.exit(main(*given[:3]))
