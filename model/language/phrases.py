"""What a body writes over and over, learned from its own minutes: phrases, openings, closings, places, people.

Built in the worker process from the newest minutes; a small value that the window keeps.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from model.language import dates
from model.language.whois import Known
from model.record.blocks import Block, Clause, Item, Paragraph, words
from model.record.minutes import Minutes
from model.record.people import LIST_NAMES, Attendee, PeopleList

Where = Literal["clause", "paragraph", "heading", "anywhere"]
NEWEST = 100
"""Minutes learned from."""

LONGEST, WINDOW, SHORTEST, WORD = 12, 7, 10, 9
"""Words in a phrase at most, where a block begins and elsewhere; letters in a phrase and in a word at least."""

SHORT, LONG = 3, 8
MOST = 3000
KEEPS = 0.6
"""A phrase gives way to a longer one that follows it this often: what is shown should be what comes."""

_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*")
_TERM = re.compile(r"[A-ZÅÄÖ][\wåäö-]+(?: (?:och|i|för|av) [A-ZÅÄÖ][\w-]+| [A-ZÅÄÖ][\w-]+)+")
_TRIM = " ,;:.–-"


class Phrase(NamedTuple):
    """Words that come back, and how many `times` they stood; a date in them is the slot `{datum}`."""

    words: str
    times: int
    where: Where = "anywhere"


@dataclass(frozen=True, slots=True)
class Learned:
    """What a body's minutes taught; openings, closings and places are the usual ones, likeliest first."""

    phrases: tuple[Phrase, ...] = ()
    openings: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: tuple[Known, ...] = ()
    organisations: tuple[str, ...] = ()
    beginnings: tuple[tuple[str, int], ...] = ()
    """How many words began with these three to eight letters: what a ghost has to reckon with."""


def learned(records: Iterable[Minutes]) -> Learned:
    """What `records` (in any order) teach; only the newest are read."""
    newest = sorted(records, key=lambda m: m.meeting.date or datetime.date.min, reverse=True)[:NEWEST]
    return Learned(
        tuple(_phrases(newest)),
        _paragraphs(newest, "opening"),
        _paragraphs(newest, "closing"),
        _usual(_place(minutes) for minutes in newest),
        tuple(_people(newest)),
        _usual(e.organisation for m in newest for e in _attendees(m) if e.organisation),
        _beginnings(newest),
    )


def long_words(text: str) -> list[str]:
    """The words of `text` that are worth completing, and its names of several words."""
    return [match.group() for match in _TERM.finditer(text)] + [
        word for match in _WORDS.finditer(text) if len(word := match.group()) >= WORD
    ]


def beginnings_of(word: str) -> list[str]:
    """The beginnings of `word` by which ghosts are judged, in small letters."""
    folded = word.casefold()
    return [folded[:length] for length in range(SHORT, min(len(folded), LONG) + 1)]


def masked(text: str, near: datetime.date | None) -> str:
    """`text` with its days as slots: "till mötet den {datum}"; the day's own "den" stays outside."""
    for found in reversed(dates.find(text, near)):
        if found.precision == "day":
            start = found.start + (4 if text[found.start : found.start + 4].casefold() == "den " else 0)
            text = f"{text[:start]}{{datum}}{text[found.end :]}"
    return text


def _phrases(records: Sequence[Minutes]) -> list[Phrase]:
    """Those that stood twice and are not nearly always followed by more, the most often first."""
    counts: Counter[tuple[Where, str]] = Counter()
    for minutes in records:
        for block in minutes.blocks:
            for where, sentence in _sentences(block, minutes.meeting.date):
                tokens = sentence.split(" ")
                counts.update((where, part) for part in _starts(tokens))
                counts.update(("anywhere", part) for part in _windows(tokens))
    once = Counter(word for minutes in records for block in minutes.blocks for word in long_words(words(block).plain))
    twice = {key: times for key, times in counts.items() if times > 1 and len(key[1]) >= SHORTEST}
    longer: dict[tuple[Where, str], int] = {}
    for (where, text), times in twice.items():
        tokens = text.split(" ")
        for length in range(1, len(tokens)):
            start = (where, _trimmed(tokens[:length]))
            longer[start] = max(longer.get(start, 0), times)
    kept = [Phrase(key[1], times, key[0]) for key, times in twice.items() if longer.get(key, 0) < times * KEEPS]
    known = {phrase.words for phrase in kept}
    kept += [Phrase(word, times) for word, times in once.items() if word not in known]
    return sorted(kept, key=lambda phrase: (-phrase.times, -len(phrase.words), phrase.words))[:MOST]


def _sentences(block: Block, near: datetime.date | None) -> Iterator[tuple[Where, str]]:
    if isinstance(block, Item):
        yield "heading", block.heading.plain
    elif isinstance(block, (Clause, Paragraph)):
        where: Where = "clause" if isinstance(block, Clause) else "paragraph"
        for sentence in _STOP.split(" ".join(masked(block.text.plain, near).split())):
            yield where, sentence


def _starts(tokens: Sequence[str]) -> Iterator[str]:
    """Every beginning of a sentence, and the whole."""
    for count in range(2, len(tokens) + 1):
        if count <= LONGEST or count == len(tokens):
            yield _trimmed(tokens[:count])


def _windows(tokens: Sequence[str]) -> set[str]:
    found = {token for token in (_trimmed([token]) for token in tokens) if len(token) >= WORD}
    for start in range(len(tokens)):
        found |= {_trimmed(tokens[start : start + count]) for count in range(2, WINDOW + 1)}
    return {words for words in found if len(words) >= SHORTEST and not _DIGIT.search(words)}


def _trimmed(tokens: Sequence[str]) -> str:
    return " ".join(tokens).rstrip(_TRIM) if tokens else ""


def _beginnings(records: Sequence[Minutes]) -> tuple[tuple[str, int], ...]:
    counts = Counter(
        beginning
        for minutes in records
        for block in minutes.blocks
        for match in _WORDS.finditer(words(block).plain)
        for beginning in beginnings_of(match.group())
    )
    return tuple(counts.items())


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
