"""Elements → values: the way back of `markup`, shared by the readers of body, people and management."""

import datetime
from dataclasses import fields
from decimal import Decimal
from typing import Any, TypeVar
from urllib.parse import unquote

from lxml import etree

from model.record.text import Mark, MarkKind, Text
from model.store.vocabulary import CODES, NAMESPACE, SHAPES

T = TypeVar("T")
Element = etree._Element  # noqa: SLF001  # lxml's own name for the type of an element
BACK = {name: {swedish: ours for ours, swedish in codes.items()} for name, codes in CODES.items()}
MARKS: dict[str, MarkKind] = {swedish: ours for ours, swedish in CODES["mark"].items()}  # type: ignore[misc]  # the table's keys are the kinds
ASIDE = {"led", "slut", "efter", "frist", "summa"}
"""Elements in a line of words that are not the words themselves."""


class UnknownElementError(ValueError):
    """An element or a code of our own namespace that this version does not know."""


def name(node: Element) -> str:
    """The name of an element of ours; a foreign one keeps its namespace."""
    tag = str(node.tag)
    prefix = f"{{{NAMESPACE}}}"
    return tag[len(prefix) :] if tag.startswith(prefix) else tag


def children(node: Element) -> list[Element]:
    """The child elements, without comments and instructions."""
    return [child for child in node if isinstance(child.tag, str)]


def child(node: Element, wanted: str) -> Element | None:
    """The first child element with this name."""
    return next((c for c in children(node) if name(c) == wanted), None)


def back(table: str, swedish: str) -> str:
    """Our code for a Swedish one."""
    found = BACK[table].get(swedish)
    if found is None:
        raise UnknownElementError(f"{table}: {swedish}")
    return found


def parsed(value: str, codec: str) -> Any:
    """A field's value from its attribute."""
    if codec in CODES:
        return back(codec, value)
    readers: dict[str, Any] = {
        "str": str,
        "int": int,
        "bool": "ja".__eq__,
        "date": datetime.date.fromisoformat,
        "time": datetime.time.fromisoformat,
        "datetime": datetime.datetime.fromisoformat,
        "decimal": Decimal,
        "list": listed,
        "lines": lambda words: tuple(words.split("\n")) if words else (),
    }
    return readers[codec](value)


def listed(value: str | None) -> tuple[str, ...]:
    """The words of a blank-separated attribute."""
    return tuple("" if word == "%" else unquote(word) for word in (value or "").split(" ") if word)


def value(kind: type[T], node: Element) -> T:
    """The value of class `kind` written as `node` by its shape."""
    shape = SHAPES[kind]
    made: dict[str, Any] = {
        field: parsed(own, codec) for field, name_, codec in shape.attributes if (own := node.get(name_)) is not None
    }
    if shape.text:
        made[shape.text] = "".join(str(part) for part in node.itertext())
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # every shape is a dataclass's
    return kind(**{field: own for field, own in made.items() if field in known})


def words(node: Element, aside: set[str] = ASIDE) -> Text:
    """The words of a line with their marks, without what is printed round them."""
    pieces: list[str] = []
    marks: list[Mark] = []
    _walk(node, aside, pieces, marks, 0)
    return Text("".join(pieces), tuple(marks))


def _walk(node: Element, aside: set[str], pieces: list[str], marks: list[Mark], start: int) -> int:
    place = start
    if node.text:
        pieces.append(node.text)
        place += len(node.text)
    for inner in node:
        if isinstance(inner.tag, str) and name(inner) not in aside:
            kind = MARKS.get(name(inner))
            if kind is None:
                raise UnknownElementError(name(inner))
            end = _walk(inner, aside, pieces, marks, place)
            data = tuple(sorted(("of" if key == "i" else str(key), str(own)) for key, own in inner.attrib.items()))
            marks.append(Mark(place, end, kind, data))
            place = end
        if inner.tail:
            pieces.append(inner.tail)
            place += len(inner.tail)
    return place
