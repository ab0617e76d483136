"""The command line: what each command answers, and that bad input gets one Swedish sentence and the right exit code."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.__main__ import main
from model.disk import fingerprint
from model.edit.write import WriteText
from model.places import state_folder
from model.record.ids import NodeId
from model.record.lifecycle import Seal, Source
from model.record.links import Link
from model.store.archive import Archive
from model.store.journal import Journal
from model.store.minutesfile import load, save
from model.store.seal import content_hash
from tests import builders as b
from tests.conftest import ROOT
from tests.model.edit.test_commands import NOW

DONE, PARTIAL, USAGE, FAILED = 0, 1, 2, 3
TEXT = """Föreningens protokoll 3/2024

Tid/Plats: 5 mars 2024, Bystugan kl. 18.00
Närvarande: Åsa Öberg, ordförande, Bo Ek, sekreterare.

1. Val av justerare
Beslut:
att utse Cecilia Dahl att justera protokollet.

2. Budget
Kassören redovisade förslaget.
Beslut:
att fastställa budgeten, samt
att sätta årsavgiften till 300 kr.

Vid protokollet
Bo Ek
"""


class Ran:
    """What a command gave: its exit code and its words."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, index and journals of their own: the computer's real ones are never touched."""
    for kind in ("STATE", "CACHE", "CONFIG", "DOCUMENTS"):
        monkeypatch.setenv(f"VID_TANGENTERNA_{kind}", str(tmp_path / "own" / kind))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*words: object) -> Ran:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return ran


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "Möte med åäö.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive with one record of ours."""
    made = Archive.create(tmp_path / "Arkiv åäö", b.KDG)
    record = b.minutes(b.item("Mångfald i regionen", b.clause("bifalla förslaget om mångfald"), b.clause("notera")))
    save(made.place_for(record), record, None)
    return made


def record_in(archive: Archive) -> Path:
    return archive.files()[0]


# What each command does


def test_import_makes_a_record_a_word_file_and_keeps_the_source(run: Run, source: Path, tmp_path: Path) -> None:
    done = run("import", source, "--archive", tmp_path / "arkiv")
    assert (done.code, done.err) == (DONE, "")
    assert "3/2024" in done.out
    (path,) = Archive.open(tmp_path / "arkiv").files()
    assert path.with_suffix(".docx").is_file()
    assert fingerprint(path.parent / "original" / source.name) == fingerprint(source)
    again = run("import", source, "--archive", tmp_path / "arkiv")
    assert "fanns redan" in again.out
    assert len(Archive.open(tmp_path / "arkiv").files()) == 1


def test_import_with_json_alone_prints_the_record_and_writes_nothing(run: Run, source: Path, tmp_path: Path) -> None:
    done = run("import", source, "--json")
    (shape,) = json.loads(done.out)
    assert done.code == DONE
    assert (shape["number"], shape["year"], shape["date"]) == (3, 2024, "2024-03-05")
    assert [item["heading"] for item in shape["items"]] == ["Val av justerare", "Budget"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "own") == [source.name]


def test_import_of_some_bad_files_brings_in_the_good_ones_and_says_so(run: Run, source: Path, tmp_path: Path) -> None:
    done = run("import", tmp_path / "borta.txt", source, "--archive", tmp_path / "arkiv")
    assert done.code == PARTIAL
    assert "«borta.txt» finns inte" in done.err
    assert "3/2024" in done.out


@pytest.mark.parametrize(("to", "begins"), [("docx", b"PK\x03\x04"), ("txt", b"")])
def test_export_writes_beside_the_record_or_where_it_is_told(
    run: Run, archive: Archive, tmp_path: Path, to: str, begins: bytes
) -> None:
    done = run("export", "4/2015", "--to", to, "--archive", archive.folder)
    target = record_in(archive).with_suffix(f".{to}")
    assert (done.code, done.out) == (DONE, f"{target}\n")
    assert target.read_bytes().startswith(begins)
    again = run("export", record_in(archive), "--to", to, "--out", tmp_path)
    assert (tmp_path / f"2015-06-12 kdg 4-2015.{to}").read_bytes() == target.read_bytes(), (
        "the same record, the same bytes"
    )
    assert again.code == DONE


def test_export_of_one_that_is_not_there_still_writes_the_others(run: Run, archive: Archive) -> None:
    done = run("export", "9/1999", "4/2015", "--to", "txt", "--archive", archive.folder)
    assert done.code == PARTIAL
    assert "9/1999 finns inte" in done.err
    assert record_in(archive).with_suffix(".txt").is_file()


