"""Who is named in running text: speakers, people in decisions, first names that stand alone."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from model.language.names import has_given_name, is_person

_NAME = r"[A-ZÅÄÖÉ][\w’'é]+(?:-[A-ZÅÄÖ][\w’']+)*"
_FULL = re.compile(rf"(?<![\w-]){_NAME}(?:\s+(?:(?:von|af|de|van|da)\s+)?{_NAME}){{1,2}}(?![\w-])")
_SPEAKS = re.compile(
    r"\b(?:redovisa(?:r|de)|informera(?:r|de)|presentera(?:r|de)|föredrar|föredrog|berätta(?:r|de)|rapportera(?:r|de)|"
    r"redogör|redogjorde|inled(?:er|de)|beskriver|beskrev|visa(?:r|de))\b"
    r"(?!\s+\w+(?:presidi\w*|styrelsen|styrelserna|nämnden|nämnderna|fullmäktige|utskottet)\b)"
)
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n")
_SUBJECT = re.compile(r"^(?:(?:[A-ZÅÄÖ]?[a-zåäö-]+\s+){0,3})$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Mention(NamedTuple):
    """A person named at code points `start`–`end` (exclusive)."""

    start: int
    end: int
    name: str


def people(text: str) -> list[Mention]:
    """The whole names of people in `text`: two or three words with capitals, a given name first."""
    found = []
    for match in _FULL.finditer(text):
        name = match.group()
        start = match.start()
        if not has_given_name(name) and " " in name and has_given_name(name.split(" ", 1)[1]) and name.count(" ") > 1:
            name = name.split(" ", 1)[1]
            start = match.end() - len(name)
        if has_given_name(name) and is_person(name):
            found.append(Mention(start, match.end(), name))
    return found


def speakers(text: str) -> list[Mention]:
    """Those who present something in `text`: people who open a sentence whose verb is one of presenting.

    Somebody who informs another body ("informerar nämnden") does not speak here.
    """
    found, start = [], 0
    for sentence in _SENTENCE.split(text):
        start = text.index(sentence, start)
        verb = _SPEAKS.search(sentence)
        named = people(sentence[: verb.start()]) if verb else []
        if named and _SUBJECT.match(sentence[: named[0].start]):
            found += [Mention(start + m.start, start + m.end, m.name) for m in named]
        start += len(sentence)
    return found


def first_names(text: str, names: Iterable[str]) -> list[Mention]:
    """Where one of the people `names` is called by the first name alone."""
    given = {name.split(" ", 1)[0] for name in names if " " in name}
    words = list(_WORD.finditer(text))
    found = []
    for place, match in enumerate(words):
        if match.group() not in given:
            continue
        then = words[place + 1] if place + 1 < len(words) else None
        goes_on = then is not None and then.group()[0].isupper() and text[match.end() : then.start()] == " "
        before = words[place - 1] if place else None
        inside = before is not None and before.group()[0].isupper() and text[before.end() : match.start()] == " "
        if not goes_on and not (inside and has_given_name(before.group() if before else "")):
            found.append(Mention(*match.span(), match.group()))
    return found
