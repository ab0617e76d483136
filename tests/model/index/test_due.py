"""Promises through their life: found, due at a meeting, moved with it, answered, late, or unanswered."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.index.due import Owed, due, late, meeting_days, open_promises, promises
from model.index.opened import Index
from model.index.said import DONE_BY_HAND
from model.index.writing import refresh
from model.record.blocks import Block, Clause, Deadline, Item
from model.record.ids import NodeId
from model.record.lifecycle import Lifecycle, Silenced
from model.record.links import Link, LinkKind
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.record.text import Text
from model.store.archive import Archive
from model.store.minutesfile import save
from model.store.settled import How, settle
from tests.builders import IDS, clause, item, paragraph
from tests.model.index.seeded import ROOT, Seeded

TASKS = json.loads((ROOT / "tests" / "gold" / "bevakningar.json").read_text(encoding="utf-8"))


def seed_body(samples: Seeded) -> int:
    return int(samples.index.one("select id from body"))


def places(samples: Seeded, owed: list[Owed]) -> list[str | None]:
    return [samples.address(one.place.minutes, one.place.node) for one in owed]


def wanted(samples: Seeded, source: str) -> set[tuple[str, str]]:
    """The nodes at which a gold task may be found: its clause, or any paragraph of its item."""
    address, _, line = source.partition(" rad ")
    minutes = samples.minutes[address.partition("/")[0]]
    if not line:
        return {(minutes.id, samples.clause(source).id)}
    return {(minutes.id, part.id) for part in samples.item(address).parts if hasattr(part, "id")}


def test_the_list_to_follow_up_finds_nine_of_ten_and_is_rarely_wrong(samples: Seeded) -> None:
    listed = {(one.place.minutes, one.place.node) for one in promises(samples.index)}
    found = [task for task in TASKS if wanted(samples, task["kalla"]) & listed]
    right = {place for task in TASKS for place in wanted(samples, task["kalla"]) & listed}
    assert len(found) / len(TASKS) >= 0.9
    assert len(right) / len(listed) >= 0.85


@pytest.mark.parametrize(("how", "state", "is_due"), [("done", "done", True), ("dropped", "dropped", False)])
def test_a_promise_that_is_ticked_off_is_no_longer_waited_for_and_its_minutes_are_untouched(
    samples: Seeded, how: How, state: str, is_due: bool
) -> None:
    folder, day = samples.index.folder, datetime.date(2015, 11, 27)
    target = f"{samples.minutes['kdg-2015-04'].id}#{samples.clause('kdg-2015-04/1#3').id}"
    before = {path: path.read_bytes() for path in folder.rglob("protokoll.xml")}
    settle(folder, target, how, "anna", datetime.datetime(2015, 11, 27, 9))
    try:
        owed = {f"{one.place.minutes}#{one.place.node}": one for one in promises(samples.index, today=day)}
        assert (owed[target].state, owed[target].settled.by if owed[target].settled else "") == (state, "anna")
        waiting = {f"{one.place.minutes}#{one.place.node}" for one in open_promises(samples.index, today=day)}
        assert target not in waiting
        assert (
            target in {f"{o.place.minutes}#{o.place.node}" for o in due(samples.index, seed_body(samples), day)}
        ) == is_due
    finally:
        settle(folder, target, None, "", datetime.datetime(2015, 11, 27, 9))
    assert before == {path: path.read_bytes() for path in folder.rglob("protokoll.xml")}


def test_what_is_due_at_a_meeting_begins_with_what_names_it(samples: Seeded) -> None:
    body = seed_body(samples)
    assert places(samples, due(samples.index, body, datetime.date(2015, 11, 27))) == ["kdg-2015-04/1#3"]
    waiting = due(samples.index, body, datetime.date(2015, 8, 28))
    assert [one.address for one in waiting[:3]] == ["4/2015 § 3", "4/2015 § 6 p 2", "4/2015 § 6 p 3"]


def test_a_meeting_held_a_week_early_still_gets_what_was_promised_for_it(samples: Seeded) -> None:
    found = due(samples.index, seed_body(samples), datetime.date(2015, 9, 18))
    assert "kdg-2015-04/2#2" in places(samples, found)


def test_what_was_due_at_a_meeting_without_minutes_is_unanswered_and_not_late(samples: Seeded) -> None:
    today = datetime.date(2015, 12, 1)
    states = {samples.address(o.place.minutes, o.place.node): o.state for o in promises(samples.index, today=today)}
    assert states["kdg-2015-04/6#2"] == "unanswered"
    assert states["kdg-2015-04/1#3"] == "late"
    assert states["kdg-2015-04/6#1"] == "open"
    assert "kdg-2015-04/6#2" not in places(samples, late(samples.index, None, today))


def test_the_calendar_knows_what_was_held_planned_and_moved(samples: Seeded) -> None:
    days = {day: (held, to) for day, held, to in meeting_days(samples.index, seed_body(samples), "2015-11-01")}
    assert days["2015-11-27"] == (samples.minutes["kdg-2015-08"].id, None)
    assert days["2016-04-22"] == (None, "2016-04-15")
    assert days["2016-02-19"] == (None, None)


BOARD = Body("st", "Styrelsen för Byalaget i Alby", "Styrelsens")


class Board:
    """An invented association's minutes, written as a test goes on."""

    def __init__(self, folder: Path) -> None:
        self.archive = Archive.create(folder, BOARD)
        self.index = Index(self.archive)
        self._number = 0

    def held(self, day: str, *parts: Block | tuple[Block, ...], lifecycle: Lifecycle | None = None) -> Minutes:
        """The minutes of a meeting, saved and indexed."""
        self._number += 1
        blocks = tuple(b for part in parts for b in (part if isinstance(part, tuple) else (part,)))
        when = datetime.date.fromisoformat(day)
        made = Minutes(
            IDS.new("p"), BOARD, Meeting(IDS.new("m"), when), BOARD.code, self._number, when.year, blocks=blocks,
            lifecycle=lifecycle or Lifecycle(),
        )  # fmt: skip
        save(self.archive.place_for(made), made, None)
        refresh(self.index)
        return made

    def states(self, today: str) -> list[tuple[str, str]]:
        """Address and state of every promise."""
        day = datetime.date.fromisoformat(today)
        return [(one.address, one.state) for one in promises(self.index, today=day)]

    def due(self, day: str) -> list[str]:
        """The addresses of what is due on a day."""
        body = int(self.index.one("select id from body"))
        return [one.address for one in due(self.index, body, datetime.date.fromisoformat(day))]


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Board]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = Board(tmp_path / "Protokoll")
    yield made
    made.index.close()


