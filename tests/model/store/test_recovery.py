"""What was left behind: which sessions are found, whose they are, and when they are weeded."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from model.edit.command import to_entry
from model.edit.write import WriteText
from model.errors import CannotReadError
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.values import to_plain
from model.store import recovery
from model.store.frames import frame
from model.store.journal import Journal
from model.store.minutesfile import save
from model.store.segment import CLOSED
from tests.conftest import ROOT
from tests.model.store.conftest import NODE, typed


def left_behind(folder: Path, session: str, record: Minutes, keys: int, **more: object) -> None:
    """A session whose program died over it: another process writes it and is gone."""
    journal = Journal(folder, session, record, spare=(), **more)  # type: ignore[arg-type]
    for key in typed(keys):
        journal.write(key, key.apply(record))
    journal.close(keep=True)


def test_the_newest_comes_first_with_what_it_holds(tmp_path: Path, record: Minutes) -> None:
    left_behind(tmp_path, "older", record, 2)
    left_behind(tmp_path, "newer", record, 3, base_sha256="a" * 64, path=tmp_path / "protokoll.xml")
    for age, path in enumerate(sorted(tmp_path.glob("*.journal"))):
        os.utime(path, (1000 - age, 1000 - age) if "older" in path.name else None)
    newer, older = recovery.find(tmp_path, spare=())
    assert (newer.session, newer.changes, newer.short_name) == ("newer", 3, "4/2015")
    assert (newer.path, newer.base) == (tmp_path / "protokoll.xml", "a" * 64)
    assert (older.session, older.path, older.base) == ("older", None, None)
    assert recovery.replay(newer).base_sha256 == "a" * 64


def test_a_session_that_somebody_works_in_is_left_alone(tmp_path: Path, record: Minutes) -> None:
    journal = Journal(tmp_path, "mine", record, spare=())
    journal.write(typed(1)[0], typed(1)[0].apply(record))
    assert recovery.find(tmp_path, spare=()) == []
    journal.close(keep=True)
    assert len(recovery.find(tmp_path, spare=())) == 1


def test_a_session_of_a_dead_program_is_found(tmp_path: Path) -> None:
    script = (
        "import os\n"
        "from pathlib import Path\n"
        "from model.store.journal import Journal\n"
        "from tests import builders as b\n"
        "from tests.model.store.conftest import NODE, typed\n"
        "record = b.minutes(b.text(NODE))\n"
        f"journal = Journal(Path({str(tmp_path)!r}), 'dead', record, spare=())\n"
        "journal.write(typed(1)[0], typed(1)[0].apply(record))\n"
        "os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    (left,) = recovery.find(tmp_path, spare=())
    assert left.changes == 1


def test_nothing_typed_is_nothing_to_ask_about(tmp_path: Path, record: Minutes) -> None:
    left_behind(tmp_path, "empty", record, 0)
    assert recovery.find(tmp_path, spare=()) == []


def test_a_recovered_session_is_set_aside_only_when_the_archive_has_its_words(tmp_path: Path, record: Minutes) -> None:
    left_behind(tmp_path / "j", "first", record, 4)
    (left,) = recovery.find(tmp_path / "j", spare=())
    back = recovery.replay(left)
    journal = Journal(tmp_path / "j", "second", back.minutes, spare=(), continues="first")
    assert journal.flush(10)
    assert list((tmp_path / "j").glob("first.*")), "not before it is saved"
    journal.saved(save(tmp_path / "protokoll.xml", back.minutes, None), back.minutes, tmp_path / "protokoll.xml")
    journal.close()
    assert not list((tmp_path / "j").glob("*.journal"))
    assert list((tmp_path / "j" / CLOSED).glob("first.*"))
    assert recovery.find(tmp_path / "j", spare=()) == []


def test_of_two_that_continue_each_other_only_the_last_is_asked_about(tmp_path: Path, record: Minutes) -> None:
    left_behind(tmp_path, "first", record, 2)
    (left,) = recovery.find(tmp_path, spare=())
    left_behind(tmp_path, "second", recovery.replay(left).minutes, 5, continues="first")
    assert [one.session for one in recovery.find(tmp_path, spare=())] == ["second"]


def test_what_the_user_does_not_want_is_set_aside_and_weeded_after_thirty_days(tmp_path: Path, record: Minutes) -> None:
    left_behind(tmp_path, "unwanted", record, 2)
    (left,) = recovery.find(tmp_path, spare=())
    recovery.retire(left)
    assert recovery.find(tmp_path, spare=()) == []
    assert recovery.weed(tmp_path) == 0
    assert recovery.weed(tmp_path, now=time.time() + 31 * 86_400) == 1


def test_files_that_vanish_between_listing_and_reading_are_said(tmp_path: Path, record: Minutes) -> None:
    left_behind(tmp_path, "gone", record, 1)
    (left,) = recovery.find(tmp_path, spare=())
    for path in left.segments:
        path.unlink()
    with pytest.raises(CannotReadError):
        recovery.replay(left)


@pytest.mark.parametrize(
    "name", ["x.journal", "a.b.journal", ".journal", "a.-1.journal", "å.²³.journal", "a.0.journal"]
)
def test_other_files_in_the_folder_are_nobodys(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"VTJ1 whatever")
    assert recovery.find(tmp_path, spare=()) == []
    assert (tmp_path / name).exists()


def test_a_command_that_cannot_be_done_ends_the_prefix(tmp_path: Path, record: Minutes) -> None:
    first = {"format": 1, "n": 0, "minutes": to_plain(record)}
    data, check = frame(first, 0)
    for number, entry in enumerate(
        [to_entry(typed(1)[0]), to_entry(WriteText(NodeId("s-999999"), "x")), {"do": "Okänd"}], 1
    ):
        line, check = frame({"n": number, "entry": entry}, check)
        data += line
    (tmp_path / "a.0001.journal").write_bytes(data)
    (left,) = recovery.find(tmp_path, spare=())
    found = recovery.replay(left)
    assert (found.entries, found.lost) == (1, 2)
    assert found.minutes == typed(1)[0].apply(record)
    assert found.minutes.block(NODE) != record.block(NODE)
