"""The words that end a meeting are known when they have just been typed, and only then."""

import pytest

from model.language.closings import closes, goes_on, has_closed


@pytest.mark.parametrize("words", [
    "Ordföranden tackade för dagens möte ", "Ordföranden tackar för visat intresse ", "Ordf. avslutar mötet.",
    "Ordföranden tackade alla för ett bra möte.", "Ordföranden förklarar sammanträdet avslutat.",
    "Mötet avslutades ", "Sammanträdet förklaras avslutat!", "Ordföranden tackade ledamöterna för mötet.",
    "Ann Ek tackade för dagens möte ", "Ann Ek förklarar mötet avslutat.",
])  # fmt: skip
def test_these_end_a_meeting(words: str) -> None:
    assert closes(words)


@pytest.mark.parametrize("words", [
    "", "Ordföranden", "Ordföranden tackar Ann Ek för föredragningen.", "Ordföranden avslutar diskussionen.",
    "Mötet avslutades", "Mötet avslutades kl. 14.", "Ordföranden tackade för dagens möte och ", "Projektet avslutades.",
    "Ordföranden tackar Ann Ek för mötet ", "Ordföranden tackade Region Norr för ett bra möte.",
    "Ann Ek tackade för mötet ",
])  # fmt: skip
def test_these_do_not(words: str) -> None:
    assert not closes(words)


@pytest.mark.parametrize(("words", "closed"), [
    ("Ordföranden tackade för dagens möte och önskade alla en trevlig helg!", True),
    ("Ordföranden tackade för dagens möte", True),
    ("Ordföranden tackade för mötet med", False), ("Ordföranden tackade Ann Ek för dagens möte", False),
])  # fmt: skip
def test_what_was_accepted_is_known_whatever_follows(words: str, closed: bool) -> None:
    assert has_closed(words) is closed


@pytest.mark.parametrize(("words", "on"), [
    ("Ordföranden tackade för mötet med ", True), ("Mötet avslutas med ", True),
    ("Ordföranden tackade för mötet ", False),
    ("Ordföranden tackade för mötet och önskade alla lycka till med ", False), ("Han åt med ", False),
])  # fmt: skip
def test_a_meeting_with_somebody_goes_on(words: str, on: bool) -> None:
    assert goes_on(words) is on
