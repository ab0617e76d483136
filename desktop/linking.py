"""A find made a link: from the clause or paragraph at the caret to the earlier decision, in one command."""

import datetime
import getpass

from desktop.panels.values import Find
from model.record import ids as prefix
from model.record.blocks import Clause, Item, Paragraph
from model.record.ids import IdSource, NodeId
from model.record.links import Link
from model.record.minutes import Minutes


def link_to(find: Find, minutes: Minutes, node: NodeId | None, ids: IdSource) -> Link | None:
    """The link from `node` to `find`; None in the header, to itself, or when that link is there already."""
    if node is None or find.minutes == minutes.id:
        return None
    block = next((block for block in minutes.blocks if block.id == node), None)
    target = find.address
    if not isinstance(block, Clause | Paragraph | Item):
        return None
    if any(link.source == node and link.target == target for link in minutes.lifecycle.links):
        return None
    return Link(
        id=ids.new(prefix.LINK),
        source=node,
        kind="hanvisar",
        target=target,
        certainty="explicit",
        accepted_by=user(),
        accepted_at=datetime.datetime.now().replace(microsecond=0),
    )


def links_at(minutes: Minutes | None, node: NodeId | None) -> tuple[Link, ...]:
    """The links that begin at `node`, oldest first."""
    if minutes is None or node is None:
        return ()
    return tuple(link for link in minutes.lifecycle.links if link.source == node)


def user() -> str:
    """The name that the system knows the user by; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
