"""The one object that moves: which record is current, and who hears of it."""

import time
from collections.abc import Callable

from model.edit.change import Change, Place
from model.edit.command import Command
from model.edit.history import History, Step
from model.edit.patch import Patch
from model.errors import SealedError
from model.record.difference import touched
from model.record.minutes import Minutes

Observer = Callable[[Change], None]
Forget = Callable[[], None]
Recorder = Callable[[Command, Minutes], None]


class Document:
    """The current record of one open set of minutes. It lives on one thread, and only `apply` moves it.

    The journal (`recorder`) hears of a change, and of the record it made, before anyone else; then the observers, in
    order. A change made while a change is announced is an error of the program and raises.
    """

    def __init__(
        self, minutes: Minutes, *, recorder: Recorder | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._minutes = self._saved = minutes
        self._recorder, self._clock = recorder, clock
        self._history = History()
        self._observers: list[Observer] = []
        self._announcing = False

    @property
    def minutes(self) -> Minutes:
        """The current record."""
        return self._minutes

    @property
    def is_dirty(self) -> bool:
        """True if the record is not the saved one: identity, so undoing back to it is clean again."""
        return self._minutes is not self._saved

    @property
    def can_undo(self) -> bool:
        """True if there is a step to take back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """True if there is a step to do again."""
        return bool(self._history.undone)

    @property
    def undo_label(self) -> str | None:
        """The code of the step that `undo` takes back."""
        return self._history.done[-1].command.label if self._history.done else None

    @property
    def redo_label(self) -> str | None:
        """The code of the step that `redo` does again."""
        return self._history.undone[-1].command.label if self._history.undone else None

    def apply(
        self,
        command: Command,
        *,
        origin: object | None = None,
        place: Place | None = None,
        came_from: Place | None = None,
    ) -> bool:
        """Do `command`; False if nothing happened. Undo puts the caret at `came_from`, redo at `place`.

        Raises `SealedError` if the minutes are approved and the command is not one that may still be used, and
        `UnknownNodeError` if it names a node that is not there; in both cases nothing has changed.
        """
        self._check_quiet()
        before = self._minutes
        if before.lifecycle.is_sealed and not getattr(command, "allowed_when_sealed", False):
            raise SealedError
        after = command.apply(before)
        if after is before:
            return False
        self._history.add(Step(before, after, command, origin, self._clock(), came_from or place, place))
        self._move(after, command, origin, place)
        return True

    def undo(self, *, origin: object | None = None) -> Place | None:
        """Take back the last step; the place where the caret was, if there was a step."""
        self._check_quiet()
        step = self._history.undo()
        if step is None:
            return None
        self._move(step.before, Patch.between(self._minutes, step.before), origin, step.place_before)
        return step.place_before

    def redo(self, *, origin: object | None = None) -> Place | None:
        """Do the last undone step again; the place where the caret was after it."""
        self._check_quiet()
        step = self._history.redo()
        if step is None:
            return None
        self._move(step.after, Patch.between(self._minutes, step.after), origin, step.place_after)
        return step.place_after

    def observe(self, observer: Observer) -> Forget:
        """Call `observer` with every change from now on, until the returned function is called."""
        self._observers.append(observer)

        def forget() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return forget

    def end_step(self) -> None:
        """Let nothing join the last step: the caret moved, or another view spoke."""
        self._history.close()

    def mark_saved(self, minutes: Minutes | None = None) -> None:
        """Remember that `minutes` (the current record when None) is what the file holds."""
        self._saved = self._minutes if minutes is None else minutes
        self._history.close()

    def _check_quiet(self) -> None:
        if self._announcing:
            raise RuntimeError("a change was made while a change was announced")

    def _move(self, after: Minutes, entry: Command, origin: object | None, place: Place | None) -> None:
        before, self._minutes = self._minutes, after
        if self._recorder is not None:
            self._recorder(entry, after)
        change = Change(before, after, entry, origin, touched(before, after), place)
        self._announcing = True
        try:
            for observer in tuple(self._observers):
                observer(change)
        finally:
            self._announcing = False
