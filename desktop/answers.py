"""The worker's answers turned into what the panes show."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from desktop import swedish
from desktop.panels.values import Find, MeetingLine, Promised
from desktop.pipe import Card, Cited, Earlier, Entry, Hit, Loaded, MeetingRow, Refreshed
from model.errors import MinutesError
from model.record.ids import NodeId

SURE = 0.85
"""The probability from which an earlier decision is *the* one that is built on (`model.index.suggest.SURE`)."""


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


def meeting_line(answer: object) -> MeetingLine | None:
    """One of them, or none."""
    return meeting_lines((answer,))[0] if answer is not None else None


def finds(answer: object, beside: Path | None = None) -> tuple[Find, ...]:
    """Hits of the search; those in the archive `beside` the user's own bear its name."""
    return tuple(
        Find(
            hit.minutes, hit.path, hit.short_name, hit.date, hit.node, hit.number, hit.heading, hit.snippet,
            hit.marked, item=hit.item, letter=hit.letter or "",
            outside=beside.name if beside is not None and hit.path.is_relative_to(beside) else "",
        )
        for hit in cast("Iterable[Hit]", answer)
    )  # fmt: skip


def earlier(answer: object) -> tuple[tuple[Find, ...], list[str]]:
    """Earlier decisions, and what there is to warn of that belongs to none of them.

    First what the item is linked to, then what it seems to build on.
    """
    made = cast("Earlier", answer)
    left = {w.other: swedish.said_again(w.kind, w.other, w.mine, w.theirs) for w in reversed(made.warnings)}
    shown = tuple(_earlier(card, _of_card(card, left)) for card in made.cards)
    return shown, list(left.values())


def _of_card(card: Card, left: dict[str, str]) -> str:
    """The warning that concerns this card; taken out of those that are left."""
    item = swedish.cited(card.short_name, card.number, card.letter or "")
    other = next((address for address in left if address == item or address.startswith(f"{item} p ")), None)
    return left.pop(other) if other else ""


def _earlier(card: Card, warning: str) -> Find:
    evidence = next((words[0] for why, words in card.reasons if why in {"meeting", "paragraph", "linked"}), "")
    sure = any(why in {"meeting", "paragraph"} for why, _ in card.reasons)
    faint = card.p < SURE and not card.linked and not sure
    places = [(place.kind, swedish.chip(place.short_name, place.number, place.letter or "")) for place in card.later]
    return Find(
        card.minutes, card.path, card.short_name, card.date, card.node, card.number, card.heading, card.text,
        card.marked, " · ".join(swedish.reason(*said) for said in card.reasons), card.item, card.letter or "",
        swedish.RESEMBLES if faint else swedish.relation(card.kind), card.kind, evidence,
        "explicit" if sure else "inferred", swedish.later(places), warning, faint=faint,
    )  # fmt: skip


def citations(answer: object) -> dict[NodeId, tuple[Cited, ...]]:
    """References by the block that they stand in."""
    return cast("dict[NodeId, tuple[Cited, ...]]", answer)


def entries(answer: object) -> tuple[Entry, ...]:
    """Rows of one of the archive's lists."""
    return cast("tuple[Entry, ...]", answer)


def counts(answer: object) -> tuple[int, int]:
    """How many promises are late, and how many unanswered."""
    return cast("tuple[int, int]", answer)


def promised(answer: object) -> tuple[Promised, ...]:
    """Promises, each with its words as the paper would print them."""
    return tuple(
        Promised(
            swedish.short_place(one.address), one.address, swedish.clause_words(one.address, one.words), one.heading,
            one.target, one.path, one.state, one.who, one.due, one.closed, one.settled,
        )
        for one in entries(answer)
    )  # fmt: skip


def unreadable_files(answer: object) -> tuple[tuple[Path, str], ...]:
    """Files that cannot be read, each with the reason in words."""
    return cast("tuple[tuple[Path, str], ...]", answer)


def refreshed(answer: object) -> tuple[int, int]:
    """How many files of the archive cannot be read, and how many are left to read."""
    made = cast("Refreshed", answer)
    return len(made.problems), made.left


def words_of(answer: object) -> tuple[str, ...]:
    """Words, as they come."""
    return cast("tuple[str, ...]", answer)


def import_result(answer: object) -> tuple[Path, int]:
    """Where the record of an imported file lies, and how many places of it were read with doubt."""
    path, unsure = cast("tuple[Path, tuple[object, ...]]", answer)
    return Path(path), len(unsure)


def exported(answer: object) -> tuple[Path, tuple[MinutesError, ...]]:
    """The Word file, and what there is to complain of all the same."""
    return cast("tuple[Path, tuple[MinutesError, ...]]", answer)


def export_path(answer: object) -> Path:
    """The Word file."""
    return Path(cast("Path", answer))
