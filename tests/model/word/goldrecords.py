"""The five example minutes as records, made from the ground truth and not by the program's own reader."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from model.record.blocks import AsPrinted, Block, Clause, Item, Paragraph, Row, Signature
from model.record.ids import CountingIds, IdSource, NodeId
from model.record.meeting import Meeting
from model.record.minutes import Body, DocumentDate, LetterheadLine, Minutes
from model.record.people import Attendance, PeopleList
from model.record.printing import TERMINAL
from model.record.style import StyleProfile
from model.record.text import Text

FOLDER = Path(__file__).resolve().parents[2] / "gold" / "records"
NAMES = ("kdg-2011-05", "kdg-2015-04", "kdg-2015-06", "kdg-2015-08", "kdg-2019-01")
BODY = Body("kdg", "Kommundirektörsgruppen", "Kommundirektörsgruppens")
ORDERS = {"sekretariat": "secretary", "Vid tangenterna": "secretary", "Justeras": "adjuster", "ordförande": "chair"}


def gold(name: str) -> Minutes:
    """The minutes `name`, in the style that they were printed in."""
    data, ids = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")), CountingIds()
    meeting, dated = data["mote"], data["dokumentdatum"]
    people = {people["slag"]: people for people in data["narvaro"] if people["finns"]}
    return Minutes(
        NodeId(f"p-{meeting['ar']}{meeting['nr']:02}"),
        BODY,
        Meeting(NodeId("m-222222"), datetime.date.fromisoformat(meeting["datum"]), line=_after(data["tid_plats"])),
        "kdg",
        meeting["nr"],
        meeting["ar"],
        document_date=DocumentDate(datetime.date.fromisoformat(meeting["dokumentdatum"]), dated["norm"])
        if dated
        else None,
        letterhead=tuple(LetterheadLine("sender", line["norm"]) for line in data["brevhuvud"]),
        attendance=Attendance(*(_list(people.get(kind)) for kind in ("narvarande", "forhinder", "gaster"))),
        blocks=tuple(_blocks(data, ids)),
        signatures=tuple(_signatures(data, ids)),
        style=_style(data),
    )


def _after(line: dict[str, Any]) -> str:
    return str(line["norm"]).partition(":")[2].strip()


def _list(people: dict[str, Any] | None) -> PeopleList | None:
    return PeopleList(Text(_after(people))) if people else None


def _style(data: dict[str, Any]) -> StyleProfile:
    told = data["stilprofil"]
    run_in, numbered = told["rubrikform"].startswith("inskjuten"), told["delarende_markor"].strip('"').startswith("- ")
    printed = told["underskrift_layout"]
    return StyleProfile(
        name="gold",
        title_form="capitals" if told["titelform"] == "VERSALER" else "normal",
        document_date="after_sender" if told["dokumentdatum"].startswith("efter") else "top",
        label_guests=told["etikett_gaster"],
        heading_form="run_in" if run_in else "own_line",
        sub_item="dash" if numbered else "none",
        decision_lead="Beslut" if told["beslutsingress"] == "Beslut" else "Beslut:",
        capital_att=told["att_versal"],
        samt="before_last" if told["samt"].startswith("före") else "none",
        clause_stop="all" if told["satspunkt"].startswith("alla") else "last",
        signature_layout="role_under"
        if "roll under" in printed
        else "two_columns"
        if printed.startswith("två")
        else "stacked",
    )


def _blocks(data: dict[str, Any], ids: IdSource) -> Iterator[Block]:
    style = _style(data)
    if data["oppning"]:
        yield Paragraph(ids.new("s"), Text(data["oppning"]["norm"]), "opening")
    for item in data["arenden"]:
        yield Item(ids.new("a"), 2 if item["littera"] else 1, Text(item["rubrik"]["norm"]))
        for block in item["block"]:
            yield from _inside(block, ids)
        if item.get("statusrad"):
            yield Paragraph(ids.new("s"), Text(item["statusrad"]["norm"]), "status")
        decision = item["beslut"] or {"satser": []}
        for clause in decision["satser"]:
            yield _clause(clause, decision["ingress"]["norm"], style, ids)
    if data["slutfras"]:
        yield Paragraph(ids.new("s"), Text(data["slutfras"]["norm"]), "closing")


def _inside(block: dict[str, Any], ids: IdSource) -> Iterator[Block]:
    if block["slag"] == "stycke":
        yield Paragraph(ids.new("s"), Text(block["norm"]))
        return
    yield Paragraph(ids.new("s"), Text(block["ingress"]["norm"]))
    for row in block["rader"]:
        yield Row(ids.new("r"), (Text(row["benamning"]), Text(_kronor(row["belopp"]))))
    yield Row(ids.new("r"), (Text(block["summa"]["benamning"]), Text(_kronor(block["summa"]["belopp"]))), "sum")


def _kronor(amount: int) -> str:
    return f"{amount:,} kr".replace(",", " ")


def _clause(told: dict[str, Any], lead: str, style: StyleProfile, ids: IdSource) -> Clause:
    first, last = told["ordning"] == 1, told["ordning"] == told["av"]
    own = lead if first and lead != style.decision_lead else None
    before = "samt " if told["konjplats"] == "före" else ""
    after = " samt" if told["konjplats"] == "efter" else ""
    derived = "." if (style.clause_stop == "all" or last) and told["text_norm"][-1] not in TERMINAL else ""
    usual = "samt " if style.samt == "before_last" and last and not first else ""
    printed = AsPrinted(
        lead=None if before == usual else f"{before}att ",
        tail=after or None,
        end=None if told["slut"] == derived else told["slut"],
    )  # fmt: skip
    return Clause(
        ids.new("t"), Text(told["text_norm"]), own, after=Text(told.get("efterfoljande_mening", "")),
        printed=None if printed == AsPrinted() else printed,
    )  # fmt: skip


def _signatures(data: dict[str, Any], ids: IdSource) -> Iterator[Signature]:
    parts: dict[str, list[str]] = {"etikett": [], "namn": [], "roll": []}
    for piece in data["underskrifter_segment"]:
        parts.get(piece["etikett_namn_roll"], []).append(piece["norm"])
    for place in range(max(len(found) for found in parts.values())):
        label, name, title = (found[place] if place < len(found) else None for found in parts.values())
        role = ORDERS.get(label or title or "", "secretary")
        yield Signature(ids.new("u"), role, label, name, title)  # type: ignore[arg-type]
