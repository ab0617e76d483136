"""Spelling in Swedish."""

import pytest

from model.language.spelling import Fault, Speller

TAUGHT = ("Ann Ekströhm", "Mårtensson-Stenudd", "Bolagsföreningen", "infrastrukturstrategi")


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(TAUGHT)


@pytest.mark.parametrize("text", [
    "Kommundirektörsgruppen beslutar att uppdra åt sekretariatet att ta fram handlingsplaner.",
    "Ann Ekströhm och Ekströhms förslag, Mårtensson-Stenudds yttrande",
    "SKL:s rapport, HBR, KS-ordföranden och IT-chefen",
    "Se www.exempel.se eller a.b@exempel.se, dnr 2015/123 och 4G", "bl a, t ex och m fl kl 9.00", "e-tjänsterna",
    "näringslivs- och destinationsnätverket", "",
])  # fmt: skip
def test_what_is_right_is_left_alone(speller: Speller, text: str) -> None:
    assert speller.faults(text) == ()


@pytest.mark.parametrize(("text", "words"), [
    ("att anta projektpalnen", ["projektpalnen"]),
    ("Förslget är infrastukturstrategi", ["Förslget", "infrastukturstrategi"]),
    ("Ann Ekstöm", ["Ekstöm"]),
])  # fmt: skip
def test_what_is_not_known_is_shown_where_it_stands(speller: Speller, text: str, words: list[str]) -> None:
    found = speller.faults(text)
    assert [fault.word for fault in found] == words
    assert all(text[fault.start : fault.end] == fault.word for fault in found)


@pytest.mark.parametrize(("word", "meant"), [
    ("infrastukturstrategi", "infrastrukturstrategi"), ("Ekstrhöm", "Ekströhm"), ("förslget", "förslaget"),
    ("projektpalnen", "projektplanen"), ("kommundirektörsgrupppen", "kommundirektörsgruppen"),
    ("Förslget", "Förslaget"),
])  # fmt: skip
def test_the_likeliest_word_comes_first(speller: Speller, word: str, meant: str) -> None:
    assert speller.suggestions(word)[0] == meant
    assert speller.suggestions(word) is speller.suggestions(word), "remembered"


def test_a_word_can_be_taught(speller: Speller) -> None:
    assert speller.faults("grönbetet") == (Fault(0, 9, "grönbetet"),) or speller.faults("grönbetet") == ()
    speller.teach(["Xyzköping"])
    assert speller.faults("Xyzköpings kommun") == ()
