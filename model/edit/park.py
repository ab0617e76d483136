"""The parking tray: half a sentence put aside while the meeting goes on, and taken back.

It lives among the remarks of the minutes: saved with them, undone like everything else, and never printed.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from model.edit.command import Command, registered
from model.edit.parts import with_words, words_of
from model.record.ids import NodeId
from model.record.lifecycle import Remark
from model.record.minutes import Minutes, UnknownNodeError
from model.record.text import Text


@registered
@dataclass(frozen=True, slots=True)
class Park(Command):
    """Put the words of `node` from `start` to `end` aside."""

    label: ClassVar[str] = "park"
    node: NodeId
    start: int
    end: int

    def apply(self, minutes: Minutes) -> Minutes:
        """Cut the words out of the block and lay them last in the tray; blanks alone are left."""
        block = minutes.block(self.node)
        whole = words_of(block)
        words = whole.plain[max(self.start, 0) : self.end].strip().replace("\t", " ")
        if not words:
            return minutes
        left = whole.slice(0, max(self.start, 0)) + whole.slice(self.end, len(whole))
        made = minutes.with_block(with_words(block, left))
        remarks = (*minutes.lifecycle.remarks, Remark(words, self.node))
        return replace(made, lifecycle=replace(made.lifecycle, remarks=remarks))


@registered
@dataclass(frozen=True, slots=True)
class Unpark(Command):
    """Take the parked words number `place` (from 0) back into `node` at `at`; thrown away without a node."""

    label: ClassVar[str] = "unpark"
    place: int
    node: NodeId | None = None
    at: int = 0

    def apply(self, minutes: Minutes) -> Minutes:
        """Write the words and empty their place in the tray; a blank parts them from words they would run into."""
        if not 0 <= self.place < len(minutes.lifecycle.remarks):
            raise UnknownNodeError(str(self.place))
        remark = minutes.lifecycle.remarks[self.place]
        made = minutes
        if self.node is not None:
            block = minutes.block(self.node)
            whole = words_of(block)
            before, after = whole.slice(0, self.at), whole.slice(self.at, len(whole))
            lead = " " if before.plain and not before.plain[-1].isspace() else ""
            tail = " " if after.plain and after.plain[0].isalnum() else ""
            made = minutes.with_block(with_words(block, before + Text(lead + remark.text + tail) + after))
        remarks = minutes.lifecycle.remarks
        kept = (*remarks[: self.place], *remarks[self.place + 1 :])
        return replace(made, lifecycle=replace(made.lifecycle, remarks=kept))


def parked(minutes: Minutes) -> tuple[Remark, ...]:
    """What lies in the tray, oldest first; the place of each is its number for `Unpark`."""
    return minutes.lifecycle.remarks


def half_sentence(plain: str, caret: int) -> tuple[int, int]:
    """The sentence that the caret stands in, as far as it is written: what Ctrl+Space parks."""
    start = max(
        plain.rfind(mark, 0, caret) + len(mark) if mark in plain[:caret] else 0 for mark in (". ", "! ", "? ", "\n")
    )
    stops = [found for mark in (". ", "! ", "? ", "\n") if (found := plain.find(mark, caret)) >= 0]
    return start, min(stops) + 1 if stops else len(plain)
