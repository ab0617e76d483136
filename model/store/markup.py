"""Text and values as XML: escaping, attributes, and marks that only wrap words."""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from model.record.text import Mark, Text
from model.store.vocabulary import CODES, SHAPES, Shape

_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_UNUSUAL = re.compile('[&<>"\n\r\t]')
"""What has to be written otherwise in an attribute: translating every value would take a fifth of a save."""
_HARD = re.compile("[% \t\n\r]")
"""What cannot stand in a blank-separated attribute; other blanks (no-break, thin) are words' own and stay."""

MARKS = CODES["mark"]


def text(words: str) -> str:
    """`words` as element content."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(name: str, value: str) -> str:
    """` name="value"`."""
    return f' {name}="{value.translate(_VALUE) if _UNUSUAL.search(value) else value}"'


def coded(value: Any, codec: str) -> str:
    """A field's value in the file; `codec` as in `vocabulary.Shape`."""
    if codec in CODES:
        return CODES[codec][value]
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (datetime.date, datetime.time, datetime.datetime)):
        return clock(value) if isinstance(value, datetime.time) else value.isoformat()
    if isinstance(value, tuple):
        return listed(value)
    return str(value) if isinstance(value, (int, Decimal)) else f"{value}"


def clock(moment: datetime.time) -> str:
    """`08:30`, with seconds only where there are any."""
    return moment.isoformat("minutes") if not (moment.second or moment.microsecond) else moment.isoformat()


def listed(values: Iterable[str]) -> str:
    """Several words in one attribute, blank-separated; a blank inside one is written %20."""
    return " ".join(_HARD.sub(lambda m: f"%{ord(m[0]):02X}", value) or "%" for value in values)


def attributes(value: object, shape: Shape) -> str:
    """The attributes of `value`; fields that are None, empty lists or false are left out."""
    made = ""
    for field, name, codec in shape.attributes:
        own = getattr(value, field)
        if own is None or own is False or own == ():
            continue
        made += attribute(name, coded(own, codec))
    return made


def element(value: object, *, inside: str = "") -> str:
    """`value` as one element by its shape."""
    shape = SHAPES[type(value)]
    content = inside or (text(getattr(value, shape.text)) if shape.text else "")
    return tag(shape.element, attributes(value, shape), content)


def tag(name: str, made: str, content: str) -> str:
    """An element; an empty one closes itself."""
    return f"<{name}{made}>{content}</{name}>" if content else f"<{name}{made}/>"


def inline(words: Text) -> str:
    """Words with their marks as elements.

    Marks that cross are cut in two (and joined again on reading): the earlier begun stays outermost.
    """
    if not words.marks:
        return text(words.plain)
    spans = [(m.start, m.end, MARKS[m.kind], mark_attributes(m)) for m in words.marks]
    return nested(words.plain, spans)


def mark_attributes(mark: Mark) -> str:
    """The data of a mark as attributes; `of` is `i` in the file."""
    return "".join(attribute("i" if name == "of" else name, value) for name, value in mark.data)


Span = tuple[int, int, str, str]


def nested(plain: str, spans: list[Span]) -> str:
    """`plain` with `spans` (start, end, element, attributes) written round its pieces; spans in order of start."""
    borders = sorted({0, len(plain), *(s[0] for s in spans), *(s[1] for s in spans)})
    waiting, made, open_ = list(spans), [], list[Span]()
    for place, border in enumerate(borders):
        closing = [s for s in open_ if s[1] <= border]
        if closing:
            first = open_.index(closing[0])
            made += [f"</{s[2]}>" for s in reversed(open_[first:])]
            again = [s for s in open_[first:] if s[1] > border]
            del open_[first:]
            made += [f"<{s[2]}{s[3]}>" for s in again]
            open_ += again
        while waiting and waiting[0][0] == border:
            span = waiting.pop(0)
            made.append(f"<{span[2]}{span[3]}>")
            open_.append(span)
        if place + 1 < len(borders):
            made.append(text(plain[border : borders[place + 1]]))
    return "".join(made)
