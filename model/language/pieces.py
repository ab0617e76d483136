"""An attendance line cut into pieces, and each piece judged: person, organisation, title, time, collective, lead."""

import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from model.language import names, stays
from model.language.municipalities import municipality

Kind: TypeAlias = Literal["person", "organisation", "title", "time", "collective"]
KINDS: tuple[Kind, ...] = ("person", "organisation", "title", "time", "collective")

LONGEST = 12
"""Words of a name with its titles; a piece with more is text."""

_SEPARATOR = re.compile(
    r"(?P<newline>\s*\n\s*)|(?P<semicolon>\s*;\s*)|(?P<comma>(?!(?<=\d)(?<![:.]\d\d),\s*§{0,2}\s?\d+(?![\d.:]))\s*,\s*(?:och\s+|samt\s+)?)|"
    r"(?<!-)\s+(?P<joint>och|samt|&|o(?=\s[A-ZÅÄÖ]))\s+(?!§|\d(?!\d*\s(?:andra|till|personer|medlemmar|elever)))|(?P<stop>(?<=[^\s.]{2})\.\s+(?=[A-ZÅÄÖÉ]))|(?:\s+|(?<=[a-zåäöé])(?=-\s+[A-ZÅÄÖ]))(?P<dash>[–—-])\s+(?!§|\d)|"
    r"(?P<tab>\s*\t\s*)|(?P<origin>(?<=\w)\s+från\s+(?=[A-ZÅÄÖ]))|(?P<part>(?:(?<=\w)|(?<=ordf\.))(?<!\bej)(?<!\bav)(?<!\bvid)(?<!från)(?<!till)\s+(?=(?:ej\s+)?(?:§|paragraf)|(?:per\s+telefon|via\s+\w+|på\s+(?:distans|länk)|digitalt)\b))"
)
"""What parts the pieces. "§ 5–7, 12" is one piece, and the paragraphs of the minutes need no comma after a name."""

_TICKED = re.compile(r"(?:(?<=\w)\s+|^)[Xx]$")
"""The cross in a column for those who were there."""

_SHORTENED = re.compile(r"(?i)(?:^|\s)(?:ordf|sekr|v|tf|bitr|tjg|ers|st|d\.?v\.?s|bl\.?a|m\.?fl|[A-ZÅÄÖ])$")
_LEADING = re.compile(
    r"(?i)^(?P<lead>från\s+(?P<org>.+?)\s+(?:deltar|deltog|deltager|medverkar|medverkade|närvarar|närvarade|kom)\s+)(?=\S)"
)
_LABEL = re.compile(r"^(?P<lead>(?P<org>[^:,;()\n]{2,60}?)\s*:\s+)(?=\S)")
_BRACKET = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)")

