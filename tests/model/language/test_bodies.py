"""Whose minutes a title says they are, however the number and the day stand in it."""

import pytest

from model.language import bodies

TITLES = (
    ("Protokoll 4/2020 Samordningsgruppen", "Samordningsgruppen"),
    ("Protokoll nr 2 2023, Samordningsförbundet Norr", "Samordningsförbundet Norr"),
    ("Protokoll styrelsemöte 7/2021 Kulturföreningen Lyktan", "Kulturföreningen Lyktan"),
    ("Mötesanteckningar Ekonomichefsnätverket nr 4/2022", "Ekonomichefsnätverket"),
    ("Sammanträdesprotokoll Byggnadsnämnden 2024-02-13", "Byggnadsnämnden"),
    ("Protokoll kyrkorådet nr 5", "Kyrkorådet"),
    ("Föreningsstämma Brf Kvarnen, 2023-05-23", "Brf Kvarnen"),
    ("Barn- och utbildningsnämnden, protokoll 2024-02-13", "Barn- och utbildningsnämnden"),
)


@pytest.mark.parametrize(("title", "body"), TITLES)
def test_a_body_beside_the_word_for_minutes(title: str, body: str) -> None:
    assert bodies.within(title) == body


OWNERS = (
    ("Styrelsemöte 4/2022 i Solrosens förskola", "Solrosens förskola"),
    ("Kulturrådets protokoll 3/2020", "Kulturrådet"),
    ("Protokoll fört vid styrelsemöte med Brf Eken den 3 mars 2024", "Brf Eken"),
    ("Protokoll från styrelsemöte 2024-03-12", None),
)


@pytest.mark.parametrize(("title", "body"), OWNERS)
def test_a_body_that_owns_or_holds_the_meeting(title: str, body: str | None) -> None:
    assert bodies.named(title) == body
