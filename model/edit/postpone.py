"""Commands for an item that is not dealt with: the line that says so, its status, and the meeting it waits for."""

from dataclasses import dataclass, replace
from typing import ClassVar

from model.edit.command import Command, registered
from model.record.blocks import Clause, Item, ItemStatus, Paragraph
from model.record.ids import NodeId
from model.record.links import Link
from model.record.minutes import Minutes, UnknownNodeError

POSTPONING = frozenset({"utgatt_till", "bordlagt_till", "aterremitterat"})


@registered
@dataclass(frozen=True, slots=True)
class PutOff(Command):
    """Say that the item `item` is withdrawn, tabled or sent back: `line` is the sentence or clause that says it.

    The line goes last under the item, in place of an earlier status line; `link` remembers the meeting it waits for.
    """

    label: ClassVar[str] = "postpone"
    item: NodeId
    status: ItemStatus
    line: Paragraph | Clause
    link: Link | None = None

    def apply(self, minutes: Minutes) -> Minutes:
        """Write the line, mark the item and remember the meeting, at once."""
        place = minutes.index(self.item)
        item = minutes.blocks[place]
        if not isinstance(item, Item):
            raise UnknownNodeError(self.item)
        end = place + 1
        while end < len(minutes.blocks) and not _ends(minutes.blocks[end]):
            end += 1
        own = [b for b in minutes.blocks[place + 1 : end] if not (isinstance(b, Paragraph) and _gives_way(b))]
        made = minutes.with_blocks(place, end, (replace(item, status=self.status), *own, self.line))
        links = tuple(
            link for link in minutes.lifecycle.links if link.source != self.item or link.kind not in POSTPONING
        )
        links = (*links, self.link) if self.link else links
        return replace(made, lifecycle=replace(made.lifecycle, links=links))


def _ends(block: object) -> bool:
    return isinstance(block, Item) or (isinstance(block, Paragraph) and block.kind == "closing")


def _gives_way(paragraph: Paragraph) -> bool:
    return paragraph.kind == "status" or not paragraph.text.plain.strip()
