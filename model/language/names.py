"""Names of people and organisations: what a piece of an attendance line looks like, judged from its form alone."""

import re
from functools import lru_cache

from model.language.municipalities import municipality, resembles_municipality

_GIVEN = """
    adam agneta albin alexander alexandra alf alfred ali alice alva amanda amina anders andreas anette anita ann anna
    anne anneli annelie annette annica annika annikki anton arne arvid asta astrid august axel barbro beatrice bengt
    benny berit bernt bertil bettina birger birgitta bita bjarne björn bo boel bosse brita britt britta camilla carin
    carina carl carola carolin carolina caroline catarina cathrine cecilia charlotta charlotte christel christer
    christian christin christina christine christoffer claes clara claudia conny dag dan daniel daniella david dennis
    dick ebba eddie edvard edvin elena eleonor eleonora elin elina elisabet elisabeth ella ellen ellinor elsa emelie
    emil emilia emma emmy engla erica erik erika erland ester eva evelina ewa fatima felicia felix filip filippa frans
    fredrik fredrika frida fritz gabriel gabriella georg gerd gerhard gert gisela glenn greger greta gudrun gun gunborg
    gunilla gunnar gunnel gustaf gustav gösta göran hampus hanna hannah hans harald harriet harry hassan helen helena
    helene helge henric henrik henry herbert herman hilda hugo håkan ibrahim ida inga inge ingegerd ingela ingemar inger
    ingrid ingvar irene iris isabella isak ivar jakob jan jane janet jannike jasmine jeanette jennie jenny jens jerker
    jessica jim jimmy joachim joakim joel johan johanna johannes john johnny jon jonas jonathan jonny josef josefin
    josefine joshua judit julia juliana jörgen kaj kajsa karin karina karl karla karolina katarina katharina kathrin
    katja katrin kennet kenneth kent kerstin kim kjell klara klas krister kristian kristin kristina kristofer kurt lars
    lasse laura lea leif leila lena lennart leo leon lena lilian lill lillemor lilly linda linn linnéa linnea lina lis
    lisa lisbet lisbeth liselott liselotte liv louise lovisa lotta love lucas ludvig lukas maj maja magdalena magnus
    majvor malin malte marcus margareta margaretha margit mari maria mariana marianne marie marika marina marit markus
    martha martin martina mats matilda mats matts mattias maud max melissa mia micael michael michaela mikael mikaela
    milla mirjam moa mohamed mohammed mona monica monika morgan måns mårten märta nathalie niclas nicole niklas nils
    nina noah nora ola olga olivia olle olof olov oscar oskar otto ove palle patric patricia patrick patrik paul paula
    pauline pelle per pernilla peter petra petter philip pia pierre pontus ragnar ragnhild ralf ralph rebecka rebecca
    regina renée rickard rikard robert robin roger roland rolf ronnie ronny rose rosita roy rune ruth ruben sabina
    salomon sam samuel sandra sanna sara sebastian seija signe sigrid sigvard simon simone siv sixten sofia sofie
    solveig staffan stefan stellan sten stig sture sune susann susanna susanne svante sven sverker sylvia sören
    tage
    tanja tea teresa terese theodor theres therese thom thomas thor thord thore thorsten tilda tina tobias tom tomas
    tommy tony torbjörn tord tore torgny torsten tove tuva tyra ulf ulla ulrica ulrik ulrika ulrike urban ursula vera
    veronica veronika victor victoria vide viktor viktoria vilhelm vilma vincent viola vivianne viveca viveka walter
    wilhelm william william yngve yvonne zara åke åsa örjan östen
    """
GIVEN = frozenset(_GIVEN.split())
"""Common given names in Sweden (SCB's public name statistics, both sexes, several generations)."""

_REGIONS = """
    skåne blekinge halland småland öland gotland östergötland västergötland bohuslän dalsland värmland närke
    västmanland uppland södermanland sörmland dalarna gästrikland hälsingland härjedalen jämtland medelpad ångermanland
    västerbotten norrbotten lappland norrland svealand götaland mälardalen roslagen bergslagen sjuhärad fyrbodal
    nordost nordväst sydost sydväst nord syd väst öst norra södra västra östra mellersta sverige norden öresund
    """
