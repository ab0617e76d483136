"""What a record says and what the ground truth says, in the same shape: to be compared whole."""

import datetime
import json
from typing import Any

from model.edit.parts import kind_of, words_of
from model.language.typography import NBSP
from model.language.understanding import understood
from model.record.blocks import Clause
from model.record.ids import APOLOGIES, GUESTS, PRESENT, NodeId
from model.record.minutes import Minutes
from model.record.printing import frames, title
from model.record.tree import derive, sections
from tests.journeys.typist import GOLD
from tests.model.word.goldrecords import gold as gold_record

LISTS = {"narvarande": PRESENT, "forhinder": APOLOGIES, "gaster": GUESTS}
STATUS = {"behandlat": "decided", "utgick": "withdrawn", "utgått": "withdrawn"}
CLAUSES = json.loads((GOLD.parent / "clauses.json").read_text(encoding="utf-8"))


def said(minutes: Minutes) -> dict[str, Any]:
    """All that people can see of a record, and what it says by itself of its items and clauses."""
    meeting, place, framed = minutes.meeting, minutes.meeting.place, frames(minutes)
    return {
        "title": title(minutes).casefold(),
        "number": (minutes.number, minutes.year),
        "when": (meeting.date, meeting.start, meeting.end),
        "where": (place.room, place.street, place.town),
        "people": {kind: _people(minutes, row) for kind, row in LISTS.items()},
        "blocks": _blocks(minutes),
        "samt": [framed[c.id].lead.startswith("samt") for c in minutes.blocks if isinstance(c, Clause)],
        "clauses": _clauses(minutes),
        "status": [s.item.status for s in sections(derive(understood(minutes).blocks))],
    }


def told(name: str, truth: dict[str, Any]) -> dict[str, Any]:
    """The same of the ground truth."""
    own, clauses = truth["mote"], [clause for clause in CLAUSES if clause["protokoll"] == name]
    return {
        "title": truth["titel"]["norm"].casefold(),
        "number": (own["nr"], own["ar"]),
        "when": (datetime.date.fromisoformat(own["datum"]), _time(own["start"]), _time(own["slut"])),
        "where": (own["lokal"], own["adress"], own["ort"]),
        "people": {row["slag"]: _people_told(row) for row in truth["narvaro"]},
        "blocks": _blocks(gold_record(name)),
        "samt": [c["konjplats"] == "före" for c in clauses],
        "clauses": [(c["atgard"], c["mandat"], [d["iso"] for d in c["frister"]]) for c in clauses],
        "status": [STATUS[item["status"]] for item in truth["arenden"]],
    }  # fmt: skip


_time = datetime.time.fromisoformat


def _blocks(minutes: Minutes) -> list[tuple[str, str]]:
    """Kind and words of every block, and of the sentence after a clause; blanks that do not break are blanks."""
    made: list[tuple[str, str]] = []
    for block in minutes.blocks:
        made.append((kind_of(block), words_of(block).plain.replace(NBSP, " ")))
        if isinstance(block, Clause) and block.after:
            made.append(("paragraph", block.after.plain))
    return made


def _people(minutes: Minutes, row: NodeId) -> tuple[str, list[Any], list[list[str]]] | None:
    """The printed line, everybody in it in order, and those who share an organisation."""
    people = minutes.people(row)
    if people is None:
        return None
    entries = [(e.name, e.organisation, e.title, e.collective, [s.arrived for s in e.stays]) for e in people.entries]
    groups = dict.fromkeys(e.group for e in people.entries if e.group)
    joint = [[e.name for e in people.entries if e.group == group] for group in groups]
    return people.line.plain, entries, [names for names in joint if len(names) > 1]


def _people_told(row: dict[str, Any]) -> tuple[str, list[Any], list[list[str]]] | None:
    """A blank before a comma is a slip of whoever wrote it."""
    if not row["finns"]:
        return None
    entries = [
        (e["kollektiv"] or e["namn_tryckt"], e["organisation_tryckt"], e["titel"], e["kollektiv"] is not None,
         [datetime.time.fromisoformat(t["fran"]) for t in e["tider"]])
        for e in row["poster"]
    ]  # fmt: skip
    groups = dict.fromkeys(e["grupp"] for e in row["poster"] if e["grupp"])
    joint = [[e["namn_tryckt"] for e in row["poster"] if e["grupp"] == group] for group in groups]
    return row["norm"].partition(":")[2].strip().replace(" ,", ","), entries, [n for n in joint if len(n) > 1]


def _clauses(minutes: Minutes) -> list[tuple[Any, ...]]:
    """What each clause does, whether it is a mandate, by when."""
    blocks = understood(minutes).blocks
    return [(c.action, c.mandate, [d.when for d in c.deadlines]) for c in blocks if isinstance(c, Clause)]
