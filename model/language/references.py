"""What a text refers to: times, meetings, paragraphs and cases, each with its direction and the body it belongs to.

A reference is what the words say, not where they lead: `model.index.cite` resolves it to one meeting of the archive, or
to none. A date is taken for a meeting only when a body or a meeting stands before it in the same sentence; another
body's meeting is never taken for one's own.
"""

import datetime
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from model.language.bodywords import Mention, mentions
from model.language.calendar import MONTH, WEEKDAY
from model.language.direction import cue, sentence
from model.language.meetingplans import planned
from model.language.referenceforms import read
from model.language.timeforms import Form, Kind
from model.language.wordforms import season_days

Role = Literal["back", "ahead", "own", "event"]
"""bakåt · framåt (a deadline or a coming meeting) · this meeting · something that happens elsewhere"""

REACH, MOST = 70, 20
"""Characters before a date in which its body is looked for, and how many names there may be."""


class Reference(NamedTuple):
    """A reference at `start`–`end`.

    `value`: ISO day; day/day; `2015-06`; `2015`; `2015-23` (a season); `2015-W26,2015-W35`; `4/2015`; `45`, `45-47`,
    `112/2014`, `7b`, `1#3` (point 3); a case number; or `prev`, `next`. `meeting` says that it names a meeting: of
    one's own body, or where `body` is set of that one. `inferred`: the year was not printed. `moves_from`: the day of
    the meeting that moves to this one.
    """

    start: int
    end: int
    kind: Kind
    value: str
    role: Role
    meeting: bool = False
    body: str | None = None
    inferred: bool = False
    moves_from: str | None = None

    @property
    def first_day(self) -> str:
        """The first day that `value` names, as far as it is a time: sorts and compares as text."""
        return season_days(self.value)[0].isoformat() if self.kind == "season" else _first(self.value)


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose minutes, of which day, and which other bodies the archive knows."""

    day: datetime.date | None = None
    own: str = ""
    codes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    number: str | None = None


def find(text: str, setting: Setting) -> list[Reference]:
    """Every reference in `text`, by place."""
    return list(_found(text, setting))


_LISTED = re.compile(r"\d/\d")


@lru_cache(maxsize=1_000)
def _found(text: str, setting: Setting) -> tuple[Reference, ...]:
    """The same words are asked about several times in a row: for references, for promises, for suggestions."""
    places = read(text, setting.day)
    if not places and not _LISTED.search(text):
        return ()
    named = mentions(text, setting.own, setting.others, setting.codes)
    found = [_reference(text, place, named, setting) for place in places]
    plan = [
        Reference(start, end, "date", day.isoformat(), "ahead", meeting=True)
        for start, end, day in planned(text, setting.day)
    ]
    apart = [ref for ref in found if not any(ref.start < one.end and one.start < ref.end for one in plan)]
    return tuple(_moved(text, sorted([*apart, *plan], key=lambda ref: ref.start)))


def _reference(text: str, place: tuple[int, int, Form], named: list[Mention], setting: Setting) -> Reference:
    start, end, form = place
    if form.kind in {"paragraph", "case"}:
        if form.kind == "paragraph" and _HERE.match(text, end):
            return Reference(start, end, form.kind, form.value, "own", True)
        body = _body_before(text, start, named)
        return Reference(start, end, form.kind, form.value, "back", True, body.shown if body else None)
    if form.kind in {"number", "relative"}:
        return _spoken(text, start, end, form, named, setting)
    is_gathering = form.kind == "month" and text[start:end].casefold().rstrip("ts").endswith(("möte", "sammanträde"))
    body = _body_before(text, end if is_gathering else start, named) or _subject_after(text, start, end, named)
    if form.kind == "season" and not _GATHERING.search(text[max(0, start - REACH // 2) : start]):
        body = None
    if body is None and form.kind in {"date", "year"}:
        body = _owner(text, start, end, form, named)
    is_meeting = body is not None
    shown = body.shown if body else None
    role = _role(text, start, end, form, setting, is_meeting, shown)
    if role == "own" and shown is None:
        is_meeting = True
    return Reference(start, end, form.kind, form.value, role, is_meeting, shown, form.inferred)


_GATHERING = re.compile(r"(?i)(?:möte|sammanträde|stämma)\w*\s+$")
_HERE = re.compile(r"(?i)\s+(?:ovan|nedan|i\s+(?:detta|dagens)\s+protokoll)\b")
_THEIRS = re.compile(r"(?i)\b(?:deras|dess|hennes|hans)\s+$")
_PLACED = re.compile(r"(?i),?\s*\(?(?:§|(?:punkt|pkt|p)\.?\s*\d)")
_OF_MINUTES = re.compile(
    r"(?i)(?:\benligt\s+beslut\s+|\b(?P<whose>[\w-]+s\s+|deras\s+)?(?:(?:mötes|sammanträdes)?protokoll(?:et|en)?|(?:minnes)?anteckningar(?:na)?)"
    r"\s+)(?:(?:från|av|för|daterat|daterade|fört|förda|den)\s+)*$"
)


def _owner(text: str, start: int, end: int, form: Form, named: list[Mention]) -> Mention | None:
    """Whose meeting a day is that a paragraph stands after ("2024-01-25 § 6"), or minutes before ("protokollet från").

    That of the body named nearest before in the sentence, one's own where none is.
    """
    if form.kind == "year":
        return next((m for m in reversed(named) if m.end <= start and not text[m.end : start].strip(" år")), None)
    minutes = _OF_MINUTES.search(text[max(0, start - REACH) : start])
    if minutes is None and not _PLACED.match(text, end):
        return None
    first, _ = sentence(text, start, start)
    before = [m for m in named if max(first, start - REACH) <= m.start and m.end <= start and (m.own or m.shown)]
    if minutes is not None and minutes["whose"] and not before:
        return None
    return before[-1] if before else Mention(start, start, own=True, shown=None, gathering=True)


def _spoken(text: str, start: int, end: int, form: Form, named: list[Mention], setting: Setting) -> Reference:
    """A meeting by number or by "next": a body in the words themselves, or in a genitive before them, owns it."""
    inside = next((m for m in named if start <= m.start < end and (m.gathering or m.shown)), None)
    before = next((m for m in reversed(named) if start - 3 <= m.end <= start and not text[m.end : start].strip()), None)
    if inside is not None and inside.bare and before is not None and text[before.start : before.end].endswith("s"):
        inside = before
    owner = inside or (before if before and text[before.start : before.end].endswith("s") else None)
    shown = owner.shown if owner and not owner.own else None
    if owner is not None and not owner.own and shown is None:
        shown = text[owner.start : owner.end].casefold()
    roles: dict[str, Role] = {"prev": "back", "next": "ahead", "this": "own"}
    today = setting.day.isoformat() if setting.day else "this"
    if form.kind == "number" and _THEIRS.search(text[:start]):
        return Reference(start, end, form.kind, form.value, "event", False, None, form.inferred)
    if form.kind == "number":
        role: Role = "own" if shown is None and form.value == setting.number else "back"
        return Reference(start, end, form.kind, form.value, role, True, shown, form.inferred)
    if form.value == today:
        return Reference(start, end, form.kind, form.value, "own", True, None)
    if form.value in roles:
        return Reference(start, end, form.kind, form.value, roles[form.value], True, shown)
    return Reference(start, end, form.kind, form.value, "event", False, None, form.inferred)


_SMALL = (
    r"(?:den|om|i|på|vid|till|antingen|senast|nr|kl|av|redan|under|per|daterat|,|eller|samt|och|sitt|sina|"
    r"möte|mötet|sammanträde|sammanträdet|att|det|ordinarie|extra|sin|in|tas|upp)"
)
_DATE_WORDS = (
    r"(?:\d[\d\s:/.-]*|\(\d{4}\)|jan\w*|feb\w*|mars|apr\w*|maj|juni|juli|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*|§+)"
)
_ONLY_SMALL = re.compile(rf"(?i)[\s,(]*(?:{_SMALL}[\s,]+|{_DATE_WORDS}[\s,]*)*")
_DECIDES = re.compile(
    r"(?i)(?<!\w)(?:beslut\w*|beslöt\w*|godkän\w+|anto?g\w*|behandla\w*|fastställ\w*|uppdr\w+|bevilj\w+|"
    r"avslog\w*|biföll\w*|återremitter\w*|"
    r"bordla\w*|bordlägg\w*|diskuter\w*|tog|gav|antas?|enades|sammanträ\w+|träffa\w+|möts|möttes|hålls|hölls|"
    r"valde\w*|utsåg\w*|"
    r"yttra\w+|ställde|äger|\w{3,}ade)(?!\w)"
)
_AT_THE = re.compile(r"(?i)\b(?:vid|på|under)\s+(?:sitt\s+|det\s+)?(?:\w+\s+)?$")
_WEEKDAY = re.compile(rf"(?i)\b{WEEKDAY}\b")
_EVENT = re.compile(
    r"(?i)\b\w*(?:konferens|seminari|kurs|mässa|utbildning|träff(?:en|ar)?\b|resa|invigning|dagen\b|dagarna\b|"
    r"workshop|föreläsning|frukost|besök|inbjuda|bjud|"
    r"hearing|avtal\w*\s+gäller|löper|remiss|svar)\w*"
)


def _body_before(text: str, start: int, named: list[Mention]) -> Mention | None:
    """The body whose meeting a time at `start` is; None if it is no meeting's."""
    first, _ = sentence(text, start, start)
    before = bisect_right(named, start + 1, key=lambda mention: mention.end)
    near = [m for m in named[max(0, before - MOST) : before] if max(first, start - REACH) <= m.start]
    if not near:
        return None
    last = near[-1]
    between = _WEEKDAY.sub("", text[last.end : start])
    if last.bare:
        if not last.own or _is_theirs(text, last, named):
            return None
        if _EVENT.search(between) or not _leads(between, 45):
            return None
        return _subject(text, last, [m for m in named[max(0, before - MOST) : before - 1] if first <= m.start])
    if _EVENT.search(between) or (not last.own and last.shown is None):
        return None
    if last.gathering:
        return last if _leads(between, 45) else None
    if _ONLY_SMALL.fullmatch(between) and not re.search(r"(?i)\bsenast\s*$", between):
        return last
    if _DECIDES.search(between) and not re.search(r"(?i)\b(?:senast|före|till|inför|från)\s+(?:den\s+)?$", between):
        return last
    return None


