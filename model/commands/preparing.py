"""New minutes prepared: the head filled in, and the items that are known to come up, from the minutes before.

Pure: earlier records, a register and a day in, a record out. What is not known stays empty; nothing is said to have
happened. Every proposed item can be removed like any other.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from model.commands.learning import newest
from model.language import dates, standing
from model.language.meetings import compose_line
from model.language.membership import derived, same_form
from model.record import ids as prefix
from model.record.blocks import Block, Clause, Item, Paragraph
from model.record.ids import IdSource
from model.record.links import Link
from model.record.meeting import Meeting, Place
from model.record.members import Register, Seat
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee
from model.record.roster import composed
from model.record.text import Text
from model.store.archive import Archive
from model.store.register import read_register

MOVED = datetime.timedelta(days=8)
"""A meeting that is held so much earlier than an item was put off to is that meeting, moved."""

POSTPONED = {"withdrawn", "tabled", "referred_back"}
POSTPONING = {"utgatt_till", "bordlagt_till", "aterremitterat", "atertas_vid"}
SECTION = "§"
RECENT, KEPT, LOOKED_AT = 3, 6, 12
"""Earlier minutes that are looked at for items that come back, for items put off, and for who belongs to the body."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that an earlier decision promised for this meeting: a heading, and the clause it stands in."""

    heading: str
    target: str
    text: str = ""


def next_number(previous: Sequence[Minutes], year: int) -> int:
    """The number after the last one of `year`; the first of a year is 1."""
    return max((m.number for m in previous if m.year == year and m.number is not None), default=0) + 1


def prepared_from(
    folder: Path, body: str, day: datetime.date, ids: IdSource, promises: Sequence[Promise] = (), *,
    number: int | None = None, year: int | None = None,
) -> Minutes | None:  # fmt: skip
    """The minutes of a meeting of `body` on `day`, prepared from its archive; None if that has no earlier ones.

    The register is the archive's, else the one its minutes show. Raises `NoArchiveError`.
    """
    before = [m for m in newest(Archive.open(folder), body, LOOKED_AT) if (m.meeting.date or day) <= day]
    if not before:
        return None
    previous = before[::-1]
    register = read_register(folder)
    if register == Register():
        register = derived(previous)
    return prepared(previous[-KEPT:], day, ids, register, promises, number=number, year=year)


def prepared(
    previous: Sequence[Minutes], day: datetime.date, ids: IdSource, register: Register,
    promises: Sequence[Promise] = (), *, number: int | None = None, year: int | None = None,
) -> Minutes:  # fmt: skip
    """The minutes of a meeting on `day` after `previous` (oldest first, at least one), of the same body and style.

    The people are those whom the register has on `day`, in last meeting's order; without a register last meeting's own.
    Apologies and guests begin empty.
    """
    last = previous[-1]
    year = day.year if year is None else year
    meeting = Meeting(ids.new(prefix.MEETING), date=day, place=_usual_place(previous))
    people = _people(last, day, register, ids)
    begun = Minutes(
        id=ids.new(prefix.MINUTES),
        body=last.body,
        meeting=replace(meeting, line=compose_line(meeting, last.style)),
        series=last.series,
        number=next_number(previous, year) if number is None else number,
        year=year,
        attendance=Attendance(composed(people, last.style, last.attendance.present)) if people else Attendance(),
        signatures=tuple(replace(s, id=ids.new(prefix.SIGNATURE), signed=None) for s in last.signatures),
        style=last.style,
    )
    blocks, links = _agenda(previous, day, people, promises, ids)
    blocks = _numbered_on(previous, begun, blocks)
    begun = replace(begun, blocks=blocks, title=_title(last, begun))
    return replace(begun, lifecycle=replace(begun.lifecycle, links=links))


def _title(last: Minutes, begun: Minutes) -> str | None:
    """A title of the body's own ("Sammanträdesprotokoll", "Protokoll nr 2/2024"), with the new number and day."""
    return None if last.title is None else standing.renewed(last.title, begun.short_name, begun.meeting.date)


# People


