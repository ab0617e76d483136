"""`Minutes` → canonical bytes: UTF-8, LF, two blanks of indentation, fixed order; the same record gives the same bytes.

Built as strings: a tree of objects takes four times as long, and saving runs while somebody types.
"""

from collections.abc import Iterator
from typing import Any

from model.record.ids import APOLOGIES, GUESTS, MEETING_LINE, PRESENT
from model.record.lifecycle import Adjustment, Lifecycle, Source
from model.record.minutes import Minutes
from model.record.printing import frames, label, title
from model.record.style import StyleProfile
from model.record.tree import derive
from model.store import body, people
from model.store.markup import attribute, attributes, clock, coded, element, tag, text
from model.store.vocabulary import CODES, FORMAT, LIFE, NAMESPACE, SHAPES, STYLE

DEFAULT = StyleProfile()
LISTS = ((PRESENT, "narvarande"), (APOLOGIES, "forhinder"), (GUESTS, "gaster"))


def to_bytes(minutes: Minutes) -> bytes:
    """The file of `minutes`."""
    return ("\n".join(_lines(minutes)) + "\n").encode()


def _lines(minutes: Minutes) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    made = attribute("id", minutes.id) + attribute("schema", FORMAT) + attribute("xml:lang", "sv-SE")
    yield f'<protokoll xmlns="{NAMESPACE}"{made}>'
    yield "  <innehall>"
    yield from _header(minutes)
    entries = derive(minutes.blocks)
    inside = list(body.written(entries, frames(minutes), "      "))
    yield from _container("kropp", "", inside, "    ")
    layout = "staplad" if minutes.style.signature_layout != "two_columns" else "tva-kolumner"
    signs = [f"      {_signature(sign)}" for sign in minutes.signatures]
    yield from _container("underskrifter", attribute("layout", layout), signs, "    ")
    for attachment in minutes.attachments:
        yield "    " + element(attachment)
    yield "  </innehall>"
    yield "  <forvaltning>"
    yield from _life(minutes.lifecycle, minutes.style)
    yield "  </forvaltning>"
    for extra in minutes.extras:
        yield "  " + extra
    yield "</protokoll>"


def _container(name: str, made: str, inside: list[str], indent: str) -> Iterator[str]:
    if not inside:
        yield f"{indent}<{name}{made}/>"
        return
    yield f"{indent}<{name}{made}>"
    yield from inside
    yield f"{indent}</{name}>"


def _header(minutes: Minutes) -> Iterator[str]:
    own = minutes.body
    yield "    <huvud>"
    made = attribute("kod", own.code) + attribute("genitiv", own.genitive)
    yield "      " + tag("organ", made, text(own.name))
    if minutes.document_date:
        day = attribute("d", minutes.document_date.day.isoformat())
        yield "      " + tag("dokumentdatum", day, text(minutes.document_date.printed))
    for head in minutes.letterhead:
        yield "      " + tag("brevhuvud", attribute("roll", CODES["letterhead"][head.role]), text(head.text))
    made = attribute("serie", minutes.series) if minutes.series else ""
    made += attribute("nr", str(minutes.number)) if minutes.number is not None else ""
    made += attribute("ar", str(minutes.year)) if minutes.year is not None else ""
    made += attribute("egen", "ja") if minutes.title is not None else ""
    yield "      " + tag("titel", made, text(title(minutes)))
    if minutes.reference is not None:
        yield "      " + tag("dnr", "", text(minutes.reference))
    yield from _meeting(minutes)
    for row, kind in LISTS:
        listed = minutes.people(row)
        if listed is not None:
            content = people.written(listed, label(minutes, row))
            yield "      " + tag("deltagare", attribute("slag", kind), content)
    yield "    </huvud>"


def _meeting(minutes: Minutes) -> Iterator[str]:
    own = minutes.meeting
    made = attribute("id", own.id)
    for name, day in (("datum", own.date), ("slutdatum", own.end_date)):
        made += attribute(name, day.isoformat()) if day else ""
    for name, at in (("start", own.start), ("slut", own.end)):
        made += attribute(name, clock(at)) if at is not None else ""
    yield f"      <mote{made}>"
    place = "".join(
        attribute(name, value)
        for name, value in (
            ("lokal", own.place.room),
            ("adress", own.place.street),
            ("ort", own.place.town),
            ("kommun", own.place.municipality),
        )
        if value is not None
    )
    if place:
        yield f"        <plats{place}/>"
    for pause in own.breaks:
        made = attribute("fran", clock(pause.start)) + attribute("till", clock(pause.end))
        yield f"        <ajournering{made}/>"
    caption = label(minutes, MEETING_LINE)
    lead = f"{caption} " if caption and own.line else caption
    yield "        " + tag("tidplats", "", (tag("led", "", text(lead)) if lead else "") + text(own.line))
    yield "      </mote>"


def _signature(sign: Any) -> str:
    made = attribute("id", sign.id) + attribute("roll", CODES["signature"][sign.role])
    made += attribute("person", sign.person) if sign.person is not None else ""
    made += attribute("signerad", sign.signed.isoformat()) if sign.signed is not None else ""
    inside = "".join(
        tag(name, "", text(value))
        for name, value in (("led", sign.label), ("namn", sign.name), ("befattning", sign.title))
        if value is not None
    )
    return tag("underskrift", made, inside)


def _life(life: Lifecycle, style: StyleProfile) -> Iterator[str]:
    since = attribute("sedan", life.since.isoformat()) if life.since else ""
    yield "    " + tag("status", since, CODES["status"][life.status])
    keys = [
        "      " + tag("stil", attribute("nyckel", key), text(_style(getattr(style, field), codec)))
        for field, key, codec in STYLE
        if getattr(style, field) != getattr(DEFAULT, field)
    ]
    yield from _container("stilprofil", attribute("namn", style.name), keys, "    ")
    for field, _ in LIFE:
        for value in getattr(life, field):
            yield from _source(value) if isinstance(value, Source) else ["    " + element(value)]
        if field == "versions" and life.adjustment is not None:
            yield from _adjustment(life.adjustment)


def _style(value: Any, codec: str) -> str:
    return "\n".join(value) if codec == "lines" else coded(value, codec)


def _source(source: Source) -> Iterator[str]:
    inside = ["      " + element(value) for value in (*source.spans, *source.noise)]
    yield from _container("kalla", attributes(source, SHAPES[Source]), inside, "    ")


def _adjustment(own: Adjustment) -> Iterator[str]:
    made = attribute("justerare", coded(own.adjusters, "list")) if own.adjusters else ""
    made += attribute("senast", own.by.isoformat()) if own.by else ""
    made += attribute("justerad", own.adjusted.isoformat()) if own.adjusted else ""
    yield from _container("justering", made, ["      " + element(r) for r in own.rounds], "    ")
