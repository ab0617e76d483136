"""The body: four kinds of blocks in one flat sequence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from model.record.ids import NodeId
from model.record.text import Text

ItemStatus = Literal["open", "decided", "withdrawn", "tabled", "referred_back", "dormant"]
"""öppet · behandlat · utgått · bordlagt · återremitterat · vilande"""

ItemKind = Literal["decision", "information", "discussion", "election", "referral", "follow_up", "other", "container"]
ParagraphKind = Literal["text", "opening", "closing", "status", "motion", "reservation", "note", "procedure"]
"""stycke · öppning · avslutning · statusrad · yrkande · reservation · protokollsanteckning · propositionsordning"""

RowKind = Literal["head", "body", "sum"]
DeadlineRole = Literal["by", "to_meeting", "at_meeting", "event", "requested"]


@dataclass(frozen=True, slots=True)
class AsPrinted:
    """What an old document printed round a node's words where its own style profile would print something else.

    None means "as derived". `lead` stands before the words ("- ", "att "), `tail` after them (" samt"), `end` is the
    mark that closes them (".", "" where it was forgotten).
    """

    lead: str | None = None
    tail: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business (ärende) or, at level 2, a sub-item (delärende). Its number is derived.

    `number` overrides the running number where the series does not start at one or has a gap ("§ 43"); the count goes
    on from there. `run_in` says that the first paragraph follows on the heading's own line, as in 2011.
    """

    id: NodeId
    level: Literal[1, 2] = 1
    heading: Text = Text()
    status: ItemStatus = "open"
    kind: ItemKind | None = None
    number: int | None = None
    presenters: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    case: str | None = None
    reference: str | None = None
    subjects: tuple[str, ...] = ()
    secrecy: str | None = None
    printed: AsPrinted | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; what it is to the meeting is its kind."""

    id: NodeId
    text: Text = Text()
    kind: ParagraphKind = "text"


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: EDTF (`2015-06-15`, `2015-W26`, `2014-11`) and the meeting or clause it is bound to, if there is one.

    `meeting` is an id or an unresolved `kdg@2015-08-28`: a deadline follows its meeting when that is moved.
    """

    when: str
    role: DeadlineRole = "by"
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in a decision: value in `currency`, and the account it is taken from, as printed."""

    value: Decimal
    currency: str = "SEK"
    account: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """Facts of a whole decision; they ride on its first clause, because the decision itself is derived."""

    body: str | None = None
    unanimity: Literal["unanimous", "after_vote"] | None = None
    immediate: bool = False
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One att-sats: the atom that is linked, followed up and quoted. `text` has no att, no samt and no final stop.

    `lead` is set on the first clause of a decision whose lead words differ from the style's ("Styrelsen beslutar:"); a
    clause with its own lead begins a new decision. `after` is a sentence that stands after the clause's stop on the
    same line (5/2011 § 6).
    """

    id: NodeId
    text: Text = Text()
    lead: str | None = None
    action: str | None = None
    mandate: bool = False
    responsible: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    amounts: tuple[Amount, ...] = ()
    facts: DecisionFacts | None = None
    after: Text = Text()
    printed: AsPrinted | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a run of rows is a table, and rows of one run may differ in length."""

    id: NodeId
    cells: tuple[Text, ...] = (Text(),)
    kind: RowKind = "body"


Block: TypeAlias = Item | Paragraph | Clause | Row


@dataclass(frozen=True, slots=True)
class Signature:
    """One place to sign: its label ("Justeras"), the printed name and role; a person only when the name is sure."""

    id: NodeId
    role: Literal["adjuster", "chair", "secretary", "head_of_secretariat"]
    label: str | None = None
    name: str | None = None
    title: str | None = None
    person: str | None = None
    signed: date | None = None


def words(block: Block) -> Text:
    """The words of `block` that the caret can stand in; the cells of a row joined by tabs."""
    if isinstance(block, Item):
        return block.heading
    if isinstance(block, Row):
        return Text("\t".join(cell.plain for cell in block.cells))
    return block.text
