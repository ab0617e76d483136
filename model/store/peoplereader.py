"""Attendance lists back from XML."""

import datetime
from typing import Any

from model.record.ids import NodeId
from model.record.people import Attendee, PeopleList, Stay
from model.record.text import Mark, MarkKind, Text
from model.store.elements import MARKS, Element, UnknownElementError, back, name
from model.store.people import PARTS, readings

ENTRY = {"post", "kollektiv"}


def people(node: Element) -> PeopleList:
    """The list written as `deltagare`."""
    pieces: list[str] = []
    marks: list[Mark] = []
    posts: list[Element] = []
    _walk(node, pieces, marks, posts, None, 0)
    line = Text("".join(pieces), tuple(marks))
    says = readings(line)
    return PeopleList(line, tuple(_entry(post, says.get(str(post.get("id")))) for post in posts))


def _walk(
    node: Element, pieces: list[str], marks: list[Mark], posts: list[Element], owner: str | None, start: int
) -> int:
    place = start
    if node.text:
        pieces.append(node.text)
        place += len(node.text)
    for inner in node:
        if isinstance(inner.tag, str) and name(inner) != "led":
            place = _inner(inner, pieces, marks, posts, owner, place)
        if inner.tail:
            pieces.append(inner.tail)
            place += len(inner.tail)
    return place


def _inner(
    inner: Element, pieces: list[str], marks: list[Mark], posts: list[Element], owner: str | None, place: int
) -> int:
    if name(inner) in ENTRY:
        posts.append(inner)
        return _walk(inner, pieces, marks, posts, str(inner.get("id")), place)
    kind: MarkKind | None = MARKS.get(name(inner))
    if kind is None:
        raise UnknownElementError(name(inner))
    end = _walk(inner, pieces, marks, posts, owner, place)
    data = {("of" if key == "i" else str(key)): str(own) for key, own in inner.attrib.items()}
    if kind in PARTS and owner is not None and "of" not in data:
        data["of"] = owner
    marks.append(Mark(place, end, kind, tuple(sorted(data.items()))))
    return end


def _entry(post: Element, says: Any) -> Attendee:
    def own(field: str, attribute: str) -> str | None:
        given = post.get(attribute)
        if given is not None:
            return given
        if post.get(f"utan-{attribute}") is not None or says is None:
            return None
        said: str | None = getattr(says, field)
        return said

    role = post.get("roll")
    made: dict[str, Any] = {"role": back("role", role) if role else None}
    for field, attribute in (("group", "grupp"), ("count", "antal")):
        number = post.get(attribute)
        made[field] = int(number) if number is not None else None
    return Attendee(
        id=NodeId(str(post.get("id"))),
        name=own("name", "namn") or "",
        organisation=own("organisation", "organisation"),
        title=own("title", "befattning"),
        note=own("note", "not"),
        person=post.get("person"),
        stays=tuple(_stay(word) for word in (post.get("tider") or "").split()),
        collective=name(post) == "kollektiv",
        **made,
    )


def _stay(word: str) -> Stay:
    came, left = word.split("/")
    arrived, arrived_item = _moment(came)
    gone, gone_item = _moment(left)
    return Stay(arrived, gone, arrived_item, gone_item)


def _moment(word: str) -> tuple[datetime.time | None, NodeId | None]:
    at, _, item = word.partition("@")
    return (None if at == "-" else datetime.time.fromisoformat(at)), (NodeId(item) if item else None)
