"""What a rule says: its code, the place, the words there, and how much it matters."""

from dataclasses import dataclass
from typing import Literal

from model.record.ids import NodeId

Level = Literal["error", "warning", "info", "style"]
"""An error stands in the way of approval; the others never stand in the way of anything."""

LEVELS: dict[str, Level] = {
    "no-number": "error", "no-date": "error", "no-present": "error", "empty-heading": "error", "empty-clause": "error",
    "target-missing": "error", "number-gap": "error", "unsigned-place": "error", "twice": "error",
    "speaker-unlisted": "error", "weekday": "error", "deadline-passed": "error", "sum": "error", "place-name": "error",
    "broken-date": "error", "slot-left": "error",
    "no-decision": "warning", "member-missing": "warning", "absent-named": "warning",
    "deadline-closed": "warning", "nobody-responsible": "warning", "typed-att": "warning",
    "no-chair": "info", "no-opening": "info", "no-closing": "info", "guest-unnamed": "info", "year-missing": "info",
    "first-name": "info",
    "no-deadline": "info", "meeting-closed": "info", "stay-outside": "info", "count-missing": "info",
    "member-twice": "info",
    "lead-varies": "style", "empty-list": "style", "samt": "style", "stop-before": "style", "stop-missing": "style",
    "capital-att": "style", "straight-quote": "style", "hyphen-range": "style", "amount-blank": "style",
    "double-blank": "style", "clock-form": "style", "blank-before-mark": "style", "apostrophe": "style",
}  # fmt: skip
"""How much each rule matters."""

ORDER: tuple[Level, ...] = ("error", "warning", "info", "style")


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired: in the words of `node` from `start` to `end` (code points; 0–0 is the whole node).

    `words` is what it is about: a name, an organisation, the weekday that it should be.
    """

    rule: str
    node: NodeId
    words: str = ""
    start: int = 0
    end: int = 0

    @property
    def level(self) -> Level:
        """How much it matters."""
        return LEVELS[self.rule]
