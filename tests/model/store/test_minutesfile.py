"""A record's file: two writers lose nothing, a killed writer leaves the old or the new one whole, faults have words."""

import gzip
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from model.disk import fingerprint, leftovers
from model.edit.write import WriteText
from model.errors import (
    CannotWriteError,
    ChangedOnDiskError,
    EmptyFileError,
    FileError,
    HeldByOtherError,
    InvalidMinutesError,
    NotFoundError,
    NotMinutesError,
)
from model.record.lifecycle import Remark
from model.record.minutes import Minutes
from model.store import lock, minutesfile
from model.store.minutesfile import keep_source, keep_version, load, load_version, save, versions
from model.store.owner import Owner
from tests.conftest import ROOT
from tests.model.store.conftest import NODE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2015" / "Möte 12 åäö" / "protokoll.xml"


def test_what_is_saved_is_loaded_equal(path: Path, record: Minutes) -> None:
    sha256 = save(path, record, None)
    loaded = load(path)
    assert (loaded.minutes, loaded.sha256, loaded.read_only) == (record, sha256, False)
    assert sha256 == fingerprint(path)
    assert not list(path.parent.glob("*.las")), "the lock is given back"


def test_a_file_that_somebody_else_wrote_is_never_written_over(path: Path, record: Minutes) -> None:
    opened = save(path, record, None)
    theirs = WriteText(NODE, "deras").apply(record)
    save(path, theirs, opened)
    with pytest.raises(ChangedOnDiskError):
        save(path, WriteText(NODE, "mitt").apply(record), opened)
    assert load(path).minutes == theirs


def test_a_new_record_never_replaces_one_that_came_meanwhile(path: Path, record: Minutes) -> None:
    save(path, record, None)
    with pytest.raises(ChangedOnDiskError):
        save(path, WriteText(NODE, "mitt").apply(record), None)


def test_an_archive_that_has_gone_is_not_made_anew_in_silence(path: Path, record: Minutes) -> None:
    sha256 = save(path, record, None)
    path.unlink()
    path.parent.rmdir()
    with pytest.raises(NotFoundError):
        save(path, record, sha256)
    assert not path.parent.exists()


def test_a_lock_of_another_computer_stops_the_saving_and_says_whose_it_is(path: Path, record: Minutes) -> None:
    sha256 = save(path, record, None)
    other = lock.Holding(Owner("another", "datorn", "Åsa", 7), "token", "2015-06-12T09:00")
    lock.file_of(path).write_bytes(lock._bytes(other))
    with pytest.raises(HeldByOtherError) as refused:
        save(path, WriteText(NODE, "mitt").apply(record), sha256, patience=0)
    assert "Åsa@datorn" in refused.value.detail


def test_two_writers_lose_no_update(path: Path, record: Minutes) -> None:
    """Two processes each add forty remarks to one record, reading again whenever the other was first."""
    save(path, record, None)
    script = (
        "import sys\n"
        "from dataclasses import replace\n"
        "from pathlib import Path\n"
        "from model.errors import ChangedOnDiskError, HeldByOtherError\n"
        "from model.record.lifecycle import Remark\n"
        "from model.store.minutesfile import load, save\n"
        "path, who = Path(sys.argv[1]), sys.argv[2]\n"
        "for number in range(40):\n"
        "    while True:\n"
        "        read = load(path)\n"
        "        life = read.minutes.lifecycle\n"
        "        said = replace(life, remarks=(*life.remarks, Remark(f'{who}{number}')))\n"
        "        try:\n"
        "            save(path, replace(read.minutes, lifecycle=said), read.sha256)\n"
        "            break\n"
        "        except (ChangedOnDiskError, HeldByOtherError):\n"
        "            pass\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(path), who], cwd=ROOT) for who in "ab"]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    said = {remark.text for remark in load(path).minutes.lifecycle.remarks}
    assert said == {f"{who}{number}" for who in "ab" for number in range(40)}


def test_a_writer_killed_anywhere_leaves_a_whole_file(path: Path, record: Minutes) -> None:
    save(path, record, None)
    script = (
        "import sys, itertools\n"
        "from dataclasses import replace\n"
        "from pathlib import Path\n"
        "from model.record.lifecycle import Remark\n"
        "from model.store.minutesfile import load, save\n"
        "path = Path(sys.argv[1])\n"
        "read = load(path)\n"
        "sha256, minutes = read.sha256, read.minutes\n"
        "for number in itertools.count():\n"
        "    life = replace(minutes.lifecycle, remarks=(Remark(f'{number}' * 20000),))\n"
        "    sha256 = save(path, replace(minutes, lifecycle=life), sha256)\n"
        "    print(number, flush=True)\n"
    )
    for kill_at in (0, 3, 9):
        process = subprocess.Popen([sys.executable, "-c", script, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(kill_at + 1):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        (remark,) = load(path).minutes.lifecycle.remarks
        assert len(set(remark.text)) <= 10
        assert all(left.name.startswith(".~") for left in leftovers(path.parent))
        save(path, replace(record, lifecycle=replace(record.lifecycle, remarks=(Remark("x"),))), fingerprint(path))


def test_a_record_that_could_not_be_read_back_is_refused_before_anything_is_touched(
    path: Path, record: Minutes
) -> None:
    sha256 = save(path, record, None)
    bad = replace(record, title="\x0b")
    with pytest.raises(CannotWriteError):
        save(path, bad, sha256)
    assert load(path).minutes == record


def test_a_source_is_kept_untouched_and_once(path: Path, record: Minutes, tmp_path: Path) -> None:
    save(path, record, None)
    source = tmp_path / "Protokoll från möte.txt"
    source.write_bytes("Närvarande\r\n".encode("latin-1"))
    kept = keep_source(path, source)
    assert kept.read_bytes() == source.read_bytes()
    assert keep_source(path, source) == kept
    source.write_bytes(b"annat")
    assert keep_source(path, source) != kept
    assert len(list(kept.parent.iterdir())) == 2


def test_a_named_version_is_kept_on_this_computer_and_read_back(record: Minutes, tmp_path: Path) -> None:
    kept = keep_version(record, "till justeraren", folder=tmp_path)
    assert versions(record.id, folder=tmp_path) == [kept]
    assert load_version(kept) == record
    assert os.stat(kept.parent).st_mode & 0o077 == 0


def test_a_record_that_is_open_here_is_saved_under_the_lock_it_has(path: Path, record: Minutes) -> None:
    sha256 = save(path, record, None)
    with lock.take(path) as mine:
        save(path, WriteText(NODE, "mitt").apply(record), sha256)
        assert mine.is_mine()


def test_a_disk_that_writes_something_else_is_noticed(
    path: Path, record: Minutes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that says yes and keeps the old bytes: saving must not be believed."""
    save(path, record, None)
    sha256 = fingerprint(path)
    monkeypatch.setattr(minutesfile, "write_whole", lambda *_, **__: None)
    with pytest.raises(CannotWriteError):
        save(path, WriteText(NODE, "mitt").apply(record), sha256)


@pytest.mark.parametrize(("data", "kind"), [
    (None, NotFoundError), (b"", EmptyFileError), (b"not gzip", InvalidMinutesError),
    (gzip.compress(b"x" * 999)[:20], InvalidMinutesError), (gzip.compress(b"<html/>"), NotMinutesError),
])  # fmt: skip
def test_a_damaged_version_is_refused_in_our_words(tmp_path: Path, data: bytes | None, kind: type[FileError]) -> None:
    kept = tmp_path / "2015-06-12 0930.xml.gz"
    if data is not None:
        kept.write_bytes(data)
    with pytest.raises(kind):
        load_version(kept)
