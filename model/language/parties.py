"""Who is to do something, read from the words of a clause or a sentence: a person, a role, a body or a group.

Only what is printed is a party. A pronoun, an infinitive after "att", or a definite common noun ("förslaget") is none:
a wrong name on a task is worse than no name.
"""

import re
from typing import NamedTuple

from model.language.names import GIVEN, is_person, organisation_strength

_ROLE = (
    r"[\w:’'-]*(?:grupp|nämnd|chef|kontor|sekretariat|nätverk|styrelse|utskott|råd|direktör|kommun|förvaltning|"
    r"ordförande|ledare|"
    r"sekreterare|samordnare|kassör|handläggare|ansvarig|ledamot|ledamöter|bolag|region|förening|enhet|"
    r"avdelning|bibliotek|kansli|"
    r"beredning|presidi|rektor|ekonom|strateg|jurist|revisor|revisorer|kommunikatör|medlem|medlemmar|utredare|konsult|"
    r"representant|personal|kommitté|direktion|förbund|delegation|vaktmästare|föreståndare|utvecklare|ingenjör|"
    r"arkitekt|"
    r"registrator|controller|fullmäktige|förälder|föräldrar|lärare|skolor|skola|verksamhet|myndighet|polis|stad|"
    r"ledning|kyrkoherd|diakon|präst|kantor|komminister|kamrer|ombud|entreprenör|leverantör|ägare|platschef|"
    r"valberedning|redaktör|webbmaster|materialförvaltare|tränare|värd|tjänsteperson|tjänsteman|tjänstemän)"
)
_FORM = r"(?:en|ens|et|ets|n|ns|t|na|nas|ar|ars|arna|arnas|er|ers|erna|ernas|or|orna|s|um|a|an|ena)?"
ROLE_NOUN = re.compile(rf"(?i)^(?:{_ROLE}{_FORM}|(?:vice\s+)?(?-i:VD|vd|CFO|CIO|HR))$")
_EACH = r"(?:respektive|alla|samtliga|varje|berörda|de|båda|övriga|resp\.?)"
_QUANTIFIED = re.compile(rf"(?i)^{_EACH}\s+\w")
_NOT_PARTY = re.compile(
    r"(?i)^(?:i övrigt|det|detta|den|denna|de|man|vi|han|hon|alla|samtliga|ambitionen|målsättningen|gruppens?|"
    r"därefter|här|som|"
    r"förslaget|ärendet|underlaget|projektet|informationen|yttrandet|planen|punkten|frågan|kostnaden|beslutet|"
    r"mötet|avgiften)$"
)

_ASKED = re.compile(
    r"(?i)\b(?:uppdra(?:r|s|ges)?\s+(?:åt|till)|delegera(?:r)?\s+till|ålägga|hänskjuta(?:s)?\s+till|"
    r"överlåta(?:s)?\s+(?:åt|till)|ge(?:r|s)?)\s+"
    r"(?P<who>(?:(?!\b(?:att|om|i\s+uppdrag|i\s+uppgift|utifrån)\b)[^,.;(]){1,120}?)\s+(?:att\b|om\b|i\s+uppdrag\b|"
    r"i\s+uppgift\b)"
)
_GIVES = re.compile(r"(?i)^ge(?:r|s)?\s")
_URGED = re.compile(
    r"(?i)\b(?:uppmana(?:r)?|påminna|påminner|rekommendera(?:r)?|anmoda(?:r)?|förelägga|erinra|(?<!\w\s)be)\s+"
    r"(?P<who>(?:(?!\b(?:att|om|till)\b)[^,.;(]){1,120}?)\s+(?:att|om\s+att)\b"
)
_GIVEN_TO = re.compile(
    r"(?i)(?:^|[.;:–]\s|,\s)(?P<who>[^,.;:–]{1,120}?)\s+(?:får|fick|ges|har|har\s+fått|gavs)\s+(?:i\s+uppdrag|"
    r"i\s+uppgift|uppdraget)\b"
)
_CHOSEN = re.compile(
    r"(?i)\b(?:utse|utses|utser|välja|väljer)\s+(?P<who>(?-i:[A-ZÅÄÖ])[^;]{0,120}?)\s+(?:som|"
    r"till|att)\b"
)
_RESPONSIBLE = re.compile(
    r"(?i)(?P<who>[^,.;:–]{1,120}?)\s+(?:är|blir|står\s+som)\s+(?:huvudansvarig|ansvarig|avsändare|värd|"
    r"sammankallande)\w*\b|"
    r"\b(?:huvud)?ansvarig(?:a)?(?:\s+(?:är|blir)|\s*:)\s+(?P<named>[A-ZÅÄÖ][^,.;]*)"
)
_THROUGH = re.compile(r"(?i)\b\w{3,}(?:as|es|s)\s+(?:genom|av)\s+(?P<who>(?:[\w-]+s\s+)?[\w-]+)(?=[\s.,;]|$)")
_FROM_EACH = re.compile(
    rf"(?i)\b(?:återrapport\w*|redovis\w*|rapport\w*|besked|svar|underlag|"
    rf"synpunkter)\b[^.;]*?\bfrån\s+(?P<who>{_EACH}\s+[\w-]+)"
)

