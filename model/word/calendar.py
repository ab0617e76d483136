"""Meetings and days that something is due, as an iCalendar file (RFC 5545) for anybody's calendar program."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

PRODUCT = "-//Vid tangenterna//protokoll//SV"
WIDTH = 75
"""Octets in a line, at most (RFC 5545, 3.1); a longer one goes on after a line break and a blank."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day, or from `start` to `end` on that day (local time). `uid` is the same each time it is exported."""

    uid: str
    day: datetime.date
    summary: str
    description: str = ""
    start: datetime.time | None = None
    end: datetime.time | None = None
    place: str = ""


def to_ics(entries: Iterable[Entry], stamp: datetime.datetime) -> str:
    """The file, with CRLF as the standard says; `stamp` (UTC) is when it was made."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: Entry, stamp: datetime.datetime) -> list[str]:
    lines = ["BEGIN:VEVENT", f"UID:{entry.uid}@vid-tangenterna", f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"]
    if entry.start is None:
        lines += [
            f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.day + datetime.timedelta(days=1):%Y%m%d}",
        ]
    else:
        end = entry.end or entry.start
        lines += [f"DTSTART:{entry.day:%Y%m%d}T{entry.start:%H%M%S}", f"DTEND:{entry.day:%Y%m%d}T{end:%H%M%S}"]
    lines.append(f"SUMMARY:{_escaped(entry.summary)}")
    lines += [f"{name}:{_escaped(words)}" for name, words in _more(entry) if words]
    return [*lines, "END:VEVENT"]


def _more(entry: Entry) -> tuple[tuple[str, str], ...]:
    return ("LOCATION", entry.place), ("DESCRIPTION", entry.description)


def _escaped(words: str) -> str:
    for sign, escape in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        words = words.replace(sign, escape)
    return "".join(sign for sign in words if sign >= " " or sign == "\t")


def _folded(line: str) -> str:
    """The line cut so that no piece has more octets than `WIDTH`, and no letter is cut in two."""
    pieces, piece, size = [], "", 0
    for sign in line:
        length = len(sign.encode("utf-8"))
        if size + length > WIDTH:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + length
    return "\r\n".join([*pieces, piece])