def _people(last: Minutes, day: datetime.date, register: Register, ids: IdSource) -> list[Attendee]:
    lists = (last.attendance.present, last.attendance.apologies)
    before = [entry for people in lists if people for entry in people.entries if not entry.collective]
    seats = register.seats_on(day)
    if not seats:
        return [_fresh(entry, ids) for entry in before]
    seated = {seat.person for seat in register.seats}
    members = {same_form(member.organisation) for member in register.members} | {
        same_form(s.organisation) for s in seats
    }
    others = [e for e in before if e.name not in seated and same_form(e.organisation or "") not in members]
    names = {entry.name: place for place, entry in enumerate(before)}
    places = {same_form(entry.organisation or ""): place for place, entry in reversed(list(enumerate(before)))}

    def order(seat: Seat) -> tuple[int, int]:
        place = names.get(seat.person, places.get(same_form(seat.organisation), len(before)))
        return place, seats.index(seat)

    entries = [(order(seat), _seated(seat, before, ids)) for seat in seats]
    entries += [((names[entry.name], 0), _fresh(entry, ids)) for entry in others]
    return [entry for _, entry in sorted(entries, key=lambda pair: pair[0])]


def _seated(seat: Seat, before: Iterable[Attendee], ids: IdSource) -> Attendee:
    """The person of a seat; as printed last time, when it is the same person for the same organisation."""
    for entry in before:
        if entry.name == seat.person and same_form(entry.organisation or "") == same_form(seat.organisation):
            return _fresh(entry, ids)
    return Attendee(ids.new(prefix.PERSON), seat.person, seat.organisation, title=seat.title, role=seat.role)


def _fresh(entry: Attendee, ids: IdSource) -> Attendee:
    return replace(entry, id=ids.new(prefix.PERSON), stays=(), note=None, group=entry.group)


def _usual_place(previous: Sequence[Minutes]) -> Place:
    """The place of the meetings before, if the last two were at one place: a body that travels is not guessed."""
    places = [minutes.meeting.place for minutes in previous[-2:]]
    return places[0] if len(places) == 2 and places[0] == places[1] else Place()


# The agenda


def _agenda(
    previous: Sequence[Minutes],
    day: datetime.date,
    people: Sequence[Attendee],
    promises: Sequence[Promise],
    ids: IdSource,
) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    first, end = _standing(previous[-RECENT:], ids)
    middle: list[Block] = []
    links: list[Link] = []
    for source, old in _postponed(previous, day):
        item = _again(old, source, people, ids)
        middle += [item, *_told_again(source, old, ids)]
        links.append(Link(ids.new(prefix.LINK), item.id, "fortsatter", f"{source.id}#{old.id}", certainty="inferred"))
    for promise in promises:
        item = Item(ids.new(prefix.ITEM), heading=Text(promise.heading), kind="follow_up")
        middle.append(item)
        if promise.text:
            middle.append(Paragraph(ids.new(prefix.PARAGRAPH), Text(promise.text)))
        links.append(Link(ids.new(prefix.LINK), item.id, "foljer_upp", promise.target, certainty="inferred"))
    return (*first, *(middle or [Item(ids.new(prefix.ITEM))]), *end), tuple(links)


def _again(old: Item, source: Minutes, people: Sequence[Attendee], ids: IdSource) -> Item:
    names = {str(e.id): e.name for p in (source.attendance.present, source.attendance.guests) if p for e in p.entries}
    now = {person.name: person.id for person in people}
    presenters = tuple(now[name] for p in old.presenters if (name := names.get(p, "")) in now)
    return replace(
        old, id=ids.new(prefix.ITEM), level=1, status="open", number=None, presenters=presenters, printed=None
    )


def _told_again(source: Minutes, item: Item, ids: IdSource) -> Iterable[Block]:
    """The paragraphs of a postponed item, without the line that postponed it."""
    for block in _under(source, item):
        if isinstance(block, Paragraph) and block.kind == "text":
            yield replace(block, id=ids.new(prefix.PARAGRAPH))


def _postponed(previous: Sequence[Minutes], day: datetime.date) -> Iterable[tuple[Minutes, Item]]:
    """Items put off from the last meeting, or to a day since then and no later than this meeting.

    An item that a later meeting has taken up is not put off any more.
    """
    last = previous[-1]
    since = last.meeting.date or datetime.date.min
    for place, minutes in enumerate(previous):
        taken_up = {standing.likeness(i.heading.plain) for later in previous[place + 1 :] for i in _all_items(later)}
        for item in _all_items(minutes):
            if item.status not in POSTPONED or standing.likeness(item.heading.plain) in taken_up:
                continue
            until = postponed_to(minutes, item)
            if minutes is last if until is None else (minutes is last or until > since) and until <= day + MOVED:
                yield minutes, item