_MODAL = r"(?:ska|skall|bör|måste|får|kommer\s+att)"
_DOES = (
    r"(?:skriver|meddelar|skickar|ansvarar|återkommer|återkopplar|återrapporterar|återredovisar|bokar|mejlar|"
    r"mailar|ser|tar|går|lämnar|"
    r"begär|kommunicerar|avsätter|medverkar|sprider|kontaktar|bjuder|ordnar|fixar|kallar|utreder|undersöker|"
    r"kollar|hör|ringer|gör|köper|"
    r"fortsätter|arbetar|utarbetar|sammanställer|genomför|startar|anordnar|ansöker|förbereder|handlägger|"
    r"inventerar|leder|följer|"
    r"uppdaterar|bevakar|representerar|hämtar|lägger|planerar|hanterar|anmäler|verkställer|upphandlar|betalar|"
    r"granskar|beställer|"
    r"svarar|bereder|tecknar|undertecknar|säkerställer|överlämnar|inkommer|initierar|upprättar|driver|håller|"
    r"sköter|åtar|"
    r"jobbar|pratar|talar|tillfrågar|frågar|anlitar|tillsätter|avropar|remitterar|yttrar|distribuerar|"
    r"publicerar|lanserar|"
    r"påminner|sluter|annonserar|samlar|bildar|samordnar|koordinerar|förhandlar|formulerar|färdigställer|kompletterar|åtgärdar|reviderar|inhämtar|"
    r"rapporterar|redovisar|presenterar|informerar|är\s+värd)"
)
_SAYS = re.compile(
    r"(?i)^(?:rapporterar|redovisar|presenterar|informerar|är\s+värd|håller|leder|arbetar|gör|"
    r"driver|frågar|talar|pratar)$"
)
_ADVERB = r"(?:själv|själva|även|också|sedan|därefter|i\s+övrigt|gemensamt|tillsammans|vidare|nu|då|inte)"
_SUBJECT = re.compile(
    rf"(?i)^(?:(?:samt|och|att|därefter|dessutom|avgående)\s+(?={_EACH}|(?-i:[A-ZÅÄÖ])))?"
    rf"(?P<who>(?:(?!\b{_MODAL}\b)[^.;]){{1,160}}?)\s+(?:{_ADVERB}\s+)*(?P<verb>{_MODAL}|{_DOES})(?![\w-])"
)
_THOSE_WHO = re.compile(
    r"(?i)^(?P<who>(?:de|den|alla|samtliga|varje)\s[\w-]+\ssom\s[^.;]{1,200}?)\s(?P<verb>ska|"
    r"skall|bör|måste)\b"
)
_INVERTED = re.compile(
    rf"(?:^|[,–-]\s*|\b[Dd]enna\s+\w+\s+|\b[Dd]et\s+|\b[Dd]etta\s+)(?P<verb>{_DOES}|{_MODAL})\s+"
    r"(?P<who>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)*|[\w-]+(?:gruppen|nämnden|chefen|styrelsen|förvaltningen|"
    r"kontoret|sekretariatet))\b"
)
_NAME = r"[A-ZÅÄÖ][\w’-]+"
_ANYWHERE = re.compile(rf"(?:^|[–,.]?\s)(?P<who>{_NAME}(?:\s{_NAME})?)\s+(?P<verb>{_DOES})(?![\w-])")
_PASSIVE = re.compile(r"\s+(?:\w+\s+)?[a-zåäö]{3,}(?:as|ges|läs)\b")
_LEAD = re.compile(
    r"(?i)^(?:samt|och|samt\s+att|att|avgående|därefter|dessutom|vidare|även|ordförande(?=\s+(?-i:[A-ZÅÄÖ]))|"
    r"projektledare|tf)\s+"
)
LONGEST = 80
"""A party of more letters is cut at its first "att": the rest says what, not who."""


class Party(NamedTuple):
    """Who, as printed, and in which way it was said: `asked`, `urged`, `chosen`, `named` or `says`."""

    who: str
    how: str


def party(words: str, people: frozenset[str] = frozenset(), *, prose: bool = False) -> Party | None:
    """The party of a clause (`words` without "att") or, with `prose`, of a sentence; None when none is printed.

    `people` are the names of those who took part, whole and first names alone.
    """
    small = words.lower()
    for pattern, how, needs in _FORMAL:
        match = pattern.search(words) if any(need in small for need in needs) else None
        if match is None or (pattern is _GIVEN_TO and _not_ours(match["who"])):
            continue
        who = match["who"] or match.groupdict().get("named") or ""
        if pattern is _ASKED and re.match(r"(?i)ge", match.group()) and "upp" not in match.group()[-9:].casefold():
            continue
        made = _trimmed(who, people)
        if made:
            return Party(made, how)
    return _subject(words, people, prose) or _carried(words, people, prose)


