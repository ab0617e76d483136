"""The clipboard: out with numbers, lead words and "att" put in; in from our own fragment, Word's HTML or plain text."""

import json
from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QMimeData

from desktop.paper.answer import ordered
from desktop.paper.caret import Selection
from desktop.paper.fragment import LIMIT, cleaned, from_text, parts
from desktop.paper.words import HEAD, nodes, plain
from model.edit import catalogue  # noqa: F401  # registers every command, so that a fragment can be read
from model.edit.arrange import InsertFragment
from model.edit.command import from_entry, to_entry
from model.edit.parts import with_words, words_of
from model.errors import UnknownEntryError
from model.record import printing
from model.record.blocks import Block, Item, Row
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.printing import EMPTY, Frame

FORMAT = "application/x-vid-tangenterna-fragment+json"
_LARGEST = 8_000_000


def mime(minutes: Minutes, selection: Selection) -> QMimeData:
    """What is selected, as text, as HTML and, when it goes over blocks, as a fragment of ours."""
    made = QMimeData()
    first, last = ordered(minutes, selection)
    if first.node == last.node:
        words = plain(minutes, first.node)[first.at : last.at]
        made.setText(words)
        return made
    texts, tags = [], []
    for text, tag in _printed(minutes, selection):
        texts.append(text)
        tags.append(tag)
    made.setText("\n".join(texts))
    made.setHtml("".join(tags))
    body = tuple(_selected(minutes, selection))
    if body:
        entry = to_entry(InsertFragment(NodeId(""), 0, body))
        made.setData(FORMAT, QByteArray(json.dumps(entry, ensure_ascii=False).encode()))
    return made


def blocks(data: QMimeData) -> tuple[Block, ...]:
    """The typed blocks that `data` holds; none when it holds no words."""
    if data.hasFormat(FORMAT):
        own = _own(bytes(data.data(FORMAT).data()))
        if own:
            return own
    if data.hasHtml():
        from desktop.paper import html as foreign  # no start needs to read what other programs have copied

        found = parts(foreign.lines(data.html()))
        if found:
            return found
    return parts(from_text(data.text())) if data.hasText() else ()


def may_take(data: QMimeData) -> bool:
    """True if there are words to paste."""
    return data.hasText() or data.hasHtml() or data.hasFormat(FORMAT)


def _own(data: bytes) -> tuple[Block, ...]:
    """The blocks of a fragment; anything may lie on a clipboard, so what is not ours is no fragment."""
    if len(data) > _LARGEST:
        return ()
    try:
        command = from_entry(json.loads(data))
    except (ValueError, UnknownEntryError, RecursionError):
        return ()
    if not isinstance(command, InsertFragment):
        return ()
    kept = tuple(command.blocks[:LIMIT])
    return tuple(cleaned(b) for b in kept) if all(not isinstance(b, Item) or b.level in {1, 2} for b in kept) else ()


def _cut(minutes: Minutes, selection: Selection) -> Iterator[tuple[NodeId, int, int]]:
    """Every node that the selection touches, with what is selected of its words."""
    first, last = ordered(minutes, selection)
    order = nodes(minutes)
    for node in order[order.index(first.node) : order.index(last.node) + 1]:
        whole = len(plain(minutes, node))
        yield node, first.at if node == first.node else 0, last.at if node == last.node else whole


def _selected(minutes: Minutes, selection: Selection) -> Iterator[Block]:
    order = nodes(minutes)[:HEAD]
    for node, start, end in _cut(minutes, selection):
        if node not in order:
            block = minutes.block(node)
            yield with_words(block, words_of(block).slice(start, end))


def _printed(minutes: Minutes, selection: Selection) -> Iterator[tuple[str, str]]:
    """Each line as text and as HTML. The lead goes with the beginning, the rest with the end."""
    frames = printing.frames(minutes)
    head = nodes(minutes)[:HEAD]
    for node, start, end in _cut(minutes, selection):
        text = plain(minutes, node)
        if node in head:
            line = text[start:end]
            line = printing.headed(printing.label(minutes, node), line) if not start else line
            yield line, _tag("h1" if node == head[0] else "p", line)
            continue
        block, frame = minutes.block(node), frames.get(node, EMPTY)
        if frame.decision and not start:
            yield frame.decision, _tag("p", frame.decision)
        part = Frame(frame.lead if not start else "", *((frame.tail, frame.end) if end == len(text) else ("", "")))
        line = printing.printed(with_words(block, words_of(block).slice(start, end)), part)
        yield line, _tagged(block, line)


def _tagged(block: Block, line: str) -> str:
    if isinstance(block, Row):
        return f"<table><tr>{''.join(_tag('td', cell) for cell in line.split(chr(9)))}</tr></table>"
    if isinstance(block, Item):
        return _tag("h2" if block.level == 1 else "h3", line)
    return _tag("p", line)


def _tag(name: str, words: str) -> str:
    from html import escape

    return f"<{name}>{escape(words).replace(chr(10), '<br>')}</{name}>"
