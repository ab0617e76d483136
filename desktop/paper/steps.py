"""One character or one word to the left or right, in code points: what Backspace and Delete take away."""

import unicodedata

_JOINER = "\u200d"


def previous_character(text: str, at: int) -> int:
    """Where the character that ends at `at` begins; marks, variation signs and joined signs go with their base."""
    start = at - 1
    while start > 0 and (_clings(text[start]) or text[start - 1] == _JOINER):
        start -= 1
    return max(start, 0)


def next_character(text: str, at: int) -> int:
    """Where the character that begins at `at` ends."""
    end = at + 1
    while end < len(text) and (_clings(text[end]) or text[end - 1] == _JOINER):
        end += 1
    return min(end, len(text))


def previous_word(text: str, at: int) -> int:
    """Where the word before `at` begins: blanks first, then signs of one sort."""
    start = at
    while start > 0 and text[start - 1].isspace():
        start -= 1
    sort = _sort(text[start - 1]) if start else ""
    while start > 0 and _sort(text[start - 1]) == sort:
        start -= 1
    return start


def next_word(text: str, at: int) -> int:
    """Where the word after `at` begins: signs of one sort first, then blanks."""
    end = at
    sort = _sort(text[end]) if end < len(text) else ""
    while end < len(text) and sort != "blank" and _sort(text[end]) == sort:
        end += 1
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _clings(sign: str) -> bool:
    """True for what never stands alone: combining marks, variation selectors, skin tones, the joiner itself."""
    return unicodedata.category(sign) in {"Mn", "Mc", "Me"} or sign == _JOINER or "\U0001f3fb" <= sign <= "\U0001f3ff"


def _sort(sign: str) -> str:
    if sign.isspace():
        return "blank"
    return "word" if sign.isalnum() or sign == "_" or _clings(sign) else "sign"
