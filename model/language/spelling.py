"""Spelling in Swedish: which words are not known, and what was perhaps meant. The only door to hunspell.

An unknown word costs up to 30 ms and holds the interpreter, so this runs in the worker process and remembers every word
it has seen. The words of the user's own list, and the names of people and organisations, are known besides.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from model.language.vocabulary import COMMON
from model.places import resource

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*(?::[a-zåäö]{1,4})?")
_SPOILT = re.compile(
    r"[\w.+-]+@[\w.-]+|\bhttps?://\S+|\bwww\.\S+|\b\w*\d\w*\b|\b[\w-]+\.(?:se|com|org|nu|eu|docx|pdf)\b"
)
_CAPITALS = re.compile(r"^[A-ZÅÄÖ]{2,6}(?::?[sn]|:en|:et)?$")
_TAIL = re.compile(r"(?:['’]s|:s|s)$")
_ABBREVIATIONS = frozenset(
    """
    a b c d e f m s t v x bl bla ca dnr dr dvs el enl etc ev ex fl fn forts fr jfr kap kkr kl km kr ks mfl mkr mm mnkr
    mom msek nr oms osv ordf resp sek sid sk st tel tex tf tkr vd
    """.split()  # noqa: SIM905  # a block of words reads better
)
MOST = 6
"""Suggestions given."""


class Fault(NamedTuple):
    """A word that is not known, at code points `start`–`end` (exclusive)."""

    start: int
    end: int
    word: str


class Speller:
    """Knows the dictionary in `resources/dictionaries` and the words it is taught. Loading takes 0.3 s and 26 MB."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        from hunspell import Hunspell  # type: ignore[import-untyped]  # it ships none

        self._dictionary = Hunspell("sv_SE", hunspell_data_dir=str(resource("dictionaries")))
        self._seen: dict[str, bool] = {}
        self._taught: set[str] = set()
        self._suggested: dict[str, tuple[str, ...]] = {}
        self.teach(own)

    def teach(self, words: Iterable[str]) -> None:
        """Know `words` from now on, each part of a name by itself; also in the genitive."""
        whole = [match.group() for one in words for match in _WORD.finditer(one)]
        parts = {part for word in whole for part in (word, *word.split("-"))}
        for part in parts - self._taught:
            self._taught.add(part)
            self._seen.pop(part, None)
            self._suggested.clear()

    def faults(self, text: str) -> tuple[Fault, ...]:
        """The unknown words of `text`; addresses, words with digits and short capitals are passed by."""
        spoilt = [match.span() for match in _SPOILT.finditer(text)]
        return tuple(
            Fault(*match.span(), match.group())
            for match in _WORD.finditer(text)
            if not any(start < match.end() and match.start() < end for start, end in spoilt)
            and not self._is_known(match.group())
        )

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What was perhaps meant by `word`, likeliest first: taught and common words, then the dictionary's."""
        found = self._suggested.get(word)
        if found is None:
            from rapidfuzz import process  # here: the window reads `Fault`, and never suggests
            from rapidfuzz.distance import DamerauLevenshtein

            likely = {*self._taught, *COMMON}
            near = process.extract(word, likely, scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=None)
            taught = [
                known for known, _, _ in sorted(near, key=lambda n: (n[1], n[0])) if len(known) > 3 and known != word
            ]
            listed = (*taught, *self._dictionary.suggest(word), *self._swapped(word))
            found = self._suggested[word] = tuple(dict.fromkeys(_like(word, known) for known in listed))[:MOST]
        return found

    def _swapped(self, word: str) -> list[str]:
        """Known words with one letter less, or two in the other order: what hunspell does not try in long compounds."""
        if len(word) > 30:
            return []
        less = (word[:n] + word[n + 1 :] for n in range(len(word)))
        turned = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))
        return [made for made in dict.fromkeys((*less, *turned)) if made != word and self._is_known(made)][:2]

    def _is_known(self, word: str) -> bool:
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> bool:
        if len(word) == 1 or word.casefold() in _ABBREVIATIONS or _CAPITALS.match(word):
            return True
        if word in self._taught or _TAIL.sub("", word) in self._taught or self._dictionary.spell(word):
            return True
        bare = re.sub(r"(?:['’]s|:\w+)$", "", word)
        if bare != word:
            return self._is_known(bare)
        parts = word.split("-")
        return len(parts) > 1 and all(self._is_known(part) for part in parts)


def _like(word: str, known: str) -> str:
    """`known` with a capital where `word` has one: the dictionary answers with one for many common words."""
    if word[:1].isupper():
        return known[:1].upper() + known[1:]
    return known[:1].lower() + known[1:] if known[1:].islower() and word.islower() and " " not in known else known
