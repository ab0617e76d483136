"""The set phrases of Swedish minutes: labels, lead words, status lines, openings, closings, signatures."""

import re
from typing import Literal, TypeAlias

from model.record.blocks import ParagraphKind

RowName: TypeAlias = Literal["meeting", "present", "apologies", "guests", "other"]

_LABELS: tuple[tuple[RowName, str], ...] = (
    (
        "meeting",
        (r"tid\s*(?:/|och|&|,)\s*plats|plats\s*(?:/|och|&|,)\s*tid|datum\s*(?:/|och|&)\s*(?:plats|tid)|tid\s*(?:/|och)\s*datum|"
        r"(?:sammanträdes|mötes)?(?:datum|tid|plats|lokal)|klockslag|klockan|dag(?:\s+och\s+tid)?|sammanträde|när\s+och\s+var"),
    ),
    (
        "apologies",
        (r"(?:anmält|anmälda|anmäld)\s+(?:förhinder|frånvaro)|förhinder|förhindrade|(?:frånvarande|frånvaro)(?:\s+(?:med|utan|som)\s+\w+\s+\w+)?|(?:frånvarande|ej\s+närvarande)(?:\s+\w*ledam(?:o|ö)\w+)?(?:\s+(?:är|var))?|meddelat\s+(?:förhinder|frånvaro)|ej\s+anmält\s+(?:förhinder|frånvaro)|"
        r"återbud|(?:ledamöter\s+med\s+)?anmält\s+förhinder"),
    ),
    (
        "guests",
        (r"(?:särskilt\s+)?inbjudna(?:\s+(?:gäster|föredragande|deltagare))?|gäster|adjungerade|adjungerad|föredragande|"
        r"gäst|övriga\s+inbjudna|inbjuden(?:\s+gäst)?"),
    ),
    (
        "present",
        (r"(?:dessutom\s+|även\s+)?närvarande(?:\s+(?:\w*ledamöter|ersättare|suppleanter|adjungerade|tjänstemän|"
        r"\w*medlemmar))?(?:\s+(?:är|var|voro)(?=\s*:?$))?|närvarande\s+[\w/ ]{3,40}(?=:)|"
        r"\w*representanter(?:\s+\w+)?(?=:)|"
        r"följande\s+(?:deltog|närvarade|var\s+närvarande)(?:\s+(?:på|vid)\s+mötet)?|deltagare|deltagande|(?:ej\s+|icke\s+)?beslutande(?:\s+ledamöter)?|"
        r"ledamöter|mötesdeltagare|medverkande|(?:ej\s+|icke\s+)?tjänstgörande(?:\s+(?:ledamöter|ersättare))?|"
        r"(?:närvarande\s+)?ersättare|övriga?(?:\s+(?:närvarande|deltagare|deltagande|tjänstemän))?|närvarolista|"
        r"suppleanter|sekretariatet|tjänstepersoner|tjänstemän|deltog|på\s+plats|via\s+länk"),
    ),
    (
        "other",
        (r"(?:vice\s+)?ordförande|sekreterare|mötesordförande|mötessekreterare|protokollförare|justerare|utse(?:dd|s)(?:\s+att\s+justera)?|"
        r"justeringens\s+(?:plats|tid)(?:\s+och\s+(?:plats|tid))?|paragrafer|diarienummer|dnr|antecknat\s+av|"
        r"vid\s+anteckningarna|justeringsdatum|anslag|anslaget?\s+\w+|(?:datum\s+för\s+)?anslagets?\s+\w+|(?:plats|tid)\s+för\s+justering|"
        r"förvaringsplats(?:\s+för\s+protokollet)?|protokollet\s+förvaras|underskrift|omfattning|organ(?:\s+och\s+§§)?|nämnd"),
    ),
)  # fmt: skip
LABEL = re.compile(
    r"(?i)^(?P<bullet>[-–•*]\s+)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS)
    + r")(?P<mark>\s*[:;]\s*|\s*\t+\s*|\s{2,}|\s*$|\s(?=(?-i:[A-ZÅÄÖ])\w|\d))"
)
"""A label of the head, with its colon, tab or wide gap, or alone on its line."""

