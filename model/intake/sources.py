"""An old file read to a record: text and Markdown, whatever its encoding; one sentence's worth of error for the rest."""

from pathlib import Path

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

__all__ = ["Reading", "read_bytes", "read_file"]


def read_file(path: Path, ids: IdSource) -> Reading:
    """The record in `path`; raises an error of `model.errors`: what `decode` raises, or `IntakeError` for no minutes."""
    return read_bytes(read_whole(path, LARGEST), path, ids)


def read_bytes(data: bytes, path: Path, ids: IdSource) -> Reading:
    """The record in `data`, which came from `path`."""
    decoded = decode(data, path)
    page = lines.read(decoded.text)
    wide = layout.width(page.lines)
    markup = page.markup
    drafts = classify(page)
    if not _is_minutes(drafts):
        raise IntakeError(path)
    kind = _kind(page, markup, wide, path)
    source = Source(path.name, kind, fingerprint(data), decoded.encoding)
    return build(page, drafts, source, ids)


def _kind(page: Page, markup: int, wide: int, path: Path) -> str:
    if path.suffix.casefold() in {".md", ".markdown"} or markup > 4:
        return "markdown"
    scribble = any(entry.kind in {"signature", "scan"} and any(s.isalnum() for s in entry.text) for entry in page.noise)
    return "ocr" if wide and scribble else "text"


def _is_minutes(drafts: list[Draft]) -> bool:
    """Some sign of minutes: a title, a head row, a decision or numbered business."""
    kinds = {draft.kind for draft in drafts}
    return bool(kinds & {"title", "meeting", "present", "item", "decision"})
