"""New minutes prepared from the ones before."""

import datetime
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from model.commands.preparing import Promise, next_number, prepared, prepared_from
from model.intake.sources import read_file
from model.record.blocks import Clause, Item, Paragraph, Signature
from model.record.ids import CountingIds, NodeId
from model.record.links import Link
from model.record.meeting import Place
from model.record.members import Member, Register, Seat
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee
from model.record.printing import title
from model.record.roster import composed
from model.record.style import HOUSE
from model.record.text import Text
from model.store.archive import Archive
from model.store.minutesfile import save
from model.store.reader import from_bytes
from model.store.register import write_register
from model.store.writer import to_bytes
from tests import builders as b

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
NOBODY = Register()
NOVEMBER, JANUARY = datetime.date(2015, 11, 27), datetime.date(2016, 1, 22)


@lru_cache
def seed(start: str) -> Minutes:
    return read_file(next(SEEDS.glob(f"{start}*.txt")), CountingIds()).minutes


def held(day: datetime.date, number: int, *parts: object, place: Place = Place()) -> Minutes:  # noqa: B008
    made = b.minutes(*parts, number=number, year=day.year)  # type: ignore[arg-type]  # parts of the builder
    return replace(made, id=NodeId(f"p-22222{number}"), meeting=replace(made.meeting, date=day, place=place))


def headings(minutes: Minutes) -> list[str]:
    return [block.heading.plain for block in minutes.blocks if isinstance(block, Item)]


@pytest.mark.parametrize(("day", "name"), [(datetime.date(2015, 12, 18), "9/2015"), (JANUARY, "1/2016")])
def test_the_number_goes_on_and_begins_anew_with_the_year(day: datetime.date, name: str) -> None:
    made = prepared((seed("004"),), day, CountingIds(), NOBODY)
    assert made.short_name == name
    assert title(made) == f"Kommundirektörsgruppens protokoll {name}"


def test_people_labels_and_places_to_sign_are_last_meetings() -> None:
    last = seed("004")
    made = prepared((last,), JANUARY, CountingIds(), NOBODY)
    present, before = made.attendance.present, last.attendance.present
    assert present is not None
    assert before is not None
    names = [entry.name for entry in present.entries]
    assert names[: len(before.entries)] == [entry.name for entry in before.entries]
    assert not any(entry.stays for entry in present.entries)
    assert (made.attendance.apologies, made.attendance.guests) == (None, None)
    assert made.style == last.style
    assert [sign.label for sign in made.signatures] == [sign.label for sign in last.signatures]
    assert from_bytes(to_bytes(made)).minutes == made


def test_the_register_of_the_day_decides_in_last_meetings_order() -> None:
    people = [("Bo Al", "Lund"), ("Cy Asp", "Eslöv"), ("Sekr Ett", "Kansliet")]
    entries = [Attendee(NodeId(b.IDS.new("n")), name, town) for name, town in people]
    last = replace(held(NOVEMBER, 8), attendance=Attendance(composed(entries, HOUSE)))
    seats = (
        Seat("Di Berg", "Höör"), Seat("Cy Asp", "Eslöv"), Seat("Bo Al", "Lund", until=datetime.date(2015, 12, 31)),
        Seat("Ann Ek", "Lunds kommun", role="chair", since=datetime.date(2016, 1, 1)),
    )  # fmt: skip
    made = prepared((last,), JANUARY, CountingIds(), Register((Member("Lund"),), seats))
    present = made.attendance.present
    assert present is not None
    assert [entry.name for entry in present.entries] == ["Ann Ek", "Cy Asp", "Sekr Ett", "Di Berg"]
    assert present.entries[0].role == "chair"


def test_a_postponed_item_comes_back_with_its_text_and_link() -> None:
    last = seed("000")
    gone = next(block for block in last.blocks if isinstance(block, Item) and block.status == "withdrawn")
    made = prepared((last,), datetime.date(2015, 8, 28), CountingIds(), NOBODY)
    assert gone.heading.plain in headings(made)
    assert any(link.kind == "fortsatter" and link.target == f"{last.id}#{gone.id}" for link in made.lifecycle.links)
    assert gone.heading.plain not in headings(prepared((last,), datetime.date(2015, 8, 1), CountingIds(), NOBODY)), (
        "not due yet"
    )