_GENITIVE = re.compile(
    r"(?<![\w-])(?P<word>[\w-]{2,}(?:ens|ets|nas))\s+(?:(?:ordinarie|extra|första|senaste|förra|nästa)\s+)?$"
)
_WHEN = re.compile(rf"(?i)^(?:dagens|förra|årets|månads|månadens|veckans|vårens|höstens|vinterns|sommarens|{MONTH}s?)$")


def _is_theirs(text: str, meeting: Mention, named: list[Mention]) -> bool:
    """True when a genitive that names no body owns a bare "möte": "Polisens möte i maj"; a place only holds it."""
    before = _GENITIVE.search(text, max(0, meeting.start - REACH), meeting.start)
    if before is None or _WHEN.match(before["word"]):
        return False
    return not any(
        m.start <= before.start("word") < m.end or before.start("word") <= m.start < before.end("word") for m in named
    )


_DECIDED = re.compile(
    r"(?i)\s*(?:beslutade|beslöt|antog|fastställde|behandlade|återremitterade|bordlade|godkände|uppdrog|gav|"
    r"avslog|biföll|tillstyrkte|avstyrkte)\s+"
)


def _subject_after(text: str, start: int, end: int, named: list[Mention]) -> Mention | None:
    """The verb stands second in Swedish, and the body that decided after it: "I juni beslutade nämnden …"."""
    first, _ = sentence(text, start, end)
    verb = _DECIDED.match(text, end)
    if verb is None or not re.fullmatch(r"(?i)\s*(?:redan\s+)?(?:(?:på|vid|den|i)\s+){0,2}", text[first:start]):
        return None
    return next((m for m in named if m.start == verb.end() and (m.own or m.shown)), None)


