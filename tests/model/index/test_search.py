"""Search: Swedish words find each other, filters narrow, decisions come first, and nothing a person types can hurt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.index.completion import completions
from model.index.opened import Index
from model.index.search import related, search
from model.index.writing import refresh
from model.record.minutes import Body
from tests.builders import clause, item, paragraph, row, subitem
from tests.model.index.archives import archive, made
from tests.model.index.seeded import Seeded

SCHOOLS = Body("un", "Utbildningsnämnden i Sundby", "Utbildningsnämndens")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path_factory.mktemp("cache")))
        there = archive(
            Path(tmp_path_factory.mktemp("a")) / "Protokoll",
            made(1, "2014-05-09", item("Gymnasiesamverkan", paragraph("Rektorerna önskar en gemensam antagning."),
                 clause("uppdra åt skolcheferna att ta fram ett förslag senast den 1 september 2014"))),
            made(2, "2015-02-20", item("Projekt Mångfald", paragraph("Projektet löper på."),
                 clause("anslå 120 000 kr till projektet"), clause("Helsingborg ansvarar för annonseringen"))),
            made(3, "2015-06-12", item("Övriga frågor", subitem("Mångfaldsarbetet", paragraph("Lägesrapport."))),
                 item("Budgetuppföljning", row("Simhall", "300 000 kr"), paragraph("Prognosen är god i Bjuv."))),
            made(4, "2016-01-15", item("Tj änsteplattform för e-arkiv", clause("godkänna planen")),
                 item("Färdtjänst", paragraph("Ärendet utgick."))),
            made(1, "2016-03-01", item("Skolskjutsar", paragraph("Reglerna för skolskjuts ses över."),
                 clause("anta reglerna för skolskjuts")), body=SCHOOLS),
        )  # fmt: skip
        with Index(there) as opened:
            refresh(opened)
            yield opened


def headings(index: Index, words: str) -> list[str]:
    return [hit.heading for hit in search(index, words)]


FINDS = [
    ("mångfald", {"Projekt Mångfald", "Mångfaldsarbetet"}), ("mångfaldsarbete", {"Mångfaldsarbetet"}),
    ("projekten", {"Projekt Mångfald"}), ("simhallar", {"Budgetuppföljning"}),
    ("uppföljning", {"Budgetuppföljning"}), ("rektor antagning", {"Gymnasiesamverkan"}),
    ("gymnasium", {"Gymnasiesamverkan"}), ("mangfald", {"Projekt Mångfald", "Mångfaldsarbetet"}),
    ("fardtjanst", {"Färdtjänst"}), ("mångflad", {"Projekt Mångfald", "Mångfaldsarbetet"}),
    ("skolskujts", {"Skolskjutsar"}), ("prognossen", {"Budgetuppföljning"}), ("skolsk", {"Skolskjutsar"}),
    ("tjänsteplattform", {"Tj änsteplattform för e-arkiv"}), ("plattformen", {"Tj änsteplattform för e-arkiv"}),
    ("arkiv", {"Tj änsteplattform för e-arkiv"}), ('"gemensam antagning"', {"Gymnasiesamverkan"}),
    ('"antagning gemensam"', set()), ('"projektet löper"', {"Projekt Mångfald"}),
    ("mångfald -projekt", {"Mångfaldsarbetet"}), ('mångfald -"projektet löper"', {"Mångfaldsarbetet"}),
    ("år:2014", {"Gymnasiesamverkan"}),
    ("efter:2015", {"Tj änsteplattform för e-arkiv", "Färdtjänst", "Skolskjutsar"}),
    ("före:2015-03", {"Gymnasiesamverkan", "Projekt Mångfald"}),
    ("år:2014-2015 mångfald före:2015-06-12", {"Projekt Mångfald"}), ("organ:un", {"Skolskjutsar"}),
    ("organ:utbildning", {"Skolskjutsar"}), ("organ:finnsinte skolskjuts", set()),
    ("kommun:Bjuv", {"Budgetuppföljning"}), ("organ:utbildningsnamnden", {"Skolskjutsar"}),
    ("beslut:fardtjanst", set()), ("beslut:forslag", {"Gymnasiesamverkan"}), ("kommun:Sundby", {"Skolskjutsar"}),
    ("beslut: år:2015", {"Projekt Mångfald"}), ("beslut:regler", {"Skolskjutsar"}), ("beslut:rektor", set()),
    ("belopp:>200000", {"Budgetuppföljning"}), ("belopp:100000-200000", {"Projekt Mångfald"}),
    ("öppen: år:2014", {"Gymnasiesamverkan"}), ("kvantfysik", set()),
    ("kvantfysik mångfald", {"Projekt Mångfald", "Mångfaldsarbetet"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "found"), FINDS, ids=lambda value: value if isinstance(value, str) else "")
def test_finds(index: Index, words: str, found: set[str]) -> None:
    assert set(headings(index, words)) == found


@pytest.mark.parametrize(("words", "first"), [
    ("tjänste plattform", "Tj änsteplattform för e-arkiv"), ("skol skjuts regler", "Skolskjutsar"),
    ("budget uppfölj", "Budgetuppföljning"), ("skolsjuts reglerna", "Skolskjutsar"), ("uppfölj", "Budgetuppföljning"),
    ("god", "Budgetuppföljning"), ("mangfald projekt", "Projekt Mångfald"), ("mångfald", "Projekt Mångfald"),
])  # fmt: skip
def test_comes_first(index: Index, words: str, first: str) -> None:
    assert headings(index, words)[0] == first


def test_swedish_letters_are_kept_apart(index: Index) -> None:
    assert headings(index, "projekt mångfald")[0] == "Projekt Mångfald"


def test_a_hit_is_the_decision_that_answers(index: Index) -> None:
    hit = search(index, "annonsering")[0]
    assert (hit.short_name, hit.number, hit.clause) == ("2/2015", 1, 2)
    assert [hit.snippet[start:end] for start, end in hit.marked] == ["annonseringen"]


def test_a_hit_of_a_filter_is_a_decision_too(index: Index) -> None:
    hit = search(index, "beslut:annonsering")[0]
    assert (hit.clause, [hit.snippet[start:end] for start, end in hit.marked]) == (2, ["annonseringen"])
    assert [hit.clause for hit in search(index, "beslut: år:2014")] == [1]
    marked = search(index, "kommun:Bjuv")[0]
    assert [marked.snippet[start:end] for start, end in marked.marked] == ["Bjuv"]


def test_running_text_is_shown_where_no_decision_answers(index: Index) -> None:
    hit = search(index, "lägesrapport")[0]
    assert (hit.number, hit.letter, hit.clause, hit.snippet) == (1, "a", None, "Lägesrapport.")


def test_words_are_marked_whole_and_never_by_substring(index: Index) -> None:
    hit = search(index, "god")[0]
    assert [hit.snippet[start:end] for start, end in hit.marked] == ["god"]


def test_newest_first_when_asked_for(index: Index) -> None:
    assert [hit.heading for hit in search(index, "mångfald", newest=True)] == ["Mångfaldsarbetet", "Projekt Mångfald"]


def test_no_more_than_asked_for(index: Index) -> None:
    assert len(search(index, "beslut:", limit=2)) == 2


def test_like_items_of_other_minutes(index: Index) -> None:
    found = related(index, "Mångfald i projektet", exclude="p-02150220kdg")
    assert [hit.heading for hit in found] == []
    assert [hit.heading for hit in related(index, "Projekt Mångfald", exclude="p-x")][:1] == ["Projekt Mångfald"]


PIECES = [
    "år:",
    "kommun:",
    "organ:",
    "person:",
    "beslut:",
    "öppen:",
    "belopp:",
    "före:",
    '"',
    "-",
    " ",
    "skola",
    "2015",
    "(",
    "*",
    "mång",
]


@settings(max_examples=500, deadline=None)
@given(
    words=st.text(max_size=60)
    | st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
    | st.text("\"*()^:-+{}[]\\'åäö NEAR OR AND NOT aår:20\x00", max_size=60)
)
def test_nothing_that_is_typed_can_hurt(index: Index, words: str) -> None:
    for hit in search(index, words):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marked)


@pytest.mark.parametrize(
    ("text", "offered"),
    [("pe", ("person:",)), ("skola år:201", ("år:2016", "år:2015", "år:2014")), ("kommun:bj", ("kommun:Bjuv",)),
     ("organ:utb", ('organ:"Utbildningsnämnden i Sundby"',)), ("skola", ()), ("", ()), ("år:x", ())],
)  # fmt: skip
def test_completion(index: Index, text: str, offered: tuple[str, ...]) -> None:
    assert completions(index, text) == offered


SEEDS = [
    ("mångfaldsarbetet", {"4/2015", "8/2015"}), ("Örkejlunga", {"8/2015", "6/2015", "4/2015"}),
    ("traineeprogrammet", {"8/2015"}), ("person:Mattelin", {"4/2015", "8/2015"}),
    ("person:gronholm", {"8/2015", "4/2015", "6/2015", "1/2019", "5/2011"}), ("år:2011 forskningskommun", {"5/2011"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "some"), SEEDS)
def test_the_sample_minutes(samples: Seeded, words: str, some: set[str]) -> None:
    assert {hit.short_name for hit in search(samples.index, words)} & some
