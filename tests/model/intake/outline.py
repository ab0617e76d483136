"""What was read of a document, as a short text that a person can check against it."""

from collections.abc import Iterator

from model.intake.build import Reading
from model.record.blocks import Paragraph, Signature
from model.record.minutes import Minutes
from model.record.people import Attendee, PeopleList
from model.record.printing import frames, printed, title
from model.record.tree import Decision, Entry, Section, Table, derive


def outline(reading: Reading) -> str:
    """Head, people, items with their parts, signatures, and the lines read with doubt."""
    minutes = reading.minutes
    body = [line for part in derive(minutes.blocks) for line in _part(part, minutes, "")]
    signs = ["signed: " + _sign(sign) for sign in minutes.signatures]
    doubts = ", ".join(str(doubt.line) for doubt in reading.unsure)
    return "\n".join([*_head(minutes), *body, *signs, *([f"unsure: {doubts}"] if doubts else [])]) + "\n"


def _head(minutes: Minutes) -> Iterator[str]:
    meeting, place = minutes.meeting, minutes.meeting.place
    yield f"title: {title(minutes)}"
    yield f"body: {minutes.body.name} ({minutes.body.code}) {minutes.short_name}"
    times = "–".join(f"{at:%H.%M}" for at in (meeting.start, meeting.end) if at)
    where = ", ".join(part for part in (place.room, place.street, place.town) if part)
    yield f"meeting: {meeting.date} {times}" + (f" · {where}" if where else "")
    for name in ("present", "apologies", "guests"):
        people: PeopleList | None = getattr(minutes.attendance, name)
        if people is not None:
            yield f"{name}: " + (" · ".join(_person(entry) for entry in people.entries) or "–")


def _person(entry: Attendee) -> str:
    stays = ["–".join(f"{at:%H.%M}" if at else "" for at in (stay.arrived, stay.left)) for stay in entry.stays]
    extra = [entry.title, entry.note, *stays, entry.role if entry.role not in {None, "guest"} else None]
    said = [part for part in extra if part]
    where = f" @ {entry.organisation}" if entry.organisation else ""
    return f"{entry.name}{where}" + (f" [{', '.join(said)}]" if said else "")


def _part(part: Entry, minutes: Minutes, indent: str) -> Iterator[str]:
    framed = frames(minutes)
    if isinstance(part, Section):
        status = f" [{part.item.status}]" if part.item.status != "decided" else ""
        name = part.letter or str(part.number)
        case = f" ({part.item.reference})" if part.item.reference else ""
        yield f"{indent}{name} {part.item.heading.plain}{case}{status}"
        for inner in (*part.parts, *part.children):
            yield from _part(inner, minutes, indent + "  ")
    elif isinstance(part, Decision):
        yield f"{indent}> {framed[part.clauses[0].id].decision}"
        for clause in part.clauses:
            yield f"{indent}= {printed(clause, framed[clause.id])}"
    elif isinstance(part, Table):
        for row in part.rows:
            yield f"{indent}| " + " | ".join(cell.plain for cell in row.cells)
    elif isinstance(part, Paragraph):
        kind = f"({part.kind}) " if part.kind != "text" else ""
        yield f"{indent}{kind}{part.text.plain}"


def _sign(sign: Signature) -> str:
    return f"{sign.role}: " + " / ".join(part or "" for part in (sign.label, sign.name, sign.title))
