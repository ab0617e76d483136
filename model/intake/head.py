"""The head of the minutes: letterhead, date, title, the labelled rows, and what is said before the first item."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from model.intake import layout
from model.intake.draft import Draft, DraftKind
from model.intake.layout import Wrap
from model.intake.lines import Line, Page, hide_run
from model.intake.run import NOWHERE, Run, joined
from model.language import bodies, dates, forms, names, stays
from model.language.municipalities import municipality

LETTERHEAD = 8
"""Lines at the top that may stand side by side."""

PLENTY = 400
"""Lines of one head row; more than that is no list of a meeting."""

PEOPLE = frozenset({"present", "apologies", "guests"})
_ROWS: dict[str, DraftKind] = {"meeting": "meeting", "present": "present", "apologies": "apologies", "guests": "guests"}


def read(page: Page, first: int, wrap: Wrap, drafts: list[Draft]) -> int:
    """Read the lines before `first` (the first item) into `drafts`; the index where the body begins."""
    position = 0
    title = _title_line(page.lines[:first])
    while position < first:
        position = _step(page, position, first, wrap, drafts, title)
    return position


def columns(page: Page) -> list[Line]:
    """The lines of `page`, those of the letterhead that hold several things side by side parted."""
    result: list[Line] = []
    top = True
    for line in page.lines:
        top = top and len(result) < LETTERHEAD and not forms.LABEL.match(line.run.text)
        found = layout.cells(line.run) if top else []
        telling = any(
            forms.TITLE_WORD.search(c.text) or _is_date(c.text) or forms.PAGE_HEAD.match(c.text) for c in found
        )
        numbered = (
            len(found) > 1 and forms.TITLE_MEETING.match(found[0].text) and forms.TITLE_WORD.search(found[-1].text)
        )
        if len(found) < 2 or not telling or numbered:
            result.append(line)
            continue
        for position, cell in enumerate(found):
            if forms.PAGE_HEAD.match(cell.text):
                hide_run(page, cell, "page_head")
            else:
                result.append(replace(line, run=cell, gap=line.gap if not position else 0, ends=frozenset()))
    return result


def _step(page: Page, i: int, first: int, wrap: Wrap, drafts: list[Draft], title: int) -> int:
    lines = page.lines
    line = lines[i]
    text = line.text
    if i == title:
        run, after = line.run.strip(), i + 1
        while after < first and not lines[after].gap and forms.OPEN_END.search(run.text):
            run, after = layout.continued(run, lines[after].run), after + 1
        drafts.append(Draft("title", run, line.number, 95))
        return after
    if i > title or title < 0 or forms.LABEL.match(line.run.text):
        match = forms.LABEL.match(line.run.text)
        if match and _is_label(match, line):
            return _labelled(page, i, first, wrap, drafts, match)
    if i < title and not _is_prose(text):
        drafts.append(
            Draft(
                "date" if _is_date(text) and not _has(drafts, "date") else "letterhead", line.run.strip(), line.number
            )
        )
        return i + 1
    if i > title and _is_when(text) and not _has(drafts, "meeting"):
        drafts.append(Draft("meeting", line.run.strip(), line.number, 60, label=Run()))
        return i + 1
    if i > title and (bodies.alone(text) or bodies.held(text)) and not any(draft.kind in PEOPLE for draft in drafts):
        drafts.append(Draft("letterhead", line.run.strip(), line.number, 80))
        return i + 1
    last = drafts[-1] if drafts else None
    if (
        last
        and last.kind == "paragraph"
        and len(last.run) < layout.FULL
        and (layout.continues(lines[i - 1], line, wrap) or layout.broken(last.run.text, line))
    ):
        last.run = layout.continued(last.run, line.run)
        return i + 1
    draft = Draft("paragraph", line.run.strip(), line.number, 80)
    begun = last is not None and last.paragraph == "opening" and not line.gap
    if begun or (forms.OPENING.search(text) and len(text) > 15):
        draft.paragraph = "opening"
    drafts.append(draft)
    return i + 1


def _labelled(page: Page, i: int, first: int, wrap: Wrap, drafts: list[Draft], match: re.Match[str]) -> int:
    """A label with all that belongs to it: on its line, and on the lines after it."""
    lines = page.lines
    line = lines[i]
    kind = next(name for name in ("meeting", "apologies", "guests", "present", "other") if match[name])
    begin = match.end("bullet") if match["bullet"] else 0
    second = forms.LABEL.match(line.run.cut(match.end()).text) if kind in PEOPLE else None
    end = match.end() if second is None or second.end() < len(line.run.cut(match.end())) else len(line.run)
    label, value = line.run.cut(begin, end).strip(), line.run.cut(end).strip()
    hide_run(page, line.run.cut(0, begin), "markup")
    parts, after = _columns(page, line, value, kind), i + 1
    while after < min(first, i + PLENTY) and _belongs(lines, after, parts[-1][1].text, kind):
        parts += _columns(page, lines[after], lines[after].run.strip(), kind)
        after += 1
    absent = [part for part in parts if kind == "present" and _absent(part[1])]
    run = _together([part for part in parts if part[1].text and part not in absent], wrap)
    if kind == "other":
        whole = joined([label, run])
        drafts.append(Draft("paragraph", whole, line.number, 60, note="label", label=label))
        return after
    drafts.append(Draft(_ROWS[kind], run, line.number, 95, label=label, role=match[kind].casefold()))
    drafts.extend(_apology(*part) for part in absent)
    return after


def _absent(run: Run) -> bool:
    match = forms.ABSENT.match(run.text)
    return match is not None and names.is_person(match["name"])


def _apology(line: Line, run: Run) -> Draft:
    """Somebody in the list of those present, of whom it says that they were not: the words are the label."""
    match = forms.ABSENT.match(run.text)
    at = match.start("said") if match else len(run)
    return Draft("apologies", run.cut(0, at).strip(), line.number, 80, label=run.cut(at).strip())


def _columns(page: Page, line: Line, run: Run, kind: str) -> list[tuple[Line, Run]]:
    """A list of people in two columns is read as one below the other.

    What stands beside a name follows it after a comma ("Ida Krok, Lövby"); what stands before it gets a colon.
    """
    found = layout.cells(run)
    persons = [_is_name(cell.text) for cell in found] if kind in PEOPLE else []
    if kind == "meeting":
        for cell in found:
            if forms.PAGE_HEAD.match(cell.text):
                hide_run(page, cell, "page_head")
        run = joined([cell for cell in found if not forms.PAGE_HEAD.match(cell.text)])
    if len(found) > 1 and persons and all(persons):
        return [(replace(line, gap=0), cell) for cell in found]
    if len(found) == 2 and persons == [True, False] and found[1].text[:1].isalpha() and not _says_what(found[1].text):
        return [(line, joined(found, ", "))]
    if (
        len(found) == 2
        and persons == [False, True]
        and found[0].text[0].isalpha()
        and "(" not in found[0].text
        and not _says_what(found[0].text)
    ):
        return [(line, joined(found, " " if found[0].text.endswith(":") else ": "))]
    return [(line, run)]


def _is_name(text: str) -> bool:
    first = re.split(r"[,(]", text)[0].strip()
    return names.is_person(first) and not names.is_title(first)


def _says_what(text: str) -> bool:
    """True for a cell after a name that says what somebody is, or was."""
    return names.is_title(text) or stays.kind_of(text) == "time"


def _belongs(lines: Sequence[Line], i: int, before: str, kind: str) -> bool:
    """True when line `i` goes on with the value of the label above it."""
    line = lines[i]
    match = forms.LABEL.match(line.run.text)
    listed = not before and (
        _is_list_of_names(line.text) if kind in PEOPLE else kind == "meeting" and _is_date_in(line.text)
    )
    if _is_another(line.text, kind) or (kind not in PEOPLE and bodies.alone(line.text)):
        return False
    if kind in PEOPLE and _is_role_and_name(line) and (not before or len(layout.cells(Run(before))) > 1):
        return True
    if (
        (match and _is_label(match, line))
        or line.heading
        or any(forms.AGENDA.match(cell.text) for cell in layout.cells(line.run))
        or forms.TITLE.search(line.text)
        or (_is_prose(line.text) and not listed)
        or (kind in PEOPLE and forms.ROLE_ALONE.match(line.text))
    ):
        return False
    if forms.OPENING.search(line.text) and line.text.endswith("."):
        return False
    if not line.gap or not before:
        return True
    if kind in {"meeting", "other"} or before.rstrip().endswith("."):
        return False
    bare = forms.BULLET.sub("", line.run.text)
    if bare.isupper() and not before.isupper():
        return False
    return bool(forms.BULLET.match(line.run.text)) or names.is_person(re.split(r"[,(;–]", bare)[0].strip())


def _is_another(text: str, kind: str) -> bool:
    """True for a line that tells something else, with a word for it before a colon: `Ärende: Hamnen`."""
    caption = forms.CAPTION.match(text)
    if caption is None or kind not in {"meeting", *PEOPLE} or forms.LABEL.match(text):
        return False
    value = re.split(r"[,(;–]", caption["value"] or "")[0].strip()
    who = names.is_title(caption["name"]) or names.has_given_name(value) or names.collective(value)[0]
    return kind == "meeting" or bool(value and not who and not names.is_person(value))


def _is_list_of_names(text: str) -> bool:
    """True for a line of three or more names, though it ends like a sentence."""
    parts = re.split(r"\s*(?:,|\boch\b)\s*", text.rstrip("."))
    return len(parts) > 2 and sum(names.is_person(re.sub(r"\s*\(.*", "", part)) for part in parts) * 2 > len(parts)


def _is_role_and_name(line: Line) -> bool:
    """True for `Kassör⇥Ida Krok`."""
    found = layout.cells(line.run)
    return len(found) == 2 and "\t" in line.run.text and names.is_person(found[1].text.split(",")[0])


def _together(parts: list[tuple[Line, Run]], wrap: Wrap) -> Run:
    """Wrapped lines joined by blanks, a list of one to a line kept as lines."""
    if not parts:
        return Run()
    run = parts[0][1]
    for (before, _), (line, words) in pairwise(parts):
        bullet = forms.BULLET.match(words.text)
        goes_on = (
            run.text.endswith((",", "och", "-"))
            or layout.continues(before, line, wrap)
            or words.text[:1].islower()
            or (len(before.text) > wrap.narrow * 0.8 > 0 and not run.text.endswith((".", ";")))
            or (len(before.text) > 60 and _last_line(run).count(",") > 1 and not run.text.endswith((".", ";")))
        )
        sign = " " if goes_on and not bullet else "\n"
        run = run + Run(sign, (NOWHERE,)) + words
    return run


def _last_line(run: Run) -> str:
    return run.text.rpartition("\n")[2]


def _is_label(match: re.Match[str], line: Line) -> bool:
    """A label needs its colon or gap; alone on the line it must be the whole line."""
    mark = match["mark"]
    if ":" in mark or "\t" in mark:
        return True
    rest = line.run.text[match.end() :].strip()
    if not rest:
        return len(line.text) < 40 and (match["other"] is None or line.strong)
    if len(mark) == 1 and (match["other"] is not None or forms.FINITE.search(rest)):
        return False
    return not _is_prose(line.text)


def _title_line(lines: Sequence[Line]) -> int:
    """The title's place: the line that says minutes and number, or minutes, or meeting; -1 if none does."""
    for pattern in (forms.TITLE, forms.TITLE_WORD, forms.TITLE_MEETING):
        for i, line in enumerate(lines):
            match = pattern.search(line.text)
            if match and len(line.text) < 160 and not forms.LABEL.match(line.run.text) and _may_be_title(line.text):
                return i
    return 0 if lines and _is_named_day(lines[0].text) else -1


