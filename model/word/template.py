"""A Word template opened: its parts, its styles by name, its page set-up, and a list that its headings count by."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from model.errors import TemplateError
from model.places import resource
from model.word import base
from model.word.completing import W, completed, counting, parser
from model.word.package import DOCUMENT, ROOT

LIMIT = 64 * 1024 * 1024
BUILT_IN = "kinds/kommundirektorsgrupp/template.docx"
MAIN = "wordprocessingml.document.main+xml"
_WRITTEN_IN = re.compile(r"word/(?:document|styles|numbering|(?:header|footer)\d*)\.xml|docProps/custom\.xml")
"""The parts that the writer changes, and must therefore be able to read."""
_ROOT = re.compile(r"<w:document\b[^>]*>")
_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')


@dataclass(frozen=True)
class Template:
    """The parts by name, the styles' ids by lower-case name, the opening tag of the document and its last section.

    `numbering` is the numbering part before and after the place of the document's own list, whose id is `list_id` and
    which heading 2 is bound to. `number_form` is how an organisation's own headings are numbered ("§ %1"), if they are.
    """

    parts: dict[str, bytes]
    styles: dict[str, str]
    root: str
    section: str
    numbering: tuple[str, str]
    list_id: int
    number_form: str | None = None

    def style(self, name: str) -> str:
        """The id of the style `name`: Word writes "heading 1", LibreOffice "Heading 1"."""
        return self.styles[name.lower()]


def opened(data: bytes | None = None) -> Template:
    """The template in `data`, or the built-in one; `TemplateError` if it is no Word file or dangerously large."""
    return _built_in() if data is None else _read(data, Path("mall.docx"))


@lru_cache(maxsize=1)
def _built_in() -> Template:
    path = resource(BUILT_IN)
    try:
        return _read(path.read_bytes(), path, own=False)
    except OSError as problem:
        raise TemplateError(path, "missing") from problem


def _read(data: bytes, path: Path, *, own: bool = True) -> Template:
    try:
        parts = _unpacked(data, path)
        return _completed(parts, path, own=own)
    except (zipfile.BadZipFile, zlib.error, KeyError, etree.LxmlError, ValueError, RuntimeError, EOFError) as problem:
        raise TemplateError(path, type(problem).__name__) from problem


def _unpacked(data: bytes, path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LIMIT:
            raise TemplateError(path, "large")
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    if any(name.endswith("vbaProject.bin") for name in parts):
        raise TemplateError(path, "macros")
    for name in (ROOT, DOCUMENT, *(name for name in parts if _WRITTEN_IN.fullmatch(name))):
        if "<!DOCTYPE" in parts[name].decode():
            raise TemplateError(path, "doctype")
    return parts


def _completed(parts: dict[str, bytes], path: Path, *, own: bool) -> Template:
    """`parts` with every style that the writer asks for, and a place for its list."""
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace("wordprocessingml.template.main+xml", MAIN).encode()
    document = parts["word/document.xml"].decode()
    root = _ROOT.search(document)
    if root is None or f'xmlns:w="{W}"' not in root.group():
        raise TemplateError(path, "document")
    styles, ids = completed(parts["word/styles.xml"], base.styles())
    list_id, form, numbering = counting(styles, ids["heading 2"], parts.get("word/numbering.xml", base.no_numbering()))
    parts["word/styles.xml"] = etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Template(parts, ids, root.group(), _section(document), numbering, list_id, form if own else None)


def _section(document: str) -> str:
    """The last section of the body, as text that stands under the document's own name spaces."""
    body = etree.fromstring(document.encode(), parser()).find(f"{{{W}}}body")
    last = None if body is None or not len(body) else body[-1]
    if last is None or last.tag != f"{{{W}}}sectPr":
        return ""
    head, close, rest = etree.tostring(last, encoding="unicode", with_tail=False).partition(">")
    return _DECLARED.sub("", head) + close + rest
