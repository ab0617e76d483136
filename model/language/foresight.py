"""What the words before the caret go on as: they are sought where they stood before, the longest run of them first.

Each place where they stood is a witness of what comes next. Of `n` witnesses, one way that `c` of them went on comes
with the likelihood c / (n + u), where `u` stands for what nobody has seen: Witten and Bell (1991) reckon it by the
number `t` of different ways, for what has gone on in `t` ways may well go on in one more. Measured on minutes of many
bodies it is t + 1 where a word or two agree, and t / 2 where more do. A guess is worth showing when the letters it
would spare outweigh the glance that it costs if it is wrong; that one weighing decides how soon and how much is shown.
"""

import re
from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Where: TypeAlias = Literal["clause", "paragraph", "heading"]
_MARKS: dict[Where, str] = {"clause": "\x01", "paragraph": "\x02", "heading": "\x03"}
_END = "\n"
GLANCE = 3.5
"""Keys that a glance at a wrong guess costs: between one quick look (0.3 s) and a pause to read (1.2 s).

It decides how much is shown and nothing else (`python -m tests.bench.glances`): from 3 to 4 a quarter fewer wrong
guesses are seen, for two keys more in a hundred.
"""

SPAN, CONTEXT, WITNESSES, LEAST = 72, 4, 60, 2
"""Letters that are compared, words of context, witnesses that are heard of each source, letters before a guess."""

SURE = 2
"""Words, with the one being typed, after which what was said once is mostly said again; before, it mostly is not."""

DOUBTFUL = 0.08
"""A likelihood so small that no number of words more makes a guess worth showing."""

_START = re.compile(r"(?<!\w)\w")
_TYPED = re.compile(r"[^\s(”\"/–]*$")
_TOKEN = re.compile(r"\s?(?:[^\s,.;:!?]|[,.;:!?](?=\S))+|[,.;:!?]+(?=\s|$)")


class Guess(NamedTuple):
    """Words that are likely to come next, with slots as "{datum}", and how likely they are."""

    words: str
    likelihood: float


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences to be looked up in: one to a line, each after the mark of its kind.

    `order` holds where words and lines begin (unsigned ints), as a dictionary would have them.
    """

    text: str = ""
    order: bytes = b""


def corpus(sentences: Iterable[tuple[Where, str]]) -> Corpus:
    """The sentences, made ready: half a second for a thousand pages, so it is done once, where nobody waits."""
    text = "".join(f"{_MARKS[where]}{words}{_END}" for where, words in sentences)
    low = lowered(text)
    starts = sorted(_starts(text), key=lambda at: low[at : at + SPAN])
    return Corpus(text, array("I", starts).tobytes())


def lowered(text: str) -> str:
    """`text` in small letters, of the same length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(s.lower() if len(s.lower()) == 1 else s for s in text)


def _starts(text: str) -> Iterator[int]:
    for match in _START.finditer(text):
        yield match.start()
        if text[match.start() - 1 : match.start()] in _MARKS.values():
            yield match.start() - 1


