"""The proof that nothing was lost: every visible character of the source in exactly one span or noise entry."""

from model.intake.run import Run
from model.record.lifecycle import Noise, Source, Span


class LostCharactersError(AssertionError):
    """A visible character of the source is nobody's, or somebody's twice; a fault of the program, never of the file."""


def unaccounted(text: str, source: Source) -> tuple[list[int], list[int]]:
    """The visible places of `text` that no span or noise covers, and those that more than one covers."""
    covers = [0] * (len(text) + 1)
    entries: list[Span | Noise] = [*source.spans, *source.noise]
    for entry in entries:
        for place in range(max(0, entry.start), min(len(text), entry.end)):
            covers[place] += 1
    visible = [place for place, sign in enumerate(text) if not sign.isspace()]
    return [p for p in visible if covers[p] == 0], [p for p in visible if covers[p] > 1]


def check(text: str, source: Source) -> None:
    """Raise `LostCharactersError` unless every visible character is accounted for once."""
    lost, doubled = unaccounted(text, source)
    if lost or doubled:
        raise LostCharactersError(f"{len(lost)} lost, {len(doubled)} twice, first at {(lost or doubled)[0]}")


def spans(text: str, node: str, run: Run, reading: str, certainty: int, changed: bool = False) -> list[Span]:
    """The stretches of the source that `run` takes up; where other characters stand between, there are several."""
    places = sorted(set(run.places))
    result: list[Span] = []
    begin = last = -1
    for place in [*places, None]:
        if place is not None and last >= 0 and not text[last + 1 : place].strip():
            last = place
            continue
        if last >= 0:
            words = " ".join(text[begin : last + 1].split()) if changed else None
            result.append(Span(node, begin, last + 1, words, reading=reading, certainty=certainty))
        if place is not None:
            begin = last = place
    return result
