"""The body back from XML: the nested elements flattened to blocks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from model.record.blocks import Amount, AsPrinted, Block, Clause, Deadline, DecisionFacts, Item, Paragraph, Row
from model.record.ids import NodeId
from model.record.text import Text
from model.store.elements import Element, UnknownElementError, back, child, children, listed, name, value, words


def blocks(node: Element) -> Iterator[Block]:
    """The blocks under `kropp`, an item or a sub-item, in order."""
    for inner in children(node):
        kind = name(inner)
        if kind in {"arende", "delarende"}:
            yield _item(inner, 1 if kind == "arende" else 2)
            yield from blocks(inner)
        elif kind == "beslut":
            yield from _decision(inner)
        elif kind == "tabell":
            yield from (_row(row) for row in children(inner))
        elif kind in {"stycke", "avslutning", "statusrad"}:
            yield _paragraph(inner, kind)
        elif kind != "rubrik":
            raise UnknownElementError(kind)


def _id(node: Element) -> NodeId:
    return NodeId(str(node.get("id")))


def _item(node: Element, level: int) -> Item:
    heading = child(node, "rubrik")
    status, kind, number = node.get("status"), node.get("slag"), node.get("nummer")
    return Item(
        id=_id(node),
        level=cast("Any", level),
        heading=words(heading) if heading is not None else Text(),
        status=cast("Any", back("item status", status) if status else "open"),
        kind=cast("Any", back("item kind", kind) if kind else None),
        number=int(number) if number is not None else None,
        presenters=listed(node.get("foredragande")),
        conflicts=listed(node.get("jav")),
        case=node.get("sak"),
        reference=node.get("dnr"),
        subjects=listed(node.get("amnesord")),
        secrecy=node.get("sekretess"),
        printed=_printed(heading) if heading is not None else None,
    )


def _decision(node: Element) -> Iterator[Clause]:
    lead, first = child(node, "led"), True
    own = str(lead.text or "") if lead is not None and lead.get("eget") == "ja" else None
    for inner in children(node):
        if name(inner) == "sats":
            clause = _clause(inner)
            yield replace(clause, lead=own, facts=_facts(node)) if first else clause
            first = False
        elif name(inner) != "led":
            raise UnknownElementError(name(inner))


def _facts(node: Element) -> DecisionFacts | None:
    if node.get("fakta") is None:
        return None
    unanimity = node.get("enighet")
    return DecisionFacts(
        body=node.get("organ"),
        unanimity=cast("Any", back("unanimity", unanimity) if unanimity else None),
        immediate=node.get("omedelbart") == "ja",
        recipients=listed(node.get("delges")),
    )


def _clause(node: Element) -> Clause:
    after = child(node, "efter")
    later = words(after) if after is not None else Text()
    return Clause(
        id=_id(node),
        text=words(node),
        action=node.get("atgard"),
        mandate=node.get("mandat") == "ja",
        responsible=listed(node.get("ansvarig")),
        deadlines=tuple(value(Deadline, inner) for inner in children(node) if name(inner) == "frist"),
        amounts=tuple(value(Amount, inner) for inner in children(node) if name(inner) == "summa"),
        facts=_facts(node),
        after=later.slice(1, len(later)) if later.plain.startswith(" ") else later,
        printed=_printed(node),
    )


def _paragraph(node: Element, kind: str) -> Paragraph:
    own = {"avslutning": "closing", "statusrad": "status"}.get(kind) or back("paragraph", node.get("typ") or "")
    return Paragraph(_id(node), words(node), cast("Any", own))


def _row(node: Element) -> Row:
    cells = tuple(words(cell) for cell in children(node))
    return Row(_id(node), cells, cast("Any", back("row", node.get("typ") or "")))


def _printed(node: Element) -> AsPrinted | None:
    """What the source printed otherwise; None where all is as derived."""
    found: dict[str, str] = {}
    for inner in children(node):
        if name(inner) in {"led", "slut"} and inner.get("som") == "tryckt":
            field = "end" if name(inner) == "slut" else "tail" if inner.get("plats") == "sist" else "lead"
            found[field] = str(inner.text or "")
    return AsPrinted(**found) if found else None
