"""The head of the minutes made of drafts: title, body, number, dates, the meeting's line and the attendance lists."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from model.intake.draft import Draft
from model.intake.pieces import Framed
from model.intake.run import Run
from model.language import bodies, dates, forms, stays
from model.language.meetings import read_meeting_line
from model.language.people import read_people
from model.record import ids as prefix
from model.record.ids import (
    APOLOGIES,
    DOCUMENT_DATE,
    GUESTS,
    LETTERHEAD,
    MEETING_LINE,
    PRESENT,
    TITLE,
    IdSource,
    NodeId,
)
from model.record.meeting import Meeting, Place
from model.record.minutes import Body, DocumentDate, LetterheadLine
from model.record.people import Attendance, PeopleList, Role
from model.record.text import Text, shifted

MANY = 20_000
"""Characters of an attendance list; a longer one is no list of people and is kept as the line it is."""

ROWS: dict[str, NodeId] = {"meeting": MEETING_LINE, "present": PRESENT, "apologies": APOLOGIES, "guests": GUESTS}
HEAD = frozenset({"date", "letterhead", "title", *ROWS})
_ROLE_OF_ROW: dict[str, Role | None] = {"present": None, "apologies": None, "guests": "guest"}

Keep = Callable[[NodeId, Framed, int], None]
"""Puts the places of a piece down under a node; the number is where it begins in the node's printed string."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the title says."""

    title: str
    body: Body
    number: int | None
    year: int | None


@dataclass(slots=True)
class Row:
    """A head row: its first label, the whole line after it, and the stretches with labels of their own."""

    label: str
    line: str
    parts: list[tuple[str, int, str]]


def rows(framed: Sequence[Framed], keep: Keep) -> dict[str, Row]:
    """The head rows by kind; a second row of a kind goes on a line of its own under the first, label and all."""
    found: dict[str, Row] = {}
    for f in framed:
        kind = f.draft.kind
        if kind not in ROWS:
            continue
        label = f.draft.label or Run()
        caption, words = label.collapsed().text, f.words.text
        row = found.get(kind)
        if row is None:
            found[kind] = Row(caption, words, [(caption, 0, words)])
            offset = len(caption) + 1 if caption else 0
        else:
            lead = f"{row.line}\n{caption}" + (" " if caption and words else "")
            row.parts.append((caption, len(lead), words))
            row.line = lead + words
            offset = (len(row.label) + 1 if row.label else 0) + len(lead)
        if label.text:
            keep(ROWS[kind], replace(f, draft=replace(f.draft, run=label), fixes=()), offset)
        keep(ROWS[kind], f, offset)
    return found


def name(framed: Sequence[Framed], meeting_year: int | None) -> Named:
    """The title, and whose minutes they are, with number and year as far as they are said."""
    title = next((f.words.text for f in framed if f.draft.kind == "title"), "")
    others = [f.words.text for f in framed if f.draft.kind == "letterhead"]
    number = year = None
    alone = [
        f.words.text for f in framed[:12] if f.draft.kind == "paragraph" and forms.NUMBER_ONLY.fullmatch(f.words.text)
    ]
    for words in (title, *others, *alone):
        match = forms.TITLE.search(words) or (forms.NUMBER_ONLY.search(words) if number is None else None)
        if match:
            number, year = int(match["number"]), int(match["year"]) if match["year"] else None
            short = match.groupdict().get("short")
            year = 2000 + int(short) if short and abs(2000 + int(short) - (meeting_year or 0)) < 2 else year
            break
    body = bodies.named(title)
    lone = next((found for words in (*others, title) if (found := bodies.alone(words) or bodies.held(words))), None)
    inside = bodies.within(title)
    if inside and lone and _after_day(title, inside):
        inside = None
    called = inside or (body if body and (forms.BODY.match(body) or not lone) else lone) or ""
    if not called:
        called = (
            bodies.titled(title) or bodies.deciding(f.words.text for f in framed if f.draft.kind == "decision") or ""
        )
    if called and any(called.upper() in f.words.text for f in framed if f.draft.kind in {"title", "letterhead"}):
        called = bodies.recased(called, " ".join(f.words.text for f in framed if not f.words.text.isupper()))
    return Named(title, Body(bodies.code(called), called, bodies.genitive(called)), number, year or meeting_year)


def _after_day(title: str, body: str) -> bool:
    """True where `body` stands after the day in the title, as the place does; a letterhead says it better."""
    days = [date for date in dates.find(title) if date.precision == "day"]
    return bool(days) and title.casefold().find(body.casefold()) > days[0].end


def document_date(framed: Sequence[Framed]) -> DocumentDate | None:
    """The date of the document, if a line of the head is one."""
    for f in framed:
        day = day_in(f.words.text) if f.draft.kind == "date" else None
        if day:
            return DocumentDate(day, f.words.text)
    return None


