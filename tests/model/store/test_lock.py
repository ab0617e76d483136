"""Who has a record open: the living are asked about, the dead on this computer are not."""

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from model.errors import CannotWriteError, HeldByOtherError
from model.sentences import sentence
from model.store import lock
from model.store.owner import Owner, is_alive, is_here, started, this_process

ELSEWHERE = Owner("another computer", "reception", "Bo", 12)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "protokoll.xml"


def held_by(record: Path, owner: Owner, counter: int = 0) -> lock.Holding:
    holding = lock.Holding(owner, "a token", "2015-06-12T09:00", 0, counter)
    lock.file_of(record).write_bytes(lock._bytes(holding))
    return holding


def test_only_one_has_it_and_it_is_given_back(record: Path) -> None:
    with lock.take(record) as mine:
        assert mine.beat()
        assert lock.is_own(lock.holder(record) or lock.UNKNOWN)
        with pytest.raises(HeldByOtherError):
            lock.take(record)
    assert lock.holder(record) is None
    assert list(record.parent.iterdir()) == []


def test_a_dead_process_of_this_computer_loses_it_without_a_question(record: Path) -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    held_by(record, replace(this_process(), pid=done.pid, started=None))
    assert lock.holder(record) is None
    assert lock.take(record).holding.generation == 1


def test_a_process_number_used_again_is_not_taken_for_the_owner(record: Path) -> None:
    held_by(record, replace(this_process(), started="another boot/1"))
    assert lock.holder(record) is None


def test_another_computers_lock_is_asked_about_however_old_it_is(record: Path) -> None:
    held_by(record, ELSEWHERE)
    os.utime(lock.file_of(record), (0, 0))
    with pytest.raises(HeldByOtherError) as refused:
        lock.take(record)
    assert "Bo@reception" in sentence(refused.value)
    assert is_alive(ELSEWHERE) is None
    assert not is_here(ELSEWHERE)


def test_only_a_counter_that_stands_still_for_two_minutes_of_our_own_clock_is_stale(record: Path) -> None:
    now = [0.0]
    held_by(record, ELSEWHERE, 1)
    watch = lock.Watch(record, lambda: now[0])
    now[0] = 119
    assert not watch.is_still()
    held_by(record, ELSEWHERE, 2)
    now[0] = 200
    assert not watch.is_still()
    now[0] = 320
    assert watch.is_still()
    taken = lock.take(record, over=lock.holder(record))
    assert taken.is_mine()


def test_a_lock_taken_over_is_noticed_by_the_one_who_had_it(record: Path) -> None:
    mine = lock.take(record)
    held_by(record, ELSEWHERE)
    assert not mine.is_mine()
    assert not mine.beat()
    mine.release()
    assert lock.holder(record) is not None, "the other's lock is not removed"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b'{"owner": 1}', b"x" * 9000])
def test_a_lock_that_cannot_be_read_is_somebodys(record: Path, data: bytes) -> None:
    lock.file_of(record).write_bytes(data)
    assert lock.holder(record) == lock.UNKNOWN
    with pytest.raises(HeldByOtherError):
        lock.take(record)
    assert lock.take(record, over=lock.UNKNOWN).is_mine()


def test_of_many_who_try_at_once_one_gets_it(record: Path) -> None:
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from model.errors import CannotWriteError, HeldByOtherError\n"
        "from model.store.lock import take\n"
        "sys.stdin.readline()\n"
        "try:\n"
        "    take(Path(sys.argv[1])); print('mine', flush=True)\n"
        "except HeldByOtherError:\n"
        "    print('theirs', flush=True)\n"
        "sys.stdin.readline()\n"
    )
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(record)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    said = []
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    for racer in racers:
        assert racer.stdout is not None
        said.append(racer.stdout.readline().strip())
    for racer in racers:
        racer.communicate("end\n")
    assert sorted(said) == ["mine", "theirs", "theirs", "theirs"]


def test_this_process_is_alive_and_knows_when_it_began() -> None:
    assert is_alive(this_process()) is True
    assert started(-1) is None


def test_where_links_are_refused_the_lock_is_made_all_the_same(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on exFAT and some shares: still only one gets it."""

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(lock.os, "link", refused)
    with lock.take(record) as mine:
        assert mine.is_mine()
        with pytest.raises(HeldByOtherError):
            lock.take(record)
    assert lock.holder(record) is None


def test_a_disk_that_refuses_the_lock_is_said(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock.os, "link", lambda *_: (_ for _ in ()).throw(OSError(errno.EPERM, "no links here")))
    monkeypatch.setattr(lock.Path, "open", lambda *_, **__: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(CannotWriteError) as refused:
        lock._create_exclusively(lock.file_of(record), b"x")
    assert refused.value.detail == "full"


def test_a_lock_that_somebody_made_meanwhile_is_put_back(record: Path) -> None:
    """Between reading a dead owner's lock and removing it, another has taken it over: theirs stands."""
    dead = lock.Holding(replace(this_process(), pid=0), "dead", "2015-06-12T09:00")
    theirs = held_by(record, ELSEWHERE)
    with pytest.raises(HeldByOtherError):
        lock._push_aside(lock.file_of(record), dead, record)
    assert lock.holder(record) == theirs
