"""The command line for what came before: suggest, due, register, and days as calendar files."""

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.cli import DONE, USAGE, main
from model.commands.dates import calendar_of
from model.intake.sources import read_file
from model.record.ids import CountingIds
from model.store.settled import settle
from model.word.calendar import Entry, to_ics
from tests.model.index.seeded import ROOT

STAMP = datetime.datetime(2026, 1, 2, 3, 4, 5)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The five samples, brought in as a person would."""
    folder = tmp_path_factory.mktemp("archive") / "Protokoll"
    folder.mkdir()
    seeds = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        assert main(["import", *seeds, "--archive", str(folder)]) == DONE
        yield folder


@pytest.fixture
def run(archive: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def do(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*words, "--archive", str(archive)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return do


Run = Callable[..., tuple[int, str, str]]


def test_suggest_says_what_an_item_builds_on_and_why(run: Run) -> None:
    code, out, _ = run("suggest", "8/2015#8")
    assert code == DONE
    first, second, why, clause = out.splitlines()[:4]
    assert first == "8/2015 § 8  Uppföljning av mångfaldsarbetet"
    assert second == "    Uppföljning av 4/2015 § 1 p 3  Projekt Mångfald Skåne Nordväst"
    assert why.startswith("        nämner mötet 150612 · skulle tas upp 27 november · gemensamt: mångfaldsarbetet")
    assert clause.strip().startswith("samt att följa upp arbetet med ökad mångfald")


def test_suggest_gives_data_too(run: Run) -> None:
    code, out, _ = run("suggest", "6/2015", "--json")
    found = json.loads(out)
    assert code == DONE
    (best, *_) = found[0]["builds_on"]
    assert (best["address"], best["kind"], best["p"] > 0.95) == ("4/2015 § 2 p 2", "foljer_upp", True)


def test_due_lists_what_was_promised_for_a_meeting(run: Run) -> None:
    code, out, _ = run("due", "--meeting", "2015-08-28")
    assert code == DONE
    assert out.startswith("4/2015 § 3  uppskjuten  28 augusti 2015\n")
    assert "4/2015 § 6 p 3  öppen  sekretariatet  28 augusti 2015" in out


def test_due_without_a_meeting_lists_all_that_is_open(run: Run) -> None:
    _, out, _ = run("due", "--json")
    owed = {one["address"]: one for one in json.loads(out)}
    assert owed["4/2015 § 1 p 3"]["state"] == "late"
    assert owed["5/2011 § 5"]["words"].endswith("skolchefsmöte. Claes ansvarar")


def test_what_has_been_ticked_off_is_told_as_it_stands(run: Run, archive: Path) -> None:
    _, out, _ = run("due", "--meeting", "2015-08-28", "--json")
    first = json.loads(out)[0]
    target = f"{first['minutes']}#{first['node']}"
    settle(archive, target, "done", "anna", STAMP)
    try:
        _, out, _ = run("due", "--meeting", "2015-08-28", "--json")
        told = next(one for one in json.loads(out) if one["address"] == first["address"])
        assert (told["state"], told["settled_by"], told["settled"]) == ("done", "anna", STAMP.isoformat())
        assert first["address"] not in {one["address"] for one in json.loads(run("due", "--json")[1])}
    finally:
        settle(archive, target, None, "", STAMP)


def test_a_day_without_promises_is_said_in_words(run: Run) -> None:
    assert run("due", "--meeting", "1999-01-01")[:2] == (DONE, "Inget att följa upp.\n")


REFUSED = (
    (("due", "--meeting", "28 augusti"), "Ange mötets datum så här"),
    (("suggest", "8/2015#99"), "Punkten 99 finns inte"),
    (("suggest", "9/2015"), "finns inte i arkivet"),
    (("suggest",), "Ange minst en fil"),
    (("register", "femton"), "Ange ett år"),
    (("register", "2015", "--to", "pdf"), "kan inte användas så"),
)


@pytest.mark.parametrize(("words", "said"), REFUSED, ids=[" ".join(words) for words, _ in REFUSED])
def test_what_cannot_be_asked_is_answered_with_one_sentence(run: Run, words: tuple[str, ...], said: str) -> None:
    code, out, complaint = run(*words)
    assert (code, out, complaint.count("\n")) == (USAGE, "", 1)
    assert said in complaint


def test_a_years_register_is_a_document(run: Run, tmp_path: Path) -> None:
    code, _, _ = run("register", "2015", "--to", "txt", "--out", str(tmp_path))
    words = (tmp_path / "register 2015 kdg.txt").read_text(encoding="utf-8")
    assert code == DONE
    assert words.startswith("Register 2015, Kommundirektörsgruppen")
    for heading in ("1. Beslut", "2. Ärenden", "3. Rubriker", "4. Personer"):
        assert heading in words
    assert run("register", "2015", "--out", str(tmp_path))[0] == DONE
    assert (tmp_path / "register 2015 kdg.docx").read_bytes().startswith(b"PK")


def test_a_year_without_minutes_is_said_in_words(run: Run, tmp_path: Path) -> None:
    assert run("register", "1950", "--out", str(tmp_path))[1] == "Inga träffar.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_meetings_days_are_a_calendar_file(run: Run, tmp_path: Path) -> None:
    code, _, _ = run("export", "4/2015", "--to", "ics", "--out", str(tmp_path))
    (file,) = tmp_path.glob("*.ics")
    text = file.read_bytes().decode("utf-8")
    assert code == DONE
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert "DTSTART:20150612T083000\r\nDTEND:20150612T123000\r\nSUMMARY:Kommundirektörsgruppen 4/2015\r\n" in text
    assert "DTSTART;VALUE=DATE:20150828\r\n" in text
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")


def test_a_moved_meeting_stands_in_the_calendar_once_on_its_new_day() -> None:
    seed = next((ROOT / "seeds").glob("004_*.txt"))
    text = calendar_of(read_file(seed, CountingIds()).minutes, STAMP)
    assert "DTSTART;VALUE=DATE:20160415" in text
    assert "DTSTART;VALUE=DATE:20160422" not in text


def test_no_line_of_a_calendar_is_too_long_and_no_letter_is_cut() -> None:
    words = "Återrapport; om ö, å och ä\nsamt \\ " * 20
    text = to_ics([Entry("p-1", datetime.date(2020, 2, 29), words, words)], STAMP)
    lines = text.split("\r\n")
    assert max(len(line.encode("utf-8")) for line in lines) <= 75
    assert "DTEND;VALUE=DATE:20200301" in lines
    whole = text.replace("\r\n ", "")
    assert "\\nsamt \\\\" in whole
    assert "Återrapport\\; om ö\\, å" in whole
