"""The body as XML: the flat blocks nested into items, decisions and tables, the printed words in their elements."""

from collections.abc import Iterable, Iterator

from model.record.blocks import AsPrinted, Clause, DecisionFacts, Paragraph, Row
from model.record.ids import NodeId
from model.record.printing import Frame
from model.record.text import Text
from model.record.tree import Decision, Entry, Section, Table
from model.store.markup import attribute, coded, element, inline, listed, tag, text
from model.store.vocabulary import CODES

Frames = dict[NodeId, Frame]
STEP = "  "
LAST = attribute("plats", "sist")
AS_PRINTED = attribute("som", "tryckt")


def written(entries: Iterable[Entry], frames: Frames, indent: str) -> Iterator[str]:
    """The lines of the body's elements, each with its indentation."""
    for entry in entries:
        if isinstance(entry, Section):
            yield from _section(entry, frames, indent)
        elif isinstance(entry, Decision):
            yield from _decision(entry, frames, indent)
        elif isinstance(entry, Table):
            yield f"{indent}<tabell>"
            for row in entry.rows:
                yield indent + STEP + _row(row)
            yield f"{indent}</tabell>"
        else:
            yield indent + _paragraph(entry)


def _section(section: Section, frames: Frames, indent: str) -> Iterator[str]:
    item, inner = section.item, indent + STEP
    name = "arende" if item.level == 1 else "delarende"
    yield f"{indent}<{name}{_item(section)}>"
    yield inner + tag("rubrik", "", _framed(item.heading, frames[item.id], item.printed))
    yield from written(section.parts, frames, inner)
    yield from written(section.children, frames, inner)
    yield f"{indent}</{name}>"


def _item(section: Section) -> str:
    item = section.item
    made = attribute("id", item.id)
    if section.number:
        made += attribute("nr", str(section.number))
    if item.number is not None:
        made += attribute("nummer", str(item.number))
    if section.letter:
        made += attribute("littera", section.letter)
    if item.status != "open":
        made += attribute("status", CODES["item status"][item.status])
    if item.kind is not None:
        made += attribute("slag", CODES["item kind"][item.kind])
    for name, words in (("foredragande", item.presenters), ("jav", item.conflicts), ("amnesord", item.subjects)):
        made += attribute(name, listed(words)) if words else ""
    for name, value in (("sak", item.case), ("dnr", item.reference), ("sekretess", item.secrecy)):
        made += attribute(name, value) if value is not None else ""
    return made


def _decision(decision: Decision, frames: Frames, indent: str) -> Iterator[str]:
    first = decision.clauses[0]
    yield f"{indent}<beslut{_facts(first.facts)}>"
    lead = frames[first.id].decision or ""
    if lead or first.lead is not None:
        yield indent + STEP + tag("led", attribute("eget", "ja") if first.lead is not None else "", text(lead))
    for clause in decision.clauses:
        yield indent + STEP + _clause(clause, frames[clause.id], first=clause is first)
    yield f"{indent}</beslut>"


def _facts(facts: DecisionFacts | None) -> str:
    if facts is None:
        return ""
    made = attribute("fakta", "ja")
    if facts.body is not None:
        made += attribute("organ", facts.body)
    if facts.unanimity is not None:
        made += attribute("enighet", CODES["unanimity"][facts.unanimity])
    if facts.immediate:
        made += attribute("omedelbart", "ja")
    return made + (attribute("delges", listed(facts.recipients)) if facts.recipients else "")


def _clause(clause: Clause, frame: Frame, *, first: bool) -> str:
    made = attribute("id", clause.id)
    if clause.action is not None:
        made += attribute("atgard", clause.action)
    if clause.mandate:
        made += attribute("mandat", "ja")
    if clause.responsible:
        made += attribute("ansvarig", listed(clause.responsible))
    if clause.facts is not None and not first:
        made += _facts(clause.facts)
    content = "".join(element(deadline) for deadline in clause.deadlines)
    content += "".join(element(amount) for amount in clause.amounts)
    content += _framed(clause.text, frame, clause.printed)
    if clause.after:
        content += tag("efter", "", " " + inline(clause.after))
    return tag("sats", made, content)


def _paragraph(paragraph: Paragraph) -> str:
    if paragraph.kind in {"closing", "status"}:
        name = "avslutning" if paragraph.kind == "closing" else "statusrad"
        return tag(name, attribute("id", paragraph.id), inline(paragraph.text))
    kind = CODES["paragraph"][paragraph.kind]
    made = attribute("id", paragraph.id) + (attribute("typ", kind) if kind else "")
    return tag("stycke", made, inline(paragraph.text))


def _row(row: Row) -> str:
    kind = coded(row.kind, "row")
    made = attribute("id", row.id) + (attribute("typ", kind) if kind else "")
    return tag("rad", made, "".join(tag("cell", "", inline(cell)) for cell in row.cells))


def _framed(words: Text, frame: Frame, own: AsPrinted | None) -> str:
    """Words with what is printed round them; an empty element says that the source left out what would be derived."""
    own = own or AsPrinted()
    return (
        _piece("led", "", frame.lead, own.lead)
        + inline(words)
        + _piece("led", LAST, frame.tail, own.tail)
        + _piece("slut", "", frame.end, own.end)
    )


def _piece(name: str, made: str, printed: str, own: str | None) -> str:
    if own is None:
        return f"<{name}{made}>{text(printed)}</{name}>" if printed else ""
    return tag(name, made + AS_PRINTED, text(own))
