"""Said twice, said otherwise, and never spoken of again."""

import datetime

from model.index.silence import silent
from model.index.suggest import Suggester
from model.index.warnings import warnings
from model.record.ids import NodeId
from tests.builders import clause, item, paragraph
from tests.model.index.seeded import Seeded
from tests.model.index.test_due import Board, answering, board

__all__ = ["board"]


def raised(board: Board, minutes: object, node: NodeId) -> list[tuple[str, str, str, str]]:
    found = Suggester(board.index).suggestions(minutes, node)  # type: ignore[arg-type]  # minutes, from the board
    return [(w.kind, w.other, w.mine, w.theirs) for w in warnings(board.index, minutes, node, found)]  # type: ignore[arg-type]  # as above


def test_two_mandates_to_the_same_party_for_the_same_day_overlap(samples: Seeded) -> None:
    minutes, section = samples.minutes["kdg-2019-01"], samples.item("kdg-2019-01/7")
    (found,) = warnings(samples.index, minutes, section.item.id)
    assert (found.kind, found.other) == ("duplicate", "1/2019 § 5 p 1")


def test_nothing_else_in_the_samples_is_said_twice(samples: Seeded) -> None:
    suggester = Suggester(samples.index)
    raised = [
        samples.address(minutes.id, warning.node)
        for name, minutes in samples.minutes.items()
        for section in samples.sections(name).values()
        for warning in warnings(
            samples.index, minutes, section.item.id, suggester.suggestions(minutes, section.item.id)
        )
    ]
    assert raised == ["kdg-2019-01/7#1"]


def test_the_same_mandate_with_another_day_is_warned_of(board: Board) -> None:
    board.held(
        "2018-02-20", item("Lekplatsen", clause("ge Lena i uppdrag att begära in offert på gungorna senast den 1 maj"))
    )
    again = item("Lekplatsen", clause("ge Lena i uppdrag att begära in offert på gungorna senast den 1 juni"))
    minutes = board.held("2018-03-20", again)
    assert raised(board, minutes, again[0].id) == [("deadline", "1/2018 § 1 p 1", "2018-06-01", "2018-05-01")]


def test_a_mandate_whose_day_has_passed_may_be_given_again(board: Board) -> None:
    board.held(
        "2018-02-20", item("Lekplatsen", clause("ge Lena i uppdrag att begära in offert på gungorna senast den 1 mars"))
    )
    again = item("Lekplatsen", clause("ge Lena i uppdrag att begära in offert på gungorna senast den 1 juni"))
    minutes = board.held("2018-03-20", again)
    assert raised(board, minutes, again[0].id) == []


def test_another_sum_for_the_same_thing_is_warned_of(board: Board) -> None:
    board.held("2018-02-20", item("Gungorna på lekplatsen", clause("avsätta 20 000 kr till gungorna på lekplatsen")))
    again = item("Gungorna på lekplatsen", clause("avsätta 30 000 kr till gungorna på lekplatsen"))
    minutes = board.held("2018-03-20", again)
    assert raised(board, minutes, again[0].id) == [("amount", "1/2018 § 1 p 1", "30000", "20000")]


def test_another_party_for_the_same_thing_is_no_repetition(board: Board) -> None:
    board.held(
        "2018-02-20", item("Lekplatsen", clause("ge Lena i uppdrag att begära in offert på gungorna senast den 1 maj"))
    )
    again = item("Lekplatsen", clause("ge Nils i uppdrag att begära in offert på gungorna senast den 1 juni"))
    minutes = board.held("2018-03-20", again)
    assert raised(board, minutes, again[0].id) == []


def test_what_nobody_speaks_of_again_is_silent(board: Board) -> None:
    board.held(
        "2018-02-20",
        item("Lekplatsen vid dammen", clause("ge Lena i uppdrag att begära in offert på gungorna")),
        item("Vägbelysningen", clause("ge Nils i uppdrag att räkna lamporna")),
    )
    board.held("2018-03-20", item("Lekplatsen vid dammen", paragraph("Lena visade offerten på gungorna.")))
    board.held("2018-04-17", item("Städdagen", paragraph("Alla hjälptes åt.")))
    body = int(board.index.one("select id from body"))
    found = silent(board.index, body, datetime.date(2018, 5, 1))
    assert [owed.address for owed in found] == ["1/2018 § 2 p 1"]


def test_nothing_is_silent_before_its_time(board: Board) -> None:
    board.held("2018-02-20", item("Vägbelysningen", clause("ge Nils i uppdrag att räkna lamporna senast den 1 juni")))
    board.held("2018-03-20", item("Städdagen", paragraph("Alla hjälptes åt.")))
    board.held("2018-04-17", item("Midsommar", paragraph("Stången reses.")))
    body = int(board.index.one("select id from body"))
    assert silent(board.index, body, datetime.date(2018, 5, 1)) == []
    assert [owed.address for owed in silent(board.index, body, datetime.date(2018, 6, 2))] == ["1/2018 § 1 p 1"]


def test_what_is_linked_to_or_unreadable_does_not_break_the_silence(board: Board) -> None:
    asked = clause("ge Nils i uppdrag att räkna lamporna")
    first = board.held("2018-02-20", item("Vägbelysningen", asked))
    answer = item("Städdagen", paragraph("Alla hjälptes åt."))
    board.held("2018-03-20", answer, lifecycle=answering(answer[0].id, f"{first.id}#{asked.id}", "hanvisar"))
    board.held("2018-04-17", item("Midsommar", paragraph("Stången reses.")))
    for path in board.archive.files():
        if "04-17" in str(path):
            path.unlink()
    body = int(board.index.one("select id from body"))
    assert silent(board.index, body, datetime.date(2018, 5, 1)) == []
