"""What is promised: who is to do what by when, read from clauses in order and from running text.

Nothing that is inferred is given as if it stood in the text: a party inherited from the clause before is `implied`.
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from model.language.parties import Party, party
from model.language.references import Reference, Setting, find

Kind = Literal["none", "task", "urge", "return", "postponed", "election"]
"""ingen · uppdrag · uppmaning · återkomst · uppskjutet · val"""


class Promise(NamedTuple):
    """What one clause or sentence promises; `start`–`end` are its place in the text it was read from.

    `deadline` and `event` are ISO days; `meeting` is the reference to the meeting by which, or at which, it is due.
    """

    kind: Kind
    start: int = 0
    end: int = 0
    who: str | None = None
    implied: str | None = None
    deadline: str | None = None
    event: str | None = None
    meeting: Reference | None = None


_DONE = re.compile(
    r"(?i)^(?:i\s+övrigt\s+)?(?:notera|godkänn\w*|anta|antar|tacka|fastställ\w*|lägga?\b.*handlingarna|avslå|"
    r"avstyrka|bifalla|tillstyrka|ställa\s+sig|"
    r"anslå|bevilja|flytta|välja|entlediga|konstatera|uttala|ta\s+del|avsluta|avskriva|medge|ur\s+anslaget|"
    r"tilldela|inte|ej)\b"
)
_ELECTED = re.compile(
    r"(?i)(?:^(?:utse|välja)\b.*|\b(?:är|blir)\s+(?:ordinarie\s+)?)(?:representant|ersättare|ledamot|ledamöter|"
    r"ordförande|vice\s+ordförande|"
    r"revisor|justerare|justeringsperson|kassör|sekreterare|suppleant|kontaktperson|ombud|firmatecknare|rösträknare)\w*"
)
_RETURNS = re.compile(
    r"(?i)\b(?:följa\s+upp|följs\s+upp|följas\s+upp|återredovis\w+|återrapport\w+|återkomm\w+|återkoppl\w+|"
    r"behandla[s]?|presentera[s]?|"
    r"redovisa[s]|diskuteras|tas?\s+upp(?:\s+igen)?|ta\s+upp\s+frågan|ges|besluta[s]?|avgöras|avgörs|lyfts?|"
    r"lyftas|återupptas)\b"
)
_REPORTS = re.compile(
    r"(?i)\b(?:åter(?:redovis|rapport|kom|koppl)\w+|redovis\w+|rapporter\w+|vara\s+klar\w*|"
    r"presentera\w*|överlämna\w*)\b"
)
_FOLLOWED = re.compile(r"(?i)^(?:i\s+övrigt\s+)?(?:följa\s+upp|behandla|ta\s+upp|diskutera|besluta|återkomma\s+till)\b")
_COMES_BACK = re.compile(r"(?i)\b(?:tas|tages|kommer)\s+(?:åter\s+)?upp\b|\b(?:behandlas|följs\s+upp|återupptas)\b")
_BACK_FIRST = re.compile(
    r"(?i)^(?:återredovis\w+|återrapport\w+|återkomm\w+|återkoppl\w+|följa\s+upp|"
    r"följs\s+upp|implementera\b.*\båterrapport)"
)
_POSTPONED = re.compile(
    r"(?i)\b(?:utgick|utgår|utgått|bordla\w+|bordlägg\w+|sköts\s+upp|skjuts\s+upp|uppskjuts|hänskjuts|"
    r"återremitter\w+|flyttas\s+till\s+nästa|vilar)\b"
)
_HAPPENING = re.compile(
    r"(?i)\b(?:\w*(?:mässa|konferens|seminari|kurs|workshop|träff|stämma|invigning|föreläsning|utbildning|"
    r"städdag|resa|fest)\w*|(?:topp|frukost|informations|"
    r"medborgar|sam|dialog)\w*möte\w*)\b"
)
_STARTS = re.compile(
    r"(?i)\b(?:från|fr\.?\s?o\.?\s?m\.?|med\s+start|börjar|"
    r"träder\s+i\s+kraft)(?:\s+och\s+med)?\s+(?:den\s+)?$"
)
"""From a day on something holds; nothing is to be done by then."""

_MOVED = re.compile(r"(?i)\bflytta\b.*\b(?:möte|sammanträde)")


def of_clauses(clauses: Sequence[str], setting: Setting, people: frozenset[str] = frozenset()) -> list[Promise]:
    """One promise for each clause of a decision (their words without "att" and "samt"), `none` where there is none."""
    found: list[Promise] = []
    last: str | None = None
    for words in clauses:
        made = _clause(words, setting, people)
        if made.who is None and last is not None and _inherits(words, made):
            made = made._replace(implied=last)
        last = made.who or last
        found.append(made)
    return found


def in_prose(text: str, setting: Setting, people: frozenset[str] = frozenset()) -> list[Promise]:
    """The promises in running text: sentences that say who does what, or at which coming meeting a matter returns."""
    found, end = [], 0
    while end < len(text):
        last = _stop(text, end, len(text))
        made = _sentence(text, end, last, setting, people)
        if made is not None:
            found.append(made)
            last = made.end
        end = max(last, end) + 1
    return found


def _clause(words: str, setting: Setting, people: frozenset[str]) -> Promise:
    references = find(words, setting)
    deadline, event, meeting = _times(words, references, setting.day)
    end = len(words)
    if _MOVED.search(words):
        return Promise("none", 0, end, event=deadline or event)
    who = party(words, people)
    if _ELECTED.search(words) and not deadline:
        return Promise("election", 0, end)
    if _DONE.match(words) and not deadline and (who is None or who.how != "asked"):
        return Promise("none", 0, end, event=event)
    kind = _kind(words, who, deadline or (meeting and meeting.value))
    if kind == "none":
        return Promise("none", 0, end, event=event)
    return Promise(kind, 0, end, who.who if who else None, None, deadline, event, meeting)


def _kind(words: str, who: Party | None, due: str | None) -> Kind:
    if who and who.how == "urged":
        return "urge"
    if _POSTPONED.search(words) and due:
        return "postponed"
    if _BACK_FIRST.match(words):
        return "return"
    if who:
        return "task"
    if due:
        return "return" if _FOLLOWED.match(words) or _COMES_BACK.search(words) else "task"
    if _PASSIVE.search(words) or _SENDS.search(words) or re.match(r"(?i)redovisa\b", words):
        return "task"
    return "none"


_PASSIVE = re.compile(r"(?i)^(?:(?!\batt\b).)*?\b(?:ska|skall|bör)\s+(?:\w+\s+){0,3}?\w{3,}as\b")
_SENDS = re.compile(
    r"(?i)\b(?:skicka|sända|lämna|ta\s+fram|utarbeta|upprätta|bjuda\s+in|kalla|kontakta|boka|"
    r"teckna|utreda|undersöka|genomföra)\b"
)


def _inherits(words: str, made: Promise) -> bool:
    """A clause with a deadline or a report but no party goes on with the one before, unless the body itself acts."""
    if made.kind in {"none", "election"} or _FOLLOWED.match(words):
        return False
    return bool(made.deadline or made.meeting or re.match(r"(?i)(?:åter)?(?:redovisa|rapportera)\b", words))


def _sentence(text: str, start: int, end: int, setting: Setting, people: frozenset[str]) -> Promise | None:
    words = text[start:end]
    if len(words.strip()) < 8:
        return None
    deadline, event, meeting = _times(words, find(words, setting), setting.day)
    bare = words.strip().lstrip("-–• ")
    if _POSTPONED.search(words):
        after = text[end : end + 120]
        if deadline is None and meeting is None and re.match(r"\W*\s*(?:[Tt]as|[Åå]ter)", after):
            later = _times(after, find(after, setting), setting.day)
            deadline, meeting = later[0], later[2]
            end += _stop(after, 1, len(after))
        return Promise("postponed", start, end, None, None, deadline, event, meeting) if deadline or meeting else None
    who = party(bare, people, prose=True)
    if who and (who.how in {"asked", "named"} or deadline or meeting):
        if _is_past(bare):
            return None
        return Promise("urge" if who.how == "urged" else "task", start, end, who.who, None, deadline, event, meeting)
    if (deadline or meeting) and _RETURNS.search(words) and not _is_past(bare):
        return Promise("return", start, end, None, None, deadline, event, meeting)
    return None


_PAST_CLAUSE = re.compile(
    r"(?i)\b(?:redovisade|informerade|presenterade|berättade|beslutade|beslöt|föredrog|tackade|hälsade|"
    r"uppmanade|konstaterade|framförde|"
    r"fick|gavs|gav|hade|var|skulle|beslöts|beslutades|genomförde|deltog)\b"
)


def _is_past(words: str) -> bool:
    """The sentence tells of what has been; "fick i uppdrag" is still a task."""
    if re.search(r"(?i)\bfick\s+i\s+(?:uppdrag|uppgift)\b", words):
        return False
    return bool(_PAST_CLAUSE.search(words))


def _times(
    words: str, references: Iterable[Reference], day: datetime.date | None
) -> tuple[str | None, str | None, Reference | None]:
    """Deadline, day of an event, and the meeting that is meant, of a clause's references."""
    deadlines: list[tuple[str, Reference]] = []
    event: str | None = None
    meeting: Reference | None = None
    for reference in references:
        if reference.kind == "relative" and reference.value == "next":
            meeting = meeting or reference
            continue
        if reference.kind not in {"date", "interval", "month", "week"} or reference.role in {"back", "own"}:
            continue
        if reference.kind == "week" and reference.role != "ahead":
            continue
        when = _last_day(reference)
        if day and when < day.isoformat():
            continue
        if (
            not reference.meeting
            and reference.role == "event"
            and (_happens(words, reference) or _STARTS.search(words[: reference.start]))
        ):
            event = event or when
            continue
        deadlines.append((when, reference))
    if not deadlines:
        return None, event, meeting
    when, first = min(deadlines, key=lambda pair: pair[0])
    return when, event, first if first.meeting else meeting


def _happens(words: str, reference: Reference) -> bool:
    return bool(_HAPPENING.search(words[max(0, reference.start - 45) : reference.start]))


def _last_day(reference: Reference) -> str:
    value = reference.first_day if reference.kind != "interval" else reference.value.split("/")[0]
    if reference.kind == "week":
        return datetime.date.fromisocalendar(int(value[:4]), int(value[-2:]), 7).isoformat()
    if reference.kind == "month":
        year, month = (int(part) for part in value.split("-"))
        return f"{value}-{monthrange(year, month)[1]:02}"
    return value


_STOP = re.compile(r"[.!?](?=\s+[A-ZÅÄÖ–-]|\s*$)|\n")


def _stop(text: str, start: int, last: int) -> int:
    """The sentence ends at its stop; "Ärendet utgick. Tas upp …" are two."""
    match = _STOP.search(text, start, last)
    return match.start() if match else last
