"""The index is a cache: whatever happens to its file it is made anew or the trouble is said, and no answer is wrong."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from model.errors import IndexUnavailableError, MinutesError
from model.index import opened
from model.index.meetings import meetings
from model.index.opened import Index, index_file
from model.index.schema import LAYERS
from model.index.search import search
from model.index.shelf import Shelf
from model.index.writing import problems, rebuild, refresh
from model.sentences import sentence
from model.store.archive import Archive
from tests.builders import clause, item, paragraph
from tests.model.index.archives import archive, made, put


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def there(tmp_path: Path) -> Archive:
    return archive(
        tmp_path / "Protokoll",
        made(1, "2015-01-16", item("Mångfald", paragraph("Arbetet går vidare."), clause("godkänna planen"))),
        made(2, "2015-02-20", item("Budget", clause("anslå medel till simhallen"))),
    )


def asked(there: Archive, words: str) -> list[str]:
    """What a program answers that has just been started."""
    with Index(there) as index:
        refresh(index)
        return [hit.heading for hit in search(index, words)]


def test_only_the_owner_may_read_it(there: Archive) -> None:
    asked(there, "mångfald")
    assert index_file(there.folder).stat().st_mode & 0o777 == 0o600


def test_what_is_not_changed_is_not_read_again(there: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(there, "mångfald")
    read: list[Path] = []
    monkeypatch.setattr("model.index.writing.read_whole", lambda path, _limit: read.append(path))
    assert asked(there, "mångfald") == ["Mångfald"]
    assert not read


def test_new_changed_and_vanished_files_are_followed(there: Archive) -> None:
    asked(there, "mångfald")
    third = put(there, made(3, "2015-03-20", item("Färdtjänst")))
    assert asked(there, "färdtjänst") == ["Färdtjänst"]
    third.write_bytes(third.read_bytes().replace("Färdtjänst".encode(), b"Skolskjuts"))
    assert asked(there, "färdtjänst") == []
    assert asked(there, "skolskjuts") == ["Skolskjuts"]
    third.unlink()
    assert asked(there, "skolskjuts") == []


def test_one_file_that_was_saved_is_read_without_looking_through_the_rest(there: Archive) -> None:
    with Index(there) as index:
        refresh(index)
        third, fourth = (put(there, made(n, f"2015-03-2{n}", item(f"Skolskjuts {n}"))) for n in (3, 4))
        refresh(index, only=fourth)
        assert [hit.heading for hit in search(index, "skolskjuts")] == ["Skolskjuts 4"]
        fourth.unlink()
        refresh(index, only=fourth)
        assert search(index, "skolskjuts") == ()
        refresh(index)
        assert [hit.path for hit in search(index, "skolskjuts")] == [third]


def test_a_copy_stands_in_when_the_first_is_taken_away(there: Archive) -> None:
    first = there.files()[0]
    copy = first.parent.parent / "kopia" / first.name
    copy.parent.mkdir()
    copy.write_bytes(first.read_bytes())
    assert asked(there, "mångfald") == ["Mångfald"]
    first.unlink()
    assert asked(there, "mångfald") == ["Mångfald"]


def test_erased_minutes_leave_no_words_behind(there: Archive) -> None:
    secret = put(there, made(3, "2015-03-20", item("Kvicksilverläckan", paragraph("Hos Snövit Dvärgström."))))
    with Index(there) as index:
        refresh(index)
        secret.unlink()
        refresh(index)
        for layer in LAYERS:
            index.ask(f"insert into {layer}({layer}) values('optimize')")
        index.ask("vacuum")
    data = index_file(there.folder).read_bytes().lower()
    assert "kvicksilverläckan".encode() not in data
    assert "snövit".encode() not in data


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_found(there: Archive) -> None:
    bad = there.folder / "2015" / "trasigt" / "protokoll.xml"
    bad.parent.mkdir()
    bad.write_bytes(b"<protokoll")
    with Index(there) as index:
        done = refresh(index)
        assert [path for path, _ in done.problems] == [bad]
        assert sentence(done.problems[0][1]).startswith("«protokoll.xml»")
        assert [hit.heading for hit in search(index, "mångfald")] == ["Mångfald"]
        bad.write_bytes(there.files()[0].read_bytes().replace(b"p-01150116kdg", b"p-99999999kdg"))
        refresh(index)
        assert problems(index) == ()


def flipped(path: Path) -> None:
    data, chance = bytearray(path.read_bytes()), random.Random(4)
    for _ in range(20):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def one_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)


def older(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("pragma user_version=1")


def of_another_archive(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("update meta set value='k-22222222' where key='archive'")
    path.with_name(path.name + ".seal").unlink()


def of_another_analyser(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("update meta set value='0' where key='analyser'")
    path.with_name(path.name + ".seal").unlink()


def without_a_table(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("drop table item")
    path.with_name(path.name + ".seal").unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").write_text("x")


DAMAGES: list[Callable[[Path], object]] = [
    Path.unlink,
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(path.read_bytes()[: len(path.read_bytes()) // 2]),
    lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000),
    lambda path: path.write_text("Hej!"),
    flipped, one_bit, older, of_another_archive, of_another_analyser, without_a_table,
]  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_any_damage_is_found_and_the_index_made_anew(there: Archive, damage: Callable[[Path], object]) -> None:
    assert asked(there, "simhallen") == ["Budget"]
    damage(index_file(there.folder))
    assert asked(there, "simhallen") == ["Budget"]
    assert asked(there, "mångfald") == ["Mångfald"]


def test_bits_flipped_after_a_crash_never_answer_wrongly(there: Archive) -> None:
    """Without its seal the file must pass SQLite's own checks; what they miss can at most hide a word."""
    asked(there, "simhallen")
    path = index_file(there.folder)
    whole, chance = path.read_bytes(), random.Random(8)
    for _ in range(25):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.with_name(path.name + ".seal").unlink(missing_ok=True)
        path.write_bytes(data)
        shelf = Shelf()
        try:
            refresh(shelf.index(there.folder))
            found = shelf.ask(there.folder, lambda index: search(index, "simhallen"))
        except MinutesError:
            continue
        finally:
            shelf.close()
        assert {hit.heading for hit in found} <= {"Budget"}


