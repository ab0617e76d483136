"""An attendance line made from its entries: what the paper shows when somebody is ticked in the roster."""

import datetime
from collections.abc import Iterable
from itertools import groupby

from model.record.people import Attendee, PeopleList, Stay
from model.record.style import AND, FROM, UNTIL, StyleProfile
from model.record.text import Mark, MarkKind, Text


def composed(entries: Iterable[Attendee], style: StyleProfile) -> PeopleList:
    """The list of `entries` with its line: "Namn, Organisation, Namn, Organisation." and groups joined by `AND`.

    An empty list gets the style's mark ("–").
    """
    people = tuple(entries)
    if not people:
        return PeopleList(Text(style.empty_list))
    line = Text()
    for _, members in groupby(enumerate(people), key=lambda pair: pair[1].group or -1 - pair[0]):
        line = line + (Text(", ") if line else Text()) + _group([person for _, person in members], style)
    return PeopleList(line + Text("."), people)


def clock(moment: datetime.time, style: StyleProfile) -> str:
    """`9.50` in the house form, `09.50` where the hour is printed with two digits."""
    hour = f"{moment.hour}" if style.clock.endswith(".") else f"{moment.hour:02}"
    return f"{hour}.{moment.minute:02}"


def _group(members: list[Attendee], style: StyleProfile) -> Text:
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
        line = line + Text(", ") + _piece(organisation, "organisation", " ".join(person.id for person in members))
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