TITLE = re.compile(
    r"(?i)\b(?:\w*protokoll|\w*anteckningar)\b[^0-9]{0,20}?"
    r"(?:nr\.?\s*)?(?P<number>\d{1,3})\s*[/:-]\s*(?P<year>(?:19|20)\d\d)(?!\d|-)"
)
TITLE_MEETING = re.compile(
    r"(?i)^[^.]*(?:möte|sammanträde|stämma)(?:t|n)?\b(?![^,]*\b(?:är|hölls|öppnades|börjar)\b)[^.]*$"
)
"""A first line without the word minutes: "Direktionsmöte 3 maj"."""

ABSENT = re.compile(
    r"(?i)^(?P<name>\S.*?)\s+(?P<said>(?:anmält|anmäld|meddelat)\s+(?:förhinder|frånvaro)|ej\s+närvarande|frånvarande)$"
)
"""Somebody among those who were called who was not there: `Ida Krok anmält förhinder`."""

CAPTION = re.compile(r"^(?:[-–•*]\s+)?(?P<name>[A-ZÅÄÖ][^:;,()\n]{1,30}?)\s*:(?:\s+(?P<value>\S.*)|\s*)$")
"""A line of its own kind, with a word of its own for what it tells: `Kopia: Ida Krok`."""

ROLE_ALONE = re.compile(r"(?i)^(?:mötesordförande|mötessekreterare|protokollförare|justerare|ordförande|sekreterare)$")
"""A role alone on its line: those under it have been named before."""

GATHERING = re.compile(r"(?i)^(?:extra\s+|ordinarie\s+)?\w+(?:möte|stämma)\b")
"""The beginning of a line that says which meeting it was; what stands after it is whose, and no place."""

ANY_GATHERING = re.compile(r"(?!\w+dag(?:en)?\b)[A-ZÅÄÖ][a-zåäö]{3,}(?: [a-zåäö]{4,})?")
"""What a first line may say before the day, as it is no weekday: "Klubbträff 3 maj"."""

HELD_AT = re.compile(r"(?i)^(?:protokoll\s+)?(?:fört|hållet)\s+vid\s+.*?(?:möte|sammanträde|stämma)\w*\s+(?:på|i)\s+")
"""What was held, before the place: "fört vid styrelsemöte på …"."""

ANOTHER_MEETING = re.compile(r"(?i)^(?:[-–•*]\s+)?(?:nästa|kommande|förra|föregående)\b")

SUMMONED = re.compile(r"(?i)^(?:kallade|inbjudna)\s*:?$")

CALLED = re.compile(r"(?i)^(?:\w*protokoll|mötesanteckningar|minnesanteckningar|anteckningar)\b")
"""What a title begins with, even one that ends like a sentence."""

FINITE = re.compile(r"(?i)\b(?:är|var|blev|hölls|ägde|pågick|öppnade|hälsade|beslutade|börjar|började|ska|har|hade)\b")
"""A verb that makes a line a sentence."""

TITLE_WORD = re.compile(r"(?i)(?:^|\b)(?:\w*protokoll\w*|mötesanteckningar|minnesanteckningar|anteckningar)\b")
NUMBER_ONLY = re.compile(
    r"(?i)\b(?:nr\.?|nummer:?)\s*(?P<number>\d{1,3})(?:\s*[/,]?\s*(?P<year>(?:19|20)\d\d)|/(?P<short>\d\d))?(?!\d)"
)
_BODY_WORD = (
    r"[\w-]*(?:nämnd(?:en)?|styrelse(?:n)?|grupp(?:en)?|utskott(?:et)?|nätverk(?:et)?|råd(?:et)?|fullmäktige|direktion(?:en)?|"
    r"kommitté(?:n)?|kommittén|förbund(?:et)?|presidi(?:um|et)|beredning(?:en)?|delegation(?:en)?|förening(?:en)?|"
    r"sällskap(?:et)?|klubb(?:en)?|samfällighet(?:en)?|stiftelse(?:n)?|kansli(?:et)?|ledning(?:en)?|forum|team(?:et)?|"
    r"parlament(?:et)?|församling(?:en)?|distrikt(?:et)?|krets(?:en)?|sektion(?:en)?|kår(?:en)?|bolag(?:et)?|(?<![\w-])brf)"
)
BODY = re.compile(
    rf"(?i)^(?:[\w-]+\.?\s){{0,3}}{_BODY_WORD}(?:\s+(?:i|för|inom|mot|av|på)\s+.{{2,60}}|(?:\s+(?-i:[A-ZÅÄÖ0-9])[\w-]*){{1,4}})?$"
)
"""A line that is only the name of a body."""