_PLACES = frozenset(_REGIONS.split())
_ORG_WORD = re.compile(
    r"(?i)^(?:region|regionen|länsstyrelsen|landstinget|kommunförbundet|polisen|försäkringskassan|arbetsförmedlingen|"
    r"trafikverket|migrationsverket|skatteverket|boverket|skolverket|socialstyrelsen|föreningen|stiftelsen|"
    r"sekretariatet|kansliet|svenskt|svenska|sveriges|ab|hb|kb|it|inc|ltd|university|group|sverige|consulting|"
    r"\w*(?:kommun(?:en)?s?|stad|stads|län|landsting|förbund(?:et)?|förvaltning(?:en)?|nämnd(?:en)?|styrelse(?:n)?|"
    r"bolag(?:et)?|skola(?:n)?|gymnasi(?:um|et)|universitet(?:et)?|högskola(?:n)?|nätverk(?:et)?|grupp(?:en)?|"
    r"kommitté(?:n)?|utskott(?:et)?|avdelning(?:en)?|enhet(?:en)?|kontor(?:et)?|myndighet(?:en)?|verket|tjänst|"
    r"tjänsten|räddningstjänst(?:en)?|organisation(?:en)?|förening(?:en)?|sekretariat(?:et)?|kansli(?:et)?|"
    r"råd(?:et)?|center|centrum|institut(?:et)?|byrå(?:n)?|projekt(?:et)?|konsult(?:er)?|näringsliv|turism|"
    r"fastigheter|energi|vatten|bostäder|sjukhus(?:et)?|bibliotek(?:et)?|museum|museet))$"
)
TITLE_WORD = re.compile(
    r"(?i)^(?:(?:vice|v\.?|1:e|2:e|förste|förste|andre|tf\.?|t\.?f\.?|biträdande|bitr\.?|adjungerad|tillförordnad|avgående|"
    r"tjänstgörande|tjänstgör|tjg\.?|ersätter|ers\.?|ordinarie|valda?|ordf\.?|ordförand(?:e|en)|sekr\.?|sekreterare(?:n)?|protokollförare|justerare|"
    r"justeringsman|föredragande|ledamot|ledamöter|ersättare|suppleant|controller|strateg|jurist|ekonom|revisor|konsult|"
    r"moderator|samordnare|praktikant|rektor|prefekt|(?:kommunal|oppositions|region|borgar)rådet|\w*dekan(?:us)?|ombud|kassör|registrator|nämndsekreterare|borgmästare|ministern?|docent|"
    r"professor|vd|it-chef|hr-chef|pt|"
    r"[\w-]*(?:chef(?:en)?|direktör(?:en)?|ledare(?:n)?|strateg(?:en)?|sekreterare|handläggare|samordnare|utvecklare|"
    r"ingenjör|ekonom|jurist|planerare|konsulent|inspektör|arkitekt|utredare|ansvarig|assistent|specialist|pedagog|"
    r"(?:kansli|departements|justitie|rätts|kommunal|borgar|region|oppositions|stats)råd|suppleant|revisor|"
    r"kurator|sköterska|läkare|administratör|koordinator|controller|mästare|föreståndare|tekniker|kommunikatör|"
    r"expert|analytiker|rådgivare|representant|förtroendevald|ordförande|ledamot)))$"
)
_NAME_WORD = r"(?:[A-ZÅÄÖÉÜØÆČŠŽ][\w’'é]*\.?(?:-[A-ZÅÄÖÉÜa-zåäö][\w’']*)*)"
_PARTICLE = r"(?:von|af|av|de|van|da|di|el|al|der|den|la|le|du|dos|bin|ibn|zu)"
PERSON = re.compile(rf"^{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_NAME_WORD}){{1,4}}$")
CAPITALISED = re.compile(r"[A-ZÅÄÖ][\w.-]+(?:\s[A-ZÅÄÖ][\w.-]+)*")
"""Words that each begin with a capital."""

_COLLECTIVE = re.compile(
    r"(?i)^(?:hela|samtliga|övriga|alla|representanter(?:na)?|företrädare|delar av|ett antal|cirka \d+|ca \d+|"
    r"(?P<count>\d{1,3}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv))\s+\S"
)
_NUMBERS = "noll en två tre fyra fem sex sju åtta nio tio elva tolv"
_COUNTS = {name: n for n, name in enumerate(_NUMBERS.split())}


@lru_cache(maxsize=4096)
def is_person(words: str) -> bool:
    """True when `words` have the form of a person's whole name: two to five words with capitals, no title inside."""
    return bool(PERSON.match(words)) and organisation_strength(words) < 2


@lru_cache(maxsize=4096)
def organisation_strength(words: str) -> int:
    """0 nothing says organisation · 1 it could be · 2 its words say so · 3 it is a known public name."""
    if municipality(words):
        return 3
    parts = words.replace(",", " ").split()
    if not parts:
        return 0
    given = parts[0].split("-")[0].casefold() in GIVEN
    if any(_ORG_WORD.match(part.strip(".")) for part in parts):
        return 1 if given and len(parts) > 1 else 2
    places = any(part.casefold() in _PLACES or municipality(part) for part in parts)
    if places and not given:
        return 2
    if len(parts) == 1 and (re.fullmatch(r"[A-ZÅÄÖ][A-ZÅÄÖ0-9&-]{1,7}", words) or resembles_municipality(words)):
        return 2
    return 1 if len(parts) == 1 and not given else 0


def has_given_name(words: str) -> bool:
    """True when the first word is a common given name."""
    first = words.split(" ", 1)[0].casefold()
    return first in GIVEN or first.split("-")[0] in GIVEN


def is_title(words: str) -> bool:
    """True when `words` say what somebody is: "vice ordförande", "IT-chef", "chef för strategi"."""
    parts = re.sub(r"\s\d$", "", words).split()
    if not parts or len(parts) > 8:
        return False
    return bool(TITLE_WORD.match(parts[0]) or (len(parts) <= 4 and TITLE_WORD.match(parts[-1])))


def collective(words: str) -> tuple[bool, int | None]:
    """Whether `words` name several people as one ("hela ledningsgruppen", "fem elever"), and how many."""
    match = _COLLECTIVE.match(words)
    if not match or PERSON.match(words):
        return False, None
    count = match["count"]
    if not count:
        return True, None
    return True, int(count) if count.isdigit() else _COUNTS.get(count.casefold())
