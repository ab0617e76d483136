"""Amounts with blanks that do not break, and sums of rows."""

from decimal import Decimal

import pytest

from model.language.sums import WrongSum, column_sum, number, sum_words, wrong_sums
from model.language.typography import amount_words, fixed
from tests import builders as b


@pytest.mark.parametrize(("typed", "words"), [
    ("200000kr", "200 000 kr"), ("200 000kr", "200 000 kr"), ("anslå 1500000 kronor ur", "anslå 1 500 000 kronor ur"),
    ("2,5 miljoner kronor", "2,5 miljoner kronor"), ("ring 042-10 50 54", "ring 042-10 50 54"),
    ("dnr 200000", "dnr 200000"),
])  # fmt: skip
def test_an_amount_is_written_out(typed: str, words: str) -> None:
    assert amount_words(typed).replace("\u00a0", " ") == words


@pytest.mark.parametrize(("text", "made"), [
    ("100 000 kr i år", "100\u00a0000\u00a0kr i år"), ("kl. 9.00 i dag", "kl.\u00a09.00 i dag"),
    ("§ 4 och", "§\u00a04 och"),
    ("kl 8", "kl\u00a08"), ("åren 2015 200", "åren 2015\u00a0200"), ("en vanlig mening", "en vanlig mening"),
])  # fmt: skip
def test_blanks_inside_figures_do_not_break(text: str, made: str) -> None:
    assert fixed(text) == made
    assert len(fixed(text)) == len(text)


@pytest.mark.parametrize(("cell", "value"), [
    ("200 000 kr", "200000"), ("200\u00a0000kr", "200000"), ("1 200", "1200"), ("12,5", "12.5"), ("−300", "-300"),
    ("2 mkr", "2000000"), ("Region", None), ("", None), ("3 st", None),
])  # fmt: skip
def test_a_cell_is_a_number_or_words(cell: str, value: str | None) -> None:
    assert number(cell) == (Decimal(value) if value else None)


def test_a_sum_is_checked_against_its_rows() -> None:
    rows = [b.row("Part", "Belopp", kind="head"), b.row("A", "200 000 kr"), b.row("B", "100 000 kr"), b.row("C", "")]
    right, wrong = b.row("Summa", "300 000 kr", kind="sum"), b.row("Summa", "400 000 kr", kind="sum")
    assert column_sum(rows, 1) == Decimal(300_000)
    assert column_sum(rows, 0) is None
    assert wrong_sums([*rows, right]) == []
    assert wrong_sums([*rows, wrong]) == [WrongSum(wrong.id, 1, Decimal(400_000), Decimal(300_000))]


@pytest.mark.parametrize(("value", "like", "words"), [
    ("300000", "200 000 kr", "300\u00a0000\u00a0kr"), ("1200", "7", "1\u00a0200"), ("12.50", "3,25", "12,50"),
])  # fmt: skip
def test_a_sum_is_printed_like_its_column(value: str, like: str, words: str) -> None:
    assert sum_words(Decimal(value), like) == words
