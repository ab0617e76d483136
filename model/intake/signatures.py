"""The end of the minutes: who signed as what, in one column or two, with the scribble of pens between."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from model.intake.draft import Draft
from model.intake.layout import cells
from model.intake.lines import Line, Page, hide, hide_run
from model.intake.run import Run
from model.language import dates, forms, names

MOST = 30
"""Lines of signatures at the end of minutes."""

_PEN = re.compile(r"[_.…~-]{3,}")
_TRAIL = re.compile(r"\s+[^\s\w]*[A-Z]?[^\s\w]*$")


def start(lines: Sequence[Line], last_item: int) -> int:
    """The index of the first line of the signatures; the number of lines if there are none."""
    for i in range(max(0, last_item + 1, len(lines) - MOST), len(lines)):
        line = lines[i]
        if line.heading and (i + 1 == len(lines) or not names.is_person(lines[i + 1].text)):
            continue
        if (_is_label_line(line) or forms.SLASHED.match(line.text)) and _rest_is_short(lines[i:]):
            return i
        after = lines[i + 1].text if i + 1 < len(lines) else ""
        if names.is_person(line.text) and names.is_title(after) and len(lines) - i <= 14 and _rest_is_short(lines[i:]):
            return i
    return len(lines)


def read(page: Page, lines: Sequence[Line], drafts: list[Draft]) -> None:
    """The signatures of `lines`: labels and names paired by order, where all labels stand first, else by nearness."""
    found: list[Draft] = []
    for line in lines:
        for run in cells(line.run):
            for piece in _pieces(page, run):
                found.append(_token(page, piece, line, found))
    kept = [draft for draft in found if draft.role]
    labels = [draft for draft in kept if draft.role == "label"]
    people = [draft for draft in kept if draft.role == "name"]
    named = kept[1:] if kept and kept[0].role == "label" and _alike(kept, 1, "name") > 1 else kept
    if named and named[0].role == "name":
        _titles_under(named)
        kept = kept[: len(kept) - len(named)] + named
        labels = [draft for draft in kept if draft.role == "label"]
    flat = len(labels) > 1 and bool(people) and kept.index(people[0]) > kept.index(labels[-1])
    drafts.extend(_paired(labels, people, kept) if flat else _nearest(kept))


def _is_label_line(line: Line) -> bool:
    found = cells(line.run)
    matches = [forms.SIGN_LABEL.match(cell.text) for cell in found]
    if not matches or not matches[0]:
        return False
    rest = _before_comma(_PEN.sub("", matches[0]["rest"]).strip(" :.,"))
    return len(line.text) < 90 and (not rest or names.is_person(rest) or bool(dates.find(rest)) or len(rest) < 4)


def _rest_is_short(lines: Sequence[Line]) -> bool:
    """True where neither text nor a decision follows."""
    return all(
        len(line.text) < 100 and not (forms.DECISION_LINE.match(line.text) or forms.DECISION_WITH.match(line.text))
        for line in lines
    )


def _pieces(page: Page, run: Run) -> list[Run]:
    """A cell without its pen lines; "Justerare: Anna Ek" is a label and a name."""
    for match in _PEN.finditer(run.text):
        for place in run.cut(*match.span()).places:
            hide(page, place, place + 1, "signature")
    result: list[Run] = []
    for piece in run.splits(_PEN):
        label = forms.SIGN_LABEL.match(piece.text)
        rest = label["rest"].strip(" :.,") if label else ""
        slashed = forms.SLASHED.match(piece.text)
        if slashed:
            result.extend(_slashed(page, piece, slashed))
            continue
        if label and rest and (names.is_person(_before_comma(rest)) or dates.find(rest)):
            at = piece.text.index(rest, label.end("label"))
            result.append(piece.cut(0, at).strip())
            result.extend(_name_and_title(page, piece.cut(at, at + len(rest))))
            hide_run(page, piece.cut(at + len(rest)), "markup")
        else:
            result.extend(_name_and_title(page, piece))
    return result


def _before_comma(words: str) -> str:
    return words.split(",", 1)[0].strip()


def _name_and_title(page: Page, run: Run) -> list[Run]:
    """`Berit Alm, ordförande` is a name and a title."""
    name, comma, title = run.text.partition(",")
    if not (comma and names.is_person(name.strip()) and names.is_title(title.strip())):
        return [run]
    for place in run.cut(len(name), len(name) + 1).places:
        hide(page, place, place + 1, "markup")
    return [run.cut(0, len(name)).strip(), run.cut(len(name) + 1).strip()]


def _slashed(page: Page, run: Run, match: re.Match[str]) -> list[Run]:
    spans = [match.span(part) for part in ("name", "title") if match[part]]
    inside = {place for span in spans for place in run.cut(*span).places}
    for place in run.places:
        if place not in inside:
            hide(page, place, place + 1, "signature")
    return [run.cut(*span).strip() for span in spans]


def _token(page: Page, run: Run, line: Line, found: list[Draft]) -> Draft:
    """One piece as label, name, title or date; what is none of them is scribble if short, else kept as a title."""
    text = run.text
    if forms.SIGN_LABEL.match(text) and len(text) < 40 and not _title_under_name(found, text):
        return Draft("signature", run, line.number, 95, role="label")
    trail = _TRAIL.search(text)
    scribbled = any(entry.kind == "signature" and not _PEN.fullmatch(entry.text) for entry in page.noise)
    if names.is_person(text) and not (trail and scribbled):
        return Draft("signature", run, line.number, 90, role="name")
    if trail and names.is_person(text[: trail.start()]):
        for place in run.cut(trail.start()).places:
            hide(page, place, place + 1, "signature")
        return Draft("signature", run.cut(0, trail.start()), line.number, 80, role="name")
    if names.is_title(text) or dates.find(text) or len(text) > 14:
        return Draft("signature", run, line.number, 70, role="title")
    if names.CAPITALISED.fullmatch(text) and len(text) > 3:
        return Draft("signature", run, line.number, 60, role="name")
    for place in run.places:
        hide(page, place, place + 1, "signature")
    return Draft("signature", Run(), line.number, 60)


def _title_under_name(found: list[Draft], text: str) -> bool:
    """A small-lettered "ordförande" under a name says what that person is."""
    kept = [draft for draft in found if draft.role]
    return bool(kept) and kept[-1].role == "name" and text[:1].islower()


def _titles_under(kept: list[Draft]) -> None:
    """Where a name stands first, a role under a name says what that person is."""
    for before, draft in pairwise(kept):
        if draft.role == "label" and (
            before.role == "name" or (before.role == "title" and names.is_title(draft.run.text))
        ):
            draft.role = "title"
    for first in range(len(kept)):
        count = _alike(kept, first, "name")
        if count > 1 and _alike(kept, first + count, "title") == count:
            both = zip(kept[first : first + count], kept[first + count : first + 2 * count], strict=True)
            kept[first : first + 2 * count] = [draft for pair in both for draft in pair]


def _alike(kept: list[Draft], first: int, role: str) -> int:
    """How many drafts from `first` on have `role`."""
    return sum(1 for _ in takewhile(lambda draft: draft.role == role, kept[first:]))


def _paired(labels: list[Draft], people: list[Draft], kept: list[Draft]) -> list[Draft]:
    result = [_sign(label, "label") for label in labels]
    for position, person in enumerate(people):
        target = result[position] if position < len(result) else _sign(person, "name")
        if position >= len(result):
            result.append(target)
        target.parts["name"] = person.run
    titles = [draft for draft in kept if draft.role == "title"]
    for draft, title in zip(result, titles, strict=False):
        draft.parts["title"] = title.run
    result.extend(_sign(title, "title") for title in titles[len(result) :])
    return result


def _nearest(kept: list[Draft]) -> list[Draft]:
    result: list[Draft] = []
    for draft in kept:
        last = result[-1] if result else None
        if (
            last is None
            or draft.role == "label"
            or draft.role in last.parts
            or (draft.role == "name" and "title" in last.parts)
        ):
            result.append(_sign(draft, draft.role))
        else:
            last.parts[draft.role] = draft.run
    return result


def _sign(draft: Draft, part: str) -> Draft:
    return Draft("signature", Run(), draft.line, draft.certainty, parts={part: draft.run})
