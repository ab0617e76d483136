"""Writing whole files: the old one or the new one, never something between."""

import errno
import os
import stat
from pathlib import Path

import pytest

from model import disk
from model.errors import (
    CannotReadError,
    CannotWriteError,
    EmptyFileError,
    NotAFileError,
    NotFoundError,
    TooLargeError,
)


def test_a_file_is_written_and_its_folder_made(tmp_path: Path) -> None:
    path = tmp_path / "2015" / "a.xml"
    disk.write_whole(path, b"ett")
    assert path.read_bytes() == b"ett"
    assert disk.leftovers(path.parent) == []


def test_replacing_keeps_the_mode_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"gammal")
    path.chmod(0o640)
    disk.write_whole(path, b"ny")
    assert path.read_bytes() == b"ny"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        disk.write_whole(tmp_path / "a.xml", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.xml").stat().st_mode) == 0o640


def test_everything_is_synced_before_the_name_changes_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(handle: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def noted_replace(self: Path, target: Path) -> Path:
        order.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    disk.write_whole(tmp_path / "a.xml", b"x")
    assert order == ["file", "replace", "folder"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EACCES, "forbidden"),
        (errno.EROFS, "read-only"),
        (errno.ENAMETOOLONG, "name"),
        (errno.ESTALE, "away"),
        (errno.ENOTCONN, "away"),
        (errno.EBADF, "other"),
    ],
)
def test_what_the_disk_refuses_is_said_with_a_code_and_the_old_file_stays(
    number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"gammal")

    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(CannotWriteError) as caught:
        disk.write_whole(path, b"ny")
    assert (caught.value.path, caught.value.detail) == (path, code)
    assert path.read_bytes() == b"gammal"
    assert disk.leftovers(tmp_path) == []


def test_a_refused_rename_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"gammal")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotWriteError):
        disk.write_whole(path, b"ny")
    assert [p.name for p in tmp_path.iterdir()] == ["a.xml"]


def test_a_name_that_is_too_long_is_said_as_a_name(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError) as caught:
        disk.write_whole(tmp_path / ("x" * 300), b"x")
    assert caught.value.detail == "name"


def test_whoever_asks_may_stop_the_writing_at_the_last_moment(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"gammal")

    def stop() -> None:
        raise NotFoundError(path)

    with pytest.raises(NotFoundError):
        disk.write_whole(path, b"ny", before_replace=stop)
    assert path.read_bytes() == b"gammal"
    assert disk.leftovers(tmp_path) == []


def test_the_fingerprint_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert disk.fingerprint(path) == disk.fingerprint(b"abc")
    assert disk.fingerprint(b"abc").startswith("ba7816bf")
    with pytest.raises(NotFoundError):
        disk.fingerprint(tmp_path / "b")


def test_each_way_reading_fails_has_its_own_error(tmp_path: Path) -> None:
    (tmp_path / "tom").touch()
    (tmp_path / "stor").write_bytes(b"x" * 11)
    os.mkfifo(tmp_path / "fifo")
    cases = {
        "borta": NotFoundError,
        "tom": EmptyFileError,
        "stor": TooLargeError,
        "fifo": NotAFileError,
        ".": NotAFileError,
    }
    for name, error in cases.items():
        with pytest.raises(error):
            disk.read_whole(tmp_path / name, limit=10)
    with pytest.raises(CannotReadError):
        disk.read_whole(Path("a\0b"), limit=10)
