"""What the classifier says of each stretch of the source, before it becomes a record."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from model.intake.run import Run
from model.record.blocks import ItemStatus, ParagraphKind

DraftKind: TypeAlias = Literal[
    "date", "letterhead", "title", "meeting", "present", "apologies", "guests", "item", "subitem", "paragraph",
    "decision", "clause", "row", "signature",
]  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A stretch of the source and its class; `certainty` 0–100 is how sure the classifier is.

    `run` is the printed words; `lead` characters of it are frame (number, "samt att "), `end` is where the words stop
    and tail, closing mark or run-in text begin. `label` is a head row's label or a decision's lead line.
    """

    kind: DraftKind
    run: Run
    line: int
    certainty: int = 90
    label: Run | None = None
    lead: int = 0
    end: int | None = None
    number: int | None = None
    form: str = ""
    run_in: bool = False
    paragraph: ParagraphKind = "text"
    status: ItemStatus = "decided"
    cells: list[Run] = field(default_factory=list)
    parts: dict[str, Run] = field(default_factory=dict)
    role: str = ""
    note: str = ""
