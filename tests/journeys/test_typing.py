"""The minutes 1/2019 typed from an empty sheet, with nothing but the keyboard: record, file, Word document, journal."""

import datetime
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Paths, Program
from model.language.understanding import understood
from model.record.blocks import Clause, Paragraph
from model.record.minutes import Minutes
from model.record.people import PeopleList
from model.record.printing import title
from model.record.tree import Decision, Section, derive, sections
from model.store.reader import from_bytes
from model.store.recovery import find, replay
from model.store.schema import faults
from tests.journeys.typist import GOLD, Typist, body, gold, header

TRUTH = gold("kdg-2019-01")
CLAUSES = json.loads((GOLD.parent / "clauses.json").read_text(encoding="utf-8"))
STATUS = {"behandlat": "decided"}
Said = tuple[str | None, bool, bool, list[str]]
"""Of a clause: what it does, whether it is a mandate, whether somebody is named, by when."""

FORM = (
    "<Shift+Tab>", "<Shift+Tab>", "Kommundirektörsgruppen", "<Tab>", "Kommundirektörsgruppens", "<Tab>", "1", "<Tab>",
    "2019", "<Tab>", "20190118", "<Return>",
)  # fmt: skip
SIGNATURES = (
    "Palle Lundberg", "<Tab>", "ordförande", "<Tab>", "<Tab>", "Johan Lindberg", "<Tab>", "sekretariatschef",
    "<Return>",
)  # fmt: skip
WAIT = 20_000

Begin = Callable[[Path | None], Program]


@pytest.fixture
def begin(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    begun: list[Program] = []

    def one(archive: Path | None) -> Program:
        program = Program(qapp, Paths(tmp_path / "config" / "settings.json", tmp_path / "state"), archive)
        begun.append(program)
        program.show()
        program.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=WAIT)
        return program

    yield one
    for program in begun:
        leave(program)


def leave(program: Program) -> None:
    if program.window.isVisible():
        program.desk.end()
    program.close()


def minutes_of(program: Program) -> Minutes:
    found = program.session.minutes
    assert found is not None
    return found


def type_all(program: Program, qtbot: QtBot) -> Typist:
    """Everything from Ctrl+N to the last signature."""
    typist = Typist()
    typist.answer("Ctrl+N", *FORM)
    qtbot.waitUntil(lambda: program.session.document is not None and program.window.sheet.hasFocus(), timeout=WAIT)
    typist.do(*header(TRUTH), *body(TRUTH))
    typist.answer("Ctrl+U", *SIGNATURES)
    qtbot.waitUntil(program.window.sheet.hasFocus, timeout=WAIT)
    return typist


def outline(minutes: Minutes) -> dict[str, Any]:
    """What people see of a record, in the words of the ground truth."""
    tree = derive(minutes.blocks)
    place = minutes.meeting.place
    return {
        "title": title(minutes),
        "when": [minutes.meeting.date, minutes.meeting.start, minutes.meeting.end],
        "where": [place.room, place.street, place.town],
        "opening": " ".join(b.text.plain for b in minutes.blocks if isinstance(b, Paragraph) and b.kind == "opening"),
        "people": [
            _people(people)
            for people in (minutes.attendance.present, minutes.attendance.apologies, minutes.attendance.guests)
        ],
        "items": [(s.number, s.item.heading.plain, *_parts(s)) for s in sections(tree)],
        "signatures": [(sign.name, sign.title) for sign in minutes.signatures],
    }


def _people(people: PeopleList | None) -> list[tuple[str, str | None, str | None, int | None]]:
    return [(e.name, e.organisation, e.title, e.group) for e in people.entries] if people else []


def _parts(section: Section) -> tuple[list[str], list[str]]:
    texts = [part.text.plain for part in section.parts if isinstance(part, Paragraph)]
    clauses = [c.text.plain for part in section.parts if isinstance(part, Decision) for c in part.clauses]
    return texts, clauses


