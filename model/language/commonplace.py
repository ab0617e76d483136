"""Words that stand in the headings of any business: they say what is done with a matter, not which matter it is."""

from functools import lru_cache

from model.language.words import norm, parts

_WORDS = """
uppföljning information informationen förslag förslaget lägesrapport redovisning återredovisning återrapport
återrapportering fråga frågan frågor gemensam gemensamt gemensamma övrigt övriga ärende ärenden ärendet rapport
rapporten avrapportering presentation diskussion beslut beslutet genomgång avstämning sammanställning inspel svar
yttrande remiss remissvar fortsatt fortsatta fortsättning ny nya nytt nästa kommande aktuell aktuella aktuellt ändrad
ändrat ändring förändringar förändring arbete arbetet arbetet läget status statusrapport delrapport slutrapport
utvärdering revidering reviderad uppdrag uppdraget möte mötet punkt dagens dag samt inför kring angående gällande
avseende beträffande enligt utifrån åter återkoppling avslutning start godkännande fastställande antagande val utse
ansvariga organisation planering plan planen projekt projektet gruppen grupp kommun kommunen kommuner kommunerna
kommunens föregående senaste protokoll anmälan anmälningar meddelanden delgivningar rapporter beredning utredning
underlag material tidplan åtgärder
"""


_BODIES = """
nätverk nätverket nätverken grupp gruppen grupper arbetsgrupp arbetsgruppen styrgrupp styrgruppen styrelse styrelsen
nämnd nämnden nämnderna utskott utskottet förvaltning förvaltningen förvaltningar verksamhet verksamheten verksamheter
sekretariat sekretariatet ordförande sekreterare ledamot ledamöter representant representanter medlem medlemmar
deltagare kommundirektör region regionen
"""
_FUNCTION = """
alla allt alltid andra annan annat antal att av bara behöver bland bli blir blivit bör både båda ca cirka de den denna
deras dess dessa det detta du där därefter därför då efter eller en endast enligt ett ev exempelvis fler flera flest
från få får fått för före först första ge genom ger gett ha hade hal han har hela helt hemma hen hon hur här i igen in
inklusive innan inom inte jag ju kan kom kommer kunde kunna man med medan mellan men mer mest mot mycket måste ned ner
nu någon något några när nära och också om oss på redan respektive sedan se ser sig sin sina sitt ska skall skapa ska
skulle slut som så sådan sådana sådant så samma samtliga samtidigt särskilt ta tar tas tagit till tillsammans tog
trots två tre under upp ur ut utan var vara varit varje varför vart vem vi via vid vidare vilka vilken vilket vill
ville vissa vår våra vårt än ännu är åt även över övrig del delar sätt fall samband sk m mm fl bl t ex hand håll många
antingen beslutar beslutade besluta uppdra uppdrar anta antar godkänna godkänner notera noterar redovisa redovisar
redovisade informera informerar informerade presentera presenterar presenterade lämna lämnar lämnade skicka skickas
framöver huvud åter göra gör gjort gjorts finns finnas innebär gälla gäller utgår utifrån år årets
"""


def is_empty(word: str) -> bool:
    """True for a word (small letters) that says nothing of any matter: a function word, a figure that is no year."""
    return word in _function() or (word.isdigit() and len(word) != YEAR)


YEAR = 4


@lru_cache(maxsize=1)
def _function() -> frozenset[str]:
    return frozenset(_FUNCTION.split())


@lru_cache(maxsize=1)
def commonplace() -> frozenset[str]:
    """The norms of those words, and of what bodies and those who sit there are called; and their parts."""
    words = (_WORDS + _BODIES).split()
    return frozenset(norm(word) for word in words) | {part for word in words for part in parts(word)}
