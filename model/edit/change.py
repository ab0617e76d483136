"""What observers hear: a change, and a place for the caret."""

from dataclasses import dataclass

from model.edit.command import Command
from model.record.ids import NodeId
from model.record.minutes import Minutes


@dataclass(frozen=True, slots=True)
class Place:
    """A place for the caret: code points into the words of a node."""

    node: NodeId
    at: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """From one record to the next. `entry` is what the journal wrote, `origin` who asked: a view skips its own echo."""

    before: Minutes
    after: Minutes
    entry: Command
    origin: object | None
    touched: frozenset[NodeId]
    place: Place | None = None
