"""Which four or five keys matter here: a pure function from where the caret is to key caps and words."""

from dataclasses import dataclass
from typing import Literal

from desktop import swedish
from desktop.actions import cap

Where = Literal[
    "start", "search", "earlier", "reader", "title", "header", "item", "subitem", "paragraph", "clause", "row",
    "reading", "roster", "people",
]  # fmt: skip

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Where the caret is; `empty` when its block has no words; `cards` when there is something to link."""

    where: Where
    empty: bool = False
    cards: bool = False


def hints(context: Context) -> Pairs:
    """The keys for `context`, the most useful first; the last one always leads to all of them."""
    all_keys = (cap("keys"), swedish.KEY_ALL_KEYS)
    link = ((cap("link"), swedish.KEY_LINK),) if context.cards else ()
    item = (cap("new_item"), swedish.KEY_NEW_ITEM)
    back = ("Shift Tab", swedish.KEY_BACK)
    move = ("Alt Shift ↑↓", swedish.KEY_MOVE)
    found: dict[Where, Pairs] = {
        "start": (("← → ↑ ↓", swedish.PICK), ("Enter", swedish.OPEN), (cap("search"), swedish.KEY_SEARCH)),
        "reading": ((cap("search"), swedish.KEY_SEARCH),),
        "search": (
            ("↑↓", swedish.PICK), ("Enter", swedish.OPEN), (swedish.FILTERS, swedish.FILTER),
            ("Esc", swedish.BACK_TO_TEXT),
        ),
        "earlier": (("↑↓", swedish.PICK), *link, ("Enter", swedish.READ), ("Esc", swedish.BACK_TO_TEXT)),
        "reader": (
            (cap("link"), swedish.KEY_LINK), (cap("copy_quote"), swedish.KEY_COPY_QUOTE), ("Esc", swedish.BACK_TO_TEXT),
        ),
        "title": (("Tab", swedish.KEY_NEXT_FIELD), item),
        "header": (
            ("Tab", swedish.KEY_NEXT_FIELD), ("@", swedish.KEY_PERSON), (cap("roster"), swedish.KEY_ROSTER), item,
        ),
        "item": (("Enter", swedish.KEY_BODY_TEXT), *link, move, ("Ctrl ↑↓", swedish.KEY_BROWSE)),
        "subitem": (("Enter", swedish.KEY_BODY_TEXT), back, item),
        "paragraph": (
            ("Enter", swedish.KEY_NEW_PARAGRAPH), (swedish.ON_EMPTY_LINE, swedish.KEY_DECISION), *link, item,
        ),
        "clause": (("Enter", swedish.KEY_NEW_CLAUSE), (swedish.ON_EMPTY_LINE, swedish.KEY_NEW_ITEM), *link, move),
        "row": (("Tab", swedish.KEY_NEXT_CELL), ("Enter", swedish.KEY_NEW_ROW), back),
        "roster": (
            (swedish.KEY_NAMES["Space"], swedish.KEY_HERE), ("T", swedish.KEY_ARRIVED), ("L", swedish.KEY_LEFT),
            move, ("Enter", swedish.KEY_DONE),
        ),
        "people": (
            ("Enter", swedish.KEY_CHOOSE), ("↑↓", swedish.KEY_BROWSE), ("Tab", swedish.KEY_WITH_ORGANISATION),
            ("Esc", swedish.KEY_CLOSE),
        ),
    }  # fmt: skip
    if context.empty and context.where == "paragraph":
        return (("Enter", swedish.KEY_DECISION), *link, item, all_keys)
    if context.empty and context.where == "clause":
        return (("Enter", swedish.KEY_NEW_ITEM), back, *link, all_keys)
    return (*found[context.where], all_keys)
