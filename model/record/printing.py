"""What is painted and printed but never typed: numbers, lead words, "att", "samt att", closing marks, addresses."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.record.blocks import AsPrinted, Block, Clause, Item, Row
from model.record.ids import (
    APOLOGIES,
    DOCUMENT_DATE,
    GUESTS,
    LETTERHEAD,
    MEETING_LINE,
    PRESENT,
    TITLE,
    NodeId,
)
from model.record.minutes import Minutes
from model.record.style import StyleProfile
from model.record.text import Text
from model.record.tree import Decision, Entry, Section, Table, derive, flatten, section_of, sections

TERMINAL = ".!?:…"
"""A clause whose own words end in one of these gets no mark of the program's."""


class Frame(NamedTuple):
    """What stands round the words of one block. `decision` is the lead line above the first clause of a decision.

    A named tuple, because thousands are made for every key in long minutes.
    """

    lead: str = ""
    tail: str = ""
    end: str = ""
    decision: str | None = None


EMPTY = Frame()


def title(minutes: Minutes) -> str:
    """The title as printed: the kept one, else genitive + "protokoll" + number/year in the profile's form."""
    if minutes.title is not None:
        return minutes.title
    words = f"{minutes.body.genitive} protokoll"
    if minutes.number is not None and minutes.year is not None:
        words += f" {minutes.number}/{minutes.year}"
    return words.upper() if minutes.style.title_form == "capitals" else words


def label(minutes: Minutes, row: NodeId) -> str:
    """The label of a header row, as printed; empty for the title."""
    style = minutes.style
    labels = {
        MEETING_LINE: style.label_meeting, PRESENT: style.label_present,
        APOLOGIES: style.label_apologies, GUESTS: style.label_guests,
    }  # fmt: skip
    return labels.get(row, "")


def frames(minutes: Minutes) -> dict[NodeId, Frame]:
    """The frame of every block, as printed: derived from the profile, deviations of the node laid over."""
    return {
        block.id: _deviated(frame, getattr(block, "printed", None))
        for block, frame in _framed(derive(minutes.blocks), minutes.style)
    }


def derived_frames(minutes: Minutes) -> dict[NodeId, Frame]:
    """The frames that the profile alone would give; what differs from `frames` is kept as printed in the file."""
    return {block.id: frame for block, frame in _framed(derive(minutes.blocks), minutes.style)}


def closed(words: Text, frame: Frame) -> Text:
    """The words with their tail and closing mark as a reader should see them: no typed blank stands between."""
    mark = Text(frame.tail + frame.end)
    return words.slice(0, len(words.plain.rstrip())) + mark if mark.plain else words


def printed(block: Block, frame: Frame) -> str:
    """The printed string of `block`: lead, words, tail, closing mark, the sentence after; cells joined by tabs."""
    if isinstance(block, Row):
        return "\t".join(cell.plain for cell in block.cells)
    if isinstance(block, Item):
        return f"{frame.lead}{block.heading.plain}{frame.tail}{frame.end}"
    after = f" {block.after.plain}" if isinstance(block, Clause) and block.after else ""
    return f"{frame.lead}{block.text.plain}{frame.tail}{frame.end}{after}"


def lines(minutes: Minutes) -> Iterator[tuple[NodeId, str]]:
    """Every printed line with the node it belongs to, top to bottom; a decision's lead line carries its first clause.

    The parts of a signature and the cells of a row are joined by tabs. This is the text that a seal's `text` hashes.
    """
    if minutes.document_date:
        yield DOCUMENT_DATE, minutes.document_date.printed
    for head in minutes.letterhead:
        yield LETTERHEAD, head.text
    yield TITLE, title(minutes)
    yield MEETING_LINE, headed(label(minutes, MEETING_LINE), minutes.meeting.line)
    for row in (PRESENT, APOLOGIES, GUESTS):
        people = minutes.people(row)
        if people is not None:
            yield row, headed(label(minutes, row), people.line.plain)
    framed = frames(minutes)
    for block in minutes.blocks:
        frame = framed[block.id]
        if frame.decision:
            yield block.id, frame.decision
        yield block.id, printed(block, frame)
    for sign in minutes.signatures:
        yield sign.id, "\t".join(part for part in (sign.label, sign.name, sign.title) if part)


