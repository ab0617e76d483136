"""The near end of the pipe, against a small far end that obeys the test."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import background
from desktop.background import Asker, WorkerGoneError
from model import worker
from model.errors import MinutesError

FAR_END = """
import os, pickle, sys
from model.errors import EmptyFileError
from pathlib import Path
def read():
    head = sys.stdin.buffer.read(4)
    return pickle.loads(sys.stdin.buffer.read(int.from_bytes(head, "big"))) if len(head) == 4 else None
def say(*message):
    data = pickle.dumps(message)
    sys.stdout.buffer.write(len(data).to_bytes(4, "big") + data)
    sys.stdout.buffer.flush()
while (question := read()) is not None:
    _, ticket, name, what = question
    say("begun", ticket, name)
    if name == "die" or (what.get("once") and not os.path.exists(what["once"])):
        if what.get("once"):
            open(what["once"], "w").close()
        os._exit(3)
    elif name == "fail":
        say("failed", ticket, EmptyFileError(Path("a")))
    elif name == "count":
        for done in range(1, 4):
            say("progress", ticket, done, 3)
        say("answer", ticket, "counted")
    else:
        say("answer", ticket, (name, what))
"""


@pytest.fixture
def asker(qtbot: QtBot, tmp_path: Path) -> Asker:
    script = tmp_path / "far.py"
    script.write_text(FAR_END, encoding="utf-8")
    made = Asker([sys.executable, str(script)])
    yield made
    made.close()


def test_an_answer_comes_back_to_the_one_who_asked(asker: Asker, qtbot: QtBot) -> None:
    answers: list[object] = []
    ticket = asker.ask("load", answers.append, path="x")
    with qtbot.waitSignal(asker.answered) as heard:
        pass
    assert answers == [("load", {"path": "x"})]
    assert heard.args[0] == ticket


def test_twenty_questions_faster_than_answers_give_only_the_newest(asker: Asker, qtbot: QtBot) -> None:
    answers: list[object] = []
    for number in range(20):
        asker.ask("search", answers.append, words=number)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("search", {"words": 19})]


def test_both_ends_know_the_same_questions_by_their_newest() -> None:
    """What only the far end dropped would be waited for until the program ends."""
    assert background.NEWEST_ONLY == worker.NEWEST_ONLY


def test_saving_questions_are_all_answered(asker: Asker, qtbot: QtBot) -> None:
    answers: list[object] = []
    for number in range(5):
        asker.ask("save", answers.append, n=number)
    qtbot.waitUntil(lambda: len(answers) == 5)


def test_a_fault_in_one_who_is_answered_is_said_and_the_answers_behind_it_come(
    asker: Asker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: faults.append(kind.__name__))
    answers: list[object] = []
    for name in ("save", "fall", "load"):  # so near one another that they come in one piece
        asker.ask(name, (lambda _: [].pop()) if name == "fall" else answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert faults == ["IndexError"]


def test_a_failure_arrives_as_an_error_value(asker: Asker, qtbot: QtBot) -> None:
    errors: list[MinutesError] = []
    asker.ask("fail", None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert type(errors[0]).__name__ == "EmptyFileError"


def test_progress_is_told_before_the_answer(asker: Asker, qtbot: QtBot) -> None:
    steps: list[object] = []
    asker.ask("count", steps.append, None, lambda done, total: steps.append((done, total)))
    qtbot.waitUntil(lambda: "counted" in steps)
    assert steps == [(1, 3), (2, 3), (3, 3), "counted"]


def test_what_the_worker_died_of_fails_and_what_waits_is_asked_again(asker: Asker, qtbot: QtBot) -> None:
    errors: list[MinutesError] = []
    answers: list[object] = []
    asker.ask("die", None, errors.append)
    for number in range(3):
        asker.ask("save", answers.append, errors.append, n=number)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert answers == [("save", {"n": 0}), ("save", {"n": 1}), ("save", {"n": 2})]
    assert [type(error) for error in errors] == [WorkerGoneError]
    assert not asker.is_resting


def test_saving_is_tried_once_more_when_the_worker_died_of_it(asker: Asker, qtbot: QtBot, tmp_path: Path) -> None:
    answers: list[object] = []
    asker.ask("save", answers.append, once=str(tmp_path / "once"))
    qtbot.waitUntil(lambda: bool(answers))


def test_a_question_that_the_worker_died_of_twice_rests_until_it_is_woken(asker: Asker, qtbot: QtBot) -> None:
    errors: list[MinutesError] = []
    rests: list[bool] = []
    asker.rested.connect(rests.append)
    for number in (1, 2):
        asker.ask("die", None, errors.append)
        qtbot.waitUntil(lambda: len(errors) == number)  # noqa: B023
    assert asker.is_resting
    asker.ask("die", None, errors.append)
    assert len(errors) == 2, "nobody is called back while asking"
    qtbot.waitUntil(lambda: len(errors) == 3)
    asker.wake()
    assert not asker.is_resting
    assert rests == [True, False]


def test_the_other_questions_go_on_when_one_rests(asker: Asker, qtbot: QtBot) -> None:
    errors: list[MinutesError] = []
    answers: list[object] = []
    for number in (1, 2):
        asker.ask("die", None, errors.append)
        qtbot.waitUntil(lambda: len(errors) == number)  # noqa: B023
    for name in ("save", "load"):
        asker.ask(name, answers.append, errors.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert len(errors) == 2


def test_a_death_is_forgotten_when_the_question_is_answered(asker: Asker, qtbot: QtBot, tmp_path: Path) -> None:
    errors: list[MinutesError] = []
    answers: list[object] = []
    for name in ("one", "two"):
        asker.ask("check", None, errors.append, once=str(tmp_path / name))
        qtbot.waitUntil(lambda name=name: (tmp_path / name).exists() and bool(errors))
        errors.clear()
        asker.ask("check", answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        answers.clear()
    assert not asker.is_resting


def test_a_program_that_cannot_be_started_rests_too(qtbot: QtBot) -> None:
    asker = Asker(["/no/such/program"])
    errors: list[MinutesError] = []
    for name in ("load", "save", "save"):
        asker.ask(name, None, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 3)
    assert asker.is_resting
    asker.ask("save", None, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 4)
    asker.close()


def test_a_forgotten_question_is_never_answered(asker: Asker, qtbot: QtBot) -> None:
    answers: list[object] = []
    asker.forget(asker.ask("load", lambda _answer: answers.append("forgotten")))
    asker.ask("load", lambda _answer: answers.append("wanted"))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["wanted"]
