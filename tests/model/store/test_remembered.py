"""What was closed last: remembered when the archive had all of it, and only then."""

from pathlib import Path

import pytest

from model.record.minutes import Minutes
from model.store.journal import Journal
from model.store.remembered import remembered
from model.store.segment import CLOSED
from tests.model.store.conftest import typed

FILE, SHA = Path("/arkiv/protokoll.xml"), "a" * 64


def closed(folder: Path, session: str, record: Minutes, keys: int = 0, *, save: bool = True) -> Minutes:
    """A session that is over: opened, written in, saved or not, and closed; the record it ended with."""
    journal = Journal(folder, session, record, SHA, FILE, spare=())
    for key in typed(keys):
        record = key.apply(record)
        journal.write(key, record)
    if keys and save:
        journal.saved("b" * 64, record)
    journal.close()
    return record


def test_what_was_only_read_is_remembered_as_it_was_read(tmp_path: Path, record: Minutes) -> None:
    closed(tmp_path, "one", record)
    found = remembered(tmp_path)
    assert found is not None
    assert (found.minutes, found.path, found.sha256) == (record, FILE, SHA)


def test_what_was_written_is_remembered_as_it_was_saved(tmp_path: Path, record: Minutes) -> None:
    ended = closed(tmp_path, "one", record, 3)
    found = remembered(tmp_path)
    assert found is not None
    assert (found.minutes, found.sha256) == (ended, "b" * 64)


def test_the_session_that_was_closed_last_counts(tmp_path: Path, record: Minutes) -> None:
    closed(tmp_path, "20261126T090000-ffffff", record)
    ended = closed(tmp_path, "20261126T100000-000000", record, 2)
    found = remembered(tmp_path)
    assert found is not None
    assert found.minutes == ended


def test_words_that_the_archive_lacks_are_not_taken_for_its_file(tmp_path: Path, record: Minutes) -> None:
    closed(tmp_path, "one", record, 3, save=False)
    assert remembered(tmp_path) is None


@pytest.mark.parametrize("what", ["nothing", "torn", "no journal", "a folder"])
def test_what_cannot_be_read_is_not_remembered(what: str, tmp_path: Path, record: Minutes) -> None:
    if what == "torn":
        closed(tmp_path, "one", record, 3)
        for path in (tmp_path / CLOSED).iterdir():
            path.write_bytes(path.read_bytes()[:-7])
    elif what == "no journal":
        (tmp_path / CLOSED).mkdir()
        (tmp_path / CLOSED / "z.0001.journal").write_bytes(b"words")
    elif what == "a folder":
        (tmp_path / CLOSED / "z.0001.journal").mkdir(parents=True)
    assert remembered(tmp_path) is None
