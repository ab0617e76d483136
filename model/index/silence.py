"""The silence detector: what was asked for and never spoken of again.

A promise is spoken of when a later item is linked to it, names its meeting, or is like enough to be suggested for it,
by its deadline or, when it has none, by the two meetings after it.
"""

import datetime

from model.errors import IndexUnavailableError, MinutesError
from model.index.due import Owed, open_promises
from model.index.opened import Index
from model.index.suggest import LEAST, Suggester
from model.index.writing import Progress
from model.record.minutes import Minutes
from model.record.tree import derive, sections
from model.store.minutesfile import load

PATIENCE = 2
"""Meetings after which a promise without a day should have been spoken of."""


def silent(
    index: Index, body: int, today: datetime.date, since: str = "", progress: Progress | None = None
) -> list[Owed]:
    """The open promises of `body` that nobody has spoken of in time; only those of meetings from `since`, an ISO day.

    Takes some ten milliseconds for every item of the meetings after `since`: ask it of a worker. `progress` is told how
    many of them have been gone through, and stops it by False: then nobody knows, and an
    `IndexUnavailableError` is raised.
    """
    waiting = [owed for owed in open_promises(index, body, today) if owed.place.date >= since]
    if not waiting:
        return []
    first = min(owed.place.date for owed in waiting)
    meetings = index.ask("select id, path, date from meeting where body=? and date>? order by date", body, first)
    spoken = _spoken(index, meetings, progress)
    return [owed for owed in waiting if _is_over(owed, meetings, today) and not _heard(owed, meetings, spoken)]


def _is_over(owed: Owed, meetings: list[tuple[str, str, str]], today: datetime.date) -> bool:
    """The time to speak of it has passed."""
    day = owed.planned or owed.deadline
    if day:
        return day < today.isoformat()[: len(day)]
    return sum(date > owed.place.date for _, _, date in meetings) >= PATIENCE


def _heard(owed: Owed, meetings: list[tuple[str, str, str]], spoken: dict[str, set[tuple[str, str]]]) -> bool:
    later = [minutes for minutes, _, date in meetings if date > owed.place.date]
    return any((owed.place.minutes, owed.place.item) in spoken.get(minutes, set()) for minutes in later)


def _spoken(
    index: Index, meetings: list[tuple[str, str, str]], progress: Progress | None
) -> dict[str, set[tuple[str, str]]]:
    """For each of the meetings, the earlier items that its items speak of."""
    suggester = Suggester(index)
    found: dict[str, set[tuple[str, str]]] = {}
    for place, (minutes, path, _) in enumerate(meetings):
        if progress is not None and not progress(place, len(meetings)):
            raise IndexUnavailableError
        found[minutes] = _of_meeting(index, suggester, path)
    return found


def _of_meeting(index: Index, suggester: Suggester, path: str) -> set[tuple[str, str]]:
    minutes = _loaded(index, path)
    if minutes is None:
        return set()
    found = {
        (str(one.minutes), str(one.item))
        for section in sections(derive(minutes.blocks))
        for one in suggester.ranked(minutes, section.item.id)
        if one.p >= LEAST
    }
    linked = index.ask("select target from link where minutes=?", minutes.id)
    return found | {_item_of(index, *target.partition("#")[::2]) for (target,) in linked}


def _item_of(index: Index, minutes: str, node: str) -> tuple[str, str]:
    rows = index.ask(
        "select i.id from item i join clause c on c.item = i.rowid where i.minutes=? and c.id=?", minutes, node
    )
    return minutes, rows[0][0] if rows else node


def _loaded(index: Index, path: str) -> Minutes | None:
    try:
        return load(index.folder / path).minutes
    except MinutesError:
        return None
