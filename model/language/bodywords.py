"""Which body a word names: "styrelsemötet", "nämnden", "KS", and whether that is the body whose minutes are read.

A body's name is a front and a head (kommundirektör|s|grupp|en). The head alone ("gruppen") is one's own body when the
body has that head; the front with "möte" or "sammanträde" is a meeting of the body whose front it is. Nothing here
knows a particular body: the names come from the archive.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from model.language.calendar import MONTHS

_HEADS = (
    ("styrelse", "styrelsen"), ("nämnd", "nämnden"), ("fullmäktige", "fullmäktige"), ("utskott", "utskottet"),
    ("grupp", "gruppen"), ("nätverk", "nätverket"), ("direktion", "direktionen"), ("kommitté", "kommittén"),
    ("presidi", "presidiet"), ("beredning", "beredningen"), ("delegation", "delegationen"), ("stämma", "stämman"),
    ("råd", "rådet"), ("kollegi", "kollegiet"), ("ledning", "ledningen"), ("förbund", "förbundet"),
)  # fmt: skip
"""A head as compounds have it, and the definite form by which the body is shown."""

_HEAD = (
    r"styrelse(?:n|ns)?|nämnd(?:en|ens|s)?|fullmäktiges?|utskott(?:et|ets|s)?|grupp(?:en|ens|s)?|nätverk(?:et|ets|s)?|"
    r"direktion(?:en|ens|s)?|kommitté(?:n|ns)?|presidi(?:um|et|ets|e)|beredning(?:en|ens|s)?|delegation(?:en|ens|s)?|"
    r"stämma(?:n|ns)?|råd(?:et|ets|s)?|kollegi(?:um|et|ets|e)|ledning(?:en|ens|s)?|förbund(?:et|ets|s)?"
)
_GATHERING = (
    r"(?:möte(?:t|ts|n|na|s)?|sammanträde(?:t|ts|n|na|s)?|seminari(?:et|um|er)|internat(?:et)?|konferens(?:en)?)"
)
_ABBREVIATIONS = {
    "ks": "kommunstyrelsen", "kf": "kommunfullmäktige", "au": "arbetsutskottet", "ksau": "arbetsutskottet",
    "rs": "regionstyrelsen", "rf": "regionfullmäktige",
}  # fmt: skip
WORD = re.compile(
    rf"(?i)(?<![\w-])(?:(?P<front>[\w-]*?)(?:(?P<head>{_HEAD})(?:-?(?P<of>{_GATHERING}))?|(?P<meeting>{_GATHERING}))"
    r"|(?P<short>(?-i:[A-ZÅÄÖ]{2,6})))(?![\w-])"
)
"""A word that may name a body or a meeting: a body, a body's meeting, a bare or compound meeting, or capitals."""

_OTHER_WORD = re.compile(
    r"(?i)^(?:om|grund|in|av|hand|väg|led|ut|fort|be|an|kon|forsk|för|till|jul|kost|hus|e|mål|yrkes?|ålders?|kund|jobb|"
    r"läkemedels?|kris|små|under|vatten|blod|sam|för|till)$"
)
"""Fronts with which a head makes another word: "inledningen", "målgruppen", "förberedningen"."""


_ATTRIBUTE = re.compile(r"(?i)(?:^|(?<=\s))(?P<word>[a-zåäöé]+(?:iska|ala|ella|ära)|gemensamma)\s+$")
"""An adjective that belongs to the name: "tekniska nämnden" is not just any "nämnden"."""


YEARLY = {"år": "årsmötet", "höst": "höstmötet", "vår": "vårmötet"}
"""Fronts of the meeting of all members, which is another body than their board."""

_MONTHS = frozenset(MONTHS)
"""Fronts of a body's own meeting in that month: "augustimötet"."""


_TITLED = re.compile(
    rf"(?i)(?<![\w-])(?P<front>[\w-]*?)(?P<head>{_HEAD})(?:s?(?:protokoll|möte|sammanträde)\w*)?(?![\w-])"
)


class BodyName(NamedTuple):
    """A body's name as it is compared: small letters, without joint and inflection."""

    front: str
    head: str

    @property
    def shown(self) -> str:
        """The name in the definite form, in small letters: "styrelsen"."""
        return f"{self.front}{dict(_HEADS).get(self.head, self.head)}"


class Mention(NamedTuple):
    """A word at `start`–`end` that names a body or a meeting.

    `own`: it is the body whose minutes these are. `shown`: how another body is named, None where the word names no
    body ("toppmötet"). `gathering`: the word itself is a meeting. `bare`: it is "möte" or "sammanträde" alone.
    """

    start: int
    end: int
    own: bool
    shown: str | None
    gathering: bool
    bare: bool = False


