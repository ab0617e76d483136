"""What differs between two records: by identity, because what is shared is unchanged."""

from collections.abc import Iterable, Sequence
from itertools import compress, count
from operator import is_not

from model.record.blocks import Block
from model.record.ids import APOLOGIES, DOCUMENT_DATE, GUESTS, LETTERHEAD, MEETING_LINE, PRESENT, TITLE, NodeId
from model.record.minutes import Minutes


def touched(before: Minutes, after: Minutes) -> frozenset[NodeId]:
    """The ids whose value was changed, added or removed from `before` to `after`; moved blocks keep their value.

    The management, style and attachments are named by the minutes' own id, each signature by its own.
    """
    if before is after:
        return frozenset()
    found = set(_header(before, after))
    old, new = before.blocks, after.blocks
    if old is not new:
        found |= _blocks(before, after)
    if before.signatures is not after.signatures:
        signs = {s.id: s for s in before.signatures}
        found |= {s.id for s in after.signatures if signs.pop(s.id, None) is not s} | set(signs)
    if any(
        getattr(before, name) is not getattr(after, name)
        for name in ("lifecycle", "style", "attachments", "extras", "reference")
    ):
        found.add(after.id)
    return frozenset(found)


def _header(before: Minutes, after: Minutes) -> set[NodeId]:
    checks = {
        TITLE: any(getattr(before, n) != getattr(after, n) for n in ("title", "series", "number", "year", "body")),
        MEETING_LINE: before.meeting is not after.meeting,
        PRESENT: before.attendance.present is not after.attendance.present,
        APOLOGIES: before.attendance.apologies is not after.attendance.apologies,
        GUESTS: before.attendance.guests is not after.attendance.guests,
        DOCUMENT_DATE: before.document_date is not after.document_date,
        LETTERHEAD: before.letterhead is not after.letterhead,
    }
    return {node for node, differs in checks.items() if differs}


def middle(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int, int]:
    """What differs: `old[start:old_end]` has become `new[start:new_end]`. At a key that is one block of hundreds."""
    limit = min(len(old), len(new))
    start = _alike(old, new, limit)
    tail = _alike(reversed(old), reversed(new), limit - start)
    return start, len(old) - tail, len(new) - tail


def _alike(one: Iterable[Block], other: Iterable[Block], limit: int) -> int:
    """How many blocks, at most `limit`, both begin with: the very same ones."""
    return min(limit, next(compress(count(), map(is_not, one, other)), limit))


def _blocks(before: Minutes, after: Minutes) -> set[NodeId]:
    start, old_end, new_end = middle(before.blocks, after.blocks)
    earlier = {block.id: block for block in before.blocks[start:old_end]}
    found = {block.id for block in after.blocks[start:new_end] if earlier.pop(block.id, None) is not block}
    return found | set(earlier)