def postponed_to(minutes: Minutes, item: Item) -> datetime.date | None:
    """The day to which `item` was put off: by a link to a meeting, else by the date in its last line."""
    own = {block.id for block in _under(minutes, item)} | {item.id}
    for link in minutes.lifecycle.links:
        if link.source in own and link.kind in POSTPONING and link.unresolved and "@" in link.unresolved:
            return _iso(link.unresolved.rpartition("@")[2])
    for block in reversed(list(_under(minutes, item))):
        if isinstance(block, (Paragraph, Clause)):
            for found in dates.find(block.text.plain, minutes.meeting.date):
                if found.precision == "day" and (until := _iso(found.edtf)):
                    return until
    return None


def _under(minutes: Minutes, item: Item) -> Iterable[Block]:
    for block in minutes.blocks[minutes.index(item.id) + 1 :]:
        if isinstance(block, Item) or (isinstance(block, Paragraph) and block.kind == "closing"):
            return
        yield block


def _standing(recent: Sequence[Minutes], ids: IdSource) -> tuple[list[Block], list[Block]]:
    """The items that come back, those that open the meeting and those that close it, in last meeting's order."""
    last = recent[-1]
    kept = [[item for item in _items(minutes) if item.status not in POSTPONED] for minutes in recent]
    counts = Counter(like for items in kept for like in {standing.likeness(i.heading.plain) for i in items})
    items = kept[-1]
    first: list[Block] = []
    end: list[Block] = []
    for place, item in enumerate(items):
        heading = item.heading.plain.strip()
        approval, opens = standing.is_approval(heading), standing.is_first(heading)
        back = counts[standing.likeness(heading)] == RECENT
        if not heading or not (approval or opens or standing.is_last(heading) or back):
            continue
        at_start = approval or opens or (not standing.is_last(heading) and place * 2 < len(items))
        (first if at_start else end).extend(_standing_item(last, item, ids, approval=approval))
    return first, end


def _standing_item(last: Minutes, item: Item, ids: IdSource, *, approval: bool) -> list[Block]:
    words = item.heading.plain
    if not approval:
        return [Item(ids.new(prefix.ITEM), heading=Text(words), kind=item.kind)]
    number, day = last.short_name, last.meeting.date
    made: list[Block] = [Item(ids.new(prefix.ITEM), heading=Text(standing.renewed(words, number, day)), kind=item.kind)]
    clauses = (block for block in _under(last, item) if isinstance(block, Clause))
    made += [Clause(ids.new(prefix.CLAUSE), Text(standing.renewed(c.text.plain, number, day))) for c in clauses]
    return made


def _all_items(minutes: Minutes) -> list[Item]:
    return [block for block in minutes.blocks if isinstance(block, Item)]


def _items(minutes: Minutes) -> list[Item]:
    return [item for item in _all_items(minutes) if item.level == 1]


def _numbered_on(previous: Sequence[Minutes], begun: Minutes, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A body whose paragraphs run through the year goes on where the last meeting ended."""
    last = previous[-1]
    old = _items(last)
    if not old or last.year != begun.year or not _runs_on(previous):
        return blocks
    number = 0
    for item in old:
        number = item.number if item.number is not None else number + 1
    place = next(i for i, block in enumerate(blocks) if isinstance(block, Item))
    start = blocks[place]
    return (
        (*blocks[:place], replace(start, number=number + 1), *blocks[place + 1 :])
        if isinstance(start, Item)
        else blocks
    )


def _runs_on(previous: Sequence[Minutes]) -> bool:
    """True if they do: the first minutes of a year do not show it, but a "§" does unless others gainsay it."""
    last = previous[-1]
    firsts = [items[0].number or 1 for minutes in previous if minutes.year == last.year and (items := _items(minutes))]
    return firsts[-1] > 1 or (len(firsts) == 1 and SECTION in last.style.number_form)


def _iso(words: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None
