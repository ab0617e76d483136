"""A person's question made into words and an expression for the index."""

import re

from model.language.stopwords import STOP
from model.language.words import norm, tokens

_PARTS = re.compile("[^\\W_]+")


def asked(words: str) -> list[str]:
    """The words of a question, in small letters, without stop words unless nothing else is asked."""
    found = [part for token in tokens(words) for part in _PARTS.findall(token.word.casefold())]
    telling = [word for word in found if word not in STOP]
    return telling or found


def query(words: list[str], *, every: bool = True) -> str:
    """The FTS5 expression for these words: each as written or by stem, the last one also as the beginning of a word."""
    made = []
    for position, word in enumerate(words):
        forms = {f'"{word}"', f'"{norm(word)}"'}
        if position == len(words) - 1 and len(word) >= 2:
            forms.add(f'"{word}" *')
        made.append("(" + " OR ".join(sorted(forms)) + ")")
    return (" AND " if every else " OR ").join(made)


def marked(text: str, words: list[str]) -> tuple[tuple[int, int], ...]:
    """The ranges of `text` that the question's words hit, word by word: never by substring."""
    stems = {norm(word) for word in words} | set(words)
    last = words[-1] if words and len(words[-1]) >= 2 else None
    found = []
    for token in tokens(text):
        for part in _PARTS.finditer(token.word):
            word = part.group().casefold()
            if word in stems or norm(word) in stems or (last and word.startswith(last)):
                found.append((token.start + part.start(), token.start + part.end()))
    return tuple(found)
