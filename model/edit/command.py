"""What a command is, and its form in the journal."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, TypeVar

from model.errors import UnknownEntryError
from model.record.minutes import Minutes
from model.record.values import from_plain, to_plain

NAME = "do"
"""The key of an entry that says which command it is."""


class Command(ABC):
    """A change to minutes. Every command is a frozen dataclass, registered by its class name."""

    __slots__ = ()
    label: ClassVar[str]
    """A code for the undo menu; the words are the screen's."""

    @abstractmethod
    def apply(self, minutes: Minutes) -> Minutes:
        """The minutes after the change; the same object if nothing happened.

        Raises `UnknownNodeError` when an id is not there, and then nothing has changed.
        """

    def joins(self, earlier: "Command") -> bool:
        """True if this may be one undo step with the change right before it."""
        return False

    def to_data(self) -> dict[str, Any]:
        """The fields as plain data."""
        data: dict[str, Any] = to_plain(self)
        return data

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Command":
        """The command that has these fields; KeyError, TypeError or ValueError if they are not its own."""
        return from_plain(cls, data)


C = TypeVar("C", bound=type[Command])
REGISTRY: dict[str, type[Command]] = {}


def registered(kind: C) -> C:
    """Let the journal find `kind` by its name."""
    REGISTRY[kind.__name__] = kind
    return kind


def to_entry(command: Command) -> dict[str, Any]:
    """`command` as plain data for the journal."""
    return {NAME: type(command).__name__, **command.to_data()}


def from_entry(entry: object) -> Command:
    """The command that `to_entry` wrote; `UnknownEntryError` for anything else: a journal is never half understood."""
    if not isinstance(entry, dict) or entry.get(NAME) not in REGISTRY:
        raise UnknownEntryError
    try:
        return REGISTRY[entry[NAME]].from_data({key: value for key, value in entry.items() if key != NAME})
    except (TypeError, ValueError, KeyError, ArithmeticError) as problem:
        raise UnknownEntryError from problem