def test_damage_that_shows_while_it_is_open_is_mended(there: Archive) -> None:
    shelf = Shelf()
    refresh(shelf.index(there.folder))
    connection = shelf.index(there.folder).connection
    connection.execute("pragma writable_schema=on; delete from sqlite_schema where name='clause'")
    connection.execute("pragma writable_schema=reset")
    assert [hit.heading for hit in shelf.ask(there.folder, lambda index: search(index, "simhallen"))] == ["Budget"]
    shelf.close()


def test_a_file_that_another_program_replaced_is_opened_again(there: Archive) -> None:
    shelf = Shelf()
    refresh(shelf.index(there.folder))
    with Index(there) as other:
        rebuild(other)
    assert [hit.heading for hit in shelf.ask(there.folder, lambda index: search(index, "simhallen"))] == ["Budget"]
    shelf.close()


def test_a_file_that_is_locked_is_said_in_words(there: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "PATIENCE", 10)
    asked(there, "mångfald")
    put(there, made(3, "2015-03-20", item("Färdtjänst")))
    holder = apsw.Connection(str(index_file(there.folder)))
    holder.execute("begin immediate; insert into meta values('x', 'y')")
    with pytest.raises(IndexUnavailableError) as caught:
        asked(there, "mångfald")
    assert "Protokollen är orörda" in sentence(caught.value)
    holder.close()
    assert asked(there, "färdtjänst") == ["Färdtjänst"]


def test_without_a_place_on_the_disk_it_lives_in_memory(there: Archive, cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    with Index(there) as index:
        done = refresh(index)
        assert done.in_memory
        assert [hit.heading for hit in search(index, "simhallen")] == ["Budget"]


@pytest.mark.parametrize("pages", [1, 20, 60])
def test_a_full_disk_sends_it_to_memory(there: Archive, pages: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite itself says that the disk is full, at the first table or at a later word."""
    connect = opened._connection

    def narrow(name: str) -> apsw.Connection:
        made = connect(name)
        if name != ":memory:":
            made.execute(f"pragma max_page_count={pages}")
        return made

    monkeypatch.setattr(opened, "_connection", narrow)
    for number in range(3, 30):
        put(there, made(number, f"2016-01-{number % 28 + 1:02}", item(f"Punkt {number}", paragraph("ord " * 400))))
    with Index(there) as index:
        done = refresh(index)
        assert done.in_memory
        assert done.meetings == 29
        assert [hit.heading for hit in search(index, "simhallen")] == ["Budget"]


def test_too_many_for_memory_is_said_in_words(there: Archive, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write_text("a file where the folder should be")
    monkeypatch.setattr("model.index.writing.IN_MEMORY", 1)
    with Index(there) as index, pytest.raises(IndexUnavailableError):
        refresh(index)


def test_reading_can_be_paused_and_goes_on(there: Archive) -> None:
    with Index(there) as index:
        stopped = refresh(index, lambda _done, _total: False)
        assert (stopped.meetings, stopped.left) == (0, 2)
        told: list[tuple[int, int]] = []

        def goes_on(done: int, total: int) -> bool:
            told.append((done, total))
            return True

        done = refresh(index, goes_on)
        assert (done.meetings, done.left) == (2, 0)
        assert told[0] == (0, 2)
        assert told[-1] == (2, 2)


def test_many_new_files_leave_the_index_in_order(there: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.index.writing.MANY", 2)
    monkeypatch.setattr("model.index.writing.SLICE", 0)
    for number in range(3, 12):
        put(there, made(number, f"2016-01-{number:02}", item(f"Punkt {number}", paragraph("skolskjuts " * number))))
    with Index(there) as index:
        refresh(index)
        assert [index.one(f"select count(distinct segid) from {layer}_idx") for layer in LAYERS] == [1, 1, 1]
        assert len(search(index, "skolskjuts")) == 9


def test_when_nobody_asks_the_log_is_taken_into_the_file(there: Archive) -> None:
    shelf = Shelf()
    refresh(shelf.index(there.folder))
    before = index_file(there.folder).stat().st_size
    shelf.rest()
    assert index_file(there.folder).stat().st_size > before
    assert shelf.ask(there.folder, lambda index: len(search(index, "simhallen"))) == 1
    shelf.close()


def test_two_archives_have_two_indexes(there: Archive, tmp_path: Path) -> None:
    other = archive(tmp_path / "Grannen", made(1, "2015-01-16", item("Skolskjuts")))
    before = sorted(other.folder.rglob("*"))
    assert asked(other, "skolskjuts") == ["Skolskjuts"]
    assert asked(there, "skolskjuts") == []
    assert sorted(other.folder.rglob("*")) == before, "an archive is only read"


def test_meetings_come_newest_first(there: Archive) -> None:
    with Index(there) as index:
        refresh(index)
        assert [row.short_name for row in meetings(index)] == ["2/2015", "1/2015"]
