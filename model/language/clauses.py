"""What an att-clause does: its action, whether somebody is to do something, who, by when, for how much."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from model.language import amounts, dates
from model.record.blocks import Amount, Deadline, DeadlineRole

_ACTIONS: tuple[tuple[str, str, bool], ...] = (
    (r"^(?:i övrigt )?notera\b|^lägg(?:a|s|er)?\b.*handlingarna|^ta del av\b|läggs till handlingarna", "notera", False),
    (r"^godkänn\w*|^fastställ\w*|^bifall\w*", "godkänna", False),
    (r"^anta\b|^antar\b", "anta", False),
    (r"^tacka\b", "tacka", False),
    (r"^avslå\b|^avstyrk\w*", "avslå", False),
    (r"^tillstyrk\w*", "tillstyrka", False),
    (r"^ställa sig (?:positiv|bakom)\w*", "ställa_sig_positiv", False),
    (r"^anslå\b|^bevilja\b|^tilldela\b", "anslå", False),
    (r"\bfinansiera\b", "finansiera", False),
    (r"^avsätta\b|\bavsätter\b", "avsätta_medel", True),
    (r"^flytta\b.*\b(?:möte|sammanträde)\w*", "flytta_möte", False),
    (r"^boka\b|^planera\b.*\bmöte\w*", "planera_möte", False),
    (r"\buppdra(?:r)? åt\b|\bfår i uppdrag\b|\bges i uppdrag\b|\buppdra(?:s|ges)?\b|^ge .+ i uppdrag", "uppdra", True),
    (r"\bska(?:ll)? be\b", "uppdra", True),
    (r"^uppmana\b", "uppmana", True),
    (r"^rekommendera\b", "rekommendera", True),
    (r"^påminna\b", "påminna", True),
    (r"^utse\b|^välja\b|^entlediga\b", "utse", True),
    (r"\b(?:är|blir) (?:ordinarie )?(?:representant|ersättare|ledamot|kontaktperson)\b", "utse", False),
    (r"^följa upp\b", "följa_upp", True),
    (r"^åter(?:redovisa|rapportera|koppla|komma)\b", "återredovisa", True),
    (r"^redovisa\b", "redovisa", True),
    (r"\bbegär(?:a)? anstånd\b", "begära_anstånd", True),
    (r"^återremitter\w*", "återremittera", True),
    (r"^bordlägg\w*", "bordlägga", False),
    (r"^(?:inte|ej) |^avvakta\b", "avvakta", False),
    (r"\b(?:ska|skall) vara klar\w*\b(?!.*ambition)", "ange_frist", True),
    (r"^ambitionen\b|^målsättningen\b", "ange_ambition", True),
    (r"\bhuvudansvarig\b|\bansvarar för\b|\bär (?:ansvarig|avsändare|värd|sammankallande)\b", "fördela_ansvar", True),
    (r"\bmeddelar\b|^meddela\b", "meddela", True),
    (
        r"\b(?:skicka ut|går ut med|sprida|sprider|skickas ut) (?:\w+ )?information\b|^informera\b|^kommunicera\b",
        "informera",
        True,
    ),
    (r"^implementera\b|^införa\b", "implementera", True),
    (r"^lansera\b", "lansera", True),
    (r"^beakta\b|\bbeakta\b|^ta med\b", "beakta", True),
    (r"\banpassas\b.*\bskickas\b", "anpassa_skicka", True),
    (r"^anpassa\b", "anpassa", True),
    (r"\bmedverkar?\b", "medverka", True),
    (r"\bfortsättningsvis ska finnas\b|\bförvalta\w*", "förvalta", True),
    (
        r"^(?:upprätta|utarbeta|ta fram|bereda|genomföra|skicka|överlämna|bjuda in|kalla|teckna|underteckna)\b",
        "genomföra",
        True,
    ),
    (
        r"\b(?:medskick|ställningstagande|synpunkt\w*|yttrande\w*)\b.*\b(?:är|var|avges)\b|^avge\b",
        "ta_ställning",
        False,
    ),
)
_CARRIED_OUT = frozenset(
    {"informera", "beakta", "anpassa", "anpassa_skicka", "genomföra", "implementera", "lansera", "meddela", "påminna"}
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:ska|skall|bör|får|kommunicerar|skriver|lämnar|återkopplar|återkommer|tar|genomför|ansvarar|skickar)\b"
)
_TO = re.compile(
    r"\b(?:uppdra(?:r)? åt|uppmana|påminna|rekommendera|ge)\s+"
    r"(?P<who>(?:(?!\b(?:att|om|i uppdrag|utifrån)\b)[^,.;(])+?)\s+(?:att\b|om\b|i uppdrag\b)"
)
_BY = re.compile(r"\b(?P<who>[^,.;]+?)\s+(?:får i uppdrag|ges i uppdrag|har i uppdrag)\b")
_SUBJECT = re.compile(
    r"^(?:avgående\s+)?(?P<who>(?:(?!\b(?:som|ska|skall|bör)\b)[^,.;])+?(?:\s+som\s+[^,.;]+?)?)\s+(?:själv\s+)?"
    r"(?:ska|skall|bör|är|ansvarar|kommunicerar|begär|meddelar|skriver|avsätter|går ut|skickar|återkommer|tar|lämnar)\b"
)
_CHOSEN = re.compile(r"^(?:utse|välja)\s+(?P<who>[A-ZÅÄÖ][^,;]*?)\s+(?:som|till|att)\b")
_NOBODY = re.compile(
    r"(?i)^(?:i övrigt|det|ambitionen|förslaget|ärendet|underlaget|projektet|informationen|yttrandet|planen|"
    r"ta|ge|se|be|på|vid|under|genom|inom|med|till|från|efter|inför|enligt|när|om|i)\b"
)
"""What begins so is no party: a thing, an infinitive, or when and where."""

_ACCOUNT = re.compile(r"\b(?:ur|från)\s+(?P<account>(?:anslaget|kontot|budgeten|medlen|posten)\b[^,.;(]*)")


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read of a clause; everything but `action` may be empty."""

    action: str | None = None
    mandate: bool = False
    responsible: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    amounts: tuple[Amount, ...] = ()


