"""One program for all tests of the memory, its archive the seeds as the program itself reads them in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Paths, Program
from tests.desktop.memory.desk import WAIT, Archive


@pytest.fixture(scope="session")
def filled(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, seed_paths: list[Path]) -> Iterator[Program]:
    from model.commands.importing import bring_in
    from model.record.ids import RandomIds

    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("memory")
        patch.setenv("VID_TANGENTERNA_CACHE", str(home / "cache"))
        for path in seed_paths:
            bring_in(path, home / "Protokoll", RandomIds())
        made = Program(qapp, Paths(home / "config" / "settings.json", home / "state"), home / "Protokoll")
        made.show()
        yield made
        made.desk.end()
        made.close()


@pytest.fixture
def archive(filled: Program, qtbot: QtBot) -> Iterator[Archive]:
    qtbot.waitUntil(lambda: len(filled.finding.lines) == 5, timeout=WAIT)
    made = Archive(filled, qtbot)
    yield made
    made.leave()
