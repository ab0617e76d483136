"""Promises ticked off: kept beside the minutes, opened again, never lost to a damaged file or another computer."""

import datetime
from pathlib import Path

import pytest

from model.errors import FileError
from model.store import settled
from model.store.settled import SETTLED, Settled, read_settled, settle

NOW = datetime.datetime(2024, 2, 13, 9, 30, 5)
ONE, TWO = "p-4k7m2q#t-9d3fwx", "p-4k7m2q#t-77yyzz"


def test_what_is_ticked_off_is_read_again_and_opened_by_ticking_with_nothing(tmp_path: Path) -> None:
    settle(tmp_path, ONE, "done", 'Åsa "Kansliet" Ek', NOW)
    settle(tmp_path, TWO, "dropped", "", NOW)
    assert read_settled(tmp_path) == {
        ONE: Settled(ONE, "done", 'Åsa "Kansliet" Ek', NOW), TWO: Settled(TWO, "dropped", "", NOW),
    }  # fmt: skip
    settle(tmp_path, ONE, None, "", NOW)
    assert list(read_settled(tmp_path)) == [TWO]


def test_an_archive_without_the_file_has_nothing_ticked_off(tmp_path: Path) -> None:
    assert read_settled(tmp_path) == {}


@pytest.mark.parametrize("words", ["", "[[lofte]]\nmal = 3", "lofte = 1", '[[lofte]]\nmal = "p-1"\nlaget = "kanske"'])
def test_entries_that_say_nothing_are_passed_by(tmp_path: Path, words: str) -> None:
    (tmp_path / SETTLED).write_text(words, encoding="utf-8")
    assert read_settled(tmp_path) == {}


def test_a_damaged_file_is_not_read_and_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / SETTLED
    path.write_bytes(b"[[lofte\xff")
    assert read_settled(tmp_path) == {}
    with pytest.raises(FileError):
        settle(tmp_path, ONE, "done", "", NOW)
    assert path.read_bytes() == b"[[lofte\xff"


def test_what_another_computer_writes_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = settled._written
    others: list[str] = [TWO]

    def meanwhile(entries: object) -> bytes:
        if others:
            monkeypatch.setattr(settled, "_written", written)
            settle(tmp_path, others.pop(), "done", "other", NOW)
        return written(entries)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(settled, "_written", meanwhile)
    settle(tmp_path, ONE, "done", "me", NOW)
    assert set(read_settled(tmp_path)) == {ONE, TWO}
