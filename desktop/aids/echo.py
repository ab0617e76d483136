"""What has been said in the item comes back in its decision: the words that followed last time are offered again."""

import re

from desktop.paper.moves import main_item_of
from model.edit.change import Place
from model.edit.parts import words_of
from model.record.blocks import Item, Row
from model.record.minutes import Minutes

LEAST = 9
"""Letters of the last words, two at least, that must be said again before the rest is offered."""

MOST, SAVES = 12, 6
"""Words that are offered at most, letters at least."""

_STOP = re.compile(r"[.:;!?)\n]")


def echo(minutes: Minutes, caret: Place, before: str, count: int = 2) -> str:
    """What followed the last `count` words of `before` where they stood earlier in the same item; empty if nowhere.

    Up to the end of the sentence, and where they stood more than once, the last time.
    """
    last = re.search(rf"(?<!\S)\S+(?:\s+\S+){{{count - 1}}}$", before)
    if last is None or len(last.group()) < LEAST:
        return ""
    said = _said(minutes, caret)
    needle = last.group().casefold()
    at = said.casefold().rfind(needle)
    while at > 0 and said[at - 1].isalnum():
        at = said.casefold().rfind(needle, 0, at)
    if at < 0 or len(said.casefold()) != len(said):
        return ""
    rest = _STOP.split(said[at + len(needle) :], maxsplit=1)[0]
    words = "".join(re.findall(r"\s*\S+", rest)[:MOST]).rstrip(" ,–-")
    return words if len(words) >= SAVES else ""


def _said(minutes: Minutes, caret: Place) -> str:
    """The words of the item above the caret."""
    item = main_item_of(minutes, caret.node)
    if item is None:
        return ""
    blocks = minutes.blocks[minutes.index(item) : minutes.index(caret.node)]
    return "\n".join(words_of(block).plain for block in blocks if not isinstance(block, Item | Row))
