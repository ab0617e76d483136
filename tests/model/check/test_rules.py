"""Rules on small minutes: what fires, what does not."""

import datetime
from dataclasses import replace

import pytest

from model.check.finding import LEVELS
from model.check.run import findings
from model.record.ids import NodeId
from model.record.meeting import Meeting
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee, Stay
from model.record.roster import composed
from model.record.style import HOUSE
from model.sentences import FINDINGS
from tests import builders as b


def rules(minutes: Minutes) -> list[tuple[str, str]]:
    return [(f.rule, f.words) for f in findings(minutes, least="style") if f.rule not in {"no-opening", "no-closing"}]


def said(words: str, *, clause: bool = False) -> list[tuple[str, str]]:
    """What is found in one text, apart from what such small minutes lack."""
    block = b.clause(words) if clause else b.paragraph(words)
    known = {"no-decision", "no-present", "no-deadline", "no-chair"}
    return [found for found in rules(b.minutes(b.item("Budget", block))) if found[0] not in known]


@pytest.mark.parametrize(("words", "found"), [
    ("Fredagen den 12 juni 2015 var fin.", []), ("Torsdag den 12 juni 2015 var fin.", [("weekday", "fredag")]),
    ("senast den 20 juni 2015", []), ("Det kom 15 0618 ett svar.", [("broken-date", "15 0618")]),
    ("till mötet den {datum}", [("slot-left", "{datum}")]), ("Åren 2016-2019 gick.", [("hyphen-range", "2016-2019")]),
    ("Ring 042-10 50 54.", []), ('Det heter "Automaten".', [("straight-quote", '"Automaten"')]),
    ("Ett svar , och mer", [("blank-before-mark", " ")]), ("Det kostar 200000kr", [("amount-blank", "200000kr")]),
    ("SKL's rapport", [("apostrophe", "SKL's")]), ("kl 9.00 började", [("clock-form", "kl ")]),
])  # fmt: skip
def test_slips_of_the_pen(words: str, found: list[tuple[str, str]]) -> None:
    assert said(words) == found


@pytest.mark.parametrize(("words", "rule"), [
    ("uppdra åt kansliet att svara senast den 20 juni 2015", "deadline-closed"),
    ("uppdra åt kansliet att svara senast den 1 juni 2015", "deadline-passed"),
    ("skicka ut information till alla före hösten", "nobody-responsible"), ("att godkänna planen", "typed-att"),
    ("samt att godkänna planen", "typed-att"), ("attestera fakturan", None), ("godkänna planen", None),
    ("uppdra åt kansliet att svara senast den 22 juni 2015", None),
])  # fmt: skip
def test_clauses(words: str, rule: str | None) -> None:
    assert [found for found, _ in said(words, clause=True)] == ([rule] if rule else [])


def test_a_sum_that_is_wrong_says_the_right_one() -> None:
    rows = [b.row("A", "200 000 kr"), b.row("B", "100 000 kr"), b.row("Summa", "400 000 kr", kind="sum")]
    found = rules(b.minutes(b.item("Kostnad", rows, b.clause("godkänna fördelningen"))))
    assert ("sum", "300\u00a0000\u00a0kr") in found


def test_people() -> None:
    ann = Attendee(NodeId("n-222222"), "Ann Ek", "Lund", role="chair", stays=(Stay(datetime.time(7, 0)),))
    group = Attendee(NodeId("n-222223"), "hela grupp 10", collective=True)
    made = b.minutes(
        b.item("Val", b.paragraph("Anna Berg redovisade ärendet."), b.clause("utse Karl Öst till revisor"))
    )
    meeting = Meeting(made.meeting.id, made.meeting.date, start=datetime.time(9, 0), end=datetime.time(11, 0))
    lists = Attendance(
        composed([ann], HOUSE), composed([replace(ann, id=NodeId("n-222224"))], HOUSE), composed([group], HOUSE)
    )
    found = dict(rules(replace(made, meeting=meeting, attendance=lists)))
    assert found == found | {
        "twice": "Ann Ek", "stay-outside": "Ann Ek", "count-missing": "hela grupp 10", "speaker-unlisted": "Anna Berg",
        "absent-named": "Karl Öst",
    }  # fmt: skip


def test_a_skipped_number_is_seen() -> None:
    second = replace(b.item("Två")[0], number=4)  # type: ignore[call-arg]  # an item
    assert ("number-gap", "4") in rules(b.minutes(b.item("Ett"), [second]))


def test_a_meeting_on_a_holiday_is_said() -> None:
    made = b.minutes(b.item("A"))
    eve = replace(made, meeting=replace(made.meeting, date=datetime.date(2015, 6, 19)))
    assert ("meeting-closed", "midsommarafton") in rules(eve)


def test_every_rule_has_its_level_and_its_words() -> None:
    assert set(LEVELS) == set(FINDINGS)