def postponed(link: Link | None = None) -> Minutes:
    ann = Attendee(NodeId("n-222222"), "Ann Ek", "Lund")
    item = Item(NodeId("a-222222"), heading=Text("Ny skola"), status="tabled", presenters=(ann.id,))
    made = held(NOVEMBER, 8, [item, b.paragraph("Ann föredrog."), b.clause("bordlägga ärendet")])
    made = replace(made, attendance=Attendance(composed([ann], HOUSE)))
    return replace(made, lifecycle=replace(made.lifecycle, links=(link,) if link else ()))


def test_presenters_follow_and_the_decision_to_postpone_does_not() -> None:
    made = prepared((postponed(),), JANUARY, CountingIds(), NOBODY)
    item, text = made.blocks
    assert isinstance(item, Item)
    assert isinstance(text, Paragraph)
    assert (item.heading.plain, item.status, text.text.plain) == ("Ny skola", "open", "Ann föredrog.")
    present = made.attendance.present
    assert present is not None
    assert item.presenters == (present.entries[0].id,)


def test_an_item_put_off_past_the_next_meeting_waits_for_its_own() -> None:
    until = Link(NodeId("lk-22222"), NodeId("a-222222"), "bordlagt_till", unresolved="kdg@2016-02-19")
    first, between = postponed(until), held(JANUARY, 1, b.item("Annat"))
    assert headings(prepared((first,), JANUARY, CountingIds(), NOBODY)) == [""]
    assert headings(prepared((first, between), datetime.date(2016, 2, 19), CountingIds(), NOBODY)) == ["Ny skola"]
    taken = held(JANUARY, 1, b.item("Ny skola"))
    assert headings(prepared((first, taken), datetime.date(2016, 2, 19), CountingIds(), NOBODY)) == [""]


def test_an_item_put_off_to_a_meeting_that_was_moved_forward_comes_back_there() -> None:
    first = postponed(Link(NodeId("lk-22222"), NodeId("a-222222"), "bordlagt_till", unresolved="kdg@2016-01-29"))
    assert headings(prepared((first,), JANUARY, CountingIds(), NOBODY)) == ["Ny skola"]
    assert headings(prepared((first,), datetime.date(2016, 1, 15), CountingIds(), NOBODY)) == [""]


@pytest.mark.parametrize(("old", "new"), [
    ("SAMMANTRÄDESPROTOKOLL", "SAMMANTRÄDESPROTOKOLL"), ("Protokoll nr 8/2015", "Protokoll nr 9/2015"),
    ("Minnesanteckningar den 27 november 2015", "Minnesanteckningar den 18 december 2015"), (None, None),
])  # fmt: skip
def test_a_title_of_the_bodys_own_is_kept_with_the_new_number_and_day(old: str | None, new: str | None) -> None:
    last = replace(held(NOVEMBER, 8, b.item("Val")), title=old)
    assert prepared((last,), datetime.date(2015, 12, 18), CountingIds(), NOBODY).title == new


def test_paragraphs_run_through_the_year_where_they_are_called_so() -> None:
    style = replace(HOUSE, number_form="§ {} ")
    first = replace(held(datetime.date(2015, 1, 15), 1, b.item("Val"), b.item("Budget")), style=style)
    second = replace(held(datetime.date(2015, 2, 15), 2, b.item("Val")), style=style)

    def start(*before: Minutes) -> int | None:
        item = prepared(before, datetime.date(2015, 3, 15), CountingIds(), NOBODY).blocks[0]
        return item.number if isinstance(item, Item) else None

    assert start(first) == 3
    assert start(first, second) is None, "the second meeting began anew"
    assert start(replace(first, style=HOUSE)) is None