@lru_cache(maxsize=20_000)
def read(words: str, near: datetime.date | None = None) -> Facts:
    """The facts of the clause `words` (without "att"); `near` is the day of the meeting."""
    action, mandate = _action(words)
    who = _responsible(words) if mandate else ()
    return Facts(action, mandate, who, _deadlines(words, near) if mandate else (), _amounts(words))


def needs_somebody(words: str, action: str | None) -> bool:
    """True when what the clause decides is carried out by somebody, and it may be asked by whom.

    The body itself follows up and hears reports; "respektive" says that everybody does it.
    """
    return action in _CARRIED_OUT and "respektive" not in words.casefold()


def _action(words: str) -> tuple[str | None, bool]:
    folded = words[:1].casefold() + words[1:]
    if re.match(r"(?:ambitionen|målsättningen)\b", folded):
        return "ange_ambition", True
    for pattern, action, mandate in _ACTIONS:
        match = re.search(pattern, folded)
        if match and (action != "uppdra" or match):
            return action, mandate
    return ("ålägga", True) if _OTHER_SUBJECT.search(folded) else (None, False)


def _responsible(words: str) -> tuple[str, ...]:
    for pattern in (_TO, _BY, _CHOSEN, _SUBJECT):
        match = pattern.search(words)
        if match:
            who = match["who"].strip()
            if _NOBODY.match(who) or len(who) > 120:
                return ()
            return tuple(part.strip() for part in who.split(" och ")) if pattern is _CHOSEN else (who,)
    return ()


def _deadlines(words: str, near: datetime.date | None) -> tuple[Deadline, ...]:
    found = []
    for date in dates.find(words, near):
        if date.precision not in {"day", "week", "month"} or _is_past(date.edtf, near):
            continue
        before = words[: date.start].casefold()
        found.append(Deadline(date.edtf, _role(before)))
    return tuple(found)


def _is_past(edtf: str, near: datetime.date | None) -> bool:
    """A day before the meeting is when something was decided, not when something is to be done."""
    return near is not None and len(edtf) == 10 and edtf < near.isoformat()


def _role(before: str) -> DeadlineRole:
    near = before[-70:]
    if re.search(r"\bsenast(?:\s+i)?\s*$", near):
        return "by"
    if re.search(r"anstånd\b", before):
        return "requested"
    if re.search(r"\b(?:på|vid)\s+(?:\w+\s)?\w*(?:möte\w*|sammanträde\w*)\s*$|\bsamt\s+\w*mötet\s*$", near):
        return "at_meeting"
    if re.search(r"\b(?:till|inför)\b[^.]*\b\w*(?:möte\w*|sammanträde\w*)\b[^.,;]*$", near) or re.search(
        r"gruppen\s*$", near
    ):
        return "to_meeting"
    return "by" if re.search(r"\b(?:före|innan|till)\s*$", near) else "event"


def _amounts(words: str) -> tuple[Amount, ...]:
    account = _ACCOUNT.search(words)
    whole = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), words)
    named = account["account"].strip() if account else None
    return tuple(Amount(found.value, found.currency, named) for found in amounts.find(whole))
