"""A find made a link: from the words that name it, or from the caret, to the earlier decision, in one command."""

import datetime
import getpass
from collections.abc import Sequence
from typing import cast

from desktop.panels.values import Find
from model.record import ids as prefix
from model.record.blocks import Block, Clause, Item, Paragraph, words
from model.record.ids import IdSource, NodeId
from model.record.lifecycle import Silenced
from model.record.links import Certainty, Link, LinkKind
from model.record.minutes import Minutes
from model.record.tree import derive, flatten, section_of

TURNED_DOWN = "suggestion:"
"""How the rule of a suggestion begins that has been turned down for an item; its address follows."""


def link_to(find: Find, minutes: Minutes, node: NodeId | None, ids: IdSource) -> Link | None:
    """The link to `find` from the item that holds `node`; None in the header, to itself, or when it is there already.

    It begins at the block that names the earlier decision, else at `node`.
    """
    if node is None or find.minutes == minutes.id:
        return None
    own = item_blocks(minutes, node)
    source = _source(find, own, node)
    if source is None or any(
        link.source in {b.id for b in own} and link.target == find.address for link in _all(minutes)
    ):
        return None
    return Link(
        id=ids.new(prefix.LINK),
        source=source,
        kind=cast("LinkKind", find.kind),
        target=find.address,
        evidence=find.evidence or None,
        certainty=cast("Certainty", find.certainty),
        accepted_by=user(),
        accepted_at=now(),
    )


def turned_down(find: Find, item: NodeId) -> Silenced:
    """That `find` is not to be suggested for `item` again."""
    return Silenced(f"{TURNED_DOWN}{find.address}", user(), now(), item)


def item_blocks(minutes: Minutes, node: NodeId) -> list[Block]:
    """The blocks of the item that holds `node`; the block alone when no item holds it."""
    section = section_of(derive(minutes.blocks), node)
    if section is None:
        return [block for block in minutes.blocks if block.id == node]
    return [section.item, *flatten(section.parts)]


def links_at(minutes: Minutes | None, node: NodeId | None) -> tuple[Link, ...]:
    """The links that begin at `node`, oldest first; those of its item when it has none of its own."""
    if minutes is None or node is None:
        return ()
    own = tuple(link for link in _all(minutes) if link.source == node)
    return own or tuple(link for link in _all(minutes) if link.source in {b.id for b in item_blocks(minutes, node)})


def _source(find: Find, own: Sequence[Block], node: NodeId) -> NodeId | None:
    naming = next((block.id for block in own if find.evidence and find.evidence in words(block).plain), None)
    here = next((block.id for block in own if block.id == node and isinstance(block, Clause | Paragraph | Item)), None)
    return naming or here


def _all(minutes: Minutes) -> tuple[Link, ...]:
    return minutes.lifecycle.links


def now() -> datetime.datetime:
    """This second."""
    return datetime.datetime.now().replace(microsecond=0)


def user() -> str:
    """The name that the system knows the user by; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