@lru_cache(maxsize=2_000)
def name_of(words: str) -> BodyName:
    """The compared form of a body's full name: "Barn- och utbildningsnämnden i Alby" → ("utbildning", "nämnd")."""
    bare = re.split(r"\s+(?:i|för|inom|vid|med|hos)\s+", words.strip(), maxsplit=1)[0]
    parts = re.findall(r"[\w-]+", bare)
    for place, part in reversed(list(enumerate(parts))):
        match = WORD.fullmatch(part)
        if match and match["head"]:
            before = "".join(f"{word} " for word in parts[:place])
            return BodyName(_front(match["front"]) or _attribute(before), _head(match["head"]))
    return BodyName(_front(parts[-1]) if parts else "", "")


def meeting_body(title: str) -> str:
    """The body that a title of minutes names: "STYRELSEPROTOKOLL 7/2023" and "fört vid styrelsemöte" are a board's."""
    match = _TITLED.search(title)
    return f"{match['front']}{dict(_HEADS)[_head(match['head'])]}".casefold() if match else ""


def mentions(text: str, own: str, others: Iterable[str] = (), codes: Iterable[str] = ()) -> list[Mention]:
    """The words of `text` that name a body or a meeting; `own` is the body of the minutes, `others` the archive's.

    `codes` are the short forms of one's own body ("KS", "BUN").
    """
    mine, known = name_of(own), tuple(name_of(name) for name in others)
    short = frozenset(code.casefold() for code in codes) | {_initials(own)}
    found = (_mention(match, mine, known, short) for match in WORD.finditer(text))
    return [mention for mention in found if mention is not None]


def same(shown: str, name: str) -> bool:
    """True when a body shown as `shown` is the one called `name`."""
    one, other = name_of(shown), name_of(name)
    return one.head == other.head and _alike(one.front, other.front)


def _mention(
    match: re.Match[str], mine: BodyName, known: tuple[BodyName, ...], short: frozenset[str]
) -> Mention | None:
    if match["short"]:
        return _abbreviated(match, mine, short)
    front = _front(match["front"])
    if match["meeting"]:
        return _meeting(match, front, mine, known)
    if _OTHER_WORD.match(front):
        return None
    attribute = "" if front else _attribute(match.string[: match.start()])
    front = front or attribute
    name = BodyName(front, _head(match["head"]))
    own = name.head == mine.head and (not front or _alike(front, mine.front))
    shown = f"{attribute} {_shown(match)}".strip()
    is_gathering = bool(match["of"]) or name.head == "stämma"
    return Mention(match.start(), match.end(), own, None if own else shown, is_gathering)


def _shown(match: re.Match[str]) -> str:
    """The body as its minutes would call it: the front as it was printed, the head in the definite form."""
    return match["front"].casefold().lstrip("-") + dict(_HEADS)[_head(match["head"])]


def _attribute(before: str) -> str:
    """The adjective of a name straight before its head, in small letters; empty where there is none."""
    found = _ATTRIBUTE.search(before)
    return found["word"].casefold() if found else ""


def _meeting(match: re.Match[str], front: str, mine: BodyName, known: tuple[BodyName, ...]) -> Mention:
    """A bare "mötet" is one's own; a compound one belongs to the body whose front it bears, or to nobody known."""
    start, end = match.span()
    is_meeting = match["meeting"].casefold().startswith(("möte", "sammanträde"))
    if not front or {front, front + "s"} & _MONTHS:
        return Mention(start, end, is_meeting, None, is_meeting, bare=True)
    if mine.front and _alike(front, mine.front):
        return Mention(start, end, True, None, True)
    for name in known:
        if name.front and _alike(front, name.front):
            return Mention(start, end, False, name.shown, True)
    if front in YEARLY:
        return Mention(start, end, False, YEARLY[front], True)
    return Mention(start, end, False, None, is_meeting)


def _abbreviated(match: re.Match[str], mine: BodyName, short: frozenset[str]) -> Mention | None:
    word = match["short"].casefold()
    if word in short:
        return Mention(match.start(), match.end(), True, None, False)
    full = _ABBREVIATIONS.get(word)
    if full is None:
        return None
    own = name_of(full) == mine
    return Mention(match.start(), match.end(), own, None if own else full, False)


def _initials(name: str) -> str:
    """`bun` of "Barn- och utbildningsnämnden": the first letters of the words and of the last one's two halves."""
    parts = [part for part in re.findall(r"\w+", name.casefold()) if part not in {"och", "i", "för", "inom"}]
    last = name_of(name)
    made = "".join(part[0] for part in parts[:-1])
    return made + (last.front[:1] + last.head[:1] if last.head else "".join(part[0] for part in parts[-1:]))


def _front(words: str) -> str:
    folded = words.casefold().strip("-")
    return folded[:-1] if len(folded) > 2 and folded.endswith("s") else folded


def _head(words: str) -> str:
    folded = words.casefold()
    return next(head for head, _ in _HEADS if folded.startswith(head))


def _alike(one: str, other: str) -> bool:
    """The same front; a slip of one letter in a long word is forgiven ("komundirektör")."""
    return one == other or (min(len(one), len(other)) >= 8 and fuzz.ratio(one, other) >= 92)