def _leads(between: str, reach: int) -> bool:
    """True when the words after a meeting still belong to it: few, and no verb of another matter."""
    return len(between) <= reach and not re.search(r"[;]|(?i:\b(?:senast|före|innan|men|därefter)\b)", between)


def _subject(text: str, meeting: Mention, earlier: list[Mention]) -> Mention:
    """Whose "mötet": the genitive's before it, or the subject's when somebody has decided "vid sitt möte"."""
    if not earlier:
        return meeting
    before = earlier[-1]
    between = text[before.end : meeting.start]
    genitive = not between.strip() and text[before.start : before.end].casefold().endswith("s")
    decided = _DECIDES.search(between) and re.search(
        r"(?i)\b(?:vid|på|under)\s+(?:sitt\s+|det\s+)?(?:\w+\s+)?$", between
    )
    his = re.search(r"(?i)\bsitt\s+(?:\w+\s+)?$", between)
    if (genitive or decided or his) and not before.bare:
        return before
    return meeting


def _first(value: str) -> str:
    return value.split("/", maxsplit=1)[0].split(",", maxsplit=1)[0]


def _role(text: str, start: int, end: int, form: Form, setting: Setting, is_meeting: bool, shown: str | None) -> Role:
    today = setting.day.isoformat() if setting.day else ""
    day = season_days(form.value)[0].isoformat() if form.kind == "season" else _first(form.value)
    if shown is None and today and (day == today or (is_meeting and form.kind == "month" and today.startswith(day))):
        return "own"
    if is_meeting:
        return "ahead" if not today or day > today[: len(day)] else "back"
    before = text[max(0, start - 24) : start]
    within = text[start:end]
    if re.search(r"(?i)\b(?:senast|före|innan|till|inför|t\.?o\.?m\.?)\s+(?:i\s+|den\s+)?$", before) or re.match(
        r"(?i)senast|till|före|inför", within
    ):
        return "ahead" if not today or day >= today[: len(day)] else "back"
    way = cue(text, start, end)
    if way.way < 0 and way.penalty > 3 and day < today:
        return "back"
    return "event"


