"""Words made ready for the index: as written, and their stems. å, ä and ö are letters of their own, never folded."""

import re

from model.language.stopwords import STOP
from model.language.words import normal, tokens

_PARTS = re.compile("[^\\W_]+")


def terms(words: str) -> list[str]:
    """The tokens of `words` for the index: each written part, and its stem where that differs."""
    made = []
    for token in tokens(words):
        for part in _PARTS.findall(token.word.casefold()):
            made.append(part)
            stem = normal(part)
            if stem != part:
                made.append(stem)
    return made


def asked(words: str) -> list[str]:
    """The words of a question, in small letters, without stop words unless nothing else is asked."""
    found = [part for token in tokens(words) for part in _PARTS.findall(token.word.casefold())]
    telling = [word for word in found if word not in STOP]
    return telling or found


def query(words: list[str], *, every: bool = True) -> str:
    """The FTS5 expression for these words: each as written or by stem, the last one also as the beginning of a word."""
    made = []
    for position, word in enumerate(words):
        forms = {f'"{word}"', f'"{normal(word)}"'}
        if position == len(words) - 1 and len(word) >= 2:
            forms.add(f'"{word}" *')
        made.append("(" + " OR ".join(sorted(forms)) + ")")
    return (" AND " if every else " OR ").join(made)


def marked(text: str, words: list[str]) -> tuple[tuple[int, int], ...]:
    """The ranges of `text` that the question's words hit, word by word: never by substring."""
    stems = {normal(word) for word in words} | set(words)
    last = words[-1] if words and len(words[-1]) >= 2 else None
    found = []
    for token in tokens(text):
        for part in _PARTS.finditer(token.word):
            word = part.group().casefold()
            if word in stems or normal(word) in stems or (last and word.startswith(last)):
                found.append((token.start + part.start(), token.start + part.end()))
    return tuple(found)