def letterhead(framed: Sequence[Framed]) -> tuple[LetterheadLine, ...]:
    """The other lines above the title: who sends, by which telephone, to whom."""
    found: list[LetterheadLine] = []
    dated = False
    for f in framed:
        words = f.words.text
        if f.draft.kind == "date" and not dated and day_in(words):
            dated = True
        elif f.draft.kind in {"letterhead", "date"}:
            phone = forms.PHONE.match(words) or forms.MAIL.match(words)
            found.append(
                LetterheadLine("phone" if phone else "recipient" if forms.TO.match(words) else "sender", words)
            )
    return tuple(found)


def meeting(row: Row | None, framed: Sequence[Framed], ids: IdSource) -> Meeting:
    """When and where: from its own row, else the date that title or opening says."""
    named = Meeting(ids.new(prefix.MEETING))
    said = next((day for f in framed if f.draft.kind == "title" and (day := day_in(f.words.text))), None)
    near = said or _year_near(framed)
    if row:
        words = forms.HELD_AT.sub("", ", ".join(_dated(label, _plain(part)) for label, _, part in row.parts))
        named = replace(read_meeting_line(_once(words, near), replace(named, date=near)), line=row.line)
    elif said and (title := next((f.words.text for f in framed if f.draft.kind == "title"), "")):
        at = next(date.start for date in dates.find(title) if date.precision in {"day", "interval"})
        named = replace(read_meeting_line(title[at:], named), line="")
        if any(said.search(title[at:]) for said in (forms.TITLE_WORD, forms.TITLE_MEETING, forms.FINITE)):
            named = replace(named, place=Place())
    if named.date is None:
        fallback = said or next(
            (
                day
                for f in framed[:12]
                if f.draft.kind in {"letterhead", "date", "paragraph"} and (day := day_in(f.words.text, near))
            ),
            None,
        )
        named = replace(named, date=fallback)
    return named


def attendance(found: dict[str, Row], ids: IdSource) -> Attendance:
    """The three lists; a label's own role ("Ersättare:") is the role of those under it."""
    lists = {kind: _people(found[kind], ids, _ROLE_OF_ROW[kind]) for kind in _ROLE_OF_ROW if kind in found}
    return Attendance(**lists)


def day_in(words: str, near: datetime.date | None = None) -> datetime.date | None:
    """The first day that `words` say, if any."""
    for date in dates.find(words, near):
        if date.precision in {"day", "interval"} and len(date.edtf.partition("/")[0]) == 10:
            return datetime.date.fromisoformat(date.edtf.partition("/")[0])
    return None


def _people(row: Row, ids: IdSource, role: Role | None) -> PeopleList:
    result = PeopleList(Text(row.line))
    groups = 0
    for caption, at, words in row.parts:
        read = read_people(
            words if len(words) < MANY else "", ids, role=stays.role_of(caption.strip(" :").casefold()) or role
        )
        marks = tuple(shifted(mark, at) for mark in read.line.marks)
        entries = tuple(replace(entry, group=entry.group + groups) if entry.group else entry for entry in read.entries)
        groups = max([groups, *(entry.group or 0 for entry in entries)])
        result = PeopleList(Text(row.line, (*result.line.marks, *marks)), (*result.entries, *entries))
    return result


def _year_near(framed: Sequence[Framed]) -> datetime.date | None:
    """The middle of the year that the title names: a day without a year lies in it."""
    for f in framed:
        match = forms.TITLE.search(f.words.text) if f.draft.kind == "title" else None
        if match:
            return datetime.date(int(match["year"]), 7, 2)
    return None


def _dated(label: str, words: str) -> str:
    """A day in figures ("14-04-27", "2014 04 27") in full, where the label says that it is one."""
    if not forms.DAY_LABEL.match(label):
        return words
    return re.sub(r"^(\d{4}) (\d\d) (\d\d)\b", r"\1-\2-\3", re.sub(r"^(?=\d\d-\d\d-\d\d$)", "20", words))


def _once(words: str, near: datetime.date | None) -> str:
    """`words` without the day where it is said again."""
    first = day_in(words, near)
    again = [date for date in dates.find(words, first) if first and date.edtf == first.isoformat()][1:]
    for date in reversed(again):
        words = f"{words[: date.start]}, {words[date.end :]}"
    return words


def _plain(words: str) -> str:
    return re.sub(r"\s*\n\s*", ", ", words)


def node_of(draft: Draft) -> NodeId:
    """The node that a draft of the head belongs to."""
    return {"title": TITLE, "date": DOCUMENT_DATE, "letterhead": LETTERHEAD}.get(draft.kind) or ROWS[draft.kind]
