"""Fixtures of the hall: a theme, and a worker that answers what the test says."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.theme import Theme
from desktop.theme.stylesheet import stylesheet
from model.errors import MinutesError


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["protokoll"]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light colours, dressed."""
    made = Theme("light")
    qapp.setStyleSheet(stylesheet(made))
    return made


@dataclass
class Question:
    name: str
    what: dict[str, Any]
    then: Callable[[object], None] | None
    failed: Callable[[MinutesError], None] | None


@dataclass
class Scripted:
    """An asker that keeps the questions; the test answers them."""

    asked: list[Question] = field(default_factory=list)
    is_resting: bool = False
    woken: int = 0

    def ask(self, name: str, then: Any = None, failed: Any = None, progress: Any = None, **what: Any) -> int:
        self.asked.append(Question(name, what, then, failed))
        return len(self.asked)

    def forget(self, ticket: int) -> None: ...

    def wake(self) -> None:
        self.woken += 1

    def waiting(self, name: str) -> Question:
        """The oldest unanswered question of this name."""
        return next(question for question in self.asked if question.name == name)

    def answer(self, name: str, value: object) -> None:
        question = self.waiting(name)
        self.asked.remove(question)
        if question.then:
            question.then(value)

    def fail(self, name: str, error: MinutesError) -> None:
        question = self.waiting(name)
        self.asked.remove(question)
        if question.failed:
            question.failed(error)


@pytest.fixture
def scripted() -> Scripted:
    return Scripted()