def answering(node: NodeId, target: str, kind: LinkKind = "foljer_upp") -> Lifecycle:
    return Lifecycle(links=(Link(IDS.new("lk"), node, kind, target),))


def test_a_promise_is_done_when_a_later_item_follows_it_up(board: Board) -> None:
    asked = clause("ge Lena i uppdrag att begära in en offert till mötet den 20 mars")
    first = board.held("2018-02-20", item("Lekplatsen", asked))
    assert board.due("2018-03-20") == ["1/2018 § 1 p 1"]
    answer = item("Lekplatsen", paragraph("Lena visade offerten."))
    board.held("2018-03-20", answer, lifecycle=answering(answer[0].id, f"{first.id}#{asked.id}"))
    assert board.states("2018-04-01") == [("1/2018 § 1 p 1", "done")]


def test_a_link_to_the_item_answers_what_was_due_by_then(board: Board) -> None:
    soon = clause("ge Lena i uppdrag att begära in en offert till mötet den 20 mars")
    later = clause("ge Nils i uppdrag att måla staketet till mötet den 15 maj")
    asked = item("Lekplatsen", soon, later)
    first = board.held("2018-02-20", asked)
    answer = item("Lekplatsen", paragraph("Lena visade offerten."))
    board.held("2018-03-20", answer, lifecycle=answering(answer[0].id, f"{first.id}#{asked[0].id}"))
    assert board.states("2018-04-01") == [("1/2018 § 1 p 1", "done"), ("1/2018 § 1 p 2", "open")]


def test_a_mere_mention_answers_nothing(board: Board) -> None:
    asked = clause("ge Lena i uppdrag att begära in en offert till mötet den 20 mars")
    first = board.held("2018-02-20", item("Lekplatsen", asked))
    other = item("Övrigt", paragraph("Offerten nämndes."))
    board.held("2018-03-20", other, lifecycle=answering(other[0].id, f"{first.id}#{asked.id}", "hanvisar"))
    assert board.states("2018-04-01") == [("1/2018 § 1 p 1", "late")]


def test_a_revoked_decision_asks_nothing_more(board: Board) -> None:
    asked = clause("ge Lena i uppdrag att begära in en offert till mötet den 20 mars")
    first = board.held("2018-02-20", item("Lekplatsen", asked))
    other = item("Lekplatsen", paragraph("Lekplatsen ska inte byggas."))
    board.held("2018-03-06", other, lifecycle=answering(other[0].id, f"{first.id}#{asked.id}", "upphaver"))
    assert board.states("2018-04-01") == [("1/2018 § 1 p 1", "replaced")]
    assert board.due("2018-03-20") == []


def test_a_promise_follows_its_meeting_when_that_is_moved(board: Board) -> None:
    board.held("2018-02-20", item("Lekplatsen", clause("ge Lena i uppdrag att återkomma på mötet den 20 mars")))
    board.held("2018-03-06", item("Nästa möte", paragraph("Styrelsemötet den 20 mars flyttas till den 10 april.")))
    assert board.due("2018-04-10") == ["1/2018 § 1 p 1"]
    assert board.due("2018-03-20") == []


