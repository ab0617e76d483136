"""An archive: its description, its listing, what is new, changed and gone, and where new minutes go."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from model.errors import NoArchiveError
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.store.archive import ABOUT, Archive
from model.store.minutesfile import save
from model.store.names import safe
from tests import builders as b

ODD = Body("bun", 'Nämnden "för" barn\\unga\x7f', "Nämndens")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "Våra protokoll", b.KDG)


def saved(archive: Archive, minutes: Minutes) -> Path:
    path = archive.place_for(minutes)
    save(path, minutes, None)
    return path


def test_what_is_created_opens_again_and_creating_twice_changes_nothing(tmp_path: Path) -> None:
    made = Archive.create(tmp_path, ODD, style="kdg-klassisk")
    before = (tmp_path / ABOUT).read_bytes()
    assert Archive.open(tmp_path) == made
    assert Archive.create(tmp_path, b.KDG) == made
    assert (tmp_path / ABOUT).read_bytes() == before


@pytest.mark.parametrize("words", [b"", b"\xff\xfe", b"id = 1", b"[organ]\nkod = 1", b"= =", b'id = "k-1"\norgan = 3'])
def test_a_damaged_description_is_no_archive(tmp_path: Path, words: bytes) -> None:
    (tmp_path / ABOUT).write_bytes(words)
    with pytest.raises(NoArchiveError):
        Archive.open(tmp_path)


def test_a_folder_without_one_or_that_is_not_there_is_no_archive(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "borta"):
        with pytest.raises(NoArchiveError):
            Archive.open(folder)


def test_records_lie_by_year_and_a_second_of_the_same_name_gets_its_own_folder(archive: Archive) -> None:
    first, second = saved(archive, b.minutes()), saved(archive, replace(b.minutes(), series="annan"))
    assert first.relative_to(archive.folder).parts == ("2015", "2015-06-12 kdg 4-2015", "protokoll.xml")
    assert second.parent.name == "2015-06-12 kdg 4-2015 (2)"
    assert archive.files() == [first, second]


@pytest.mark.parametrize(("minutes", "place"), [
    (b.minutes(number=None, year=None), "2015/2015-06-12 kdg"),
    (replace(b.minutes(number=None, year=None), meeting=Meeting(b.minutes().meeting.id)), "odaterade/kdg"),
    (replace(b.minutes(), body=Body("a/b:c", "x", "x")), "2015/2015-06-12 a-b-c 4-2015"),
])  # fmt: skip
def test_what_is_not_known_is_left_out_of_the_name(archive: Archive, minutes: Minutes, place: str) -> None:
    assert archive.place_for(minutes).parent == archive.folder / place


def test_changes_tell_new_changed_and_gone(archive: Archive) -> None:
    kept, changed, gone = (saved(archive, b.minutes(number=n)) for n in (1, 2, 3))
    before = archive.changes({}).now
    assert set(before) == {kept, changed, gone}
    os.utime(kept, (1, 1))
    changed.write_bytes(changed.read_bytes() + b"\n")
    gone.unlink()
    new = saved(archive, b.minutes(number=9))
    after = archive.changes(before)
    assert (after.new, after.changed, after.gone) == ((new,), (changed,), (gone,))


def test_links_hidden_things_sent_files_and_sources_are_not_looked_through(archive: Archive, tmp_path: Path) -> None:
    path = saved(archive, b.minutes())
    data = path.read_bytes()
    for folder in ("original", "utskick", ".trash"):
        (path.parent / folder).mkdir()
        (path.parent / folder / "protokoll.xml").write_bytes(data)
    (archive.folder / "loop").symlink_to(archive.folder, target_is_directory=True)
    (archive.folder / "protokoll.xml").symlink_to(path)
    assert archive.files() == [path]


def test_what_a_synced_folder_made_of_two_writers_is_found_and_left_alone(archive: Archive) -> None:
    path = saved(archive, b.minutes())
    twin = path.with_name("protokoll (konfliktkopia Åsas dator).xml")
    twin.write_bytes(path.read_bytes())
    assert archive.conflicts() == [twin]
    assert archive.files() == [path]


@pytest.mark.parametrize(("words", "name"), [
    ("CON", "_CON"), ("aux.txt", "_aux.txt"), ("a:b/c\\d", "a-b-c-d"), ("slutar med punkt. ", "slutar med punkt"),
    ("\N{RIGHT-TO-LEFT OVERRIDE}lmx", "lmx"), ("a\nb\tc", "a b c"), ("", "namnlos"), ("...", "namnlos"),
    ("A\N{COMBINING RING ABOVE}r", "År"), ("å" * 90, "å" * 50),
])  # fmt: skip
def test_names_that_every_system_accepts(words: str, name: str) -> None:
    assert safe(words) == name
