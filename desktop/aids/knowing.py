"""Who is who: the register and the archive's people, asked for once in the worker and kept while one writes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop.background import Asker
from desktop.session import Session
from model.record.members import Register
from model.record.minutes import Minutes

if TYPE_CHECKING:
    from model.language.whois import Found, Known


class Knowing(QObject):
    """Answers at once with what it has; the archive's answer makes it better. `learned` is called when it comes."""

    def __init__(self, asker: Asker, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._asker, self._session = asker, session
        self.register = Register()
        self.learned: list[Callable[[], None]] = []
        self._archive: tuple[Known, ...] = ()
        self._here: tuple[Minutes, tuple[Known, ...]] | None = None
        session.opened.connect(self.ask)

    def ask(self) -> None:
        """Ask the worker who belongs to the body and who has been named before."""
        if self._session.archive is not None:
            self._asker.ask("known_people", self._on_answer, archive=self._session.archive)

    def _on_answer(self, answer: object) -> None:
        self.register, self._archive = cast("tuple[Register, tuple[Known, ...]]", answer)
        self._here = None
        for heard in self.learned:
            heard()

    def remember(self, name: str) -> None:
        """Know `name` for the rest of the day; the archive knows it from the minutes then."""
        from model.language.whois import Known

        self._archive = (Known(name), *self._archive)
        self._here = None

    def people(self, minutes: Minutes) -> "tuple[Known, ...]":
        """Everybody who can be named, the meeting's own first."""
        if self._here is None or self._here[0].attendance is not minutes.attendance:
            from model.language.whois import known_people

            self._here = minutes, known_people(minutes, self.register, self._archive)
        return self._here[1]

    def find(self, typed: str, minutes: Minutes, limit: int = 7) -> "list[Found]":
        """Who answers to a letter or two."""
        from model.language.whois import find

        return find(typed, self.people(minutes), limit)

    def names(self, minutes: Minutes) -> tuple[str, ...]:
        """Every name and organisation, for the spelling."""
        found = self.people(minutes)
        return tuple({word for known in found for word in (known.name, known.organisation) if word})
