"""The five sample minutes against the ground truth: nothing lost, and everything found where people found it."""

import datetime
import json
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from model.intake import account
from model.intake.build import Reading
from model.intake.repairs import Fix, undo
from model.intake.sources import read_file
from model.language import amounts, dates
from model.language.words import fold
from model.record.blocks import Clause, Item, Paragraph, Row
from model.record.ids import CountingIds, NodeId
from model.record.lifecycle import Noise, Span
from model.record.minutes import Minutes
from model.record.printing import frames, headed, label, lines, printed, title
from model.record.style import StyleProfile
from model.record.tree import Decision, Section, Table, derive, sections
from model.store.reader import from_bytes
from model.store.schema import faults
from model.store.writer import to_bytes

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "tests" / "gold"
RECORDS = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "records").glob("*.json"))
}
FILES: dict[str, Path] = {name: ROOT / "seeds" / record["kalla"]["fil"] for name, record in RECORDS.items()}
CLAUSES = json.loads((GOLD / "clauses.json").read_text(encoding="utf-8"))
DATES = json.loads((GOLD / "dates.json").read_text(encoding="utf-8"))
INVENTORY = json.loads((GOLD / "inventory.json").read_text(encoding="utf-8"))
every_seed = pytest.mark.parametrize("name", RECORDS)


@lru_cache
def reading(name: str) -> Reading:
    return read_file(FILES[name], CountingIds())


@lru_cache
def minutes(name: str) -> Minutes:
    return reading(name).minutes


@lru_cache
def source_text(name: str) -> str:
    return FILES[name].read_bytes().decode("utf-8-sig")


def plain(words: str) -> str:
    return " ".join(words.split())


def bare(words: str) -> str:
    """Words without blanks, dashes and bullets at the front: what a heading says."""
    return re.sub(r"^[-\s]+", "", plain(words))


def section(record: Minutes, number: int, letter: str | None) -> Section:
    return next(s for s in sections(derive(record.blocks)) if (s.number, s.letter) == (number, letter))


def clauses_of(found: Section) -> list[Clause]:
    return [clause for part in found.parts if isinstance(part, Decision) for clause in part.clauses]


# Nothing is lost


@every_seed
def test_every_visible_character_lies_in_exactly_one_span_or_noise_entry(name: str) -> None:
    source = minutes(name).lifecycle.sources[0]
    assert account.unaccounted(source_text(name), source) == ([], [])


def test_every_segment_of_the_inventory_is_covered() -> None:
    covered = 0
    for name, seed in INVENTORY["seeds"].items():
        text, position = source_text(name), 0
        source = minutes(name).lifecycle.sources[0]
        entries: list[Span | Noise] = [*source.spans, *source.noise]
        own = {place for entry in entries for place in range(entry.start, entry.end)}
        for segment in seed["segment"]:
            start = text.index(segment["tryckt"], position)
            position = start + len(segment["tryckt"])
            covered += all(place in own for place in range(start, position) if not text[place].isspace())
    assert covered == 250


@every_seed
def test_the_source_is_named_with_its_hash(name: str) -> None:
    source, gold = minutes(name).lifecycle.sources[0], RECORDS[name]["kalla"]
    assert (source.file, source.sha256, source.encoding) == (gold["fil"], gold["sha256"], "utf-8")


@every_seed
def test_every_span_says_how_the_line_was_read_and_how_surely(name: str) -> None:
    for span in minutes(name).lifecycle.sources[0].spans:
        assert span.reading
        assert span.certainty is not None
        assert 0 < span.certainty <= 100


# The words are the source's


def strings(record: Minutes) -> dict[NodeId, str]:
    """The printed string of every node; a decision's lead stands before its first clause."""
    return dict(lines(record))


@every_seed
def test_undoing_the_repairs_gives_the_words_of_the_source_again(name: str) -> None:
    record, text = minutes(name), source_text(name)
    source = record.lifecycle.sources[0]
    framed = frames(record)
    checked = 0
    for node, words in strings(record).items():
        fixes = [Fix(r.at, r.before, r.after) for r in record.lifecycle.repairs if r.node == node]
        for fix in fixes:
            assert words[fix.at : fix.at + len(fix.after)] == fix.after
        spans = [s for s in source.spans if s.node == node and s.reading != "decision"]
        said = "".join(text[s.start : s.end] for s in sorted(spans, key=lambda s: s.start))
        if node == "brevhuvud":
            continue
        for entry in source.noise:
            for s in spans:
                assert not (s.start <= entry.start < s.end), "noise inside a span"
        assert squeezed(undo(words, fixes)) == squeezed(said), node
        checked += 1
    assert checked > 15
    for block in record.blocks:
        lead = framed[block.id].decision
        if lead:
            spans = [s for s in source.spans if s.node == block.id and s.reading == "decision"]
            assert squeezed("".join(text[s.start : s.end] for s in spans)) == squeezed(lead)


