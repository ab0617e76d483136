"""Which relation an item has to the earlier one it builds on, as far as its own words tell."""

import re

from model.record.links import LinkKind

_CUES: tuple[tuple[str, LinkKind], ...] = (
    (r"\bupphäv\w*", "upphaver"),
    (r"\bersätter\b|\bersätts?\s+(?:av|tidigare)\b|\bi\s+stället\s+för\s+(?:det\s+)?tidigare\b", "ersatter"),
    (r"\bändra\w*\s+(?:\w+\s+){0,3}?beslut\w*|\brevider\w+\s+(?:\w+\s+){0,2}?beslut\w*", "andrar"),
    (r"\bverkställ(?:er|s|t|ts|as|ighet\w*)\b|\bhar\s+genomförts\b.*\buppdrag", "verkstaller"),
    (r"\båter(?:redovis|rapport)\w*|\bslutredovis\w*|\bslutrapport\w*|\bdelrapport\w*|\bavrapport\w*", "aterredovisar"),
    (r"\buppfölj\w*|\bfölj(?:a|as|s|er|des|t|ts)\s+upp\b", "foljer_upp"),
    (r"\bredovis\w*\s+(?:av\s+)?uppdrag\w*|\benligt\s+uppdrag\b", "aterredovisar"),
)
QUOTED = 8
"""So many words in a row that are the earlier decision's are a quotation."""


def relation(heading: str, text: str, earlier: str, *, promised: bool, named: bool) -> LinkKind:
    """The likely kind: what the words say, then what was promised for today, a quotation, else the same matter.

    `earlier` is the wording of the earlier decision; `promised` says that it was to come back today, `named` that the
    new text names its meeting.
    """
    said = _cue(heading)
    if said or promised:
        return said or "foljer_upp"
    if named and quotes(text, earlier):
        return "citerar"
    return (_cue(text) if named else None) or "fortsatter"


def _cue(words: str) -> LinkKind | None:
    return next((kind for pattern, kind in _CUES if re.search(pattern, words, re.IGNORECASE)), None)


def quotes(text: str, earlier: str) -> bool:
    """True when `text` restates `QUOTED` words of `earlier` in a row."""
    mine, yours = _words(text), _words(earlier)
    runs = {tuple(yours[at : at + QUOTED]) for at in range(len(yours) - QUOTED + 1)}
    return any(tuple(mine[at : at + QUOTED]) in runs for at in range(len(mine) - QUOTED + 1))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
