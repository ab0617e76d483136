"""What is shown in grey after the caret, and written by Tab: one look-up for every key.

Codes and formulas lie in tables by their first letters; what the words themselves go on as is `foresight`. A key costs
microseconds however large the archive is. Pure: a text and a kind of block in, a ghost or None out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from model.language.autotext import Formula, Piece, Slot, pieces
from model.language.datewords import Rewrite
from model.language.foresight import Foresight, Where
from model.language.phrases import WORD, Learned, long_words, sentences
from model.language.slots import PLACE, filled
from model.language.vocabulary import COMMON
from model.language.whois import Known
from model.record.style import HOUSE, StyleProfile

GhostKind: TypeAlias = Literal["clause", "paragraph", "heading", "place", "people"]
KEY = 3
"""Letters that a table is looked up by: nothing is shown before them."""

SAVES, SAVES_IN_SLOT = 3, 6
"""Letters that a ghost must save, and in a slot, where what follows it is offered instead."""

BEGUN = 6
"""Letters of a formula that nobody has used here before it is offered."""

_COMMON = tuple(sorted(word for word in COMMON if len(word) >= WORD))
NAMED = 5
"""A person who can be named counts as one who has been named so often."""

DAY = "datum"
NEAR = 24
"""Letters before the caret in which a day may stand."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A formula being walked: the slot the caret stands in, what follows it, and where in the block it began."""

    slot: str
    rest: tuple[Piece, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Ghost:
    """What Tab would do: take `back` letters away and write `insert`; `shown` is what the eye sees after the caret.

    `rest` is what is left of a formula, beginning with a slot. After acceptance `pending` says where the walk stands.
    """

    shown: str
    insert: str
    back: int = 0
    rest: tuple[Piece, ...] = ()

    def accepted(self, before: str) -> tuple[str, "Pending | None"]:
        """The text before the caret after Tab, and the slot to fill in next, if there is one."""
        text = before[: len(before) - self.back] + self.insert
        slot, *rest = self.rest or ("",)
        return text, Pending(slot.name, tuple(rest), len(text)) if isinstance(slot, Slot) else None


class _Entry(NamedTuple):
    folded: str
    words: str
    rest: tuple[Piece, ...]


class Ghosts:
    """The tables. Made once when the minutes are opened and again when the roster changes: milliseconds."""

    def __init__(
        self, formulas: Iterable[Formula] = (), learned: Learned | None = None, people: Sequence[Known] = (),
        words: Iterable[str] = (), day: Callable[[str], Rewrite | None] | None = None, style: StyleProfile = HOUSE,
    ) -> None:  # fmt: skip
        own = learned or Learned()
        self._day, self._style = day, style
        self._told: set[str] = set()
        self._foresight = Foresight(own.corpus)
        self._codes: dict[tuple[str, str], Formula] = {}
        self._tables: dict[tuple[str, str], list[_Entry]] = {}
        for known in people:
            self._tell(known.name, NAMED)
            self._add("people", f"{known.name}, {known.organisation}" if known.organisation else known.name)
        for formula in formulas:
            self._codes.setdefault((formula.kind, formula.code.casefold()), formula)
            self._add(formula.kind, formula.words)
        for kind, usual in (("paragraph", own.openings), ("paragraph", own.closings), ("place", own.places)):
            for text in usual:
                self._add(kind, text)
        for word in (*own.organisations, *words, *_COMMON):
            self._tell(word)
        self._first = {"place": own.places[:1], "opening": own.openings[:1], "closing": own.closings[:1]}

    def hear(self, text: str) -> None:
        """Know the words of `text` from now on: called when the caret leaves a block, and at a blank within one.

        Of a sentence that is being written only the long words and the names are known.
        """
        *whole, last = sentences(text)
        for said in (*whole, *(long_words(last) if text.endswith(" ") else [last])):
            self._tell(said)

    def usual(self, what: Literal["place", "opening", "closing"]) -> Ghost | None:
        """The usual words for an empty place, first paragraph or last paragraph."""
        return next((Ghost(words, words) for words in self._first[what]), None)

    def ghost(self, before: str, kind: GhostKind, pending: Pending | None = None) -> Ghost | None:
        """What is shown when `before` is all that stands before the caret in a block of `kind`."""
        if pending is not None and len(before) >= pending.at:
            return self._in_slot(before, pending)
        code = self._codes.get((kind, before.strip().casefold()))
        if code is not None:
            return _written(pieces(code.words), len(before))
        if kind == "place" or kind == "people":  # noqa: PLR1714  # the type checker follows this
            return self._look(kind, before, KEY)
        sentence = before[before.rfind(". ") + 2 :] if kind == "paragraph" and ". " in before else before
        return self._dated(before) or self._foreseen(sentence, kind) or self._look(kind, sentence, BEGUN)

    def _in_slot(self, before: str, pending: Pending) -> Ghost | None:
        """The rest of what is being filled in; a day in the profile's form; else the words after the slot."""
        typed, following = before[pending.at :], _next(pending)
        if not typed.strip():
            return _joined(self.usual_in(pending), following) or following
        form = filled(pending.slot, typed, self._style)
        made = self._dated(before) if pending.slot == DAY else Ghost(f" → {form}", form, len(typed)) if form else None
        if made:
            return _joined(made, following)
        places = self._look("place", typed, KEY) if pending.slot == PLACE else None
        return _joined(places, following) or self._foreseen(typed, "paragraph", SAVES_IN_SLOT) or following

    def usual_in(self, pending: Pending) -> Ghost | None:
        """What usually stands in the slot, so that Tab may fill it in."""
        return self.usual("place") if pending.slot == PLACE else None

    def _dated(self, before: str) -> Ghost | None:
        """A day typed any way, in the profile's form."""
        near = before[-NEAR:]
        form = self._day(near) if self._day and near[-1:].isalnum() and any(map(str.isdigit, near)) else None
        return Ghost(f" → {form.words}", form.words, form.back) if form else None

    def _foreseen(self, sentence: str, where: Where, saves: int = SAVES) -> Ghost | None:
        """What the sentence is likely to go on as."""
        found = self._foresight.guess(sentence, where, saves) if sentence else None
        return _written(pieces(found.words), 0) if found else None

    def _look(self, table: str, typed: str, least: int) -> Ghost | None:
        """The first entry of a table that goes on so, from `least` letters on."""
        folded = typed.casefold()
        for entry in self._tables.get((table, folded[:KEY]), ()) if len(typed) >= least else ():
            if entry.folded.startswith(folded) and len(entry.folded) - len(folded) >= SAVES:
                return _ghost(entry, len(typed))
        return None

    def _tell(self, words: str, times: int = 1) -> None:
        if words not in self._told:
            self._told.add(words)
            self._foresight.hear(words, times=times)

    def _add(self, table: str, words: str) -> None:
        first, *rest = pieces(words) if "{" in words else (words,)
        if isinstance(first, str) and len(first) >= KEY + SAVES:
            entries = self._tables.setdefault((table, first[:KEY].casefold()), [])
            entries.append(_Entry(first.casefold(), first, tuple(rest)))


def _ghost(entry: _Entry, typed: int) -> Ghost:
    left = entry.words[typed:]
    return Ghost(left + _shown(entry.rest), left, rest=entry.rest)


def _written(all_pieces: Sequence[Piece], back: int) -> Ghost:
    first = all_pieces[0] if all_pieces and isinstance(all_pieces[0], str) else ""
    rest = tuple(all_pieces[1:] if first else all_pieces)
    return Ghost(first + _shown(rest), first, back, rest)


def _next(pending: Pending) -> Ghost | None:
    """The words after the slot that is being filled in."""
    first, *rest = pending.rest or ("",)
    if not isinstance(first, str) or not first:
        return None
    return Ghost(first + _shown(rest), first, rest=tuple(rest))


def _joined(ghost: Ghost | None, following: Ghost | None) -> Ghost | None:
    """The one and then the other, taken at once; nothing without the one that fills the slot."""
    if ghost is None or following is None:
        return ghost
    return Ghost(ghost.shown + following.shown, ghost.insert + following.insert, ghost.back, following.rest)


def _shown(rest: Sequence[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else f"‹{piece.name}›" for piece in rest)
