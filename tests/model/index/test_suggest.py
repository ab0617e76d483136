"""Suggestions: the earlier decisions an item builds on, why, and what is never offered."""

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest

from model.index.suggest import LEAST, SURE, Suggester, rejected
from model.language.follow import quotes, relation
from model.record.ids import NodeId
from model.record.lifecycle import Silenced
from model.record.links import Link
from model.record.minutes import UnknownNodeError
from model.store.settled import settle
from tests.model.index.seeded import ROOT, Seeded

GOLD = ROOT / "tests" / "gold"
LINKS = json.loads((GOLD / "search" / "links.json").read_text(encoding="utf-8"))
RELATIONS = json.loads((GOLD / "relations.json").read_text(encoding="utf-8"))["relationer"]
EXPLICIT = [link for link in LINKS if link["styrka"] == "uttrycklig"]
DECOYS = [link for link in LINKS if link["styrka"] == "lockbete"]
WEAK = [link for link in LINKS if link["styrka"] == "svag"]
TOPICAL = [
    relation for relation in RELATIONS
    if relation["sakerhet"] == "tematisk" and str(relation["realiserad"] or "").startswith("kdg-")
]  # fmt: skip


def ranked(samples: Seeded, address: str) -> list[tuple[str, float]]:
    """The suggestions for an item as gold addresses of items, with their probability."""
    minutes = samples.minutes[address.partition("/")[0]]
    found = Suggester(samples.index).ranked(minutes, samples.item(address).item.id)
    return [(samples.address(one.minutes, one.item) or "", one.p) for one in found]


def by_name(link: dict[str, Any]) -> str:
    return f"{link['fran']} → {link.get('till')}"


@pytest.mark.parametrize("link", EXPLICIT, ids=by_name)
def test_an_explicit_link_comes_first_and_is_all_but_certain(samples: Seeded, link: dict[str, Any]) -> None:
    (first, p), *_ = ranked(samples, link["fran"])
    assert first == link["till"]
    assert p >= 0.95


@pytest.mark.parametrize("link", DECOYS, ids=by_name)
def test_a_decoy_is_never_the_suggestion(samples: Seeded, link: dict[str, Any]) -> None:
    assert dict(ranked(samples, link["fran"])).get(link["till"], 0) < 0.5


@pytest.mark.parametrize("link", WEAK, ids=by_name)
def test_a_weak_kinship_is_never_sure(samples: Seeded, link: dict[str, Any]) -> None:
    sections = samples.sections(link["fran"].partition("/")[0])
    number = link["fran"].partition("/")[2]
    for name in (s for s in sections if s.rstrip("abcd") == number):
        address = f"{link['fran'].partition('/')[0]}/{name}"
        assert dict(ranked(samples, address)).get(link["till"], 0) < SURE


@pytest.mark.parametrize("relation", TOPICAL, ids=lambda relation: relation["id"])
def test_a_confirmed_topical_relation_is_among_the_first_three(samples: Seeded, relation: dict[str, Any]) -> None:
    first_three = [address for address, _ in ranked(samples, relation["fran"].partition("#")[0])[:3]]
    assert relation["realiserad"].partition("#")[0] in first_three


def test_the_reasons_say_what_the_person_can_see(samples: Seeded) -> None:
    minutes = samples.minutes["kdg-2015-08"]
    best, *_ = Suggester(samples.index).suggestions(minutes, samples.item("kdg-2015-08/8").item.id)
    reasons = {reason.why: reason.words for reason in best.reasons}
    assert reasons["meeting"] == ("150612",)
    assert reasons["due"] == ("2015-11-27",)
    assert "mångfaldsarbetet" in reasons["words"]
    assert (best.kind, best.clause, samples.address(best.minutes, best.node)) == (
        "foljer_upp", 3, "kdg-2015-04/1#3",
    )  # fmt: skip


def test_what_has_been_ticked_off_is_due_no_more(samples: Seeded) -> None:
    minutes, now = samples.minutes["kdg-2015-08"], datetime.datetime(2015, 11, 27, 9)
    target = f"{samples.minutes['kdg-2015-04'].id}#{samples.clause('kdg-2015-04/1#3').id}"

    def whys() -> set[str]:
        first = Suggester(samples.index).ranked(minutes, samples.item("kdg-2015-08/8").item.id)[0]
        return {reason.why for reason in first.reasons}

    assert "due" in whys()
    settle(samples.index.folder, target, "done", "", now)
    try:
        assert "due" not in whys()
    finally:
        settle(samples.index.folder, target, None, "", now)