def squeezed(words: str) -> str:
    return "".join(words.split())


@every_seed
def test_the_file_is_valid_and_read_back_equal(name: str) -> None:
    data = to_bytes(minutes(name))
    assert list(faults(data, Path("protokoll.xml"))) == []
    assert from_bytes(data, Path("protokoll.xml")).minutes == minutes(name)


def test_only_noise_of_the_scanner_is_repaired() -> None:
    assert {name: len(minutes(name).lifecycle.repairs) for name in RECORDS} == {
        "kdg-2011-05": 0, "kdg-2015-04": 10, "kdg-2015-06": 1, "kdg-2015-08": 0, "kdg-2019-01": 0,
    }  # fmt: skip


# The structure is found


@every_seed
def test_title_body_and_meeting(name: str) -> None:
    record, gold = minutes(name), RECORDS[name]
    own = gold["mote"]
    assert plain(title(record)) == gold["titel"]["norm"]
    assert (record.body.code, record.number, record.year) == (own["organ"], own["nr"], own["ar"])
    assert record.body.name == "Kommundirektörsgruppen"
    meeting = record.meeting
    assert meeting.date == datetime.date.fromisoformat(own["datum"])
    assert [at and at.isoformat("minutes") for at in (meeting.start, meeting.end)] == [own["start"], own["slut"]]
    assert (meeting.place.room, meeting.place.street, meeting.place.town) == (own["lokal"], own["adress"], own["ort"])
    assert plain(headed(label(record, NodeId("tidplats")), meeting.line)) == plain(gold["tid_plats"]["norm"])
    day = record.document_date.day.isoformat() if record.document_date else None
    assert day == own["dokumentdatum"]
    heads = gold["brevhuvud"] or []
    assert [(ROLES[head["roll"]], head["norm"]) for head in heads] == [(h.role, h.text) for h in record.letterhead]


ROLES = {"avsandare": "sender", "telefon": "phone", "mottagare": "recipient"}
LISTS = {"narvarande": "present", "forhinder": "apologies", "gaster": "guests"}


@every_seed
def test_attendance(name: str) -> None:
    record, gold = minutes(name), RECORDS[name]
    for listed in gold["narvaro"]:
        people = getattr(record.attendance, LISTS[listed["slag"]])
        assert (people is not None) == listed["finns"]
        if people is None:
            continue
        wanted = [
            (
                e["kollektiv"] or e["namn_tryckt"],
                e["organisation_tryckt"],
                e["titel"],
                e["grupp"],
                bool(e["kollektiv"]),
                [time.get("fran") for time in e["tider"]],
            )
            for e in listed["poster"]
        ]
        got = [
            (
                e.name,
                e.organisation,
                e.title,
                e.group,
                e.collective,
                [s.arrived and s.arrived.isoformat("minutes") for s in e.stays],
            )
            for e in people.entries
        ]
        assert got == wanted


@every_seed
def test_items_and_sub_items(name: str) -> None:
    record, gold = minutes(name), RECORDS[name]
    wanted = [(i["nummer"], i["littera"], i["rubrik"]["norm"]) for i in gold["arenden"]]
    got = [(s.number, s.letter, s.item.heading.plain) for s in sections(derive(record.blocks))]
    assert got == wanted
    status = {"behandlat": "decided", "utgick": "withdrawn", "utgått": "withdrawn"}
    assert [s.item.status for s in sections(derive(record.blocks))] == [status[i["status"]] for i in gold["arenden"]]


@every_seed
def test_paragraphs_and_tables(name: str) -> None:
    record, gold = minutes(name), RECORDS[name]
    for wanted in gold["arenden"]:
        found = section(record, wanted["nummer"], wanted["littera"])
        texts = [part.text.plain for part in found.parts if isinstance(part, Paragraph) and part.kind != "status"]
        tables = [part for part in found.parts if isinstance(part, Table)]
        assert texts == [
            plain((b.get("ingress") or b)["norm"]) for b in wanted["block"] if b.get("ingress") or "norm" in b
        ]
        assert len(tables) == sum(b["slag"] == "tabell" for b in wanted["block"])


def test_the_table_of_minutes_8_2015_has_its_sum() -> None:
    rows = [block for block in minutes("kdg-2015-08").blocks if isinstance(block, Row)]
    assert [(row.cells[0].plain, row.cells[1].plain, row.kind) for row in rows] == [
        ("Region Skåne", "200 000 kr", "body"),
        ("Skåne Nordväst", "100 000 kr", "body"),
        ("RTI-medel", "200 000kr", "body"),
        ("Total projektbudget", "500 000 kr", "sum"),
    ]


