"""A hidden ranged bookmark for every node: the anchor that survives editing in Word and LibreOffice.

Measured in two LibreOffice versions: 64 of 64 ranged bookmarks came back, while zero-length ones were typed over, block
content controls broke the file, and paragraph ids vanished. A name that begins with `_` is not listed in Word.

What has parts has a bookmark for each: `_n_<row>_0`, `_1` … for cells, `_n_<signature>_0` label, `_1` name, `_2` title,
`_n_brevhuvud_0` … for the letterhead, and `_n_<first clause>_led` for the lead line above a decision. Inside stands the
printed string, except the numbers of headings where Word counts them itself.
"""

import hashlib
import re

_USUAL = re.compile(r"[a-z]{1,16}(?:-[0-9a-z]{1,16})?")
LEAD = "led"
"""The part of a first clause's bookmark that stands round the lead line above it."""


class Anchors:
    """Hands out bookmarks; every id is new in its document."""

    def __init__(self) -> None:
        self._count = 0

    def around(self, node: str, content: str, part: int | str | None = None) -> str:
        """`content` inside the bookmark of `node`, or of its cell, line or lead `part`."""
        self._count += 1
        name = bookmark(node) if part is None else f"{bookmark(node)}_{part}"
        return f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{self._count}"/>'


def bookmark(node: str) -> str:
    """The name of a node's bookmark, at most 40 letters; an id that Word would refuse goes by its digest."""
    if _USUAL.fullmatch(node):
        return "_n_" + node.replace("-", "_")
    return "_n_x_" + hashlib.blake2s(node.encode(), digest_size=8).hexdigest()
