"""Small acts of writing, each one command: an item put off, an earlier clause quoted, a day or an amount set right."""

import datetime
from typing import Literal

from model.edit.command import Command
from model.edit.parts import words_of
from model.edit.postpone import PutOff
from model.edit.refer import AddLink
from model.edit.together import Together
from model.edit.write import MarkText, WriteText
from model.language.datewords import rewritten
from model.language.statuslines import DECIDED, PutOffAs, status_words
from model.language.typography import amount_words
from model.record import ids as prefix
from model.record.blocks import Clause, Paragraph, Row
from model.record.ids import IdSource, NodeId
from model.record.links import Link, LinkKind
from model.record.minutes import Minutes, UnknownNodeError
from model.record.printing import address
from model.record.text import Mark, Text

_KINDS: dict[PutOffAs, LinkKind] = {
    "withdrawn": "utgatt_till", "tabled": "bordlagt_till", "referred_back": "aterremitterat",
    "dormant": "bordlagt_till",
}  # fmt: skip
_QUOTES: dict[Literal["curly", "straight"], tuple[str, str]] = {"curly": ("”", "”"), "straight": ('"', '"')}


def put_off(
    minutes: Minutes, item: NodeId, status: PutOffAs, until: datetime.date | None, ids: IdSource, by: str | None = None
) -> PutOff:
    """The command that puts the item off to the meeting on `until`, or to no said day: line, status and link at once.

    The meeting is remembered by body and day (`kdg@2015-08-28`), and is found when its minutes exist.
    """
    words = status_words(status, until, minutes.style)
    line: Paragraph | Clause = (
        Clause(ids.new(prefix.CLAUSE), Text(words), action=DECIDED[status])
        if status in DECIDED
        else Paragraph(ids.new(prefix.PARAGRAPH), Text(words), "status")
    )
    link = None
    if until is not None:
        target = f"{minutes.body.code}@{until.isoformat()}"
        link = Link(ids.new(prefix.LINK), item, _KINDS[status], unresolved=target, evidence=words, accepted_by=by)
    return PutOff(item, status, line, link)


def quotation(source: Minutes, clause: NodeId, quotes: Literal["curly", "straight"] = "curly") -> str:
    """The clause as it stands, "att" and all, in quotation marks with its address: `”att anta …” (4/2015 § 2 p 1)`.

    Not a letter is changed. Raises `UnknownNodeError` for what is no clause of `source`.
    """
    block = source.block(clause)
    if not isinstance(block, Clause):
        raise UnknownNodeError(clause)
    before, after = _QUOTES[quotes]
    return f"{before}att {block.text.plain}{after} ({address(source, clause)})"


def quote(minutes: Minutes, node: NodeId, at: int, source: Minutes, clause: NodeId, ids: IdSource) -> Command:
    """The command that writes the quotation into `node` at `at`, marks its address as a reference and links it."""
    words = quotation(source, clause, minutes.style.quotes)
    block = minutes.block(node)
    plain = words_of(block).plain
    lead = " " if at and not plain[at - 1].isspace() else ""
    tail = " " if plain[at:] and plain[at].isalnum() else ""
    written = f"{plain[:at]}{lead}{words}{tail}{plain[at:]}"
    end = at + len(lead) + len(words) - 1
    start = end - len(address(source, clause))
    target = f"{source.id}#{clause}"
    return Together(
        (
            WriteText(node, written, at + len(lead) + len(words)),
            MarkText(node, Mark(start, end, "reference", (("till", target), ("typ", "citerar")))),
            AddLink(Link(ids.new(prefix.LINK), node, "citerar", target, evidence=address(source, clause))),
        )
    )


def set_right(minutes: Minutes, node: NodeId, caret: int) -> WriteText | None:
    """The command that prints the day or the amounts before the caret in the style's form; None if all is right."""
    block = minutes.block(node)
    plain = words_of(block).plain
    before = plain[:caret]
    day = rewritten(before, minutes.meeting.date, minutes.style)
    made = before[: len(before) - day.back] + day.words if day else before
    made = amount_words(made) if not isinstance(block, Row) else "\t".join(map(amount_words, made.split("\t")))
    return WriteText(node, made + plain[caret:], len(made)) if made != before else None
