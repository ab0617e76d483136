"""The minutes as text, printed by their own style profile or by the house's."""

from dataclasses import replace

from model.record.blocks import AsPrinted, Clause, Item, Row
from model.record.ids import APOLOGIES, GUESTS, MEETING_LINE, PRESENT
from model.record.minutes import Minutes
from model.record.printing import frames, headed, label, printed, title
from model.record.style import HOUSE


def to_text(minutes: Minutes, *, house: bool = False) -> str:
    """The minutes as lines; `house` prints them by the house profile, without what an old document did otherwise."""
    shown = in_house_form(minutes) if house else minutes
    lines = [title(shown), "", headed(label(shown, MEETING_LINE), shown.meeting.line)]
    for row in (PRESENT, APOLOGIES, GUESTS):
        people = shown.people(row)
        if people is not None:
            lines.append(headed(label(shown, row), people.line.plain))
    framed = frames(shown)
    for block in shown.blocks:
        frame = framed[block.id]
        if isinstance(block, Item):
            lines.append("")
        if frame.decision:
            lines += ["", frame.decision]
        elif not isinstance(block, (Clause, Row, Item)) and lines[-1]:
            lines.append("")
        lines.append(printed(block, frame))
    if shown.signatures:
        lines.append("")
    for sign in shown.signatures:
        lines += ["", *(part for part in (sign.label, sign.name, sign.title) if part)]
    return "\n".join(lines) + "\n"


def in_house_form(minutes: Minutes) -> Minutes:
    """`minutes` without the deviations of an old document, in the house profile. The wording is never touched."""
    blocks = tuple(
        replace(block, printed=_kept(block)) if isinstance(block, (Clause, Item)) else block for block in minutes.blocks
    )
    return replace(minutes, style=HOUSE, blocks=blocks, title=None if minutes.number else minutes.title)


def _kept(block: Clause | Item) -> AsPrinted | None:
    """A clause without "att" keeps its lead: there the missing word is wording, not form."""
    own = block.printed
    keeps = isinstance(block, Clause) and own is not None and own.lead is not None and "att" not in own.lead.lower()
    return AsPrinted(lead=own.lead) if keeps and own is not None else None
