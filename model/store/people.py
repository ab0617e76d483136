"""Attendance lists as XML: entries wrap the printed line, so that no second form can drift from it."""

from dataclasses import dataclass, replace

from model.record.people import Attendee, PeopleList, Stay
from model.record.text import Mark, Text
from model.store import markup
from model.store.vocabulary import CODES

PARTS = {"name", "organisation", "title", "time", "note"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the marks of a line say of one entry."""

    name: str = ""
    organisation: str | None = None
    title: str | None = None
    note: str | None = None


def owners(mark: Mark) -> tuple[str, ...]:
    """The entries a part belongs to."""
    return tuple((mark.get("of") or "").split()) if mark.kind in PARTS else ()


def readings(line: Text) -> dict[str, Reading]:
    """What the line itself says of each entry; the entry's own attributes hold only what differs."""
    found: dict[str, Reading] = {}
    for mark in line.marks:
        words = line.plain[mark.start : mark.end]
        for owner in owners(mark):
            own = found.get(owner, Reading())
            if mark.kind in {"name", "organisation", "title", "note"} and not getattr(own, mark.kind):
                own = replace(own, **{mark.kind: words})
            found[owner] = own
    return found


def written(people: PeopleList, label: str) -> str:
    """The content of `deltagare`: label, then the line with its entries round it."""
    line, entries = people.line, {entry.id: entry for entry in people.entries}
    lead = f"{label} " if label and line.plain else label
    made = markup.tag("led", "", markup.text(lead)) if lead else ""
    wraps = _wraps(people)
    if wraps is None:
        spans = [_part(mark, explicit=True) for mark in line.marks]
        made += markup.nested(line.plain, spans)
        return made + "".join(_post(entry, people, loose=True) for entry in people.entries)
    inner = [(_part(mark, explicit=len(owners(mark)) > 1), 2) for mark in line.marks]
    outer = [((start, end, name, extra), rank) for start, end, name, extra, rank in wraps]
    spans = [span for span, _ in sorted([*outer, *inner], key=lambda s: (s[0][0], -s[0][1], s[1]))]
    unseen = [entry for entry in entries.values() if not _marks(line, entry.id)]
    return made + markup.nested(line.plain, spans) + "".join(_post(entry, people, loose=True) for entry in unseen)


def _marks(line: Text, owner: str) -> list[Mark]:
    return [mark for mark in line.marks if owners(mark) == (owner,)]


def _wraps(people: PeopleList) -> list[tuple[int, int, str, str, int]] | None:
    """Where each entry and group stands in the line; None when they cannot be nested or are out of order."""
    found: list[tuple[int, int, str, str, int]] = []
    place = 0
    known = {entry.id for entry in people.entries}
    if any(owner not in known for mark in people.line.marks for owner in owners(mark)):
        return None
    for entry in people.entries:
        own = _marks(people.line, entry.id)
        if not own:
            return None
        start, end = min(m.start for m in own), max(m.end for m in own)
        if start < place:
            return None
        place = end
        made = _post(entry, people, loose=False)
        found.append((start, end, "kollektiv" if entry.collective else "post", made, 1))
    shared = [mark for mark in people.line.marks if len(owners(mark)) > 1]
    crossing = any(m.start < end and start < m.end for m in shared for start, end, *_ in found)
    inside = all(
        m.kind in PARTS or not any(m.start < e < m.end or m.start < s < m.end for s, e, *_ in found)
        for m in people.line.marks
    )
    return None if crossing or not inside else found


def _part(mark: Mark, *, explicit: bool) -> markup.Span:
    made = markup.mark_attributes(mark if explicit else _without_owner(mark))
    return mark.start, mark.end, markup.MARKS[mark.kind], made


def _without_owner(mark: Mark) -> Mark:
    return Mark(mark.start, mark.end, mark.kind, tuple(pair for pair in mark.data if pair[0] != "of"))


def _post(entry: Attendee, people: PeopleList, *, loose: bool) -> str:
    """The attributes of an entry, or the whole empty element of a loose one."""
    says = readings(people.line).get(entry.id, Reading())
    made = markup.attribute("id", entry.id)
    for name, value in (("person", entry.person), ("roll", entry.role and CODES["role"][entry.role])):
        made += markup.attribute(name, value) if value is not None else ""
    for field, name in (("name", "namn"), ("organisation", "organisation"), ("title", "befattning"), ("note", "not")):
        own, said = getattr(entry, field), getattr(says, field)
        if own != said:
            made += markup.attribute(name, own) if own is not None else markup.attribute(f"utan-{name}", "ja")
    for name, number in (("grupp", entry.group), ("antal", entry.count)):
        made += markup.attribute(name, str(number)) if number is not None else ""
    if entry.stays:
        made += markup.attribute("tider", " ".join(_stay(stay) for stay in entry.stays))
    name = "kollektiv" if entry.collective else "post"
    return markup.tag(name, made, "") if loose else made


def _stay(stay: Stay) -> str:
    """`09:50@a-xxxxxx/-`: came at, left at, each with the item open then."""
    return "/".join(
        (markup.clock(at) if at else "-") + (f"@{item}" if item else "")
        for at, item in ((stay.arrived, stay.arrived_item), (stay.left, stay.left_item))
    )
