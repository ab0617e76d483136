"""Pictures of the aids over the sample minutes: `python tests/bench/aidshots.py FOLDER [light|dark] [SIZE] [SCALE]`.

To be laid beside the sketches. Run under a display (Xvfb will do), like `shots.py`, whose archive it uses.
"""

import datetime
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


def main(folder: Path, colours: str, size: str, scale: str) -> None:
    """Save one picture of each aid."""
    os.environ["QT_SCALE_FACTOR"] = scale
    with tempfile.TemporaryDirectory() as home:
        from desktop.app import Paths, Program, make_application
        from tests.bench.shots import Shots

        application = make_application(["protokoll"])
        paths = Paths(Path(home) / "settings.json", Path(home) / "state")
        os.environ["VID_TANGENTERNA_CACHE"] = str(Path(home) / "cache")
        program = Program(application, paths, Path(home) / "Protokoll")
        program.theme.choose(colours)  # type: ignore[arg-type]  # the words of the command line
        shots = Shots(program, folder, f"{colours}_{size}" + (f"@{scale}" if scale != "1" else ""), size)
        _open(shots)
        for scene in SCENES:
            scene(shots)
        program.desk.end()
        program.close()


def _open(shots: object) -> None:
    program = shots.program
    program.show()
    program.window.resize(shots.width, shots.height)
    program.exchange.read_in(sorted((ROOT / "seeds").glob("*.txt")))
    shots.until(lambda: len(program.finding.lines) == 5 and program.session.document is not None)
    shots.until(lambda: program.session.saving is not None and program.session.saving.is_settled)
    path = next(line.path for line in program.finding.lines if line.short_name == "8/2015")
    program.desk.open(path)
    shots.until(lambda: program.session.path == path)
    program.aids.knowing.ask()
    shots.until(lambda: program.aids.knowing._taught is not None)
    program.window.sheet.now = lambda: datetime.datetime(2015, 11, 27, 9, 50)


def _type(shots: object, words: str) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    target = shots.program.window.focusWidget() or shots.program.window.sheet
    for letter in words:
        key = {"\t": Qt.Key.Key_Tab, "\r": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape, "↓": Qt.Key.Key_Down}
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            key.get(letter, Qt.Key.Key_unknown),
            Qt.KeyboardModifier.NoModifier,
            "" if letter in key else letter,
        )
        QApplication.sendEvent(target, event)


def roster(shots: object) -> None:
    """One who has come late, two who are away."""
    from model.record.ids import PRESENT

    shots.program.window.sheet.go_to(PRESENT, 10_000)
    shots.program.desk.actions["roster"].trigger()
    shots.until(lambda: False, 100)
    _type(shots, "fre")
    shots.shot("time")
    _type(shots, "\x1b")


def person(shots: object) -> None:
    """@ in the line of apologies."""
    from model.record.ids import APOLOGIES

    shots.program.window.sheet.go_to(APOLOGIES, 10_000)
    _type(shots, " @ka")
    shots.shot("person")
    _type(shots, "\x1b")
    shots.program.desk.actions["undo"].trigger()


def ghost(shots: object) -> None:
    """A code in the second clause of item 7."""
    program = shots.program
    program.desk.go_to_number(8)
    _type(shots, "\x1b")
    program.window.sheet.press("move_up")
    program.desk.actions["undo"].trigger()
    blocks = program.session.minutes.blocks
    clause = next(b for b in blocks if getattr(getattr(b, "text", None), "plain", "") == "notera informationen")
    program.window.sheet.go_to(clause.id, 30)
    _type(shots, "\r")
    _type(shots, "noti")
    shots.shot("auto")
    _type(shots, "\x1b" + "\r" + "uppd")
    _type(shots, "\t")
    shots.shot("slots")


def palette(shots: object) -> None:
    """The one field, and what two commands ask in it."""
    program = shots.program
    program.desk.go_to_number(8)
    program.desk.actions["palette"].trigger()
    field = program.aids.everything.field
    _type(shots, "mångfald")
    shots.until(lambda: bool(program.aids.everything._finds))
    shots.shot("palette")
    field.shut()
    shots.until(lambda: False, 50)
    program.desk.actions["palette"].trigger()
    shots.shot("palette_empty")
    program.aids.everything.field.shut()
    shots.until(lambda: False, 50)
    program.desk.actions["put_off"].trigger()
    _type(shots, "18/12")
    shots.shot("put_off")
    program.aids.doing.field.shut()
    shots.until(lambda: False, 50)
    program.desk.actions["conflict"].trigger()
    shots.shot("conflict")
    program.aids.doing.field.shut()


def looking(shots: object) -> None:
    """Read-back, the time machine, a spelling mark with its suggestions, the settings."""
    from desktop.aids.timemachine import TimeMachine
    from desktop.dialogs.settings import Chosen, SettingsDialog

    program = shots.program
    program.desk.go_to_number(6)
    program.desk.actions["read_back"].trigger()
    shots.shot("read_back")
    program.aids.looking.shown.shut()
    shots.until(lambda: False, 50)
    program.desk.actions["time_machine"].trigger()
    shots.until(lambda: isinstance(program.aids.looking.shown, TimeMachine))
    shots.shot("time_machine")
    program.aids.looking.shown.shut()
    shots.until(lambda: bool(program.window.sheet.extraSelections()))
    program.desk.actions["spelling"].trigger()
    shots.until(lambda: bool(program.aids.spelling._suggested))
    shots.shot("spelling")
    program.aids.doing.field.shut()
    dialog = SettingsDialog(program.theme, Chosen("system", 1.0, True), (), Path("/a/Protokoll"), program.window)
    dialog.show()
    shots.until(lambda: False, 250)
    dialog.grab().save(str(shots.folder / f"settings_{shots.suffix}.png"))
    dialog.close()


def keys(shots: object) -> None:
    """F1."""
    shots.program.desk.actions["keys"].trigger()
    shots.shot("keys")
    from desktop.dialogs.keysheet import KeySheet

    shots.program.window.findChild(KeySheet).shut()


SCENES = [keys, roster, person, ghost, palette, looking]

if __name__ == "__main__":
    given = [*sys.argv[1:], "", "", "", ""]
    main(Path(given[0] or "shots"), given[1] or "light", given[2] or "1440x900", given[3] or "1")
