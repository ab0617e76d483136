"""Keys to type each sample's minutes, reckoned without a window: in Word, by structure keys alone, and with all help.

The counting rule: a capital or a shifted sign is two presses, so are Ctrl+key, Shift+Tab and @; all other keys are one.
Text is typed without slips. A ghost is taken by Tab (one press) only when all it writes is what comes next, an autotext
code only when its fixed words are the clause's own. Structure is all that the paper paints or prepares itself: title,
labels, numbers, lead words, "att", blank lines, places to sign. Phrases are learned from the minutes before, never from
those being typed; the people of the header come from the prepared minutes and the roster popup.

    python -m tests.bench.spared
"""

import datetime
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from model.commands.preparing import prepared
from model.intake.sources import read_file
from model.language.autotext import Formula, pieces, shipped
from model.language.datewords import rewritten
from model.language.ghosts import GhostKind, Ghosts, Pending
from model.language.meetingline import understood
from model.language.membership import derived
from model.language.phrases import learned
from model.language.typography import NBSP
from model.language.whois import Known, find, known_people
from model.record.blocks import Block, Clause, Item, Paragraph, Row, words
from model.record.ids import APOLOGIES, GUESTS, MEETING_LINE, PRESENT, CountingIds
from model.record.meeting import Meeting
from model.record.members import Register
from model.record.minutes import Minutes
from model.record.people import Attendee
from model.record.printing import frames, headed, label, printed, title
from tests.bench.keystrokes import presses


@dataclass(slots=True)
class Count:
    """Presses by what they were for."""

    text: int = 0
    structure: int = 0
    header: int = 0
    spared: int = 0

    @property
    def all(self) -> int:
        """All presses."""
        return self.text + self.structure + self.header


# An empty page in Word


def word_page(minutes: Minutes) -> Count:
    """All that is printed, typed as it stands; a blank line round items, decisions and lists; Tab between cells."""
    count = Count()
    framed = frames(minutes)
    lines = {MEETING_LINE: minutes.meeting.line}
    lines |= {row: people.line.plain for row in (PRESENT, APOLOGIES, GUESTS) if (people := minutes.people(row))}
    count.structure = presses(title(minutes)) + 2
    for row, line in lines.items():
        count.header += presses(line)
        count.structure += presses(headed(label(minutes, row), line)) - presses(line) + 2
    for block in minutes.blocks:
        frame = framed[block.id]
        own = words(block).plain
        whole = printed(block, frame)
        if frame.decision:
            count.structure += presses(frame.decision) + 1
        count.text += presses(own)
        count.structure += presses(whole) - presses(own) + 1 + (1 if _parted(block, frame.decision) else 0)
    for sign in minutes.signatures:
        count.structure += presses("\t".join(part for part in (sign.label, sign.name, sign.title) if part)) + 2
    return count


def _parted(block: Block, decision: str | None) -> bool:
    return isinstance(block, Item) or decision is not None or isinstance(block, Paragraph)


# The program


_STEPS = {
    ("heading", "paragraph"): 1, ("heading", "clause"): 2, ("heading", "subheading"): 4, ("heading", "row"): 4,
    ("paragraph", "paragraph"): 1, ("paragraph", "clause"): 2, ("paragraph", "subheading"): 3, ("paragraph", "row"): 3,
    ("clause", "clause"): 1, ("clause", "paragraph"): 3, ("clause", "subheading"): 2, ("clause", "row"): 4,
    ("subheading", "paragraph"): 1, ("subheading", "clause"): 2, ("subheading", "subheading"): 4,
    ("subheading", "row"): 4,
    ("row", "row"): 1, ("row", "paragraph"): 2, ("row", "clause"): 3, ("row", "subheading"): 4,
}  # fmt: skip
"""Presses of Enter, Tab and Shift+Tab from the end of one block to the next, by the table of border keys."""

HEADER_ROWS = 5
"""Tab through the four rows and out of them."""

NOTHING = Ghosts()
NEW_ITEM = 2
"""Ctrl+Enter from anywhere, or Enter on an empty clause."""


