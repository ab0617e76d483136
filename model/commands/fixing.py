"""One key sets a finding right: the command that does it, where there is only one thing to do."""

import datetime
import re
from collections.abc import Callable
from dataclasses import replace

from model.check.finding import Finding
from model.edit.attend import AddPerson
from model.edit.command import Command
from model.edit.head import SetMeeting
from model.edit.parts import words_of
from model.edit.write import WriteCell, WriteText
from model.language import datewords
from model.language.meetingline import understood
from model.language.membership import representative
from model.language.sums import column_sum, number, sum_words
from model.language.typography import amount_words
from model.record import ids as prefix
from model.record.blocks import Clause, Row
from model.record.ids import APOLOGIES, GUESTS, HEADER_ROWS, MEETING_LINE, IdSource
from model.record.members import Register
from model.record.minutes import Minutes, UnknownNodeError
from model.record.people import Attendee
from model.record.tree import Table, parts

Mend = Callable[[str], str]
_APOSTROPHE = re.compile(r" ?['’´]s$")
_ATT = re.compile(r"(?i)^(?:samt\s+)?att\s+")


def fix(minutes: Minutes, finding: Finding, register: Register, ids: IdSource) -> Command | None:
    """The command that sets `finding` right; None where a person must choose, or the words have changed since."""
    if finding.rule in {"member-missing", "speaker-unlisted"}:
        return _added(minutes, finding, register, ids)
    if finding.node in HEADER_ROWS and finding.node != MEETING_LINE:
        return None
    try:
        if finding.rule == "sum":
            return _summed(minutes, finding)
        words = _mended(minutes, finding)
    except UnknownNodeError:
        return None
    if words is None:
        return None
    if finding.node == MEETING_LINE:
        day = minutes.meeting.date or datetime.date.min
        return SetMeeting(replace(understood(words, minutes.meeting, minutes.style, day).meeting, line=words))
    return WriteText(finding.node, words)


def _mended(minutes: Minutes, finding: Finding) -> str | None:
    """The whole text of the node with the finding's words set right."""
    plain = minutes.meeting.line if finding.node == MEETING_LINE else words_of(minutes.block(finding.node)).plain
    if finding.rule == "typed-att":
        return _ATT.sub("", plain) if isinstance(minutes.block(finding.node), Clause) else None
    found = plain[finding.start : finding.end]
    if finding.rule == "weekday":
        made = re.sub(r"(?i)\w+dag(?=en\b|\b)", lambda m: _cased(finding.words, m.group()), found, count=1)
    elif finding.rule == "year-missing" and found == finding.words:
        made = _with_year(found, minutes)
    elif finding.rule in _MENDS and found == finding.words:
        made = _MENDS[finding.rule](found)
    else:
        return None
    return plain[: finding.start] + made + plain[finding.end :] if made != found else None


def _with_year(found: str, minutes: Minutes) -> str:
    day = datewords.read_day(found, minutes.meeting.date)
    if day is None:
        return found
    den = f"{found[:4]}" if found[:4].casefold() == "den " else ""
    return f"{den}{datewords.printed(day, replace(minutes.style, text_date='long'))}"


def _summed(minutes: Minutes, finding: Finding) -> Command | None:
    for part in parts(minutes.blocks):
        rows = part.rows if isinstance(part, Table) else ()
        row = next((row for row in rows if row.id == finding.node), None)
        if row is not None:
            return _right_sum(row, rows)
    return None


def _right_sum(row: Row, rows: tuple[Row, ...]) -> Command | None:
    for column, cell in enumerate(row.cells):
        made, said = column_sum(rows, column), number(cell.plain)
        if made is not None and said is not None and made != said:
            return WriteCell(row.id, column, sum_words(made, cell.plain))
    return None


def _added(minutes: Minutes, finding: Finding, register: Register, ids: IdSource) -> Command | None:
    """A speaker becomes a guest; a member that is not accounted for has its representative among the apologies."""
    if finding.rule == "speaker-unlisted":
        return AddPerson(GUESTS, Attendee(ids.new(prefix.PERSON), finding.words, role="guest"))
    seat = representative(register, finding.words, minutes.meeting.date)
    if seat is None:
        return None
    return AddPerson(APOLOGIES, Attendee(ids.new(prefix.PERSON), seat.person, seat.organisation, title=seat.title))


def _genitive(words: str) -> str:
    """`SKL:s` of an abbreviation, `Abous` of a name."""
    bare = _APOSTROPHE.sub("", words)
    bare = bare.removesuffix("s") if bare == words else bare
    return f"{bare}:s" if bare.isupper() else f"{bare}s"


def _cased(words: str, like: str) -> str:
    return words.capitalize() if like[:1].isupper() else words


_MENDS: dict[str, Mend] = {
    "straight-quote": lambda words: f"”{words.strip(chr(34))}”" if len(words) > 1 else "”",
    "hyphen-range": lambda words: re.sub(r" ?[-–] ?", "–", words),
    "double-blank": lambda words: "." if words == ".." else " ",
    "blank-before-mark": lambda words: "(" if words == "( " else "",
    "clock-form": lambda _: "kl. ",
    "amount-blank": amount_words,
    "apostrophe": _genitive,
}
