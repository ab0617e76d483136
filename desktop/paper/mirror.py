"""The mirror: the only writer to the QTextDocument. It makes the paper say what the record says, and nothing more."""

import logging
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desktop.paper.caret import shown, units
from desktop.paper.derived import Derived
from desktop.paper.formats import Formats, Shape, set_margins, shape_of, shape_of_row
from desktop.paper.lines import Lines
from desktop.paper.words import HEAD, head_words, nodes
from model.edit.parts import words_of
from model.record.blocks import Clause
from model.record.difference import middle
from model.record.ids import HEADER_ROWS, NodeId
from model.record.minutes import Minutes
from model.record.text import Text, differing

log = logging.getLogger(__name__)
_SHOWN = {"strong", "emphasis"}


class Mirror:
    """Holds the node id of every block of the paper, and the record that the paper shows."""

    def __init__(self, paper: QTextDocument, formats: Formats, derived: Derived) -> None:
        self._paper, self._formats, self._derived = paper, formats, derived
        self.ids: list[NodeId] = []
        self.minutes: Minutes | None = None
        self.rewrites = 0
        """How many times the paper had to be written anew because it differed. It must stay nought."""
        self._lead_lines: frozenset[NodeId] = frozenset()

    def load(self, minutes: Minutes) -> None:
        """Write the whole paper."""
        self._paper.clear()
        cursor = QTextCursor(self._paper)
        cursor.beginEditBlock()
        self.minutes, self.ids = minutes, nodes(minutes)
        self._lead_lines = self._found_lead_lines(minutes)
        for number, (shape, words) in enumerate(self._wanted(minutes)):
            block_format, words_format = self._formats.block(shape), self._formats.words(shape)
            if number:
                cursor.insertBlock(block_format, words_format)
            else:
                cursor.setBlockFormat(block_format)
                cursor.setBlockCharFormat(words_format)
            cursor.insertText(shown(words.plain), words_format)
            if words.marks:
                self._mark(cursor.block(), shape, words)
        cursor.endEditBlock()
        set_margins(self._paper)

    def show(self, minutes: Minutes, touched: frozenset[NodeId]) -> QRectF | None:
        """Write only what differs; the part of the paper that has to be painted again, None for all of it."""
        before = self.minutes
        if before is minutes or before is None:
            return QRectF()
        framed = self._derived.frames(before)
        self.minutes = minutes
        is_framed_alike = self._derived.frames(minutes) is framed
        cursor = QTextCursor(self._paper)
        cursor.beginEditBlock()
        made = self._arrange(cursor, before, minutes)
        leads = frozenset[NodeId]() if is_framed_alike else self._led_anew(minutes)
        written = self._fill(minutes, touched | leads | made, made)
        cursor.endEditBlock()
        if self._paper.blockCount() != len(self.ids):
            log.error("paper: %d blocks, record: %d; written anew", self._paper.blockCount(), len(self.ids))
            self.rewrites += 1
            self.load(minutes)
            return None
        is_one = is_framed_alike and len(touched) == 1 and len(written) == 1
        return written[0].written(self._paper) if is_one else None

    def _wanted(self, minutes: Minutes) -> Iterator[tuple[Shape, Text]]:
        for row in HEADER_ROWS:
            yield shape_of_row(row), head_words(minutes, row)
        for block in minutes.blocks:
            yield shape_of(block, block.id in self._lead_lines), words_of(block)

    def _led_anew(self, minutes: Minutes) -> frozenset[NodeId]:
        """The blocks that have got or lost a line for their lead."""
        before, self._lead_lines = self._lead_lines, self._found_lead_lines(minutes)
        return before ^ self._lead_lines

    def _found_lead_lines(self, minutes: Minutes) -> frozenset[NodeId]:
        wide = self._derived.is_wide
        if not wide(minutes.style.decision_lead) and not any(
            isinstance(block, Clause) and block.lead and wide(block.lead) for block in minutes.blocks
        ):
            return frozenset()
        return frozenset(b.id for b in minutes.blocks if self._derived.has_lead_line(minutes, b.id))

    # Blocks

    def _arrange(self, cursor: QTextCursor, before: Minutes, minutes: Minutes) -> set[NodeId]:
        """Bring the blocks into the record's order; the ids of those that are new on their place."""
        ids, (start, end, wanted_end) = self.ids, middle(before.blocks, minutes.blocks)
        wanted = [block.id for block in minutes.blocks[start:wanted_end]]
        start, end = HEAD + start, HEAD + end
        if wanted == ids[start:end]:
            return set()
        coming = set(wanted)
        for number in range(end - 1, start - 1, -1):
            if ids[number] not in coming:
                self._remove(cursor, number)
        made = set()
        for number, node in enumerate(wanted, start):
            if number < len(ids) and ids[number] == node:
                continue
            if node in ids:
                self._remove(cursor, ids.index(node))
            self._insert(cursor, number, node)
            made.add(node)
        return made

    def _remove(self, cursor: QTextCursor, number: int) -> None:
        """Take a block away; the one above may get its format from Qt, so that is set again."""
        above = self._paper.findBlockByNumber(number - 1)
        kept, words = above.blockFormat(), above.charFormat()
        gone = self._paper.findBlockByNumber(number)
        cursor.setPosition(gone.position() - 1)
        cursor.setPosition(gone.position() + gone.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(kept)
        cursor.setBlockCharFormat(words)
        del self.ids[number]

    def _insert(self, cursor: QTextCursor, number: int, node: NodeId) -> None:
        above = self._paper.findBlockByNumber(number - 1)
        cursor.setPosition(above.position() + above.length() - 1)
        cursor.insertBlock()
        self.ids.insert(number, node)

    # Words

    def _fill(self, minutes: Minutes, stale: AbstractSet[NodeId], made: set[NodeId]) -> list[Lines]:
        """Write the shape and the words of the stale blocks; of those of which only the words differed, where."""
        written = []
        for number in [number for number, node in enumerate(self.ids) if node in stale]:
            node = self.ids[number]
            if number < HEAD:
                shape, words = shape_of_row(node), head_words(minutes, node)
            else:
                block = minutes.blocks[number - HEAD]
                shape, words = shape_of(block, node in self._lead_lines), words_of(block)
            lines = self._write(number, shape, words, new=node in made)
            if lines is not None:
                written.append(lines)
        return written

    def _write(self, number: int, shape: Shape, words: Text, *, new: bool) -> Lines | None:
        """Make one block say `words` in `shape`; where they differed, if nothing else did."""
        block, lines = self._paper.findBlockByNumber(number), None
        block_format, words_format = self._formats.block(shape), self._formats.words(shape)
        reshaped = new or block.blockFormat() != block_format
        cursor = QTextCursor(block)
        if reshaped:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(words_format)
        text, old = shown(words.plain), block.text()
        if text != old:
            start, end = differing(old, text)
            at, position = units(old, start), block.position()
            lines = None if reshaped else Lines.of(self._paper, block, at)
            cursor.setPosition(position + at)
            cursor.setPosition(position + units(old, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text[start : len(text) - (len(old) - end)], words_format)
        block = self._paper.findBlockByNumber(number)
        if reshaped or _is_marked(block) or any(mark.kind in _SHOWN for mark in words.marks):
            self._mark(block, shape, words)
            lines = None
        return lines

    def _mark(self, block: QTextBlock, shape: Shape, words: Text) -> None:
        """Give the whole block its character format, then the strong and the emphasised words theirs."""
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if cursor.hasSelection():
            cursor.setCharFormat(self._formats.words(shape))
        for mark in words.marks:
            if mark.kind in _SHOWN:
                over = [m.kind for m in words.marks if m.start <= mark.start and m.end >= mark.end]
                cursor.setPosition(block.position() + units(words.plain, mark.start))
                end = block.position() + units(words.plain, mark.end)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                wanted = self._formats.marked(shape, strong="strong" in over, emphasis="emphasis" in over)
                cursor.setCharFormat(wanted)


def _is_marked(block: QTextBlock) -> bool:
    """True if the block has words in more than one character format."""
    return len(block.textFormats()) > 1
