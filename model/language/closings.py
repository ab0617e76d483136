"""The words that end a meeting, told from thanks in the middle of one: they are recognised while they are typed."""

import re

_THANKS = r"(?:tackar|tackade)\s(?:\w+\s){0,4}?för\s"
_MEETING = r"(?:mötet|sammanträdet)"
_CLOSED = re.compile(
    rf"(?i)(?:ordföranden?|ordf\.?|mötesordföranden)\s(?:\w+\s){{0,4}}?"
    rf"(?:{_THANKS}(?:visat\s\w+|i\s?dag|(?:ett\s|dagens\s)?(?:\w+\s)?(?:mötet?|sammanträdet?))"
    rf"|(?:avslutar|avslutade|stänger|stängde)\s(?:\w+\s)?{_MEETING}"
    rf"|(?:förklarar|förklarade)\s{_MEETING}\s(?:för\s)?avslutat)[ .!]"
    rf"|{_MEETING}\s(?:avslutas|avslutades|förklaras\savslutat|förklarades\savslutat)[ .!]"
)


def closes(text: str) -> bool:
    """True when the words in `text`, with the blank or mark that was just typed after them, end the meeting."""
    return bool(_CLOSED.fullmatch(text))
