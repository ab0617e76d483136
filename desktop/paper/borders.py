"""The one table of border keys: (minutes, selection, key, ids) → command and caret. Pure, without a widget.

Every sequence of blocks is a valid document, so no key can break the structure; the table only decides what a person
expects. "Demote before join": Backspace first makes a block a paragraph, and only a paragraph joins the one above.
Keys do not make a clause or a sub-heading where no heading stands above.
"""

from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

from desktop import swedish
from desktop.paper import steps
from desktop.paper.answer import NOTHING, Answer, after_removal, end_of, given, joined, ordered, remove
from desktop.paper.caret import Selection
from desktop.paper.moves import move, new_item, opened
from desktop.paper.words import HEAD, block_at, is_head, nodes, plain, takes_breaks, under_heading
from model.edit.arrange import InsertBlock, JoinBlocks, RemoveBlock, SetKind, SplitBlock
from model.edit.change import Place
from model.edit.command import Command
from model.edit.parts import BlockKind, kind_of, words_of
from model.edit.together import Together
from model.edit.write import WriteText
from model.language.closings import closes, goes_on, has_closed
from model.record import ids as prefix
from model.record.blocks import Block, Clause, Item, Paragraph, Row
from model.record.ids import HEADER_ROWS, IdSource, NodeId
from model.record.minutes import Minutes

Key = Literal[
    "enter", "break", "new_item", "tab", "back_tab", "backspace", "delete", "word_back", "word_on", "line_end",
    "move_up", "move_down",
]  # fmt: skip
KEYS: tuple[Key, ...] = get_args(Key)

CHAIN: tuple[BlockKind, ...] = ("item", "paragraph", "clause", "subitem")
"""What Tab walks through, and Shift+Tab back."""

PREFIXES: dict[BlockKind, str] = {
    "item": prefix.ITEM, "subitem": prefix.ITEM, "clause": prefix.CLAUSE, "row": prefix.ROW,
}  # fmt: skip

TRIGGERS: tuple[tuple[str, BlockKind], ...] = (
    (f"{swedish.SAMT_ATT} ", "clause"), (f"{swedish.ATT} ", "clause"), ("- ", "subitem"),
)  # fmt: skip
"""Words at the start of a paragraph that say what it is; they go, because they are painted.

With a capital they begin a sentence, but where the style writes its clauses so.
"""


def answer(minutes: Minutes, selection: Selection, key: Key, ids: IdSource) -> Answer:
    """What `key` does. A selection is deleted first by the keys that write; Tab works on all blocks it touches."""
    if key in {"tab", "back_tab"}:
        return _tab(minutes, selection, key == "back_tab", ids)
    if key == "new_item":
        return new_item(minutes, selection.caret.node, ids)
    if key in {"move_up", "move_down"}:
        return move(minutes, selection.caret.node, -1 if key == "move_up" else 1)
    if not selection.is_empty and key not in {"enter", "break"}:
        return remove(minutes, selection, ids)
    after, caret, cleared = after_removal(minutes, selection, ids)
    return joined(cleared, _ROWS[key](after, caret, ids))


def automatic(minutes: Minutes, caret: Place, *, accepted: bool = False) -> Answer | None:
    """What the words just typed from the start of a paragraph make of it by themselves, if anything.

    `accepted` says that they were not typed, but offered and taken.
    """
    block = block_at(minutes, caret.node)
    if not isinstance(block, Paragraph):
        return None
    text = block.text.plain
    if block.kind == "closing" and goes_on(text[: caret.at]):
        return Answer(SetKind(block.id, "paragraph"), caret)
    if block.kind != "text":
        return None
    closed = has_closed(text[: caret.at]) if accepted else closes(text[: caret.at])
    if closed and _is_last(minutes, block):
        return Answer(SetKind(block.id, "closing"), caret)
    typed = text[: caret.at].lower() if minutes.style.capital_att else text[: caret.at]
    for words, kind in TRIGGERS:
        if typed == words and under_heading(minutes, minutes.index(block.id)):
            rest = WriteText(block.id, text[caret.at :], 0)
            return Answer(Together((rest, SetKind(block.id, kind))), Place(block.id))
    return None


def _is_last(minutes: Minutes, block: Block) -> bool:
    """True for a block under an item with no words below it: there a meeting ends."""
    position = minutes.index(block.id)
    below = any(words_of(other).plain.strip() for other in minutes.blocks[position + 1 :])
    return not below and under_heading(minutes, position)


def _enter(minutes: Minutes, caret: Place, ids: IdSource) -> Answer:
    if is_head(caret.node):
        return _next_row(minutes, caret.node, ids)
    block = minutes.block(caret.node)
    kind = kind_of(block)
    if not words_of(block).plain:
        if isinstance(block, Clause) and not block.after:
            return Answer(SetKind(block.id, "item"), caret)
        if kind in {"subitem", "row"}:
            return Answer(SetKind(block.id, "paragraph"), caret)
        if isinstance(block, Paragraph) and under_heading(minutes, minutes.index(block.id)):
            return Answer(SetKind(block.id, "clause"), caret)
    below = "paragraph" if isinstance(block, Item) else kind
    new = ids.new(PREFIXES.get(below, prefix.PARAGRAPH))
    return Answer(SplitBlock(block.id, caret.at, new), Place(new))


def _next_row(minutes: Minutes, row: NodeId, ids: IdSource) -> Answer:
    """To the end of the next header row, or of the first block, which is made if it is missing."""
    order = nodes(minutes)
    below = order.index(row) + 1
    if below < len(order):
        return Answer(None, end_of(minutes, order[below]))
    new = ids.new(prefix.ITEM)
    return Answer(InsertBlock(None, Item(new)), Place(new))


