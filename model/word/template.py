"""A Word template opened: its parts, its styles by name, its page set-up."""

import io
import re
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from model.errors import TemplateError
from model.places import resource

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIMIT = 64 * 1024 * 1024
BUILT_IN = "kinds/kommundirektorsgrupp/template.docx"
_SECTION = re.compile(r"<w:sectPr\b.*</w:sectPr>|<w:sectPr\b[^>]*/>", re.DOTALL)
_ROOT = re.compile(r"<w:document\b[^>]*>")


@dataclass(frozen=True)
class Template:
    """The parts by name, the styles' ids by lower-case name, the opening tag of the document and its last section."""

    parts: dict[str, bytes]
    styles: dict[str, str]
    root: str
    section: str

    def style(self, name: str) -> str:
        """The id of the style `name` (Word writes "heading 1", LibreOffice "Heading 1"); Normal's if it is missing."""
        return self.styles.get(name.lower(), self.styles.get("normal", "Normal"))


def opened(data: bytes | None = None) -> Template:
    """The template in `data`, or the built-in one. Raises `TemplateError` if it is no Word file or dangerously large."""
    return _built_in() if data is None else _read(data, Path("mall.docx"))


@lru_cache(maxsize=1)
def _built_in() -> Template:
    path = resource(BUILT_IN)
    try:
        return _read(path.read_bytes(), path)
    except OSError as problem:
        raise TemplateError(path, "missing") from problem


def _read(data: bytes, path: Path) -> Template:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LIMIT:
                raise TemplateError(path, "large")
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
        styles = etree.fromstring(parts["word/styles.xml"], etree.XMLParser(resolve_entities=False, no_network=True))
        document = parts["word/document.xml"].decode()
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, UnicodeDecodeError, RuntimeError) as problem:
        raise TemplateError(path, type(problem).__name__) from problem
    found = {
        str(name.get(f"{W}val")).lower(): str(style.get(f"{W}styleId"))
        for style in styles.iter(f"{W}style")
        if (name := style.find(f"{W}name")) is not None
    }
    sections, root = _SECTION.findall(document), _ROOT.search(document)
    if root is None:
        raise TemplateError(path, "document")
    return Template(parts, found, root.group(), sections[-1] if sections else "")
