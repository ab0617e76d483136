"""A draft's words parted from their frame: number or "samt att" before, "samt" and the closing mark after."""

import re
from dataclasses import dataclass

from model.intake.draft import Draft
from model.intake.repairs import Fix, Witness, mend
from model.intake.run import Run
from model.language import forms


@dataclass(slots=True)
class Framed:
    """The mended words of one block with what is printed round them; `start` is where the words begin in the line."""

    draft: Draft
    words: Run
    lead: str = ""
    tail: str = ""
    end: str = ""
    after: Run = Run()
    fixes: tuple[Fix, ...] = ()

    @property
    def printed(self) -> str:
        """The whole printed string."""
        after = f" {self.after.text}" if self.after.text else ""
        return f"{self.lead}{self.words.text}{self.tail}{self.end}{after}"


def frame(draft: Draft, witness: Witness) -> Framed:
    """`draft` mended and parted."""
    run, fixes = mend(draft.run.collapsed(), witness)
    lead = _lead(draft, run.text)
    framed = Framed(draft, run.cut(lead), run.text[:lead], fixes=tuple(fixes))
    if draft.kind == "clause":
        _part_clause(framed)
    elif draft.kind in {"item", "subitem"} and draft.run_in and framed.words.text.endswith((":", ".")):
        framed.words, framed.end = framed.words.cut(0, -1), framed.words.text[-1]
    return framed


def _lead(draft: Draft, text: str) -> int:
    if not draft.lead:
        return 0
    if draft.kind == "clause":
        match = forms.CLAUSE.match(text)
        if match:
            return match.end()
    bare = draft.run.cut(0, draft.lead).collapsed().text
    return min(len(bare) + (text[len(bare) : len(bare) + 1] == " "), len(text))


def _part_clause(framed: Framed) -> None:
    words = framed.words
    at = sentence_end(words.text)
    if at is not None:
        framed.after = words.cut(at).strip()
        words = words.cut(0, at).strip()
    text = words.text
    if text[-1:] in {".", ";", ","} and len(text) > 1 and not text.endswith("..."):
        framed.end = text[-1]
        words = words.cut(0, -1)
        if words.text != words.text.rstrip():
            framed.end = words.text[len(words.text.rstrip()) :] + framed.end
            words = words.strip()
    tail = forms.CLAUSE_TAIL.search(words.text)
    if tail and tail.start():
        framed.tail = words.text[tail.start() :]
        words = words.cut(0, tail.start())
    framed.words = words


def sentences(text: str) -> list[tuple[int, int]]:
    """The stretches of the whole sentences of `text`."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in forms.SENTENCE_END.finditer(text):
        if _ends(text[start : match.start()]):
            found.append((start, match.end()))
            start = match.end()
    return [*found, (start, len(text))]


def sentence_end(text: str) -> int | None:
    """The offset after the first whole sentence of `text` when another follows; brackets and shortenings do not end."""
    for match in forms.SENTENCE_END.finditer(text):
        if _ends(text[: match.start()]):
            return match.start() + 1
    return None


def _ends(before: str) -> bool:
    """True when a full stop after `before` ends a sentence: not in brackets, after a shortening or a short number."""
    if before.count("(") > before.count(")") or forms.SHORTENED.search(before[-12:]):
        return False
    return not (re.search(r"\d$", before) and len(before) < 4)
