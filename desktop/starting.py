"""How new minutes are begun from the screen, and what the start page says of them."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop import swedish
from desktop.answers import loaded
from desktop.background import Asker
from desktop.beginning import body_code, first, next_number, succeeding
from desktop.finding import Finding
from desktop.keeping import Keeping
from desktop.panels.values import MeetingLine
from desktop.session import Session
from desktop.theme import Choice, Theme
from model.record.ids import IdSource
from model.record.minutes import Body, Minutes

if TYPE_CHECKING:
    from desktop.dialogs.new import NewValues


class Starting(QObject):
    """Loads the last minutes in the worker, then begins from them."""

    def __init__(
        self, asker: Asker, session: Session, finding: Finding, keeping: Keeping, ids: IdSource, *, theme: Theme,
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._asker, self._session, self._finding = asker, session, finding
        self._keeping, self._ids, self._theme, self._window = keeping, ids, theme, window
        self.promises: Callable[[], tuple[tuple[str, str], ...]] = lambda: ()
        """What is to come along as items: their headings, and the clauses that promised them."""

    def begin(self) -> None:
        """New minutes at once, prefilled from the last meeting; a form only when there is none to go by."""
        self._with_last(self._begin_from)

    def begin_with(self) -> None:
        """New minutes, the values asked for first."""
        self._with_last(self._begin_asked)

    def would_begin(self) -> str:
        """What a new set of minutes would be, in words."""
        last = self._last_line()
        if last is None:
            return swedish.NEW_FIRST
        return swedish.new_from(_after(last), last.short_name)

    def would_continue(self) -> str:
        """What the last used minutes are, in words; empty when there are none."""
        if self._session.minutes:
            return swedish.continued(self._session.minutes.short_name, "")
        path = self.last_path()
        if path is None:
            return ""
        line, known = self._finding.by_path(path), self._session.remembered
        if line is not None:
            return _continued(line.short_name, line.date)
        if known is not None and known.path == path:
            return _continued(known.minutes.short_name, known.minutes.meeting.date)
        return ""

    def last_path(self) -> Path | None:
        """The record that was open last time."""
        return self._keeping.last

    def keep_colours(self, choice: Choice) -> None:
        """Light or dark, also next time."""
        self._keeping.keep_colours(choice)

    def begin_values(self, last: Minutes | None, values: "NewValues") -> None:
        """New minutes with these values, after `last` if there is one of the same body."""
        body = Body(body_code(values.body), values.body, values.genitive)
        if last is None or last.body.name != values.body:
            self._session.begin(first(self._ids, body, values.number, values.year, values.day))
        elif self._session.archive is None:
            self._session.begin(succeeding(last, self._ids, values.number, values.year, values.day))
        else:
            self._prepare(self._session.archive, last, values)

    def _prepare(self, archive: Path, last: Minutes, values: "NewValues") -> None:
        """Let the worker prepare them from all that the archive knows; from `last` alone if it cannot."""

        def begin(answer: object) -> None:
            alone = succeeding(last, self._ids, values.number, values.year, values.day)
            self._session.begin(answer if isinstance(answer, Minutes) else alone)

        self._asker.ask(
            "prepare", begin, lambda _error: begin(None), archive=archive, body=last.body.code, day=values.day,
            number=values.number, year=values.year, promises=self.promises(),
        )  # fmt: skip

    def _with_last(self, then: Callable[[Minutes | None], None]) -> None:
        line = self._last_line()
        if line is None:
            then(self._session.minutes)
            return

        self._asker.ask("load", lambda answer: then(loaded(answer).minutes), lambda _error: then(None), path=line.path)

    def _begin_from(self, last: Minutes | None) -> None:
        if last is None:
            self._begin_asked(None)
            return
        self.begin_values(last, self._proposed(last))

    def _begin_asked(self, last: Minutes | None) -> None:
        from desktop.dialogs.new import NewDialog

        dialog = NewDialog(self._theme, self._proposed(last), first=last is None, parent=self._window)
        if dialog.exec():
            self.begin_values(last, dialog.values())

    def _proposed(self, last: Minutes | None) -> "NewValues":
        from desktop.dialogs.new import NewValues

        today = datetime.date.today()
        number = next_number(last, today.year)
        if last is None:
            return NewValues(swedish.DEFAULT_BODY, swedish.DEFAULT_GENITIVE, number, today.year, today)
        return NewValues(last.body.name, last.body.genitive, number, today.year, today)

    def _last_line(self) -> MeetingLine | None:
        dated = [line for line in self._finding.lines if line.date]
        return max(dated, key=lambda line: line.date or datetime.date.min, default=None)


def _continued(short_name: str, day: datetime.date | None) -> str:
    return swedish.continued(short_name, swedish.near_date(day, datetime.date.today()) if day else "")


def _after(line: MeetingLine) -> str:
    """The name that follows: the next number of the same year, or the first of this one."""
    year = datetime.date.today().year
    number = line.short_name.split("/")[0]
    return f"{int(number) + 1 if line.year == year and number.isdigit() else 1}/{year}"
