"""What is typed in the search field is always a question, and filters are read as a person means them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.language.question import Filter, Question, money, names, opening, read, span

QUESTIONS = [
    ("mångfald", Question(words=("mångfald",), is_open=True)),
    ("mångfald ", Question(words=("mångfald",))),
    ("strategi för mångfald", Question(words=("strategi", "mångfald"), is_open=True)),
    ("och", Question(words=("och",), is_open=True)),
    ('"strategi för mångfald"', Question(phrases=(("strategi", "för", "mångfald"),))),
    ('skola "ett ord', Question(words=("skola",), phrases=(("ett", "ord"),))),
    ("skola -budget", Question(words=("skola",), without=(("budget",),))),
    ('skola -"egen regi"', Question(words=("skola",), without=(("egen", "regi"),))),
    ("år:2015 skola", Question(words=("skola",), filters=(Filter("year", "2015"),), is_open=True)),
    ("AR:2015", Question(filters=(Filter("year", "2015"),))),
    ("kommun:Bjuv", Question(filters=(Filter("place", "bjuv"),))),
    ('person:"Frida Mattelin" rapport', Question(("rapport",), (), (), (Filter("person", "frida mattelin"),), True)),
    ("utgick:", Question(filters=(Filter("withdrawn", ""),))),
    ("oppen: skola", Question(words=("skola",), filters=(Filter("open", ""),), is_open=True)),
    ("belopp:>100 000", Question(filters=(Filter("amount", ">100 000"),))),
    ("före:2015-06 efter:2014", Question(filters=(Filter("before", "2015-06"), Filter("after", "2014")))),
    ("http://skola", Question(words=("http", "skola"), is_open=True)),
    ("IT-strategi", Question(words=("it", "strategi"), is_open=True)),
    ("", Question()), ("-", Question()), ('"', Question()), (":", Question()), ('""', Question()), ("år: ", Question(
        filters=(Filter("year", ""),))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), QUESTIONS)
def test_reading(text: str, meant: Question) -> None:
    assert read(text) == meant


@given(st.text() | st.text('"-:*()^åäö aår\x00', max_size=40))
def test_every_text_is_a_question(text: str) -> None:
    made = read(text)
    assert all(word and word == word.lower() for word in made.words) or not text.isascii()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [("2015", "2015-01-01", "2015-12-31"), ("2015-06", "2015-06-01", "2015-06-30"),
     ("2016-02", "2016-02-01", "2016-02-29"),
     ("2015-06-12", "2015-06-12", "2015-06-12"), ("2011-2015", "2011-01-01", "2015-12-31"),
     ("2015-03..2015-05", "2015-03-01", "2015-05-31")],
)  # fmt: skip
def test_spans_of_days(value: str, first: str, last: str) -> None:
    assert span(value) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "x", "20", "2015-13", "2015-02-30", "0000", "..", "2015..x"])
def test_what_is_no_day_is_none(value: str) -> None:
    assert span(value) is None


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [("100000", 100_000, 100_000), (">100 000", 100_000, 2**62), ("<50000", 0, 50_000), ("20000-40000", 20_000, 40_000),
     ("", 0, 2**62), ("x", 0, 2**62), ("9" * 500, 999_999_999_999_999, 999_999_999_999_999)],
)  # fmt: skip
def test_amounts(value: str, least: int, most: int) -> None:
    assert money(value) == (least, most)


def test_what_is_being_typed_may_be_completed() -> None:
    assert opening("skola kommun:Bj") == ("bj", "place")
    assert opening("skola") == ("skola", None)
    assert names("p") == ("person:",)
    assert names("o") == ("organ:", "öppen:")
    assert names("") == ()
