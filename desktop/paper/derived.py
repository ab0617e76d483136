"""What is derived from a record for the paper, remembered for the record that was asked last."""

from dataclasses import replace

from PySide6.QtGui import QFontMetricsF

from desktop.paper.formats import CLAUSE, TEXT
from desktop.paper.moves import item_span, main_item_of
from desktop.theme import Theme
from model.record import printing
from model.record.blocks import Block, Clause, Item
from model.record.difference import middle
from model.record.ids import NodeId
from model.record.links import Link
from model.record.minutes import Minutes
from model.record.printing import Frame

ATT_ROOM = 40
"""Pixels before a clause's text that "att" takes; what is left of the margin is the lead's."""


class Derived:
    """Frames, links by source, and which leads need a line of their own."""

    def __init__(self, theme: Theme) -> None:
        self._metrics = QFontMetricsF(theme.font("ui", 12, 600))
        self._minutes: Minutes | None = None
        self._frames: dict[NodeId, Frame] = {}
        self._links: dict[NodeId, list[Link]] = {}
        self._linked: object = None
        self._wide: dict[str, bool] = {}
        self._item: tuple[dict[NodeId, Frame], NodeId, NodeId | None] | None = None
        self._span: tuple[dict[NodeId, Frame], NodeId, tuple[int, int] | None] | None = None

    def frames(self, minutes: Minutes) -> dict[NodeId, Frame]:
        """What is printed round every block; the same object while nothing but words inside blocks has changed."""
        if self._minutes is not minutes:
            before = self._minutes
            if before is None or before.style is not minutes.style:
                self._frames = printing.frames(minutes)
            elif not _framed_alike(before.blocks, minutes.blocks):
                self._frames = _framed_anew(self._frames, before, minutes)
            self._minutes = minutes
        return self._frames

    def links(self, minutes: Minutes, node: NodeId) -> list[Link]:
        """The links that begin at `node`."""
        if self._linked is not minutes.lifecycle.links:
            self._linked = minutes.lifecycle.links
            self._links = {}
            for link in minutes.lifecycle.links:
                self._links.setdefault(link.source, []).append(link)
        return self._links.get(node, [])

    def has_lead_line(self, minutes: Minutes, node: NodeId) -> bool:
        """True if the decision's lead is too wide to stand beside "att"."""
        frame = self.frames(minutes).get(node)
        return frame is not None and bool(frame.decision) and self.is_wide(frame.decision or "")

    def is_wide(self, lead: str) -> bool:
        """True if the lead words do not fit in the margin."""
        if lead not in self._wide:
            self._wide[lead] = self._metrics.horizontalAdvance(lead_words(lead)) > CLAUSE - TEXT - ATT_ROOM
        return self._wide[lead]

    def item(self, minutes: Minutes, node: NodeId) -> NodeId | None:
        """The item that holds `node`."""
        kept, frames = self._item, self.frames(minutes)
        if kept is None or kept[0] is not frames or kept[1] != node:
            self._item = kept = (frames, node, main_item_of(minutes, node))
        return kept[2]

    def span(self, minutes: Minutes, item: NodeId) -> tuple[int, int] | None:
        """The first and the last position in the body of what belongs to `item`."""
        kept, frames = self._span, self.frames(minutes)
        if kept is None or kept[0] is not frames or kept[1] != item:
            self._span = kept = (frames, item, item_span(minutes, item))
        return kept[2]


def lead_words(lead: str) -> str:
    """The lead as the paper shows it: without its colon."""
    return lead.rstrip().removesuffix(":")


def _framed_alike(before: tuple[Block, ...], after: tuple[Block, ...]) -> bool:
    """True if only words inside blocks differ, as with nearly every key: then the frames are the same."""
    start, end, new_end = middle(before, after)
    changed = zip(before[start:end], after[start:new_end], strict=False)
    return len(before) == len(after) and all(_framing(old) == _framing(new) for old, new in changed)


def _framed_anew(frames: dict[NodeId, Frame], before: Minutes, after: Minutes) -> dict[NodeId, Frame]:
    """The frames of `after`: others only between the two items round what differs, unless an item differs itself."""
    old, new = before.blocks, after.blocks
    start, old_end, end = middle(old, new)
    gone = {block.id for block in old[start:old_end]}
    if any(isinstance(block, Item) for block in (*old[start:old_end], *new[start:end])):
        return printing.frames(after)
    while start and not isinstance(new[start - 1], Item):
        start -= 1
    while end < len(new) and not isinstance(new[end], Item):
        end += 1
    kept = {node: frame for node, frame in frames.items() if node not in gone}
    return kept | printing.frames(replace(after, blocks=new[start:end]))


def _framing(block: Block) -> tuple[object, ...]:
    """All of a block that its frame and its neighbours' follow from: of the words only how a clause ends."""
    mark = isinstance(block, Clause) and block.text.plain.rstrip().endswith(tuple(printing.TERMINAL))
    return (
        type(block), block.id, getattr(block, "level", None), getattr(block, "number", None),
        getattr(block, "kind", None), getattr(block, "lead", None), getattr(block, "printed", None),
        mark,
    )  # fmt: skip
