"""Pictures of what is seldom seen: tables, empty places, warnings, errors and every dialog. See `studio.py`."""

import datetime
from dataclasses import replace

from studio import Studio, run


def table(made: Studio) -> None:
    """Rows with amounts, the caret in the last cell but one."""
    from model.record.blocks import Row

    made.open("8/2015")
    minutes = made.program.session.minutes
    rows = [block for block in minutes.blocks if isinstance(block, Row)]
    made.window.sheet.go_to(rows[-2].id, 1000)
    made.shot("table")


def quiet(made: Studio) -> None:
    """An item that no earlier decision is like, and the head of the sheet."""
    made.open("8/2015")
    made.shot("top")
    made.at_item(7)
    made.shot("none_alike", after=1500)


def warning(made: Studio) -> None:
    """A card with a warning and something later, and the notes above the cards."""
    made.open("8/2015")
    made.at_item(8)
    panel = made.window.earlier
    find = panel.list.chosen()
    from desktop import swedish

    said = swedish.said_again("deadline", "4/2015 § 1 p 3", "2016-01-15", "2015-11-27")
    worse = replace(find, warning=said, later=swedish.later([("foljer_upp", "6/2015 p. 3")]))
    other = replace(find, item="x", node="y", number=3, heading="Verksamhetsplan", why="budget", relation="")
    panel.show_finds([worse, other], 8, {other.card: swedish.linked_to(8)})
    panel.show_notes(
        [swedish.unresolved("möte 150828"), swedish.near_meeting("den 25 september", "6/2015", "18 sep 2015")]
    )
    made.shot("warning")
    made.act("earlier")
    made.shot("warning_focus")
    made.program.desk.back()


def foot(made: Studio) -> None:
    """The archive being read, waiting, and resting."""
    made.open("8/2015")
    foot = made.window.sidebar.foot
    foot.say_reading(412, 1284)
    foot.say_unreadable(2)
    made.shot("index")
    foot.say_paused()
    made.shot("index_paused")
    foot.say_resting()
    made.shot("index_resting")
    foot.say_ready(1284)
    made.shot("index_ready")
    foot.say_unreadable(0)


def error(made: Studio) -> None:
    """The archive's folder is gone while one writes; a conflict; a journal that cannot be written."""
    from model.errors import ChangedOnDiskError

    made.open("8/2015")
    made.at_item(8)
    archive = made.home / "Protokoll"
    archive.rename(made.home / "bort")
    made.type("x")
    made.act("save")
    made.until(lambda: made.window.banner.current() is not None, 8000)
    made.shot("error")
    (made.home / "bort").rename(archive)
    made.window.banner.press()
    made.until(lambda: made.window.banner.current() is None, 8000)
    made.program.notices.say_save_failed(ChangedOnDiskError(made.program.session.path))
    made.shot("conflict_banner")
    made.window.banner.clear()
    made.program.notices._say_journal()
    made.shot("journal_banner")
    made.window.banner.clear()
    made.program.notices.say_sealed()
    made.shot("sealed_banner")
    made.window.banner.clear()
    made.act("undo")


def dialogs(made: Studio) -> None:
    """Each dialog by itself."""
    from pathlib import Path

    from desktop import swedish
    from desktop.dialogs.about import AboutDialog
    from desktop.dialogs.goto import GoToDialog
    from desktop.dialogs.listing import Line, Listing
    from desktop.dialogs.new import NewDialog, NewValues
    from desktop.dialogs.recover import RecoverDialog
    from desktop.dialogs.settings import Chosen, SettingsDialog
    from desktop.dialogs.signatures import SignaturesDialog

    theme, window, day = made.program.theme, made.window, datetime.date(2015, 11, 27)
    made.open("8/2015")
    values = NewValues("Kommundirektörsgruppen", "Kommundirektörsgruppens", 9, 2015, day)
    left = [swedish.left_behind("8/2015", "i går 16.10", 14), swedish.left_behind("7/2015", "27 nov 9.12", 1)]
    unread = Listing(theme, swedish.UNREADABLE_TITLE, (), window)
    unread.show_lines([Line("protokoll 3.txt", "Filen är tom."), Line("x.docx", "Filen är skadad och kan inte läsas.")])
    empty = Listing(theme, swedish.REGISTER_TITLE, swedish.REGISTER_PAGES, window, word=True)
    empty.show_lines([], swedish.REGISTER_EMPTY)
    shown = {
        "new": NewDialog(theme, values, first=False, parent=window),
        "new_first": NewDialog(theme, values, first=True, parent=window),
        "recover": RecoverDialog(theme, left, window),
        "settings": SettingsDialog(theme, Chosen("system", 1.0, spelling=True), (), Path("/a/Protokoll"), window),
        "signatures": SignaturesDialog(theme, made.program.session.minutes.signatures, window),
        "goto": GoToDialog(theme, 1, 9, window),
        "about": AboutDialog(theme, "1.0", window),
        "unreadable": unread,
        "register_empty": empty,
    }
    for name, dialog in shown.items():
        dialog.show()
        made.shot(f"dialog_{name}", dialog)
        dialog.close()


def bars(made: Studio) -> None:
    """The find bar, the menu bar with a menu, a context menu, the paper alone."""
    made.open("8/2015")
    made.act("find")
    made.type("mångfald")
    made.shot("findbar")
    made.type("qq")
    made.shot("findbar_none")
    made.type("\x1b")
    made.window.toggle_menu()
    made.shot("menubar")
    bar = made.window.menuBar()
    menu = bar.actions()[2].menu()
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    made.shot("menu", menu)
    menu.close()
    made.window.toggle_menu()
    made.act("paper_alone")
    made.shot("alone")
    made.act("paper_alone")


def writing(made: Studio) -> None:
    """A decision being written, and quotation."""
    made.open("8/2015")
    made.at_item(8)
    made.act("link")
    made.shot("linked")
    blocks = made.program.session.minutes.blocks
    start = next(
        n for n, b in enumerate(blocks) if getattr(getattr(b, "heading", None), "plain", "") == "Övriga ärenden"
    )
    made.window.sheet.go_to(blocks[start - 1].id, 1000)
    made.type("\rredovisa uppföljningen på ")
    made.shot("main")
    made.act("quote")
    made.shot("quote", after=1500)
    made.act("park")
    made.act("tray")
    made.shot("tray")
    made.type("\x1b")


SCENES = (quiet, table, warning, foot, bars, dialogs, writing, error)

if __name__ == "__main__":
    run(SCENES)
