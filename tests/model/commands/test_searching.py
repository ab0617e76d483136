"""A search from the command line: the index is fresh, two archives answer, and what could not be read is told."""

from pathlib import Path

import pytest

from model.cli import main
from model.commands.searching import looked_for
from model.language.lexicon import Lexicon
from tests.builders import clause, item
from tests.model.index.archives import archive, made


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))


def test_two_archives_answer_in_turn(tmp_path: Path) -> None:
    ours = archive(tmp_path / "Vi", made(1, "2015-01-16", item("Skolskjuts", clause("anta reglerna"))))
    theirs = archive(tmp_path / "De", made(2, "2015-02-16", item("Skolskjutsar")))
    hits, remarks = looked_for([ours.folder, theirs.folder], "skolskjuts")
    assert [(hit.heading, hit.path.is_relative_to(ours.folder)) for hit in hits] == [
        ("Skolskjuts", True), ("Skolskjutsar", False),
    ]  # fmt: skip
    assert remarks == []


def test_newest_first(tmp_path: Path) -> None:
    there = archive(
        tmp_path / "A", made(1, "2014-01-16", item("Simhall")), made(2, "2015-01-16", item("Övrigt", clause("simhall")))
    )
    assert [hit.heading for hit in looked_for([there.folder], "simhall")[0]] == ["Simhall", "Övrigt"]
    assert [hit.heading for hit in looked_for([there.folder], "simhall", newest=True)[0]] == ["Övrigt", "Simhall"]


def test_a_broken_file_is_told_and_the_rest_is_found(tmp_path: Path) -> None:
    there = archive(tmp_path / "A", made(1, "2014-01-16", item("Simhall")))
    (there.folder / "trasig").mkdir()
    (there.folder / "trasig" / "protokoll.xml").write_text("<protokoll", encoding="utf-8")
    hits, remarks = looked_for([there.folder], "simhall")
    assert len(hits) == 1
    assert len(remarks) == 1
    assert "avkortad eller skadad" in remarks[0]


def test_no_room_on_the_disk_is_told(tmp_path: Path) -> None:
    there = archive(tmp_path / "A", made(1, "2014-01-16", item("Simhall")))
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    hits, remarks = looked_for([there.folder], "simhall")
    assert len(hits) == 1
    assert remarks == ["Sökregistret fick ingen plats på disken och byggs om nästa gång. Protokollen är orörda."]


def test_verify_says_when_the_lexicon_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = archive(tmp_path / "A", made(1, "2014-01-16", item("Simhall")))
    monkeypatch.setattr("model.language.lexicon.lexicon", lambda: Lexicon(tmp_path / "none.trie"))
    assert main(["verify", "--archive", str(there.folder)]) == 1
    assert "Ordlistan words/sv.trie saknas" in capsys.readouterr().out