def kind_of(block: Block) -> str:
    """The block's kind as the border keys know it."""
    if isinstance(block, Item):
        return "heading" if block.level == 1 else "subheading"
    return {Clause: "clause", Row: "row"}.get(type(block), "paragraph")


def program(minutes: Minutes, before: list[Minutes], *, help_: bool) -> Count:
    """The same minutes in the program; `help_` with ghosts, smart line, preparation and roster."""
    count = Count()
    register = derived(before)
    count.header = _header(minutes, before, register) if help_ else _plain_header(minutes)
    count.structure = HEADER_ROWS
    ghosts = _ghosts(minutes, before, register) if help_ else NOTHING
    last = "header"
    for block in minutes.blocks:
        kind = kind_of(block)
        count.structure += NEW_ITEM if kind == "heading" else _STEPS.get((last, kind), 1)
        own = words(block).plain.replace(NBSP, " ")
        cells = own.count("\t")
        count.structure += cells
        typed = _typed(own, kind, ghosts, first=last == "header", last=block is minutes.blocks[-1])
        count.text += typed - cells
        count.spared += presses(own) - typed
        if help_:
            ghosts.hear(own)
        if isinstance(block, Clause) and block.after:
            count.text += presses(block.after.plain) + 1
        last = kind
    return count


def _ghosts(minutes: Minutes, before: list[Minutes], register: Register) -> Ghosts:
    own = learned(before)
    day = partial(rewritten, near=minutes.meeting.date, style=minutes.style)
    people = known_people(minutes, register, own.people)
    return Ghosts(shipped(), own, people, (), day)


def _typed(text: str, kind: str, ghosts: Ghosts, *, first: bool, last: bool) -> int:
    """Presses to write `text`, taking every ghost that writes exactly what comes next."""
    table: GhostKind = {"heading": "heading", "subheading": "heading", "clause": "clause"}.get(kind, "paragraph")  # type: ignore[assignment]  # its values are kinds
    if ghosts is NOTHING:
        return presses(text)
    usual = ghosts.usual("opening") if first else ghosts.usual("closing") if last else None
    if usual and text.startswith(usual.insert):
        return 1 + _typed(text[len(usual.insert) :], kind, ghosts, first=False, last=False)
    plain = _walked(text, table, ghosts)
    coded = min((_coded(text, f, ghosts, table) for f in shipped() if f.kind == kind), default=plain)
    return min(plain, coded)


def _walked(text: str, table: GhostKind, ghosts: Ghosts, start: int = 0) -> int:
    at, count, pending = start, 0, None
    while at < len(text):
        found, taken = _taken(text, at, table, ghosts, pending)
        if taken:
            count, at, pending = count + 1, taken, found
            continue
        count += presses(text[at])
        at += 1
    return count


def _coded(text: str, formula: Formula, ghosts: Ghosts, table: GhostKind) -> int:
    """Presses when the block is begun with the formula's code and its slots filled in; all of it if it does not fit."""
    parts, at, count = pieces(formula.words), 0, presses(formula.code)
    for place, part in enumerate(parts):
        if isinstance(part, str):
            if not text.startswith(part, at):
                return presses(text) + count
            at, count = at + len(part), count + 1
            continue
        then = parts[place + 1] if place + 1 < len(parts) else None
        until = text.find(then, at) if isinstance(then, str) else len(text)
        if until < 0:
            return presses(text) + count
        count += _walked(text[:until], table, ghosts, at)
        at = until
    return count + _walked(text, table, ghosts, at)


def _taken(text: str, at: int, table: GhostKind, ghosts: Ghosts, pending: Pending | None) -> tuple[Pending | None, int]:
    ghost = ghosts.ghost(text[:at], table, pending)
    if ghost is None or ghost.back or len(ghost.insert) < 2:
        return pending, 0
    written, then = ghost.accepted(text[:at])
    return (then, len(written)) if text.startswith(written) else (pending, 0)


def _plain_header(minutes: Minutes) -> int:
    """The header rows typed whole: labels and the title come by themselves, the number and the signatures too."""
    rows = [minutes.people(row) for row in (PRESENT, APOLOGIES, GUESTS)]
    signs = sum(presses(sign.name or "") + 1 for sign in minutes.signatures)
    return presses(minutes.meeting.line) + sum(presses(people.line.plain) for people in rows if people) + signs


