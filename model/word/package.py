"""What stands in the package beside the words: properties, the embedded record, and the list of all parts."""

import re

from model.record.minutes import Minutes
from model.record.printing import title
from model.store.seal import hash_of
from model.store.writer import to_bytes
from model.word.phrases import LANGUAGE, PROGRAM
from model.word.runs import escaped

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
STORE_ID = "{6B0C2C4E-5B1A-4F0B-9C39-6A7E1D2F3A10}"
KINDS = {
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "word/numbering.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
}
ROOT, DOCUMENT = "_rels/.rels", "word/_rels/document.xml.rels"
_RELATION = re.compile(r'Id="rId(\d+)"')
_PROPERTY = re.compile(r"<(?:\w+:)?property\b.*?</(?:\w+:)?property>", re.DOTALL)
_FIELD = re.compile(
    r'(<w:instrText[^>]*>\s*(TITLE|DOCPROPERTY\s+(?:&quot;|")?Organ(?:&quot;|")?)\s*(?:\\\*\s*\w+\s*)?</w:instrText>'
    r'(?:(?!w:fldCharType="end").)*?<w:t)(?:\s[^>]*)?>[^<]*(</w:t>)', re.DOTALL,
)  # fmt: skip


def complete(parts: dict[str, bytes], minutes: Minutes, shown: Minutes) -> None:
    """Put properties, fields, record and its hash into `parts`; the organisation's own properties stay.

    `shown` is what is printed: `minutes`, or their house form.
    """
    record = to_bytes(minutes)
    _fill_fields(parts, shown)
    parts["docProps/core.xml"] = _core(shown)
    parts["docProps/app.xml"] = (
        f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties"><Application>{PROGRAM}</Application></Properties>'
    ).encode()
    parts["docProps/custom.xml"] = _custom(parts.get("docProps/custom.xml", b""), minutes, hash_of(record))
    kinds = dict(KINDS)
    item = _embed(parts, record, kinds)
    _list(parts, kinds)
    _relate(parts, ROOT, f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    _relate(parts, ROOT, f"{OFFICE}/relationships/extended-properties", "docProps/app.xml")
    _relate(parts, ROOT, f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml")
    _relate(parts, DOCUMENT, f"{OFFICE}/relationships/numbering", "numbering.xml")
    _relate(parts, DOCUMENT, f"{OFFICE}/relationships/customXml", f"../{item}")


def _core(minutes: Minutes) -> bytes:
    """Dates from the record, never from the clock: the same record gives the same bytes."""
    day = minutes.meeting.date.isoformat() if minutes.meeting.date else "1980-01-01"
    when = f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title(minutes))}</dc:title><dc:creator>{escaped(minutes.body.name)}</dc:creator>"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    ).encode()


def _custom(before: bytes, minutes: Minutes, sha256: str) -> bytes:
    versions = minutes.lifecycle.versions
    values = {
        "Organ": minutes.body.name, "ProtokollId": minutes.id, "ProtokollSha256": sha256,
        "ProtokollVersion": str(versions[-1].number) if versions else "0",
    }  # fmt: skip
    kept = [p for p in _PROPERTY.findall(before.decode()) if not any(f'name="{name}"' in p for name in values)]
    own = [
        f'<property fmtid="{FORMAT_ID}" pid="0" name="{name}"><vt:lpwstr>{escaped(value)}</vt:lpwstr></property>'
        for name, value in values.items()
    ]
    inside = "".join(re.sub(r'pid="\d+"', f'pid="{pid}"', made, count=1) for pid, made in enumerate(kept + own, 2))
    return (
        f'{HEAD}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">{inside}</Properties>'
    ).encode()


def _fill_fields(parts: dict[str, bytes], minutes: Minutes) -> None:
    """Give title and body fields in headers and footers their present value: Word renews them first when printing."""
    values = {"T": escaped(title(minutes)), "D": escaped(minutes.body.name)}

    def filled(match: re.Match[str]) -> str:
        return f'{match[1]} xml:space="preserve">{values[match[2][0]]}{match[3]}'

    for name, content in parts.items():
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            parts[name] = _FIELD.sub(filled, content.decode()).encode()


def _embed(parts: dict[str, bytes], record: bytes, kinds: dict[str, str]) -> str:
    """Put the record in as a part of its own, beside those that the template may have; its name."""
    number = 1
    while f"customXml/item{number}.xml" in parts:
        number += 1
    item, props = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    parts[item] = record
    parts[props] = (
        f'{HEAD}<ds:datastoreItem ds:itemID="{STORE_ID}" xmlns:ds="{OFFICE}/customXml"><ds:schemaRefs>'
        '<ds:schemaRef ds:uri="urn:protokoll:1"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    kinds[props] = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    parts[f"customXml/_rels/item{number}.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/relationships/customXmlProps" Target="itemProps{number}.xml"/></Relationships>'
    ).encode()
    return item


def _list(parts: dict[str, bytes], kinds: dict[str, str]) -> None:
    types = parts["[Content_Types].xml"].decode()
    new = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in kinds.items()
        if f'PartName="/{name}"' not in types
    )
    if 'Extension="xml"' not in types:
        types = types.replace("<Override", '<Default Extension="xml" ContentType="application/xml"/><Override', 1)
    parts["[Content_Types].xml"] = types.replace("</Types>", new + "</Types>").encode()


def _relate(parts: dict[str, bytes], name: str, kind: str, target: str) -> None:
    text = parts[name].decode()
    if f'Target="{target}"' in text or f'Target="/{target}"' in text or f'Target="/word/{target}"' in text:
        return
    number = max((int(found) for found in _RELATION.findall(text)), default=0) + 1
    made = f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/></Relationships>'
    parts[name] = text.replace("</Relationships>", made).encode()