PRONOUN = re.compile(r"(?i)^(?:det|detta|dessa|den|denna|dagens|vårt|vår|årets|föregående|nästa|avskrift)\b")
"""What no body's name begins with."""

_SUBJECT = (
    r"(?P<body>(?:[\w-]+\s){0,4}?(?:[\w-]*(?:nämnden|styrelsen|gruppen|utskottet|nätverket|rådet|fullmäktige|direktionen|"
    r"kommittén|förbundet|presidiet|beredningen|delegationen|mötet|stämman|föreningen|ordföranden|ledningen|sällskapet|klubben|"
    r"samfälligheten|stiftelsen|kansliet|forumet|teamet|församlingen|kretsen|sektionen|kåren|kommunen|distriktet)|"
    r"vi|ks|kf|au|ksau)|(?-i:[A-ZÅÄÖ])[\w-]+)"
)
_OF = r"(?:\s+(?:för|i|inom|vid)\s+(?-i:[A-ZÅÄÖ])[\w-]+(?:\s[\w-]+){0,3}?)?"
"""Whose it is: "Styrelsen för Lövets akademi"."""
_DECIDES = r"(?:beslutar|beslutade|beslöt|beslutat)"
_HOW = r"(?:\s+(?:enhälligt|därför|således|sålunda|därefter|även|vidare|också|slutligen|följande))?"
DECISION_LINE = re.compile(
    rf"(?i)^(?:(?:förslag\s+till\s+)?beslut(?:et)?|mötets\s+beslut|(?:[\w-]+\s){{0,2}}[\w-]*(?:utskott|nämnd|råd|grupp|nätverk)s\s+beslut|beslutades|beslöts|{_SUBJECT}(?:s|ns|ens)?{_OF}\s+"
    rf"(?:{_DECIDES}{_HOW}|beslut|föreslår\s+\w+(?:\s+besluta)?))\s*:?$"
)
"""A whole line that leads a decision."""

DECIDER = re.compile(rf"(?i)^(?P<body>(?:[\w-]+\s){{0,4}}[\w-]+?)(?:s\s+beslut|{_OF}\s+{_DECIDES})\b")
"""Whose decision a lead says it is."""

_JAMMED = (
    r"beslut(?=\s(?-i:[A-ZÅÄÖ])[\w-]*(?:nämnden|styrelsen|utskottet|fullmäktige|rådet|mötet|stämman)"
    r"\s(?-i:[a-zåäö]+[ae]r)\s)"
)
"""A lead that has lost its line break: "Beslut Nämnden godkänner rapporten"."""

DECISION_WITH = re.compile(
    rf"(?i)^(?P<lead>(?:mötets\s+)?beslut\s*:|{_JAMMED}|{_SUBJECT}(?:(?:s|ns|ens)?\s+beslut\s*(?::|(?=\s[−–—-]\s))|"
    rf"{_OF}\s+(?:har\s+)?{_DECIDES}{_HOW}\s*:))\s*(?P<words>\S.*)$",
    re.DOTALL,
)
"""`Beslut: Rapporten läggs till handlingarna.`, `Nämndens beslut – Rapporten godkänns.`"""

DECISION_ATT = re.compile(
    rf"(?i)^(?P<lead>(?:(?:det\s+)?(?:beslutades|beslöts|beslutas){_HOW}|(?:mötets\s+)?beslut|{_SUBJECT}{_OF}\s+{_DECIDES}{_HOW}|"
    rf"(?:vidare|därefter|slutligen)\s+{_DECIDES}\s+[\w-]+(?:nämnden|styrelsen|gruppen|utskottet|rådet|mötet|stämman)?)"
    r"\s*:?)\s+(?P<words>att\s+\S.*)$",
    re.DOTALL,
)
"""`Nämnden beslutar att godkänna …` on one line, or as one sentence of several."""

DECIDED = re.compile(r"(?i)\bbeslutade\b|beslöt")
DECISION_OPEN = re.compile(rf"(?i)^(?:{_SUBJECT}{_OF}\s+{_DECIDES}|(?:det\s+)?beslutades){_HOW}\s+att\s*:?$")
"""A lead that takes "att" with it; the clauses follow bare."""

