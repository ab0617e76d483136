"""What the archive has taught: people, register, phrases, formulas; asked for once, in the worker, and kept."""

import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Asker
from desktop.pipe import Taught
from desktop.session import Session
from model.record.ids import TITLE
from model.record.members import Register
from model.record.minutes import Minutes

if TYPE_CHECKING:
    from model.language.ghosts import Ghosts
    from model.language.whois import Found, Known

LATER = 400
"""Milliseconds after minutes are shown before the archive is asked: first the paper, then its list, then this."""


class Knowing(QObject):
    """Answers at once with what it has; `learned` comes when the archive's answer has made it better."""

    learned = Signal()

    def __init__(self, asker: Asker, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._asker, self._session = asker, session
        self.register = Register()
        self._taught: Taught | None = None
        self._asked: tuple[Path | None, str] | None = None
        self._met: tuple[Known, ...] = ()
        self._here: tuple[Minutes, tuple[Known, ...]] | None = None
        self._ghosts: tuple[Minutes, Ghosts] | None = None
        self._soon = QTimer(self, singleShot=True, interval=LATER)
        self._soon.timeout.connect(self.ask)
        session.opened.connect(self._soon.start)

    @property
    def has_learned(self) -> bool:
        """True when the archive has answered."""
        return self._taught is not None

    @property
    def places(self) -> tuple[str, ...]:
        """The usual places of the meetings, likeliest first."""
        return tuple(self._taught.learned.places) if self._taught else ()

    def ask(self) -> None:
        """Ask the worker what the archive teaches of this body, unless that has been asked."""
        minutes, archive = self._session.minutes, self._session.archive
        if minutes is None or archive is None or self._asked == (archive, minutes.body.code):
            return
        self._asked = archive, minutes.body.code
        self._asker.ask("learn", self._on_answer, archive=archive, body=minutes.body.code)

    def _on_answer(self, answer: object) -> None:
        self._taught = cast("Taught", answer)
        self.register = self._taught.register
        self._here = self._ghosts = None
        self.learned.emit()

    def remember(self, name: str) -> None:
        """Know `name` from now on; the archive's register too, and nobody waits for that."""
        from model.language.whois import Known

        self._met = (Known(name), *self._met)
        self._here = None
        minutes, archive = self._session.minutes, self._session.archive
        if archive is not None and minutes is not None and self._session.may_write:
            day = minutes.meeting.date or datetime.date.today()
            self._asker.ask("keep_person", lambda _: None, archive=archive, person=name, day=day)

    def people(self, minutes: Minutes) -> "tuple[Known, ...]":
        """Everybody who can be named, the meeting's own first."""
        if self._here is None or self._here[0].attendance is not minutes.attendance:
            from model.language.whois import known_people

            archive = self._taught.learned.people if self._taught else ()
            self._here = minutes, known_people(minutes, self.register, (*self._met, *archive))
        return self._here[1]

    def find(self, typed: str, minutes: Minutes, limit: int = 7) -> "list[Found]":
        """Who answers to a letter or two."""
        from model.language.whois import find

        return find(typed, self.people(minutes), limit)

    def names(self, minutes: Minutes) -> tuple[str, ...]:
        """Every name and organisation, for the spelling."""
        found = self.people(minutes)
        return tuple(dict.fromkeys(word for known in found for word in (known.name, known.organisation) if word))

    def ghosts(self, minutes: Minutes, *, fresh: bool = True) -> "Ghosts":
        """The tables of ghosts for `minutes`; when `fresh`, made anew if the people of the meeting have changed."""
        kept = self._ghosts
        if kept is None or kept[0].id != minutes.id or (fresh and kept[0].attendance is not minutes.attendance):
            from model.language.autotext import shipped
            from model.language.datewords import rewritten
            from model.language.ghosts import Ghosts

            near = partial(rewritten, near=minutes.meeting.date, style=minutes.style)
            formulas, learned = (self._taught.formulas, self._taught.learned) if self._taught else (shipped(), None)
            kept = self._ghosts = minutes, Ghosts(formulas, learned, self.people(minutes), (), near, minutes.style)
            for block in minutes.blocks:
                kept[1].hear(_words(minutes, block.id))
        return kept[1]


def _words(minutes: Minutes, node: str) -> str:
    from desktop.paper.words import plain
    from model.record.ids import NodeId

    return plain(minutes, NodeId(node)) if node != TITLE else ""
