"""Pictures of what looks back: cards, references, lists, the reader. See `studio.py`."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from studio import studio


class Shots:
    """Drives one program and keeps its pictures."""

    def __init__(self, program: object, folder: Path, suffix: str) -> None:
        from desktop.app import Program

        assert isinstance(program, Program)
        self.program, self.folder, self.suffix = program, folder, suffix
        self.window = program.window

    def take(self) -> None:
        """All of them, in order."""
        self.program.memory.following.today = lambda: datetime.date(2015, 11, 27)
        self.program.desk.show_start()
        self.program.memory.following.show()
        self.window.start.greet(datetime.datetime(2015, 11, 27, 8, 40))
        self.until(lambda: bool(self.window.start.due.rows and self.window.start.due.all.text()))
        self.window.activateWindow()
        self.shot("start")
        self.key(self.window.start.due.rows[0], Qt.Key.Key_K)
        self.shot("start_ticked")
        self.key(self.window.start.due.rows[0], Qt.Key.Key_K)
        self.open("8/2015")
        self.at_item(8)
        self.shot("cards")
        self.act("link")
        self.shot("linked")
        sheet = self.window.sheet
        paragraph = sheet.mirror.ids[sheet.mirror.ids.index(sheet.node()) + 1]
        sheet.go_to(paragraph, 10_000)
        sheet.type(" Gruppen beslutade vid sitt möte 140303 om detta. Se även protokoll 6/2015")
        self.until(lambda: self.program.memory.references.offered is not None, 4000)
        self.shot("reference")
        self.act("undo")
        self.act("search")
        field = self.window.sidebar.field.line
        field.setText("mångfald kommun:")
        self.until(self.window.sidebar.completions.isVisible)
        self.shot("completion")
        field.setText("mångfald år:2015")
        self.until(lambda: self.window.sidebar.hits.count() > 0)
        self.shot("search")
        field.setText("mångfalt år:1999")
        self.until(lambda: self.window.sidebar.hits.count() == 0)
        self.shot("nohits")
        self.window.sidebar.leave_search()
        self.program.desk.back()
        self.act("earlier")
        self.act("line")
        self.list_shot("line")
        self.window.focus_middle()
        self.act("promises")
        self.list_shot("promises", 1, lambda dialog: self.key(dialog.field, Qt.Key.Key_K, control=True))
        for page, name in enumerate(("decisions", "matters", "subjects", "people")):
            self.act("registers")
            self.list_shot(f"register_{name}", page)
        self.act("registers")
        self.list_shot("register_inside", 3, lambda dialog: self.key(dialog.field, Qt.Key.Key_Return))
        self.open("6/2015")
        self.at_item(3)
        self.shot("neighbour")
        self.open("8/2015")
        self.at_item(8)
        self.warn()
        self.shot("warning")
        self.act("undo")
        self.program.memory.read(self.window.earlier.list.chosen())
        self.until(self.window.reader.isVisible)
        self.shot("reader")

    def warn(self) -> None:
        """Give an earlier mandate again, with another day."""
        minutes = self.program.session.minutes
        sheet = self.window.sheet
        if minutes is None:
            return
        from model.record.blocks import Clause

        clause = [b for b in minutes.blocks if isinstance(b, Clause) and b.id in self.own()][-1]
        sheet.go_to(clause.id, 10_000)
        self.key(sheet, Qt.Key.Key_Return)
        sheet.type("följa upp arbetet med ökad mångfald på kommundirektörsmötet den 22 januari 2016")
        self.until(lambda: any(find.warning for find in self.program.memory.suggesting.finds), 6000)

    def own(self) -> set[str]:
        """The blocks of the item at the caret."""
        return {block.id for block in self.program.memory.suggesting.blocks()}

    def key(self, target: QWidget, key: Qt.Key, *, control: bool = False) -> None:
        """One key there."""
        QTest.keyClick(target, key, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier)
        self.until(lambda: False, 300)

    def list_shot(self, name: str, page: int = 0, then: Callable[[Any], None] | None = None) -> None:
        """Keep a picture of the list that is open, after what `then` does there, and close it."""
        dialog = self.program.memory.lists.dialog
        if dialog is None:
            return
        dialog.turn(page)
        self.until(lambda: bool(dialog.shown()), 3000)
        self.until(lambda: False, 400)
        if then:
            then(dialog)
        dialog.grab().save(str(self.folder / f"{name}_{self.suffix}.png"))
        dialog.close()

    def open(self, name: str) -> None:
        """Open the minutes of this name."""
        path = next(line.path for line in self.program.finding.lines if line.short_name == name)
        self.program.desk.open(path)
        self.until(lambda: self.program.session.path == path)
        self.window.activateWindow()
        self.window.focus_middle()

    def at_item(self, number: int) -> None:
        """The caret to an item, and its cards."""
        self.program.desk.go_to_number(number)
        self.until(lambda: self.window.earlier.list.count() > 0, 3000)

    def act(self, name: str) -> None:
        """Do what the action does."""
        self.program.desk.actions[name].trigger()

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
        self.until(lambda: False, 600)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(self.folder / f"{name}_{self.suffix}.png"))


if __name__ == "__main__":
    with studio(sys.argv[1:]) as (made, _scenes):
        Shots(made.program, made.folder, made.suffix).take()
