"""Questions with known answers for generated minutes: a kind for each way in which people type and paper is worn."""

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
    while any(len(asked[kind]) < each for kind in KINDS):
        matter = chance.choice(matters)
        for kind in KINDS:
            if len(asked[kind]) < each:
                one = _question(kind, matter, made, chance)
                if one is not None:
                    asked[kind].append(one)
                matter = chance.choice(matters)
    return [one for kind in KINDS for one in asked[kind]]


def _question(kind: str, matter: Matter, made: Generated, chance: random.Random) -> Asked | None:
    """A question of `kind` about `matter`, if it lends itself to one."""
    bare, definite, many, _ = matter.forms
    town = matter.place.split()[-1]
    right = frozenset(standing.node for standing in matter.stood)
    if kind == "scanned":
        worn = [s for s in matter.stood if s.scanned and s.heading not in {matter.heading}]
        return Asked(kind, f"{bare} {town}", frozenset(s.node for s in worn)) if worn and worn[0].how is None else None
    if kind == "compound":
        if len({len(matter.front), len(bare)}) == 1:
            return None
        head = bare[len(matter.front) :]
        return Asked(
            kind, f"{matter.front.removesuffix('s') if len(matter.front) > 5 else matter.front} {head} {town}", right
        )
    words = {
        "heading": matter.heading,
        "part": f"{bare} {town}",
        "inflected": f"{many if chance.random() < 0.5 else definite} {town}s",
        "definite compound": f"{definite} {town}",
        "one typo": f"{_slip(bare, 1, chance)} {town}",
        "two typos": f"{_slip(definite, 2, chance)} {town}",
        "no diacritics": f"{fold(bare)} {fold(town.lower())}",
        "prefix": f"{town} {bare[: max(4, len(bare) // 2)]}",
        "half-typed": f"{bare} {town[: max(3, len(town) - 3)]}",
    }[kind]
    if kind == "no diacritics" and words == f"{bare} {town.lower()}":
        return None
    return Asked(kind, words, right)


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
