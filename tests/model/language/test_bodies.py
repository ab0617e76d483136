"""Whose minutes a title says they are, however the number and the day stand in it."""

import pytest

from model.language import bodies, forms

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
    ("Protokoll från Solpartiets styrelsemöte den 2-3 mars 2013 i Lövby.", "Solpartiets styrelse"),
    ("Protokoll från Skolutskottets sammanträde 2011-10-12", "Skolutskottet"),
    ("Protokoll från årsstämma i Ekvikens vägsamfällighet för verksamhetsåret 2013", "Ekvikens vägsamfällighet"),
    ("Det justerade protokollet anslås", None),
    ("Minnesanteckningar från styrgruppsmöte för det nationella nätverket", None),
    ("Protokoll fört vid AU-sammanträde 2006-02-09", None),
)


@pytest.mark.parametrize(("title", "body"), OWNERS)
def test_a_body_that_owns_or_holds_the_meeting(title: str, body: str | None) -> None:
    assert bodies.named(title) == body


LINES = (
    ("Styrelsemöte med Ekens scoutkår.", "Ekens scoutkår"),
    ("Styrelsemöte för ”Brf Lönnen”", "Brf Lönnen"),
    ("Styrelsemöte nr 4 i klubbhuset. Alla var där.", None),
    ("Lövby bygdegårdsförening Årsmöte 10/2 2009", "Lövby bygdegårdsförening"),
    ("Mötet öppnades av Ida.", None),
)


@pytest.mark.parametrize(("line", "body"), LINES)
def test_a_line_that_says_what_was_held(line: str, body: str | None) -> None:
    assert bodies.held(line) == body


@pytest.mark.parametrize(("line", "body"), [
    ("Brf Lönnen 3, org.nr 716400-0000", "Brf Lönnen 3"),
    ("LÖVSTA KOMMUN Kultur- och fritidsnämnden", "Kultur- och fritidsnämnden"),
    ("Ekvikens vägsamfällighet 2007-06-30", "Ekvikens vägsamfällighet"),
    ("Ida Krok", None),
])  # fmt: skip
def test_a_line_that_is_a_body_and_its_registration(line: str, body: str | None) -> None:
    assert bodies.alone(line) == body


@pytest.mark.parametrize(("title", "body"), [
    ("Protokoll från partistyrelsemöte 15 juni 2014", "Partistyrelsen"), ("Styrgruppsmöte 4 maj 2020", "Styrgruppen"),
    ("Mötesprotokoll KoDa klubb", "KoDa klubb"), ("Protokoll från årsmötet", None), ("Styrelseprotokoll 7 mars", None),
])  # fmt: skip
def test_a_title_that_says_it_in_a_compound_or_as_a_name(title: str, body: str | None) -> None:
    assert bodies.titled(title) == body


def test_the_body_that_decides() -> None:
    assert bodies.deciding(["Skolnämndens arbetsutskotts beslut", "Beslut:"]) == "Skolnämndens arbetsutskott"
    assert bodies.deciding(["Styrelsen beslutar", "Mötet beslutade"]) is None


def test_capitals_are_taken_from_the_text() -> None:
    assert bodies.recased("Energismarta dalsland", "Vi i Dalsland gör mer.") == "Energismarta Dalsland"


@pytest.mark.parametrize(
    "title", ["STYRELSEPROTOKOLL 7/2023", "Mötesprotokoll nr 7-2023", "Minnesanteckningar nr. 7/2023"]
)
def test_the_number_stands_after_any_word_for_minutes(title: str) -> None:
    match = forms.TITLE.search(title)
    assert match
    assert (match["number"], match["year"]) == ("7", "2023")
