"""Bytes → `Minutes`, safely; this page tells the history of the format.

1.0  The first. Namespace `urn:protokoll:1`. `innehall` (what is approved) apart from `forvaltning` (what may change).

A higher minor number adds things that may be ignored for reading but not for writing: such a file opens read-only. A
higher major number is refused. Older files are made new step by step in `upgrade`.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from lxml import etree

from model.errors import (
    BrokenXmlError,
    EmptyFileError,
    InvalidMinutesError,
    NewerFormatError,
    NotMinutesError,
    TooLargeError,
)  # fmt: skip
from model.record.blocks import Signature
from model.record.ids import NodeId
from model.record.lifecycle import Adjustment, Lifecycle, Noise, Round, Source, Span
from model.record.meeting import Break, Meeting, Place
from model.record.minutes import Attachment, Body, DocumentDate, LetterheadLine, Minutes
from model.record.people import Attendance
from model.record.style import StyleProfile
from model.store import bodyreader, peoplereader, upgrade
from model.store.elements import Element, back, child, children, listed, name, parsed, value, words
from model.store.vocabulary import LIFE, MAJOR, MINOR, NAMESPACE, SHAPES, STYLE

LIMIT = 64 * 1024 * 1024
"""Bytes. Hundred items are 0.12 MB; nothing a meeting makes comes near."""

BEFORE = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""What may stand before the first `<`: marks of byte order, blanks, and the zeros of UTF-16."""

NOWHERE = Path()


@dataclass(frozen=True, slots=True)
class Read:
    """What a file held: the minutes, its format, and whether they may be written back."""

    minutes: Minutes
    format: str
    read_only: bool
    unknown: tuple[str, ...] = ()


def parse(data: bytes, path: Path = NOWHERE) -> Element:
    """The root element of `data`. The one parser: no entities, no network, no DTD, no huge trees."""
    if not data.strip():
        raise EmptyFileError(path)
    if len(data) > LIMIT:
        raise TooLargeError(path, str(len(data)))
    if not data.lstrip(BEFORE).startswith(b"<"):
        raise NotMinutesError(path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise BrokenXmlError(path, f"{problem.lineno or 0}") from problem
    except ValueError as problem:
        raise BrokenXmlError(path, "0") from problem
    if root.getroottree().docinfo.internalDTD is not None:
        raise BrokenXmlError(path, "DTD")
    return root


def from_bytes(data: bytes, path: Path | None = None) -> Read:
    """The minutes in `data`.

    Raises `EmptyFileError`, `TooLargeError`, `BrokenXmlError`, `NotMinutesError`, `NewerFormatError` or
    `InvalidMinutesError`, each with `path` and, where there is one, the line.
    """
    where = path or NOWHERE
    root = parse(data, where)
    if name(root) != "protokoll":
        raise NotMinutesError(where, etree.QName(root).localname)
    form = str(root.get("schema") or "")
    numbers = form.split(".")
    if len(numbers) != 2 or not all(part.isdigit() for part in numbers):
        raise InvalidMinutesError(where, "1")
    major, minor = int(numbers[0]), int(numbers[1])
    if major > MAJOR:
        raise NewerFormatError(where, form)
    newer = minor > MINOR
    unknown = _set_aside_unknown(root) if newer else ()
    try:
        minutes = _minutes(upgrade.to_current(root, form))
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError) as problem:
        raise InvalidMinutesError(where, _line(problem, root)) from problem
    return Read(minutes, form, newer, unknown)


def _line(problem: Exception, root: Element) -> str:
    return f"{root.sourceline or 1}: {type(problem).__name__}"


KNOWN = {
    "protokoll", "innehall", "forvaltning", "tillagg", "huvud", "organ", "dokumentdatum", "brevhuvud", "titel", "dnr",
    "mote", "plats", "ajournering", "tidplats", "deltagare", "post", "kollektiv", "led", "slut", "efter", "kropp",
    "arende", "delarende", "rubrik", "beslut", "sats", "tabell", "rad", "cell", "stycke", "avslutning", "statusrad",
    "underskrifter", "underskrift", "namn", "befattning", "status", "stilprofil", "stil", "justering",
    "person", "organisation", "datum", "belopp", "hanvisning", "stark", "betonad", "tid", "not",
    *(shape.element for shape in SHAPES.values()),
}  # fmt: skip


def _set_aside_unknown(root: Element) -> tuple[str, ...]:
    """Take away elements of ours that a newer minor version has added, keeping the words round them."""
    found = []
    prefix = f"{{{NAMESPACE}}}"
    for node in list(root.iter()):
        if isinstance(node.tag, str) and node.tag.startswith(prefix) and name(node) not in KNOWN:
            found.append(name(node))
            parent = node.getparent()
            if parent is not None:
                _unwrap(parent, node)
    return tuple(found)


def _unwrap(parent: Element, node: Element) -> None:
    place = parent.index(node)
    tail = node.tail or ""
    parent.remove(node)
    if tail.strip():
        if place:
            before = parent[place - 1]
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail


