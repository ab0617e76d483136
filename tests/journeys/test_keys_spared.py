"""Keys to type the samples, counted without a window: what the paper and its help spare beside an empty Word page."""

from pathlib import Path

import pytest

from tests.bench.keystrokes import presses
from tests.bench.spared import Count, measured

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def rows() -> dict[str, tuple[int, int, int, float, float]]:
    return {name: tuple(row) for name, *row in measured(SEEDS)}  # type: ignore[misc]  # six to a row


@pytest.mark.parametrize(("name", "most"), [
    ("5/2011", 0.86), ("4/2015", 0.81), ("6/2015", 0.64), ("8/2015", 0.79), ("1/2019", 0.83),
])  # fmt: skip
def test_the_help_spares_keys_though_it_knows_only_earlier_minutes(
    rows: dict[str, tuple[int, int, int, float, float]], name: str, most: float
) -> None:
    word, alone, helped, ratio, structure = rows[name]
    assert helped < alone < word
    assert ratio <= most
    assert structure <= 1 / 6


def test_a_capital_and_a_shifted_sign_are_two_presses() -> None:
    assert presses("Ab, c!") == 8
    assert Count(2, 3, 4).all == 9