_LAST_NAME = re.compile(r"(?<=\s)[A-ZÅÄÖÉ][\w’'-]+(?:\s(?:von|af|de))?(?:\s[A-ZÅÄÖÉ][\w’'-]+){1,2}$")
_FOR = re.compile(r"(?i)\b(?:för|ersätter|ers|efter|åt)\.?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two separators: `start`–`end` in the line, without brackets; `before` parts it from the last."""

    start: int
    end: int
    words: str
    before: str
    brackets: tuple[tuple[int, int], ...] = ()


def sentences(line: str) -> list[tuple[int, int]]:
    """The stretches of `line` between full stops and line breaks that end a group, as (start, end)."""
    cuts, depth = [0], 0
    for position, sign in enumerate(line):
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if depth or sign not in ".\n":
            continue
        ends = sign == "\n" or (
            re.match(r"\.\s+[A-ZÅÄÖÉ]", line[position:]) and not _SHORTENED.search(line[cuts[-1] : position])
        )
        if ends:
            cuts.append(position + len(line[position:]) - len(line[position + 1 :].lstrip()))
    return list(zip(cuts, [*cuts[1:], len(line)], strict=True))


def is_caption(words: str, after: str) -> bool:
    """True for a line of a list that only says who come under it ("Ordinarie ledamöter", "Konsult:")."""
    first = re.split(r"\s*[,(;–]\s*|\s+-\s", after.strip())[0]
    if not words.endswith("\n") or not (names.is_person(first) or titled(first)):
        return False
    bare = words.strip()
    if bare.endswith(":"):
        return True
    return bool(
        re.fullmatch(r"[A-ZÅÄÖ](?:[a-zåäöé]{8,}|[a-zåäöé]+(?:[\s/][a-zåäöé]+){1,3})", bare)
        and not names.has_given_name(bare)
        and not names.collective(bare)[0]
        and not municipality(bare)
    )


def lead_of(sentence: str) -> tuple[int, int, int] | None:
    """`(end of the lead, organisation's start, its end)` for "Från X deltar …" and "X: …"; None where there is none."""
    match = _LEADING.match(sentence) or _LABEL.match(sentence)
    return (match.end("lead"), *match.span("org")) if match else None


def cut(line: str, start: int, end: int) -> list[Piece]:
    """The pieces of `line` from `start` to `end`."""
    found: list[Piece] = []
    position, before = start, ""
    for match in _separators(line, start, end):
        found.extend(_piece(line, position, match.start(), before))
        position = match.end()
        before = "comma" if match.lastgroup in {"part", "origin"} else match.lastgroup or "comma"
        if before == "comma" and re.search(r"och|samt", match.group()):
            before = "joint"
    found.extend(_piece(line, position, end, before))
    return [part for piece in _unjammed(found) for part in _with_organisation(piece)]


def costs(piece: Piece) -> dict[Kind, float]:
    """How badly each kind fits the form of `piece`; 0 is perfect."""
    words = piece.words
    if stays.TIME.match(words) and not words[:1].isupper():
        return {"time": 0, "title": 3, "organisation": 5, "person": 9, "collective": 5}
    if words in stays.SMALL_PARTIES:
        return {"organisation": 0, "title": 2, "person": 9, "time": 9, "collective": 9}
    is_many, _ = names.collective(words)
    if is_many:
        return {"collective": 0, "organisation": 3, "title": 4, "person": 9, "time": 9}
    found: dict[Kind, float] = {"time": 9, "collective": 9, "title": 4, "person": 6, "organisation": 2}
    strength = names.organisation_strength(words)
    if names.is_title(words) and not names.is_person(words.split(" ", 1)[-1]):
        found["title"] = 0
    elif words[:1].islower() and not titled(words):
        found["title"] = 1 if strength < 2 else 2.5
    found["organisation"] = (4.0, 1.2, 0.3, 0.0)[strength]
    if words[:1].islower() and strength < 2:
        found["organisation"] = 2
    found["person"] = _person_cost(words, strength)
    if titled(words):
        found["organisation"] = 4.0
    return found


def titled(words: str) -> tuple[int, int] | None:
    """Where the name stands in "kommundirektör Anna Berg" or "Anna Berg ordförande"; None when it is all name."""
    parts = list(re.finditer(r"\S+", words))
    if len(parts) > LONGEST:
        return None
    for first in range(len(parts)):
        for last in range(len(parts), first + 1, -1):
            name = words[parts[first].start() : parts[last - 1].end()]
            before = words[: parts[first].start()].strip()
            after = words[parts[last - 1].end() :].strip()
            if _FOR.search(before):
                continue
            ends = parts[first].group(), parts[last - 1].group()
            if not names.is_person(name) or any(names.TITLE_WORD.match(word) for word in ends):
                continue
            if (not before or names.is_title(before)) and (not after or names.is_title(after)) and (before or after):
                return parts[first].start(), parts[last - 1].end()
    return None


def _person_cost(words: str, strength: int) -> float:
    if names.is_person(words):
        return 0.0 if names.has_given_name(words) else 0.6
    if titled(words):
        return 0.1
    if " " not in words and words[:1].isupper():
        return 0.8 if names.has_given_name(words) else 2.6 if strength < 2 else 3.5
    return 3.0 if names.PERSON.match(words) and strength == 2 else 6.0


def _separators(line: str, start: int, end: int) -> list[re.Match[str]]:
    inside = [match.span() for match in _BRACKET.finditer(line, start, end)]
    return [
        match
        for match in _SEPARATOR.finditer(line, start, end)
        if not any(a <= match.start() < b for a, b in inside)
        and not (match.lastgroup == "stop" and _SHORTENED.search(line[start : match.start()]))
    ]


def _piece(line: str, start: int, end: int, before: str) -> list[Piece]:
    """The words from `start` to `end` with the brackets after them; what follows the brackets is its own piece."""
    found: list[Piece] = []
    brackets = [match.span() for match in _BRACKET.finditer(line, start, end)]
    while start < end:
        stop = brackets[0][0] if brackets else end
        own: list[tuple[int, int]] = []
        resume = stop
        while brackets and not line[resume : brackets[0][0]].strip():
            first, resume = brackets.pop(0)
            own.append((first + line[first:resume].index("(") + 1, resume - 1))
        found.extend(_trimmed(line, start, stop, before if not found else "comma", tuple(own)))
        start = max(resume, start + 1)
    return found


def _unjammed(found: list[Piece]) -> list[Piece]:
    """Names parted that a lost line break has put on one line: "Bo Ek, ekonom Eva Ry, jurist", "Bo Ek (X) Eva Ry (Y)".

    Only where the line begins with a name, so that a title follows its name, and each further piece tells the same.
    """
    if len(found) < 2 or not names.is_person(found[0].words):
        return found
    inner = found[1:-1]
    closed = (
        bool(inner)
        and _is_after(found[-1].words)
        and not _name_at(found[-1].words)
        and all(_name_at(p.words) or _is_after(p.words) for p in inner)
    )
    result: list[Piece] = []
    for piece in found:
        at = _name_at(piece.words) if closed or (found[0].brackets and piece.brackets) else 0
        if at:
            title = piece.words[:at].rstrip()
            result.append(Piece(piece.start, piece.start + len(title), title, piece.before))
        result.append(replace(piece, start=piece.start + at, words=piece.words[at:], before="newline") if at else piece)
    return result


def _with_organisation(piece: Piece) -> list[Piece]:
    """`Anna Berg Lövby hembygdsförening`: a name, and with nothing between whose people it is."""
    parts = list(re.finditer(r"\S+", piece.words))
    if not 4 <= len(parts) <= LONGEST or not names.has_given_name(piece.words) or titled(piece.words):
        return [piece]
    for known, count in ((3, 3), (2, 2), (2, 3)):
        cut_at = parts[count].start() if len(parts) > count + 1 else len(piece.words)
        name, rest = piece.words[:cut_at].rstrip(), piece.words[cut_at:]
        double = count == 2 and names.has_given_name(parts[1].group())
        if not double and rest[:1].isupper() and names.is_person(name) and names.organisation_strength(rest) >= known:
            person = replace(piece, end=piece.start + len(name), words=name, brackets=())
            return [person, replace(piece, start=piece.start + cut_at, words=rest, before="tab")]
    return [piece]


def _is_after(words: str) -> bool:
    """True for what stands after a name: a title, or when somebody was there."""
    return bool(names.is_title(words) or stays.TIME.match(words))


def _name_at(words: str) -> int:
    """Where a name begins that stands last in `words`, after a title or a number; 0 for one that is stood in for."""
    match = _LAST_NAME.search(words)
    if not match or not match.start() or not names.is_person(match.group()):
        return 0
    before = words[: match.start()].rstrip()
    return match.start() if before[-1:].isdigit() or (names.is_title(before) and not _FOR.search(before)) else 0


def _trimmed(line: str, start: int, stop: int, before: str, brackets: tuple[tuple[int, int], ...]) -> list[Piece]:
    while start < stop and line[start] in " \t\n.,;-–•*":
        start += 1
    while stop > start and line[stop - 1] in " \t\n.,;":
        stop -= 1
    ticked = _TICKED.search(line[start:stop])
    stop = start + ticked.start() if ticked else stop
    return [Piece(start, stop, line[start:stop], before, brackets)] if start < stop else []