class Foresight:
    """Looks back in a corpus, and in what is said while one writes."""

    def __init__(self, known: Corpus = Corpus()) -> None:
        self._text, self._low = known.text, lowered(known.text)
        self._order = array("I", known.order)
        self._heard: list[tuple[str, str]] = []
        self._guesses: dict[tuple[Where, str], Guess | None] = {}

    def hear(self, words: str, where: Where = "paragraph", times: int = 1) -> None:
        """Know `words` from now on, as if they had stood so many `times`."""
        line = f"{_MARKS[where]}{words}{_END}"
        for at in _starts(line):
            for _ in range(times):
                insort(self._heard, (lowered(line[at:]), line[at:]))
        self._guesses.clear()

    def guess(self, before: str, where: Where, saves: int) -> Guess | None:
        """What `before`, all that stands in the sentence, goes on as; None where nothing is worth a glance.

        A word that was guessed wrongly is not guessed again: whoever types on has said no.
        """
        before = before.rpartition(_END)[2]
        begun = len(before) - len(_last(before)) + 1
        for at in range(begun, len(before)):
            earlier = self._worth(before[:at], where, saves)
            meant = lowered(before[:at] + _letters(earlier)) if earlier else ""
            if earlier and not lowered(before).startswith(meant[: len(before)]):
                return None
        return self._worth(before, where, saves)

    def _worth(self, before: str, where: Where, saves: int) -> Guess | None:
        key = where, before
        if key not in self._guesses:
            ways = next(((ways, c) for c in _contexts(before, where) if (ways := self._ways(c))), None)
            self._guesses[key] = _weighed(*ways) if ways else None
        found = self._guesses[key]
        return found if found and len(_letters(found)) >= saves else None

    def _ways(self, context: str) -> "Counter[str]":
        """How the words of `context` went on, each to the end of its sentence, and how often.

        Inside a sentence a name is begun with its capital, and what is no name is not. Before a word is begun it takes
        two to say what comes: one alone was right one time in seven.
        """
        low, own = lowered(context), len(context) - len(_last(context))
        begun = own < len(context)
        free = (context[0] in _MARKS.values() and own == 1) or not begun
        found: Counter[str] = Counter()
        for line in self._witnesses(low):
            words = line.partition(_END)[0]
            if free or words[own].isupper() == context[own].isupper():
                found[words[len(context) :]] += 1
        return found if begun or found.total() > 1 else Counter()

    def _witnesses(self, low: str) -> Iterator[str]:
        first, last = self._range(low)
        step = max(1, (last - first) // WITNESSES)
        for place in range(first, last, step):
            at = self._order[place]
            yield self._text[at : at + SPAN + len(low)]
        first = bisect_left(self._heard, (low,))
        last = bisect_left(self._heard, (f"{low}\uffff",), lo=first)
        for _, line in self._heard[first : last : max(1, (last - first) // WITNESSES)]:
            yield line

    def _range(self, low: str) -> tuple[int, int]:
        def words(at: int) -> str:
            return self._low[at : at + len(low)]

        first = bisect_left(self._order, low, key=words)
        return first, bisect_left(self._order, f"{low}\uffff", lo=first, key=words)


def _last(before: str) -> str:
    """The word that is being typed."""
    found = _TYPED.search(before)
    return found.group() if found else ""


def _contexts(before: str, where: Where) -> Iterator[str]:
    """The words before the caret, the longest run first; the last is the word that is being typed alone."""
    starts = [match.start() for match in _START.finditer(before)]
    if 0 < len(starts) <= CONTEXT:
        yield f"{_MARKS[where]}{before}"
    for start in starts[-CONTEXT:]:
        if len(before) - start >= LEAST:
            yield before[start:]


def _weighed(ways: "Counter[str]", context: str) -> Guess | None:
    """The words that are worth most of all that may come next, one word after the other."""
    known = len(context.split())
    words, likelihood, best, most = "", 1.0, None, 0.0
    while likelihood > DOUBTFUL:
        nexts: Counter[str] = Counter()
        for way, times in ways.items():
            token = _TOKEN.match(way, len(words))
            nexts[token.group() if token else ""] += times
        word, times = nexts.most_common(1)[0]
        if not word:
            break
        unseen = 0 if "{" in word else _unseen(len(nexts), known + len(words.split()))
        likelihood *= times / (nexts.total() + unseen)
        words += word
        guess = Guess(words, likelihood)
        worth = likelihood * len(_letters(guess)) - (1 - likelihood) * GLANCE
        if worth > most:
            best, most = guess, worth
        if "{" in word:
            break
        ways = Counter({way: count for way, count in ways.items() if way.startswith(words)})
    return best


def _letters(guess: Guess) -> str:
    """What would be written: all before a slot."""
    return guess.words.partition("{")[0]


def _unseen(ways: int, known: int) -> float:
    """How many witnesses there would be of what has not been seen, where words went on in so many `ways`."""
    return ways / 2 if known > SURE else ways + 1
