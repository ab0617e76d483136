"""Each line named: a state machine over the lines, with a certainty for every answer."""

import re
from collections import Counter

from model.intake import head, items, layout, prose, signatures
from model.intake.draft import Draft
from model.intake.lines import Line, Page, hide_run
from model.intake.run import Run
from model.language import amounts, forms
from model.record.lifecycle import NoiseKind

_SCRIBBLE = re.compile(r"[~|^\\{}<>]")
_SHORT_HEADING = 90


def classify(page: Page) -> list[Draft]:
    """The drafts of `page` in order; every visible character is in one of them or in `page.noise`."""
    page.lines = _without_page_heads(page, page.lines)
    page.lines = [line for line in page.lines if not _is_noise(page, line)]
    page.lines = head.columns(page)
    return _Classifier(page).run()


def _without_page_heads(page: Page, lines: list[Line]) -> list[Line]:
    """The lines without what each page repeats after the foot of the one before, and without page numbers there."""
    times = Counter(line.text for line in lines)
    kept: list[Line] = []
    after_foot = False
    for line in lines:
        repeats = times[line.text] > 2 and not (line.heading or forms.DECISION_LINE.match(line.text))
        if after_foot and (repeats or line.text.isdigit()) and not forms.PAGE_FOOT.match(line.text):
            hide_run(page, line.run, "page_head")
            continue
        after_foot = bool(forms.PAGE_FOOT.match(line.text))
        kept.append(line)
    return kept


def _is_noise(page: Page, line: Line) -> bool:
    """Scribble, page numbers: put down as noise and left out."""
    text = line.text
    letters = sum(sign.isalpha() for sign in text)
    kind: NoiseKind | None = None
    if forms.PAGE_HEAD.match(text) or all(forms.FORM.match(cell.text) for cell in layout.cells(line.run)):
        kind = "page_head"
    elif not any(sign.isalnum() for sign in text):
        kind = None if text in {"-", "–", "—"} else "scan"
    elif (
        len(text) <= 14
        and not any(sign.isdigit() for sign in text)
        and (letters < len(text) * 0.35 or _SCRIBBLE.search(text))
    ):
        kind = "signature"
    if kind is None:
        return False
    hide_run(page, line.run, kind)
    return True


