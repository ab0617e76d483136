"""The journal: no accepted key is lost, whatever the disk does, and every damage keeps the whole prefix."""

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edit.command import to_entry
from model.errors import JournalBrokenError
from model.record.minutes import Minutes
from model.record.values import to_plain
from model.store import recovery, segment
from model.store.frames import frame, read
from model.store.journal import Journal
from tests import builders as b
from tests.conftest import ROOT
from tests.model.store.conftest import NODE, typed
from tests.strategies import SOME_RUNS

Folders = tuple[Path, Path, Path]


def begun(folders: Folders, record: Minutes, **more: object) -> Journal:
    return Journal(folders[0], "a-session", record, spare=folders[1:], **more)  # type: ignore[arg-type]


def recovered(folders: Folders) -> recovery.Recovered:
    """What the next start finds, and reads back."""
    (left,) = recovery.find(folders[0], spare=folders[1:])
    return recovery.replay(left)


def words_in(minutes: Minutes) -> str:
    return minutes.block(NODE).text.plain  # type: ignore[union-attr]


def test_every_command_is_in_the_file_before_write_returns(folders: Folders, record: Minutes) -> None:
    journal = begun(folders, record)
    for count, key in enumerate(typed(30), 1):
        journal.write(key, key.apply(record))
        data = max(folders[0].glob("*.journal")).read_bytes()
        assert len(read(data).frames) == count + 1
    journal.close(keep=True)
    found = recovered(folders)
    assert words_in(found.minutes) == typed(30)[-1].plain
    assert (found.entries, found.lost, found.rests) == (30, 0, ())


def test_closing_with_everything_saved_leaves_nothing_to_ask_about(folders: Folders, record: Minutes) -> None:
    journal = begun(folders, record)
    for key in typed(3):
        journal.write(key, key.apply(record))
    changed = typed(3)[-1].apply(record)
    journal.saved("f" * 64, changed)
    journal.close()
    assert recovery.find(folders[0], spare=folders[1:]) == []
    assert list((folders[0] / segment.CLOSED).iterdir()), "it is set aside for thirty days, not removed"


def test_what_is_written_becomes_durable_by_itself_also_after_a_rest(folders: Folders, record: Minutes) -> None:
    come = {count: threading.Event() for count in range(4)}
    journal = begun(folders, record, durable=lambda count: come[count].set())
    assert come[0].wait(10)
    for count, key in enumerate(typed(3), 1):
        journal.write(key, key.apply(record))
        assert come[count].wait(10)
    journal.close(keep=True)


def test_durable_is_told_within_reach_of_flush(folders: Folders, record: Minutes) -> None:
    told: list[int] = []
    journal = begun(folders, record, durable=told.append)
    for key in typed(5):
        journal.write(key, key.apply(record))
    assert journal.flush(10)
    assert journal.durable == 5
    journal.close(keep=True)
    assert told[-1] == 5


def test_a_long_text_goes_over_many_segments_each_whole_in_itself(folders: Folders, record: Minutes) -> None:
    journal = begun(folders, record)
    for key in typed(900):
        journal.write(key, key.apply(record))
    journal.close(keep=True)
    segments = sorted(folders[0].glob("*.journal"))
    assert len(segments) > 2
    for one in segments[:-1]:
        one.unlink()
    assert words_in(recovered(folders).minutes) == typed(900)[-1].plain


class Weather:
    """The system calls that a bad disk would refuse, for files under `folder` alone: real files, real descriptors."""

    def __init__(self, folder: Path, code: int, *, after: int, short: bool = False) -> None:
        self.folder, self.code, self.after, self.short = folder, code, after, short
        self.calls, self.write = 0, os.write

    def __call__(self, handle: int, data: bytes) -> int:
        if not self._is_here(handle):
            return self.write(handle, data)
        self.calls += 1
        if self.calls <= self.after:
            return self.write(handle, data)
        if self.short and self.calls == self.after + 1:
            return self.write(handle, bytes(data[:7]))
        raise OSError(self.code, os.strerror(self.code))

    def _is_here(self, handle: int) -> bool:
        here = os.stat(handle)
        return any(os.path.samestat(here, path.stat()) for path in self.folder.glob("*"))


