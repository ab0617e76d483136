"""Grey words after the caret: codes, slots, learned phrases, names and days."""

import datetime
from functools import partial

import pytest

from model.language import autotext
from model.language.autotext import Formula, Slot, pieces, printed, read, shipped, together
from model.language.datewords import rewritten
from model.language.ghosts import Ghost, GhostKind, Ghosts
from model.language.phrases import Learned, learned
from model.language.whois import Known
from model.record.style import HOUSE
from tests import builders as b

NEAR = datetime.date(2015, 6, 12)
PEOPLE = (Known("Katarina Pelin", "Båstad", source="meeting"), Known("Stefan Larsson", "Svalöv", source="meeting"))
MINUTES = [
    b.minutes(b.item("Ekonomi", b.paragraph("Ordföranden hälsade välkomna.", "opening"),
                     b.clause("uppdra åt kansliet att ta fram ett förslag till budgeten"),
                     b.clause("i övrigt notera läget"))),
    b.minutes(b.item("Ekonomi", b.paragraph("Ordföranden hälsade välkomna.", "opening"),
                     b.clause("uppdra åt kansliet att återkomma till mötet den 28 augusti"),
                     b.clause("i övrigt notera läget"))),
    b.minutes(b.item("Skola", b.clause("uppdra åt kansliet att svara till mötet den 3 september"))),
]  # fmt: skip


@pytest.fixture(scope="module")
def ghosts() -> Ghosts:
    day = partial(rewritten, near=NEAR, style=HOUSE)
    return Ghosts(shipped(), learned(MINUTES), PEOPLE, ("Verksamhetsplanen",), day)


@pytest.mark.parametrize(("before", "kind", "insert"), [
    ("uppdra", "clause", " åt kansliet att"), ("Uppd", "clause", "uppdra åt "), ("i öv", "clause", "rigt notera läget"),
    ("bordlägga ä", "clause", "rendet till mötet den "), ("svara till mö", "clause", "tet den "),
    ("Därefter talade Kat", "paragraph", "arina Pelin"), ("Enligt Verk", "paragraph", "samhetsplanen"),
    ("Klart. Ordf", "paragraph", "öranden"),
    ("utgår", "paragraph", "Ärendet utgick. Tas upp på mötet den "),
    ("up", "clause", "pdra åt kansliet att"), ("uppdra åt k", "clause", "ansliet att"), ("u", "heading", None),
    ("", "clause", None), ("omj", "clause", None), ("xyz", "heading", None),
    ("bordlägga ärendet till", "clause", " mötet den "),
])  # fmt: skip
def test_what_is_shown(ghosts: Ghosts, before: str, kind: GhostKind, insert: str | None) -> None:
    found = ghosts.ghost(before, kind)
    assert (found.insert if found else None) == insert


def test_tab_walks_the_slots_and_no_brace_is_ever_written(ghosts: Ghosts) -> None:
    first = ghosts.ghost("uppd", "clause")
    assert first is not None
    assert first.shown == "uppdra åt ‹organisation› att ‹vad› till mötet den ‹datum›"
    text, pending = first.accepted("uppd")
    assert (text, pending.slot if pending else None) == ("uppdra åt ", "organisation")
    walked = []
    for filled in ("kansliet", "svara", "28/8"):
        text += filled
        ghost = ghosts.ghost(text, "clause", pending)
        walked.append(ghost)
        if ghost is not None:
            text, pending = ghost.accepted(text)
    assert text == "uppdra åt kansliet att svara till mötet den 28 augusti 2015"
    assert pending is None
    assert [ghost.insert for ghost in walked if ghost] == [" att ", " till mötet den ", "den 28 augusti 2015"]


@pytest.mark.parametrize(("code", "kind", "filled", "text"), [
    ("ansl", "clause", ("200000",), "anslå 200\u00a0000\u00a0kr ur anslaget till sekretariatets förfogande "),
    ("ansl", "clause", ("2 500 kronor",), "anslå 2\u00a0500\u00a0kronor ur anslaget till sekretariatets förfogande "),
    ("ansl", "clause", ("200 tkr",), "anslå 200\u00a0tkr ur anslaget till sekretariatets förfogande "),
    ("ajou", "paragraph", ("1015", "1030"), "Mötet ajourneras kl. 10.15–10.30."),
    ("nästa", "paragraph", ("28/8", "9", ""), "Nästa möte hålls den 28 augusti 2015 kl. 9.00 i Rådhuset, Norrby."),
    ("nästa", "paragraph", ("28/8", "9", "Råd"), "Nästa möte hålls den 28 augusti 2015 kl. 9.00 i Rådhuset, Norrby."),
    ("nästa", "paragraph", ("28/8", "9", "Teams"), "Nästa möte hålls den 28 augusti 2015 kl. 9.00 i Teams."),
])  # fmt: skip
def test_amounts_times_and_places_are_filled_in(code: str, kind: GhostKind, filled: tuple[str, ...], text: str) -> None:
    day = partial(rewritten, near=NEAR, style=HOUSE)
    ghosts = Ghosts(shipped(), Learned(places=("Rådhuset, Norrby",)), day=day)
    ghost = ghosts.ghost(code, kind)
    assert ghost is not None
    made, pending = ghost.accepted(code)
    for words in filled:
        made += words
        ghost = ghosts.ghost(made, kind, pending)
        assert ghost is not None
        made, pending = ghost.accepted(made)
    assert made == text


