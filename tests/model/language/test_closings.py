"""The words that end a meeting are known when they have just been typed, and only then."""

import pytest

from model.language.closings import closes


@pytest.mark.parametrize("words", [
    "Ordföranden tackade för dagens möte ", "Ordföranden tackar för visat intresse ", "Ordf. avslutar mötet.",
    "Ordföranden tackade alla för ett bra möte.", "Ordföranden förklarar sammanträdet avslutat.",
    "Mötet avslutades ", "Sammanträdet förklaras avslutat!",
])  # fmt: skip
def test_these_end_a_meeting(words: str) -> None:
    assert closes(words)


@pytest.mark.parametrize("words", [
    "", "Ordföranden", "Ordföranden tackar Ann Ek för föredragningen.", "Ordföranden avslutar diskussionen.",
    "Mötet avslutades", "Mötet avslutades kl. 14.", "Ordföranden tackade för dagens möte och ", "Projektet avslutades.",
])  # fmt: skip
def test_these_do_not(words: str) -> None:
    assert not closes(words)
