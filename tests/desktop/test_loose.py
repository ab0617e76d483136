"""Random keys, pastes, clicks and dialogs over the whole program, with its worker and an archive: no rule breaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Paths, Program
from tests.desktop.loose import Loose, tamed

SEEDS, THINGS = (6, 9, 54, 85, 5046, 7034), 120
"""Some that broke a rule once; `python -m tests.bench.loose` looks for more, in a window that is shown."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("loose")


@pytest.fixture(scope="module")
def program(qapp: QApplication, home: Path) -> Iterator[Program]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("VID_TANGENTERNA_CACHE", str(home / "cache"))
        made = Program(qapp, Paths(home / "config" / "settings.json", home / "state"), home / "archive")
        with tamed(made):
            made.show()
            made.window.activateWindow()
            yield made
        qapp.clipboard().clear()  # the offscreen platform would let go of it after the interpreter
        made.desk.end()
        made.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_done_no_rule_breaks(program: Program, home: Path, seed: int) -> None:
    assert Loose(program, seed, home / "state" / "journals").run(THINGS) == []
