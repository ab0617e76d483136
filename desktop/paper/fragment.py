"""What is pasted: words from anywhere made typed blocks, and the command that puts them in."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from desktop import swedish
from desktop.paper.answer import Answer, after_removal, joined, write
from desktop.paper.borders import PREFIXES
from desktop.paper.caret import Selection
from desktop.paper.words import is_head, under_heading
from model.edit.arrange import InsertFragment
from model.edit.change import Place
from model.edit.parts import BlockKind, as_kind, blank, is_empty, kind_of, typed, with_words, words_of
from model.record import ids as prefix
from model.record.blocks import Block, Row
from model.record.ids import IdSource, NodeId
from model.record.minutes import Minutes
from model.record.text import Text

LIMIT = 5_000
"""Blocks taken from one paste: ten times the longest minutes known."""

_NUMBER = re.compile(r"(?:§\s*)?\d{1,3}(?:[.)]\s*|\s+§\s*|(?<=§\s\d)\s+|(?<=§\s\d\d)\s+)(?=\D)")
_BULLET = re.compile(r"[-–—•·▪◦o\uf0b7]\s+")
_CLAUSE = re.compile(rf"(?:{swedish.SAMT_ATT}|{swedish.ATT})\s+", re.IGNORECASE)
_LEAD = re.compile(r"(?:[^.:]{1,80}\s)?beslut(?:ar)?:|beslut", re.IGNORECASE)


class Line(NamedTuple):
    """A line from outside: its words (cells parted by tabs), and what its source says that it is."""

    words: str
    in_list: bool = False
    heading: bool = False


def from_text(text: str) -> list[Line]:
    """The lines of plain text."""
    return [Line(line) for line in re.split(r"\r\n?|[\n\u2028\u2029\v\f]", text)]


def parts(lines: Iterable[Line]) -> tuple[Block, ...]:
    """Typed blocks, without ids of their own yet; blank lines and lone lead words are left out.

    One line of running text keeps the blanks round it: it goes into a sentence.
    """
    lines, found = list(lines), list[Block]()
    for line in lines:
        words = line.words.strip()
        if words and not _LEAD.fullmatch(words):
            found.append(_typed(line, words))
        if len(found) >= LIMIT:
            break
    if len(lines) == 1 and found and kind_of(found[0]) == "paragraph":
        return (with_words(found[0], Text(typed(_spaced(lines[0].words)))),)
    return tuple(found)


def _typed(line: Line, words: str) -> Block:
    kind, rest = _kind(line, words)
    return with_words(blank(NodeId(""), kind), Text(typed(rest if kind == "row" else _spaced(rest), row=kind == "row")))


def _kind(line: Line, words: str) -> tuple[BlockKind, str]:
    number = _NUMBER.match(words)
    if line.heading:
        return "item", words[number.end() :] if number else words
    if "\t" in words and not line.in_list and not number:
        return "row", words
    if number and not line.in_list:
        return "item", words[number.end() :]
    bullet = _BULLET.match(words)
    inner = words[bullet.end() :] if bullet else words
    clause = _CLAUSE.match(inner)
    if clause and clause.end() < len(inner):
        return "clause", inner[clause.end() :]
    return ("subitem", inner) if bullet or line.in_list else ("paragraph", words)


def _spaced(words: str) -> str:
    return re.sub(r"[ \t\u00a0]+", " ", words)


def paste(minutes: Minutes, selection: Selection, blocks: tuple[Block, ...], ids: IdSource) -> Answer:
    """Put `blocks` in over the selection: into a header row as one line, one plain line as if it were typed."""
    start = selection.anchor if is_head(selection.anchor.node) else selection.caret
    if not blocks:
        return Answer()
    if is_head(selection.caret.node) or is_head(start.node):
        line = " ".join(words_of(block).plain.replace("\t", " ").replace("\n", " ") for block in blocks)
        return write(minutes, selection, line, ids)
    if len(blocks) == 1 and kind_of(blocks[0]) == "paragraph" and not words_of(blocks[0]).marks:
        return write(minutes, selection, words_of(blocks[0]).plain, ids)
    after, caret, cleared = after_removal(minutes, selection, ids)
    return joined(cleared, _inserted(after, caret, blocks, ids))


def _inserted(minutes: Minutes, caret: Place, blocks: tuple[Block, ...], ids: IdSource) -> Answer:
    position = minutes.index(caret.node)
    block = minutes.blocks[position]
    fitted = _fitted(blocks, kind_of(block), under_heading(minutes, position) or kind_of(block) == "item")
    made = tuple(replace(part, id=ids.new(_prefix(part))) for part in fitted)
    command = InsertFragment(block.id, caret.at, made)
    after = command.apply(minutes)
    last = after.blocks[after.index(made[-1].id)] if len(made) > 1 else after.block(block.id)
    right = 0 if is_empty(block) else len(words_of(block)) - caret.at
    return Answer(command, Place(last.id, max(0, len(words_of(last)) - right)))


def _fitted(blocks: tuple[Block, ...], here: BlockKind, under: bool) -> tuple[Block, ...]:
    """A plain first part takes the kind of the block it falls into; no clause or sub-heading without a heading."""
    found: list[Block] = []
    for position, block in enumerate(blocks):
        kind = kind_of(block)
        if position == 0 and kind == "paragraph":
            kind = here
        elif kind in {"clause", "subitem"} and not under and not (position == 0 and here == kind):
            kind = "paragraph"
        under = under or kind == "item"
        found.append(as_kind(block, kind))
    return tuple(found)


def _prefix(block: Block) -> str:
    return PREFIXES.get(kind_of(block), prefix.PARAGRAPH)


def cleaned(block: Block) -> Block:
    """`block` from the clipboard with words that a record may hold."""
    words = words_of(block)
    plain = typed(words.plain, row=isinstance(block, Row))
    return with_words(block, words if plain == words.plain else Text(plain))
