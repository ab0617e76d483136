"""A worker that answers what the test says, when the test says it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from model.errors import MinutesError


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
