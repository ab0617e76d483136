"""What can be chosen in the one field: rows with what each does, and how well they answer to what is typed. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.aids.rows import Row

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Choice:
    """A row and what Enter does with it; `other` is what Ctrl+L does. A heading has neither."""

    row: Row
    deed: Deed | None = None
    other: Deed | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """An action as the field offers it: its words, its key's cap, an icon, and its deed."""

    words: str
    cap: str
    icon: str
    deed: Deed


Source = Callable[[str], Sequence[Choice]]
"""What is offered for the words that are typed."""


def group(title: str, choices: Iterable[Choice]) -> list[Choice]:
    """The choices under their heading; nothing when there are none."""
    found = list(choices)
    return [Choice(Row(title, heading=True)), *found] if found else []


def commands(typed: str, known: Sequence[Command], most: int = 7) -> list[Choice]:
    """The commands that answer to `typed`, best first, the letters that did in bold; the first ones when nothing is."""
    if not typed.strip():
        return [_choice(one, ()) for one in known[:most]]
    hits = [(points, place, one, spans) for place, one in enumerate(known) if (found := fits(typed, one.words))
            for points, spans in (found,)]  # fmt: skip
    hits.sort(key=lambda hit: (-hit[0], hit[1]))
    return [_choice(one, spans) for _, _, one, spans in hits[:most]]


def fits(typed: str, words: str) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """How well `words` answer to `typed`, and where: every typed word begins a word, or stands inside one."""
    points, spans, low = 0, [], words.casefold()
    for part in typed.casefold().split():
        starts = [at for at in range(len(low)) if low.startswith(part, at)]
        if not starts:
            return None
        first = next((at for at in starts if at == 0 or not low[at - 1].isalnum()), None)
        at = starts[0] if first is None else first
        points += 1 if first is None else 4 if first else 5
        spans.append((at, at + len(part)))
    return points, _apart(spans)


def _apart(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order, those that lie over an earlier one left out."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _choice(one: Command, spans: tuple[tuple[int, int], ...]) -> Choice:
    return Choice(Row(one.words, cap=one.cap, icon=one.icon, bold=spans), one.deed)
