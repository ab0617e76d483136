"""The lint: every fault it knows is planted in a sound file and found."""

import io
import zipfile
from collections.abc import Callable

import pytest

from model.word.export import to_docx
from model.word.lint import faults
from tests.model.word.goldrecords import gold

DOCUMENT, CORE, STYLES = "word/document.xml", "docProps/core.xml", "word/styles.xml"
W14 = ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="{}"'
CONTROL = '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'

Parts = dict[str, str]


def replaced(name: str, old: str, new: str) -> Callable[[Parts], None]:
    def plant(parts: Parts) -> None:
        assert old in parts[name], "the sound file has what is to be broken"
        parts[name] = parts[name].replace(old, new, 1)

    return plant


def dropped(name: str) -> Callable[[Parts], None]:
    def plant(parts: Parts) -> None:
        del parts[name]

    return plant


PLANTED = {
    "bookmark twice": replaced(DOCUMENT, 'w:name="_n_tidplats"', 'w:name="_n_titel"'),
    "bookmark id twice": replaced(DOCUMENT, 'w:id="2" w:name', 'w:id="1" w:name'),
    "bookmark without end": replaced(DOCUMENT, '<w:bookmarkEnd w:id="1"/>', ""),
    "bookmark too long": replaced(DOCUMENT, "_n_titel", "_n_" + "titel" * 8),
    "control twice": replaced(DOCUMENT, "<w:body>", f"<w:body>{CONTROL}{CONTROL}"),
    "paragraph id twice": replaced(DOCUMENT, "<w:p>", f"<w:p{W14.format('12345678')}/><w:p{W14.format('12345678')}>"),
    "paragraph id too large": replaced(DOCUMENT, "<w:p>", f"<w:p{W14.format('80000000')}>"),
    "list that is not there": replaced(STYLES, "<w:numId w:val=", '<w:numId w:val="9"/><w:numId w:val='),
    "style that is not there": replaced(DOCUMENT, 'w:val="Beslut"', 'w:val="Bestämt"'),
    "two titles": replaced(CORE, "<dc:title>", "<dc:title>En till</dc:title><dc:title>"),
    "field not closed": replaced("word/header2.xml", '<w:fldChar w:fldCharType="end"/>', ""),
    "break in words": replaced(DOCUMENT, "Avrapportering", "Avrapp\nortering"),
    "cell without paragraph": replaced(DOCUMENT, "<w:tc>", "<w:tc/><w:tc>"),
    "table last": replaced(DOCUMENT, "<w:sectPr", "<w:tbl><w:tblGrid/></w:tbl><w:sectPr"),
    "table beside table": replaced(DOCUMENT, "<w:tbl>", "<w:tbl><w:tblGrid/></w:tbl><w:tbl>"),
    "too few columns": replaced(DOCUMENT, "<w:gridCol", "<w:ignored"),
    "wrong order": replaced(DOCUMENT, "<w:keepNext/>", "<w:jc/><w:keepNext/>"),
    "no content type": lambda parts: parts.update({"word/bild.png": "?"}),
    "relation to nothing": dropped("word/theme/theme1.xml"),
    "relation twice": replaced("_rels/.rels", 'Id="rId2"', 'Id="rId1"'),
    "ill-formed": replaced(DOCUMENT, "<w:body>", "<w:body>\x07"),
}  # fmt: skip


@pytest.mark.parametrize("rule", PLANTED)
def test_finds(rule: str) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(gold("kdg-2015-08")))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    PLANTED[rule](parts)
    assert rule in {fault.rule for fault in faults(zipped(parts.items()))}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_finds_an_entry_twice() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(gold("kdg-2015-08")))) as archive:
        parts = [(name, archive.read(name).decode()) for name in archive.namelist()]
    assert "entry twice" in {fault.rule for fault in faults(zipped([*parts, parts[1]]))}


def zipped(parts: object) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts:  # type: ignore[attr-defined]
            archive.writestr(name, text)
    return target.getvalue()
