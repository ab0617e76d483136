"""The words that end a meeting, told from thanks in the middle of one: they are recognised while they are typed."""

import re

_CHAIR = r"(?:ordföranden?|ordf\.?|mötesordföranden)"
_NAMED = r"(?-i:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,2})"
_MEETING = r"(?:mötet|sammanträdet)"
_SMALL = r"(?-i:[a-zåäö]+)"
"""Whoever is thanked for a meeting that ends is everybody; somebody by name is thanked for something else."""

_CLOSES = (
    rf"(?:(?:avslutar|avslutade|stänger|stängde)\s(?:\w+\s)?{_MEETING}"
    rf"|förklara(?:r|de)\s{_MEETING}\s(?:för\s)?avslutat)"
)
_THANKS = rf"(?:tackar|tackade)\s(?:{_SMALL}\s){{0,4}}?för\s"
_CLOSED = re.compile(
    rf"(?i)(?:{_CHAIR}\s(?:\w+\s){{0,4}}?(?:{_THANKS}(?:visat\s\w+|i\s?dag|(?:ett\s|dagens\s)?(?:\w+\s)?"
    rf"(?:mötet?|sammanträdet?))|{_CLOSES})|{_NAMED}\s(?:{_THANKS}dagens\s(?:\w+\s)?(?:möte|sammanträde)|{_CLOSES})"
    rf"|{_MEETING}\s(?:avslutas|avslutades|förklara(?:s|des)\savslutat))[ .!]"
)
WITH = "med "
"""A meeting *with* somebody, and one that ends *with* something, was only spoken of."""


def closes(text: str) -> bool:
    """True when the words in `text`, with the blank or mark that was just typed after them, end the meeting."""
    return bool(_CLOSED.fullmatch(text))


def has_closed(text: str) -> bool:
    """True when `text` begins with words that end the meeting, whatever comes after: it was not typed but accepted."""
    found = _CLOSED.match(f"{text} ")
    return found is not None and not f"{text} "[found.end() :].startswith(WITH)


def goes_on(text: str) -> bool:
    """True when the word just typed shows that what seemed to end the meeting did not."""
    found = _CLOSED.match(text)
    return found is not None and text[found.end() :] == WITH
