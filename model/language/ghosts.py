"""What is shown in grey after the caret, and written by Tab: one look-up for every key.

The words of all sources lie in tables by their first three letters; a key looks in a few short lists, so it costs
microseconds however large the archive is. Pure: a text and a kind of block in, a ghost or None out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from model.language.autotext import Formula, Piece, Slot, pieces
from model.language.datewords import Rewrite
from model.language.phrases import LONG, WORD, Learned, Phrase, long_words
from model.language.vocabulary import COMMON
from model.language.whois import Known

GhostKind: TypeAlias = Literal["clause", "paragraph", "heading", "place", "people"]
KEY = 3
"""Letters that a table is looked up by: nothing is shown before them."""

SAVES, SAVES_ANYWHERE, SAVES_MORE = 3, 4, 6
"""Letters that a ghost must save where a block begins, inside it, and after a whole word or in a slot."""

_COMMON = tuple(sorted(word for word in COMMON if len(word) >= WORD))
DAY = "datum"
NEAR = 24
"""Letters before the caret in which a day may stand."""

LIKELY, NAMED, HEARD = 0.15, 4, 2
DEEP = 6
"""The share of words begun so that must go on so; a name and a word of these minutes count as having stood so often.
A phrase of several words is shown after so many letters."""

TAILS = 4
"""Words before the caret in which a phrase may have begun."""


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
    times: int


class Ghosts:
    """The tables. Made once when the minutes are opened and again when the roster changes: milliseconds."""

    def __init__(
        self, formulas: Iterable[Formula] = (), learned: Learned | None = None, people: Sequence[Known] = (),
        words: Iterable[str] = (), day: Callable[[str], Rewrite | None] | None = None,
    ) -> None:  # fmt: skip
        own = learned or Learned()
        self._day = day
        self._beginnings = dict(own.beginnings)
        self._heard: set[str] = set()
        self._codes: dict[tuple[str, str], Formula] = {}
        self._tables: dict[tuple[str, str], list[_Entry]] = {}
        for known in people:
            self._add("anywhere", known.name, NAMED)
            self._add("people", f"{known.name}, {known.organisation}" if known.organisation else known.name)
        for phrase in sorted(own.phrases, key=_weight, reverse=True):
            self._add(phrase.where, phrase.words, phrase.times)
        for formula in formulas:
            self._codes.setdefault((formula.kind, formula.code.casefold()), formula)
            self._add(formula.kind, formula.words)
        for kind, usual in (("paragraph", own.openings), ("paragraph", own.closings), ("place", own.places)):
            for text in usual:
                self._add(kind, text)
        for word in (*own.organisations, *words, *_COMMON):
            self._add("anywhere", word, HEARD)
        self._first = {"place": own.places[:1], "opening": own.openings[:1], "closing": own.closings[:1]}

    def hear(self, text: str) -> None:
        """Know the long words and the names of `text` from now on: called when the caret leaves a block."""
        for words in long_words(text):
            if words not in self._heard:
                self._heard.add(words)
                self._add("anywhere", words, HEARD)

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
        sentence = before[before.rfind(". ") + 2 :] if kind == "paragraph" and ". " in before else before
        return self._look(kind, sentence, SAVES) or self._dated(before) or self._in_text(sentence, SAVES_ANYWHERE)

    def _in_slot(self, before: str, pending: Pending) -> Ghost | None:
        """The rest of what is being filled in; a day in the profile's form; else the words after the slot."""
        typed, following = before[pending.at :], _next(pending)
        if not typed.strip():
            return following
        dated = self._dated(before) if pending.slot == DAY else None
        if dated and following:
            return Ghost(dated.shown + following.shown, dated.insert + following.insert, dated.back, following.rest)
        return dated or self._in_text(typed, SAVES_MORE) or following

    def _dated(self, before: str) -> Ghost | None:
        """A day typed any way, in the profile's form."""
        near = before[-NEAR:]
        form = self._day(near) if self._day and near[-1:].isalnum() and any(map(str.isdigit, near)) else None
        return Ghost(f" → {form.words}", form.words, form.back) if form else None

    def _in_text(self, before: str, saves: int) -> Ghost | None:
        """The longest run of last words that begins a known phrase."""
        starts = [0] if before and not before[0].isspace() else []
        starts += [place + 1 for place, sign in enumerate(before) if sign in ' (\n”"']
        for start in starts[-TAILS:]:
            found = self._look("anywhere", before[start:], saves)
            if found is not None:
                return found
        return None

    def _look(self, table: str, typed: str, saves: int) -> Ghost | None:
        folded = typed.casefold()
        for entry in self._tables.get((table, folded[:KEY]), ()):
            if entry.folded.startswith(folded):
                left = entry.folded[len(folded) :]
                worth = len(left) >= (saves if left[:1] != " " else max(saves, SAVES_MORE))
                sure = table != "anywhere" or self._is_likely(entry, typed, folded)
                return _ghost(entry, len(typed)) if worth and sure else None
        return None

    def _is_likely(self, entry: _Entry, typed: str, folded: str) -> bool:
        """Whether the words that begin so usually go on so; a name must be begun with its capital."""
        if entry.words[0].isupper() and not typed[0].isupper():
            return False
        return len(typed) >= DEEP if " " in typed else entry.times >= self._beginnings.get(folded[:LONG], 0) * LIKELY

    def _add(self, table: str, words: str, times: int = 1) -> None:
        first, *rest = pieces(words) if "{" in words else (words,)
        if not isinstance(first, str) or len(first) < KEY + SAVES:
            return
        entries = self._tables.setdefault((table, first[:KEY].casefold()), [])
        entries.append(_Entry(first.casefold(), first, tuple(rest), times))


def _weight(phrase: Phrase) -> float:
    return phrase.times


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


def _shown(rest: Sequence[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else f"‹{piece.name}›" for piece in rest)
