"""A Word file read back as lines, without the code that wrote it."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Line:
    """A paragraph: the name of its style, its words, the bookmarks that begin in it, its element."""

    style: str
    words: str
    marks: tuple[str, ...]
    node: Any

    def has(self, prop: str) -> bool:
        """Whether the paragraph itself, or its style in the built-in template, has the property."""
        return self.node.find(f"{W}pPr/{W}{prop}") is not None


def part(data: bytes, name: str) -> Any:
    """A part of the file, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def lines(data: bytes) -> list[Line]:
    """Every paragraph of the body, those in tables too, in order."""
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").lower()
        for style in part(data, "word/styles.xml").iter(f"{W}style")
    }
    found = []
    for node in part(data, "word/document.xml").iter(f"{W}p"):
        style = node.find(f"{W}pPr/{W}pStyle")
        marks = tuple(mark.get(f"{W}name") for mark in node.iter(f"{W}bookmarkStart"))
        words = "".join(_shown(piece) for piece in node.iter(f"{W}t", f"{W}tab", f"{W}br"))
        found.append(Line(names[style.get(f"{W}val")] if style is not None else "", words, marks, node))
    return found


def _shown(piece: Any) -> str:
    if piece.tag == f"{W}t":
        return (piece.text or "").replace("\N{NO-BREAK SPACE}", " ")
    if piece.tag == f"{W}br":
        return "\n"
    return "\t" if piece.getparent().tag == f"{W}r" else ""
