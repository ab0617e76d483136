"""The clipboard's HTML from Word and LibreOffice read to lines: words, lists, headings and cells; nothing else.

A parser of our own, because Qt's would load what the HTML points at and keep fonts, colours and tables.
"""

import re
from html.parser import HTMLParser

from desktop.paper.fragment import Line

LIMIT = 4_000_000
"""Characters read of one clipboard; Word writes some twenty for each of the text."""

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {"p", "div", "li", "ul", "ol", "tr", "table", "body", "blockquote", "pre", "dt", "dd", *_HEADINGS}
_SILENT = {"style", "script", "head", "title", "xml", "o:p"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base"}
_LIST_STYLE = re.compile(r"mso-list\s*:\s*l\d", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list\s*:\s*ignore|display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)


def lines(html: str) -> list[Line]:
    """The lines of `html`; anything at all may be given, nothing is fetched and nothing raises."""
    reader = _Reader()
    reader.feed(html[:LIMIT])
    reader.close()
    reader.end_line()
    return reader.found


class _Reader(HTMLParser):
    """Gathers lines; `silent` counts open elements whose words are not the author's."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Line] = []
        self._words: list[str] = []
        self._cells: list[str] | None = None
        self._silent: list[str] = []
        self._lists = 0
        self._item = self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a cell, a list or what is not to be read."""
        style = dict(attrs).get("style") or ""
        if self._silent or tag in _SILENT or _IGNORED.search(style):
            if tag not in _VOID:
                self._silent.append(tag)
            return
        if tag == "br":
            self._words.append(" " if self._cells is not None else "\n")
        elif tag == "tr":
            self.end_line()
            self._cells = []
        elif tag in {"td", "th"}:
            self._words = []
        elif tag in _BLOCKS:
            self._open(tag, style)

    def _open(self, tag: str, style: str) -> None:
        if self._cells is not None:
            self._words.append(" ")
            return
        self.end_line()
        self._lists += tag in {"ul", "ol"}
        self._item = tag == "li" or (self._item and tag in {"p", "div"} and self._lists > 0)
        self._item = self._item or bool(_LIST_STYLE.search(style))
        self._heading = tag in _HEADINGS

    def handle_endtag(self, tag: str) -> None:
        """End what was begun; ends without a beginning are passed by."""
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
            return
        if tag in {"td", "th"} and self._cells is not None:
            self._cells.append(self._taken())
        elif tag in {"tr", "table"} and self._cells is not None:
            cells, self._cells = self._cells, None
            if any(cells):
                self.found.append(Line("\t".join(cells)))
        elif tag in _BLOCKS and self._cells is None:
            self.end_line()
            self._lists = max(0, self._lists - (tag in {"ul", "ol"}))
            self._item = self._item and tag in {"p", "div"} and self._lists > 0
            self._heading = False

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._silent:
            self._words.append(re.sub(r"\s+", " ", data))

    def end_line(self) -> None:
        """The words so far are a line, or several where breaks stand."""
        taken = "".join(self._words)
        self._words = []
        for words in taken.split("\n"):
            line = re.sub(r"\s+", " ", words).strip()
            if line:
                self.found.append(Line(line, self._item, self._heading))

    def _taken(self) -> str:
        words, self._words = "".join(self._words), []
        return re.sub(r"\s+", " ", words).strip()
