"""The line that says when and where: read to a `Meeting`, and composed from one in a profile's form."""

import datetime
import re
from dataclasses import replace

from model.language import dates
from model.language.calendar import MONTHS, WEEKDAYS
from model.language.municipalities import municipality
from model.record.meeting import Break, Meeting, Place
from model.record.style import StyleProfile

_CLOCK = r"(?P<h{0}>[01]?\d|2[0-4])(?:[.:](?P<m{0}>[0-5]\d))?"
_TIMES = re.compile(
    rf"(?:\b(?:kl(?:ockan)?\b\.?|mellan)\s*)?(?<![\d.:/-]){_CLOCK.format(1)}\s?(?:[-–—]|till|och|to)\s?{_CLOCK.format(2)}(?![\d/]|[.:]\d)",
    re.IGNORECASE,
)
_START = re.compile(rf"\b(?:kl(?:ockan)?\b\.?)\s*{_CLOCK.format(1)}(?![\d])", re.IGNORECASE)
_WEEKDAYS = re.compile(rf"(?i)\b(?:{'|'.join(WEEKDAYS)})(?:en)?\b(?:\s+den)?")
_CLEAR = re.compile(
    r"(?:(?<=, )|^)(?P<h1>[01]?\d|2[0-3])[.:](?P<m1>[0-5]\d)(?=\s*(?:,|$))|"
    r"(?<![\d.:/-])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:/-])"
)
"""A time without "kl": alone between commas, or with a colon."""
_STREET = re.compile(
    r"(?i)\w(?:gatan|vägen|väg|gata|torget|torg|gränd|allén|allé|plan|stigen|backen|platsen|esplanaden|kajen|leden|parken|ringen)\b"
    r"(?:\s+\d+\s?[a-z]?\b)?|^[^\d]+\s\d+\s?[a-z]?$"
)
_INTRO = re.compile(r"(?i)^(?:tid|plats|datum|lokal|sammanträdesplats|sammanträdestid)\s*(?:och\s+plats)?\s*:\s*")
_MET = re.compile(r"(?i)^(?:\w*möte|\w*sammanträde)\b(?:\s+(?:hölls|ägde\s+rum))?\s*[,:]?\s*")
_BREAK = re.compile(
    rf"(?i)\(?\s*(?:ajourner\w*|paus|lunch)\s*(?:kl\.?\s*)?{_CLOCK.format(1)}\s?[-–]\s?{_CLOCK.format(2)}\s*\)?"
)


def read_meeting_line(line: str, meeting: Meeting) -> Meeting:
    """`meeting` with `line` and what it says; parts that the line does not say become None, never guesses.

    Times need "kl", or a range with minutes; the place is what is left when date and times are taken out.
    """
    words = " ".join(line.split())
    breaks = tuple(Break(_time(m, 1), _time(m, 2)) for m in _BREAK.finditer(words))
    rest = _BREAK.sub(" ", words)
    day, end_day, rest = _dated(rest, meeting.date)
    start, end, rest = _timed(rest)
    rest = _WEEKDAYS.sub(" , ", _TIMES.sub(lambda m: " , " if m["m1"] and m["m2"] else m.group(), rest))
    return replace(
        meeting, date=day, end_date=end_day, start=start, end=end, place=read_place(rest), breaks=breaks, line=line
    )


def read_place(words: str) -> Place:
    """The place in `words`: room, street and town by form, municipality when the town bears its name."""
    bare = _bare(words)
    parts = [part for part in (_bare(p) for p in re.split(r"\s*[,;]\s*", bare)) if part and not part.isdigit()]
    if not parts:
        return Place()
    if len(parts) == 1 and (match := re.fullmatch(r"(.+?)\s+i\s+([A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)", parts[0])):
        parts = [match[1], match[2]]
    street = next((part for part in parts if _STREET.search(part) and not municipality(part)), None)
    rest = [part for part in parts if part != street]
    town = rest.pop() if rest and (municipality(rest[-1]) or (len(parts) > 1 and _is_town(rest[-1]))) else None
    return Place(", ".join(rest) or None, street, town, municipality(town) if town else None)


