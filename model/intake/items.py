"""Where the items begin: which of the ways to number them a document uses, and every line that follows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.intake.lines import Line
from model.language import forms


@dataclass(frozen=True, slots=True)
class Start:
    """A line that begins an item: `lead` characters of number, heading up to `end`, and what follows on the line."""

    number: int | None
    lead: int
    end: int
    form: str
    certainty: int
    empty: bool = False


def find(lines: Sequence[Line]) -> dict[int, Start]:
    """Index of line → start of an item. The first form that gives any wins: §, "Punkt 1", 1., headings, bold lines."""
    for pattern in (forms.PARAGRAPH_SIGN, forms.NAMED_ITEM):
        found = _signed(lines, pattern)
        if found:
            return found
    numbered = _numbered(lines)
    if numbered:
        return numbered
    level = _heading_level(lines)
    if level:
        return {
            i: Start(None, 0, len(line.run), "", 80)
            for i, line in enumerate(lines)
            if line.heading == level and not _is_other(line)
        }
    bold = {
        i: Start(None, 0, len(line.run), "", 60)
        for i, line in enumerate(lines)
        if i and line.strong and 3 < len(line.text) < 100 and not _is_other(line) and not line.text.endswith(".")
    }
    return bold if len(bold) >= 2 else {}


def _signed(lines: Sequence[Line], pattern: re.Pattern[str]) -> dict[int, Start]:
    found: dict[int, Start] = {}
    for i, line in enumerate(lines):
        match = pattern.match(line.run.text)
        if not match or len(line.text) > 200 or re.search(r"^\s*[-–,]\s*\d", match["heading"]):
            continue
        number = int(match["number"])
        last = next(reversed(found.values())).number if found else None
        if last is not None and number <= last:
            continue
        form = re.sub(r"\d+", "{}", " ".join(match["lead"].split())) + " "
        sure = 95 if last is None or number == last + 1 else 70
        found[i] = Start(number, match.start("heading"), len(line.run), form, sure, empty=not match["heading"].strip())
    return found


def _numbered(lines: Sequence[Line]) -> dict[int, Start]:
    found: dict[int, Start] = {}
    last, listing, marked = 0, 0, False
    for i, line in enumerate(lines):
        match = forms.ITEM.match(line.run.text)
        if not match or not match["heading"] or re.match(r"(?i)(?:samt\s+)?att\s", match["heading"]):
            continue
        number, shown = int(match["number"]), bool(line.heading or line.strong or line.ends)
        if not found:
            fits = number == 1 or (number <= 12 and shown)
            marked = shown
        else:
            fits = last < number <= last + 3 and (not marked or shown or line.gap > 0)
        if listing and number == listing + 1 and not (shown and marked):
            fits = False
        if not fits or (len(match["heading"]) > 220 and not line.ends):
            listing = number
            continue
        listing = 0
        lead, end = match.start("heading"), heading_end(line, match.start("heading"))
        start = match.start("lead")
        form = f"{{}}{match['sign']} "
        found[i] = Start(number, lead, end, form, 95 if number == last + 1 or not last else 60, empty=False)
        last = number
        if match["dash"] and start:
            continue
    return found


def heading_end(line: Line, lead: int) -> int:
    """Where the heading ends on its line: at a colon that closes bold or italics, or before a whole sentence."""
    text = line.run.text
    for end in sorted(line.ends):
        if end > lead and text[end - 1] == ":" and text[end:].strip():
            return end
    if text.rstrip().endswith(":") and any(end == len(text.rstrip()) for end in line.ends):
        return len(text)
    colon = re.search(r":\s+(?=[A-ZÅÄÖ0-9])", text[lead:])
    if colon and colon.start() < 90 and len(text) - lead - colon.end() > 40 and text.rstrip().endswith((".", "!")):
        return lead + colon.start() + 1
    return len(text)


def _heading_level(lines: Sequence[Line]) -> int:
    counts: dict[int, int] = {}
    for line in lines:
        if line.heading and not _is_other(line):
            counts[line.heading] = counts.get(line.heading, 0) + 1
    levels = sorted(level for level, count in counts.items() if count >= 1)
    many = [level for level in levels if counts[level] >= 2]
    return (many or levels or [0])[0]


def _is_other(line: Line) -> bool:
    """A heading that is no item: the title, a label, a decision lead, a signature."""
    text = line.text
    return bool(
        forms.TITLE_WORD.search(text)
        or forms.LABEL.match(line.run.text)
        or forms.DECISION_LINE.match(text)
        or forms.DECISION_WITH.match(text)
        or forms.SIGN_LABEL.match(text)
        or forms.CLAUSE.match(text)
    )
