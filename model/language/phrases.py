"""What a body writes over and over, learned from its own minutes: sentences, openings, closings, places, people.

Built in the worker process from the newest minutes; a small value that the window keeps.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.language import dates
from model.language.foresight import Corpus, Where, corpus
from model.language.whois import Known
from model.record.blocks import Block, Clause, Item, Paragraph
from model.record.minutes import Minutes
from model.record.people import LIST_NAMES, Attendee, PeopleList

NEWEST = 100
"""Minutes learned from."""

WORD = 9
"""Letters of a word that is worth completing, at least."""

_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_WORDS = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*")
_TERM = re.compile(r"[A-ZÅÄÖ][\wåäö-]+(?: (?:och|i|för|av) [A-ZÅÄÖ][\w-]+| [A-ZÅÄÖ][\w-]+)+")


@dataclass(frozen=True, slots=True)
class Learned:
    """What a body's minutes taught; openings, closings and places are the usual ones, likeliest first."""

    corpus: Corpus = Corpus()
    openings: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: tuple[Known, ...] = ()
    organisations: tuple[str, ...] = ()


def learned(records: Iterable[Minutes]) -> Learned:
    """What `records` (in any order) teach; only the newest are read."""
    newest = sorted(records, key=lambda m: m.meeting.date or datetime.date.min, reverse=True)[:NEWEST]
    return Learned(
        corpus(sentence for m in newest for block in m.blocks for sentence in sentences_of(block, m.meeting.date)),
        _paragraphs(newest, "opening"),
        _paragraphs(newest, "closing"),
        _usual(_place(minutes) for minutes in newest),
        tuple(_people(newest)),
        _usual(e.organisation for m in newest for e in _attendees(m) if e.organisation),
    )


def long_words(text: str) -> list[str]:
    """The words of `text` that are worth completing, and its names of several words."""
    return [match.group() for match in _TERM.finditer(text)] + [
        word for match in _WORDS.finditer(text) if len(word := match.group()) >= WORD
    ]


def masked(text: str, near: datetime.date | None) -> str:
    """`text` with its days as slots: "till mötet den {datum}"; the day's own "den" stays outside."""
    for found in reversed(dates.find(text, near)):
        if found.precision == "day":
            start = found.start + (4 if text[found.start : found.start + 4].casefold() == "den " else 0)
            text = f"{text[:start]}{{datum}}{text[found.end :]}"
    return text


def sentences_of(block: Block, near: datetime.date | None) -> Iterator[tuple[Where, str]]:
    """The sentences of `block`, their days masked, each with the kind of block it stands in."""
    if isinstance(block, Item):
        yield "heading", block.heading.plain
    elif isinstance(block, (Clause, Paragraph)):
        where: Where = "clause" if isinstance(block, Clause) else "paragraph"
        for sentence in sentences(masked(block.text.plain, near)):
            yield where, sentence


def sentences(text: str) -> list[str]:
    """`text` cut after its stops."""
    return _STOP.split(" ".join(text.split()))


def _paragraphs(records: Sequence[Minutes], kind: str) -> tuple[str, ...]:
    return _usual(
        block.text.plain
        for minutes in records
        for block in minutes.blocks
        if isinstance(block, Paragraph) and block.kind == kind
    )


def _place(minutes: Minutes) -> str | None:
    place = minutes.meeting.place
    return ", ".join(part for part in (place.room, place.street, place.town) if part) or None


def _usual(found: Iterable[str | None]) -> tuple[str, ...]:
    """Each once, those that stood most often first, the newest first among equals."""
    return tuple(words for words, _ in Counter(words for words in found if words).most_common())


def _attendees(minutes: Minutes) -> Iterator[Attendee]:
    for name in LIST_NAMES:
        people: PeopleList | None = getattr(minutes.attendance, name)
        yield from people.entries if people else ()


def _people(records: Sequence[Minutes]) -> Iterator[Known]:
    seen: set[tuple[str, str | None]] = set()
    for minutes in records:
        for entry in _attendees(minutes):
            if not entry.collective and (entry.name, entry.organisation) not in seen:
                seen.add((entry.name, entry.organisation))
                yield Known(entry.name, entry.organisation, entry.title, "archive", minutes.meeting.date)
