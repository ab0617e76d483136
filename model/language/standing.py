"""Items that come back at every meeting: how their headings are known, and how last time's words become this time's."""

import datetime
import re

from model.language import dates
from model.language.calendar import MONTHS

_APPROVAL = re.compile(
    r"(?i)\b(?:föregående|förra|senaste)\s+(?:mötes?\w*\s+|sammanträdes?\w*\s+)?(?:(?:mötes|sammanträdes)?protokoll|minnesanteckningar)"
    r"|\bprotokoll(?:et)?\s+från\b|\b(?:godkännande|genomgång)\s+av\s+\w*protokoll|\bprotokollsgodkännande|"
    r"\bminnesanteckningar(?:na)?\s+från\b"
)
_FIRST = re.compile(
    r"(?i)^(?:mötets?\s+(?:öppnande|öppnas)|mötet\s+öppnas|öppnande|upprop|inledning|incheckning|val\s+av\s+(?:mötes|protokolls?)?"
    r"(?:ordförande|sekreterare|justera\w*|justerings\w*)|justering|(?:godkännande|fastställande)\s+av\s+(?:dagordning|"
    r"föredragningslista|ärendelista)\w*|dagordning\w*|föredragningslista\w*|anmälan\s+av\s+övriga)"
)
_LAST = re.compile(
    r"(?i)^(?:övrigt$|övriga\s+(?:frågor|ärenden|punkter)|laget\s+runt|rundan?$|nästa\s+träff|information\s+från\s+\w+$|nästa\s+(?:möte|"
    r"sammanträde)|kommande\s+(?:möten|sammanträden)|mötestider|mötets?\s+(?:avslutande|avslutning|avslutas)|mötet\s+"
    r"avslutas|avslut(?:ning|ande)?$)"
)
_NUMBERED = re.compile(r"^\s*\d+[.)]?\s+")
_NUMBER = re.compile(r"\b\d{1,4}/(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")
_FLAT = re.compile(r"\b\d{6}\b|\b\d{4}-\d\d-\d\d\b")


def is_approval(heading: str) -> bool:
    """True when an item with this heading approves the minutes of the meeting before."""
    return bool(_APPROVAL.search(heading))


def is_first(heading: str) -> bool:
    """True for an item that opens every meeting of very many bodies."""
    return bool(_FIRST.match(heading.strip()))


def is_last(heading: str) -> bool:
    """True for an item that closes every meeting of very many bodies."""
    return bool(_LAST.match(heading.strip()))


def is_standing(heading: str) -> bool:
    """True for an item that comes back at every meeting of very many bodies, and follows up none."""
    bare = _NUMBERED.sub("", heading)
    return is_first(bare) or is_last(bare) or is_approval(bare)


def is_formality(heading: str) -> bool:
    """True for a standing item in which nothing is ever raised: the opening, the roll, the minutes of last time."""
    bare = _NUMBERED.sub("", heading)
    return is_first(bare) or is_approval(bare)


def likeness(heading: str) -> str:
    """What a heading has in common with last time's: its words in small letters, without dates and numbers."""
    return " ".join(word for word in _WORD.findall(heading.casefold()) if word not in MONTHS)


def renewed(words: str, number: str, day: datetime.date | None) -> str:
    """`words` about the minutes before last, said of the last: `number` ("4/2015") and `day`, in the same form."""
    words = _NUMBER.sub(number, words)
    for found in reversed(dates.find(words, day) if day else []):
        if day and found.precision == "day":
            words = words[: found.start] + _like(words[found.start : found.end], day) + words[found.end :]
    return words


def _like(old: str, day: datetime.date) -> str:
    if re.fullmatch(r"\d{6}", old):
        return f"{day:%y%m%d}"
    if _FLAT.fullmatch(old):
        return day.isoformat()
    den = "den " if old.casefold().startswith("den ") else ""
    year = f" {day.year}" if re.search(r"\d{4}$", old) else ""
    return f"{den}{day.day}/{day.month}{year}" if "/" in old else f"{den}{day.day} {MONTHS[day.month - 1]}{year}"
