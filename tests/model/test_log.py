"""The log: on this computer, by day, and an error in it is a class and places, never its words."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from model import log


@pytest.fixture(autouse=True)
def taken_down() -> Iterator[None]:
    yield
    log.take_down()


def test_what_a_room_says_is_in_the_file_and_an_error_without_its_words(tmp_path: Path) -> None:
    path = log.set_up(tmp_path / "loggar")
    assert path is not None
    logger = logging.getLogger("model.store.somewhere")
    logger.info("%d blocks in %s", 12, "p-222222")
    try:
        raise ValueError("Åsa Öbergs sjukdom")
    except ValueError:
        logger.exception("saving failed")
    said = path.read_text(encoding="utf-8")
    assert "12 blocks in p-222222" in said
    assert "ValueError" in said
    assert "test_log.py" in said
    assert "Öberg" not in said


def test_setting_up_twice_writes_each_line_once(tmp_path: Path) -> None:
    for _ in range(2):
        path = log.set_up(tmp_path)
    assert path is not None
    logging.getLogger("desktop.window").warning("once")
    assert path.read_text(encoding="utf-8").count("once") == 1


def test_a_folder_that_refuses_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    assert log.set_up(tmp_path / "fil") is None
    logging.getLogger("model.disk").info("goes nowhere")
