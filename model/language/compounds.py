"""Swedish compounds taken apart: the cheapest way to read a word as first, middle and last elements of the lexicon."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from model.language.lexicon import BEGIN, END, FREE, FRONT, HEAD, MIDDLE, OFTEN, VERY_OFTEN, Lexicon, lexicon

SHORTEST = 3
"""Letters in a part."""

SHORTEST_COMPOUND = 6
LONGEST = 40
"""Longer runs of letters are no words: they are left whole."""

LISTED_LIMIT = 19.5
"""A word that the lexicon lists is split only when the path costs at most this."""

PARTICLES = frozenset(
    """
    an av be bi bort dis efter emot ent fram från för förbi före förut gen genom gent hän här i igen igenom ihop in
    inne inom inter isär kom kon kring kvar med mellan miss mot ned ner om omkring para pro på runt sam samm samman
    sär till tillbaka trans und undan under upp uppe ur ut utan ute utom van vid åt åter över
    """.split()  # noqa: SIM905  # a block of words reads better than fifty quoted ones
)
"""Particles and prefixes: what they begin is one word (förslag, anslag, uppdrag)."""

NO_HEADS = frozenset(
    """
    aktig aktiga aktigt ande anden andena andes andet andets ant ar are aren arens ares arna arnas bar bara bart dom
    domar domarna domen else elsen elser elserna en ende ens ent er era erad erade erar eras erat eri erier eriet
    ering eringar eringarna eringen erna ers et ets het heten hetens heter heterna heters ig iga igt inge inna ion
    ionen ioner ionerna isera iserad iserade isk iska iskt ism ismen ist isten ister itet iteten lig liga ligare
    ligt ling lingar lingen ning ningar ningarna ningarnas ningen ningens nings or ordinarie orna sam samma samt
    sion sionen ska skap skapen skaper skapet skapets sla tion tionen tioner tionerna tions vis
    """.split()  # noqa: SIM905  # the same
)
"""Endings that look like words but are no heads of compounds."""

_DEFINITE = ("ens", "ets", "nas", "ars", "ers", "ors", "en", "et", "na", "ar", "er", "or", "ts", "ns")
_JOINED = ("hets", "skaps", "nings", "ions", "tets", "doms", "lings", "leks")
"""Derivations take an -s before a head, also where the dictionary does not say so."""

_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")


class _Path(NamedTuple):
    cost: float
    parts: tuple[str, ...]


@lru_cache(maxsize=50_000)
def split(word: str) -> tuple[str, ...]:
    """The elements of `word` (small letters) as they stand, the last one inflected; the word alone if it is simple."""
    return Splitter(lexicon()).split(word)


class Splitter:
    """Splits by one lexicon."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def split(self, word: str) -> tuple[str, ...]:
        """The elements of `word`; listed compounds among them are split again."""
        if not SHORTEST_COMPOUND <= len(word) <= LONGEST or not word.isalpha():
            return (word,)
        found = self._cheapest(word)
        if len(found) == 1:
            return found
        return tuple(part for piece in found for part in (self.split(piece) if len(piece) >= 7 else (piece,)))

    def _cheapest(self, word: str) -> tuple[str, ...]:
        listed = bool(self._words.find(word).bits & FREE)
        best = self._path(word, listed=listed)
        if best is None:
            return (word,)
        if listed and (best.cost > LISTED_LIMIT or (len(best.parts) == 2 and max(map(len, best.parts)) < 4)):
            return (word,)
        return best.parts

    def _path(self, word: str, *, listed: bool) -> _Path | None:
        """The cheapest path through `word`, of two elements or more."""
        best: dict[int, list[_Path]] = {0: [_Path(0.0, ())]}
        arrived: list[_Path] = []
        for start in range(len(word)):
            for path in best.get(start, ()):
                for end, part, extra in self._pieces(word, start, path.parts):
                    cost = self._cost(part, len(path.parts), last=end == len(word), listed=listed)
                    if cost is None:
                        continue
                    made = _Path(path.cost + cost + extra, (*path.parts, part))
                    if end < len(word):
                        _keep(best, end, made)
                    elif len(made.parts) > 1:
                        arrived.append(made)
        return min(arrived, default=None)

    def _pieces(self, word: str, start: int, before: tuple[str, ...]) -> Iterator[tuple[int, str, float]]:
        """The listed pieces that may begin at `start`: (end, piece, extra cost)."""
        yield from ((end, part, 0.0) for end, part in self._listed(word, start))
        if before and word[start - 1] in _CONSONANTS and before[-1][-2:] == word[start - 1] * 2:
            # Three like consonants are written as two.
            yield from ((end, part, 0.5) for end, part in self._listed(word, start - 1))

    def _listed(self, word: str, start: int) -> Iterator[tuple[int, str]]:
        for part in self._words.beginnings(word[start:]):
            end = start + len(part)
            if len(part) >= SHORTEST and (len(word) - end >= SHORTEST or end == len(word)):
                yield end, part

    def _cost(self, part: str, position: int, *, last: bool, listed: bool) -> float | None:
        bits = self._words.find(part).bits
        if last:
            if not bits & (END | HEAD):
                bits |= self._words.find(self._words.find(part).lemma).bits & HEAD
            own = _last(part, bits, listed=listed) if position else None
        else:
            own = _middle(part, bits, listed=listed) if position else _first(part, bits, listed=listed)
        return None if own is None else own + 8 - 0.5 * min(len(part), 10)


def _keep(best: dict[int, list[_Path]], end: int, path: _Path) -> None:
    """Keep the cheapest path to `end`; one whose last letters are doubled is kept beside it."""
    held = [other for other in best.get(end, []) if _doubles(other) == _doubles(path)]
    if not held:
        best.setdefault(end, []).append(path)
    elif path < held[0]:
        best[end][best[end].index(held[0])] = path


def _doubles(path: _Path) -> bool:
    return path.parts[-1][-1] == path.parts[-1][-2]


def _first(part: str, bits: int, *, listed: bool) -> float | None:
    if _is_particle(part):
        return None
    if bits & BEGIN:
        return 4
    return _mined(part, bits, listed=listed, cost=5 if bits & OFTEN else 6)


def _middle(part: str, bits: int, *, listed: bool) -> float | None:
    if _is_particle(part) or part.removesuffix("s") in NO_HEADS:
        return None
    if bits & MIDDLE:
        return 4
    if bits & BEGIN:
        return 5
    return _mined(part, bits, listed=listed, cost=7)


def _is_particle(part: str) -> bool:
    return part in PARTICLES or part.removesuffix("s") in PARTICLES


def _mined(part: str, bits: int, *, listed: bool, cost: float) -> float | None:
    if bits & FRONT and (len(part) > SHORTEST or listed or bits & VERY_OFTEN):
        return cost
    if bits & END and len(part) >= 5 and not part.endswith(_DEFINITE):
        return 10
    return 10 if bits & FREE and part.endswith(_JOINED) else None


def _last(part: str, bits: int, *, listed: bool) -> float | None:
    if part in NO_HEADS or part.removesuffix("s") in NO_HEADS:
        return None
    if bits & END:
        return 0
    if bits & HEAD:
        return 1 if listed else 2.5
    return None
