"""What running text says of its item: decisions inside a paragraph, what became of the item, who moved what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from model.intake.draft import Draft
from model.intake.pieces import sentences
from model.intake.run import Run
from model.language import forms
from model.record.blocks import ParagraphKind


def decided(drafts: Sequence[Draft]) -> list[Draft]:
    """`drafts` with decisions and kinds of paragraphs brought out of the text under each item."""
    result: list[Draft] = []
    item: Draft | None = None
    under: ParagraphKind = "text"
    for draft in drafts:
        if draft.kind in {"item", "subitem"}:
            item = draft
        under = _under(draft, under)
        if draft.kind != "paragraph" or item is None or draft.paragraph != "text" or draft.note:
            result.append(draft)
            continue
        status = forms.STATUS_SENTENCE.search(draft.run.text)
        said = forms.status_of(status["words"]) if status else None
        if said and item.status == "decided":
            item.status = said
        result.extend(replace(part, paragraph=under) if _is_plain(part) else part for part in _parted(draft))
    return _proposed(result)


def _proposed(drafts: list[Draft]) -> list[Draft]:
    """`drafts` where what was proposed for an item that is decided afterwards is text, and no decision."""
    later: list[Draft] = []
    for position, draft in enumerate(drafts):
        if draft.kind == "decision" and forms.PROPOSAL.search(draft.run.text):
            rest = takewhile(lambda other: other.kind not in {"item", "subitem"}, drafts[position + 1 :])
            if any(other.kind == "decision" and not forms.PROPOSAL.search(other.run.text) for other in rest):
                draft.kind = "paragraph"
        elif draft.kind == "clause" and later and later[-1].kind == "paragraph" and _follows_proposal(later):
            draft.kind, draft.lead, draft.note = "paragraph", 0, "proposed"
        later.append(draft)
    return later


def _follows_proposal(drafts: Sequence[Draft]) -> bool:
    """True when the last of `drafts` is a proposal's lead, or one of its points made text."""
    return bool(forms.PROPOSAL.search(drafts[-1].run.text) or drafts[-1].note == "proposed")


def _under(draft: Draft, before: ParagraphKind) -> ParagraphKind:
    """What a sub-heading says of the paragraphs from it on, until something else begins."""
    if draft.kind != "paragraph" or forms.DECISION_LINE.match(draft.run.text):
        return "text"
    return forms.subhead_of(draft.run.text) or before


def _is_plain(draft: Draft) -> bool:
    return draft.kind == "paragraph" and draft.paragraph == "text"


def _parted(draft: Draft) -> Iterator[Draft]:
    """The paragraph, or text, decision and text where a sentence of it decides something."""
    rest = Run()
    for start, end in sentences(draft.run.text):
        run = draft.run.cut(start, end)
        bullet = forms.BULLET.match(run.text.strip())
        at = bullet.end() if bullet else 0
        said = run.text.strip()[at:]
        match = forms.DECISION_ATT.match(said) or forms.DECISION_WITH.match(said)
        if not match:
            rest = rest + run
            continue
        if rest.text.strip():
            yield _kind(replace(draft, run=rest.strip()))
        rest, run = Run(), run.strip()
        yield Draft("decision", run.cut(0, at + match.end("lead")).strip(), draft.line, 80)
        words = run.cut(at + match.start("words")).strip()
        clause = forms.CLAUSE.match(words.text)
        yield Draft("clause", words, draft.line, 80, lead=clause.end() if clause else 0)
    if rest.text.strip():
        yield _kind(replace(draft, run=rest.strip()))


def _kind(draft: Draft) -> Draft:
    return replace(draft, paragraph=forms.paragraph_kind(draft.run.text))
