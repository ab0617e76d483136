"""What is said softly in the hint line of the header: a wrong weekday, a holiday, a missing member."""

from desktop import swedish
from model.record.ids import APOLOGIES, MEETING_LINE, PRESENT, NodeId
from model.record.members import Register
from model.record.minutes import Minutes

Pairs = tuple[tuple[str, str], ...]


def notes(minutes: Minutes, node: NodeId | None, register: Register) -> Pairs:
    """What there is to say of the header row `node`; nothing in the body, where nobody asks."""
    if node == MEETING_LINE:
        return _of_the_day(minutes)
    return _of_the_members(minutes, register) if node in (PRESENT, APOLOGIES) else ()


def _of_the_day(minutes: Minutes) -> Pairs:
    from model.language.meetingline import notes_on, said_weekday

    day = minutes.meeting.date
    if day is None:
        return ()
    said = notes_on(day, said_weekday(minutes.meeting.line))
    return tuple((swedish.NOTE, swedish.day_note(day, note.words, weekday=note.kind != "holiday")) for note in said[:1])


def _of_the_members(minutes: Minutes, register: Register) -> Pairs:
    from model.language.membership import unaccounted

    found = unaccounted(minutes, register)
    missing = [account.organisation for account in found if not account.rows]
    twice = [account.organisation for account in found if len(account.rows) > 1]
    said = ((swedish.NOTE_MISSING, missing), (swedish.NOTE_TWICE, twice))
    return tuple((cap, swedish.listed(names)) for cap, names in said if names)
