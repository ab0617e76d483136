"""Commands of the minutes' life after the meeting: versions, rounds, dispatches, seals, corrections.

They change the management only, never a printed word, except a settled repair in a draft; so they are the ones that
approved minutes still take.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar, Literal

from model.edit.command import Command, registered
from model.edit.parts import with_words, words_of
from model.record.blocks import Row
from model.record.ids import NodeId
from model.record.lifecycle import (
    Adjustment,
    Correction,
    Dispatch,
    Event,
    Lifecycle,
    Remark,
    Repair,
    Round,
    Seal,
    Silenced,
    Status,
    Version,
)  # fmt: skip
from model.record.minutes import Minutes, UnknownNodeError
from model.record.printing import frames, printed


def _with(minutes: Minutes, **changed: Any) -> Minutes:
    lifecycle: Lifecycle = replace(minutes.lifecycle, **changed)
    return minutes if lifecycle == minutes.lifecycle else replace(minutes, lifecycle=lifecycle)


@registered
@dataclass(frozen=True, slots=True)
class SetStatus(Command):
    """Say how far the minutes have come; reopening approved minutes is a status like the others, and is logged."""

    label: ClassVar[str] = "status"
    allowed_when_sealed: ClassVar[bool] = True
    status: Status
    when: datetime
    by: str | None = None

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the status and log it."""
        if minutes.lifecycle.status == self.status:
            return minutes
        event = Event(self.when, self.status, self.by)
        return _with(minutes, status=self.status, since=self.when, events=(*minutes.lifecycle.events, event))


@registered
@dataclass(frozen=True, slots=True)
class AddToLife(Command):
    """Add one fact to the minutes' life: a version, dispatch, seal, correction, remark, event or silenced finding."""

    label: ClassVar[str] = "life"
    allowed_when_sealed: ClassVar[bool] = True
    fact: Version | Dispatch | Seal | Correction | Remark | Event | Silenced

    def apply(self, minutes: Minutes) -> Minutes:
        """Add the fact last in its list."""
        name = {
            Version: "versions", Dispatch: "dispatches", Seal: "seals", Correction: "corrections", Remark: "remarks",
            Event: "events", Silenced: "silenced",
        }[type(self.fact)]  # fmt: skip
        return _with(minutes, **{name: (*getattr(minutes.lifecycle, name), self.fact)})


@registered
@dataclass(frozen=True, slots=True)
class SetAdjustment(Command):
    """Say who adjusts and by when; the rounds stay."""

    label: ClassVar[str] = "adjustment"
    allowed_when_sealed: ClassVar[bool] = True
    adjustment: Adjustment

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the adjustment."""
        return _with(minutes, adjustment=self.adjustment)


@registered
@dataclass(frozen=True, slots=True)
class SetRound(Command):
    """Add a round of adjustment, or replace the one with its number: sent, and later received."""

    label: ClassVar[str] = "round"
    allowed_when_sealed: ClassVar[bool] = True
    round: Round

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the round."""
        own = minutes.lifecycle.adjustment or Adjustment()
        others = tuple(r for r in own.rounds if r.number != self.round.number)
        rounds = tuple(sorted((*others, self.round), key=lambda r: r.number))
        return _with(minutes, adjustment=replace(own, rounds=rounds))


@registered
@dataclass(frozen=True, slots=True)
class SettleRepair(Command):
    """Apply a proposed repair, or take an applied one back: the words of the node follow."""

    label: ClassVar[str] = "repair"
    repair: NodeId
    status: Literal["applied", "refused"]

    def apply(self, minutes: Minutes) -> Minutes:
        """Settle the repair; words that have been changed since are left as they are."""
        own = next((r for r in minutes.lifecycle.repairs if r.id == self.repair), None)
        if own is None:
            raise UnknownNodeError(self.repair)
        if own.status == self.status:
            return minutes
        before, after = (own.before, own.after) if self.status == "applied" else (own.after, own.before)
        made = minutes
        if self.status == "applied" or own.status == "applied":
            made = _rewritten(minutes, own, before, after)
        repairs = tuple(replace(r, status=self.status) if r.id == own.id else r for r in made.lifecycle.repairs)
        return _with(made, repairs=repairs)


def _rewritten(minutes: Minutes, repair: Repair, before: str, after: str) -> Minutes:
    """The node's words with `after` for `before` at the repair's place in the printed string."""
    block = next((b for b in minutes.blocks if b.id == repair.node), None)
    if block is None or isinstance(block, Row):
        return minutes
    frame = frames(minutes)[block.id]
    at = repair.at - len(frame.lead)
    words = words_of(block)
    if printed(block, frame)[repair.at : repair.at + len(before)] != before or at < 0:
        return minutes
    plain = words.plain[:at] + after + words.plain[at + len(before) :]
    return minutes.with_block(with_words(block, words.written(plain)))
