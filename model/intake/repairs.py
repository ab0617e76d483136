"""Noise of scanning and conversion mended, each time as a reversible emendation; an author's slip is never touched.

A repair needs a witness: the mended word must stand elsewhere in the document or in the word list, or the form must be
one that nobody types (a date with a blank in it, a line-end hyphen).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from model.intake.run import NOWHERE, Run
from model.language import dates, forms
from model.language.vocabulary import COMMON, LITTLE
from model.language.words import tokens

_CONFUSED = (("m", "rn"), ("rn", "m"), ("cl", "d"), ("li", "h"))
_HYPHEN = re.compile(r"(?<![^\W_])(?P<a>[^\W_]{1,60})- (?P<b>[^\W_]{1,60})")
_SINGLE = re.compile(r"(?<![\w-])(?P<a>[^\W\d_]) (?P<b>[^\W\d_]{5,})")
_SPLIT = re.compile(r"(?<![\w-])(?P<a>[^\W\d_]{1,4}) (?P<b>[^\W\d_]{3,})")
_OPENED = re.compile(r"\( (?=\w)")
_VOWEL = re.compile(r"(?i)[aeiouy\u00e5\u00e4\u00f6\u00e9]")
_GENITIVE = re.compile(r"(?<=\w) (?=['’]s\b)")


class Fix(NamedTuple):
    """`after` stands at `at` of the mended words where the source has `before`."""

    at: int
    before: str
    after: str


@dataclass(slots=True)
class Witness:
    """The words of the document, counted; `scanned` when it shows the marks of a scanner."""

    counts: Counter[str] = field(default_factory=Counter)
    scanned: bool = False

    @classmethod
    def of(cls, text: str, *, scanned: bool) -> "Witness":
        """The witness that `text` itself gives; a compound with a hyphen counts as its parts too."""
        counts: Counter[str] = Counter()
        for token in tokens(text):
            word = token.word.casefold()
            counts[word] += 1
            if "-" in word:
                counts.update(word.split("-"))
        return cls(counts, scanned)

    def knows(self, word: str) -> bool:
        """True when `word` stands elsewhere in the document or is a common word, or ends in a long one that does."""
        folded = word.casefold()
        return bool(self.counts[folded]) or folded in COMMON or _ends_known(folded)


def mend(run: Run, witness: Witness) -> tuple[Run, list[Fix]]:
    """`run` mended, and what was done, from left to right."""
    wanted = sorted(_wanted(run, witness), key=lambda change: (change[0], -change[1]))
    result, fixes, position = Run(), [], 0
    for start, end, after in wanted:
        if start < position:
            continue
        result = result + run.cut(position, start)
        place = next((p for p in run.at[start:end] if p != NOWHERE), NOWHERE)
        fixes.append(Fix(len(result), run.text[start:end], after))
        result = result + Run(after, (place,) * len(after))
        position = end
    return result + run.cut(position), fixes


def undo(words: str, fixes: list[Fix]) -> str:
    """`words` as the source has them: the repairs undone, last first."""
    for fix in sorted(fixes, reverse=True):
        words = words[: fix.at] + fix.before + words[fix.at + len(fix.after) :]
    return words


def _wanted(run: Run, witness: Witness) -> Iterator[tuple[int, int, str]]:
    rules: list[Callable[[Run, Witness], Iterator[tuple[int, int, str]]]] = [_dates, _hyphens, _single]
    if witness.scanned:
        rules += [_confused, _capital, _split, _spaced]
    for rule in rules:
        yield from rule(run, witness)


def _dates(run: Run, _: Witness) -> Iterator[tuple[int, int, str]]:
    """`15 0618` → `150618`."""
    for found in dates.find(run.text):
        words = run.text[found.start : found.end]
        if re.fullmatch(r"\d{2}\s\d{4}|\d{4}\s\d{2}", words):
            yield found.start, found.end, re.sub(r"\s", "", words)


def _hyphens(run: Run, witness: Witness) -> Iterator[tuple[int, int, str]]:
    """A hyphen at the end of a line: the word's own, or the line's."""
    for match in _HYPHEN.finditer(run.text):
        a, b = match["a"], match["b"]
        if run.at[match.end("a") + 1] != NOWHERE or b in {"och", "eller", "samt", "respektive"}:
            continue
        if len(a) <= 2 or a[-1].isdigit() or witness.counts[f"{a}-{b}".casefold()] or b[0].isupper():
            yield match.start(), match.start("b"), f"{a}-"
        elif witness.knows(a + b) or b.islower():
            yield match.start(), match.start("b"), a


def _single(run: Run, witness: Witness) -> Iterator[tuple[int, int, str]]:
    """A letter left alone at the end of a line whose hyphen was lost: "e⏎tjänster" → "e-tjänster"."""
    for match in _SINGLE.finditer(run.text):
        begun = f"{match['a']}-{match['b'][:6]}".casefold()
        if run.at[match.end("a")] == NOWHERE and any(word.startswith(begun) for word in witness.counts):
            yield match.start(), match.end(), f"{match['a']}-{match['b']}"


def _confused(run: Run, witness: Witness) -> Iterator[tuple[int, int, str]]:
    """`kommunema` → `kommunerna`: letters that scanners take for each other."""
    for word, start, end in tokens(run.text):
        if len(word) < 6 or not word.isalpha() or witness.counts[word.casefold()] > 2 or _is_word(word):
            continue
        if (
            word[0].isupper()
            and start
            and run.text[start - 1 : start] != "\n"
            and run.text[max(0, start - 2)] not in ".!?:"
        ):
            continue
        for wrong, right in _CONFUSED:
            for match in re.finditer(wrong, word):
                mended = word[: match.start()] + right + word[match.end() :]
                if witness.counts[mended.casefold()] or _ends_known(mended.casefold()):
                    yield start, end, mended


def _capital(run: Run, witness: Witness) -> Iterator[tuple[int, int, str]]:
    """`Jnformation` → `Information`: no Swedish word begins so."""
    for word, start, end in tokens(run.text):
        if re.match(r"[Jl][nmdv][^\W\d]{3}", word) and witness.knows("I" + word[1:]):
            yield start, end, "I" + word[1:]


def _split(run: Run, witness: Witness) -> Iterator[tuple[int, int, str]]:
    """`tj änst` → `tjänst`."""
    for match in _SPLIT.finditer(run.text):
        a, b = match["a"], match["b"]
        if a.casefold() in LITTLE or witness.counts[b.casefold()] > 1 or b.casefold() in COMMON:
            continue
        whole = witness.counts[f"{a}{b}".casefold()] or (not _VOWEL.search(a) and witness.knows(a + b))
        if b.islower() and whole and not a.isupper():
            yield match.start(), match.end(), a + b
    for match in forms.ABBREVIATED_SK.finditer(run.text):
        yield match.start(), match.end(), f"{match['article']} s k"


def _spaced(run: Run, _: Witness) -> Iterator[tuple[int, int, str]]:
    """Blanks inside brackets and before an apostrophe."""
    for match in _OPENED.finditer(run.text):
        yield match.start(), match.end(), "("
    for match in _GENITIVE.finditer(run.text):
        yield match.start(), match.end() + 1, run.text[match.end()]


def _is_word(word: str) -> bool:
    return word.casefold() in COMMON or _ends_known(word.casefold())


@lru_cache(maxsize=4096)
def _ends_known(word: str) -> bool:
    return any(len(part) >= 7 and word.endswith(part) for part in COMMON)
