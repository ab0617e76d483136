"""An attendance line made from its entries: what the paper shows when somebody is ticked in the roster."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import groupby

from model.record.people import Attendee, PeopleList, Stay
from model.record.peopleform import PeopleForm, PeopleUnit, form_of
from model.record.style import AND, FROM, UNTIL, StyleProfile
from model.record.text import Mark, MarkKind, Text


def composed(
    entries: Iterable[Attendee], style: StyleProfile, before: PeopleList | None = None, like: PeopleList | None = None
) -> PeopleList:
    """The list of `entries` with its line, in the form of the line `before` it: those who were in it stand as they did.

    So do those who stood in the list `like`, whose form is taken where nobody stood before; else it is the house's:
    "Namn, Organisation, Namn, Organisation." and groups joined by `AND`. An empty list gets the style's mark ("–").
    """
    people = tuple(entries)
    if not people:
        return PeopleList(Text(style.empty_list))
    other = form_of(like)
    form = form_of(before) if before and before.entries else other.bare()
    units = [
        tuple(person for _, person in members)
        for _, members in groupby(enumerate(people), key=lambda pair: pair[1].group or -1 - pair[0])
    ]
    places = [form.place(unit) for unit in units]
    line = Text(form.head)
    for at, unit in enumerate(units):
        if at:
            final = at == len(units) - 1
            line = line + Text(form.joint(places[at - 1], places[at], several=len(unit) > 1, final=final))
        old = form.unit(unit) or other.unit(unit)
        line = line + (_kept(old, unit, style, form) if old else _group(unit, style, form))
    return PeopleList(line + Text(form.tail), people)


def clock(moment: datetime.time, style: StyleProfile) -> str:
    """`9.50` in the house form, `09.50` where the hour is printed with two digits."""
    hour = f"{moment.hour}" if style.clock.endswith(".") else f"{moment.hour:02}"
    return f"{hour}.{moment.minute:02}"


def _kept(unit: PeopleUnit, members: Sequence[Attendee], style: StyleProfile, form: PeopleForm) -> Text:
    """The printed words of `unit`, now `members`; with other times the times are printed anew."""
    if [one.stays for one in unit.members] == [one.stays for one in members]:
        return unit.named(members)
    if len(members) > 1:
        return _group(members, style, form)
    words, (person,) = _timeless(unit.named(members)), members
    at = next((mark.end for mark in words.marks if mark.kind == "name"), len(words))
    at = at if style.arrival == "before_organisation" else len(words)
    return words.slice(0, at) + _stays(person, style) + words.slice(at, len(words))


def _timeless(words: Text) -> Text:
    """`words` without the times and the brackets round them."""
    for mark in [mark for mark in reversed(words.marks) if mark.kind == "time"]:
        start, end = mark.start, mark.end
        if words.plain[start - 1 : start] == "(" and words.plain[end : end + 1] == ")":
            start, end = start - 1, end + 1
        blank = 1 if words.plain[start - 1 : start] == " " else 0
        words = words.slice(0, start - blank) + words.slice(end, len(words))
    return words


def _group(members: Sequence[Attendee], style: StyleProfile, form: PeopleForm) -> Text:
    line = Text()
    for position, person in enumerate(members):
        if position:
            line = line + Text(f" {AND} " if position == len(members) - 1 else ", ")
        line = line + _piece(person.name, "name", person.id)
        if person.title:
            line = line + Text(" (") + _piece(person.title, "title", person.id) + Text(")")
        if style.arrival == "before_organisation":
            line = line + _stays(person, style)
    organisation = members[-1].organisation
    if organisation:
        piece = _piece(organisation, "organisation", " ".join(person.id for person in members))
        line = line + Text(form.opens) + piece + Text(form.closes)
    if style.arrival == "after_organisation":
        for person in members:
            line = line + _stays(person, style)
    return line


def _stays(person: Attendee, style: StyleProfile) -> Text:
    line = Text()
    for stay in person.stays:
        line = line + Text(" ") + _piece(f"({stay_words(stay, style)})", "time", person.id)
    return line


def stay_words(stay: Stay, style: StyleProfile) -> str:
    """`från kl. 9.50`, `till kl. 11.00`, `från kl. 9.50 till kl. 11.00`."""
    words = []
    if stay.arrived is not None:
        words.append(f"{FROM} {style.clock} {clock(stay.arrived, style)}")
    if stay.left is not None:
        words.append(f"{UNTIL} {style.clock} {clock(stay.left, style)}")
    return " ".join(words)


def _piece(words: str, kind: MarkKind, of: str) -> Text:
    return Text(words, (Mark(0, len(words), kind, (("of", of),)),))