CLAUSE = re.compile(
    r"(?i)^(?P<mark>(?:[-–—−•*·]|\d{1,2}[.)]|[a-z]\))\s+)?(?P<joint>samt\s+|och\s+|dels\s+)?(?P<att>att)\s+(?=\S)"
)
CLAUSE_TAIL = re.compile(r"(?i)[,;]?\s+(?:samt|och)$")
BULLET = re.compile(r"^(?P<mark>[-–—−•*·▪●o]\s+)(?=\S)")
LISTED = re.compile(r"^(?P<mark>\d{1,2}[.)]\s+)(?=\S)")
LETTERED = re.compile(r"^(?P<mark>(?P<letter>[a-zåäö]|[A-H](?=\)))[.)]\s+)(?=\S)")
SUB_NUMBER = re.compile(r"^(?P<mark>(?P<above>\d{1,3})(?:[.:]\d{1,2}(?:\.\d{1,2})*\.?|[a-h][.)]?)\s+)(?=[^\W\d])")
"""`4.2 Rapport`, `4:2`, `4.2.1.`, `4b)`: what stands under item 4."""
ITEM = re.compile(
    r"^(?P<dash>[-–•*]\s+)?(?P<lead>(?P<number>\d{1,3})(?:(?P<sign>[.):])(?:\s+|(?=[A-ZÅÄÖ]))|(?P<odd>[,-])\s+(?=[A-ZÅÄÖ])|\t+))(?P<heading>\D.*|\d{4}.*)?$"
)
BARE_ITEM = re.compile(r"^(?P<lead>(?P<number>\d{1,3})(?P<sign>)\s+)(?P<heading>(?-i:[A-ZÅÄÖ])[^\t]{2,90})$")
"""`4 Budget`: a number without any sign, trusted only in a whole series."""
PARAGRAPH_SIGN = re.compile(
    r"^(?P<lead>(?:(?:[A-ZÅÄÖ]{2,6}|(?!Jfr)[A-ZÅÄÖ](?:[b-df-hj-np-tv-xz]{1,4}|u|un|sau))\s)?§+\s*(?P<number>\d{1,4})(?:[/:]\d{2,4})?(?P<sign>[.:)/]?)\s*)(?P<heading>.*)$"
)
PARAGRAPH_AFTER = re.compile(r"^(?P<lead>(?P<number>\d{1,4})\s*§(?P<sign>[.:)]?)\s*)(?P<heading>.*)$")
CASE_NUMBER = re.compile(
    r"(?i)^\(?(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|ä?rende|handling)\b[.:]?\s*(?P<case>[\w\s./:–-]{2,40})\)?$|"
    r"^(?P<bare>(?-i:[A-ZÅÄÖ])\w{1,5}[\s/-]?\d{4}[/:-]\d{1,6}(?:\s+\d{2,4})?)$"
)
"""A line, or the rest of a heading's line, that is only the case's registration number."""
_NO_CASE = re.compile(r"(?i)\(?(?:ärende|rende|handling)\b")
"""A number in an agenda is no registration number."""

NAMED_ITEM = re.compile(
    r"(?i)^(?P<lead>(?:punkt|ärende|dagordningspunkt)\s+(?P<number>\d{1,3})\s*(?P<sign>[.:–-]?)\s*)(?P<heading>.*)$"
)

_STATUS = (
    (r"utgick|utgår|utgått|ströks|stryks|drogs\s+tillbaka|dras\s+tillbaka", "withdrawn"),
    (
        r"bordlades|bordläggs|bordlagt|sköts\s+upp|skjuts\s+upp|uppskjuts|flyttas\s+till\s+nästa|flyttades\s+till\s+nästa",
        "tabled",
    ),
    (r"återremitterades|återremitteras|återremiss", "referred_back"),
    (r"vilar|vilande", "dormant"),
)
STATUS_LINE = re.compile(
    r"(?i)^(?:(?:ärendet|punkten|frågan|den\s+här\s+punkten)\s+(?:\w+\s+){0,2}?)?(?P<word>"
    + "|".join(f"{words}" for words, _ in _STATUS)
    + r")\b"
)
STATUS_SENTENCE = re.compile(
    r"(?i)(?:^|[.!?]\s+)(?P<words>(?:ärendet|punkten|frågan|beslutet)\s+(?:"
    + "|".join(words for words, _ in _STATUS)
    + r")\b)"
)
"""A sentence of running text that says what became of the item."""

