"""What differs between two records: by identity, because what is shared is unchanged."""

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


def _blocks(before: Minutes, after: Minutes) -> set[NodeId]:
    """Compare only the differing middle: a key changes one block of hundreds."""
    old, new = before.blocks, after.blocks
    limit, start = min(len(old), len(new)), 0
    while start < limit and old[start] is new[start]:
        start += 1
    tail = 0
    while tail < limit - start and old[-1 - tail] is new[-1 - tail]:
        tail += 1
    earlier = {block.id: block for block in old[start : len(old) - tail]}
    found = {block.id for block in new[start : len(new) - tail] if earlier.pop(block.id, None) is not block}
    return found | set(earlier)
