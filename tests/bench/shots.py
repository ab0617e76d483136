"""Pictures of the real window: `python tests/bench/shots.py FOLDER [light|dark] [WIDTHxHEIGHT] [SCALE]`.

Run under a display (Xvfb will do). The sample archive is made from `seeds/` by the program's own import.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


def main(folder: Path, colours: str, size: str, scale: str) -> None:
    """Save start, top, decisions, search, keys and error as PNG files."""
    os.environ["QT_SCALE_FACTOR"] = scale
    with tempfile.TemporaryDirectory() as home:
        from desktop.app import Paths, Program, make_application

        application = make_application(["protokoll"])
        paths = Paths(Path(home) / "settings.json", Path(home) / "state")
        os.environ["VID_TANGENTERNA_CACHE"] = str(Path(home) / "cache")
        program = Program(application, paths, Path(home) / "Protokoll")
        program.theme.choose(colours)  # type: ignore[arg-type]  # the words of the command line
        Shots(program, folder, f"{colours}_{size}" + (f"@{scale}" if scale != "1" else ""), size).take()
        program.close()


class Shots:
    """Drives one program and keeps its pictures."""

    def __init__(self, program: object, folder: Path, suffix: str, size: str) -> None:
        from desktop.app import Program

        assert isinstance(program, Program)
        self.program, self.folder, self.suffix = program, folder, suffix
        self.width, self.height = (int(part) for part in size.split("x"))

    def take(self) -> None:
        """All of them, in order."""
        program, window = self.program, self.program.window
        program.show()
        window.resize(self.width, self.height)
        program.exchange.read_in(sorted((ROOT / "seeds").glob("*.txt")))
        self.until(lambda: len(program.finding.lines) == 5 and program.session.document is not None)
        self.until(lambda: program.session.saving is not None and program.session.saving.is_settled)
        program.desk.close_now()
        self.shot("start")
        path = next(line.path for line in program.finding.lines if line.short_name == "8/2015")
        program.desk.open(path)
        self.until(lambda: program.session.document is not None)
        self.shot("top")
        program.desk.go_to_number(8)
        self.until(lambda: window.earlier.list.count() > 0, 3000)
        self.shot("decisions")
        program.desk.actions["search"].trigger()
        window.sidebar.field.line.setText("mångfald")
        self.until(lambda: window.sidebar.hits.count() > 0)
        self.shot("search")
        window.sidebar.leave_search()
        program.desk.back()
        program.desk.actions["keys"].trigger()
        self.shot("keys")

    def until(self, question: Callable[[], bool], limit: int = 20_000) -> None:
        """Let the program work until `question` is true, or `limit` milliseconds have gone."""
        from PySide6.QtCore import QElapsedTimer
        from PySide6.QtWidgets import QApplication

        clock = QElapsedTimer()
        clock.start()
        while not question() and clock.elapsed() < limit:
            QApplication.processEvents()

    def shot(self, name: str) -> None:
        """Keep a picture of the window as it is."""
        self.until(lambda: False, 250)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.program.window.grab().save(str(self.folder / f"{name}_{self.suffix}.png"))


if __name__ == "__main__":
    given = [*sys.argv[1:], "", "", "", ""]
    main(Path(given[0] or "shots"), given[1] or "light", given[2] or "1440x900", given[3] or "1")
