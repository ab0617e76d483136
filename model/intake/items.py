"""Where the items begin: which of the ways to number them a document uses, and every line that follows it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, pairwise
from typing import TypeAlias

from model.intake.lines import Line
from model.intake.pieces import sentences
from model.language import dates, forms, names

LONGEST = 220
"""Characters of a heading's line; a longer one needs a mark that says where the heading ends."""

SERIES = 12
"""Series of numbers that are compared; a document with more has lists in it, not agendas."""

Finder: TypeAlias = Callable[[Sequence[Line], int], "dict[int, Start]"]


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
    """Index of line → start of an item. The first form that gives any wins: §, "Punkt 1", 1., headings, bold lines …"""
    for pattern in (forms.PARAGRAPH_SIGN, forms.PARAGRAPH_AFTER, forms.NAMED_ITEM):
        found = _fullest(lines, partial(_signed, pattern=pattern), pattern)
        if found:
            return found
    numbered = _all_ones(lines) or _fullest(lines, _numbered, forms.ITEM)
    if numbered:
        return numbered
    level = _heading_level(lines[1:] if lines and lines[0].heading and _is_meeting(lines[0]) else lines)
    if level:
        first = lines[0] if _is_meeting(lines[0]) else None
        return _plain(lines, lambda line: line.heading == level and line is not first and not _is_other(line), 80)
    for trusted, certainty in ((_is_bold, 60), (_is_capital, 70)):
        found = _plain(lines, trusted, certainty)
        if len(found) >= 2:
            return found
    bare = _fullest(lines, _bare_numbered, forms.BARE_ITEM)
    return bare if len(bare) >= 3 else _lone(lines) or _airy(lines)


def _fullest(lines: Sequence[Line], find_from: Finder, pattern: re.Pattern[str]) -> dict[int, Start]:
    """Of the series that begin anew, the one with most text between: an agenda printed first is no business."""
    first = find_from(lines, 0)
    best, most = first, _inside(lines, first)
    begun = next(iter(first), -1)
    numbers: set[int | None] = {1, first[begun].number} if first else {1}
    again = (i for i, line in enumerate(lines) if i != begun and _begins(pattern.match(line.run.text), numbers))
    for at in islice(again, SERIES):
        found = find_from(lines, at)
        if len(found) * 2 > len(first) and _inside(lines, found) > most:
            best, most = found, _inside(lines, found)
    return best


def _begins(match: re.Match[str] | None, numbers: set[int | None]) -> bool:
    return match is not None and int(match["number"]) in numbers


def _inside(lines: Sequence[Line], found: dict[int, Start]) -> int:
    """How many of the items have a line of their own under the heading."""
    return sum(1 for i in found if i + 1 < len(lines) and i + 1 not in found)


def _plain(lines: Sequence[Line], trusted: Callable[[Line], bool], certainty: int) -> dict[int, Start]:
    return {
        i: Start(None, 0, len(line.run), "", certainty)
        for i, line in enumerate(lines)
        if (i or line.heading) and trusted(line)
    }


def _is_bold(line: Line) -> bool:
    return line.strong and 3 < len(line.text) < 100 and not _is_other(line) and not line.text.endswith(".")


def _is_capital(line: Line) -> bool:
    text = line.text
    return text.isupper() and 4 < len(text) < 80 and not text.endswith((".", ":")) and not _is_other(line)


def _lone(lines: Sequence[Line]) -> dict[int, Start]:
    """Short lines with a blank line above and text right under: the headings of those who use nothing else."""
    found = {}
    labels = [i for i, line in enumerate(lines) if forms.LABEL.match(line.run.text)]
    for i, (line, after) in enumerate(pairwise(lines)):
        text = line.text
        alone = line.gap and not after.gap and len(text) < 70 and len(after.text) > len(text)
        named = text[:1].isupper() and text[-1] not in ".,:;!?" and not _is_other(line) and not names.is_person(text)
        if alone and named and labels and i > labels[0]:
            found[i] = Start(None, 0, len(line.run), "", 55)
    return found if len(found) >= 2 else {}


def _airy(lines: Sequence[Line]) -> dict[int, Start]:
    """Short lines with blank lines round them, over a list or longer text, after the labels of the head."""
    labels = [i for i, line in enumerate(lines) if forms.LABEL.match(line.run.text) and not line.gap]
    found = {}
    for i, (line, after) in enumerate(pairwise(lines)):
        text = line.text
        alone = line.gap and after.gap and len(text) < 60 and i > max(labels, default=len(lines))
        said = forms.BULLET.match(after.run.text) or len(after.text) > max(60, len(text))
        if (
            alone
            and said
            and text[:1].isupper()
            and text[-1].isalnum()
            and not _is_other(line)
            and not names.is_person(text)
        ):
            found[i] = Start(None, 0, len(line.run), "", 50)
    return found if len(found) >= 3 else {}


def _signed(lines: Sequence[Line], at: int, pattern: re.Pattern[str]) -> dict[int, Start]:
    found: dict[int, Start] = {}
    for i, line in enumerate(lines[at:], at):
        match = pattern.match(line.run.text)
        if (
            not match
            or line.table
            or forms.CONTENTS.search(line.text)
            or re.search(r"^\s*[-–,]\s*\d", match["heading"])
            or re.search(r"\d[.:]\d", match.group()[: match.start("heading") + 1])
        ):
            continue
        number = int(match["number"])
        last = next(reversed(found.values())).number if found else None
        if last is not None and number <= last:
            continue
        form = re.sub(r"\d+", "{}", " ".join(match["lead"].split()), count=1) + " "
        sure = 95 if last is None or number == last + 1 else 70
        lead = match.start("heading")
        end = heading_end(line, lead) if len(line.text) <= LONGEST else lead
        rest = " ".join(match["heading"].split())
        empty = not rest or bool(forms.CASE_NUMBER.match(rest) or forms.ELSEWHERE.match(rest))
        found[i] = Start(number, lead, end, form, sure, empty=empty)
    return found