_MOVES = re.compile(
    r"(?i)\b(?:flytta(?:s|des|d|t|r)?|ändras?|ändrades?|senarelägg\w*|tidigarelägg\w*|"
    r"framflytta\w*)\b(?:\s+\w+){0,4}?\s+till\s+(?:den\s+)?$"
)
_INSTEAD = re.compile(
    r"(?i)^\s+(?:hålls|blir|äger\s+rum|förläggs)\s+(?:i\s?stället|istället)\s+(?:till\s+)?(?:den\s+)?$"
)
_FOR = re.compile(r"(?i)^,?\s+(?:i\s?stället|istället)\s+för\s+(?:som\s+planerat\s+)?(?:mötet\s+)?(?:den\s+)?$")
_NEW_DAY = re.compile(r"(?i)\bny(?:tt|a)?\s+(?:datum|dag|mötesdag|sammanträdesdag)\b[^.]{0,40}$")
_MOVING = re.compile(
    r"(?i)\b(?:flytta|ändra|senarelägg|tidigarelägg|framflytta|i\s?stället|ny(?:tt|a)?\s+(?:datum|dag|mötesdag))"
)


def moves(text: str) -> bool:
    """True when `text` may say that a meeting moves."""
    return bool(_MOVING.search(text))


def _moved(text: str, found: list[Reference]) -> list[Reference]:
    """Say of the day that a meeting is moved to, from which day: the meeting named last before it."""
    if not moves(text):
        return found
    result: list[Reference] = []
    last: Reference | None = None
    for reference in found:
        made = reference
        if reference.kind == "date":
            made = _from(text, reference, last)
            if last is not None and result and _FOR.match(text[last.end : reference.start]):
                result[-1] = last._replace(moves_from=reference.value)
            if reference.meeting:
                last = reference if made.moves_from is None else last
        result.append(made)
    return result


def _from(text: str, reference: Reference, last: Reference | None) -> Reference:
    """A day with the day of the meeting that moves to it; `last` is the meeting before it."""
    first, _ = sentence(text, reference.start, reference.end)
    moves_to = _MOVES.search(text[first : reference.start])
    if last is not None and last.role == "ahead":
        between = text[last.end : reference.start]
        is_new = re.fullmatch(r"(?i)\s+(?:är|blir)\s+(?:den\s+)?", between) and _NEW_DAY.search(
            text[first : last.start]
        )
        if moves_to or _INSTEAD.match(between) or is_new:
            return reference._replace(meeting=True, role="ahead", body=last.body, moves_from=last.value)
    if moves_to and re.search(r"(?i)\bmöte\w*|sammanträde\w*", text[first : reference.start]):
        return reference._replace(meeting=True, role="ahead", body=last.body if last else None)
    return reference


_AFTER = re.compile(
    r"(?i),?\s*\(?(?:(?:i|vid|på|från|av|den|mötet|möte|sammanträdet|sammanträde|styrelsens|nämndens|protokoll|protokollet)"
    r"\s*)*"
)
"""What may stand between a paragraph and the meeting that it is a paragraph of: "punkt 3 i protokollet från"."""


def leads_on(between: str) -> bool:
    """True when a paragraph before `between` belongs to the meeting that is named after it."""
    return _AFTER.fullmatch(between) is not None
