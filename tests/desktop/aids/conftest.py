"""One program for all tests of the aids, with new minutes for each."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program
from tests.desktop.aids.desk import Writing, begun


@pytest.fixture(scope="session")
def program(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("aids")
        patch.setenv("VID_TANGENTERNA_CACHE", str(home / "cache"))
        made = begun(qapp, home)
        yield made
        QApplication.clipboard().clear()  # the offscreen platform would let go of it after the interpreter
        made.desk.end()
        made.close()


@pytest.fixture
def writing(program: Program, qtbot: QtBot) -> Writing:
    return Writing(program, qtbot)