def _break(minutes: Minutes, caret: Place, ids: IdSource) -> Answer:
    block = block_at(minutes, caret.node)
    if block is None or not takes_breaks(block):
        return NOTHING
    text = words_of(block).plain
    at = caret.at + 1
    return Answer(WriteText(block.id, f"{text[: caret.at]}\n{text[caret.at :]}", at), Place(block.id, at))


def _backspace(minutes: Minutes, caret: Place, ids: IdSource) -> Answer:
    if caret.at:
        return _cut(minutes, caret, steps.previous_character, ids)
    if is_head(caret.node):
        above = HEADER_ROWS.index(caret.node) - 1
        return Answer(None, end_of(minutes, HEADER_ROWS[above])) if above >= 0 else NOTHING
    position = minutes.index(caret.node)
    block = minutes.blocks[position]
    if kind_of(block) != "paragraph":
        return Answer(SetKind(block.id, "paragraph"), caret)
    if position == 0:
        up = end_of(minutes, HEADER_ROWS[-1])
        spare = not words_of(block).plain and len(minutes.blocks) > 1
        return Answer(RemoveBlock(block.id) if spare else None, up)
    return _join(minutes, position - 1)


def _delete(minutes: Minutes, caret: Place, ids: IdSource) -> Answer:
    if caret.at < len(plain(minutes, caret.node)):
        return _cut(minutes, caret, steps.next_character, ids)
    if is_head(caret.node):
        return NOTHING
    position = minutes.index(caret.node)
    return _join(minutes, position) if position + 1 < len(minutes.blocks) else NOTHING


def _join(minutes: Minutes, position: int) -> Answer:
    """Join the body's block `position` with the one below it; the caret stands where they meet."""
    first, second = minutes.blocks[position], minutes.blocks[position + 1]
    command = JoinBlocks(first.id, second.id)
    if isinstance(first, Clause) and first.after:
        whole = words_of(command.apply(minutes).block(first.id)).plain
        return Answer(command, Place(first.id, len(whole) - len(words_of(second).plain)))
    return Answer(command, Place(first.id, len(words_of(first).plain)))


def _cut(minutes: Minutes, caret: Place, step: Callable[[str, int], int], ids: IdSource) -> Answer:
    """Take away from the caret to where `step` leads, inside the block."""
    text = plain(minutes, caret.node)
    start, end = sorted((caret.at, step(text, caret.at)))
    if start == end:
        return NOTHING
    return Answer(given(minutes, caret.node, text[:start] + text[end:], start, ids), Place(caret.node, start))


def _word_back(minutes: Minutes, caret: Place, ids: IdSource) -> Answer:
    return _cut(minutes, caret, steps.previous_word, ids)


def _word_on(minutes: Minutes, caret: Place, ids: IdSource) -> Answer:
    return _cut(minutes, caret, steps.next_word, ids)


def _line_end(minutes: Minutes, caret: Place, ids: IdSource) -> Answer:
    return _cut(minutes, caret, lambda text, _: len(text), ids)


def _tab(minutes: Minutes, selection: Selection, back: bool, ids: IdSource) -> Answer:
    node = selection.caret.node
    if is_head(node):
        if not back:
            return _next_row(minutes, node, ids)
        above = HEADER_ROWS.index(node) - 1
        return Answer(None, end_of(minutes, HEADER_ROWS[above])) if above >= 0 else NOTHING
    block = minutes.block(node)
    if isinstance(block, Row) and not back:
        return _next_cell(block, selection.caret)
    target = _stepped(kind_of(block), back)
    return _all_of(minutes, selection, target) if target else NOTHING


def _stepped(kind: BlockKind, back: bool) -> BlockKind | None:
    if kind == "row":
        return "paragraph"
    here = CHAIN.index(kind if kind in CHAIN else "paragraph") + (-1 if back else 1)
    return CHAIN[here] if 0 <= here < len(CHAIN) else None


def _next_cell(row: Row, caret: Place) -> Answer:
    """To the end of the next cell; from the last one to a new cell."""
    text = words_of(row).plain
    tab = text.find("\t", caret.at)
    if tab < 0:
        return Answer(WriteText(row.id, text + "\t", len(text) + 1), Place(row.id, len(text) + 1))
    end = text.find("\t", tab + 1)
    return Answer(None, Place(row.id, end if end >= 0 else len(text)))


def _all_of(minutes: Minutes, selection: Selection, kind: BlockKind) -> Answer:
    """Every block of the body that the selection touches becomes `kind`, where that may be made by a key."""
    first, last = ordered(minutes, selection)
    order = nodes(minutes)
    touched = order[max(order.index(first.node), HEAD) : order.index(last.node) + 1]
    commands: list[Command] = [*opened(minutes, minutes.index(touched[0]))] if kind == "item" and touched else []
    after = minutes
    for node in touched:
        block = after.block(node)
        lone = kind in {"clause", "subitem"} and not under_heading(after, after.index(node))
        if lone or (isinstance(block, Row) and len(touched) > 1) or kind_of(block) == kind:
            continue
        commands.append(SetKind(node, kind))
        after = commands[-1].apply(after)
    if not commands:
        return NOTHING
    return Answer(commands[0] if len(commands) == 1 else Together(tuple(commands)), None)


_Row: TypeAlias = Callable[[Minutes, Place, IdSource], Answer]
_ROWS: dict[Key, _Row] = {
    "enter": _enter,
    "break": _break,
    "backspace": _backspace,
    "delete": _delete,
    "word_back": _word_back,
    "word_on": _word_on,
    "line_end": _line_end,
}
