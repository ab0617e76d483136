"""Settings: what is chosen is kept, what is damaged costs the choices and never the start."""

import json
from pathlib import Path
from typing import Any

import pytest

from model.settings import BROKEN, RECENT, Settings, read, write


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "inställningar" / "settings.json"


def test_what_is_written_is_read(file: Path) -> None:
    chosen = Settings(Path("/a/å"), (Path("/a/å"), Path("/b")), Path("/a/x.xml"), "dark", 1.25, spelling=False)
    write(file, chosen)
    assert read(file) == chosen


def test_no_file_is_the_defaults_and_defaults_are_not_written(file: Path) -> None:
    assert read(file) == Settings()
    write(file, Settings())
    assert json.loads(file.read_text(encoding="utf-8")) == {}


def test_keys_of_another_version_are_kept(file: Path) -> None:
    write(file, Settings(unknown=(("future", {"a": [1]}),)))
    read_back = read(file)
    write(file, read_back)
    assert json.loads(file.read_text(encoding="utf-8")) == {"future": {"a": [1]}}


@pytest.mark.parametrize(("key", "value"), [
    ("archive", 3), ("archive", "a\0b"), ("recent", "x"), ("recent", [1]), ("colours", "rosa"), ("scale", "stor"),
    ("scale", 99), ("scale", True), ("spelling", "ja"), ("last", []), ("contrast", 7),
])  # fmt: skip
def test_a_wrong_value_falls_back_and_spares_the_others(file: Path, key: str, value: Any) -> None:
    file.parent.mkdir()
    good = {"scale": 1.5, "colours": "dark"}
    file.write_text(json.dumps({**good, key: value}), encoding="utf-8")
    read_back = read(file)
    assert getattr(read_back, key) == getattr(Settings(), key)
    assert all(getattr(read_back, other) == good[other] for other in good if other != key)


@pytest.mark.parametrize("data", [b"{", b"[]", b"\xff\xfe", b"3", b"[" * 100_000])
def test_a_damaged_file_is_put_aside_and_the_defaults_hold(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    assert read(file) == Settings()
    assert file.with_name(file.name + BROKEN).read_bytes() == data


def test_an_archive_opened_again_is_first_among_the_recent() -> None:
    chosen = Settings()
    for name in [*"abcdefghij", "c"]:
        chosen = chosen.with_archive(Path(name))
    assert chosen.archive == Path("c")
    assert chosen.recent[:3] == (Path("c"), Path("j"), Path("i"))
    assert len(chosen.recent) == len(set(chosen.recent)) == RECENT
