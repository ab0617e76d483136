"""The source's lines with their places, and the markup of Markdown and Word residue taken out of them as noise."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from model.intake.run import Run
from model.record.lifecycle import Noise, NoiseKind

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_RULE = re.compile(r"^\s*(?:[-=_*.~·]\s?){3,}\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|[\s:|-]*$")
_HEADING = re.compile(r"^\s*(?P<mark>#{1,6}(?:\s+|(?=[A-ZÅÄÖ])))")
_QUOTE = re.compile(r"^\s*(?P<mark>(?:>\s?)+)(?=\S)")
_RESIDUE = re.compile(r"\[bookmark:[^\]\n]*\]|<!--.*?-->|<br\s*/?>|&nbsp;|\\(?=[.#*_()\[\]-]|$)|\{[.#][\w-]+\}")
_STARS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_BULLET = re.compile(r"^\s*\*\s")


ENDLESS = 8000
"""Characters of a line; a longer one is cut."""

LONG = 2000
"""Characters; a longer line is no rule of a table."""

_PLAIN_BLANKS = re.compile(r"[\t\u00a0\u2000-\u200a\u202f\u3000]")


_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML cannot hold; the source file that is kept beside the record has it."""


@dataclass(slots=True)
class Line:
    """One line without markup; `start`–`end` its place in the source, `gap` the blank lines before it.

    `heading` is the level of a Markdown heading, `strong` that all of it was bold, `ends` the offsets in `run` where
    bold or italics ended.
    """

    run: Run
    start: int
    end: int
    number: int
    gap: int = 0
    heading: int = 0
    strong: bool = False
    ends: frozenset[int] = frozenset()
    rule: bool = False
    table: bool = False

    @property
    def text(self) -> str:
        """The words, stripped and collapsed."""
        return " ".join(self.run.text.split())


@dataclass(slots=True)
class Page:
    """All lines, the noise found so far, and the stretches that were bold or italic."""

    text: str
    lines: list[Line] = field(default_factory=list)
    noise: list[Noise] = field(default_factory=list)
    strong: list[tuple[int, int]] = field(default_factory=list)
    emphasis: list[tuple[int, int]] = field(default_factory=list)
    markup: int = 0


def read(text: str) -> Page:
    """The lines of `text`."""
    page = Page(text)
    position, number, gap = 0, 1, 0
    for end, after in _ends(text):
        line = _line(page, position, end, number)
        if line is None and not gap and page.lines:
            _underline(page.lines[-1], text[position:end].strip())
        if line is None or not line.run.text.strip():
            gap += 1
        else:
            line.gap, gap = gap, 0
            page.lines.append(line)
        position, number = after, number + 1
    return page


