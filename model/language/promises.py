"""What is promised: who is to do what by when, read from clauses in order and from running text.

Nothing that is inferred is given as if it stood in the text: a party inherited from the clause before is `implied`.
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from model.language.parties import Party, is_party, party
from model.language.references import Reference, Setting, find
from model.language.wordforms import season_days

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


Times: TypeAlias = tuple[str | None, str | None, Reference | None]
"""A deadline, the day of an event, and the meeting that is meant."""

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
_ELECTS = re.compile(r"(?i)(?:utse|välja)\b")
_RETURNS = re.compile(
    r"(?i)\b(?:följa\s+upp|följs\s+upp|följas\s+upp|(?:åter|av)redovis\w+|(?:åter|av)rapport\w+|återkomm\w+|återkoppl\w+|"
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
    r"(?i)\b(?:utgick|utgår|utgått|bordla\w+|bordlägg\w+|sköts\s+upp|skjuts\s+(?:\w+\s+){0,3}?(?:upp|till|fram)|uppskjuts|hänskjuts|"
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

_FORMAL = re.compile(
    r"(?i)\bjustera\s+(?:\w+\s+){0,2}?protokoll\w*|\b(?:protokoll\w*|beslut\w*|paragraf\w*)\s+(?:ska|skall|bör)\s+(?:\w+\s+){0,2}?"
    r"(?:justeras|delges|expedieras|anslås)\b|\b(?:ska|skall)\s+inte\s+längre\b"
)
"""What happens to the minutes themselves, or no longer: nobody's task."""

_PROPOSES = re.compile(r"(?i)^\W*(?:[\w-]+\s+){1,4}?(?:föreslår|yrkar|undrar|frågar)\b")
"""Somebody proposes; what is promised is what is then decided."""

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
    """The promises in running text: sentences that say who does what, or what is done when.

    "Ansvarig: Jasmin. Klart: 1 december." and "Ulf ansvarar." belong to the sentence before them.
    """
    found: list[Promise] = []
    end, last_start = 0, None
    while end < len(text):
        start, last = end, _stop(text, end, len(text))
        tail = _tail(text[start:last], setting, people)
        if tail is not None and last_start is not None:
            _joined(
                found,
                tail,
                last_start,
                last,
                _times(text[last_start:start], find(text[last_start:start], setting), setting.day),
            )
        else:
            made = _sentence(text, start, last, setting, people)
            if made is not None:
                found.append(made)
                last = made.end
            last_start = start
        end = max(last, start) + 1
    return found


_WHO_TAIL = re.compile(
    r"(?i)^\W*(?:(?:huvud)?ansvarig(?:a)?(?:\s+(?:är|blir))?\s*:?\s+(?P<who>[^:;]{2,60})|"
    r"(?P<does>[^:;]{2,60}?)\s+(?:ansvarar|är\s+(?:huvud)?ansvarig(?:a)?|håller\s+i\s+(?:det|detta)))\W*$"
)
_DUE_TAIL = re.compile(r"(?i)^\W*(?:klart?|klara|färdigt?|senast|deadline|slutdatum|tid|när|redovisas)\s*:\s")


def _tail(words: str, setting: Setting, people: frozenset[str]) -> Promise | None:
    """Who is to do what the sentence before says, or by when; None for a sentence of its own."""
    if "nsvar" not in words and ":" not in words and "håller" not in words:
        return None
    who = _WHO_TAIL.match(words)
    named = who and (who["who"] or who["does"]).strip()
    if named and is_party(named, people):
        return Promise("task", who=named)
    if _DUE_TAIL.match(words):
        deadline, event, meeting = _times(words, find(words, setting), setting.day)
        when = deadline or event
        return Promise("task", deadline=when, meeting=meeting) if when or meeting else None
    return None


