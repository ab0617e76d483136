"""Everybody whom the archive names: the answer behind the @ popup."""

import datetime
from typing import NamedTuple

from model.index.opened import Index
from model.index.search import asking

MOST = 4_000
"""Names given, those of the latest meetings first."""


class Named(NamedTuple):
    """A name with its organisation, and the day it was last met."""

    name: str
    organisation: str | None
    last: datetime.date | None


def named(index: Index, limit: int = MOST) -> tuple[Named, ...]:
    """Names of the attendance lists and of the text, each with its organisation once, newest first."""
    with asking(index):
        rows = index.ask(
            "select p.name, p.organisation, max(m.date) as last from person p join meeting m on m.id = p.minutes"
            " where p.role <> 'responsible' group by p.name, p.organisation order by last desc, p.name limit ?",
            limit,
        )
    return tuple(Named(r[0], r[1], datetime.date.fromisoformat(r[2]) if r[2] else None) for r in rows)