def test_next_meeting_is_the_one_that_comes_next(board: Board) -> None:
    board.held("2018-02-20", item("Lekplatsen", clause("ge Lena i uppdrag att återkomma till nästa möte")))
    assert board.due("2018-03-20") == ["1/2018 § 1 p 1"]
    board.held("2018-03-20", item("Vägen", paragraph("Vägen är lagad.")))
    assert board.due("2018-04-17") == []
    assert board.states("2018-04-01") == [("1/2018 § 1 p 1", "late")]


def test_a_promise_can_be_ticked_off_by_hand(board: Board) -> None:
    asked = clause("ge Lena i uppdrag att ringa kommunen senast den 1 mars")
    done = Silenced(DONE_BY_HAND, "anna", datetime.datetime(2018, 3, 1), asked.id)
    board.held("2018-02-20", item("Lekplatsen", asked), lifecycle=Lifecycle(silenced=(done,)))
    assert board.states("2018-04-01") == [("1/2018 § 1 p 1", "done")]
    assert open_promises(board.index) == []


def test_another_bodys_matter_is_not_ours_to_follow_up(board: Board) -> None:
    board.held("2018-02-20", item("Motionen", paragraph("Motionen behandlas på årsmötet den 25 mars.")))
    assert board.states("2018-04-01") == []


def test_a_withdrawn_item_is_postponed_until_its_new_day(board: Board) -> None:
    withdrawn = Item(IDS.new("a"), heading=Text("Lekplatsen"), status="withdrawn")
    board.held("2018-02-20", withdrawn, paragraph("Ärendet utgick. Tas upp på mötet den 20 mars.", "status"))
    assert board.states("2018-03-01") == [("1/2018 § 1", "postponed")]
    assert board.due("2018-03-20") == ["1/2018 § 1"]


def test_the_day_under_a_heading_that_announces_the_next_meeting_is_that_meetings(board: Board) -> None:
    board.held("2018-02-20", item("Nästa möte", paragraph("Tisdagen den 17 april kl 18 i Bystugan.")))
    body = int(board.index.one("select id from body"))
    assert [day for day, _, _ in meeting_days(board.index, body)] == ["2018-02-20", "2018-04-17"]


def test_a_rule_of_meetings_stands_as_days_in_the_calendar(board: Board) -> None:
    board.held("2018-02-20", item("Mötestider", paragraph("Styrelsen möts tredje tisdagen i varje månad utom juli.")))
    body = int(board.index.one("select id from body"))
    days = [day for day, _, _ in meeting_days(board.index, body, "2018-03-01")]
    assert days[:3] == ["2018-03-20", "2018-04-17", "2018-05-15"]
    assert "2018-07-17" not in days


def test_who_and_when_after_a_decision_belong_to_its_last_clause(board: Board) -> None:
    board.held("2018-02-20", item("Gungor", clause("köpa nya gungor"), paragraph("Ansvarig: Lena. Klart: 1 maj.")))
    (owed,) = promises(board.index)
    assert (owed.address, owed.who, owed.deadline) == ("1/2018 § 1 p 1", "Lena", "2018-05-01")


def test_a_meeting_moved_there_and_back_is_held_where_it_was(board: Board) -> None:
    board.held("2018-02-06", item("Lekplatsen", clause("ge Lena i uppdrag att återkomma på mötet den 20 mars")))
    board.held("2018-02-20", item("Nästa möte", paragraph("Styrelsemötet den 20 mars flyttas till den 10 april.")))
    board.held("2018-03-06", item("Nästa möte", paragraph("Styrelsemötet den 10 april flyttas till den 20 mars.")))
    assert board.due("2018-03-20") == ["1/2018 § 1 p 1"]
    assert board.due("2018-04-10") == []


def test_a_deadline_bound_by_a_person_to_a_meetings_id_is_kept(board: Board) -> None:
    coming = board.held("2018-05-15", item("Vägen", paragraph("Vägen är lagad.")))
    bound = Clause(
        IDS.new("t"), Text("ge Lena i uppdrag att återkomma"), mandate=True,
        deadlines=(Deadline("2018-05-15", "to_meeting", coming.id),),
    )  # fmt: skip
    board.held("2018-02-20", item("Lekplatsen", bound))
    assert board.due("2018-05-15") == ["2/2018 § 1 p 1"]
    (owed,) = promises(board.index, today=datetime.date(2018, 3, 1))
    assert (owed.meeting, owed.planned, owed.who) == (coming.id, "2018-05-15", "Lena")


def test_a_month_is_the_meeting_of_that_month_when_there_is_but_one(board: Board) -> None:
    board.held("2018-02-20", item("Lekplatsen", clause("ge Lena i uppdrag att återkomma på mötet i mars")))
    board.held("2018-03-20", item("Vägen", paragraph("Vägen är lagad.")))
    assert board.states("2018-05-01") == [("1/2018 § 1 p 1", "late")]