class _Classifier:
    """The state: what has been read, whether a decision is open, and where items and signatures begin."""

    def __init__(self, page: Page) -> None:
        self.page, self.lines = page, page.lines
        self.wrap = layout.width(page.lines)
        self.starts = items.find(page.lines)
        self.end = signatures.start(page.lines, max(self.starts, default=-1))
        self.drafts: list[Draft] = []
        self.deciding = False
        self.bare = False
        self.has_subitems = False
        self.level = max((page.lines[i].heading for i, start in self.starts.items() if not start.form), default=0)

    def run(self) -> list[Draft]:
        first = min((*self.starts, self.end, self._first_decision()))
        position = head.read(self.page, first, self.wrap, self.drafts)
        while position < self.end:
            position = self._step(position)
        drafts = prose.decided(self.drafts)
        signatures.read(self.page, self.lines[self.end :], drafts)
        return drafts

    def _first_decision(self) -> int:
        return next(
            (i for i, line in enumerate(self.lines) if forms.DECISION_LINE.match(line.text) and not line.heading),
            len(self.lines),
        )

    def _step(self, i: int) -> int:
        """Read what begins at line `i`; the index of the line after it."""
        line = self.lines[i]
        if i in self.starts:
            return self._item(i)
        if self._decision(line):
            return i + 1
        for read in (self._clause, self._case, self._row, self._subitem, self._closing, self._status):
            if read(i):
                return i + 1
        if self._joins(i):
            return i + 1
        self._paragraph(line.run, line)
        return i + 1

    def _item(self, i: int) -> int:
        line, start = self.lines[i], self.starts[i]
        self.deciding, self.has_subitems, after = False, False, i + 1
        run, end, case = line.run, start.end, Run()
        if start.empty and start.end > start.lead:
            case, run = run.cut(start.lead), run.cut(0, start.lead)
            run = run.cut(0, len(run.text.rstrip()))
            end = len(run)
        if (
            start.empty
            and after < self.end
            and after not in self.starts
            and not forms.LABEL.match(self.lines[after].run.text)
        ):
            run = layout.continued(run, self.lines[after].run)
            end, after = len(run), after + 1
        while after < self.end and end == len(run) < layout.FULL and (self._wraps(after) or self._goes_on(run, after)):
            run = layout.continued(run, self.lines[after].run)
            end, after = len(run), after + 1
        begun = re.search(r"[^\W_]|§", run.text)
        cut = begun.start() if begun and start.lead else 0
        hide_run(self.page, run.cut(0, cut), "markup")
        heading = run.cut(cut, end).strip()
        lead = min(start.lead, len(line.run.cut(0, start.lead).text.rstrip()) + 1) - cut
        draft = Draft("item", heading, line.number, start.certainty, lead=lead, number=start.number, form=start.form)
        draft.run_in = end < len(run) or heading.text.endswith(":")
        self.drafts.append(draft)
        if case.text.strip():
            self._paragraph(case, line)
            self.drafts[-1].note = "case"
        if end < len(run):
            self._paragraph(run.cut(end).strip(), line)
        return after

    def _wraps(self, i: int) -> bool:
        line = self.lines[i]
        return (
            i not in self.starts and not self._structural(line) and layout.continues(self.lines[i - 1], line, self.wrap)
        )

    def _goes_on(self, run: Run, i: int) -> bool:
        """A heading that Markdown has as two ("Avtal om skola och"), or a long one that goes on in small letters."""
        line, before = self.lines[i], self.lines[i - 1]
        if i in self.starts or not line.text[:1].islower() or line.text.startswith(("o ", "att ")):
            return False
        if 0 < line.heading == before.heading and forms.OPEN_END.search(run.text):
            return True
        return len(run) > _SHORT_HEADING / 2 and not line.gap and not self._structural(line) and run.text[-1].isalnum()

    def _structural(self, line: Line) -> bool:
        text = line.text
        return bool(
            forms.DECISION_LINE.match(text)
            or forms.DECISION_WITH.match(text)
            or forms.DECISION_OPEN.match(text)
            or forms.BULLET.match(text)
            or forms.LISTED.match(text)
            or (self.deciding and forms.CLAUSE.match(text))
            or line.heading
        )

    def _decision(self, line: Line) -> bool:
        """A lead line, or a lead with its clause on the same line."""
        text = line.run.text
        if forms.DECISION_LINE.match(line.text) or forms.DECISION_OPEN.match(line.text):
            self.deciding, self.bare = True, True
            self._lead(line.run.strip(), line, 95)
            return True
        match = forms.DECISION_WITH.match(text) or forms.DECISION_ATT.match(text)
        if not match:
            return False
        if forms.DECISION_ATT.match(text) and forms.DECIDED.search(match["lead"]) and self.deciding:
            return False
        self._lead(line.run.cut(*match.span("lead")).strip(), line, 85)
        self.deciding, self.bare = True, False
        self._add_clause(line.run.cut(match.start("words")).strip(), line, 80)
        return True

    def _lead(self, run: Run, line: Line, certainty: int) -> None:
        """A decision's lead; a label right above it ("Nämndens beslut") leads nothing and is a line."""
        if self.drafts and self.drafts[-1].kind == "decision":
            self.drafts[-1].kind = "paragraph"
        self.drafts.append(Draft("decision", run, line.number, certainty))

    def _clause(self, i: int) -> bool:
        line = self.lines[i]
        if not self.deciding:
            return False
        last = self.drafts[-1]
        run = line.run.strip()
        match = forms.CLAUSE.match(run.text)
        if match and not self._runs_on(i):
            self.bare = False
            self._add_clause(run, line, 95)
            return True
        if (last.kind == "clause" and len(last.run) < layout.FULL) and (
            layout.continues(self.lines[i - 1], line, self.wrap) or layout.broken(last.run.text, line)
        ):
            last.run = layout.continued(last.run, run)
            return True
        bullet = forms.BULLET.match(run.text) or forms.LISTED.match(run.text)
        if bullet and (last.kind == "decision" or self.bare):
            self._add_clause(run, line, 80, lead=bullet.end())
            return True
        if last.kind == "decision":
            self._add_clause(run, line, 70)
            return True
        if self.bare and last.kind == "clause" and not line.gap and last.run.text.endswith((",", "samt", "och")):
            self._add_clause(run, line, 65)
            return True
        return False

    def _runs_on(self, i: int) -> bool:
        """A wrapped line may begin with "att": only if it would not have fitted on the line before."""
        last, line = self.drafts[-1], self.lines[i]
        if last.kind != "clause" or line.gap or not self.wrap:
            return False
        before = self.lines[i - 1].text
        return (
            len(before) + 4 > self.wrap.narrow
            and bool(re.search(r"(?:\b\w{1,4}|,)$", before))
            and not before.endswith("samt")
        )

    def _add_clause(self, run: Run, line: Line, certainty: int, lead: int | None = None) -> None:
        match = forms.CLAUSE.match(run.text)
        taken = match.end() if match else 0
        self.drafts.append(Draft("clause", run, line.number, certainty, lead=taken if lead is None else lead))

    def _case(self, i: int) -> bool:
        """The case's number on a line of its own, right under the heading."""
        line = self.lines[i]
        if not self.drafts or self.drafts[-1].kind not in {"item", "subitem"} or not forms.CASE_NUMBER.match(line.text):
            return False
        self._paragraph(line.run, line)
        self.drafts[-1].note = "case"
        return True

    def _row(self, i: int) -> bool:
        line = self.lines[i]
        found = layout.cells(line.run)
        after_row = bool(self.drafts) and self.drafts[-1].kind == "row"
        if len(found) < 2:
            return False
        numeric = amounts.find(found[-1].text) or re.fullmatch(r"[\d ,.%–-]+", found[-1].text)
        short = all(len(cell.text) < 60 for cell in found)
        if not (line.table or (numeric and short) or (after_row and short and "\t" in line.run.text)):
            return False
        self.deciding = False
        self.drafts.append(Draft("row", line.run, line.number, 90 if numeric else 75, cells=found))
        return True

    def _subitem(self, i: int) -> bool:
        line = self.lines[i]
        text = line.run.text
        if not any(draft.kind == "item" for draft in self.drafts):
            return False
        marked = forms.BULLET.match(text) or forms.SUB_NUMBER.match(text) or forms.LETTERED.match(text)
        if marked and (self.has_subitems or marked.groupdict().get("letter", "a") in {"a", "A"}):
            return self._marked_subitem(i, marked)
        after = self.lines[i + 1] if i + 1 < self.end else None
        below = self.level and line.heading == self.level + 1 and forms.subhead_of(text) is None
        if below and after and not after.heading:
            self._begin_subitem(line.run.strip(), line, 75)
            return True
        follows = bool(self.drafts) and self.drafts[-1].kind == "clause" and line.gap > 0
        plain = len(text) < _SHORT_HEADING and text[:1].isupper() and not text.endswith((".", "!", "?", ":", ","))
        if not (self.has_subitems and follows and plain and after and not after.gap and i + 1 not in self.starts):
            return False
        self._begin_subitem(line.run.strip(), line, 60)
        return True

    def _marked_subitem(self, i: int, marked: re.Match[str]) -> bool:
        line, last = self.lines[i], self.drafts[-1]
        if last.kind == "paragraph" and not line.gap and forms.BULLET.match(last.run.text):
            return False
        end = items.heading_end(line, marked.end())
        run_in = bool(end < len(line.run) and line.ends)
        after = self.lines[i + 1] if i + 1 < len(self.lines) else None
        words = line.run.text[marked.end() : end]
        if not run_in:
            end = len(line.run)
            ends = (
                (".", ";", ",")
                if not marked.groupdict().get("above") or len(words) > _SHORT_HEADING / 2
                else (";", ",")
            )
            if len(words) > 120 or words.rstrip().endswith(ends) or forms.CLAUSE.match(words):
                return False
            nothing = after is None or i + 1 in self.starts or i + 1 >= self.end
            if nothing or (after and (forms.BULLET.match(after.run.text) or forms.LISTED.match(after.run.text))):
                return False
        self._begin_subitem(line.run.cut(0, end).strip(), line, 85, lead=marked.end(), run_in=run_in)
        if end < len(line.run):
            self._paragraph(line.run.cut(end).strip(), line)
        return True

    def _begin_subitem(self, run: Run, line: Line, certainty: int, lead: int = 0, *, run_in: bool = False) -> None:
        self.deciding, self.has_subitems = False, True
        self.drafts.append(Draft("subitem", run, line.number, certainty, lead=lead, run_in=run_in))

    def _closing(self, i: int) -> bool:
        line = self.lines[i]
        if not forms.CLOSING.match(line.text) or any(j > i for j in self.starts):
            return False
        self._paragraph(line.run, line)
        self.drafts[-1].paragraph = "closing"
        return True

    def _status(self, i: int) -> bool:
        line = self.lines[i]
        if not self.drafts or self.drafts[-1].kind not in {"item", "subitem"} or self.drafts[-1].run_in:
            return False
        status = forms.status_of(line.text)
        if status is None:
            return False
        self.drafts[-1].status = status
        self._paragraph(line.run, line)
        self.drafts[-1].paragraph = "status"
        return True

    def _joins(self, i: int) -> bool:
        """True when the line is the rest of the paragraph before it."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind != "paragraph" or last.note or len(last.run) >= layout.FULL:
            return False
        if self._structural(self.lines[i]):
            return False
        line = self.lines[i]
        before = self.lines[i - 1]
        sure = layout.continues(before, line, self.wrap) or layout.broken(last.run.text, line)
        if not sure and not layout.seems_to_continue(before, line):
            return False
        last.run = layout.continued(last.run, line.run)
        last.certainty = last.certainty if sure else 70
        return True

    def _paragraph(self, run: Run, line: Line) -> None:
        self.deciding = False
        self.drafts.append(Draft("paragraph", run.strip(), line.number, 85))
