"""The difference between two records as a command: what undo and redo write to the journal."""

from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar

from model.edit.command import Command, registered
from model.record.blocks import Block, Signature
from model.record.ids import NodeId
from model.record.lifecycle import Lifecycle
from model.record.meeting import Meeting
from model.record.minutes import Attachment, Body, DocumentDate, LetterheadLine, Minutes
from model.record.people import Attendance
from model.record.style import HOUSE, StyleProfile


@dataclass(frozen=True, slots=True)
class Head:
    """All of a set of minutes but its blocks; present in a patch only when some of it differs."""

    id: NodeId
    body: Body
    meeting: Meeting
    series: str = ""
    number: int | None = None
    year: int | None = None
    title: str | None = None
    reference: str | None = None
    document_date: DocumentDate | None = None
    letterhead: tuple[LetterheadLine, ...] = ()
    attendance: Attendance = Attendance()
    signatures: tuple[Signature, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    style: StyleProfile = HOUSE
    extras: tuple[str, ...] = ()


_HEAD = tuple(field.name for field in fields(Head))


@registered
@dataclass(frozen=True, slots=True)
class Patch(Command):
    """Replace `count` blocks from `start` by `blocks`, and the head and management where they differ.

    It carries the nodes that differ, so that a replay needs no history.
    """

    label: ClassVar[str] = "patch"
    start: int = 0
    count: int = 0
    blocks: tuple[Block, ...] = ()
    head: Head | None = None
    lifecycle: Lifecycle | None = None

    @classmethod
    def between(cls, before: Minutes, after: Minutes) -> "Patch":
        """The smallest patch that leads from `before` to `after`."""
        old, new = before.blocks, after.blocks
        limit, start, tail = min(len(old), len(new)), 0, 0
        while start < limit and old[start] == new[start]:
            start += 1
        while tail < limit - start and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        changed: dict[str, Any] = {}
        if any(getattr(before, name) != getattr(after, name) for name in _HEAD):
            changed["head"] = Head(**{name: getattr(after, name) for name in _HEAD})
        if before.lifecycle != after.lifecycle:
            changed["lifecycle"] = after.lifecycle
        return cls(start, len(old) - tail - start, new[start : len(new) - tail], **changed)

    def apply(self, minutes: Minutes) -> Minutes:
        """The minutes with the differing parts put in."""
        changed: dict[str, Any] = {}
        if self.count or self.blocks:
            changed["blocks"] = (
                *minutes.blocks[: self.start],
                *self.blocks,
                *minutes.blocks[self.start + self.count :],
            )
        if self.head is not None:
            changed |= {name: getattr(self.head, name) for name in _HEAD}
        if self.lifecycle is not None:
            changed["lifecycle"] = self.lifecycle
        return replace(minutes, **changed) if changed else minutes
