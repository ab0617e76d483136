"""Commands for links, and for what a clause asks of whom by when."""

from dataclasses import dataclass, replace
from typing import ClassVar

from model.edit.command import Command, registered
from model.record.blocks import Amount, Clause, Deadline
from model.record.ids import NodeId
from model.record.links import Link
from model.record.minutes import Minutes, UnknownNodeError


@registered
@dataclass(frozen=True, slots=True)
class AddLink(Command):
    """Store a link that a person has accepted; one with the same id is replaced."""

    label: ClassVar[str] = "link"
    link: Link

    def apply(self, minutes: Minutes) -> Minutes:
        """Add the link; its source must stand in these minutes."""
        if self.link.source not in minutes.node_ids():
            raise UnknownNodeError(self.link.source)
        if self.link in minutes.lifecycle.links:
            return minutes
        others = tuple(link for link in minutes.lifecycle.links if link.id != self.link.id)
        return replace(minutes, lifecycle=replace(minutes.lifecycle, links=(*others, self.link)))


@registered
@dataclass(frozen=True, slots=True)
class RemoveLink(Command):
    """Take a link away."""

    label: ClassVar[str] = "unlink"
    link: NodeId

    def apply(self, minutes: Minutes) -> Minutes:
        """Remove the link."""
        kept = tuple(link for link in minutes.lifecycle.links if link.id != self.link)
        if len(kept) == len(minutes.lifecycle.links):
            return minutes
        return replace(minutes, lifecycle=replace(minutes.lifecycle, links=kept))


@registered
@dataclass(frozen=True, slots=True)
class Commission(Command):
    """Say what a clause does, and who is responsible for what by when."""

    label: ClassVar[str] = "commission"
    node: NodeId
    action: str | None = None
    mandate: bool = False
    responsible: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    amounts: tuple[Amount, ...] = ()

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the facts of the clause."""
        clause = minutes.block(self.node)
        if not isinstance(clause, Clause):
            raise UnknownNodeError(self.node)
        made = replace(
            clause,
            action=self.action,
            mandate=self.mandate,
            responsible=self.responsible,
            deadlines=self.deadlines,
            amounts=self.amounts,
        )
        return minutes.with_block(made)