@pytest.mark.parametrize("gold", CLAUSES, ids=lambda gold: gold["id"])
def test_clause(gold: dict[str, Any]) -> None:
    record = minutes(gold["protokoll"])
    match = re.fullmatch(r"(\d+)([a-z])?", gold["arende"])
    assert match
    own = clauses_of(section(record, int(match[1]), match[2]))
    assert len(own) == gold["av"]
    clause = own[gold["ordning"] - 1]
    frame = frames(record)[clause.id]
    assert clause.text.plain == gold["text_norm"]
    assert frame.lead.split()[-1] == gold["att"]
    joint = "före" if frame.lead.startswith("samt") else "efter" if "samt" in frame.tail else None
    assert joint == gold["konjplats"]
    assert frame.end == gold["slut"]
    assert (clause.action, clause.mandate) == (gold["atgard"], gold["mandat"])
    assert [d.when for d in clause.deadlines] == [d["iso"] for d in gold["frister"]]


SAYS_NOBODY = frozenset({
    "kdg-2015-04/1#3", "kdg-2015-04/2#2", "kdg-2015-04/4#3", "kdg-2015-08/1#1", "kdg-2015-08/4#1", "kdg-2015-08/5#3",
    "kdg-2015-08/8#1", "kdg-2015-08/8#2", "kdg-2015-08/9b#2", "kdg-2015-08/9b#3",
})  # fmt: skip
"""Clauses whose party stands elsewhere: in the clause before, inside the sentence, or nowhere."""


@pytest.mark.parametrize("gold", CLAUSES, ids=lambda gold: gold["id"])
def test_who_is_responsible(gold: dict[str, Any]) -> None:
    record = minutes(gold["protokoll"])
    match = re.fullmatch(r"(\d+)([a-z])?", gold["arende"])
    assert match
    clause = clauses_of(section(record, int(match[1]), match[2]))[gold["ordning"] - 1]
    wanted = [] if gold["id"] in SAYS_NOBODY else gold["ansvarig"]
    if gold["id"] == "kdg-2015-04/5#1":
        wanted = ["grupp:medlemskommunerna"]  # who is reminded; the ground truth asks nobody
    assert len(clause.responsible) == len(wanted)
    for who, party in zip(clause.responsible, wanted, strict=True):
        kind, _, name = party.partition(":")
        said, asked = (fold(words).casefold().replace(" ", "-") for words in (who, name))
        assert kind == "org" or said == asked or asked.split("-")[-1] in said


@every_seed
def test_opening_closing_and_signatures(name: str) -> None:
    record, gold = minutes(name), RECORDS[name]
    said = {
        kind: [b.text.plain for b in record.blocks if isinstance(b, Paragraph) and b.kind == kind]
        for kind in ("opening", "closing")
    }
    assert " ".join(said["opening"]) == (plain(gold["oppning"]["norm"]) if gold["oppning"] else "")
    assert " ".join(said["closing"]) == (plain(gold["slutfras"]["norm"]) if gold["slutfras"] else "")
    words = {"etikett": set(), "namn": set(), "roll": set()}  # type: dict[str, set[str]]
    for sign in record.signatures:
        for kind, value in (("etikett", sign.label), ("namn", sign.name), ("roll", sign.title)):
            if value:
                words[kind].add(value)
    wanted = {kind: set() for kind in words}  # type: dict[str, set[str]]
    for segment in gold["underskrifter_segment"]:
        if segment["etikett_namn_roll"] in wanted:
            wanted[segment["etikett_namn_roll"]].add(plain(segment["norm"]))
    assert words == wanted


def test_who_signed_as_what() -> None:
    assert {
        name: [(sign.role, sign.name) for sign in minutes(name).signatures] for name in RECORDS
    } == {
        "kdg-2011-05": [("secretary", "Thord Persson"), ("adjuster", "Palle Lundberg")],
        "kdg-2015-04": [("adjuster", "Palle Lundberg"), ("secretary", None)],
        "kdg-2015-06": [("secretary", "Jan-Inge Hansson"), ("adjuster", "Palle Lundberg")],
        "kdg-2015-08": [("secretary", "Jan-Inge Hansson"), ("adjuster", "Palle Lundberg")],
        "kdg-2019-01": [("chair", "Palle Lundberg"), ("head_of_secretariat", "Johan Lindberg")],
    }  # fmt: skip