def test_search_finds_the_clause_and_gives_its_address(run: Run, archive: Archive) -> None:
    done = run("search", "mångfald", "--archive", archive.folder)
    assert done.code == DONE
    assert "4/2015 § 1" in done.out
    hits = json.loads(run("search", "mångfald", "--archive", archive.folder, "--json").out)
    assert all({"address", "date", "heading", "text", "minutes", "node", "path"} <= set(hit) for hit in hits)
    assert "Inga träffar" in run("search", "zzzz", "--archive", archive.folder).out


def test_check_says_what_is_missing_by_address(run: Run, archive: Archive, tmp_path: Path) -> None:
    done = run("check", "4/2015", "--archive", archive.folder)
    assert done.code == PARTIAL
    assert "4/2015: närvarande saknas" in done.out
    empty = b.minutes(b.item("", b.clause("")), number=None)
    save(tmp_path / "tom.xml", empty, None)
    said = run("check", tmp_path / "tom.xml").out
    assert all(words in said for words in ("saknar nummer", "§ 1: rubriken är tom", "§ 1 p 1: att-satsen är tom"))
    found = json.loads(run("check", tmp_path / "tom.xml", "--json").out)
    clause = next(one for one in found if one["code"] == "empty-clause")
    assert (clause["file"], clause["level"], clause["address"]) == ("tom.xml", "error", f"{empty.short_name} § 1 p 1")
    assert clause["node"] in {block.id for block in empty.blocks}
    assert clause["message"].endswith("att-satsen är tom")


EVERY = (
    ["check", "4/2015"], ["verify"], ["index"], ["index", "--rebuild"], ["search", "mångfald"], ["search", "zzzz"],
    ["suggest", "4/2015"], ["due"], ["due", "--meeting", "2015-06-12"], ["register", "2015"], ["register", "1999"],
    ["export", "4/2015", "--to", "txt"], ["export", "4/2015", "9/1999", "--to", "txt"],
)  # fmt: skip


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_what_is_printed_with_json_is_json_and_nothing_else(run: Run, archive: Archive, words: list[str]) -> None:
    done = run(*words, "--json", "--archive", archive.folder)
    assert isinstance(json.loads(done.out), list | dict), done.err


def test_verify_gives_codes_and_places_beside_the_sentences(run: Run, archive: Archive) -> None:
    path = record_in(archive)
    path.write_bytes(path.read_bytes().replace(b"\n  ", b"\n"))
    (fault,) = json.loads(run("verify", "--archive", archive.folder, "--json").out)["faults"]
    assert (fault["code"], fault["file"]) == ("other-program", f"{path.parent.name}/{path.name}")
    assert "annat program" in fault["message"]


def test_check_says_where_a_file_departs_from_the_schema(run: Run, archive: Archive) -> None:
    path = record_in(archive)
    path.write_bytes(path.read_bytes().replace(b'status="', b'x="').replace(b"<kropp>", b'<kropp hej="1">'))
    done = run("check", path)
    assert done.code == PARTIAL
    assert re.search(r"rad \d+: följer inte schemat \(kropp\)", done.out)


def test_verify_finds_nothing_in_a_whole_archive(run: Run, archive: Archive) -> None:
    done = run("verify", "--archive", archive.folder)
    assert (done.code, done.out) == (DONE, "1 protokoll kontrollerade. Allt stämmer.\n")


def again(archive: Archive, **changed: object) -> Path:
    """The archive's record, saved with its management changed."""
    path = record_in(archive)
    read = load(path)
    life = replace(read.minutes.lifecycle, **changed)  # type: ignore[arg-type]
    save(path, replace(read.minutes, lifecycle=life), read.sha256)
    return path


def test_verify_names_what_was_changed_after_the_approval(run: Run, archive: Archive) -> None:
    value = content_hash(load(record_in(archive)).minutes)
    path = again(archive, status="adjusted", seals=(Seal(1, value, "0" * 64, "adjusted", NOW, "Ann"),))
    assert run("verify", "--archive", archive.folder).code == DONE
    path.write_bytes(path.read_bytes().replace(b"bifalla", b"avvisa "))
    done = run("verify", "--archive", archive.folder)
    assert done.code == PARTIAL
    assert "är ändrat efter justeringen" in done.out


def test_verify_misses_a_seal_a_source_and_the_place_a_link_leads_to(run: Run, archive: Archive) -> None:
    record = load(record_in(archive)).minutes
    link = Link(NodeId("lk-222222"), record.blocks[0].id, "hanvisar", target=f"{record.id}#t-999999")
    again(archive, status="adjusted", links=(link,), sources=(Source("gammalt.txt", "text", "a" * 64),))
    said = run("verify", "--archive", archive.folder).out
    assert "är justerat men saknar kontrollsumma" in said
    assert "källan «gammalt.txt» saknas eller är ändrad" in said
    assert f"länken till {record.id}#t-999999 leder ingenstans" in said


