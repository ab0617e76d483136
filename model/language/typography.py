"""Blanks that must not break a line: in amounts, clock times, paragraphs and dates (Språkrådets skrivregler)."""

import re

from model.language import amounts

NBSP = "\u00a0"
_GLUED = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))|(?<=\bkl\.) (?=\d)|(?<=\bkl) (?=\d)|(?<=§) (?=\d)|(?<=\bnr) (?=\d)")
_MONEY = re.compile(r"(?P<digits>\d{4,9})(?= ?(?:kr|kronor|SEK|tkr|mnkr)\b)")
_JOINED = re.compile(r"(?<=\d)(?=(?:kr|kronor|tkr|mnkr|mkr|kkr)\b)")


def fixed(text: str) -> str:
    """`text` with non-breaking blanks where a line must not break. Its length stays: carets and marks hold."""
    made = list(text)
    for match in _GLUED.finditer(text):
        made[match.start()] = NBSP
    for found in amounts.find(text):
        for place in range(found.start, found.end):
            if made[place] == " ":
                made[place] = NBSP
    return "".join(made)


def amount_words(text: str) -> str:
    """`text` with its amounts written out: "200000kr", "200 000kr" → "200 000 kr" with blanks that do not break."""
    grouped = _MONEY.sub(lambda match: f"{int(match['digits']):,}".replace(",", NBSP), text)
    return fixed(_JOINED.sub(NBSP, grouped))