def _minutes(root: Element) -> Minutes:
    content, life = _must(root, "innehall"), _must(root, "forvaltning")
    head = _must(content, "huvud")
    title = _must(head, "titel")
    number, year = title.get("nr"), title.get("ar")
    body, reference, signs = _must(head, "organ"), child(head, "dnr"), _must(content, "underskrifter")
    return Minutes(
        id=NodeId(str(root.attrib["id"])),
        body=Body(str(body.get("kod") or ""), _text(body), str(body.get("genitiv") or "")),
        meeting=_meeting(_must(head, "mote")),
        series=str(title.get("serie") or ""),
        number=int(number) if number is not None else None,
        year=int(year) if year is not None else None,
        title=_text(title) if title.get("egen") == "ja" else None,
        reference=_text(reference) if reference is not None else None,
        document_date=_document_date(child(head, "dokumentdatum")),
        letterhead=tuple(_letterhead(node) for node in children(head) if name(node) == "brevhuvud"),
        attendance=_attendance(head),
        blocks=tuple(bodyreader.blocks(_must(content, "kropp"))),
        signatures=tuple(_signature(node) for node in children(signs)),
        attachments=tuple(value(Attachment, node) for node in children(content) if name(node) == "bilaga"),
        style=_style(_must(life, "stilprofil")),
        lifecycle=_life(life),
        extras=tuple(_canonical(node) for node in children(root) if name(node) not in {"innehall", "forvaltning"}),
    )


def _must(node: Element, wanted: str) -> Element:
    found = child(node, wanted)
    if found is None:
        raise KeyError(wanted)
    return found


def _text(node: Element) -> str:
    return "".join(str(part) for part in node.itertext())


def _canonical(node: Element) -> str:
    node.tail = None
    return etree.tostring(node, method="c14n", exclusive=True, with_comments=True).decode()


def _letterhead(node: Element) -> LetterheadLine:
    return LetterheadLine(cast("Any", back("letterhead", str(node.get("roll")))), _text(node))


def _document_date(node: Element | None) -> DocumentDate | None:
    return None if node is None else DocumentDate(datetime.date.fromisoformat(str(node.get("d"))), _text(node))


def _meeting(node: Element) -> Meeting:
    place, line = child(node, "plats"), child(node, "tidplats")
    day, end_day, start, end = (node.get(key) for key in ("datum", "slutdatum", "start", "slut"))
    clock = datetime.time.fromisoformat
    return Meeting(
        id=NodeId(str(node.attrib["id"])),
        date=datetime.date.fromisoformat(day) if day else None,
        end_date=datetime.date.fromisoformat(end_day) if end_day else None,
        start=clock(start) if start else None,
        end=clock(end) if end else None,
        place=Place(*(place.get(key) for key in ("lokal", "adress", "ort", "kommun")))
        if place is not None
        else Place(),
        breaks=tuple(
            Break(clock(str(b.get("fran"))), clock(str(b.get("till"))))
            for b in children(node)
            if name(b) == "ajournering"
        ),
        line=words(line).plain if line is not None else "",
    )


def _attendance(head: Element) -> Attendance:
    fields = {"narvarande": "present", "forhinder": "apologies", "gaster": "guests"}
    found = {
        fields[str(node.get("slag"))]: peoplereader.people(node) for node in children(head) if name(node) == "deltagare"
    }
    return Attendance(**found)


def _signature(node: Element) -> Signature:
    parts = {name(inner): _text(inner) for inner in children(node)}
    signed = node.get("signerad")
    return Signature(
        id=NodeId(str(node.attrib["id"])),
        role=cast("Any", back("signature", str(node.get("roll")))),
        label=parts.get("led"),
        name=parts.get("namn"),
        title=parts.get("befattning"),
        person=node.get("person"),
        signed=datetime.date.fromisoformat(signed) if signed else None,
    )


def _style(node: Element) -> StyleProfile:
    keys = {key: (field, codec) for field, key, codec in STYLE}
    given = [(keys[str(own.get("nyckel"))], _text(own)) for own in children(node)]
    made: dict[str, Any] = {field: parsed(text, codec) for (field, codec), text in given}
    return StyleProfile(name=str(node.get("namn") or ""), **made)


def _life(node: Element) -> Lifecycle:
    kinds = {SHAPES[kind].element: (field, kind) for field, kind in LIFE}
    lists: dict[str, list[Any]] = {field: [] for field, _ in LIFE}
    adjustment = None
    for inner in children(node):
        if name(inner) in kinds:
            field, kind = kinds[name(inner)]
            lists[field].append(_source(inner) if kind is Source else value(kind, inner))
        elif name(inner) == "justering":
            adjustment = _adjustment(inner)
    status = _must(node, "status")
    since = status.get("sedan")
    return Lifecycle(
        status=cast("Any", back("status", _text(status))),
        since=datetime.datetime.fromisoformat(since) if since else None,
        adjustment=adjustment,
        **{field: tuple(values) for field, values in lists.items()},
    )


def _source(node: Element) -> Source:
    made = value(Source, node)
    spans = tuple(value(Span, inner) for inner in children(node) if name(inner) == "spann")
    noise = tuple(value(Noise, inner) for inner in children(node) if name(inner) == "brus")
    return Source(made.file, made.kind, made.sha256, made.encoding, spans, noise)


def _adjustment(node: Element) -> Adjustment:
    by, done = node.get("senast"), node.get("justerad")
    return Adjustment(
        adjusters=listed(node.get("justerare")),
        by=datetime.date.fromisoformat(by) if by else None,
        adjusted=datetime.date.fromisoformat(done) if done else None,
        rounds=tuple(value(Round, inner) for inner in children(node)),
    )