def test_verify_finds_copies_and_numbers_given_twice(run: Run, archive: Archive) -> None:
    path = record_in(archive)
    copy = path.parent.parent / "kopia" / "protokoll.xml"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    path.with_name("protokoll (konflikt).xml").write_bytes(path.read_bytes())
    other = replace(load(path).minutes, id=NodeId("p-333333"))
    save(archive.place_for(other), other, None)
    said = run("verify", "--archive", archive.folder).out
    assert "är en kopia av" in said
    assert "numret finns på flera protokoll" in said
    assert "protokoll (konflikt).xml: är en kopia från synkroniseringen" in said


def test_verify_tells_what_is_only_in_the_journal_of_this_computer(run: Run, archive: Archive) -> None:
    read = load(record_in(archive))
    journals = state_folder() / "journals"
    journal = Journal(journals, "s", read.minutes, read.sha256, record_in(archive).absolute(), spare=())
    key = WriteText(read.minutes.blocks[0].id, "Mångfald")
    journal.write(key, key.apply(read.minutes))
    journal.close(keep=True)
    assert "1 ändring finns bara på den här datorn" in run("verify", "--archive", archive.folder).out


def test_verify_says_that_another_program_has_written_the_file(run: Run, archive: Archive) -> None:
    path = record_in(archive)
    path.write_bytes(path.read_bytes().replace(b"\n  ", b"\n"))
    assert "annat program men har samma innehåll" in run("verify", "--archive", archive.folder).out


def test_verify_goes_on_past_a_damaged_file(run: Run, archive: Archive) -> None:
    bad = archive.folder / "2016" / "trasigt" / "protokoll.xml"
    bad.parent.mkdir(parents=True)
    bad.write_bytes(b"<protokoll")
    done = run("verify", "--archive", archive.folder, "--json")
    assert done.code == PARTIAL
    assert json.loads(done.out)["checked"] == 2


def test_index_counts_what_can_be_searched_and_can_be_made_again(run: Run, archive: Archive) -> None:
    for flags in ([], ["--rebuild"]):
        done = run("index", *flags, "--archive", archive.folder)
        assert done.code == DONE
        assert done.out.startswith("1 protokoll")


def test_the_version_and_the_help_are_said(run: Run) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*\n", run("--version").out)
    assert run("--help").code == DONE


# Bad input: one sentence, the right code, nothing half written


def one_sentence(words: str) -> bool:
    lines = words.strip().split("\n")
    return len(lines) == 1 and bool(re.match(r"[A-ZÅÄÖ«]", lines[0])) and lines[0].endswith((".", "--help", "hur."))


@pytest.mark.parametrize("words", [
    ["import"], ["export"], ["search"], ["check"], ["search", "ord"], ["verify"], ["index"], ["import", "x.txt"],
    ["search", "ord", "--archive"], ["search", "ord", "--nonsens"], ["export", "1/2015", "--to", "bild"],
    ["--okänd"], ["sök", "ord"], ["export", "1/2015", "--to"],
])  # fmt: skip
def test_a_command_that_is_wrongly_asked_says_how(run: Run, words: list[str]) -> None:
    done = run(*words)
    assert done.code == USAGE
    assert one_sentence(done.err), done.err
    assert done.out == ""


@pytest.mark.parametrize("words", ["4/1999", "p-999999", "4/2015 extra", "\0", "x" * 5000])
def test_an_address_that_is_nobodys_says_so(run: Run, archive: Archive, words: str) -> None:
    for command in (["export", words, "--to", "txt"], ["check", words]):
        done = run(*command, "--archive", archive.folder)
        assert done.code in {USAGE, FAILED}
        assert one_sentence(done.err), done.err


@pytest.mark.parametrize("command", ["search", "verify", "index", "export", "check"])
def test_a_folder_that_is_no_archive_says_what_to_give(run: Run, tmp_path: Path, command: str) -> None:
    words = ["4/2015"] if command in {"search", "export", "check"} else []
    for folder in (tmp_path / "borta", tmp_path, "x" * 5000, "\0"):
        done = run(command, *words, "--archive", folder)
        assert done.code == FAILED
        assert one_sentence(done.err), done.err


DTD = b'<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><protokoll>&b;</protokoll>'


