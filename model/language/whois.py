"""Finding a person by a few letters of the name, the organisation or the initials: the @ popup and inline completion.

Nobody is merged and nobody is left out: likeness only decides the order. É may be typed e; å, ä and ö may be typed a
and o, but whoever types them means them.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from model.record.members import Register
from model.record.minutes import Minutes
from model.record.people import LIST_NAMES

Source = Literal["meeting", "register", "archive"]
_RANK: dict[Source, float] = {"meeting": 12.0, "register": 8.0, "archive": 0.0}
_WORD = re.compile(r"[^\s\-–]+")
_PLAIN = str.maketrans("åäöæø", "aaoao")
LEAST, SHORTEST = 72.0, 5
"""Likeness, of 100, and letters, under which a misspelt word finds nobody."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who can be named: where the name was found, and when that was last."""

    name: str
    organisation: str | None = None
    title: str | None = None
    source: Source = "archive"
    last: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A person who answers to what was typed; `matched` are the spans of the name to show bold."""

    known: Known
    score: float
    matched: tuple[tuple[int, int], ...] = ()


def known_people(minutes: Minutes, register: Register, archive: Iterable[Known] = ()) -> tuple[Known, ...]:
    """Everybody who can be named in `minutes`: those of the meeting first, then the register's, then the archive's.

    Whoever's engagement has ended stands among the archive's, after all the others. One name and organisation once.
    """
    day = minutes.meeting.date
    found: dict[tuple[str, str | None], Known] = {}
    for name in LIST_NAMES:
        people = getattr(minutes.attendance, name)
        for entry in people.entries if people else ():
            if not entry.collective:
                _keep(found, Known(entry.name, entry.organisation, entry.title, "meeting", day))
    valid = set(register.seats_on(day))
    for seat in register.seats:
        source: Source = "register" if seat in valid else "archive"
        _keep(found, Known(seat.person, seat.organisation, seat.title, source, seat.until or day))
    for known in archive:
        _keep(found, known)
    return tuple(found.values())


def find(typed: str, people: Sequence[Known], limit: int = 8) -> list[Found]:
    """The people who answer to `typed`, best first; everybody of the meeting, in order, when nothing is typed."""
    words = fold(typed).split()
    if not words:
        return [Found(known, 0) for known in people if known.source == "meeting"][:limit]
    found = [hit for known in people if (hit := _hit(typed, words, known)) is not None]
    found.sort(key=lambda hit: (-hit.score, -(hit.known.last or datetime.date.min).toordinal(), hit.known.name))
    return found[:limit]


def complete(typed: str, people: Sequence[Known]) -> str | None:
    """What is left of the one name that begins with `typed`; None if nobody's or several people's names do."""
    start = typed.casefold()
    names = {known.name for known in people if len(known.name) > len(typed) and known.name.casefold().startswith(start)}
    meeting = {known.name for known in people if known.source == "meeting"} & names
    names = meeting or names
    return next(iter(names))[len(typed) :] if len(names) == 1 else None


def fold(words: str) -> str:
    """`words` in small letters without foreign accents; å, ä and ö are kept."""
    signs = (
        s if s in "åäö" else unicodedata.normalize("NFD", s)[0] for s in unicodedata.normalize("NFC", words.casefold())
    )
    return "".join(signs)


def _keep(found: dict[tuple[str, str | None], Known], known: Known) -> None:
    key = (known.name, known.organisation)
    old = found.get(key)
    if old is None:
        found[key] = known
    elif old.title is None and known.title:
        found[key] = replace(old, title=known.title)


def _hit(typed: str, words: list[str], known: Known) -> Found | None:
    parts = [(m.group(), m.start()) for m in _WORD.finditer(fold(known.name))]
    score, spans = 0.0, []
    for word in words:
        points, span = _best(word, parts, known.organisation)
        if not points:
            return _initials(typed, parts, known)
        score += points
        spans += span
    return Found(known, score / len(words) + _RANK[known.source], tuple(sorted(spans)))


def _best(word: str, parts: Sequence[tuple[str, int]], organisation: str | None) -> tuple[float, list[tuple[int, int]]]:
    """How well one typed word fits: a name's beginning before the organisation's, and both before likeness."""
    for place, (part, start) in enumerate(parts):
        if _begins(part, word):
            return 100.0 - 2 * place + (4 if len(part) == len(word) else 0), [(start, start + len(word))]
    if organisation and len(word) > 1 and any(_begins(part, word) for part in fold(organisation).split()):
        return 88.0, []
    if len(word) < SHORTEST:
        return 0.0, []
    from rapidfuzz import fuzz  # seldom needed: the first misspelt name pays for it, and not every start

    likeness, start, length = max(
        ((fuzz.ratio(word, part[: len(word) + 1]), start, len(part)) for part, start in parts), default=(0, 0, 0)
    )
    if likeness >= LEAST:
        return likeness * 0.8, [(start, start + length)]
    near = max((fuzz.ratio(word, part) for part in fold(organisation or "").split()), default=0)
    return (near * 0.7, []) if near >= LEAST else (0.0, [])


def _begins(part: str, word: str) -> bool:
    return part.startswith(word) or (word.isascii() and part.translate(_PLAIN).startswith(word))


def _initials(typed: str, parts: Sequence[tuple[str, int]], known: Known) -> Found | None:
    letters = fold(typed).strip()
    if not 2 <= len(letters) <= len(parts) or " " in letters:
        return None
    if "".join(part[0] for part, _ in parts).startswith(letters):
        spans = tuple((start, start + 1) for _, start in parts[: len(letters)])
        return Found(known, 70.0 + _RANK[known.source], spans)
    return None
