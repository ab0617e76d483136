"""Links between minutes: what a decision builds on, and what it promises."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from model.record.ids import NodeId

LinkKind = Literal[
    "foljer_upp", "fortsatter", "verkstaller", "aterredovisar", "atertas_vid", "utgatt_till", "bordlagt_till",
    "aterremitterat", "andrar", "upphaver", "ersatter", "flyttar_mote", "planerar_mote", "citerar", "hanvisar",
    "foranleds_av", "bereder", "informerar", "uppdrag", "remiss_fran", "remissvar", "extern_handelse", "frist",
    "finansieras_av", "mottagare_upphor", "overlappar", "ror_samma_amne",
]  # fmt: skip
"""The twenty-seven relations of the domain, under their own Swedish names: they are codes in the file, not words on the
screen."""

Certainty = Literal["explicit", "inferred", "topical"]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from `source` to another meeting, item or clause; stored only when a person has accepted it.

    Exactly one of `target` (a global id, `p-…#t-…`) and `unresolved` (what the text says, e.g. `kdg@2015-08-28`) is
    set: a target that is not in the archive is shown as unresolved, never guessed.
    """

    id: NodeId
    source: NodeId
    kind: LinkKind
    target: str | None = None
    unresolved: str | None = None
    evidence: str | None = None
    certainty: Certainty = "explicit"
    accepted_by: str | None = None
    accepted_at: datetime | None = None