def test_a_name_is_completed_in_its_slot(ghosts: Ghosts) -> None:
    first = ghosts.ghost("just", "clause")
    assert first is not None
    text, pending = first.accepted("just")
    assert text == "utse "
    named = ghosts.ghost("utse Kat", "clause", pending)
    assert named == Ghost("arina Pelin", "arina Pelin")
    text, _ = named.accepted("utse Kat")
    after = ghosts.ghost(text, "clause", pending)
    assert after is not None
    assert after.insert == " att jämte ordföranden justera protokollet"


@pytest.mark.parametrize(("before", "back", "insert"), [
    ("senast 28/8", 4, "den 28 augusti 2015"), ("senast den 28/8", 8, "den 28 augusti 2015"),
    ("senast 150828", 6, "den 28 augusti 2015"), ("Den 3 sept", 10, "Den 3 september 2015"),
    ("senast 28 aug", 6, "den 28 augusti 2015"),
])  # fmt: skip
def test_a_day_typed_any_way_is_offered_in_the_styles_form(ghosts: Ghosts, before: str, back: int, insert: str) -> None:
    found = ghosts.ghost(before, "paragraph")
    assert found is not None
    assert (found.back, found.insert) == (back, insert)


@pytest.mark.parametrize(
    "before", ["den 28 augusti 2015", "8/2015", "beslut 4/2015", "tel 042-10 50 54", "28", "§ 12/8"]
)
def test_what_is_no_short_day_is_left_alone(ghosts: Ghosts, before: str) -> None:
    found = ghosts.ghost(before, "paragraph")
    assert found is None or found.back == 0


def test_words_of_these_minutes_are_heard_and_what_goes_on_otherwise_is_not_guessed() -> None:
    words = [
        b.minutes(b.item("A", b.paragraph("samverkan samordning samarbete samarbetet samtal samling samma")))
        for _ in "abc"
    ]
    ghosts = Ghosts((), learned(words))
    assert ghosts.ghost("Om sam", "paragraph") is None, "seven words begin so"
    assert ghosts.ghost("Om trai", "paragraph") is None
    ghosts.hear("Traineegruppen redovisade sitt arbete i Norra Kulturrådet ")
    ghosts.hear("Traineegruppen redovisade sitt arbete i Norra Kulturrådet.")
    found, named = ghosts.ghost("Om Trai", "paragraph"), ghosts.ghost("Om Nor", "paragraph")
    assert (found and found.insert, named and named.insert) == ("neegruppen", "ra Kulturrådet")
    assert ghosts.ghost("Om trai", "paragraph") is None, "a name is begun with its capital"


def test_the_usual_opening_is_offered_in_an_empty_place(ghosts: Ghosts) -> None:
    assert ghosts.usual("opening") == Ghost("Ordföranden hälsade välkomna.", "Ordföranden hälsade välkomna.")
    assert Ghosts().usual("closing") is None


def test_nothing_is_learned_of_nothing() -> None:
    assert learned([]) == Learned()


def test_the_shipped_formulas_have_codes_of_their_own_and_whole_slots() -> None:
    codes = [formula.code for formula in shipped()]
    assert len(codes) == len(set(codes)) == 90
    for formula in shipped():
        written = "".join(piece for piece in pieces(formula.words) if isinstance(piece, str))
        assert "{" not in written
        assert not (formula.kind == "clause" and formula.words.startswith(("att ", "samt ")))
        assert not (formula.kind == "clause" and formula.words.endswith("."))


def test_an_archive_has_formulas_of_its_own_which_go_first() -> None:
    own = (Formula("not", 'ta "del" av {vad}', "clause", "Egna"), Formula("hej", "Hej\n{person}.", "paragraph"))
    assert read(printed(own)) == own
    assert together(own, shipped())[:2] == own
    assert len(together(own, shipped())) == 91
    assert read("[[formel]]\nkod = 'x'\n[other]\na = 1\n") == ()
    assert autotext.pieces("anslå {belopp} till {vad}") == ("anslå ", Slot("belopp"), " till ", Slot("vad"))
