"""Commands for what stands above and below the items: number, meeting, style, signatures, the facts of an item."""

from dataclasses import dataclass, replace
from typing import ClassVar

from model.edit.command import Command, registered
from model.record.blocks import Clause, Item, Signature
from model.record.ids import NodeId
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes, UnknownNodeError
from model.record.style import StyleProfile
from model.record.text import one_line


@registered
@dataclass(frozen=True, slots=True)
class SetNumber(Command):
    """Number the minutes `number`/`year` in `series`; a title of their own gives way to the derived one."""

    label: ClassVar[str] = "number"
    number: int | None
    year: int | None
    series: str = ""

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the number."""
        made = replace(minutes, number=self.number, year=self.year, series=self.series or minutes.series, title=None)
        return minutes if made == minutes else made


@registered
@dataclass(frozen=True, slots=True)
class SetTitle(Command):
    """Give the minutes a title of their own, or the derived one when None."""

    label: ClassVar[str] = "write"
    title: str | None

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the title."""
        title = None if self.title is None else one_line(self.title)
        return minutes if minutes.title == title else replace(minutes, title=title)

    def joins(self, earlier: Command) -> bool:
        """Typing goes on in the title, whatever it has been read as on the way."""
        return isinstance(earlier, (SetTitle, SetNumber))


@registered
@dataclass(frozen=True, slots=True)
class SetMeeting(Command):
    """Set when and where: the printed line and how it was read."""

    label: ClassVar[str] = "write"
    meeting: Meeting

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the meeting; its id stays."""
        made = replace(self.meeting, id=minutes.meeting.id, line=one_line(self.meeting.line))
        return minutes if made == minutes.meeting else replace(minutes, meeting=made)

    def joins(self, earlier: Command) -> bool:
        """Typing goes on in the line."""
        return isinstance(earlier, SetMeeting)


@registered
@dataclass(frozen=True, slots=True)
class SetStyle(Command):
    """Print the minutes in another style."""

    label: ClassVar[str] = "style"
    style: StyleProfile

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the style profile."""
        return minutes if self.style == minutes.style else replace(minutes, style=self.style)


@registered
@dataclass(frozen=True, slots=True)
class SetBody(Command):
    """Say whose minutes these are."""

    label: ClassVar[str] = "body"
    body: Body

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the body."""
        return minutes if self.body == minutes.body else replace(minutes, body=self.body)


@registered
@dataclass(frozen=True, slots=True)
class SetSignatures(Command):
    """Set who signs, in printed order."""

    label: ClassVar[str] = "signatures"
    signatures: tuple[Signature, ...]

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the signatures."""
        return minutes if self.signatures == minutes.signatures else replace(minutes, signatures=self.signatures)


@registered
@dataclass(frozen=True, slots=True)
class SetItem(Command):
    """Set the facts of an item (status, kind, presenters …); its heading and level stay."""

    label: ClassVar[str] = "item"
    item: Item

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the facts."""
        own = minutes.block(self.item.id)
        if not isinstance(own, Item):
            raise UnknownNodeError(self.item.id)
        return minutes.with_block(replace(self.item, heading=own.heading, level=own.level))


@registered
@dataclass(frozen=True, slots=True)
class SetLead(Command):
    """Give the decision that begins with the clause `node` its own lead words, or the style's when None."""

    label: ClassVar[str] = "lead"
    node: NodeId
    lead: str | None

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the lead."""
        clause = minutes.block(self.node)
        if not isinstance(clause, Clause):
            raise UnknownNodeError(self.node)
        return minutes.with_block(replace(clause, lead=self.lead))
