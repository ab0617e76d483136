"""Rules on clauses: att, samt and stops as printed, who is to do it by when, and sums."""

import datetime
from collections.abc import Iterator

from model.check.finding import Finding
from model.language import clauses
from model.language.holidays import holiday, is_weekend
from model.language.slips import latest_days, typed_att
from model.language.sums import sum_words, wrong_sums
from model.record.blocks import Clause
from model.record.members import Register
from model.record.minutes import Minutes
from model.record.printing import TERMINAL, frames
from model.record.tree import Decision, Section, Table, derive


def forms(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """What is printed round the clauses: "samt" before the last only (B02), stops (B03, B04), a capital (B11)."""
    framed = frames(minutes)
    for decision in _decisions(minutes):
        printed = [framed[clause.id] for clause in decision.clauses]
        last = len(printed) - 1
        joined = [
            place for place, frame in enumerate(printed) if "samt" in frame.lead.casefold() or "samt" in frame.tail
        ]
        for place, (clause, frame) in enumerate(zip(decision.clauses, printed, strict=True)):
            if place == last and last and joined != [last]:
                yield Finding("samt", clause.id)
            if place < last and frame.end == ".":
                yield Finding("stop-before", clause.id)
            ends = clause.text.plain.rstrip()[-1:]
            if place == last and not frame.end and not (ends and ends in TERMINAL):
                yield Finding("stop-missing", clause.id)
            if frame.lead.startswith("A"):
                yield Finding("capital-att", clause.id)
            if typed_att(clause.text.plain):
                yield Finding("typed-att", clause.id)


def duties(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """A task for nobody (B07) or to no day (B08), a day that has passed (D06) or on which offices are closed (D05)."""
    day = minutes.meeting.date
    for decision in _decisions(minutes):
        for clause in decision.clauses:
            facts = clauses.read(clause.text.plain, day)
            if not facts.mandate:
                continue
            if (
                not facts.responsible
                and not clause.responsible
                and clauses.needs_somebody(clause.text.plain, facts.action)
            ):
                yield Finding("nobody-responsible", clause.id)
            if not clause.deadlines and not facts.deadlines:
                yield Finding("no-deadline", clause.id)
            yield from _days(clause, day)


def _days(clause: Clause, day: datetime.date | None) -> Iterator[Finding]:
    for until in latest_days(clause.text.plain, day):
        if day is not None and until < day:
            yield Finding("deadline-passed", clause.id, until.isoformat())
        elif holiday(until) or is_weekend(until):
            yield Finding("deadline-closed", clause.id, holiday(until) or until.isoformat())


def sums(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """A sum that its rows do not come to (E01)."""
    for part in _parts(minutes):
        for wrong in wrong_sums(part.rows) if isinstance(part, Table) else ():
            yield Finding("sum", wrong.node, sum_words(wrong.sum))


def _decisions(minutes: Minutes) -> Iterator[Decision]:
    return (part for part in _parts(minutes) if isinstance(part, Decision))


def _parts(minutes: Minutes) -> Iterator[object]:
    waiting = list(derive(minutes.blocks))
    while waiting:
        entry = waiting.pop(0)
        if isinstance(entry, Section):
            waiting[:0] = [*entry.parts, *entry.children]
        else:
            yield entry
