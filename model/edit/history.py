"""Undo by remembering: the records that were, in steps a person would call one."""

from dataclasses import dataclass

from model.edit.change import Place
from model.edit.command import Command
from model.record.minutes import Minutes

JOIN_WITHIN = 1.0
"""Seconds between two changes that may still be one step."""

LIMIT = 10_000
"""Steps kept. Shared structure makes them cheap: three thousand in long minutes took 9 MB."""


@dataclass(slots=True)
class Step:
    """One undoable step: the records round it, its last command, and when, by whom and where it was made."""

    before: Minutes
    after: Minutes
    command: Command
    origin: object | None
    at: float
    place_before: Place | None
    place_after: Place | None
    closed: bool = False


class History:
    """The steps behind and the steps ahead."""

    def __init__(self) -> None:
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Remember `step`, joined to the one before it when its command says so, soon after and from the same hand."""
        self.undone.clear()
        last = self.done[-1] if self.done else None
        if last and self._joins(step, last):
            last.after, last.command, last.at, last.place_after = step.after, step.command, step.at, step.place_after
            return
        self.done.append(step)
        del self.done[:-LIMIT]

    def close(self) -> None:
        """Let nothing join the last step any more."""
        if self.done:
            self.done[-1].closed = True

    def undo(self) -> Step | None:
        """The step to take back, moved ahead."""
        if not self.done:
            return None
        step = self.done.pop()
        step.closed = True
        self.undone.append(step)
        return step

    def redo(self) -> Step | None:
        """The step to do again, moved behind."""
        if not self.undone:
            return None
        step = self.undone.pop()
        self.done.append(step)
        return step

    @staticmethod
    def _joins(step: Step, last: Step) -> bool:
        near = step.at - last.at <= JOIN_WITHIN
        return near and not last.closed and last.origin == step.origin and step.command.joins(last.command)
