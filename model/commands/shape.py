"""A record as the plain data that `import --json` prints."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from model.record.blocks import Clause, Item, Paragraph, Row
from model.record.minutes import Minutes
from model.record.people import PeopleList
from model.record.printing import Frame, frames, printed, title
from model.record.tree import Decision, Section, Table, derive

OWN_NUMBER = re.compile(r"^\d+\.(?P<number>\d+)")
"""The number that a sub-item is printed with in its item: `4.2`."""

LIST_MARK = re.compile(r"^(?:[-–—•*·▪●]|\d{1,2}[.)]|[a-z]\))\s+")
STATUS = {
    "open": "open", "decided": "decided", "withdrawn": "withdrawn", "tabled": "tabled",
    "referred_back": "referred back", "dormant": "dormant",
}  # fmt: skip


def shape(minutes: Minutes, unsure: Iterable[Any] = ()) -> dict[str, Any]:
    """Title, meeting, people, items with decisions, signatures, opening and closing, in printed order.

    `unsure` are the doubts of an import: findings with the line of the source, how it was read, and how surely.
    """
    framed = frames(minutes)
    tree = derive(minutes.blocks)
    meeting = minutes.meeting
    fronts = [part for part in tree if isinstance(part, Paragraph)]
    source = minutes.lifecycle.sources[0] if minutes.lifecycle.sources else None
    return {
        "title": title(minutes),
        "body": minutes.body.name,
        "number": minutes.number,
        "year": minutes.year,
        "date": meeting.date.isoformat() if meeting.date else None,
        "start": meeting.start.isoformat("minutes") if meeting.start else None,
        "end": meeting.end.isoformat("minutes") if meeting.end else None,
        "place": _place(minutes),
        "present": _people(minutes.attendance.present),
        "apologies": _people(minutes.attendance.apologies),
        "guests": _people(minutes.attendance.guests),
        "items": [_item(part, framed) for part in tree if isinstance(part, Section)],
        "signatures": list(_signatures(minutes)),
        "opening": [p.text.plain for p in fronts if p.kind == "opening"],
        "closing": [p.text.plain for p in fronts if p.kind == "closing"],
        "findings": [{"line": d.line, "reading": d.reading, "certainty": d.certainty, "node": d.node} for d in unsure],
        "source": {"file": source.file, "sha256": source.sha256, "encoding": source.encoding} if source else None,
    }


def _signatures(minutes: Minutes) -> Iterator[dict[str, Any]]:
    """Who signed as what; a name beside another under one label has that label too."""
    label = None
    for sign in minutes.signatures:
        label = sign.label or label
        yield {"role": (sign.label or sign.title or label or "").rstrip(" :") or None, "name": sign.name}


def _place(minutes: Minutes) -> str | None:
    place = minutes.meeting.place
    parts = [part for part in (place.room, place.street, place.town) if part]
    return ", ".join(parts) or None


def _people(people: PeopleList | None) -> list[dict[str, Any]]:
    entries = people.entries if people else ()
    return [{"name": entry.name, "affiliation": entry.organisation, "note": _note(entry)} for entry in entries]


def _note(entry: Any) -> str | None:
    times = []
    for stay in entry.stays:
        times += [f"from {stay.arrived:%H:%M}"] if stay.arrived else []
        times += [f"until {stay.left:%H:%M}"] if stay.left else []
    stands_in = "substitute" if entry.role == "substitute" and not entry.title else None
    return ", ".join(part for part in (entry.title, stands_in, *times, entry.note) if part) or None


def _item(section: Section, framed: dict[Any, Frame]) -> dict[str, Any]:
    item: Item = section.item
    paragraphs: list[str] = []
    decisions: list[list[str]] = []
    for part in section.parts:
        if isinstance(part, Decision):
            decisions.append([_clause(clause, framed[clause.id]) for clause in part.clauses])
        elif isinstance(part, Table):
            paragraphs += [_row(row) for row in part.rows]
        else:
            paragraphs.append(part.text.plain)
    own = OWN_NUMBER.match(framed[item.id].lead) if section.letter else None
    return {
        "number": int(own["number"]) if own else section.number,
        "letter": section.letter,
        "heading": item.heading.plain,
        "reference": item.reference,
        "status": STATUS[item.status],
        "paragraphs": paragraphs,
        "decisions": [clause for decision in decisions for clause in decision],
        "items": [_item(child, framed) for child in section.children],
    }


def _clause(clause: Clause, frame: Frame) -> str:
    """The clause as printed, without samt at either end and without the mark of a list."""
    words = LIST_MARK.sub("", printed(clause, frame._replace(tail="")))
    return words.removeprefix("samt ").strip()


def _row(row: Row) -> str:
    return "\t".join(cell.plain for cell in row.cells)
