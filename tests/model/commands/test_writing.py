"""Small acts of writing, each one command."""

import datetime
from dataclasses import replace

import pytest

from model.commands.writing import put_off, quotation, quote, set_right
from model.edit.park import Park, Unpark, half_sentence, parked
from model.language.statuslines import PutOffAs
from model.record.blocks import Clause, Item, Paragraph
from model.record.ids import CountingIds, NodeId
from model.record.minutes import Minutes, UnknownNodeError
from model.record.printing import frames, printed
from model.record.style import CLASSIC, HOUSE
from model.record.text import Text
from tests import builders as b
from tests.sound import assert_sound

AUGUST = datetime.date(2015, 8, 28)
ITEM, PARA, CLAUSE = NodeId("a-222222"), NodeId("s-222222"), NodeId("t-222222")


@pytest.fixture
def begun() -> Minutes:
    blocks = [Item(ITEM, heading=Text("Ny skola")), Paragraph(PARA, Text("Ann föredrog. Sedan sade hon")),
              Clause(CLAUSE, Text("godkänna planen"))]  # fmt: skip
    return b.minutes(blocks, b.subitem("Del"), b.item("Annat"))


@pytest.mark.parametrize(("status", "until", "line", "kind"), [
    ("withdrawn", AUGUST, "Ärendet utgick. Tas upp på mötet den 28 augusti 2015.", "utgatt_till"),
    ("withdrawn", None, "Ärendet utgick.", None), ("dormant", None, "Ärendet vilar.", None),
    ("tabled", AUGUST, "samt att bordlägga ärendet till mötet den 28 augusti 2015.", "bordlagt_till"),
    ("referred_back", None, "samt att återremittera ärendet.", None),
])  # fmt: skip
def test_an_item_is_put_off_in_one_command(
    begun: Minutes, status: PutOffAs, until: datetime.date | None, line: str, kind: str | None
) -> None:
    made = assert_sound(put_off(begun, ITEM, status, until, CountingIds()), begun)
    item, written = made.blocks[0], made.blocks[3]
    assert isinstance(item, Item)
    assert item.status == status
    assert printed(written, frames(made)[written.id]) == line
    assert [link.kind for link in made.lifecycle.links] == ([kind] if kind else [])
    assert [link.unresolved for link in made.lifecycle.links] == (["kdg@2015-08-28"] if kind else [])


def test_putting_off_again_replaces_the_line_and_the_link(begun: Minutes) -> None:
    ids = CountingIds()
    once = put_off(begun, ITEM, "withdrawn", AUGUST, ids).apply(begun)
    again = put_off(once, ITEM, "withdrawn", datetime.date(2015, 9, 18), ids).apply(once)
    lines = [block.text.plain for block in again.blocks if isinstance(block, Paragraph) and block.kind == "status"]
    assert lines == ["Ärendet utgick. Tas upp på mötet den 18 september 2015."]
    assert [link.unresolved for link in again.lifecycle.links] == ["kdg@2015-09-18"]


def test_the_style_prints_the_day(begun: Minutes) -> None:
    compact = replace(begun, style=CLASSIC)
    assert put_off(compact, ITEM, "withdrawn", AUGUST, CountingIds()).line.text.plain == (
        "Ärendet utgick. Tas upp på mötet 150828."
    )


def test_an_earlier_clause_is_quoted_exactly_with_its_address(begun: Minutes) -> None:
    earlier = b.minutes(b.item("Plan"), b.item("Avtal", b.clause("anta avtalet, § 4 undantagen"), b.clause("tacka")))
    clause = next(block for block in earlier.blocks if isinstance(block, Clause))
    assert quotation(earlier, clause.id) == "”att anta avtalet, § 4 undantagen” (4/2015 § 2 p 1)"
    made = assert_sound(quote(begun, PARA, 28, earlier, clause.id, CountingIds()), begun)
    block = made.block(PARA)
    assert isinstance(block, Paragraph)
    assert block.text.plain == "Ann föredrog. Sedan sade hon ”att anta avtalet, § 4 undantagen” (4/2015 § 2 p 1)"
    mark = block.text.marks[0]
    assert block.text.plain[mark.start : mark.end] == "4/2015 § 2 p 1"
    assert [(link.kind, link.target) for link in made.lifecycle.links] == [("citerar", f"{earlier.id}#{clause.id}")]
    with pytest.raises(UnknownNodeError):
        quotation(earlier, earlier.blocks[0].id)


@pytest.mark.parametrize(("typed", "made"), [
    ("senast 28/8", "senast den 28 augusti 2015"), ("anslå 200000kr", "anslå 200\u00a0000\u00a0kr"),
    ("den 28 augusti 2015", None), ("inget här", None),
])  # fmt: skip
def test_days_and_amounts_are_set_right(begun: Minutes, typed: str, made: str | None) -> None:
    written = b.minutes(Paragraph(PARA, Text(typed + " sade hon")))
    command = set_right(replace(written, style=HOUSE), PARA, len(typed))
    assert (command.plain if command else None) == (f"{made} sade hon" if made else None)


def test_half_a_sentence_is_parked_and_taken_back(begun: Minutes) -> None:
    words = "Ann föredrog. Sedan sade hon"
    start, end = half_sentence(words, len(words))
    assert words[start:end] == "Sedan sade hon"
    away = assert_sound(Park(PARA, start, end), begun)
    assert [remark.text for remark in parked(away)] == ["Sedan sade hon"]
    back = assert_sound(Unpark(0, CLAUSE, 15), away)
    clause = back.block(CLAUSE)
    assert isinstance(clause, Clause)
    assert clause.text.plain == "godkänna planen Sedan sade hon"
    assert parked(back) == ()
    assert parked(Unpark(0).apply(away)) == ()


@pytest.mark.parametrize(("plain", "caret", "half"), [
    ("En. Två två", 11, "Två två"), ("En. Två. Tre", 6, "Två."), ("Ingen punkt", 3, "Ingen punkt"), ("", 0, ""),
])  # fmt: skip
def test_the_half_sentence_is_the_one_at_the_caret(plain: str, caret: int, half: str) -> None:
    start, end = half_sentence(plain, caret)
    assert plain[start:end] == half
