"""Twenty thousand random keys on the paper: nothing breaks, undo leads to the first record and redo to the last."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.theme import Theme
from tests.desktop.paper.fuzz import Monkey

SEEDS, KEYS = (*range(80),), 250
"""80 × 250 keys. A seed that breaks something some day is kept here; `tests/bench/monkey.py` looks for more."""


@pytest.mark.parametrize("seed", SEEDS)
def test_random_keys_break_nothing(seed: int, theme: Theme, qtbot: QtBot) -> None:
    monkey = Monkey(theme, seed)
    qtbot.addWidget(monkey.sheet)
    assert monkey.run(KEYS) == []
    assert not monkey.sheet.grab().isNull()
