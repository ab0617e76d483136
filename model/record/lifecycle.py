"""The management of minutes (förvaltning): all that may change without touching what was approved."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from model.record.ids import NodeId
from model.record.links import Link

Status = Literal["draft", "with_chair", "adjusting", "adjusted", "dispatched", "archived"]
"""utkast · hos-ordförande · justering · justerat · expedierat · arkiverat"""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a node's words stand in the source: code points `start`–`end` (exclusive) of the decoded file.

    `text` is the source's wording where it differs from what is printed by more than white space. `reading` is the
    class that intake gave the line, `certainty` 0–100 how sure it was; both serve the person who checks the import.
    """

    node: str
    start: int
    end: int
    text: str | None = None
    page: int | None = None
    reading: str | None = None
    certainty: int | None = None


NoiseKind = Literal["signature", "scan", "page_head", "markup"]


@dataclass(frozen=True, slots=True)
class Noise:
    """Visible characters of the source that are nobody's words: scribble, page heads, markup."""

    start: int
    end: int
    kind: NoiseKind
    text: str
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An imported file: name, kind, SHA-256 and encoding; each visible character lies in one span or noise entry."""

    file: str
    kind: Literal["text", "markdown", "ocr", "docx", "pdf"]
    sha256: str
    encoding: str | None = None
    spans: tuple[Span, ...] = ()
    noise: tuple[Noise, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """A reversible emendation: in the printed string of `node`, `after` stands at `at` where the source has `before`.

    Only scanning and conversion noise may be `applied`; a slip of the author's is never repaired, only `proposed`.
    """

    id: NodeId
    node: NodeId
    at: int
    before: str
    after: str
    kind: Literal["ocr", "conversion", "slip", "style"]
    status: Literal["applied", "proposed", "refused"]
    by: str | None = None
    when: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding, or a rejected link suggestion, that somebody has said not to show again."""

    rule: str
    by: str
    when: datetime
    node: NodeId | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A note to whoever works with the minutes; never printed."""

    text: str
    node: NodeId | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to the minutes, for the log."""

    when: datetime
    kind: str
    by: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A named version: number, time, the hash of the content it names."""

    number: int
    when: datetime
    sha256: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One round of adjustment: to whom which version was sent, and what came back."""

    number: int
    to: tuple[str, ...]
    sent: datetime
    version: int
    sent_sha256: str
    reply_by: date | None = None
    received: datetime | None = None
    received_sha256: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Justering: who adjusts, by when, when it was done, and its rounds."""

    adjusters: tuple[str, ...] = ()
    by: date | None = None
    adjusted: date | None = None
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispatch:
    """The minutes, or an extract, sent to somebody."""

    kind: Literal["minutes", "extract", "notice"]
    when: datetime
    channel: Literal["email", "file", "registry"]
    to: str
    version: int | None = None
    file: str | None = None
    sha256: str | None = None
    items: tuple[NodeId, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """Rättelse after adjustment: always visible, and the approved words stay (JO 581-2013, FL 36 §)."""

    id: NodeId
    node: NodeId
    when: date
    by: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal: the hash of the content's canonical form and of its printed lines, naming the seal before it."""

    number: int
    value: str
    text: str
    reason: Literal["adjusted", "imported", "interpretation", "migration"]
    when: datetime
    by: str
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Everything of the above that one set of minutes has."""

    status: Status = "draft"
    since: datetime | None = None
    sources: tuple[Source, ...] = ()
    repairs: tuple[Repair, ...] = ()
    links: tuple[Link, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    remarks: tuple[Remark, ...] = ()
    versions: tuple[Version, ...] = ()
    adjustment: Adjustment | None = None
    dispatches: tuple[Dispatch, ...] = ()
    corrections: tuple[Correction, ...] = ()
    events: tuple[Event, ...] = ()
    seals: tuple[Seal, ...] = ()

    @property
    def is_sealed(self) -> bool:
        """True when the content has been approved and may only be corrected visibly."""
        return self.status in {"adjusted", "dispatched", "archived"}
