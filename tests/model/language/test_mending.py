"""What a scanner broke is guessed for the search; what is whole is left alone."""

import pytest

from model.language.mending import is_known, mended


def unseen(_word: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "guessed"),
    [("en tj änsteplattform", ["tjänsteplattform"]), ("protokollsutdmg och forslag", ["förslag"]), ("styrelsen", []),
     ("rnöte", ["möte"]), ("1edning", ["ledning"]), ("komrnunen", ["kommunen"]), ("xqzzy wvutsr", []),
     ("150612 och 4/2015", []), ("", []), ("för skolan", [])],
)  # fmt: skip
def test_guesses(text: str, guessed: list[str]) -> None:
    assert mended(text, unseen) == guessed


def test_a_name_the_archive_knows_is_whole_and_can_be_guessed() -> None:
    assert mended("Vinninge", {"vinninge"}.__contains__) == []
    assert mended("Vinnjnge", {"vinninge"}.__contains__) == ["vinninge"]


@pytest.mark.parametrize("word", ["kommunstyrelsen", "mångfaldsarbete", "2015", "av", "räddningsnämndspresidierna"])
def test_known(word: str) -> None:
    assert is_known(word)