def headed(caption: str, words: str) -> str:
    """A header row as printed: label, blank, words; a style may leave the label out."""
    return f"{caption} {words}" if caption and words else caption or words


def address(minutes: Minutes, node: NodeId | None = None) -> str:
    """The human address: `4/2015`, `4/2015 § 7 b`, `4/2015 § 7 b p 1`. Clauses count through their item, from 1."""
    place = minutes.short_name
    section = section_of(derive(minutes.blocks), node) if node else None
    if section is None:
        return place
    place += f" § {section.number}" + (f" {section.letter}" if section.letter else "")
    clauses = [block.id for block in flatten(section.parts) if isinstance(block, Clause)]
    return f"{place} p {clauses.index(node) + 1}" if node in clauses else place


def node_at(minutes: Minutes, number: int, letter: str | None = None, clause: int | None = None) -> NodeId | None:
    """The node with this human address, if there is exactly one."""
    found = [s for s in sections(derive(minutes.blocks)) if (s.number, s.letter) == (number, letter)]
    if len(found) != 1:
        return None
    if clause is None:
        return found[0].item.id
    clauses = [block.id for block in flatten(found[0].parts) if isinstance(block, Clause)]
    return clauses[clause - 1] if 1 <= clause <= len(clauses) else None


def _framed(entries: Iterable[Entry], style: StyleProfile) -> Iterator[tuple[Block, Frame]]:
    for entry in entries:
        if isinstance(entry, Section):
            end = ":" if style.heading_form == "run_in" else ""
            yield entry.item, Frame(lead=_number(entry, style), end=end)
            yield from _framed(entry.parts, style)
            yield from _framed(entry.children, style)
        elif isinstance(entry, Decision):
            last = len(entry.clauses) - 1
            for position, clause in enumerate(entry.clauses):
                yield clause, _clause(clause, position, last, style)
        elif isinstance(entry, Table):
            yield from ((row, EMPTY) for row in entry.rows)
        else:
            yield entry, EMPTY


def _number(section: Section, style: StyleProfile) -> str:
    if section.letter is None:
        return style.number_form.format(section.number)
    forms = {"letters": f"{section.letter}) ", "dash": "- ", "none": ""}
    return forms.get(style.sub_item) or (
        f"{section.number}.{_place(section.letter)} " if style.sub_item == "numbers" else ""
    )


def _place(letters: str) -> int:
    position = 0
    for character in letters:
        position = position * 26 + ord(character) - ord("a") + 1
    return position


def _clause(clause: Clause, position: int, last: int, style: StyleProfile) -> Frame:
    att = "Att " if style.capital_att else "att "
    lead = "samt att " if style.samt == "before_last" and 0 < position == last else att
    tail = " samt" if style.samt == "after_next_last" and position == last - 1 else ""
    wanted = style.clause_stop == "all" or (style.clause_stop == "last" and position == last)
    ends = clause.text.plain.rstrip()[-1:]
    stop = "." if wanted and not tail and not (ends and ends in TERMINAL) else ""
    decision = None
    if position == 0:
        decision = clause.lead if clause.lead is not None else style.decision_lead
    return Frame(lead, tail, stop, decision)


def _deviated(frame: Frame, own: AsPrinted | None) -> Frame:
    if own is None:
        return frame
    lead = frame.lead if own.lead is None else own.lead
    tail = frame.tail if own.tail is None else own.tail
    end = frame.end if own.end is None else own.end
    return Frame(lead, tail, end, frame.decision)
