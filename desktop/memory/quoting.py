"""Earlier words as they are written into new minutes: a quotation with its address, and the sentence before it."""

import re
from typing import Literal, cast

from desktop.linking import item_blocks, now, user
from desktop.panels.values import Find, Promised
from desktop.paper.words import plain
from model.edit.arrange import InsertBlock
from model.edit.change import Place
from model.edit.command import Command
from model.edit.refer import AddLink
from model.edit.together import Together
from model.edit.write import MarkText, WriteText
from model.record import ids as prefix
from model.record.blocks import Block, Clause, Item, Paragraph
from model.record.ids import IdSource, NodeId
from model.record.links import Link, LinkKind
from model.record.minutes import Minutes
from model.record.printing import address, node_at
from model.record.text import Mark, Text

_CITED = re.compile(r"§ (\d+)(?: ([a-z]))?(?: p (\d+))?")
MARKS: dict[Literal["curly", "straight"], tuple[str, str]] = {"curly": ("”", "”"), "straight": ('"', '"')}


def quoted(source: Minutes, node: NodeId, quotes: Literal["curly", "straight"] = "curly") -> str:
    """The words of `node` in quotation marks with their address; empty for what is no block with words."""
    from model.commands.writing import quotation

    if not is_said(source, node):
        return ""
    if isinstance(source.block(node), Clause):
        return quotation(source, node, quotes)
    words, (before, after) = plain(source, node), MARKS[quotes]
    return f"{before}{words}{after} ({address(source, node)})" if words else ""


def is_said(source: Minutes, node: str) -> bool:
    """True for a block of `source`: a find may also be the meeting itself, or something that has gone since."""
    return any(block.id == node for block in source.blocks)


def at_address(minutes: Minutes, cited: str) -> NodeId | None:
    """The node that is cited as `4/2015 § 7 b p 1`, if there is exactly one."""
    found = _CITED.search(cited)
    if found is None:
        return None
    number, letter, clause = found.groups()
    return node_at(minutes, int(number), letter, int(clause) if clause else None)


def speaking(source: Minutes, node: NodeId) -> NodeId:
    """What is quoted of `node`: of a whole item its first clause, else its first paragraph, else its heading."""
    if not isinstance(source.block(node), Item):
        return node
    own = item_blocks(source, node)
    clause = next((block.id for block in own if isinstance(block, Clause)), None)
    return clause or next((block.id for block in own if isinstance(block, Paragraph) and block.text.plain), node)


def precedent(minutes: Minutes, node: NodeId, source: Minutes, find: Find, ids: IdSource) -> tuple[Command, Place]:
    """The command that writes what was decided before, and the place behind it.

    It goes last into the paragraph `node`, into a new one under the heading where `node` is none; marked and linked.
    """
    spoken = speaking(source, NodeId(find.node))
    cited, sentence = address(source, spoken), _sentence(minutes, source, spoken)
    block, steps = _paragraph(minutes, node, ids)
    before = block.text.plain
    whole = f"{before}{' ' if before and not before[-1].isspace() else ''}{sentence}"
    start = whole.rindex(cited)
    target = f"{source.id}#{spoken}"
    steps += [
        WriteText(block.id, whole, len(whole)),
        MarkText(block.id, Mark(start, start + len(cited), "reference", (("till", target),))),
        AddLink(Link(ids.new(prefix.LINK), block.id, cast("LinkKind", find.kind), target, evidence=cited,
                     accepted_by=user(), accepted_at=now())),
    ]  # fmt: skip
    return Together(tuple(steps)), Place(block.id, len(whole))


def follow_up(minutes: Minutes, promised: Promised, heading: str, ids: IdSource) -> tuple[Command, Place]:
    """The command that puts an item with `heading` last, before what closes the meeting, linked to the promise."""
    item = Item(ids.new(prefix.ITEM), heading=Text(heading), kind="follow_up")
    body = [block for block in minutes.blocks if not (isinstance(block, Paragraph) and block.kind == "closing")]
    link = Link(
        ids.new(prefix.LINK), item.id, "foljer_upp", promised.target, evidence=promised.address,
        accepted_by=user(), accepted_at=now(),
    )  # fmt: skip
    steps = (InsertBlock(body[-1].id if body else None, item), AddLink(link))
    return Together(steps), Place(item.id, len(heading))


def _sentence(minutes: Minutes, source: Minutes, spoken: NodeId) -> str:
    from model.language.precedents import earlier_treatment

    said = quoted(source, spoken, minutes.style.quotes)
    decided = isinstance(source.block(spoken), Clause)
    return earlier_treatment(source.body.name, source.meeting.date, said, minutes.style, decided=decided)


def _paragraph(minutes: Minutes, node: NodeId, ids: IdSource) -> tuple[Paragraph, list[Command]]:
    block: Block = minutes.block(node)
    if isinstance(block, Paragraph):
        return block, []
    made = Paragraph(ids.new(prefix.PARAGRAPH), Text(""))
    return made, [InsertBlock(item_blocks(minutes, node)[0].id, made)]
