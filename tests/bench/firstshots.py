"""Pictures of the first day: no archive, an empty archive, the first minutes. See `studio.py`."""

import datetime

from studio import Studio, run


def first(made: Studio) -> None:
    """Nothing chosen, then an empty folder, then the first minutes, and a search that finds nothing."""
    from desktop.dialogs.new import NewValues

    made.shot("no_archive")
    folder = made.home / "Protokoll"
    folder.mkdir()
    made.program.exchange.use_archive(folder)
    made.shot("empty_archive")
    day = datetime.date(2015, 11, 27)
    made.program.starting.begin_values(
        None, NewValues("Kommundirektörsgruppen", "Kommundirektörsgruppens", 8, 2015, day)
    )
    made.shot("empty", after=1000)
    made.type("\t")
    made.shot("empty_place")
    made.act("new_item")
    made.shot("empty_item")
    made.act("search")
    made.window.sidebar.field.line.setText("mångfald")
    made.shot("empty_search")
    made.window.sidebar.leave_search()
    made.program.desk.back()
    made.act("palette")
    made.type("zzzz")
    made.shot("palette_nothing", after=1000)
    made.type("\x1b")


if __name__ == "__main__":
    run((first,), archive=False)
