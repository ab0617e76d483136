"""Rules on who was there: members, names twice, speakers, people in decisions, guests, times."""

from collections import Counter
from collections.abc import Iterator

from model.check.finding import Finding
from model.language import mentions
from model.language.membership import unaccounted
from model.language.municipalities import municipality, resembles_municipality
from model.language.whois import fold
from model.record.blocks import Block, Clause, Paragraph, words
from model.record.ids import APOLOGIES, GUESTS, PRESENT, NodeId
from model.record.members import Register
from model.record.minutes import Minutes
from model.record.people import Attendee

ROWS = (PRESENT, APOLOGIES, GUESTS)


def members(minutes: Minutes, register: Register) -> Iterator[Finding]:
    """Each member organisation stands in exactly one list (N03); two lists are a question."""
    for account in unaccounted(minutes, register):
        if account.rows:
            yield Finding("member-twice", APOLOGIES, account.organisation)
        else:
            yield Finding("member-missing", PRESENT, account.organisation)


def lists(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """A name twice (N04), a misspelt municipality (O01), an empty list's mark (N07), a group without a number (N10)."""
    seen: Counter[str] = Counter()
    for row, entry in _entries(minutes):
        seen[entry.name] += 1
        if seen[entry.name] == 2 and not entry.collective:
            yield Finding("twice", row, entry.name)
        town = entry.organisation or ""
        if not municipality(town) and resembles_municipality(town):
            yield Finding("place-name", row, town)
        if entry.collective and entry.count is None:
            yield Finding("count-missing", row, entry.name)
    for row in ROWS:
        people = minutes.people(row)
        if people and not people.entries and people.line.plain.strip() == "-":
            yield Finding("empty-list", row)


def stays(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """Coming or leaving outside the time of the meeting (N06)."""
    begins, ends = minutes.meeting.start, minutes.meeting.end
    for row, entry in _entries(minutes):
        times = [time for stay in entry.stays for time in (stay.arrived, stay.left) if time is not None]
        if any((begins and time < begins) or (ends and time > ends) for time in times):
            yield Finding("stay-outside", row, entry.name)


def named(minutes: Minutes, register: Register) -> Iterator[Finding]:
    """Speakers who are in no list (N01), people in decisions who were not there (N02), first names alone (N09)."""
    listed = {_form(entry.name) for _, entry in _entries(minutes)}
    if not listed:
        return
    here = {_form(entry.name) for row, entry in _entries(minutes) if row != APOLOGIES}
    names = [entry.name for _, entry in _entries(minutes) if not entry.collective]
    names += [seat.person for seat in register.seats_on(minutes.meeting.date)]
    for block in minutes.blocks:
        text = words(block).plain
        if isinstance(block, Paragraph) and block.kind == "text":
            yield from _not_among(block, mentions.speakers(text), listed, "speaker")
        if isinstance(block, Clause):
            yield from _not_among(block, mentions.people(text), here, "absent")
        for found in mentions.first_names(text, names):
            yield Finding("first-name", block.id, found.name, found.start, found.end)


def _not_among(block: Block, found: list[mentions.Mention], known: set[str], what: str) -> Iterator[Finding]:
    for mention in found:
        if _form(mention.name) in known:
            continue
        if what == "speaker":
            yield Finding("speaker-unlisted", block.id, mention.name, mention.start, mention.end)
        else:
            yield Finding("absent-named", block.id, mention.name, mention.start, mention.end)


def guests(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """A guest whom no item names, nor the organisation unless it is a municipality (N05)."""
    text = fold(" ".join(words(block).plain for block in minutes.blocks))
    for row, entry in _entries(minutes):
        if row != GUESTS or entry.collective or _is_called(entry, text):
            continue
        own = entry.organisation
        if not own or municipality(own) or fold(own) not in text:
            yield Finding("guest-unnamed", row, entry.name)


def _is_called(entry: Attendee, text: str) -> bool:
    return fold(entry.name) in text or fold(entry.name.rsplit(" ", 1)[-1]) in text


def _entries(minutes: Minutes) -> Iterator[tuple[NodeId, Attendee]]:
    for row in ROWS:
        people = minutes.people(row)
        for entry in people.entries if people else ():
            yield row, entry


def _form(name: str) -> str:
    return fold(name).replace("-", " ")