@pytest.mark.parametrize("gold", DATES, ids=lambda gold: f"{gold['protokoll']}-{gold['rad']}-{gold['tryckt']}")
def test_date(gold: dict[str, Any]) -> None:
    record = minutes(gold["protokoll"])
    text = "\n".join(words for _, words in lines(record))
    found = {d.edtf for d in dates.find(text, record.meeting.date)}
    assert gold["iso"] in found


def test_amounts_are_marked_where_they_stand() -> None:
    marked = [
        block.text.plain[mark.start : mark.end]
        for block in minutes("kdg-2015-04").blocks
        if isinstance(block, (Paragraph, Clause))
        for mark in block.text.marks
        if mark.kind == "amount"
    ]
    assert "100 000 kr" in marked
    assert all(amounts.find(words) for words in marked)


# The form is found


STYLE = json.loads((GOLD / "style_profiles.json").read_text(encoding="utf-8"))
FORMS: dict[str, tuple[str, Callable[[StyleProfile], object]]] = {
    "VERSALER": ("titelform", lambda style: style.title_form == "capitals"),
    "efter_avsändare": ("dokumentdatum", lambda style: style.document_date == "after_sender"),
    "överst": ("dokumentdatum", lambda style: style.document_date == "top"),
    "avsändare": ("brevhuvud", lambda style: style.letterhead == "sender"),
    "mottagare": ("brevhuvud", lambda style: style.letterhead == "recipient"),
    "veckodag datum tid": ("tidplats_ordning", lambda style: style.meeting_order == "weekday_date_time_place"),
    "datum, plats, tid": ("tidplats_ordning", lambda style: style.meeting_order == "date_place_time"),
    "datum tid, plats": ("tidplats_ordning", lambda style: style.meeting_order == "date_time_place"),
    "ÅÅMMDD": ("datumform_huvud", lambda style: style.header_date == "compact"),
    "veckodag+lång": ("datumform_huvud", lambda style: style.header_date == "weekday_long"),
    "kl.": ("kl_form", lambda style: style.clock == "kl."),
    "␣–␣": ("intervall", lambda style: style.range_dash == " – "),
    "-": ("intervall", lambda style: style.range_dash == "-"),
    "Inbjudna gäster:": ("etikett_gaster", lambda style: style.label_guests == "Inbjudna gäster:"),
    "Gäster:": ("etikett_gaster", lambda style: style.label_guests == "Gäster:"),
    "Anmält förhinder:-": ("tomt_forhinder", lambda style: style.empty_list == "-"),
    "före_kommun": ("ankomst_placering", lambda style: style.arrival == "before_organisation"),
    "efter_kommun": ("ankomst_placering", lambda style: style.arrival == "after_organisation"),
    "inskjuten_kolon": ("rubrikform", lambda style: style.heading_form == "run_in"),
    "egen_rad": ("rubrikform", lambda style: style.heading_form == "own_line"),
    '"- "': ("delarende_markor", lambda style: style.sub_item == "dash"),
    "Beslut:": ("beslutsingress", lambda style: style.decision_lead == "Beslut:"),
    "före_sista": ("samt", lambda style: style.samt == "before_last"),
    "sista": ("satspunkt", lambda style: style.clause_stop == "last"),
    "alla": ("satspunkt", lambda style: style.clause_stop == "all"),
    "två_kolumner": ("underskrift_layout", lambda style: style.signature_layout == "two_columns"),
    "staplad (": ("underskrift_layout", lambda style: style.signature_layout == "stacked"),
    "staplad, roll": ("underskrift_layout", lambda style: style.signature_layout == "role_under"),
    "raka": ("citattecken", lambda style: style.quotes == "straight"),
    "”…”": ("citattecken", lambda style: style.quotes == "curly"),
}
"""The beginning of a choice's name in the ground truth → its key, and whether a profile made that choice."""


@every_seed
def test_the_style_profile_is_inferred(name: str) -> None:
    wanted, style = STYLE[name], minutes(name).style
    wrong = [
        (key, said) for said, (key, chosen) in FORMS.items() if wanted[key].startswith(said) and not chosen(style)
    ]  # fmt: skip
    assert wrong == []
    assert style.signature_order == tuple(wanted["underskrift_ordning"])
    assert style.capital_att == wanted["att_versal"]
    assert bool(style.opening) == (wanted["oppning"] != "saknas")
    assert bool(style.closing) == (wanted["slutfras"] != "saknas")


def test_headings_of_every_seed_are_printed_as_they_stood() -> None:
    for name in RECORDS:
        framed = frames(minutes(name))
        for block in minutes(name).blocks:
            if isinstance(block, Item):
                assert squeezed(printed(block, framed[block.id])) in squeezed(
                    source_text(name).replace("*", "").replace("Jnf", "Inf")
                )
