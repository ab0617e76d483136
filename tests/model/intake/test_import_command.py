"""`protokoll import`, as it is typed: five old files in, and every kind of bad file refused with one sentence."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model import sentences
from model.cli import main
from model.store.minutesfile import load

ROOT = Path(__file__).resolve().parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    code = main(["import", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_five_old_files_become_five_records(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, *SEEDS, "--archive", tmp_path)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 5
    records = sorted(tmp_path.rglob("protokoll.xml"))
    assert [load(path).minutes.short_name for path in records] == ["5/2011", "4/2015", "6/2015", "8/2015", "1/2019"]
    for path in records:
        (source,) = load(path).minutes.lifecycle.sources
        assert (path.parent / "original" / source.file).read_bytes() == (ROOT / "seeds" / source.file).read_bytes()
        assert path.with_suffix(".docx").stat().st_size > 1000


def test_the_same_file_twice_is_one_record(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capsys, *SEEDS, "--archive", tmp_path)
    before = files(tmp_path)
    renamed = tmp_path.parent / "ett annat namn.txt"
    shutil.copy(SEEDS[0], renamed)
    code, out, err = run(capsys, *SEEDS, renamed, "--archive", tmp_path)
    assert (code, err, files(tmp_path)) == (0, "", before)
    assert out.count("fanns redan") == 6


def test_json_has_the_shape_of_the_design_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run(capsys, SEEDS[0], "--json")
    (found,) = json.loads(out)
    assert code == 0
    assert list(found) == [
        "title", "body", "number", "year", "date", "start", "end", "place", "present", "apologies", "guests", "items",
        "signatures", "opening", "closing", "findings", "source",
    ]  # fmt: skip
    assert (found["number"], found["year"], found["date"], found["start"]) == (4, 2015, "2015-06-12", "08:30")
    assert found["present"][8] == {"name": "Herman Crespin", "affiliation": "Höganäs", "note": "from 08:45"}
    item = found["items"][0]
    assert item["decisions"][2].startswith("att följa upp arbetet")
    assert [inner["letter"] for inner in found["items"][6]["items"]] == ["a", "b", "c", "d"]
    assert {inner["number"] for inner in found["items"][6]["items"]} == {7}
    assert found["signatures"][0] == {"role": "Justeras", "name": "Palle Lundberg"}
    assert {entry["line"] for entry in found["findings"]} == {134}
    assert files(tmp_path) == []


def test_sub_items_have_the_numbers_that_they_were_printed_with(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    old = tmp_path / "gammalt.md"
    old.write_text(
        "# Klubbens protokoll 7/2023\n\n**Deltagare:** Ann Ek\n\n## 1. Tävlingar\n\n"
        "### 1.1 Lag\nVi anmäler två lag.\n\n### 1.3 Barn\nBo tar fram ett förslag.\n\n## 2. Övrigt\nInget.\n",
        encoding="utf-8",
    )
    (found,) = json.loads(run(capsys, old, "--json")[1])
    items = found["items"]
    assert [(item["number"], item["heading"]) for item in items] == [(1, "Tävlingar"), (2, "Övrigt")]
    assert [(inner["number"], inner["heading"]) for inner in items[0]["items"]] == [(1, "Lag"), (3, "Barn")]


def test_the_cases_number_goes_with_its_item(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    old = tmp_path / "gammalt.txt"
    old.write_text(
        "Kulturrådets protokoll 4/2014\n\nNärvarande: Ove Tall\n\n§ 12  Dnr KR 2014/7\nBudget\nVi talade.\n\n"
        "§ 13 Plan\nDnr KR 2014/8\nVi talade.\n\n"
        "§ 14 Val (dnr KR 2014/9)\nRådets beslut\nRådet beslutar att välja Ann Ek.\n",
        encoding="utf-8",
    )
    (found,) = json.loads(run(capsys, old, "--json")[1])
    assert [(item["number"], item["heading"], item["reference"], item["paragraphs"]) for item in found["items"]] == [
        (12, "Budget", "KR 2014/7", ["Vi talade."]),
        (13, "Plan", "KR 2014/8", ["Vi talade."]),
        (14, "Val (dnr KR 2014/9)", "KR 2014/9", ["Rådets beslut"]),
    ]
    assert found["items"][2]["decisions"] == ["att välja Ann Ek."]


WHOLE = "Kulturrådets protokoll 4/2014\n\nNärvarande: Ove Tall\n\n1. Budget\nBeslut:\natt anta budgeten.\n"

BAD: dict[str, bytes] = {
    "tom.txt": b"",
    "blank.txt": b" \n\t\r\n",
    "bild.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "brus.txt": bytes((n * 7919 + n // 3) % 256 for n in range(20_000)),
    "nollor.txt": b"Protokoll\x00\x00\x01\x02" * 100,
    "kapad utf-16.txt": WHOLE.encode("utf-16")[:-1],
    "stor.txt": b"x" * 6_000_000,
    "recept.txt": "Vispa ägg och socker.\nBaka i ugnen en timme.\n".encode(),
    "dokument.docx": b"PK\x03\x04" + b"\x00" * 200,
    "brev.pdf": b"%PDF-1.4\n" + b"\x00" * 200,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    path, archive = tmp_path / name, tmp_path / "arkiv"
    path.write_bytes(BAD[name])
    archive.mkdir()
    code, out, err = run(capsys, path, "--archive", archive)
    assert (code, out) == (3, "")
    assert is_a_sentence(err)
    assert name in err
    assert files(archive) == []
    assert path.read_bytes() == BAD[name]


def is_a_sentence(err: str) -> bool:
    return err.count("\n") == 1 and "Traceback" not in err and bool(re.search(r"[.)]\n$", err))


def test_a_missing_file_a_folder_and_a_forbidden_file_are_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    forbidden = tmp_path / "låst.txt"
    forbidden.write_text(WHOLE, encoding="utf-8")
    forbidden.chmod(0)
    for path in (tmp_path / "finns inte.txt", tmp_path, forbidden):
        if path == forbidden and os.access(forbidden, os.R_OK):
            continue
        code, out, err = run(capsys, path, "--json")
        assert (code, json.loads(out)) == (3, [])
        assert is_a_sentence(err)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be", "utf-16-le"])
def test_a_name_with_letters_and_blanks_in_any_encoding(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "Årets möte, öppet – «4».txt"
    path.write_bytes(WHOLE.encode(encoding))
    code, _, err = run(capsys, path, "--archive", tmp_path / "arkiv")
    assert (code, err) == (0, "")
    (record,) = (tmp_path / "arkiv").rglob("protokoll.xml")
    assert load(record).minutes.body.name == "Kulturrådet"
    assert (record.parent / "original" / path.name).exists()


def test_utf_8_that_was_cut_in_a_letter_is_read_all_the_same(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "kapad.txt"
    path.write_bytes((WHOLE + "Efter mötet å").encode()[:-1])
    code, out, _ = run(capsys, path, "--json")
    (found,) = json.loads(out)
    assert code == 0
    assert found["present"][0]["name"] == "Ove Tall"
    assert found["body"] == "Kulturrådet"


def test_one_bad_old_file_never_stops_the_rest(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = tmp_path / "tom.txt"
    bad.write_bytes(b"")
    code, out, err = run(capsys, SEEDS[0], bad, SEEDS[1], "--archive", tmp_path / "arkiv")
    assert code == 1
    assert len(out.splitlines()) == 2
    assert is_a_sentence(err)


def test_nothing_half_is_left_when_the_archive_cannot_be_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "arkiv"
    target.write_text("en fil, ingen mapp", encoding="utf-8")
    code, out, err = run(capsys, SEEDS[0], "--archive", target)
    assert (code, out) == (3, "")
    assert is_a_sentence(err)


def test_no_file_is_a_matter_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys) == (2, "", sentences.NO_FILES + "\n")


def test_the_program_itself_prints_swedish_where_the_locale_cannot(tmp_path: Path) -> None:
    path = tmp_path / "tom å.txt"
    path.write_bytes(b"")
    script = "import sys; from model.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", script, "import", str(path), "--json"],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C"},
        check=False,
    )
    assert done.returncode == 3
    assert "är tom" in done.stderr.decode("utf-8")
