"""Text and marks: laws that hold for any words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.record.text import Mark, Text, clean, differing, joined
from tests.strategies import SOME_RUNS, TYPED, texts


@SOME_RUNS
@given(texts(), st.data())
def test_cut_anywhere_and_joined_is_the_same_text(text: Text, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert text.slice(0, at) + text.slice(at, len(text)) == text


@SOME_RUNS
@given(TYPED)
def test_what_comes_in_is_clean_once_and_for_all(words: str) -> None:
    made = clean(words)
    assert clean(made) == made == unicodedata.normalize("NFC", made)
    assert not set(made) & set("\x00\x07\x0b\x0c\t\r\x85\u2028\ud800\ufffe")


@SOME_RUNS
@given(texts(), TYPED.map(clean))
def test_writing_other_words_keeps_only_marks_that_lie_inside_them(text: Text, plain: str) -> None:
    made = text.written(plain)
    assert made.plain == plain
    assert all(0 <= mark.start < mark.end <= len(plain) for mark in made.marks)
    start, end = differing(text.plain, plain)
    outside = [mark for mark in text.marks if mark.end < start or mark.start > end]
    assert len(made.marks) >= len({mark.kind for mark in outside})


PERSON = Mark(0, 6, "person")


@pytest.mark.parametrize(("plain", "marks"), [
    ("Åsa Ek kom.", (PERSON,)), ("Då kom Åsa Ek.", ()), ("Åsa Ekman kom.", (PERSON,)), ("Åsa", ()), ("", ()),
])  # fmt: skip
def test_a_name_that_is_edited_is_that_person_no_longer(plain: str, marks: tuple[Mark, ...]) -> None:
    made = Text("Åsa Ek gick.", (PERSON,)).written(plain)
    assert made.marks == marks


def test_emphasis_grows_and_shrinks_with_its_words() -> None:
    strong = Text("ett två tre", (Mark(4, 7, "strong"),))
    assert strong.written("ett tv-å tre").marks == (Mark(4, 8, "strong"),)
    assert strong.written("ett t tre").marks == (Mark(4, 5, "strong"),)
    assert strong.written("ett  tre").marks == ()


def test_twins_that_touch_are_one_mark() -> None:
    assert joined([Mark(0, 3, "strong"), Mark(3, 5, "strong")]) == (Mark(0, 5, "strong"),)
    assert len(joined([Mark(0, 3, "date", (("d", "1"),)), Mark(3, 5, "date", (("d", "2"),))])) == 2
