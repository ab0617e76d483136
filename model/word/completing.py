"""What an organisation's template lacks, put in: missing styles, and a list of the document's own for its headings."""

import copy
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PLACE = "_list_"
_ABSTRACT, _NUM, _LEVEL, _STYLE = f"{{{W}}}abstractNum", f"{{{W}}}num", f"{{{W}}}lvl", f"{{{W}}}style"
_VAL, _ID, _NUM_ID, _ABSTRACT_ID = f"{{{W}}}val", f"{{{W}}}styleId", f"{{{W}}}numId", f"{{{W}}}abstractNumId"
_AFTER_NUMBERS = ("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
                  "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
                  "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
                  "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
                  "pPrChange")  # fmt: skip
"""What follows the numbering in a paragraph's properties: their order is part of the format."""

Node = Any  # an element of lxml


def parser() -> etree.XMLParser:
    """A parser that opens nothing but what it is given."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def completed(styles: bytes, model: str) -> tuple[Node, dict[str, str]]:
    """The styles part with those of `model` that it lacks, and the ids by lower-case name."""
    root = etree.fromstring(styles, parser())
    ids = {_name(style): str(style.get(_ID)) for style in root.iter(_STYLE) if style.get(_ID)}
    taken, wanted = set(ids.values()), etree.fromstring(model.encode(), parser())
    moved: dict[str, str] = {}
    missing = []
    for style in wanted.iter(_STYLE):
        own, name = str(style.get(_ID)), _name(style)
        if name not in ids:
            ids[name] = own if own not in taken else f"{own}Protokoll"
            missing.append(copy.deepcopy(style))
        moved[own] = ids[name]
    for style in missing:
        style.set(_ID, moved[str(style.get(_ID))])
        style.attrib.pop(f"{{{W}}}default", "")
        for kind in ("basedOn", "next", "link"):
            for reference in style.iter(f"{{{W}}}{kind}"):
                reference.set(_VAL, moved[str(reference.get(_VAL))])
        for bound in list(style.iter(f"{{{W}}}numPr")):
            bound.getparent().remove(bound)
        root.append(style)
    return root, ids


def counting(styles: Node, heading: str, numbering: bytes) -> tuple[int, str | None, tuple[str, str]]:
    """Bind the style `heading` to a list of its own: its id, how it was numbered, the part round the list's place.

    A new heading that the adjuster makes in Word goes on counting, because the number sits in the style.
    """
    root = etree.fromstring(numbering, parser())
    style = next(style for style in styles.iter(_STYLE) if style.get(_ID) == heading)
    form = _form(root, style)
    for bound in list(root.iter(f"{{{W}}}pStyle")):
        if bound.get(_VAL) == heading:
            bound.getparent().remove(bound)
    list_id = 1 + max((int(str(num.get(_NUM_ID))) for num in root.iter(_NUM)), default=0)
    _bind(style, list_id)
    place = etree.Element(f"{{{W}}}{PLACE}")
    last = [node for node in root if node.tag in {_ABSTRACT, f"{{{W}}}numPicBullet"}]
    root.insert(root.index(last[-1]) + 1 if last else 0, place)
    whole = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
    before, after = whole.split(f"<w:{PLACE}/>")
    return list_id, form, (before, after)


def _name(style: Node) -> str:
    name = style.find(f"{{{W}}}name")
    return "" if name is None else str(name.get(_VAL)).lower()


def _form(numbering: Node, style: Node) -> str | None:
    """`§ %1.` where the style is numbered that way already."""
    bound = style.find(f"{{{W}}}pPr/{{{W}}}numPr/{{{W}}}numId")
    if bound is None:
        return None
    num = next((n for n in numbering.iter(_NUM) if n.get(_NUM_ID) == bound.get(_VAL)), None)
    abstract = None if num is None else num.find(_ABSTRACT_ID)
    if abstract is None:
        return None
    own = next(a for a in numbering.iter(_ABSTRACT) if a.get(_ABSTRACT_ID) == abstract.get(_VAL))
    linked = [level for level in own.iter(_LEVEL) if (p := level.find(f"{{{W}}}pStyle")) is not None
              and p.get(_VAL) == style.get(_ID)]  # fmt: skip
    for level in linked or list(own.iter(_LEVEL))[:1]:
        text = level.find(f"{{{W}}}lvlText")
        words = "" if text is None else str(text.get(_VAL))
        if words.count("%") == 1:
            return words[: words.index("%") + 1] + "1" + words[words.index("%") + 2 :]
    return None


def _bind(style: Node, list_id: int) -> None:
    props = style.find(f"{{{W}}}pPr")
    if props is None:
        props = etree.Element(f"{{{W}}}pPr")
        words = style.find(f"{{{W}}}rPr")
        style.insert(len(style) if words is None else style.index(words), props)
    for old in props.findall(f"{{{W}}}numPr"):
        props.remove(old)
    following = (node for node in props if etree.QName(node).localname in _AFTER_NUMBERS)
    first = next(following, None)
    bound = etree.Element(f"{{{W}}}numPr")
    etree.SubElement(bound, f"{{{W}}}numId").set(_VAL, str(list_id))
    props.insert(len(props) if first is None else props.index(first), bound)
