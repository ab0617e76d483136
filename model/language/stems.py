"""The light stem of a Swedish word: what is left when no lexicon knows it and its inflection is cut."""

ENDINGS = (
    "heternas", "heterna", "heters", "hetens", "heten", "heter", "andets", "andet", "ande", "arnas", "arna", "ernas",
    "erna", "ornas", "orna", "iums", "ium", "ens", "ets", "ars", "ers", "ors", "ans", "ar", "er", "or", "en", "et",
    "an", "ns", "ts", "na", "as", "es", "n", "t", "a", "e", "s",
)  # fmt: skip
"""Inflections, longest first. At least three letters are left, four before an ending of one letter."""

_LEFT = {"heternas": "het", "heterna": "het", "heters": "het", "hetens": "het", "heten": "het", "heter": "het",
         "iums": "i", "ium": "i"}  # fmt: skip
"""What is put back: tryggheten meets trygghet, seminarium meets seminariet."""


def stem(word: str) -> str:
    """`word` (small letters) without its longest inflection; the word itself when too little would be left."""
    for ending in ENDINGS:
        left = len(word) - len(ending)
        if left >= (3 if len(ending) > 1 else 4) and word.endswith(ending):
            return word[:left] + _LEFT.get(ending, "")
    return word


def clipped(word: str) -> str:
    """`word` without a final -a or -e, so that resa, rese- and reso- can meet; short words keep theirs."""
    return word[:-1] if len(word) > 3 and word[-1] in "ae" else word