def _header(minutes: Minutes, before: list[Minutes], register: Register) -> int:
    """Smart line, prepared people ticked in the popup, others by @ or in full."""
    day = minutes.meeting.date
    if not before or day is None:
        return _plain_header(minutes)
    begun = prepared(before, day, CountingIds(), register)
    people = begun.attendance.present
    there = {entry.name for entry in people.entries} if people else set()
    known = known_people(begun, register, learned(before).people)
    count = min(presses(_short_line(minutes)), presses(minutes.meeting.line)) + 2
    here = minutes.people(PRESENT)
    present = {entry.name for entry in here.entries} if here else set()
    count += 2 + sum(_jump(name, there) + 1 for name in there - present)
    lists = [(row, entry) for row in (PRESENT, APOLOGIES, GUESTS) if (p := minutes.people(row)) for entry in p.entries]
    for row, entry in lists:
        if entry.name not in there or row == GUESTS:
            count += _named(entry, known)
        count += sum(1 + _jump(entry.name, there) + 3 for _ in entry.stays)
    old = {sign.name for sign in begun.signatures}
    return count + 3 + sum(presses(sign.name or "") + 1 for sign in minutes.signatures if sign.name not in old)


def _short_line(minutes: Minutes) -> str:
    """The shortest line that is understood as this meeting."""
    meeting = minutes.meeting
    day = meeting.date or datetime.date.min
    place = " ".join(part for part in (meeting.place.room, meeting.place.street, meeting.place.town) if part)
    times = "-".join(
        f"{t.hour}{t.minute or '':02}" if t.minute else f"{t.hour}" for t in (meeting.start, meeting.end) if t
    )
    typed = f"{day.day}/{day.month} {times} {place}".strip()
    read = understood(typed, Meeting(meeting.id), minutes.style, day).meeting
    same = (read.date, read.start, read.end) == (meeting.date, meeting.start, meeting.end)
    return typed if same else meeting.line


def _jump(name: str, among: set[str]) -> int:
    """Letters that lead to one name in the popup."""
    for count in range(1, len(name)):
        if sum(other.casefold().startswith(name[:count].casefold()) for other in among) <= 1:
            return count
    return len(name)


def _named(entry: Attendee, known: tuple[Known, ...]) -> int:
    """@, letters and Enter for somebody known; else name and organisation in full."""
    full = (
        presses(entry.name)
        + presses(f", {entry.organisation or ''}")
        + presses(f" ({entry.title})" if entry.title else "")
    )
    for count in range(1, 6):
        found = find(entry.name[:count], known, 1)
        if found and (found[0].known.name, found[0].known.organisation) == (entry.name, entry.organisation):
            return min(full, 2 + count + 1)
    return full


def measured(folder: Path) -> list[tuple[str, int, int, int, float, float]]:
    """For each sample: name, presses in Word, structure only, with help; the ratio, and structure keys to Word's."""
    records = [read_file(path, CountingIds()).minutes for path in sorted(folder.glob("*.txt"))]
    records.sort(key=lambda m: m.meeting.date or datetime.date.min)
    rows = []
    for place, minutes in enumerate(records):
        word, alone = word_page(minutes), program(minutes, records[:place], help_=False)
        helped = program(minutes, records[:place], help_=True)
        rows.append(
            (
                minutes.short_name,
                word.all,
                alone.all,
                helped.all,
                helped.all / word.all,
                helped.structure / word.structure,
            )
        )
        if "-v" in sys.argv:
            print(word, alone, helped, sep="\n")
    return rows


if __name__ == "__main__":
    print(f"{'':8}{'Word':>7}{'structure':>11}{'+ help':>8}{'ratio':>8}{'structure ratio':>17}")
    for name, word, alone, helped, ratio, structure in measured(Path(__file__).parents[2] / "seeds"):
        print(f"{name:8}{word:7}{alone:11}{helped:8}{ratio:8.3f}{structure:17.3f}")