def test_standing_items_come_back_round_the_new_ones() -> None:
    approval = "godkänna protokollet från den 18 september 2015"
    usual = [b.item("Mötets öppnande"), b.item("Föregående protokoll 7/2015", b.clause(approval)),
             b.item("Budget"), b.item("Ekonomirapport"), b.item("Övriga frågor")]  # fmt: skip
    before = [held(datetime.date(2015, month, 18), month, b.item("Ekonomirapport"), b.item("Val")) for month in (6, 9)]
    made = prepared(
        (*before, held(NOVEMBER, 8, *usual)),
        JANUARY,
        CountingIds(),
        NOBODY,
        promises=(Promise("Följa upp avtalet", "p-2#t-2"),),
    )
    assert headings(made) == [
        "Mötets öppnande", "Föregående protokoll 8/2015", "Följa upp avtalet", "Ekonomirapport", "Övriga frågor",
    ]  # fmt: skip
    clauses = [block.text.plain for block in made.blocks if isinstance(block, Clause)]
    assert clauses == ["godkänna protokollet från den 27 november 2015"]
    assert [link.target for link in made.lifecycle.links] == ["p-2#t-2"]


def test_paragraphs_that_run_through_the_year_go_on() -> None:
    items = [replace(block, number=43) if isinstance(block, Item) and n == 0 else block
             for n, block in enumerate((*b.item("Ett"), *b.item("Två")))]  # fmt: skip
    last = held(NOVEMBER, 8, items)
    made = prepared((last,), datetime.date(2015, 12, 18), CountingIds(), NOBODY)
    assert [block.number for block in made.blocks if isinstance(block, Item)] == [45]
    assert [
        block.number for block in prepared((last,), JANUARY, CountingIds(), NOBODY).blocks if isinstance(block, Item)
    ] == [None]


def test_a_place_is_filled_in_only_for_a_body_that_stays() -> None:
    hall, away = Place("Salen", None, "Lund", "Lund"), Place("Slottet")
    stays = prepared((held(NOVEMBER, 1, place=hall), held(NOVEMBER, 2, place=hall)), JANUARY, CountingIds(), NOBODY)
    assert stays.meeting.line == "Fredag den 22 januari 2016, Salen, Lund"
    assert (
        prepared(
            (held(NOVEMBER, 1, place=hall), held(NOVEMBER, 2, place=away)), JANUARY, CountingIds(), NOBODY
        ).meeting.place
        == Place()
    )


def test_signatures_are_new_and_unsigned() -> None:
    signed = Signature(NodeId("u-222222"), "adjuster", "Justeras", "Ann Ek", signed=NOVEMBER)
    made = prepared((replace(held(NOVEMBER, 8), signatures=(signed,)),), JANUARY, CountingIds(), NOBODY)
    assert made.signatures[0].signed is None
    assert made.signatures[0].id != signed.id
    assert next_number((), 2016) == 1


def test_an_archive_prepares_the_next_minutes_of_a_body(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path, b.KDG)
    assert prepared_from(tmp_path, "kdg", JANUARY, CountingIds()) is None
    people = composed([Attendee(NodeId("n-222222"), "Ann Ek", "Lund")], HOUSE)
    for number, day in ((7, datetime.date(2015, 9, 18)), (8, NOVEMBER), (9, datetime.date(2016, 2, 19))):
        minutes = replace(held(day, number, b.item("Övriga frågor")), attendance=Attendance(people))
        save(archive.place_for(minutes), minutes, None)
    made = prepared_from(tmp_path, "kdg", JANUARY, CountingIds(), (Promise("Följa upp", "p-2#t-2"),))
    assert made is not None
    assert (made.short_name, headings(made)) == ("1/2016", ["Följa upp", "Övriga frågor"])
    assert made.attendance.present is not None
    assert [entry.name for entry in made.attendance.present.entries] == ["Ann Ek"]
    write_register(tmp_path, Register((), (Seat("Bo Al", "Lund"),)))
    again = prepared_from(tmp_path, "kdg", JANUARY, CountingIds())
    assert again is not None
    assert again.attendance.present is not None
    assert [entry.name for entry in again.attendance.present.entries] == ["Bo Al"]
