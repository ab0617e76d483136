"""How like two items are: vectors of weighed words, and the features by which a follow-up is known.

A word weighs by how rare it is in the archive. What heads any business ("uppföljning", "information"), and the names of
the organisation, its members and its people, weigh a quarter: else the body's own name links everything with
everything. Those names are read from the archive's lists, never from a list in code.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from model.language.commonplace import commonplace, is_empty
from model.language.words import norm, parts, runs

PART, DAMPED = 0.7, 0.25
"""What the part of a compound counts beside a whole word, and what a damped word keeps of its weight."""

Vector = Mapping[str, float]


class Features(NamedTuple):
    """What is measured of an earlier item beside a new one; all from 0 to 1 but `hcos` and `tcos` nearly so."""

    hcos: float
    tcos: float
    fuzz: float
    hcov: float
    rcov: float
    recent: float
    rarest: float
    standing: float
    recurs: float
    common: tuple[str, ...]
    same: bool


class Words(NamedTuple):
    """An item's words: its heading's counts, and all its counts."""

    heading: Mapping[str, float]
    text: Mapping[str, float]


class Weights:
    """How much each word weighs: `df` is in how many of `items` items it stands; `names` are damped."""

    def __init__(self, items: int, names: frozenset[str]) -> None:
        self._items = max(1, items)
        self._most = math.log(1 + self._items)
        self._damped = names | commonplace()
        self._known: dict[str, float] = {}

    def missing(self, words: Iterable[str]) -> list[str]:
        """The words whose frequency is not known yet."""
        return [word for word in dict.fromkeys(words) if word not in self._known]

    def learn(self, counts: Mapping[str, int], words: Iterable[str]) -> None:
        """Take in the frequencies of `words`; one that is not counted is unknown to the archive and weighs most."""
        for word in words:
            df = counts.get(word, 0)
            rare = math.log(1 + self._items / (df + 0.5)) / self._most if df else 1.0
            self._known[word] = min(1.0, rare) * (DAMPED if word in self._damped or word.isdigit() else 1.0)

    def __getitem__(self, word: str) -> float:
        """The weight of a word."""
        return self._known.get(word, 1.0)

    def is_general(self, word: str) -> bool:
        """True for a word that heads any business, or names the organisation."""
        return word in self._damped

    def heading(self, counts: Mapping[str, float]) -> dict[str, float]:
        """A heading's vector: a word said twice is hardly said more."""
        return {word: self[word] * min(1.7, count) for word, count in counts.items()}

    def text(self, counts: Mapping[str, float]) -> dict[str, float]:
        """A text's vector."""
        return {word: self[word] * math.sqrt(min(2.0, count)) for word, count in counts.items()}


def counted(words: str) -> Counter[str]:
    """The norms of `words`, and the parts of their compounds at less than a whole word; stop words left out."""
    found: Counter[str] = Counter()
    for word, _, _ in runs(words):
        if len(word) < 2 or is_empty(word):
            continue
        found[norm(word)] += 1
        for part in parts(word):
            found[part] += PART  # type: ignore[assignment]  # counts may be broken numbers here
    for first, last in _YEARS.findall(words):
        found[f"{first}{RANGE}{last}"] += 1
    return found


RANGE = "–"
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?!\d)")
"""The years of a plan ("2016-2019") are its name, and one word; a year alone says little."""


def written(norms: Iterable[str], text: str, most: int = 3) -> tuple[str, ...]:
    """The words of `text`, as written, in which `norms` stand whole or as a part; each word once."""
    forms: dict[str, str] = {}
    for word, start, end in runs(text):
        for norm_of in (norm(word), *parts(word)):
            forms.setdefault(norm_of, text[start:end])
    return tuple(dict.fromkeys(forms[word] for word in norms if word in forms))[:most]


def words_of(heading: str, text: str) -> Words:
    """The counts of an item."""
    head = counted(heading)
    return Words(head, head + counted(text))


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors; 0 when either is empty."""
    if len(other) < len(one):
        one, other = other, one
    inner = sum(weight * other[word] for word, weight in one.items() if word in other)
    if not inner:
        return 0.0
    return inner / math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def features(new: Words, old: Words, weights: Weights, days: int, times_old: int, times_new: int) -> Features:
    """How like `old`, `days` earlier, is to `new`; the times are how often their headings have stood in the body."""
    new_head, old_head = weights.heading(new.heading), weights.heading(old.heading)
    new_text, old_text = weights.text(new.text), weights.text(old.text)
    shared = [word for word in new_head if word in old_head]
    telling = sorted((w for w in new_text if w in old_text), key=lambda w: (w not in old_head, -weights[w]))
    return Features(
        hcos=cosine(new_head, old_head),
        tcos=cosine(new_text, old_text),
        fuzz=_alike(new.heading, old.heading, weights),
        hcov=_covered(new.heading, dict.fromkeys(old.heading, 1.0), weights, least=0.0),
        rcov=_covered(old.heading, new.text, weights, least=0.55),
        recent=1 / (1 + max(0, days) / 365.25),
        rarest=max((weights[word] for word in shared), default=0.0),
        standing=min(1.0, times_old / 6),
        recurs=float(times_new >= 4),
        common=tuple(word for word in telling if not weights.is_general(word) and weights[word] > DAMPED)[:8],
        same=_telling(new.heading, weights) == _telling(old.heading, weights) != [],
    )


def _alike(one: Iterable[str], other: Iterable[str], weights: Weights) -> float:
    mine, yours = " ".join(_telling(one, weights)), " ".join(_telling(other, weights))
    return fuzz.token_set_ratio(mine, yours) / 100 if mine and yours else 0.0


def _telling(words: Iterable[str], weights: Weights) -> list[str]:
    return sorted(word for word in words if not weights.is_general(word))


def _covered(heading: Vector, where: Vector, weights: Weights, least: float) -> float:
    """The share of a heading's weight, general words left out, that stands in `where`; 0 if it weighs too little.

    What stands there only as a part of another word counts as a part.
    """
    own = {word: weights[word] * min(1.7, n) for word, n in heading.items() if not weights.is_general(word)}
    whole = sum(own.values())
    if whole <= least or not whole:
        return 0.0
    return sum(weight * min(1.0, where[word]) for word, weight in own.items() if word in where) / whole