@pytest.mark.parametrize("short", [False, True], ids=["refused", "torn"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.ESTALE, errno.EROFS],
                         ids=errno.errorcode.get)  # fmt: skip
@pytest.mark.parametrize("after", [1, 2, 17])
def test_a_disk_that_refuses_makes_it_go_on_in_the_next_folder(
    folders: Folders, record: Minutes, monkeypatch: pytest.MonkeyPatch, after: int, code: int, short: bool
) -> None:
    moved: list[tuple[Path, str]] = []
    journal = begun(folders, record, moved=lambda folder, why: moved.append((folder, why)))
    monkeypatch.setattr(segment.os, "write", Weather(folders[0], code, after=after - 1, short=short))
    for key in typed(40):
        journal.write(key, key.apply(record))
    journal.close(keep=True)
    assert [folder for folder, _ in moved] == [folders[1]]
    assert words_in(recovered(folders).minutes) == typed(40)[-1].plain


def test_when_every_folder_refuses_it_says_so_once_and_typing_goes_on(
    folders: Folders, record: Minutes, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[JournalBrokenError] = []
    now = [0.0]
    journal = begun(folders, record, status=said.append, clock=lambda: now[0])
    real = os.open

    def refused(path: str, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith(".journal"):
            raise OSError(errno.ENOSPC, "full")
        return real(path, flags, mode)

    with monkeypatch.context() as bad:
        bad.setattr(segment.os, "open", refused)
        bad.setattr(segment.os, "write", Weather(folders[0], errno.ENOSPC, after=0))
        for key in typed(20):
            journal.write(key, key.apply(record))
        assert journal.is_broken
        assert [str(e.args[0]) for e in said] == ["full"]
    now[0] += 60
    journal.write(typed(21)[-1], typed(21)[-1].apply(record))
    assert journal.flush(10)
    assert not journal.is_broken
    journal.close(keep=True)
    assert words_in(recovered(folders).minutes) == typed(21)[-1].plain


def test_a_failed_sync_is_never_tried_again_on_the_same_file(
    folders: Folders, record: Minutes, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real, first = segment.sync_data, threading.Event()

    def failing(handle: int) -> None:
        inode = os.fstat(handle).st_ino
        if first.is_set() and inode == bad:
            synced.append(inode)
            raise OSError(errno.EIO, "bad disk")
        real(handle)

    journal = begun(folders, record)
    assert journal.flush(10)
    bad = next(folders[0].glob("*.journal")).stat().st_ino
    monkeypatch.setattr(segment, "sync_data", failing)
    first.set()
    for key in typed(10):
        journal.write(key, key.apply(record))
    assert journal.flush(10)
    assert synced == [bad]
    journal.close(keep=True)
    assert words_in(recovered(folders).minutes) == typed(10)[-1].plain


# Damage


def journal_bytes(record: Minutes, keys: int) -> bytes:
    first = {"format": 1, "session": "a", "segment": 1, "n": 0, "saved": 0, "record": record.id, "base": None,
             "path": None, "continues": None, "minutes": to_plain(record)}  # fmt: skip
    made, check = frame(first, 0)
    for number, key in enumerate(typed(keys), 1):
        line, check = frame({"n": number, "entry": to_entry(key)}, check)
        made += line
    return made


def prefixes(record: Minutes, keys: int) -> Iterator[Minutes]:
    yield record
    for key in typed(keys):
        yield (record := key.apply(record))


def read_back(folder: Path, data: bytes) -> recovery.Recovered | None:
    folder.mkdir(exist_ok=True)
    (folder / "a.0001.journal").write_bytes(data)
    found = recovery.find(folder, spare=())
    return recovery.replay(found[0]) if found else None


def test_a_journal_cut_at_every_byte_keeps_the_whole_prefix(tmp_path: Path, record: Minutes) -> None:
    data = journal_bytes(record, 12)
    ends = [at + 1 for at, byte in enumerate(data) if byte == ord("\n")]
    states = list(prefixes(record, 12))
    for cut in range(len(data) + 1):
        whole = sum(end <= cut for end in ends)
        found = read_back(tmp_path / "j", data[:cut])
        if whole <= 1:
            assert found is None or found.minutes == record
        else:
            assert found is not None
            assert found.minutes == states[whole - 1]
            assert found.entries == whole - 1


@SOME_RUNS
@given(st.data())
def test_a_journal_with_flipped_bits_gives_a_prefix_and_never_raises(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    record = b.minutes(b.text(NODE))
    whole = journal_bytes(record, 8)
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    found = read_back(tmp_path_factory.mktemp("bits"), bytes(changed))
    assert found is None or found.minutes in list(prefixes(record, 8))


def doubled(lines: list[bytes]) -> bytes:
    return b"".join([*lines[:4], lines[3], *lines[4:]])


def without_one(lines: list[bytes]) -> bytes:
    return b"".join([*lines[:3], *lines[4:]])


def exchanged(lines: list[bytes]) -> bytes:
    return b"".join([*lines[:3], lines[4], lines[3], *lines[5:]])


@pytest.mark.parametrize(("damage", "kept"), [(doubled, 3), (without_one, 2), (exchanged, 2)])
def test_the_chain_sees_a_doubled_a_missing_and_an_exchanged_line(
    tmp_path: Path, record: Minutes, damage: Callable[[list[bytes]], bytes], kept: int
) -> None:
    lines = journal_bytes(record, 8).splitlines(keepends=True)
    found = read_back(tmp_path, damage(lines))
    assert found is not None
    assert found.minutes == list(prefixes(record, 8))[kept]
    assert found.lost > 0
    assert [rest.read_bytes() for rest in found.rests], "what cannot be read is kept beside"


def test_a_journal_of_a_later_version_is_left_alone_and_named(tmp_path: Path, record: Minutes) -> None:
    first = {"format": 99, "n": 0, "minutes": to_plain(record)}
    (tmp_path / "a.0001.journal").write_bytes(frame(first, 0)[0])
    assert recovery.find(tmp_path, spare=()) == []
    assert recovery.unreadable(tmp_path, spare=()) == [tmp_path / "a.0001.journal"]


def test_a_killed_program_loses_no_key_that_was_accepted(tmp_path: Path) -> None:
    """A process types, says after each key how far it has come, and is killed at a place nobody chose."""
    script = (
        "import sys, itertools\n"
        "from pathlib import Path\n"
        "from model.store.journal import Journal\n"
        "from tests import builders as b\n"
        "from tests.model.store.conftest import NODE, typed\n"
        "record = b.minutes(b.text(NODE))\n"
        f"journal = Journal(Path({str(tmp_path)!r}), 'killed', record, spare=())\n"
        "for count, key in enumerate(typed(20000), 1):\n"
        "    journal.write(key, key.apply(record))\n"
        "    print(count, flush=True)\n"
    )
    for kill_at in (1, 40, 333):
        process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        said = 0
        for line in process.stdout:
            said = int(line)
            if said >= kill_at:
                break
        process.send_signal(signal.SIGKILL)
        said = max([said, *(int(line) for line in process.stdout if line.endswith("\n"))])
        process.wait()
        process.stdout.close()
        (left,) = recovery.find(tmp_path, spare=())
        found = recovery.replay(left)
        assert found.entries >= said
        assert words_in(found.minutes) == typed(20000)[found.entries - 1].plain
        recovery.retire(left)
