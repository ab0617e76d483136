"""A small record, commands that write in it, and folders for a journal: nothing global."""

from pathlib import Path

import pytest

from model.edit.write import WriteText
from model.record.ids import NodeId
from model.record.minutes import Minutes
from tests import builders as b

NODE = NodeId("s-222222")


@pytest.fixture
def record() -> Minutes:
    """Minutes with one empty paragraph, `NODE`."""
    return b.minutes(b.text(NODE), b.item("Budget", b.clause("bifalla")))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """The journal's own folder and two spare ones, none of them made yet."""
    return tmp_path / "state", tmp_path / "documents", tmp_path / "temporary"


def typed(count: int) -> list[WriteText]:
    """`count` keys, each with the whole text so far, as the paper sends them."""
    words = "Nämnden beslutar att bifalla förslaget – åäö. " * (count // 40 + 1)
    return [WriteText(NODE, words[: length + 1]) for length in range(count)]