def _is_named_day(text: str) -> bool:
    """True for "Klubbträff 3 maj 2021" at the top: a word that may mean any gathering, and its day."""
    day = next((date for date in dates.find(text) if date.precision == "day"), None)
    if day is None or day.end < len(text.rstrip(".")) or forms.LABEL.match(text):
        return False
    said = text[: day.start].strip(" ,")
    return bool(forms.ANY_GATHERING.fullmatch(said)) and not municipality(said)


def _may_be_title(text: str) -> bool:
    """A sentence is no title unless it begins with the word for the minutes ("Protokoll från mötet den 3 maj.")."""
    if len(re.findall(r":(?!\d)", text)) > 1:
        return False
    if forms.CALLED.match(text) and not text.endswith(":"):
        return True
    if text.endswith(":") or (text.endswith(".") and not re.search(r"\d\.$", text)):
        return False
    return not _is_prose(text) and not (len(text) > 25 and forms.FINITE.search(text))


def _is_prose(text: str) -> bool:
    return len(text) > 60 and text.endswith((".", "!")) and " " in text and not re.search(r"\d{4}\.$", text)


def _is_date(text: str) -> bool:
    found = dates.find(text)
    return any(
        date.precision in {"day", "interval"} and date.end - date.start >= len(text.rstrip(".")) - 22 for date in found
    )


def _is_date_in(text: str) -> bool:
    """True where `text` says a day."""
    return any(len(date.edtf.partition("/")[0]) == 10 for date in dates.find(text))


def _is_when(text: str) -> bool:
    """A line of its own that says day and time, or little but a day."""
    if (
        len(text) > 140
        or any(said.match(text) for said in (forms.SIGN_LABEL, forms.ANOTHER_MEETING))
        or bodies.held(text)
    ):
        return False
    if forms.FINITE.search(text):
        return False
    day = next((date for date in dates.find(text) if date.precision in {"day", "interval"}), None)
    if day and forms.NO_DAY_OF_MEETING.search(text[: day.start].rstrip()):
        return False
    return (
        _is_date_in(text)
        and not forms.GATHERING.match(text)
        and (_is_date(text) or bool(re.search(r"(?i)\bkl\b|\d[.:]\d\d\s?[-–—]\s?\d", text)))
    )


def _has(drafts: list[Draft], kind: DraftKind) -> bool:
    return any(draft.kind == kind for draft in drafts)
