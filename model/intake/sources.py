"""An old file read to a record: text and Markdown, whatever its encoding; an error of `model.errors` for the rest."""

from pathlib import Path
from typing import Literal, TypeAlias

from model.disk import fingerprint, read_whole
from model.errors import IntakeError
from model.intake import layout, lines
from model.intake.build import Reading, build
from model.intake.classify import classify
from model.intake.decode import LARGEST, decode
from model.intake.draft import Draft
from model.intake.lines import Page
from model.record.ids import IdSource
from model.record.lifecycle import Source

SourceKind: TypeAlias = Literal["text", "markdown", "ocr"]

__all__ = ["Reading", "read_bytes", "read_file"]


def read_file(path: Path, ids: IdSource) -> Reading:
    """The record in `path`; raises what `decode` raises, or `IntakeError` for a text that is no minutes."""
    return read_bytes(read_whole(path, LARGEST), path, ids)


def read_bytes(data: bytes, path: Path, ids: IdSource) -> Reading:
    """The record in `data`, which came from `path`."""
    decoded = decode(data, path)
    page = lines.read(decoded.text)
    wrapped = bool(layout.width(page.lines))
    markup = page.markup
    drafts = classify(page)
    if not _is_minutes(drafts):
        raise IntakeError(path)
    kind = _kind(page, markup, wrapped, path)
    source = Source(path.name, kind, fingerprint(data), decoded.encoding)
    return build(page, drafts, source, ids)


def _kind(page: Page, markup: int, wrapped: bool, path: Path) -> SourceKind:
    if path.suffix.casefold() in {".md", ".markdown"} or markup > 4:
        return "markdown"
    scribble = any(entry.kind in {"signature", "scan"} and any(s.isalnum() for s in entry.text) for entry in page.noise)
    return "ocr" if wrapped and scribble else "text"


def _is_minutes(drafts: list[Draft]) -> bool:
    """Some sign of minutes: a title, a head row, a decision or numbered business."""
    kinds = {draft.kind for draft in drafts}
    return bool(kinds & {"title", "meeting", "present", "item", "decision"})
