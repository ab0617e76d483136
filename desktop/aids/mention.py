"""What stands after an @ at the caret, and the command that puts a person there instead. Pure."""

import re
from typing import NamedTuple

from desktop.paper.answer import Answer, given
from desktop.paper.words import is_head, plain
from model.edit.change import Place
from model.edit.together import Together
from model.edit.write import MarkText
from model.record.blocks import Row
from model.record.ids import IdSource
from model.record.minutes import Minutes
from model.record.text import Mark

_MENTION = re.compile(r"(?:^|(?<=[\s(/«”–-]))@(?P<words>[^\W\d_][^@,;:()\n]{0,40})?$")
"""An @ inside a word is an address for e-mail and opens nothing."""


class Mention(NamedTuple):
    """An @ at `start`, and what has been typed after it up to the caret."""

    start: Place
    words: str


def mention(minutes: Minutes, caret: Place) -> Mention | None:
    """The @ that the caret stands after, if one is being typed."""
    found = _MENTION.search(plain(minutes, caret.node)[: caret.at])
    return Mention(Place(caret.node, found.start()), found["words"] or "") if found else None


def written(
    minutes: Minutes, found: Mention, caret: Place, name: str, organisation: str, ids: IdSource
) -> Answer:  # fmt: skip
    """`name` in the place of the mention; with `organisation` after it in an attendance row, or when it is given.

    In running text the name is marked as a person's.
    """
    text = plain(minutes, caret.node)
    words = f"{name}, {organisation}" if organisation else name
    whole = text[: found.start.at] + words + text[caret.at :]
    end = found.start.at + len(words)
    write = given(minutes, caret.node, whole, end, ids)
    if is_head(caret.node) or isinstance(minutes.block(caret.node), Row):
        return Answer(write, Place(caret.node, end))
    mark = MarkText(caret.node, Mark(found.start.at, found.start.at + len(name), "person"))
    return Answer(Together((write, mark)), Place(caret.node, end))


def as_name(words: str) -> str:
    """`words` as a name: a capital first in each part that was typed in small letters only."""
    return " ".join(part if part != part.lower() else part[:1].upper() + part[1:] for part in words.split())