def truth() -> dict[str, Any]:
    """The ground truth in the same shape."""
    own = TRUTH["mote"]
    signed = [s["norm"] for s in TRUTH["underskrifter_segment"]]
    return {
        "title": TRUTH["titel"]["norm"],
        "when": [
            datetime.date.fromisoformat(own["datum"]),
            datetime.time.fromisoformat(own["start"]),
            datetime.time.fromisoformat(own["slut"]),
        ],
        "where": [own["lokal"], own["adress"], own["ort"]],
        "opening": TRUTH["oppning"]["norm"],
        "people": [
            [(p["namn_tryckt"], p["organisation_tryckt"], p["titel"], p["grupp"]) for p in row.get("poster", ())]
            for row in TRUTH["narvaro"]
        ],
        "items": [
            (
                item["nummer"],
                item["rubrik"]["norm"],
                [block["norm"] for block in item["block"]],
                [clause["text_norm"] for clause in item["beslut"]["satser"]],
            )
            for item in TRUTH["arenden"]
        ],
        "signatures": list(zip(signed[::2], signed[1::2], strict=True)),
    }


def facts(minutes: Minutes) -> list[tuple[str, list[Said]]]:
    """What the record says of each item and each of its clauses, though nobody typed it."""
    return [
        (
            s.item.status,
            [
                (c.action, c.mandate, bool(c.responsible), [d.when for d in c.deadlines])
                for part in s.parts if isinstance(part, Decision) for c in part.clauses
            ],
        )
        for s in sections(derive(minutes.blocks))
    ]  # fmt: skip


def facts_in_truth() -> list[tuple[str, list[Said]]]:
    """The same of the ground truth."""
    own = [c for c in CLAUSES if c["protokoll"] == "kdg-2019-01"]
    return [
        (
            STATUS[item["status"]],
            [
                (c["atgard"], c["mandat"], bool(c["ansvarig"]), [d["iso"] for d in c["frister"]])
                for c in own if c["arende"] == str(item["nummer"])
            ],
        )
        for item in TRUTH["arenden"]
    ]  # fmt: skip


def test_typed_minutes_are_the_record_the_file_and_the_word_document(
    begin: Begin, qtbot: QtBot, tmp_path: Path
) -> None:
    program = begin(tmp_path / "Protokoll")
    typist = type_all(program, qtbot)
    assert outline(minutes_of(program)) == truth()
    typist.press("Ctrl+S")
    saving = program.session.saving
    assert saving is not None
    qtbot.waitUntil(lambda: saving.path is not None and saving.is_settled, timeout=WAIT)
    assert saving.path is not None
    written = saving.path.read_bytes()
    assert list(faults(written, saving.path)) == []
    kept = from_bytes(written, saving.path).minutes
    assert kept == understood(minutes_of(program))
    assert facts(kept) == facts_in_truth()
    typist.press("Ctrl+Shift+W")
    word = saving.path.with_suffix(".docx")
    qtbot.waitUntil(word.exists, timeout=WAIT)
    paragraphs = [" ".join(p.text.split()) for p in docx.Document(io.BytesIO(word.read_bytes())).paragraphs]
    for block in minutes_of(program).blocks:
        words = block.text.plain if isinstance(block, Paragraph | Clause) else getattr(block, "heading", block).plain
        assert any(words in paragraph for paragraph in paragraphs), words
    assert typist.pressed > 3000
    print(f"{typist.pressed} keys, no mouse")


def test_undoing_all_of_it_gives_the_empty_sheet_and_redoing_the_minutes(begin: Begin, qtbot: QtBot) -> None:
    program = begin(None)
    typist = type_all(program, qtbot)
    document = program.session.document
    assert document is not None
    last = document.minutes
    while document.can_undo:
        typist.press("Ctrl+Z")
    assert document.minutes.number == 1
    assert not any(outline(document.minutes)["people"])
    while document.can_redo:
        typist.press("Ctrl+Y")
    assert document.minutes is last


def test_the_journal_gives_the_same_record(begin: Begin, qtbot: QtBot, tmp_path: Path) -> None:
    program = begin(None)
    type_all(program, qtbot)
    typed = minutes_of(program)
    leave(program)
    (left,) = find(tmp_path / "state" / "journals", spare=())
    again = replay(left)
    assert (again.minutes, again.lost) == (typed, 0)