def _underline(line: Line, rule: str) -> None:
    """A line underlined as long as itself with = or - is a heading (CommonMark's Setext)."""
    length = len(line.text)
    if set(rule) in ({"="}, {"-"}) and not line.heading and length - 3 <= len(rule) <= max(length + 3, 10):
        line.heading = 1 if rule[0] == "=" else 2


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where each line ends and the next begins; a line without end is cut, at a blank where there is one."""
    position = 0
    breaks = [(match.start(), match.end()) for match in _BREAK.finditer(text)]
    for end, after in [*breaks, (len(text), len(text))]:
        while end - position > ENDLESS:
            cut = text.rfind(" ", position + ENDLESS // 2, position + ENDLESS) + 1 or position + ENDLESS
            yield cut, cut
            position = cut
        yield end, after
        position = after


def hide(page: Page, start: int, end: int, kind: NoiseKind, node: str | None = None) -> None:
    """Put the visible characters from `start` to `end` down as noise."""
    words = page.text[start:end]
    inner = words.strip()
    if inner:
        begin = start + words.index(inner)
        page.noise.append(Noise(begin, begin + len(inner), kind, _UNWRITABLE.sub("\ufffd", inner), node))


def hide_run(page: Page, run: Run, kind: NoiseKind) -> None:
    """Put the visible characters of `run` down as noise, wherever they stand."""
    for place in run.places:
        hide(page, place, place + 1, kind)


def _line(page: Page, start: int, end: int, number: int) -> Line | None:
    raw = page.text[start:end]
    if _RULE.match(raw) or (end - start < LONG and _TABLE_RULE.match(raw)):
        page.markup += 1
        hide(page, start, end, "markup")
        return None
    hidden: set[int] = set()
    marked = len(page.strong)
    heading = _front(page, raw, start, hidden)
    for match in _RESIDUE.finditer(raw):
        _drop(page, start, match.span(), hidden)
    ends = _emphasis(page, raw, start, hidden)
    if not _PLAIN_BLANKS.sub("", raw).isprintable():
        for offset, sign in enumerate(raw):
            if offset not in hidden and _is_control(sign):
                hide(page, start + offset, start + offset + 1, "scan")
                hidden.add(offset)
    table = raw.count("|") >= 2 and raw.strip().startswith("|")
    if table:
        for offset, sign in enumerate(raw):
            if sign == "|" and offset not in hidden:
                hide(page, start + offset, start + offset + 1, "markup")
    if not hidden and not table:
        return Line(Run(raw, tuple(range(start, end))).strip(), start, end, number)
    kept = [
        ("\t" if table and sign == "|" else sign, start + offset)
        for offset, sign in enumerate(raw)
        if offset not in hidden
    ]
    run = Run("".join(sign for sign, _ in kept), tuple(place for _, place in kept))
    run = run.strip()
    visible = {place: offset for offset, place in enumerate(run.at)}
    ended = frozenset(visible[place] + 1 for place in ends if place in visible)
    whole = run.places
    strong = bool(whole) and any(a <= whole[0] and whole[-1] < b for a, b in page.strong[marked:])
    return Line(run, start, end, number, heading=heading, strong=strong, ends=ended, table=table)


def _front(page: Page, raw: str, start: int, hidden: set[int]) -> int:
    level = 0
    match = _HEADING.match(raw)
    if match:
        level = match["mark"].count("#")
        page.markup += 1
        _drop(page, start, match.span("mark"), hidden)
    quote = _QUOTE.match(raw)
    if quote:
        _drop(page, start, quote.span("mark"), hidden)
    return level


def _emphasis(page: Page, raw: str, start: int, hidden: set[int]) -> list[int]:
    """Hide stars and note what they embraced; the places of the last characters before a closing star."""
    signs = [match for match in _STARS.finditer(raw) if match.start() not in hidden and not _is_plain(raw, match)]
    ends: list[int] = []
    opened: tuple[int, int] | None = None
    for match in signs:
        _drop(page, start, match.span(), hidden)
        page.markup += 1
        closes = match.start() > 0 and not raw[match.start() - 1].isspace()
        if closes:
            ends.append(start + len(raw[: match.start()].rstrip()) - 1)
        if opened and closes:
            begin, weight = opened
            weight = min(weight, len(match.group()))
            if weight >= 2:
                page.strong.append((start + begin, start + match.start()))
            if weight in {1, 3}:
                page.emphasis.append((start + begin, start + match.start()))
            opened = None
        elif raw[match.end() : match.end() + 1].strip():
            opened = (match.end(), len(match.group()))
    return ends


def _is_plain(raw: str, match: re.Match[str]) -> bool:
    """A star or underscore that is no markup: a bullet, one between blanks, part of a word or a number."""
    before, after = raw[: match.start()], raw[match.end() :]
    if not before.strip() and after[:1].isspace():
        return True
    if (not before or before[-1:].isspace()) and (not after or after[0].isspace()):
        return True
    return before[-1:].isdigit() and after[:1].isdigit()


def _drop(page: Page, start: int, span: tuple[int, int], hidden: set[int]) -> None:
    hide(page, start + span[0], start + span[1], "markup")
    hidden.update(range(*span))


def _is_control(sign: str) -> bool:
    return sign != "\t" and (unicodedata.category(sign) in {"Cc", "Cs", "Cf", "Co", "Cn"})