def _not_ours(who: str) -> bool:
    return bool(_NOT_PARTY.match(who.strip()))


_FORMAL = (
    (_ASKED, "asked", ("uppdr", "deleger", "ålägg", "hänskj", "överlåt", "i upp")),
    (_URGED, "urged", ("uppman", "påminn", "rekommender", "anmod", "föreläg", "erinra", "be ")),
    (_GIVEN_TO, "asked", ("uppdrag", "uppgift")),
    (_CHOSEN, "chosen", ("utse", "välj")),
    (_RESPONSIBLE, "named", ("ansvarig", "avsändare", "värd", "sammankallande")),
)
"""A form, what it says, and words without one of which it cannot stand: they are looked for first, and fast."""


def _subject(words: str, people: frozenset[str], prose: bool) -> Party | None:
    """The subject of a finite verb that says what somebody does; in prose the first that is no mere telling."""
    matches = [match for pattern in (_THOSE_WHO, _SUBJECT) if (match := pattern.match(words))][:1]
    if prose:
        matches += [*_INVERTED.finditer(words), *_ANYWHERE.finditer(words)]
    found: list[Party] = []
    for match in matches:
        who = _trimmed(match["who"], people)
        if who and is_party(who, people, prose=prose) and not _undergoes(words, match):
            found.append(Party(who, _how(who, words, match, people, prose)))
    return next((made for made in found if made.how == "named"), found[0] if found else None)


def _undergoes(words: str, match: re.Match[str]) -> bool:
    """The subject of a passive does nothing: "Ny representant ska väljas"."""
    return bool(re.fullmatch(f"(?i){_MODAL}", match["verb"]) and _PASSIVE.match(words, match.end("verb")))


def _how(who: str, words: str, match: re.Match[str], people: frozenset[str], prose: bool) -> str:
    """`says` where the words may only tell: a verb of speech, or in running text what an organisation does."""
    if _SAYS.match(match["verb"]) or re.match(r"\s+upp\b", words[match.end("verb") :]):
        return "says"
    known = is_person(who) or who in people or ROLE_NOUN.match(who.rsplit(maxsplit=1)[-1]) or _QUANTIFIED.match(who)
    organisation = prose and not known and re.split(r"[\s-]", who, maxsplit=1)[0].casefold() not in GIVEN
    return "says" if organisation and not re.match(f"(?i){_MODAL}", match["verb"]) else "named"


def _carried(words: str, people: frozenset[str], prose: bool) -> Party | None:
    """The one through whom it is done, or from whom it comes; in clauses only."""
    if prose:
        return None
    for pattern in (_FROM_EACH, _THROUGH):
        match = pattern.search(words)
        if match and is_party(match["who"].split()[-1] if pattern is _THROUGH else match["who"], people):
            return Party(match["who"].strip(), "named")
    return None


def is_party(who: str, people: frozenset[str] = frozenset(), *, prose: bool = False) -> bool:
    """True when `who` names somebody: a person, a role or body, an organisation, or "respektive", "alla" and a noun."""
    if not who or _NOT_PARTY.match(who) or (prose and re.search(r"\b(?:är|att|som|har)\b", who)):
        return False
    if _QUANTIFIED.match(who):
        first = who.split()
        return len(first) > 1 and (not prose or bool(ROLE_NOUN.match(first[1])))
    if is_person(who) or who.casefold() in people or who in people:
        return True
    head = re.split(r"\s+(?:för|i|på|inom|från|med|vid|som|hos)\s+", who, maxsplit=1)[0].split(",")[0].split()
    if not head or len(head) > 5:
        return False
    if ROLE_NOUN.match(head[-1]):
        return True
    if is_person(" ".join(head)) or (len(head) == 1 and head[0].split("-")[0].casefold() in GIVEN):
        return True
    joint = [part for part in re.split(r"\s+(?:och|samt)\s+", who) if part]
    if len(joint) > 1 and all(is_party(part, people, prose=prose) for part in joint):
        return True
    return who[:1].isupper() and organisation_strength(" ".join(head)) >= 2


def _trimmed(who: str, people: frozenset[str]) -> str | None:
    words = " ".join(who.split()).strip(" ,–-")
    while (match := _LEAD.match(words)) and not is_party(match.group().strip(), people):
        words = words[match.end() :]
    if len(words) > LONGEST:
        words = re.split(r"\s+att\s+", words, maxsplit=1)[0]
    person = re.split(r"\s+(?:från|på|hos)\s+", words, maxsplit=1)[0]
    if is_person(person):
        words = person
    if not words or _NOT_PARTY.match(words) or len(words) > 120:
        return None
    return words