def with_tails(said: Promise, text: str, setting: Setting, people: frozenset[str]) -> tuple[Promise, str]:
    """The promise of a clause with what `text`, which follows it, says of who and when; and the text that is left."""
    found, end = [said], 0
    while end < len(text):
        last = _stop(text, end, len(text))
        tail = _tail(text[end:last], setting, people)
        if tail is None:
            break
        _joined(found, tail, said.start, said.end)
        end = last + 1
    made = found[0]
    return (made if made is said or made.kind not in {"none", "election"} else made._replace(kind="task")), text[end:]


def _joined(found: list[Promise], tail: Promise, start: int, end: int, times: Times = (None, None, None)) -> None:
    """Put what a tail says to the promise of the sentence at `start`, which becomes one if it was none."""
    is_one = found and found[-1].start == start
    before = found.pop() if is_one else Promise("task", start, deadline=times[0], event=times[1], meeting=times[2])
    found.append(
        before._replace(
            end=end, who=before.who or tail.who, deadline=before.deadline or tail.deadline,
            meeting=before.meeting or tail.meeting,
        )
    )  # fmt: skip


def _clause(words: str, setting: Setting, people: frozenset[str]) -> Promise:
    references = find(words, setting)
    deadline, event, meeting = _times(words, references, setting.day)
    end = len(words)
    if _MOVED.search(words):
        return Promise("none", 0, end, event=deadline or event)
    who = party(words, people)
    if _FORMAL.search(words):
        return Promise("election" if _ELECTS.match(words) else "none", 0, end, event=event)
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
    if len(words.strip()) < 8 or _FORMAL.search(words) or _PROPOSES.match(words):
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
    return _passive(text, start, end, people, (deadline, event, meeting))


_DEEDS = (
    r"tas\s+fram|tages\s+fram|läggs\s+fram|arbetas\s+fram|ses\s+över|följs\s+upp|bjuds\s+in|skrivs|görs|ges|sänds|"
    r"skickas|översänds|inhämtas|hämtas|utarbetas|utreds|bereds|utvärderas|presenteras|redovisas|avrapporteras|rapporteras|"
    r"publiceras|sammanställs|upphandlas|beställs|åtgärdas|revideras|uppdateras|genomförs|lämnas|kallas|bokas|"
    r"färdigställs|slutförs|formuleras|ordnas|anordnas|förhandlas|kontrolleras|undersöks|förbereds|kompletteras|"
    r"distribueras|remitteras|anmäls|beslutas|behandlas|diskuteras|antas|upprättas|införs|köps|tecknas|betalas|"
    r"informeras|kontaktas|bestäms|avgörs|vidarebefordras"
)
_DOES_IT = re.compile(
    rf"(?i)\b(?:(?P<now>{_DEEDS}|går\s+ut)|(?P<any>tas|ges|ses|sägs|läggs|köps|söks|hyrs|säljs|byts|byggs|\w{{3,}}as)|"
    r"(?:ska|skall|kommer\s+att|bör)\s+(?:\w+\s+){0,3}?"
    r"(?P<will>\w{2,}as|ses|ges|skrivas|inkomma|lämna\s+in|komma\s+in|vara\s+(?:klar|\w+(?:ad|at|ade|t|d)\b)\w*))\b"
)
"""What is done: the deeds that a plan is made of, at any time that is named; others only by somebody or by a day."""

_BY = re.compile(
    r"\bav\s+(?P<who>[\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)?(?:\s+och\s+[\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)?)?)(?=\s*(?:[.,;]|$|\s(?:under|till|"
    r"senast|före|innan|inför|i|på|vid|och)\b))"
)
_BEFORE = re.compile(r"(?i)\b(?:före|innan|senast|inom\s+(?:kort|en|ett|två|tre|fyra|sex|\d))\s+\w")


