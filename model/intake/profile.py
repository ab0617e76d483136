"""The style profile that a document was printed by, inferred from what was read of it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from model.intake.draft import Draft
from model.intake.pieces import Framed
from model.language import dates
from model.language.calendar import WEEKDAY
from model.record.style import StyleProfile

_TIME = re.compile(r"(?i)\bkl(?:ockan)?\b\.?|\d{1,2}[.:]\d\d\s?[-–—]\s?\d")


def infer(
    drafts: Sequence[Draft], framed: Sequence[Framed], rows: dict[str, str], labels: dict[str, str]
) -> StyleProfile:
    """The profile; `rows` holds the words of the head rows by kind, `labels` their labels as printed.

    A row that did not stand there has the house's label: minutes made after these may fill it.
    """
    keys: dict[str, Any] = {"name": "inferred"}
    keys.update({f"label_{kind}": label for kind, label in labels.items()})
    keys.update(_meeting(rows.get("meeting", "")))
    keys.update(_front(drafts))
    keys.update(_headings(framed))
    keys.update(_clauses(framed))
    keys["text_date"] = _text_date(framed)
    keys["arrival"] = _arrival(rows.get("present", ""))
    leads = Counter(f.words.text for f in framed if f.draft.kind == "decision")
    if leads:
        keys["decision_lead"] = leads.most_common(1)[0][0]
    empty = [line for line in (rows.get("apologies"), rows.get("guests")) if line is not None and len(line) < 3]
    if empty:
        keys["empty_list"] = empty[0]
    text = " ".join(f.printed for f in framed)
    keys["quotes"] = "curly" if text.count("”") >= text.count('"') else "straight"
    keys.update(_signatures(drafts))
    for kind in ("opening", "closing"):
        said = [f.words.text for f in framed if f.draft.kind == "paragraph" and f.draft.paragraph == kind]
        keys[kind] = " ".join(said)
    return StyleProfile(**keys)


def clause_stop_of(ends: Iterable[tuple[str, bool]]) -> str:
    """`all`, `last` or `none`: the choice with the fewest deviations; `ends` is (closing mark, is the last)."""
    found = list(ends)
    faults = {
        "last": sum((end == ".") != last for end, last in found),
        "all": sum(end != "." for end, _ in found),
        "none": sum(end == "." for end, _ in found),
    }
    best = min(faults.values(), default=0)
    several = any(not last for _, last in found)
    order = ("last", "all", "none") if several else ("all", "none", "last")
    return next(name for name in order if faults[name] == best)


def _meeting(line: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if not line:
        return found
    found["meeting_stop"] = line.rstrip().endswith(".")
    when = _TIME.search(line)
    day = next((d for d in dates.find(line) if d.precision in {"day", "interval"}), None)
    if day:
        words = line[day.start : day.end]
        weekday = re.match(rf"(?i){WEEKDAY}", words)
        if re.fullmatch(r"\d{6}", words):
            found["header_date"] = "compact"
        elif re.match(r"\d{4}-", words):
            found["header_date"] = "iso"
        else:
            found["header_date"] = "weekday_long" if weekday else "long"
        first = bool(when) and not re.search(r"[^\W\d]{4,}", line[day.end : when.start()] if when else "")
        if not first:
            found["meeting_order"] = "date_place_time"
        else:
            bare = weekday and " den " not in words
            found["meeting_order"] = "weekday_date_time_place" if bare else "date_time_place"
    clock = re.search(r"\bkl\b\.?", line)
    if clock:
        found["clock"] = clock.group()
    dash = re.search(r"\d(\s?[-–—]\s?)\d{1,2}[.:]\d\d", line)
    if dash:
        found["range_dash"] = dash[1]
    return found


def _front(drafts: Sequence[Draft]) -> dict[str, str]:
    kinds = [draft.kind for draft in drafts if draft.kind in {"date", "letterhead", "title"}]
    found: dict[str, str] = {}
    if "date" in kinds:
        found["document_date"] = "top" if kinds[0] == "date" else "after_sender"
    if "letterhead" in kinds:
        found["letterhead"] = "recipient" if kinds[0] == "date" else "sender"
    title = next((draft.run.text for draft in drafts if draft.kind == "title"), "")
    if title.isupper():
        found["title_form"] = "capitals"
    return found


def _headings(framed: Sequence[Framed]) -> dict[str, str]:
    found: dict[str, str] = {}
    items = [f for f in framed if f.draft.kind == "item"]
    subs = [f for f in framed if f.draft.kind == "subitem"]
    if items and sum(f.end == ":" for f in items) * 2 > len(items):
        found["heading_form"] = "run_in"
    if items:
        formed = Counter(re.sub(r"\d+", "{}", f.lead, count=1) for f in items)
        found["number_form"] = formed.most_common(1)[0][0]
    if subs:
        leads = Counter(_sub_form(f.lead) for f in subs)
        found["sub_item"] = leads.most_common(1)[0][0]
    else:
        found["sub_item"] = "none"
    return found


def _sub_form(lead: str) -> str:
    if re.match(r"[a-z][.)]", lead):
        return "letters"
    if re.match(r"\d+\.\d", lead):
        return "numbers"
    return "dash" if lead.strip() else "none"


def runs(framed: Sequence[Framed]) -> list[list[Framed]]:
    """The clauses gathered to decisions."""
    found: list[list[Framed]] = []
    going = False
    for f in framed:
        if f.draft.kind == "clause":
            if not going:
                found.append([])
            found[-1].append(f)
            going = True
        else:
            going = False
    return found


def _clauses(framed: Sequence[Framed]) -> dict[str, Any]:
    decisions = runs(framed)
    if not decisions:
        return {}
    every = [f for decision in decisions for f in decision]
    several = [decision for decision in decisions if len(decision) > 1]
    before = sum(decision[-1].lead.casefold().startswith("samt") for decision in several)
    behind = sum("samt" in decision[-2].tail for decision in several)
    neither = len(several) - before - behind
    best = max(before, behind, neither)
    samt = "none" if best == neither else "before_last" if best == before else "after_next_last"
    stop = clause_stop_of((f.end, position == len(d) - 1) for d in decisions for position, f in enumerate(d))
    return {
        "capital_att": sum(f.lead.startswith("Att") for f in every) * 2 > len(every),
        **({"samt": samt} if several else {}),
        "clause_stop": stop,
    }


def _text_date(framed: Sequence[Framed]) -> str:
    counts: Counter[str] = Counter()
    for f in framed:
        for date in dates.find(f.printed):
            words = f.printed[date.start : date.end]
            if date.precision != "day":
                continue
            if re.fullmatch(r"\d{6}", words):
                counts["compact"] += 1
            else:
                counts["long" if re.search(r"\d{4}", words) else "day_month"] += 1
    # A date without its year is read only near a meeting: here only its form counts.
    for f in framed:
        counts["day_month"] += len(
            re.findall(
                r"(?i)\b\d{1,2}\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*(?!\w|\s+\(?\d{4})", f.printed
            )
        )
        counts["slash"] += len(re.findall(r"\b\d{1,2}/\d{1,2}\b(?!/)", f.printed))
    total = sum(counts.values())
    if not total:
        return "long"
    form, most = counts.most_common(1)[0]
    return form if most >= total * 0.85 and form != "slash" else "mixed"


def _arrival(line: str) -> str:
    return (
        "before_organisation"
        if re.search(r"\)\s*,\s*[^\W\d]", line) and re.search(r"\([^)]*\d", line)
        else "after_organisation"
    )


def _signatures(drafts: Sequence[Draft]) -> dict[str, Any]:
    signs = [draft for draft in drafts if draft.kind == "signature"]
    if not signs:
        return {"signature_order": ()}
    order = tuple((s.parts.get("label") or s.parts.get("title") or s.parts["name"]).text for s in signs)
    labelled = [s for s in signs if "label" in s.parts]
    if not labelled:
        layout = "role_under"
    else:
        firsts = [s.parts["label"].at[0] for s in labelled]
        names = [s.parts["name"].at[0] for s in signs if "name" in s.parts]
        layout = "two_columns" if len(firsts) > 1 and names and max(firsts) < min(names) else "stacked"
    return {"signature_order": order, "signature_layout": layout}
