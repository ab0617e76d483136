"""One character and one word to the left and right, and the way between code points and UTF-16."""

import pytest

from desktop.paper.caret import points, units
from desktop.paper.steps import next_character, next_word, previous_character, previous_word

FAMILY = "👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("ab", [0, 1, 2]),
        ("e\u0301x", [0, 2, 3]),
        (f"a{FAMILY}b", [0, 1, 4, 5]),
        ("👍🏽", [0, 2]),
        ("❤\ufe0f!", [0, 2, 3]),
        ("\u0301a", [0, 1, 2]),
    ],
)
def test_characters(text: str, cuts: list[int]) -> None:
    assert [next_character(text, at) for at in cuts[:-1]] == cuts[1:]
    assert [previous_character(text, at) for at in cuts[1:]] == cuts[:-1]


@pytest.mark.parametrize(
    ("text", "at", "back", "on"),
    [
        ("ett två", 3, 0, 4),
        ("ett två", 4, 0, 7),
        ("ett  två", 5, 0, 8),
        ("kl. 9.50", 2, 0, 4),
        ("(ord)", 1, 0, 4),
        ("", 0, 0, 0),
        ("   ", 2, 0, 3),
    ],
)
def test_words(text: str, at: int, back: int, on: int) -> None:
    assert previous_word(text, at) == back
    assert next_word(text, at) == on


@pytest.mark.parametrize("text", ["", "abc", "åäö", "a😀b", "😀😀", f"x{FAMILY}"])
def test_points_and_units_are_each_others_way_back(text: str) -> None:
    for at in range(len(text) + 1):
        assert points(text, units(text, at)) == at
    assert units(text, len(text)) == len(text.encode("utf-16-le")) // 2


def test_a_place_inside_a_pair_counts_as_before_it() -> None:
    assert points("😀", 1) == 0