def _bare_numbered(lines: Sequence[Line], at: int) -> dict[int, Start]:
    found: dict[int, Start] = {}
    last = 0
    for i, line in enumerate(lines[at:], at):
        match = forms.BARE_ITEM.match(line.run.text)
        if match and int(match["number"]) == last + 1 and not match["heading"].rstrip().endswith((".", ",")):
            found[i] = Start(last + 1, match.start("heading"), len(line.run), "{} ", 70)
            last += 1
    return found


def _all_ones(lines: Sequence[Line]) -> dict[int, Start]:
    """Items that Markdown's own numbering has left with "1." each: the second is number two."""
    found = {
        i: match for i, line in enumerate(lines) if (match := forms.ITEM.match(line.run.text)) and match["heading"]
    }
    if len(found) < 3 or any(match["number"] != "1" or not lines[i].gap for i, match in found.items()):
        return {}
    return {
        i: Start(number, match.start("heading"), heading_end(lines[i], match.start("heading")), "{}. ", 60)
        for number, (i, match) in enumerate(found.items(), 1)
    }


def _numbered(lines: Sequence[Line], at: int) -> dict[int, Start]:
    found: dict[int, Start] = {}
    last, listing, marked = 0, 0, False
    for i, line in enumerate(lines[at:], at):
        match = forms.ITEM.match(line.run.text)
        if not match or not match["heading"] or re.match(r"(?i)(?:samt\s+)?att\s", match["heading"]):
            continue
        number, shown = int(match["number"]), bool(line.heading or line.strong or line.ends)
        if not found:
            fits = number == 1 or (number <= 12 and shown) or _goes_on(lines, i, 4)
            marked = shown
        else:
            fits = last < number <= last + 3 and (not marked or shown or line.gap > 0)
        if listing and number == listing + 1 and not (shown and marked):
            fits = False
        long = len(match["heading"]) > LONGEST and not line.ends
        if not fits or (long and not (number == last + 1 and (line.gap or _goes_on(lines, i, 2)))):
            listing = number
            continue
        listing = 0
        lead = match.start("heading")
        end = heading_end(line, lead)
        end = lead if long and end == len(line.run) else end
        start = match.start("lead")
        form = f"{{}}{match['sign'] or match['odd'] or ''} "
        found[i] = Start(number, lead, end, form, 95 if number == last + 1 or not last else 60, empty=False)
        last = number
        if match["dash"] and start:
            continue
    return found


def _goes_on(lines: Sequence[Line], at: int, count: int) -> bool:
    """True where line `at` begins a row of `count` numbers: an agenda goes on, whatever it began with."""
    matches = (forms.ITEM.match(lines[i].run.text) for i in range(at, len(lines)))
    found = list(islice((int(match["number"]) for match in matches if match and match["heading"]), count))
    return found == list(range(found[0], found[0] + count))


def heading_end(line: Line, lead: int) -> int:
    """Where the heading ends on its line: at a colon that closes bold or italics, or before a whole sentence.

    A decision in place of a heading ("§ 7 Mötet beslutade att …") leaves the item without one.
    """
    text = line.run.text
    if forms.DECISION_ATT.match(text[lead:]):
        return lead
    for end in sorted(line.ends):
        if end > lead and text[end - 1] == ":" and text[end:].strip():
            return end
    if text.rstrip().endswith(":") and any(end == len(text.rstrip()) for end in line.ends):
        return len(text)
    colon = re.search(r":\s+(?=[A-ZÅÄÖ0-9])", text[lead:])
    if colon and colon.start() < 90 and len(text) - lead - colon.end() > 11 and text.rstrip().endswith((".", "!")):
        return lead + colon.start() + 1
    first = next(iter(sentences(text[lead:])))
    if 3 < first[1] < 60 and len(text) - lead - first[1] > 11 and text.rstrip().endswith((".", "!")):
        return lead + len(text[lead : lead + first[1]].rstrip())
    return len(text)


def _heading_level(lines: Sequence[Line]) -> int:
    counts: dict[int, int] = {}
    for line in lines:
        if line.heading and not _is_other(line):
            counts[line.heading] = counts.get(line.heading, 0) + 1
    levels = sorted(level for level, count in counts.items() if count >= 1)
    many = [level for level in levels if counts[level] >= 2]
    return (many or levels or [0])[0]


def _is_meeting(line: Line) -> bool:
    """True for a first heading that only says which meeting it was: "Möte 3 maj 2020"."""
    return bool(forms.TITLE_MEETING.match(line.text) and re.search(r"\d", line.text) and len(line.text) < 60)


def _is_label(line: Line) -> bool:
    """A head row's label; a Markdown heading with such a word and text under it is an item all the same."""
    match = forms.LABEL.match(line.run.text)
    if match is None or (len(match["mark"]) == 1 and match["mark"].isspace()):
        return False
    return not (line.heading and match["other"] and not match["mark"].strip())


def _is_other(line: Line) -> bool:
    """A heading that is no item: the title, a label, a decision lead, a signature."""
    text = line.text
    return bool(
        forms.TITLE_WORD.search(text)
        or any(date.end - date.start >= len(text) - 1 for date in dates.find(text))
        or _is_label(line)
        or forms.DECISION_LINE.match(text)
        or forms.DECISION_WITH.match(text)
        or forms.SIGN_LABEL.match(text)
        or forms.SUMMONED.match(text)
        or forms.CLAUSE.match(text)
    )
