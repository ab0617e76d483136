"""`Minutes` → the bytes of a .docx, with the record and its hash inside."""

import re

from model.record.minutes import Minutes
from model.record.printing import title
from model.store.seal import content_hash
from model.store.writer import to_bytes
from model.word.pack import packed
from model.word.parts import Body, runs_of_numbers
from model.word.phrases import LANGUAGE
from model.word.runs import escaped
from model.word.template import Template, opened

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
STORE_ID = "{6B0C2C4E-5B1A-4F0B-9C39-6A7E1D2F3A10}"
_NUM = re.compile(r'<w:num w:numId="(\d+)"')
_ABSTRACT = re.compile(r'<w:abstractNum w:abstractNumId="(\d+)".*?</w:abstractNum>', re.DOTALL)
_RELATION = re.compile(r'Id="rId(\d+)"')


def to_docx(minutes: Minutes, template: bytes | None = None) -> bytes:
    """The Word file of `minutes`, in the built-in template or the given one; the same record gives the same bytes.

    Raises `TemplateError` if the template is no Word file.
    """
    base = opened(template)
    parts = dict(base.parts)
    first, unbroken = runs_of_numbers(minutes)
    list_id = None
    if unbroken:
        list_id, parts["word/numbering.xml"] = _numbering(base, minutes, first)
    body = Body(minutes, base, numbered=unbroken, list_id=list_id)
    parts["word/document.xml"] = f"{HEAD}{base.root}<w:body>{body.xml()}{base.section}</w:body></w:document>".encode()
    _fill_fields(parts, minutes)
    _properties(parts, minutes)
    _embed(parts, minutes)
    return packed(parts)


def _numbering(base: Template, minutes: Minutes, first: int) -> tuple[int | None, bytes]:
    """A list of this document's own: its first number and the way numbers look (`1.`, `§ 43`)."""
    part = base.parts.get("word/numbering.xml", b"").decode()
    abstract = _ABSTRACT.search(part)
    if abstract is None:
        return None, part.encode()
    number = max(int(found) for found in _NUM.findall(part)) + 1
    form = escaped(minutes.style.number_form.replace("{}", "%1").strip())
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{first}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{form}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="510"/></w:tabs>'
        f'<w:ind w:left="{_indent(form)}" w:hanging="{_indent(form)}"/></w:pPr></w:lvl>'
    )
    own = (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract[1]}"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="{first}"/>{level}</w:lvlOverride></w:num></w:numbering>'
    )
    return number, part.replace("</w:numbering>", own).encode()


def _indent(form: str) -> int:
    return 510 if len(form) <= 3 else 800


def _fill_fields(parts: dict[str, bytes], minutes: Minutes) -> None:
    """Give title and body fields in headers and footers their present value: Word renews them first when printing."""
    values = {"TITLE": title(minutes), "DOCPROPERTY Organ": minutes.body.name}
    for name in parts:
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
            text = parts[name].decode()
            for code, value in values.items():
                pattern = rf"(<w:instrText[^>]*>\s*{code}\s*</w:instrText>.*?<w:t)[^>]*>[^<]*(</w:t>)"
                shown = rf'\g<1> xml:space="preserve">{_literal(escaped(value))}\g<2>'
                text = re.sub(pattern, shown, text, flags=re.DOTALL)
            parts[name] = text.encode()


def _literal(words: str) -> str:
    return words.replace("\\", r"\\")


def _properties(parts: dict[str, bytes], minutes: Minutes) -> None:
    day = minutes.meeting.date.isoformat() if minutes.meeting.date else "1980-01-01"
    parts["docProps/core.xml"] = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title(minutes))}</dc:title><dc:creator>{escaped(minutes.body.name)}</dc:creator>"
        f"<dc:language>{LANGUAGE}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created></cp:coreProperties>'
    ).encode()
    parts["docProps/app.xml"] = (
        f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties"><Application>Vid tangenterna</Application></Properties>'
    ).encode()
    versions = minutes.lifecycle.versions
    values = (
        ("Organ", minutes.body.name), ("ProtokollId", minutes.id), ("ProtokollSha256", content_hash(minutes)),
        ("ProtokollVersion", str(versions[-1].number) if versions else "0"),
    )  # fmt: skip
    inside = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{pid}" name="{name}"><vt:lpwstr>{escaped(value)}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(values, 2)
    )
    parts["docProps/custom.xml"] = (
        f'{HEAD}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">{inside}</Properties>'
    ).encode()


def _embed(parts: dict[str, bytes], minutes: Minutes) -> None:
    """Put the record in, and tell the package of everything that was added."""
    parts["customXml/item1.xml"] = to_bytes(minutes)
    parts["customXml/itemProps1.xml"] = (
        f'{HEAD}<ds:datastoreItem ds:itemID="{STORE_ID}" xmlns:ds="{OFFICE}/customXml"><ds:schemaRefs>'
        '<ds:schemaRef ds:uri="urn:protokoll:1"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    parts["customXml/_rels/item1.xml.rels"] = _relations(
        (1, f"{OFFICE}/relationships/customXmlProps", "itemProps1.xml")
    )
    types = parts["[Content_Types].xml"].decode()
    for name, kind in (
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
        ("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"),
    ):
        if f'PartName="/{name}"' not in types:
            types = types.replace("</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>')
    parts["[Content_Types].xml"] = types.encode()
    _relate(parts, "_rels/.rels", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    _relate(parts, "_rels/.rels", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml")
    _relate(parts, "_rels/.rels", f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml")
    _relate(parts, "word/_rels/document.xml.rels", f"{OFFICE}/relationships/customXml", "../customXml/item1.xml")


def _relations(*relations: tuple[int, str, str]) -> bytes:
    inside = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{to}"/>' for n, kind, to in relations)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'.encode()


def _relate(parts: dict[str, bytes], name: str, kind: str, target: str) -> None:
    text = parts[name].decode()
    if f'Type="{kind}"' in text:
        return
    number = max((int(found) for found in _RELATION.findall(text)), default=0) + 1
    made = f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/></Relationships>'
    parts[name] = text.replace("</Relationships>", made).encode()
