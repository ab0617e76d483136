"""A paper drawn as lines, so that a border key is one row of a table: `["# Bud|get"]` + Enter → `["# Bud", "|get"]`.

`# ` heading · `## ` sub-heading · `* ` clause · `= ` row · `( ` opening · `) ` closing · nothing: paragraph.
`|` is the caret and `[` where the selection began. `title:`, `tid:`, `här:`, `borta:`, `gäster:` are the header rows;
one that is empty and without caret is not drawn, nor is the title where it holds no caret.
"""

from desktop.paper.answer import Answer, applied
from desktop.paper.caret import Selection, at_caret, shown
from desktop.paper.formats import KIND, shape_of, shape_of_row
from desktop.paper.header import write_row
from desktop.paper.sheet import Sheet
from desktop.paper.words import HEAD, is_head, nodes, plain
from model.edit.change import Place
from model.edit.parts import kind_of, with_words
from model.record.blocks import Block
from model.record.ids import HEADER_ROWS, TITLE, CountingIds
from model.record.minutes import Minutes
from model.record.text import Text
from tests import builders

SIGNS = {"# ": "item", "## ": "subitem", "* ": "clause", "= ": "row", ") ": "closing", "( ": "opening"}
ROWS = dict(zip(("title: ", "tid: ", "här: ", "borta: ", "gäster: "), HEADER_ROWS, strict=True))
ANCHOR, CARET = "[", "|"


def paper(*lines: str) -> tuple[Minutes, Selection]:
    """The minutes that are drawn, and the selection."""
    minutes = builders.minutes(*(_block(line) for line in lines if _row(line) is None), number=None, year=None)
    body = iter(minutes.blocks)
    anchor = caret = None
    for line in lines:
        row = _row(line)
        sign = next((s for s in (*ROWS, *SIGNS) if line.startswith(s)), "")
        node = ROWS[row] if row else next(body).id
        words = line[len(sign) :]
        if row and node != TITLE:
            minutes = write_row(minutes, node, _bare(words), CountingIds()).apply(minutes)
        if ANCHOR in words:
            anchor = Place(node, words.replace(CARET, "").index(ANCHOR))
        if CARET in words:
            caret = Place(node, words.replace(ANCHOR, "").index(CARET))
    assert caret is not None, "a paper has a caret"
    return minutes, Selection(anchor or caret, caret)


def drawn(minutes: Minutes, selection: Selection) -> list[str]:
    """The same lines from the minutes."""
    lines = []
    for node in nodes(minutes):
        words = _with_caret(plain(minutes, node), node, selection)
        if is_head(node):
            if words and (node != TITLE or CARET in words):
                lines.append(next(sign for sign, row in ROWS.items() if row == node) + words)
            continue
        kind = kind_of(minutes.block(node))
        lines.append(next((sign for sign, name in SIGNS.items() if name == kind), "") + words)
    return lines


def after(minutes: Minutes, answer: Answer, selection: Selection) -> list[str]:
    """What is drawn when `answer` has been done."""
    return drawn(applied(minutes, answer), at_caret(answer.caret) if answer.caret else selection)


def broken(sheet: Sheet, minutes: Minutes) -> list[str]:
    """Where the paper is another than the record: ids, words, kinds and header rows; nothing when all is well."""
    blocks = [sheet.document().findBlockByNumber(n) for n in range(sheet.document().blockCount())]
    wanted = [shape_of_row(row).kind for row in HEADER_ROWS]
    wanted += [shape_of(block, lead_line=False).kind for block in minutes.blocks]
    return [
        what
        for what, is_right in {
            "ids": sheet.mirror.ids == nodes(minutes),
            "header rows": tuple(sheet.mirror.ids[:HEAD]) == HEADER_ROWS,
            "words": [b.text() for b in blocks] == [shown(plain(minutes, node)) for node in nodes(minutes)],
            "kinds": [b.blockFormat().property(KIND) for b in blocks] == wanted,
            "one id each": len(set(nodes(minutes))) == len(nodes(minutes)),
            "written anew": sheet.mirror.rewrites == 0,
            "Qt's own undo": not sheet.document().isUndoAvailable() and not sheet.document().isRedoAvailable(),
        }.items()
        if not is_right
    ]


def _row(line: str) -> str | None:
    return next((sign for sign in ROWS if line.startswith(sign)), None)


def _bare(words: str) -> str:
    return words.replace(ANCHOR, "").replace(CARET, "")


def _block(line: str) -> Block:
    sign = next((sign for sign in SIGNS if line.startswith(sign)), "")
    words = Text(_bare(line[len(sign) :]))
    if sign == "= ":
        return builders.row(*words.plain.split("\t"))
    (made,) = {
        "": lambda: (builders.paragraph(),),
        ") ": lambda: (builders.paragraph("", "closing"),),
        "( ": lambda: (builders.paragraph("", "opening"),),
        "* ": lambda: (builders.clause(),),
        "# ": builders.item,
        "## ": builders.subitem,
    }[sign]()
    return with_words(made, words)


def _with_caret(text: str, node: str, selection: Selection) -> str:
    signs = []
    if not selection.is_empty and selection.anchor.node == node:
        signs.append((selection.anchor.at, ANCHOR))
    if selection.caret.node == node:
        signs.append((selection.caret.at, CARET))
    for at, sign in sorted(signs, reverse=True):
        text = text[:at] + sign + text[at:]
    return text