def test_the_clause_is_pointed_at_whose_promise_gave_the_evidence(samples: Seeded) -> None:
    minutes = samples.minutes["kdg-2015-06"]
    best, *_ = Suggester(samples.index).suggestions(minutes, samples.item("kdg-2015-06/1").item.id)
    assert samples.address(best.minutes, best.node) == "kdg-2015-04/2#2"
    assert best.kind == "foljer_upp"


def test_another_bodys_decision_gives_no_suggestion_of_ours(samples: Seeded) -> None:
    for address in ("kdg-2019-01/5", "kdg-2019-01/7", "kdg-2015-08/3"):
        assert all(p < LEAST for _, p in ranked(samples, address))


def test_what_was_rejected_or_linked_is_not_offered_again(samples: Seeded) -> None:
    minutes, node = samples.minutes["kdg-2015-08"], samples.item("kdg-2015-08/8").item.id
    suggester = Suggester(samples.index)
    best = suggester.suggestions(minutes, node)[0]
    when = datetime.datetime(2015, 11, 27, 10)
    silenced = Silenced(rejected(best), "anna", when, node)
    without = replace(minutes, lifecycle=replace(minutes.lifecycle, silenced=(silenced,)))
    assert best.item not in {found.item for found in suggester.ranked(without, node) if found.node == best.node}
    linked = replace(
        minutes, lifecycle=replace(minutes.lifecycle, links=(Link(NodeId("lk-1"), node, "foljer_upp", best.target),))
    )
    assert best.target not in {found.target for found in suggester.ranked(linked, node)}


def test_nothing_is_suggested_from_later_meetings_or_for_an_unknown_body(samples: Seeded) -> None:
    suggester = Suggester(samples.index)
    first = samples.minutes["kdg-2011-05"]
    assert suggester.ranked(first, samples.item("kdg-2011-05/8").item.id) == []
    stranger = replace(first, body=replace(first.body, code="xx", name="Valberedningen"))
    assert suggester.ranked(stranger, samples.item("kdg-2011-05/8").item.id) == []


def test_an_unknown_place_is_an_error(samples: Seeded) -> None:
    with pytest.raises(UnknownNodeError):
        Suggester(samples.index).ranked(samples.minutes["kdg-2011-05"], NodeId("a-nowhere"))


KINDS = (
    ("Uppföljning av taxan", "", False, False, "foljer_upp"),
    ("Återrapport om enkäten", "", False, False, "aterredovisar"),
    ("Taxan", "", True, False, "foljer_upp"),
    ("Taxan", "Nämnden upphäver sitt beslut.", False, True, "upphaver"),
    ("Taxan", "Verkställande direktören var med.", False, True, "fortsatter"),
    ("Taxan", "Beslutet verkställs under våren.", False, True, "verkstaller"),
    ("Taxan", "Nämnden beslöt att ge kontoret i uppdrag att se över hela taxan.", False, True, "citerar"),
    ("Taxan", "", False, False, "fortsatter"),
)


@pytest.mark.parametrize(("heading", "text", "promised", "named", "kind"), KINDS)
def test_the_likely_kind_is_read_from_the_words(
    heading: str, text: str, promised: bool, named: bool, kind: str
) -> None:
    earlier = "att ge kontoret i uppdrag att se över hela taxan"
    assert relation(heading, text, earlier, promised=promised, named=named) == kind


def test_a_quotation_is_eight_words_in_a_row() -> None:
    assert quotes("ett två tre fyra fem sex sju åtta", "Ett, två tre fyra fem sex sju åtta nio")
    assert not quotes("ett två tre fyra fem sex sju", "ett två tre fyra fem sex sju")


def test_standing_items_and_the_organisations_name_make_no_false_links(samples_of_others: Seeded) -> None:
    suggester = Suggester(samples_of_others.index)
    last = samples_of_others.minutes["last"]
    for section in samples_of_others.sections("last").values():
        found = suggester.suggestions(last, section.item.id)
        heading = section.item.heading.plain
        assert [one.heading for one in found] == (["Lekplats vid Norra dammen"] if "Lekplatsen" in heading else []), (
            heading
        )
