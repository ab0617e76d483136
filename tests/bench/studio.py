"""Where pictures are taken: the real program over the sample minutes, driven by scenes that ask for one shot each.

Every picture maker here takes `FOLDER [LOOK] [WIDTHxHEIGHT] [SCALE] [TEXT] [SCENE …]` and wants a display (Xvfb will
do). LOOK is light, dark, high-light or high-dark, SCALE is the screen's factor, TEXT the program's own size of text.
"""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

Scene = Callable[["Studio"], None]


class Studio:
    """Drives one program and keeps its pictures."""

    def __init__(self, program: object, folder: Path, suffix: str, size: tuple[int, int], home: Path) -> None:
        from desktop.app import Program

        assert isinstance(program, Program)
        self.program, self.folder, self.suffix, self.size, self.home = program, folder, suffix, size, home
        self.window = program.window

    def until(self, question: Callable[[], bool], limit: int = 20_000) -> None:
        """Let the program work until `question` is true, or `limit` milliseconds have gone."""
        from PySide6.QtCore import QElapsedTimer
        from PySide6.QtWidgets import QApplication

        clock = QElapsedTimer()
        clock.start()
        while not question() and clock.elapsed() < limit:
            QApplication.processEvents()

    def shot(self, name: str, widget: object = None, *, after: int = 350) -> None:
        """Keep a picture of the window, or of another widget, as it is when `after` milliseconds have gone."""
        from PySide6.QtWidgets import QWidget

        self.until(lambda: False, after)
        self.folder.mkdir(parents=True, exist_ok=True)
        target = widget if isinstance(widget, QWidget) else self.window
        target.grab().save(str(self.folder / f"{name}_{self.suffix}.png"))

    def open(self, name: str) -> None:
        """Open the minutes of this name."""
        path = next(line.path for line in self.program.finding.lines if line.short_name == name)
        self.program.desk.open(path)
        self.until(lambda: self.program.session.path == path)
        self.program.window.activateWindow()
        self.program.window.focus_middle()

    def act(self, name: str) -> None:
        """Do what the action does."""
        self.program.desk.actions[name].trigger()

    def at_item(self, number: int) -> None:
        """The caret to an item, and its cards."""
        self.program.desk.go_to_number(number)
        self.until(lambda: self.program.window.earlier.list.count() > 0, 3000)

    def type(self, words: str) -> None:
        """Type into what has the focus; tab, return, escape and an arrow down are keys."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        target = self.program.window.focusWidget() or self.program.window.sheet
        keys = {"\t": Qt.Key.Key_Tab, "\r": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape, "↓": Qt.Key.Key_Down}
        for letter in words:
            key, text = keys.get(letter, Qt.Key.Key_unknown), "" if letter in keys else letter
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(target, event)


@contextlib.contextmanager
def studio(given: Sequence[str], *, archive: bool = True) -> Iterator[tuple[Studio, list[str]]]:
    """The program over the imported seeds (or over nothing), and the names of the scenes that were asked for."""
    folder, colours, size, scale, text, *scenes = [*given, *["", "", "", "", ""][len(given) :]]
    os.environ["QT_SCALE_FACTOR"] = scale or "1"
    with tempfile.TemporaryDirectory() as kept:
        home = Path(kept)
        os.environ["VID_TANGENTERNA_CACHE"] = str(home / "cache")
        from desktop.app import Paths, Program, make_application
        from model.commands.importing import bring_in
        from model.record.ids import RandomIds
        from model.settings import Settings, write

        application = make_application(["protokoll"], float(text or 1))
        for path in sorted((ROOT / "seeds").glob("*.txt")) if archive else ():
            bring_in(path, home / "Protokoll", RandomIds())
        shade = (colours or "light").removeprefix("high-")
        contrast = "high" if colours.startswith("high-") else "normal"
        write(home / "settings.json", Settings(colours=shade, contrast=contrast))  # type: ignore[arg-type]  # as typed
        paths = Paths(home / "settings.json", home / "state")
        program = Program(application, paths, home / "Protokoll" if archive else None)
        width, height = (int(part) for part in (size or "1440x900").split("x"))
        suffix = "_".join(
            part for part in (colours or "light", size, scale and f"@{scale}", text and f"t{text}") if part
        )
        program.show()
        program.window.resize(width, height)
        made = Studio(program, Path(folder or "shots"), suffix, (width, height), home)
        if archive:
            made.until(lambda: len(program.finding.lines) == 5)
        yield made, scenes
        program.desk.end()
        program.close()


def run(scenes: Sequence[Scene], *, archive: bool = True) -> None:
    """Take the scenes that are named on the command line, or all."""
    with studio(sys.argv[1:], archive=archive) as (made, wanted):
        for scene in scenes:
            if not wanted or scene.__name__ in wanted:
                scene(made)
