"""Questions with known answers for generated minutes: a kind for each way in which people type and paper is worn.

Two matters that nothing in the question tells apart (the same compound in the same place; for `prefix` and `half-typed`
all that begin so) are both right: at 100 000 meetings every tenth question is of that sort. `scanned` asks for matters
that stand in damaged minutes only, so that no clean item of the same matter answers in their place.
"""

import random
from collections import defaultdict
from typing import NamedTuple

from model.language.words import fold
from tests.bench.generate import Generated, Matter

KINDS = (
    "heading", "part", "inflected", "compound", "definite compound", "one typo", "two typos", "no diacritics", "prefix",
    "half-typed", "scanned",
)  # fmt: skip


class Asked(NamedTuple):
    """What is typed, and the items (node ids) any of which is right."""

    kind: str
    words: str
    right: frozenset[str]


def questions(made: Generated, each: int, seed: int = 7) -> list[Asked]:
    """So many questions of each kind, from matters drawn by chance."""
    chance = random.Random(seed)
    asked: dict[str, list[Asked]] = defaultdict(list)
    matters = [matter for matter in made.matters if matter.stood]
    of_town: dict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        of_town[_town(matter)].append(matter)
    while any(len(asked[kind]) < each for kind in KINDS):
        for kind in KINDS:
            if len(asked[kind]) < each:
                matter = chance.choice(matters)
                words = _words(kind, matter, chance)
                if words:
                    asked[kind].append(Asked(kind, words, _right(kind, words, matter, of_town)))
    return [one for kind in KINDS for one in asked[kind]]


def _town(matter: Matter) -> str:
    return matter.place.split()[-1]


def _right(kind: str, words: str, matter: Matter, of_town: dict[str, list[Matter]]) -> frozenset[str]:
    """The items of `matter`, and of those that `words` do not tell from it."""
    bare, town = matter.forms[0], _town(matter)
    if kind == "prefix":
        alike = [one for one in of_town[town] if one.forms[0].startswith(words.rpartition(" ")[2])]
    elif kind == "half-typed":
        towns = [name for name in of_town if name.startswith(words.rpartition(" ")[2])]
        alike = [one for name in towns for one in of_town[name] if one.forms[0] == bare]
    else:
        alike = [one for one in of_town[town] if one.forms[0] == bare]
    return frozenset(standing.node for one in alike for standing in one.stood)


def _words(kind: str, matter: Matter, chance: random.Random) -> str:
    """A question of `kind` about `matter`; empty if it does not lend itself to one."""
    (bare, definite, many, _), town = matter.forms, _town(matter)
    front, head = matter.front, bare[len(matter.front) :]
    worn = all(s.scanned for s in matter.stood) and matter.stood[0].heading != matter.heading
    folded = f"{fold(bare)} {fold(town.lower())}"
    return {
        "heading": matter.heading,
        "part": f"{bare} {town}",
        "inflected": f"{many if chance.random() < 0.5 else definite} {town}s",
        "compound": f"{front.removesuffix('s') if len(front) > 5 else front} {head} {town}",
        "definite compound": f"{definite} {town}",
        "one typo": f"{_slip(bare, 1, chance)} {town}",
        "two typos": f"{_slip(definite, 2, chance)} {town}",
        "no diacritics": folded if folded != f"{bare} {town.lower()}" else "",
        "prefix": f"{town} {bare[: max(4, len(bare) // 2)]}",
        "half-typed": f"{bare} {town[: max(3, len(town) - 3)]}",
        "scanned": f"{bare} {town}" if worn else "",
    }[kind]


def _slip(word: str, times: int, chance: random.Random) -> str:
    """`word` with slips of the fingers: two letters swapped, one left out, one doubled, one wrong."""
    for _ in range(times):
        at = chance.randrange(1, len(word) - 1)
        word = chance.choice(
            (
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + chance.choice("aeinrst") + word[at + 1 :],
            )
        )
    return word


def keystrokes(asked: list[Asked], most: int) -> list[str]:
    """Questions as they are typed, key by key from the second letter."""
    typed = [one.words[:end] for one in asked for end in range(2, len(one.words) + 1)]
    return typed[:: max(1, len(typed) // most)][:most]
