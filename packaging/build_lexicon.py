"""Make `resources/words/sv.trie` from the dictionary beside it: `python packaging/build_lexicon.py [DIC AFF [OUT]]`.

Every form that the dictionary's affix rules make is written with its lemma (how many letters to cut, what to add) and
with what it may be in a compound. Two kinds of elements are mined from the listed words themselves: fronts that often
stand before a listed head, and short heads. The trie is read through mmap by `model.language.lexicon`, which says what
the bits mean. Takes some seconds; the same dictionary gives the same bytes.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import marisa_trie  # type: ignore[import-not-found,unused-ignore]

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from model.language.lexicon import BEGIN, END, FREE, FRONT, HEAD, MIDDLE, OFTEN, VERY_OFTEN

ONLY_IN_COMPOUND, FORBIDDEN, NEEDS_AFFIX = "Z", "%", "¤"
BITS = {"X": BEGIN, "U": MIDDLE, "Y": END}
VOWELS = re.compile("[aeiouyåäöé]")
LONGEST = 40
DEFINITE = ("en", "ens", "et", "ets", "an", "ans", "n", "ns", "na", "nas", "erna", "arna", "orna")
WEAK = ("el", "er", "en")
UMLAUTS = {
    "bokstäver": "bokstav", "böcker": "bok", "bröder": "bror", "bönder": "bonde", "döttrar": "dotter", "fäder": "far",
    "fötter": "fot", "gäss": "gås", "händer": "hand", "ledamöter": "ledamot", "länder": "land", "män": "man",
    "männen": "man", "mödrar": "mor", "nätter": "natt", "rötter": "rot", "städer": "stad", "stränder": "strand",
    "söner": "son", "tänder": "tand",
}  # fmt: skip
"""Plurals that the dictionary lists as words of their own."""

UMLAUT = re.compile(f"(.*?)({'|'.join(sorted(UMLAUTS, key=len, reverse=True))})(?:na|nas|s)?")


class Suffix(NamedTuple):
    """One affix rule: cut `strip` from what matches `condition`, add `add`; the new form has its own `flags`."""

    strip: str
    add: str
    condition: re.Pattern[str]
    flags: str


class Form(NamedTuple):
    """A form, its lemma, and what it may be."""

    word: str
    lemma: str
    bits: int


def suffixes(aff: Path) -> dict[str, list[Suffix]]:
    """The affix rules by their flag."""
    rules: dict[str, list[Suffix]] = defaultdict(list)
    for line in aff.read_text(encoding="utf-8").splitlines():
        part = line.split()
        if len(part) >= 5 and part[0] == "SFX":
            strip, (add, _, flags) = part[2].replace("0", ""), part[3].partition("/")
            rules[part[1]].append(Suffix(strip, add.replace("0", ""), re.compile(f"(?:{part[4]})$"), flags))
    return rules


def entries(dic: Path) -> Iterator[tuple[str, str]]:
    """The listed words with their flags."""
    for line in dic.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/") if not line.startswith("/") else (line, "", "")
        if word.isalpha() and len(word) <= LONGEST:
            yield word, flags.split()[0] if flags else ""


def forms(word: str, flags: str, rules: dict[str, list[Suffix]]) -> Iterator[Form]:
    """The word itself and everything its flags make of it. The inflected forms of a head are heads."""
    lower = word.lower()
    free = 0 if ONLY_IN_COMPOUND in flags else FREE
    if NEEDS_AFFIX not in flags:
        yield Form(lower, lower, free | sum(BITS[flag] for flag in set(flags) if flag in BITS))
    for flag in flags:
        for rule in rules.get(flag, ()):
            if rule.condition.search(word) and word.endswith(rule.strip):
                made = (word[: len(word) - len(rule.strip)] + rule.add).lower()
                if rule.flags:
                    bits = sum(BITS[f] for f in set(rule.flags) if f in BITS)
                    bits |= 0 if ONLY_IN_COMPOUND in rule.flags else free
                else:
                    bits = free | (END if "Y" in flags else 0)
                if made.isalpha():
                    yield Form(made, lower, bits)


def table(dic: Path, aff: Path) -> dict[str, tuple[int, str]]:
    """Every form with its bits, and the best of its lemmas."""
    rules, listed = suffixes(aff), list(entries(dic))
    forbidden = {word.lower() for word, flags in listed if FORBIDDEN in flags}
    found: dict[str, int] = defaultdict(int)
    lemmas: dict[str, set[str]] = defaultdict(set)
    for word, flags in listed:
        if FORBIDDEN in flags:
            continue
        for form in forms(word, flags, rules):
            if form.word not in forbidden:
                found[form.word] |= form.bits
                lemmas[form.word].add(form.lemma)
    return {word: (bits, umlaut(word, found) or best(word, lemmas[word])) for word, bits in found.items()}


def umlaut(word: str, known: dict[str, int]) -> str | None:
    """The singular of a plural with another vowel ("huvudstäderna" → "huvudstad"), if that is a word."""
    match = UMLAUT.fullmatch(word)
    if match is None:
        return None
    singular = match[1] + UMLAUTS[match[2]]
    return singular if singular in known else None


def best(word: str, lemmas: set[str]) -> str:
    """One lemma for a form that has several.

    A definite form or a plural of a shorter word comes first ("besluten" is also a word of its own); then the word
    itself if it is listed; then the one that changes least, "cykel" before "cykla" for "cyklar".
    """
    nouns = [lemma for lemma in lemmas if word in {lemma + ending for ending in DEFINITE} or _is_syncope(word, lemma)]
    if not nouns and word in lemmas:
        return word
    return min(nouns or lemmas, key=lambda lemma: (_changed(word, lemma), len(lemma), lemma))


def _is_syncope(word: str, lemma: str) -> bool:
    """cyklar ← cykel, regler ← regel, numret ← nummer: the weak vowel of the last syllable falls out."""
    return lemma.endswith(WEAK) and any(
        word.startswith(lemma[:-2] + lemma[-1] + rest) for rest in ("ar", "er", "et", "or")
    )


def _changed(word: str, lemma: str) -> int:
    common = _common(word, lemma)
    return len(word) + len(lemma) - 2 * common


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def mined(words: dict[str, tuple[int, str]]) -> dict[str, int]:
    """Fronts that stand before a listed head in ten listed lemmas or more, and heads of three letters in forty."""
    fronts: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    lemmas = {lemma for _, lemma in words.values()}
    for word in lemmas:
        for cut in range(3, len(word) - 2):
            front, head = word[:cut], word[cut:]
            bits = words.get(head, (0, ""))[0]
            if bits & END and len(head) >= 4:
                fronts[front] += 1
            elif len(head) == 3 and bits & FREE and head in lemmas and words.get(front, (0, ""))[0] & (BEGIN | FREE):
                heads[head] += 1
    made: dict[str, int] = {}
    for front, seen in fronts.items():
        if seen >= 10 and VOWELS.search(front):
            made[front] = FRONT | (OFTEN if seen > 40 else 0) | (VERY_OFTEN if seen >= 100 else 0)
    for head, seen in heads.items():
        if seen >= 40 and VOWELS.search(head):
            made[head] = made.get(head, 0) | HEAD
    return made


def packed(word: str, bits: int, lemma: str) -> bytes:
    """The value of a form: its bits, how many letters to cut, what to add."""
    common = _common(word, lemma)
    return bytes((bits, len(word) - common)) + lemma[common:].encode()


def main(dic: Path, aff: Path, out: Path) -> None:
    """Write the trie."""
    words = table(dic, aff)
    elements = mined(words)
    rows = {word: (bits | elements.get(word, 0), lemma) for word, (bits, lemma) in words.items()}
    rows |= {word: (bits, word) for word, bits in elements.items() if word not in words}
    trie = marisa_trie.BytesTrie(
        ((word, packed(word, *row)) for word, row in sorted(rows.items())), order=marisa_trie.LABEL_ORDER
    )
    trie.save(str(out))
    print(f"{len(words)} forms, {len(elements)} mined elements, {out.stat().st_size} bytes")


if __name__ == "__main__":
    shipped = Path(__file__).resolve().parent.parent / "resources"
    dictionary = shipped / "dictionaries" / "sv_SE.dic"
    given = [Path(word) for word in sys.argv[1:]] or [dictionary, dictionary.with_suffix(".aff")]
    main(given[0], given[1], given[2] if len(given) > 2 else shipped / "words" / "sv.trie")
