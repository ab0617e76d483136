"""An organisation's own template: its look stands, whatever program saved it and whatever it lacks."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from model.errors import TemplateError
from model.places import resource
from model.sentences import sentence
from model.word import base
from model.word.export import to_docx
from model.word.lint import faults
from model.word.pack import packed
from model.word.template import BUILT_IN
from tests.model.word.goldrecords import NAMES, gold
from tests.model.word.reading import W, lines, part

FOLDER = Path(__file__).parent / "templates"
OURS = {"heading 1", "heading 2", "uppgift", "beslut", "att-sats", "normal", "signaturrad"}


def bare() -> bytes:
    """A document that knows none of our styles."""
    target = io.BytesIO()
    docx.Document().save(target)
    return target.getvalue()


def changed(name: str, old: str, new: str, data: bytes | None = None) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data or packed(base.parts()))) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    assert old in parts[name].decode()
    parts[name] = parts[name].decode().replace(old, new).encode()
    return packed(parts)


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "saved by LibreOffice": (FOLDER / "libreoffice.docx").read_bytes,
    "with a letterhead": (FOLDER / "organisation.docx").read_bytes,
    "without our styles": bare,
    "with capital style names": lambda: changed("word/styles.xml", 'w:val="Beslut"', 'w:val="BESLUT"'),
    "saved as .dotx": lambda: changed("[Content_Types].xml", "document.main+xml", "template.main+xml"),
}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", NAMES)
def test_any_template_serves(name: str, template: str) -> None:
    data = TEMPLATES[template]()
    made = to_docx(gold(name), data)
    own = {(fault.rule, fault.part) for fault in faults(data)}
    assert {(fault.rule, fault.part) for fault in faults(made)} <= own
    assert {line.style for line in lines(made)} >= OURS
    assert [p.text for p in docx.Document(io.BytesIO(made)).paragraphs][:1]


def test_the_shipped_template_is_the_one_that_is_built() -> None:
    assert resource(BUILT_IN).read_bytes() == packed(base.parts())


def test_the_letterhead_and_its_picture_stay() -> None:
    made = to_docx(gold("kdg-2015-08"), TEMPLATES["with a letterhead"]())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert "word/media/image1.png" in archive.namelist()
        assert b"w:drawing" in archive.read("word/header1.xml")


def test_the_organisation_may_number_its_headings_in_its_own_way() -> None:
    template = changed(
        "word/numbering.xml", 'w:lvlText w:val="%1."', 'w:lvlText w:val="Punkt %1"', TEMPLATES["with a letterhead"]()
    )
    numbers = part(to_docx(gold("kdg-2015-08"), template), "word/numbering.xml")
    own = [level for level in numbers.iter(f"{W}lvl") if level.find(f"{W}pStyle") is not None]
    assert [level.find(f"{W}lvlText").get(f"{W}val") for level in own] == ["Punkt %1"]


def test_the_organisations_own_properties_stay() -> None:
    template = changed("docProps/custom.xml", 'name="Organ"', 'name="Diarium"')
    made = to_docx(gold("kdg-2015-08"), template)
    names = [node.get("name") for node in part(made, "docProps/custom.xml")]
    assert names == ["Diarium", "Organ", "ProtokollId", "ProtokollSha256", "ProtokollVersion"]
    assert faults(made) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 trasig", b"<xml/>", packed({"a.txt": b"inte Word"}),
     packed({**base.parts(), "word/styles.xml": b"<trasig"}), packed({**base.parts(), "word/document.xml": b"<a/>"}),
     packed({**base.parts(), "word/styles.xml": b"\xff\xfe"}), packed({**base.parts(), "word/vbaProject.bin": b"x"}),
     packed({**base.parts(), "word/header1.xml": b"\xff"}),
     packed({**base.parts(), "docProps/custom.xml": b"\xff"}),
     packed({name: data for name, data in base.parts().items() if not name.endswith("document.xml.rels")}),
     packed({**base.parts(), "word/numbering.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
     packed(base.parts())[:900]],
    ids=["empty", "broken zip", "not a zip", "zip of something else", "broken styles", "no document", "wrong encoding",
         "with macros",
         "unreadable header", "unreadable properties", "without relations", "with a DTD", "cut off"],
)  # fmt: skip
def test_what_is_no_template_is_said_in_one_sentence(data: bytes) -> None:
    with pytest.raises(TemplateError) as raised:
        to_docx(gold("kdg-2015-06"), data)
    said = sentence(raised.value)
    assert said.startswith("Word-mallen ")
    assert "\n" not in said