def _passive(text: str, start: int, end: int, people: frozenset[str], times: Times) -> Promise | None:
    """What is done without anybody being named, or by somebody who comes last: "sammanställs av Agneta"."""
    words, (deadline, event, meeting) = text[start:end], times
    if not (deadline or meeting or " av " in words or _BEFORE.search(words)):
        return None
    does, by = _DOES_IT.search(words), _BY.search(words)
    if does is None or _is_past(words) or _STATES.search(words):
        return None
    named = by["who"] if by and by.start() > does.start() and is_party(by["who"], people, prose=True) else None
    is_by = bool(_BEFORE.search(words))
    is_timed = bool(deadline or meeting) and (not does["any"] or is_by or meeting is not None)
    is_said = bool(named or is_timed or (does["will"] and is_by))
    return Promise("task", start, end, named, None, deadline, event, meeting) if is_said else None


_STATES = re.compile(
    r"(?i)^\W*(?:(?:nästa|kommande)\s+\w*möte|mötet\b|sammanträdet\b|protokollet\b|enligt\b)|"
    r"\b(?:hålls|hålles|flyttas|avslutas|öppnas|godkänns|fastställs|noteras|konstateras|planeras|höjs|höjas|sänks|förväntas|"
    r"hoppas|till\s+handlingarna)\b"
)
"""Sentences that tell of the meeting itself, or of what another rule says."""


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


def _times(words: str, references: Iterable[Reference], day: datetime.date | None) -> Times:
    """Deadline, day of an event, and the meeting that is meant, of a clause's references."""
    deadlines: list[tuple[str, Reference]] = []
    event: str | None = None
    meeting: Reference | None = None
    for reference in references:
        if reference.kind == "relative" and reference.value == "next":
            meeting = meeting or reference
            continue
        if reference.kind not in {"date", "interval", "month", "season", "week"} or reference.role in {"back", "own"}:
            continue
        if reference.kind == "week" and reference.role != "ahead":
            continue
        is_before = reference.kind == "season" and _BEFORE_IT.search(words[: reference.start])
        when = _eve(reference) if is_before else _shifted(words, reference, _last_day(reference))
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


_SPAN = re.compile(
    r"(?i)\b(?P<n>en|ett|två|tre|fyra|fem|sex|\d{1,2})\s+(?P<unit>dag(?:ar)?|veck(?:a|or))\s+(?:före|innan)\s+(?:\w+\s+){0,3}$"
)
_COUNTS = ("en", "två", "tre", "fyra", "fem", "sex")


def _shifted(words: str, reference: Reference, when: str) -> str:
    """The day that lies "två veckor före" the one that is named."""
    span = _SPAN.search(words[: reference.start])
    if span is None:
        return when
    said = span["n"].casefold().replace("ett", "en")
    days = (int(said) if said.isdigit() else _COUNTS.index(said) + 1) * (7 if span["unit"].startswith("v") else 1)
    return (datetime.date.fromisoformat(when) - datetime.timedelta(days=days)).isoformat()


_BEFORE_IT = re.compile(r"(?i)\b(?:före|innan|inför)\s+$")


def _eve(season: Reference) -> str:
    """The last day before a season: "före sommaren"."""
    return (season_days(season.value)[0] - datetime.timedelta(days=1)).isoformat()


def _happens(words: str, reference: Reference) -> bool:
    return bool(_HAPPENING.search(words[max(0, reference.start - 45) : reference.start]))


def _last_day(reference: Reference) -> str:
    if reference.kind == "season":
        return season_days(reference.value)[1].isoformat()
    value = reference.first_day if reference.kind != "interval" else reference.value.split("/")[0]
    if reference.kind == "week":
        return datetime.date.fromisocalendar(int(value[:4]), int(value[-2:]), 7).isoformat()
    if reference.kind == "month":
        year, month = (int(part) for part in value.split("-"))
        return f"{value}-{monthrange(year, month)[1]:02}"
    return value


def first_stop(text: str) -> int:
    """Where the first sentence of `text` ends."""
    return _stop(text, 0, len(text))


_STOP = re.compile(r"[.!?](?=\s+[A-ZÅÄÖ–-]|\s*$)|\n")


def _stop(text: str, start: int, last: int) -> int:
    """The sentence ends at its stop; "Ärendet utgick. Tas upp …" are two."""
    match = _STOP.search(text, start, last)
    return match.start() if match else last
