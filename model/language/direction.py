"""Which way a time points: back, ahead or neither; and so which year it means when none is printed.

Swedish minutes seldom print the year, and both "behandlades den 14 januari" and "tas upp den 14 januari" are usual.
The nearest cue decides, first to the left in the same sentence, then to the right; a strong cue outdoes a nearer weak
one. The verb that stands straight after the date is the surest: Swedish puts it second ("Den 4 mars inbjöd …").
"""

import datetime
import re
from typing import NamedTuple

from model.language.calendar import day_of

REACH = 90
"""Characters of the sentence that are looked through for a cue."""

LONGEST = 600
"""Characters before and after a word in which the borders of its sentence are looked for."""

_HEAD_START = 25
"""A strong cue counts this many characters nearer than it stands."""


class Cue(NamedTuple):
    """`way` is 1 ahead, -1 back, 0 unknown; `penalty` multiplies the distance of a day that lies against it."""

    way: int
    penalty: float


UNKNOWN = Cue(0, 1.0)
_STRONG, _WEAK = 12.0, 3.0

_PRETERITE = (
    r"\w{2,}(?:ade|ades|erade|erades)|beslöt|beslöts|höll|hölls|gick|fick|gav|gavs|tog|togs|skrev|skrevs|inbjöd|"
    r"inkom|kom|lade|lades|"
    r"valde|valdes|antogs|antog|fanns|blev|såg|stod|begärde|begärdes|skedde|ägde|föreslog|föreslogs|avslog|"
    r"avslogs|biföll|bifölls|"
    r"åkte|reste|träffade|sände|sändes|sköts|utgick|utsågs|utsåg|bjöd|var|hade|deltog"
)
_FUTURE = (
    r"senast|inför|tas\s+upp|till\s+den|(?:till|inför)\s+\w*(?:möte[t]?|sammanträde[t]?)|före|innan|fram\s+till|"
    r"åter(?:redovisa|komma|rapportera|kopplar?|kommer|kom)\w*|"
    r"följa\s+upp|följs\s+upp|flyttas?|anstånd|tills"
)
_PAST = (
    r"beslutade[s]?|beslöts?|antogs?|godkände[s]?|behandlade[s]?|återremitterade[s]?|bordlade[s]?|sedan|förra|"
    r"föregående|senaste|"
    r"enligt\s+(?:beslut|protokoll\w*)|ska\s+ha|hölls|fastställde[s]?|avslog[s]?|biföll[s]?|beviljade[s]?|inkom|"
    r"daterat|daterad|genomfördes"
)
_MAYBE_FUTURE = (
    r"till|ska|skall|kommande|nästa|framöver|kommer\s+att|presenteras|behandlas|föreslås|samt\s+att|planera\w*|"
    r"rapportera|redovisa|(?:av)?redovisas|(?:av)?rapporteras|lämnas|skickas|publiceras|utvärderas|"
    r"bjuda\s+in|genomförs|inbjudan|äger\s+rum|bör|uppdra\s+åt|uppmana"
)
_MAYBE_PAST = rf"har|efter|{_PRETERITE}|\w{{2,}}ats?"
_CUES = re.compile(
    rf"(?i)(?<!\w)(?:(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<maybe_future>{_MAYBE_FUTURE})|"
    rf"(?P<maybe_past>{_MAYBE_PAST}))(?!\w)"
)
_NOT_PAST = re.compile(r"(?i)^(?:hat|mat|plats?|statt?|rad|stad|stads|ade)$")
_AFTER = re.compile(rf"(?i)^\s*(?:{_PRETERITE})(?!\w)")
_SENTENCE = re.compile(
    r"[.!?:;](?=\s+[A-ZÅÄÖ–-])|\n\s*\n|\n(?=\s*(?:samt\s+)?[Aa]tt\s)|\n(?=\s*[-–•]\s)|\n(?=\s*\d+\.\s)"
)
_WAYS = {
    "future": Cue(1, _STRONG), "past": Cue(-1, _STRONG), "maybe_future": Cue(1, _WEAK), "maybe_past": Cue(-1, _WEAK),
}  # fmt: skip


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The borders of the sentence of `text` that holds `start`–`end`."""
    near = max(0, start - LONGEST)
    first = max((match.end() for match in _SENTENCE.finditer(text, near, start)), default=near)
    far = min(len(text), end + LONGEST)
    last = _SENTENCE.search(text, end, far)
    return first, last.start() if last else far


def cue(text: str, start: int, end: int) -> Cue:
    """Which way the words round `start`–`end` point."""
    first, last = sentence(text, start, end)
    after = text[end : min(last, end + REACH)]
    leads = re.fullmatch(r"(?i)\s*(?:(?:på|vid|den|i|under|redan)\s+){0,2}", text[first:start])
    if leads and _AFTER.match(after):
        return Cue(-1, _STRONG)
    before = text[max(first, start - REACH) : start]
    left = [(len(before) - m.end(), m) for m in _CUES.finditer(before) if not _NOT_PAST.match(m.group())]
    return _nearest(left) or _nearest([(m.start(), m) for m in _CUES.finditer(after)]) or UNKNOWN


def choose(month: int, day: int, near: datetime.date, way: Cue) -> datetime.date | None:
    """That day in the year before, of or after `near`: the nearest, and one against the direction counts as further."""
    found = [d for year in (near.year - 1, near.year, near.year + 1) if (d := day_of(year, month, day)) is not None]
    return min(found, key=lambda d: _cost(d, near, way), default=None)


def _cost(day: datetime.date, near: datetime.date, way: Cue) -> float:
    days = (day - near).days
    against = (days < 0 < way.way) or (days > 0 > way.way)
    return abs(days) * (way.penalty if against else 1) - (0.5 if days > 0 else 0)


def _nearest(found: list[tuple[int, re.Match[str]]]) -> Cue | None:
    if not found:
        return None
    ranked = min(found, key=lambda pair: pair[0] - (_HEAD_START if pair[1].lastgroup in {"future", "past"} else 0))
    return _WAYS[str(ranked[1].lastgroup)]