OPENING = re.compile(
    r"(?i)\b(?:hälsar|hälsade|öppnar|öppnade|inleder|inledde|började|börjar|förklarar\s+mötet\s+öppnat)\b"
)
CLOSING = re.compile(
    r"(?i)^(?:ordföranden?|ordf\.?|mötesordföranden|mötet|sammanträdet|[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,2})\s"
    r"(?:\w+\s){0,6}?(?:tackar|tackade|avslutar|avslutade|avslutades|avslutas|förklara\w*\s+(?:mötet|sammanträdet)\s+avslutat)"
)
SIGN_LABEL = re.compile(
    r"(?i)^(?P<label>vid\s+tangenterna|vid\s+pennan|för\s+protokollet|justeras(?:\s+av)?|justerat(?:\s+av)?|justerare|justerande|justering|vid\s+protokollet|protokollförare|"
    r"sekreterare|ordförande|vid\s+anteckningarna|antecknat\s+av|antecknade|nedtecknat\s+av|justeringsperson(?:er)?|protokolljusterare|"
    r"mötessekreterare|mötesordförande)\b(?P<rest>\s*[:.]?\s*.*)$"
)
SignRole: TypeAlias = Literal["adjuster", "chair", "secretary", "head_of_secretariat"]
SIGN_ROLES: tuple[tuple[str, SignRole], ...] = (
    (r"(?i)sekretariatschef|kanslichef", "head_of_secretariat"),
    (r"(?i)tangenterna|pennan|protokoll(?:et|förare)|sekreterare|anteckn", "secretary"),
    (r"(?i)juster", "adjuster"),
    (r"(?i)ordförande|^ordf", "chair"),
)
SLASHED = re.compile(r"^/\s*(?P<name>[^/,]{3,40}?)\s*(?:,\s*(?P<title>[^/]{3,40}))?/?$")
"""`/Anna Berg, sekreterare`: a name signed after a stroke."""

PAGE_FOOT = re.compile(r"(?i)^(?:justerar(?:ens|nas)?\s*sign\w*|justerandes?\s+sign\w*\.?|utdragsbestyrkande|\s)+$")
"""The foot of a printed page; what comes after it is the head of the next."""

PROPOSAL = re.compile(r"(?i)\bförslag\s+till\s+beslut")

FORM = re.compile(
    r"(?i)^(?:(?:underskrift(?:er)?|namnunderskrift(?:er)?|(?:justerandes?|justerarens?|ordförandens?)\s+sign(?:atur)?\.?|"
    r"justerarsignatur(?:er)?|utdragsbestyrkande|sign(?:atur(?:er)?)?\.?|bevis\s+om\s+anslag|anslagsbevis)(?:\s+|$))+$"
)
"""Words of a printed form that are nobody's."""

DAY_LABEL = re.compile(r"(?i)(?:\w*datum|dag)\b")
NO_DAY_OF_MEETING = re.compile(r"(?i)\b(?:per|till|senast|från|av|sedan|före|efter)$")
"""Words before a day that make it another's than the meeting's."""

AGENDA = re.compile(r"(?i)^(?:dagordning|föredragningslista|ärendelista|ärenden|innehåll|punkter)\s*:?$")
"""A line that announces the items."""

OPEN_END = re.compile(r"(?i)(?:\b(?:och|eller|samt|i|för|av|om|till|med|på|vid|från)|[-–,])$")
"""Words that do not end a heading."""

ELSEWHERE = re.compile(r"^(?:[A-ZÅÄÖ]\w{1,5}\s§+\s*\d+\s*)+(?:[Dd]nr\b.*)?$")
"""The paragraphs that the case has had before other bodies: `Au § 84 Sn § 34`."""