def hostile(record: bytes) -> dict[str, tuple[bytes, str]]:
    """Files that are no minutes, by name, and a word of what is said of each."""
    return {
        "tom.xml": (b"", "är tom"),
        "bara blanka.xml": (b" \n", "är tom"),
        "binär fil.xml": (b"\x00\x01\xff\xfe" * 50, "inte ett protokoll"),
        "kapad.xml": (record[: len(record) // 2], "avkortad"),
        "fel kod.xml": (record.decode().encode("cp1252", "replace"), "skadad"),
        "dtd.xml": (DTD, "DTD"),
        "nyare.xml": (record.replace(b'schema="1.0"', b'schema="9.0"'), "nyare version"),
        "webbsida.xml": (b"<html><body>Logga in</body></html>", "inte ett protokoll"),
        "annan form.xml": (record.replace(b"<kropp>", b"<kropp><nytt/>"), "följer inte"),
        "djup.xml": (b"<a>" * 100_000, "skadad"),
    }


@pytest.mark.parametrize("name", list(hostile(b"<x></x>")))
def test_a_hostile_record_is_refused_in_one_sentence(run: Run, archive: Archive, tmp_path: Path, name: str) -> None:
    data, word = hostile(record_in(archive).read_bytes().replace(b"Budget", "Båda".encode()))[name]
    path = tmp_path / name
    path.write_bytes(data)
    for command in (["check", path], ["export", path, "--to", "txt"]):
        done = run(*command)
        assert done.code == FAILED
        assert one_sentence(done.err), done.err
        assert word in done.err
    assert not path.with_suffix(".txt").exists()
    assert path.read_bytes() == data


def test_a_folder_a_device_and_a_missing_file_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mapp.xml").mkdir()
    for path in (tmp_path / "mapp.xml", Path("/dev/null"), tmp_path / "borta.xml", tmp_path / "borta.txt"):
        for command in (["check", path], ["import", path, "--json"]):
            done = run(*command)
            assert done.code in {USAGE, FAILED}, path
            assert one_sentence(done.err), done.err


@pytest.mark.parametrize(("name", "data"), [
    ("tom.txt", b""), ("bild.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9), ("nollor.md", b"\0" * 400),
    ("roman.txt", "Det var en gång en tall i skogen.\n".encode() * 40), ("kalkyl.xlsx", b"PK\x03\x04"),
    ("protokoll.pdf", b"%PDF-1.7"),
])  # fmt: skip
def test_import_of_what_is_no_minutes_writes_nothing(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    done = run("import", path, "--archive", tmp_path / "arkiv")
    assert done.code == FAILED
    assert one_sentence(done.err), done.err
    assert not (tmp_path / "arkiv").exists() or not Archive.open(tmp_path / "arkiv").files()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_import_reads_the_encodings_that_old_files_have(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "gammalt.txt"
    path.write_bytes(TEXT.encode(encoding))
    (shape,) = json.loads(run("import", path, "--json").out)
    assert shape["present"][0]["name"] == "Åsa Öberg"


def test_what_may_not_be_read_or_written_is_said(archive: Archive) -> None:
    """In a process without the right to read everything, whoever runs the tests."""
    with tempfile.TemporaryDirectory() as above:
        folder, closed = Path(above), Path(above) / "stängd"
        Path(above).chmod(0o755)
        closed.mkdir()
        for name in ("hemligt.xml", "läsbar.xml"):
            (folder / name).write_bytes(record_in(archive).read_bytes())
        (folder / "hemligt.xml").chmod(0)
        closed.chmod(0o500)
        reading = unprivileged(folder, "check", folder / "hemligt.xml")
        writing = unprivileged(folder, "export", folder / "läsbar.xml", "--to", "txt", "--out", closed)
        left = list(closed.iterdir())
        closed.chmod(0o700)
    for done in (reading, writing):
        assert done.code == FAILED, done.err
        assert one_sentence(done.err), done.err
        assert "Du saknar behörighet" in done.err
    assert left == []


def unprivileged(folder: Path, *words: object) -> Ran:
    """The command in a process that has loaded everything it needs, and then given up its rights."""
    script = (
        "import os, sys\n"
        "from desktop.__main__ import main\n"
        f"for command in (['check'], ['export', '--to', 'txt', '--out', {str(folder)!r}]):\n"
        f"    main([command[0], {str(folder / 'läsbar.xml')!r}, *command[1:]])\n"
        "print(end='---', flush=True)\n"
        "if os.getuid() == 0:\n"
        "    os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", script, *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout.partition("---")[2], done.stderr)


def test_a_reader_that_has_gone_away_is_no_fault(archive: Archive) -> None:
    """`protokoll … | head -0`: no traceback when nobody listens any more."""
    command = [sys.executable, "-m", "desktop", "check", str(record_in(archive)), "--json"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    words = process.stderr.read().decode()
    process.stderr.close()
    process.wait()
    assert "Traceback" not in words