def compose_line(meeting: Meeting, style: StyleProfile) -> str:
    """What stands after the label in the form of `style`; parts that are not known are left out."""
    words = _in_order(meeting, style)
    return f"{words}." if style.meeting_stop and meeting.start and words[-1] != "." else words


def _in_order(meeting: Meeting, style: StyleProfile) -> str:
    day, time = _day_words(meeting, style), _time_words(meeting, style)
    place = ", ".join(part for part in (meeting.place.room, meeting.place.street, meeting.place.town) if part)
    if style.meeting_order == "date_place_time":
        return " ".join(part for part in (", ".join(p for p in (day, place) if p), time) if part)
    return ", ".join(part for part in (" ".join(p for p in (day, time) if p), place) if part)


def _dated(words: str, near: datetime.date | None) -> tuple[datetime.date | None, datetime.date | None, str]:
    for found in dates.find(words, near):
        first, _, last = found.edtf.partition("/")
        if found.precision == "day" or (found.precision == "interval" and len(first) == 10 and len(last) == 10):
            day = datetime.date.fromisoformat(first)
            end = datetime.date.fromisoformat(last) if last else None
            rest = words[: found.start] + " , " + words[found.end :]
            return day, end, _WEEKDAYS.sub(" ", rest)
    return None, None, words


def _timed(words: str) -> tuple[datetime.time | None, datetime.time | None, str]:
    for match in _TIMES.finditer(words):
        if re.match(r"(?i)kl|mellan", match.group()) or match["m1"] or match["m2"]:
            return _time(match, 1), _time(match, 2), words[: match.start()] + " , " + words[match.end() :]
    begun = _START.search(words) or _CLEAR.search(words)
    if begun:
        return _time(begun, 1), None, words[: begun.start()] + " , " + words[begun.end() :]
    return None, None, words


def _time(match: re.Match[str], which: int) -> datetime.time:
    hour = match[f"h{which}"] or match["h"]
    return datetime.time(int(hour) % 24, int(match[f"m{which}"] or match.groupdict().get("m") or 0))


def _bare(words: str) -> str:
    inner = _INTRO.sub("", _trimmed(words))
    return re.sub(r"^(?:i|på|vid)\s+(?=[A-ZÅÄÖ])", "", _trimmed(_MET.sub("", inner)))


def _trimmed(words: str) -> str:
    """Without marks at the ends, and without a bracket whose twin is not there."""
    bare = words.strip(" ,.;:–-\t")
    if bare[:1] == "(" and bare[-1:] == ")":
        return _trimmed(bare[1:-1])
    if bare.count("(") > bare.count(")"):
        return bare.lstrip("(").strip() if bare[:1] == "(" else bare
    return bare.rstrip(")").strip() if bare.count(")") > bare.count("(") else bare


def _is_town(words: str) -> bool:
    return bool(re.fullmatch(r"[A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖ][a-zåäöé]+)?", words)) and not re.search(
        r"(?i)(?:huset|salen|rummet|gården|slott|hotell|museet|skolan|teams|zoom|skype|digitalt|distans)$", words
    )


def _day_words(meeting: Meeting, style: StyleProfile) -> str:
    day = meeting.date
    if day is None:
        return ""
    if style.header_date == "compact":
        return f"{day:%y%m%d}"
    if style.header_date == "iso":
        return day.isoformat()
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if style.header_date == "long":
        return f"den {words}"
    weekday = WEEKDAYS[day.weekday()].capitalize()
    joint = " " if style.meeting_order == "weekday_date_time_place" else " den "
    return f"{weekday}{joint}{words}"


def _time_words(meeting: Meeting, style: StyleProfile) -> str:
    if meeting.start is None:
        return ""
    two = style.header_date == "compact" or style.meeting_order == "weekday_date_time_place"
    times = [
        f"{t.hour:02}.{t.minute:02}" if two else f"{t.hour}.{t.minute:02}" for t in (meeting.start, meeting.end) if t
    ]
    return f"{style.clock} {style.range_dash.join(times)}"
