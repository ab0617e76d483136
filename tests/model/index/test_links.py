"""Links from both ends: back-links, a matter's line, what builds on a decision, and links that cannot be."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.index.links import bad_links, builds_on, chain, incoming, may_link, outgoing, spot
from model.index.writing import refresh
from model.language.relations import RELATIONS
from model.record.ids import NodeId
from model.record.links import Link, LinkKind
from model.store.minutesfile import load, save
from tests.builders import IDS
from tests.model.index.seeded import Seeded, seeded


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Seeded]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = seeded(tmp_path / "Protokoll")
    yield made
    made.index.close()


def link(archive: Seeded, source: str, target: str, kind: LinkKind = "foljer_upp") -> None:
    """Accept a link between two gold addresses; a target that is none is stored as its words."""
    minutes = archive.minutes[source.partition("/")[0]]
    node = archive.clause(source).id if "#" in source else archive.item(source).item.id
    made = Link(IDS.new("lk"), node, kind, whole(archive, target))
    kept = replace(minutes, lifecycle=replace(minutes.lifecycle, links=(*minutes.lifecycle.links, made)))
    path = next(path for path in archive.index.archive.files() if load(path).minutes.id == minutes.id)
    save(path, kept, None if not path.exists() else load(path).sha256)
    archive.minutes[source.partition("/")[0]] = kept
    refresh(archive.index)


def whole(archive: Seeded, address: str) -> str:
    """The global address that a gold address stands for."""
    if address.startswith("p-"):
        return address
    node = archive.clause(address).id if "#" in address else archive.item(address).item.id
    return f"{archive.minutes[address.partition('/')[0]].id}#{node}"


def test_a_link_is_seen_from_both_ends(archive: Seeded) -> None:
    link(archive, "kdg-2015-08/8", "kdg-2015-04/1#3")
    there = archive.minutes["kdg-2015-04"].id
    (back,) = incoming(archive.index, there, [archive.clause("kdg-2015-04/1#3").id])
    assert back.source is not None
    assert (back.source.address, back.kind, RELATIONS[back.kind].reverse) == ("8/2015 § 8", "foljer_upp", "Följs upp i")
    minutes, node = archive.minutes["kdg-2015-08"].id, archive.item("kdg-2015-08/8").item.id
    (forth,) = outgoing(archive.index, minutes, [node])
    assert forth.target is not None
    assert forth.target.address == "4/2015 § 1 p 3"


def test_a_matters_line_goes_through_all_its_meetings_in_order(archive: Seeded) -> None:
    link(archive, "kdg-2015-06/3", "kdg-2015-04/6#1", "fortsatter")
    link(archive, "kdg-2015-08/6", "kdg-2015-06/3", "fortsatter")
    link(archive, "kdg-2015-08/2", "kdg-2015-08/6", "ror_samma_amne")
    for start in ("kdg-2015-04/6", "kdg-2015-06/3", "kdg-2015-08/6"):
        minutes = archive.minutes[start.partition("/")[0]].id
        line = chain(archive.index, minutes, archive.item(start).item.id)
        assert [place.address for place in line] == ["4/2015 § 6", "6/2015 § 3", "8/2015 § 6"]


def test_what_builds_on_a_decision_is_known_before_it_is_changed(archive: Seeded) -> None:
    link(archive, "kdg-2015-08/8", "kdg-2015-04/1#3")
    found = builds_on(archive.index, archive.minutes["kdg-2015-04"].id)
    assert [tie.source.address for tie in found if tie.source] == ["8/2015 § 8"]
    assert builds_on(archive.index, archive.minutes["kdg-2015-08"].id) == []


def test_a_target_that_has_gone_keeps_the_link_and_its_words(archive: Seeded) -> None:
    link(archive, "kdg-2015-08/8", "p-zzzzzz#t-zzzzzz")
    minutes, node = archive.minutes["kdg-2015-08"].id, archive.item("kdg-2015-08/8").item.id
    (tie,) = outgoing(archive.index, minutes, [node])
    assert (tie.target, tie.words) == (None, "p-zzzzzz#t-zzzzzz")
    assert [bad.fault for bad in bad_links(archive.index)] == ["missing"]


RULES: tuple[tuple[str, str, LinkKind, str | None], ...] = (
    ("kdg-2015-08/8", "kdg-2015-04/1#3", "foljer_upp", None),
    ("kdg-2015-04/1", "kdg-2015-08/8", "foljer_upp", "future"),
    ("kdg-2015-04/1", "kdg-2015-08/8", "atertas_vid", None),
    ("kdg-2015-04/1", "kdg-2015-08/8", "hanvisar", "future"),
    ("kdg-2015-04/1", "p-zzzzzz#a-zzzzzz", "foljer_upp", "missing"),
)


@pytest.mark.parametrize(("source", "target", "kind", "fault"), RULES)
def test_no_link_leads_to_the_future_but_a_promise(
    samples: Seeded, source: str, target: str, kind: LinkKind, fault: str | None
) -> None:
    minutes = samples.minutes[source.partition("/")[0]]
    assert minutes.meeting.date is not None
    day = minutes.meeting.date.isoformat()
    assert may_link(samples.index, minutes.id, day, kind, whole(samples, target)) == fault


def test_a_meeting_without_minutes_may_be_linked_by_its_words(samples: Seeded) -> None:
    minutes = samples.minutes["kdg-2015-04"]
    assert may_link(samples.index, minutes.id, "2015-06-12", "atertas_vid", "kdg@2015-08-28") is None
    assert may_link(samples.index, minutes.id, "2015-06-12", "foljer_upp", minutes.id) == "itself"


def test_every_kind_of_link_has_its_words_at_both_ends() -> None:
    from typing import get_args

    assert set(RELATIONS) == set(get_args(LinkKind))
    assert all(relation.label and relation.reverse for relation in RELATIONS.values())


def test_a_place_that_is_not_there_is_none(samples: Seeded) -> None:
    assert spot(samples.index, "p-zzzzzz", NodeId("a-zzzzzz")) is None
    assert spot(samples.index, samples.minutes["kdg-2015-04"].id, NodeId("a-zzzzzz")) is None
