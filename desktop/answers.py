"""The worker's answers turned into what the panes show."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from desktop.panels.values import Find, MeetingLine
from desktop.pipe import Hit, Loaded, MeetingRow


def loaded(answer: object) -> Loaded:
    """The record that was read, with the hash of its file."""
    return cast("Loaded", answer)


def placed(answer: object) -> tuple[Path, str]:
    """Where new minutes were put, and the hash of the file."""
    path, sha256 = cast("tuple[Path, str]", answer)
    return Path(path), sha256


def meeting_lines(answer: object) -> tuple[MeetingLine, ...]:
    """The archive's meetings."""
    return tuple(
        MeetingLine(row.id, row.path, row.short_name, row.year, row.date, row.body, row.status)
        for row in cast("Iterable[MeetingRow]", answer)
    )


def finds(answer: object) -> tuple[Find, ...]:
    """Hits of the search, or earlier decisions."""
    return tuple(
        Find(
            hit.minutes, hit.path, hit.short_name, hit.date, hit.node, hit.number, hit.heading, hit.snippet, hit.marked
        )
        for hit in cast("Iterable[Hit]", answer)
    )


def import_result(answer: object) -> tuple[Path, int]:
    """Where the record of an imported file lies, and how many places of it were read with doubt."""
    path, unsure = cast("tuple[Path, tuple[object, ...]]", answer)
    return Path(path), len(unsure)


def export_path(answer: object) -> Path:
    """The Word file."""
    return Path(cast("Path", answer))
