"""Pictures of the aids over the sample minutes, to be laid beside the sketches. See `studio.py`."""

import datetime

from studio import Studio, run


def begin(made: Studio) -> None:
    """The minutes open, the names and the register known, the clock at ten to ten."""
    made.open("8/2015")
    made.program.aids.knowing.ask()
    made.until(lambda: made.program.aids.knowing._taught is not None)
    made.window.sheet.now = lambda: datetime.datetime(2015, 11, 27, 9, 50)


def roster(made: Studio) -> None:
    """One who has come late, two who are away."""
    from model.record.ids import PRESENT

    made.program.window.sheet.go_to(PRESENT, 10_000)
    made.program.desk.actions["roster"].trigger()
    made.until(lambda: False, 100)
    made.type("fre")
    made.shot("time")
    made.type("\x1b")


def person(made: Studio) -> None:
    """@ in the line of apologies."""
    from model.record.ids import APOLOGIES

    made.program.window.sheet.go_to(APOLOGIES, 10_000)
    made.type(" @ka")
    made.shot("person")
    made.type("\x1b")
    made.program.desk.actions["undo"].trigger()


def ghost(made: Studio) -> None:
    """A code in the second clause of item 7."""
    program = made.program
    program.desk.go_to_number(8)
    made.type("\x1b")
    program.window.sheet.press("move_up")
    program.desk.actions["undo"].trigger()
    blocks = program.session.minutes.blocks
    clause = next(b for b in blocks if getattr(getattr(b, "text", None), "plain", "") == "notera informationen")
    program.window.sheet.go_to(clause.id, 30)
    made.type("\r")
    made.type("noti")
    made.shot("auto")
    made.type("\x1b" + "\r" + "uppd")
    made.type("\t")
    made.shot("slots")


def palette(made: Studio) -> None:
    """The one field, and what two commands ask in it."""
    program = made.program
    program.desk.go_to_number(8)
    program.desk.actions["palette"].trigger()
    field = program.aids.everything.field
    made.type("mångfald")
    made.until(lambda: bool(program.aids.everything._finds))
    made.shot("palette")
    field.shut()
    made.until(lambda: False, 50)
    program.desk.actions["palette"].trigger()
    made.shot("palette_empty")
    program.aids.everything.field.shut()
    made.until(lambda: False, 50)
    program.desk.actions["put_off"].trigger()
    made.type("18/12")
    made.shot("put_off")
    program.aids.doing.field.shut()
    made.until(lambda: False, 50)
    program.desk.actions["conflict"].trigger()
    made.shot("conflict")
    program.aids.doing.field.shut()


def looking(made: Studio) -> None:
    """Read-back, the time machine, a spelling mark with its suggestions."""
    from desktop.aids.timemachine import TimeMachine

    program = made.program
    program.desk.go_to_number(6)
    program.desk.actions["read_back"].trigger()
    made.shot("read_back")
    program.aids.looking.shown.shut()
    made.until(lambda: False, 50)
    program.desk.actions["time_machine"].trigger()
    made.until(lambda: isinstance(program.aids.looking.shown, TimeMachine))
    made.shot("time_machine")
    program.aids.looking.shown.shut()
    made.until(lambda: bool(program.window.sheet.extraSelections()))
    program.desk.actions["spelling"].trigger()
    made.until(lambda: bool(program.aids.spelling._suggested))
    made.shot("spelling")
    program.aids.doing.field.shut()


def keys(made: Studio) -> None:
    """F1."""
    made.program.desk.actions["keys"].trigger()
    made.shot("keys")
    from desktop.dialogs.keysheet import KeySheet

    made.program.window.findChild(KeySheet).shut()


SCENES = (begin, keys, roster, person, ghost, palette, looking)

if __name__ == "__main__":
    run(SCENES)
