"""Several commands as one step."""

from dataclasses import dataclass
from typing import Any, ClassVar

from model.edit.command import Command, from_entry, registered, to_entry
from model.record.minutes import Minutes


@registered
@dataclass(frozen=True, slots=True)
class Together(Command):
    """Do `steps` in order, as one undo step and one line in the journal.

    `joining` lets the typing that follows go on in the same step (delete a selection, write over it).
    """

    label: ClassVar[str] = "together"
    steps: tuple[Command, ...]
    joining: bool = False

    def apply(self, minutes: Minutes) -> Minutes:
        """Apply each step to what the one before it made; if one refuses, none has happened."""
        for step in self.steps:
            minutes = step.apply(minutes)
        return minutes

    def to_data(self) -> dict[str, Any]:
        """The steps as entries of their own."""
        return {"steps": [to_entry(step) for step in self.steps], "joining": self.joining}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Together":
        """The command whose steps are these entries."""
        return cls(tuple(from_entry(step) for step in data["steps"]), bool(data["joining"]))