CONTENTS = re.compile(r"(?:\.{3,}|…|\t)\s*\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
"""The page at the end of a line in a table of contents."""

SUM_ROW = re.compile(r"(?i)^(?:total\w*|summa|sammanlagt|totalt)\b")
PAGE_HEAD = re.compile(
    r"(?i)^(?:(?:sida|sid|sidan|page)\.?\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|(?:av|/)\s*\d{1,3})$|^(?:sida|sid)\.?\s*\d{1,3}$|^-\s*\d{1,3}\s*-$|^\(\d{1,3}\)$"
)
PHONE = re.compile(r"(?i)^(?:t|tel|tfn|telefon|mobil|fax|växel)\W{0,3}[\d +()-]{6,}$|^\+?\d[\d -]{7,}$")
MAIL = re.compile(r"^\S+@\S+\.\w+$|^(?:https?://|www\.)\S+$")
TO = re.compile(r"(?i)^(?:till\b|kommundir|att:|sändlista)")
SENTENCE_END = re.compile(r"(?<=[\wåäö)\]”\"])\.\s+(?=[A-ZÅÄÖ])")
SHORTENED = re.compile(
    r"(?i)(?:\b(?:t\.?\s?ex|bl\.?\s?a|m\.?\s?m|m\.?\s?fl|d\.?v\.?s|ca|nr|kl|ev|resp|st|jfr|s\.?\s?k|f\.?d|t\.?v|dir|ordf|[^\W\d]))$"
)
ABBREVIATED_SK = re.compile(r"\b(?P<article>[Ee]n|[Ee]tt|[Dd]en|[Dd]et|[Dd]e)s k\b")


MOVES = re.compile(r"(?i)^[^.]{0,80}\byrkar\b|^yrkande\b[^.]{0,40}:")
RESERVES = re.compile(r"(?i)^[^.]{0,120}\breserverar\s+sig\b")
NOTES = re.compile(r"(?i)^(?:protokollsanteckning|anteckning till protokollet)\b|^[^.]{0,80}\btill protokollet\b")

_SUBHEADS: tuple[tuple[str, ParagraphKind], ...] = (
    (r"(?:(?:ändrings|tilläggs|avslags|bifalls)?yrkanden?|yrkanden\s+och\s+\w+)", "motion"),
    (r"(?:reservation(?:er)?|reservation(?:er)?\s+och\s+[\w\s]+)", "reservation"),
    (r"(?:protokollsanteckning(?:ar)?|särskil(?:t|da)\s+yttranden?|anteckning\s+till\s+protokollet)", "note"),
    (r"(?:propositionsordning(?:ar)?|propositionsgång|beslutsgång|omröstning(?:sresultat)?)", "procedure"),
    (
        (
            r"(?:(?:kort\s+)?sammanfattning(?:\s+av\s+ärendet)?|ärendet|ärendebeskrivning|beskrivning\s+av\s+ärendet|bakgrund|"
            r"beslutsunderlag|underlag(?:\s+för\s+beslut)?|bedömning|ekonomiska\s+konsekvenser|tidigare\s+behandling|"
            r"(?:förvaltningens|arbetsutskottets)\s+[\w\s]+|förslag|yttranden|inlägg|diskussion|åtgärd(?:er)?|ansvarig|bilagor|"
            r"(?:beslutet\s+)?(?:ska\s+)?(?:skickas|sänds|expedieras|delges)(?:\s+till)?|beslutet\s+[\w\s]+\s+till|"
            r"expediering|expedieras|paragrafen\s+skickas\s+till|kopia\s+till)"
        ),
        "text",
    ),
)


def subhead_of(line: str) -> ParagraphKind | None:
    """What stands under a line that is only a sub-heading of the usual kind ("Yrkanden"); None for other lines."""
    words = line.strip().rstrip(" :")
    return next((kind for pattern, kind in _SUBHEADS if re.fullmatch(f"(?i){pattern}", words)), None)


def paragraph_kind(words: str) -> Literal["text", "motion", "reservation", "note"]:
    """What a paragraph is to the meeting, by its first sentence."""
    if MOVES.match(words):
        return "motion"
    if RESERVES.match(words):
        return "reservation"
    return "note" if NOTES.match(words) else "text"


def case_of(words: str) -> str | None:
    """The registration number in a line that is nothing else: `KS 2022/101` in "Dnr KS 2022/101"."""
    match = CASE_NUMBER.match(words.strip())
    said = (match["case"] or match["bare"]) if match and not _NO_CASE.match(words) else None
    return said.strip(" .:") if said and re.search(r"\d", said) else None


def case_within(heading: str) -> str | None:
    """The registration number in brackets at the end of a heading."""
    match = re.search(r"\((?P<case>[^()]+)\)$", heading.rstrip())
    return case_of(match["case"]) if match else None


def status_of(words: str) -> Literal["withdrawn", "tabled", "referred_back", "dormant"] | None:
    """The status that a short line under a heading states ("Ärendet utgick."), if it states one."""
    match = STATUS_LINE.match(words)
    if not match or len(words) > 200:
        return None
    for pattern, status in _STATUS:
        if re.fullmatch(f"(?i){pattern}", match["word"]):
            return status  # type: ignore[return-value]  # the table's second column
    return None


def sign_role_of(words: str) -> SignRole:
    """What somebody signs as; one who is neither secretary nor chair adjusts."""
    return next((role for pattern, role in SIGN_ROLES if re.search(pattern, words)), "adjuster")
