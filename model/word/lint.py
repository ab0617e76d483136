"""Faults of a Word file that make Word refuse it or show it wrong, those included that no public validator sees."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from lxml import etree

from model.word.completing import W, parser

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
TITLE = "{http://purl.org/dc/elements/1.1/}title"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
    "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
    "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
    "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
    "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt "
    "showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
    "mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults "
    "doNotEmbedSmartTags decimalSymbol listSeparator",
}
"""The order of children that the format demands (ISO/IEC 29500-1, 17.3 and 17.15)."""
_PLACES = {name: {child: place for place, child in enumerate(order.split())} for name, order in ORDER.items()}

Node = Any  # an element of lxml


class Fault(NamedTuple):
    """A rule that is broken, in which part, and by what."""

    rule: str
    part: str
    detail: str = ""


def faults(data: bytes) -> list[Fault]:
    """Everything that is wrong with the Word file `data`; empty for a sound one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        found = [Fault("entry twice", name) for name, count in Counter(names).items() if count > 1]
        parts = {name: archive.read(name) for name in names}
    trees: dict[str, Node] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(content, parser())
            except etree.XMLSyntaxError as problem:
                found.append(Fault("ill-formed", name, problem.msg or ""))
    return [
        *found,
        *_package(parts, trees),
        *_styles(trees),
        *(f for name, tree in trees.items() for f in _part(name, tree)),
    ]


def _package(parts: dict[str, bytes], trees: dict[str, Node]) -> Iterator[Fault]:
    types = trees.get("[Content_Types].xml")
    told = {} if types is None else {str(node.get("PartName", node.get("Extension"))).lower() for node in types}
    for name in parts:
        if name != "[Content_Types].xml" and f"/{name}".lower() not in told and name.rpartition(".")[2] not in told:
            yield Fault("no content type", name)
    for name, tree in trees.items():
        for relation in tree.iter(RELATION):
            if relation.get("TargetMode") != "External" and _target(name, str(relation.get("Target"))) not in parts:
                yield Fault("relation to nothing", name, str(relation.get("Target")))
        ids = [str(relation.get("Id")) for relation in tree.iter(RELATION)]
        yield from (Fault("relation twice", name, ident) for ident in _twice(ids))
    core = trees.get("docProps/core.xml")
    if core is not None and len(core.findall(TITLE)) > 1:
        yield Fault("two titles", "docProps/core.xml")


def _target(relations: str, target: str) -> str:
    """The part that `target` names: relations of `word/document.xml` stand in `word/_rels/document.xml.rels`."""
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = []
    for step in (*PurePosixPath(relations).parent.parent.parts, *target.split("/")):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _styles(trees: dict[str, Node]) -> Iterator[Fault]:
    """References to styles and lists that are not there."""
    lists = {num.get(_w("numId")) for num in _all(trees.get("word/numbering.xml"), "num")} | {"0"}
    styles = {style.get(_w("styleId")) for style in _all(trees.get("word/styles.xml"), "style")}
    for name, tree in trees.items():
        for node in tree.iter(_w("numId")):
            if node.get(_w("val")) not in lists:
                yield Fault("list that is not there", name, str(node.get(_w("val"))))
        for node in tree.iter(_w("pStyle"), _w("rStyle"), _w("tblStyle"), _w("basedOn"), _w("next"), _w("link")):
            if node.get(_w("val")) not in styles:
                yield Fault("style that is not there", name, str(node.get(_w("val"))))


def _part(name: str, tree: Node) -> Iterator[Fault]:
    for rule, broken in (
        ("bookmark twice", _twice(str(b.get(_w("name"))).lower() for b in tree.iter(_w("bookmarkStart")))),
        ("bookmark id twice", _twice(str(b.get(_w("id"))) for b in tree.iter(_w("bookmarkStart")))),
        ("bookmark without end", _unpaired(tree)),
        ("bookmark too long", (n for b in tree.iter(_w("bookmarkStart")) if len(n := str(b.get(_w("name")))) > 40)),
        ("control twice", _twice(str(n.get(_w("val"))) for s in tree.iter(_w("sdtPr")) for n in s.iter(_w("id")))),
        ("paragraph id twice", _twice(ident for ident in _paragraph_ids(tree))),
        ("paragraph id too large", (ident for ident in _paragraph_ids(tree) if int(ident, 16) >= 0x80000000)),
        ("drawing id twice", _twice(str(d.get("id")) for d in tree.iter(DRAWN))),
        ("field not closed", _open_fields(tree)),
        ("break in words", (str(t.text) for t in tree.iter(_w("t")) if re.search(r"[\n\r\t]", t.text or ""))),
        ("cell without paragraph", _endings(tree, "tc")),
        ("table last", _endings(tree, "body", "hdr", "ftr")),
        ("table beside table", ("" for t in tree.iter(_w("tbl")) if (n := t.getnext()) is not None and n.tag == t.tag)),
        ("too few columns", _narrow(tree)),
        ("wrong order", _disordered(tree)),
    ):  # fmt: skip
        yield from (Fault(rule, name, detail) for detail in broken)


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _all(tree: Node | None, name: str) -> Iterator[Node]:
    return iter(()) if tree is None else tree.iter(_w(name))


def _twice(names: Iterable[str]) -> Iterator[str]:
    return (name for name, count in Counter(names).items() if count > 1)


def _unpaired(tree: Node) -> Iterator[str]:
    starts = {str(node.get(_w("id"))) for node in tree.iter(_w("bookmarkStart"))}
    ends = {str(node.get(_w("id"))) for node in tree.iter(_w("bookmarkEnd"))}
    return iter(sorted(starts ^ ends))


def _paragraph_ids(tree: Node) -> list[str]:
    return [str(ident) for node in tree.iter(_w("p")) if (ident := node.get(f"{{{W14}}}paraId"))]


def _open_fields(tree: Node) -> Iterator[str]:
    """A field opens and closes in one story; it may run over paragraphs, but not out of a part."""
    steps = Counter(str(node.get(_w("fldCharType"))) for node in tree.iter(_w("fldChar")))
    if steps["begin"] != steps["end"]:
        yield f"{steps['begin']}–{steps['end']}"


def _endings(tree: Node, *kinds: str) -> Iterator[str]:
    """Word wants a paragraph last in a cell, in the body (the section apart) and in a header."""
    for node in tree.iter(*map(_w, kinds)):
        inside = [inner for inner in node if inner.tag not in {_w("sectPr"), _w("bookmarkEnd")}]
        if not inside or inside[-1].tag not in {_w("p"), _w("sdt"), _w("altChunk")}:
            yield etree.QName(node).localname


def _narrow(tree: Node) -> Iterator[str]:
    for table in tree.iter(_w("tbl")):
        columns = len(table.findall(f"{_w('tblGrid')}/{_w('gridCol')}"))
        if any(len(row.findall(_w("tc"))) > columns for row in table.findall(_w("tr"))):
            yield str(columns)


def _disordered(tree: Node) -> Iterator[str]:
    for name, places in _PLACES.items():
        for node in tree.iter(_w(name)):
            order = [places[child] for inner in node if (child := etree.QName(inner).localname) in places]
            if order != sorted(set(order)):
                yield name
