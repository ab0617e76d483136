"""What the table of border keys answers with, and the edits that all of its rows are made of."""

from typing import NamedTuple

from desktop.paper.caret import Selection
from desktop.paper.header import one_line, write_row
from desktop.paper.words import HEAD, is_head, nodes, plain
from model.edit.arrange import DeleteRange
from model.edit.change import Place
from model.edit.command import Command
from model.edit.parts import typed, words_of
from model.edit.together import Together
from model.edit.write import WriteText
from model.record.blocks import Row
from model.record.ids import IdSource, NodeId
from model.record.minutes import Minutes


class Answer(NamedTuple):
    """What a key does: a command or none, and where the caret stands after it; None leaves the selection alone."""

    command: Command | None = None
    caret: Place | None = None


NOTHING = Answer()


def end_of(minutes: Minutes, node: NodeId) -> Place:
    """The place after the last word of `node`."""
    return Place(node, len(plain(minutes, node)))


def ordered(minutes: Minutes, selection: Selection) -> tuple[Place, Place]:
    """The two ends of a selection, the upper one first."""
    anchor, caret = selection
    if anchor.node == caret.node:
        return (anchor, caret) if anchor.at <= caret.at else (caret, anchor)
    order = nodes(minutes)
    return (anchor, caret) if order.index(anchor.node) < order.index(caret.node) else (caret, anchor)


def given(minutes: Minutes, node: NodeId, text: str, at: int, ids: IdSource) -> Command:
    """The command that gives `node` the words `text`, the caret then standing at `at`."""
    return write_row(minutes, node, text, ids) if is_head(node) else WriteText(node, text, at)


def remove(minutes: Minutes, selection: Selection, ids: IdSource) -> Answer:
    """Delete what is selected. Header rows are emptied as far as they are touched; they stay."""
    first, last = ordered(minutes, selection)
    if first.node == last.node:
        text = plain(minutes, first.node)
        return Answer(given(minutes, first.node, text[: first.at] + text[last.at :], first.at, ids), first)
    steps = _emptied(minutes, first, last, ids)
    if not is_head(last.node):
        start = Place(minutes.blocks[0].id) if is_head(first.node) else first
        if start.node != last.node:
            steps.append(DeleteRange(start.node, start.at, last.node, last.at))
        elif last.at:
            steps.append(WriteText(start.node, plain(minutes, start.node)[last.at :], 0))
    return Answer(one_step(*steps), first)


def _emptied(minutes: Minutes, first: Place, last: Place, ids: IdSource) -> list[Command]:
    """The header rows from `first` to `last`, without what is selected of them."""
    order = nodes(minutes)
    begin, end = order.index(first.node), order.index(last.node)
    steps: list[Command] = []
    for position in range(begin, min(end, HEAD - 1) + 1):
        text = plain(minutes, order[position])
        start = first.at if position == begin else 0
        stop = last.at if position == end else len(text)
        if start < stop:
            steps.append(write_row(minutes, order[position], text[:start] + text[stop:], ids))
    return steps


def write(minutes: Minutes, selection: Selection, text: str, ids: IdSource) -> Answer:
    """Type `text` over the selection; what is selected over blocks is deleted in the same step."""
    first, last = ordered(minutes, selection)
    if first.node == last.node:
        return _written(minutes, first, last.at, text, ids)
    cleared = remove(minutes, selection, ids)
    after = applied(minutes, cleared)
    start = cleared.caret or first
    made = _written(after, start, start.at, text, ids)
    return Answer(one_step(cleared.command, made.command, joining=True), made.caret)


def _written(minutes: Minutes, start: Place, end: int, text: str, ids: IdSource) -> Answer:
    """Put `text` in the place of what stands from `start` to `end`. Composing marks may make the text shorter."""
    if is_head(start.node):
        before = plain(minutes, start.node)
        left = one_line(before[: start.at] + text)
    else:
        block = minutes.block(start.node)
        before = words_of(block).plain
        left = typed(before[: start.at] + text.replace("\t", " "), row=isinstance(block, Row))
    whole = left + before[end:]
    return Answer(given(minutes, start.node, whole, len(left), ids), Place(start.node, len(left)))


def after_removal(minutes: Minutes, selection: Selection, ids: IdSource) -> tuple[Minutes, Place, Command | None]:
    """The minutes without what is selected, the caret there, and the command that does it."""
    if selection.is_empty:
        return minutes, selection.caret, None
    cleared = remove(minutes, selection, ids)
    return applied(minutes, cleared), cleared.caret or selection.caret, cleared.command


def joined(first: Command | None, answer: Answer) -> Answer:
    """`answer` with `first` done before it, in the same step."""
    return Answer(one_step(first, answer.command), answer.caret)


def applied(minutes: Minutes, answer: Answer) -> Minutes:
    """The minutes after `answer`."""
    return answer.command.apply(minutes) if answer.command else minutes


def one_step(*commands: Command | None, joining: bool = False) -> Command | None:
    """The commands as one step; None when there is none."""
    steps = tuple(command for command in commands if command is not None)
    if len(steps) < 2:
        return steps[0] if steps else None
    return Together(steps, joining)
