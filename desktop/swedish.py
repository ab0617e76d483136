"""Every word that the screen shows: constants and small functions, so that a misspelt name is a type error."""

import datetime
from typing import cast

from model.language.registerwords import ITEM_STATES, ROLES, STATES
from model.language.relations import RELATIONS
from model.record.links import LinkKind

# Common

PROGRAM = "Vid tangenterna"
PROTOKOLL = "Protokoll"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
TODAY = "i dag"
YESTERDAY = "i går"
CANCEL = "Avbryt"
CLOSE = "Stäng"


def clock(moment: datetime.datetime | datetime.time) -> str:
    """`10.42`."""
    return f"{moment.hour:02}.{moment.minute:02}"


def short_month(month: int) -> str:
    """`nov`."""
    return MONTHS[month - 1][:3]


def day_and_month(day: datetime.date) -> str:
    """`27 nov`."""
    return f"{day.day} {short_month(day.month)}"


def short_date(day: datetime.date) -> str:
    """`27 nov 2015`."""
    return f"{day_and_month(day)} {day.year}"


def long_date(day: datetime.date) -> str:
    """`27 november 2015`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: datetime.date) -> str:
    """`Fredag 27 november 2015`."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}".capitalize()


def near_date(day: datetime.date, today: datetime.date) -> str:
    """`i dag`, `i går`, else `27 nov`."""
    if day == today:
        return TODAY
    if day == today - datetime.timedelta(days=1):
        return YESTERDAY
    return day_and_month(day)


def number(count: int) -> str:
    """A number with thin groups as Swedish writes them: `1 284`."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")


def meetings(count: int) -> str:
    """`1 möte`, `7 möten`."""
    return "1 möte" if count == 1 else f"{number(count)} möten"


def named(short_name: str) -> str:
    """`Protokoll 8/2015`."""
    return f"Protokoll {short_name}"


# Top bar

NEW_MINUTES = "Nytt protokoll"
TO_WORD = "Till Word"
TO_WORD_TIP = "Skapa Word-filen bredvid protokollet"
SAVING = "Sparar …"
NOT_SAVED_YET = "Inget att spara än"
KEPT_HERE = "Sparat på den här datorn, arkivet nås inte"
KEPT_HERE_SO_FAR = "Sparat på den här datorn"
ONLY_READING = "Endast läsning"
SAVED_STATE = "Sparat läge"
SHOW_SIDEBAR = "Visa arkivet"
HIDE_SIDEBAR = "Dölj arkivet"
SHOW_EARLIER = "Tidigare beslut"
MENU_NAME = "Meny"


def saved_at(moment: datetime.datetime) -> str:
    """`Sparat 10.42`."""
    return f"Sparat {clock(moment)}"


def not_saved_since(moment: datetime.datetime) -> str:
    """`Ej sparat sedan 10.38`."""
    return f"Ej sparat sedan {clock(moment)}"


# Sidebar

SEARCH_ALL = "Sök i alla möten"
SEARCH_ALL_NAME = "Träffarna visas i listan under medan du skriver."
GOING_ON = "Pågår nu"
MEETING_LIST = "Möten"
HIT_LIST = "Träffar"
NO_YEAR = "Utan år"
ARCHIVE_EMPTY = "Arkivet är tomt"
ARCHIVE_EMPTY_MORE = "Lägg till gamla protokoll så kan du söka i dem och länka till tidigare beslut."
NO_ARCHIVE = "Inget arkiv är valt"
NO_ARCHIVE_MORE = "Välj mappen där protokollen ligger, eller en tom mapp för ett nytt arkiv."
CHOOSE_ARCHIVE = "Välj mapp …"
ADD_MINUTES = "Läs in protokoll …"
READING_ARCHIVE = "Läser in arkivet"
READING_PAUSED = "Inläsningen är pausad"
PAUSE = "Pausa"
GO_ON = "Fortsätt"
SEARCH_RESTS = "Sökningen vilar. Att skriva går som vanligt."
SEARCH_AGAIN = "Starta igen"
NO_HITS = "Inga träffar"
SEARCHING = "Söker …"
COMPLETIONS = "Filter som går att välja"
NEWEST_FIRST = "Nyaste först"
BEST_FIRST = "Bästa träffen först"
SORT_TIP = "Ctrl+R"
FILTER = "filter"
FILTERS = "år: kommun: person: beslut: öppen:"
ARCHIVE_STATE = "Arkivets läge"


def hits_for(words: str) -> str:
    """`Träffar på «mångfald»`."""
    return f"Träffar på «{words}»"


def no_hits_for(words: str, count: int) -> str:
    """What was searched when nothing was found."""
    if not count:
        return "Det finns inga protokoll att söka i än."
    return f"«{words}» finns inte i {'det enda protokollet' if count == 1 else f'något av {number(count)} protokoll'}."


def searchable(count: int) -> str:
    """`1 284 protokoll sökbara`."""
    return f"{number(count)} protokoll sökbara"


def of_total(done: int, total: int) -> str:
    """`412 av 1 284`."""
    return f"{number(done)} av {number(total)}"


def unreadable(count: int) -> str:
    """`2 filer kunde inte läsas`."""
    return "1 fil kunde inte läsas" if count == 1 else f"{number(count)} filer kunde inte läsas"


def unreadable_shown(count: int) -> str:
    """`2 filer kunde inte läsas – visa`."""
    return f"{unreadable(count)} – visa"


def meeting_row(short_name: str, body: str) -> str:
    """`8/2015 Kommundirektörsgruppen`."""
    return f"{short_name} {body}"


def address(short_name: str, number_: int | None, clause: int | None = None, letter: str = "") -> str:
    """`8/2015 · p. 8`, `8/2015 · p. 9 b`."""
    place = short_name if number_ is None else f"{short_name} · p. {lettered(number_, letter)}"
    return f"{place}:{clause}" if clause else place


def outside(place: str, archive: str) -> str:
    """`4/2015 · p. 1 · Styrelsen`: a place in another archive."""
    return f"{place} · {archive}" if archive else place


def lettered(number_: int, letter: str | None) -> str:
    """`8`, `9 b`."""
    return f"{number_} {letter}" if letter else str(number_)


def chip(short_name: str, number_: int | None, letter: str = "") -> str:
    """`4/2015 p. 1`."""
    return short_name if number_ is None else f"{short_name} p. {lettered(number_, letter)}"


def cited(short_name: str, number_: int | None, letter: str = "") -> str:
    """`8/2015 § 9 b`, as minutes are cited."""
    return short_name if number_ is None else f"{short_name} § {lettered(number_, letter)}"


def in_words(words: str) -> str:
    """`4/2015, punkt 1` for `4/2015 · p. 1`: signs and abbreviations are read letter by letter, or not at all."""
    pairs = (" · p. ", ", punkt "), (" p. ", ", punkt "), (" · ", ", "), ("\n", " "), ("..", "."), (".,", ",")
    for shown, said in pairs:
        words = words.replace(shown, said)
    return words


def card_address(short_name: str, number_: int | None, letter: str = "") -> str:
    """`4/2015 · punkt 1`."""
    return short_name if number_ is None else f"{short_name} · punkt {lettered(number_, letter)}"


def spoken_hit(place: str, day: str, words: str) -> str:
    """What a screen reader says of a hit or a card."""
    return in_words(". ".join(part for part in (place, day, words) if part))


FIND_HERE = "Sök i protokollet"
FIND_NEXT = "nästa"
FIND_BACK = "förra"

# Earlier decisions

EARLIER = "Tidigare beslut"
EARLIER_LIST = "Tidigare beslut i samma ärende"
EARLIER_EMPTY = "Här dyker tidigare beslut i samma ärende upp medan du skriver."
EARLIER_NONE = "Inget tidigare beslut liknar den här punkten."
RESEMBLES = "Liknar"
LINK_HERE = "länka hit"
READ = "läs"
TO_THE_LIST = "till listan"
BACK_TO_TEXT = "tillbaka till texten"
LINK_MENU = "Länka hit"
READ_MENU = "Läs hela protokollet"
READING = "Läser"
READING_NAME = "Protokoll, endast läsning"


def at_item(number_: int, letter: str | None = None) -> str:
    """`punkt 8`."""
    return f"punkt {lettered(number_, letter)}"


def linked_to(number_: int | None, letter: str | None = None) -> str:
    """`Länkad till punkt 8`."""
    return f"Länkad till punkt {lettered(number_, letter)}" if number_ else "Länkad"


# Start page

MORNING = "God morgon"
DAY = "God dag"
EVENING = "God kväll"
START_NAME = "Startsida"
CONTINUE = "Fortsätt där du slutade"
CONTINUE_NONE = "Inget protokoll är påbörjat än"
OPEN_FILE = "Läs in protokoll"
OPEN_FILE_MORE = "Gamla protokoll från text blir sökbara"
NEW_FIRST = "Det första i arkivet"
PICK = "välj"
OPEN = "öppna"


def greeting(hour: int) -> str:
    """By the hour of the day."""
    if 4 <= hour < 10:
        return MORNING
    return DAY if 10 <= hour < 18 else EVENING


def new_from(short_name: str, earlier: str) -> str:
    """`Nr 8/2015 – fälten från 7/2015 är ifyllda`."""
    return f"Nr {short_name} – fälten från {earlier} är ifyllda"


def continued(short_name: str, when: str) -> str:
    """`Protokoll 7/2015 · i går 16.10`."""
    return f"Protokoll {short_name} · {when}" if when else f"Protokoll {short_name}"


# The hint line

KEY_NEW_PARAGRAPH = "nytt stycke"
KEY_NEW_CLAUSE = "ny att-sats"
KEY_DECISION = "blir beslut"
KEY_NEW_ITEM = "ny punkt"
KEY_LINK = "länka beslut"
KEY_MOVE = "flytta"
KEY_ALL_KEYS = "alla tangenter"
KEY_NEXT_FIELD = "nästa fält"
KEY_PERSON = "person"
KEY_ROSTER = "närvaro"
KEY_HERE = "här / inte här"
KEY_ARRIVED = "kom nu"
KEY_LEFT = "gick nu"
KEY_DONE = "klar"
KEY_CHOOSE = "välj"
KEY_CLOSE = "stäng"
KEY_WITH_ORGANISATION = "med organisation"
KEY_BACK = "ett steg tillbaka"
KEY_NEXT_CELL = "nästa cell"
KEY_NEW_ROW = "ny rad"
KEY_BODY_TEXT = "text under"
KEY_SEARCH = "sök i alla möten"
KEY_NEW = "nytt protokoll"
KEY_OPEN = "läs in"
KEY_BROWSE = "bläddra"
KEY_UNDO = "ångra"
ON_EMPTY_LINE = "Enter på tom rad"
HINT_NAME = "Tangenter som gäller här"

# Banners

BANNER_NAME = "Meddelande"
TRY_NOW = "Försök nu"
UNDERSTOOD = "Jag förstår"
OPEN_IT = "Öppna"
SHOW_FOLDER = "Visa mappen"
KEEP_MINE = "Behåll min text"
TAKE_THEIRS = "Hämta den andra"
SEALED = "Protokollet är justerat."
SEALED_MORE = "Det kan läsas, sökas och skrivas ut, men texten ändras bara genom en synlig rättelse."
READ_ONLY = "Protokollet är öppnat för läsning."
READ_ONLY_MORE = "Filen är skriven av en nyare version av programmet. Inget ändras i den."
OUTSIDE_MORE = "Det ligger i ett annat arkiv. Där kan du söka, läsa och citera; inget ändras."
OUTSIDE_NOT_LINKED = "Beslut i ett annat arkiv kan citeras men inte länkas."
TEXT_IS_SAFE = "Texten är trygg: den sparas på den här datorn. Ny kopia till arkivet görs så fort det svarar."
CHANGED_ELSEWHERE = "Någon annan har ändrat protokollet sedan du öppnade det."
CHANGED_ELSEWHERE_MORE = (
    "Din text är trygg på den här datorn. Behåll din text: den andra versionen sparas bredvid. "
    "Hämta den andra: din text sparas bredvid."
)
TEXT_ON_THIS_COMPUTER = "Det du har skrivit är tryggt på den här datorn."
WORD_READY = "Word-filen är klar."
WORD_NEEDS_ARCHIVE = "Välj först ett arkiv, så att filen får en plats."
WORD_FAILED = "Word-filen kunde inte skapas."
ARCHIVE_GONE = "Arkivet nås inte."
SOMETHING_BROKE = "Något gick fel i programmet."
SOMETHING_BROKE_MORE = "Texten är trygg: allt du har skrivit finns på den här datorn. Felet står i loggen."
JOURNAL_BROKEN = "Det du skriver nu finns bara i minnet."
JOURNAL_BROKEN_MORE = "Ingen mapp på den här datorn går att skriva i. Texten sparas till arkivet som vanligt."
WORKER_GONE = "Sökning, inläsning och Word vilar."
WORKER_GONE_MORE = "Att skriva går som vanligt och texten sparas på den här datorn."
RECOVERED = "Texten från förra gången är återställd."
VERSION_OF = "min text"
THEIR_VERSION = "annan version"


def recovered_more(lost: int) -> str:
    """What a recovery found."""
    if lost:
        return f"{number(lost)} ändringar i slutet gick inte att läsa. Allt före dem är med."
    return "Allt som hann skrivas är med."


def archive_silent(folder: str) -> str:
    """The archive's folder has gone, or the network is down: `Mappen G:\\Protokoll svarar inte.`"""
    return f"Mappen {folder} svarar inte."


def read_in(count: int) -> str:
    """What an import did."""
    return "Protokollet är inläst." if count == 1 else f"{number(count)} protokoll är inlästa."


def read_in_more(unsure: int) -> str:
    """What to look at after an import."""
    if not unsure:
        return "Inget behövde gissas."
    return (
        "Ett ställe är osäkert läst. Se efter."
        if unsure == 1
        else f"{number(unsure)} ställen är osäkert lästa. Se efter."
    )


# Dialogs

NEW_TITLE = "Nytt protokoll"
NEW_LEAD = "Fälten är ifyllda från det senaste mötet."
NEW_LEAD_FIRST = "Det första protokollet i arkivet."
FIELD_BODY = "Organ"
FIELD_GENITIVE = "I rubriken"
FIELD_NUMBER = "Nummer"
FIELD_YEAR = "År"
FIELD_DATE = "Mötesdag"
CREATE = "Skapa"
RECOVER_TITLE = "Text som inte hann sparas"
RECOVER_LEAD = "Programmet avslutades oväntat förra gången. Det här finns kvar på datorn:"
RECOVER = "Återställ"
RECOVER_LATER = "Inte nu"
RECOVER_SET_ASIDE = "Lägg undan"
RECOVER_LIST = "Text som kan återställas"
OPEN_TITLE = "Läs in protokoll"
OPEN_FILTER = "Protokoll (*.txt *.md);;Alla filer (*)"
BESIDE_TITLE = "Välj det andra arkivets mapp"
ARCHIVE_TITLE = "Välj arkivets mapp"
SAVE_ASIDE_TITLE = "Stäng utan arkivet?"
KEYS_TITLE = "Tangenter"
KEYS_CLOSE = "F1 eller Esc stänger"
KEYS_READ = "Pil ned och pil upp läser tangenterna en i taget."
ABOUT_TITLE = "Om Vid tangenterna"
ABOUT_MORE = (
    "Skriv protokoll medan mötet pågår, och hitta de beslut det bygger på.\n\n"
    "Typsnitt: Inter och Source Serif 4 (SIL OFL 1.1). Ikoner: Lucide (ISC)."
)
SIGNATURES_TITLE = "Underskrifter"
SIGNATURE_FIELDS = ("Etikett", "Namn", "Titel")
DONE = "Klar"
GO_TO_TITLE = "Gå till punkt"
GO_TO_LABEL = "Punkt:"
DEFAULT_BODY = "Styrgruppen"
DEFAULT_GENITIVE = "Styrgruppens"


def version(number_: str) -> str:
    """`Version 0.1.0`."""
    return f"Version {number_}"


def left_behind(short_name: str, when: str, changes: int) -> str:
    """One line in the list of what can be recovered."""
    what = "1 ändring" if changes == 1 else f"{number(changes)} ändringar"
    return f"{named(short_name)} · {when} · {what}"


# Menus and actions

MENU_FILE = "&Protokoll"
MENU_EDIT = "&Redigera"
MENU_ITEM = "P&unkt"
MENU_FIND = "&Hitta"
MENU_VIEW = "&Visa"
MENU_HELP = "H&jälp"

ACTIONS: dict[str, str] = {
    "new": "Nytt protokoll",
    "new_with": "Nytt protokoll med val …",
    "open": "Läs in protokoll …",
    "archive": "Välj arkiv …",
    "beside": "Sök även i ett annat arkiv …",
    "alone": "Sök bara i det egna arkivet",
    "to_word": "Till Word",
    "save": "Spara nu",
    "close": "Stäng protokollet",
    "quit": "Avsluta",
    "undo": "Ångra",
    "redo": "Gör om",
    "cut": "Klipp ut",
    "copy": "Kopiera",
    "paste": "Klistra in",
    "select_all": "Markera allt",
    "new_item": "Ny punkt efter denna",
    "move_up": "Flytta uppåt",
    "move_down": "Flytta nedåt",
    "previous_item": "Föregående punkt",
    "next_item": "Nästa punkt",
    "go_to_item": "Gå till punkt …",
    "roster": "Närvarolista",
    "clock": "Klockslag nu",
    "signatures": "Underskrifter …",
    "conflict": "Jäv eller lämnar mötet …",
    "put_off": "Ärendet utgår eller bordläggs …",
    "row": "Tabellrad",
    "head_row": "Tabellens rubrikrad",
    "sum": "Summera tabellen",
    "kind_opening": "Stycket öppnar mötet",
    "kind_closing": "Stycket avslutar mötet",
    "kind_motion": "Stycket är ett yrkande",
    "kind_reservation": "Stycket är en reservation",
    "kind_note": "Stycket är en protokollsanteckning",
    "kind_paragraph": "Vanligt stycke",
    "park": "Lägg meningen åt sidan",
    "tray": "Hämta från sidan …",
    "quote": "Citera valt beslut",
    "palette": "Alla kommandon …",
    "read_back": "Läs upp besluten",
    "time_machine": "Tidsmaskinen",
    "settings": "Inställningar …",
    "spelling": "Nästa stavfel",
    "spelling_on": "Stavning av och på",
    "link": "Länka valt beslut",
    "unlink": "Ta bort länken",
    "refuse": "Föreslå inte det valda beslutet igen",
    "precedent": "Skriv vad som beslutades tidigare",
    "line": "Ärendets historik",
    "promises": "Att följa upp",
    "registers": "Register",
    "copy_quote": "Kopiera som citat",
    "search": "Sök i alla möten",
    "find": "Sök i protokollet",
    "earlier": "Till tidigare beslut",
    "next_pane": "Nästa ruta",
    "previous_pane": "Föregående ruta",
    "paper_alone": "Bara pappret",
    "sidebar": "Arkivet",
    "right": "Tidigare beslut",
    "system": "Färger som systemet",
    "light": "Ljust",
    "dark": "Mörkt",
    "start": "Startsidan",
    "keys": "Alla tangenter",
    "about": "Om Vid tangenterna",
}


def in_sheet(name: str) -> str:
    """An action's name as the F1 sheet says it: small first letter, no dots."""
    words = ACTIONS[name].removesuffix(" …")
    return words[0].lower() + words[1:]


def signature_field(number: int, field: str) -> str:
    """What a screen reader calls a field of a signature: `Underskrift 2, namn`."""
    return f"Underskrift {number}, {field.lower()}"


KEY_NAMES: dict[str, str] = {
    "Return": "Enter",
    "Space": "Mellanslag",
    "Up": "↑",
    "Down": "↓",
    "Backspace": "Backsteg",
    "Del": "Delete",
}

SHEET_GROUPS: dict[str, str] = {
    "write": "Skriva",
    "people": "Personer och tid",
    "earlier": "Tidigare beslut",
    "find": "Hitta",
    "move": "Flytta",
    "minutes": "Protokollet",
}

SHEET_WRITE: tuple[tuple[str, str], ...] = (
    ("Enter", "nytt stycke / ny att-sats"),
    ("Enter på tom rad", "stycke → beslut → ny punkt"),
    ("Tab", "gör om till att-sats · godta förslag"),
    ("→", "godta ett ord av förslaget"),
    ("Shift Tab", "ett steg tillbaka"),
    ("- mellanslag", "underpunkt"),
    ("Shift Enter", "radbrytning i stycket"),
    ("Backsteg först på raden", "blir stycke, sedan ihop uppåt"),
)
SHEET_EARLIER: tuple[tuple[str, str], ...] = (
    ("Enter i listan", "läs hela protokollet"),
    ("Esc", "tillbaka till texten"),
)
SHEET_PEOPLE: tuple[tuple[str, str], ...] = (("@", "person ur närvarolista och arkiv"),)
SHEET_MOVE: tuple[tuple[str, str], ...] = (("Ctrl 1 … 9", "gå till punkt 1–9"),)

# Panes

PANE_PAPER = "Protokollet"
PANE_SIDEBAR = "Arkivet"
PANE_EARLIER = "Tidigare beslut"
PANE_TOP = "Överst"
PANE_READER = "Tidigare protokoll"
KEY_COPY_QUOTE = "kopiera som citat"
QUOTE_COPIED = "Citatet är kopierat med sin adress"

# Starting

NO_DISPLAY = "Det finns ingen skärm att visa fönstret på. Kommandona går att använda ändå: protokoll --help visar dem."
WRONG_QT = (
    "PySide6 6.12 går inte ihop med Python äldre än 3.12: programmet skulle stanna mitt i skrivandet. "
    "Installera PySide6-Essentials 6.11 eller Python 3.12."
)
NO_QT = "Fönstret behöver PySide6-Essentials, som inte är installerat. Kommandona går att använda ändå."


# The paper

ATT = "att"
SAMT_ATT = "samt att"
PAPER_NAME = "Protokoll"
PLACEHOLDERS: dict[str, str] = {"item": "Rubrik", "subitem": "Delrubrik"}
CHIP_LINK = "länk"
TITLE_ROW = "Protokollets rubrik"
SPOKEN_KINDS: dict[str, str] = {
    "item": "rubrik", "subitem": "underrubrik", "row": "Tabellrad", "text": "Stycke", "opening": "Öppnande",
    "closing": "Avslutning", "status": "Statusrad", "motion": "Yrkande", "reservation": "Reservation",
    "note": "Protokollsanteckning", "procedure": "Propositionsordning",
}  # fmt: skip


def spoken(*parts: str) -> str:
    """What a screen reader says of a block, parted by commas."""
    return ", ".join(part for part in parts if part)


def spoken_item(number_: int, letter: str | None) -> str:
    """`punkt 8`, `punkt 8 b`."""
    return f"punkt {number_} {letter}" if letter else f"punkt {number_}"


def spoken_clause(place: int, count: int) -> str:
    """`Beslut, att-sats 2 av 3`."""
    return f"Beslut, att-sats {place} av {count}"


STEPS: dict[str, str] = {
    "write": "skrivet", "delete": "borttaget", "split": "ny rad", "join": "sammanslaget", "kind": "annan sorts stycke",
    "insert": "ny punkt", "paste": "inklistrat", "move": "flyttat", "link": "länkat", "unlink": "länk borttagen",
    "roster": "närvaro", "number": "nummer", "signatures": "underskrifter", "status": "status",
}  # fmt: skip


def spoken_undone(step: str | None) -> str:
    """What a screen reader says of an undone step: `Ångrat: inklistrat`."""
    return f"Ångrat: {STEPS.get(step or '', 'ändring')}" if step else "Inget att ångra"


def spoken_redone(step: str | None) -> str:
    """What a screen reader says of a step done again."""
    return f"Gjort om: {STEPS.get(step or '', 'ändring')}" if step else "Inget att göra om"


def no_item(number_: int) -> str:
    """What a screen reader says when one goes to an item that is not there."""
    return f"Det finns ingen punkt {number_}"


def spoken_moved(before: int, after: int) -> str:
    """`Punkt 8 är nu punkt 7`."""
    return f"Punkt {before} är nu punkt {after}"


# Aids: the roster

ROSTER = "Närvaro"
ROSTER_KEYS = (
    "Mellanslag: här eller inte här. T: kom nu. L: gick nu. Siffror före T eller L: klockslaget. "
    "Alt+pil: flytta i listan. Delete: stryk ur listorna. Enter: klar."
)
ROSTER_CHAIR = "ordf."
ROSTER_HERE = "här"
ROSTER_AWAY = "förhinder"
ROSTER_UNSAID = "ej nämnd"
ROSTER_UNREAD = "Raden kan inte läsas som namn. Skriv namnen som «Namn, Organisation» först."


def roster_counts(here: int, away: int, unsaid: int = 0) -> str:
    """`10 här · 2 frånvarande`, and those of whom nothing is said."""
    counts = f"{here} här · {away} frånvarande"
    return f"{counts} · {unsaid} ej nämnda" if unsaid > 1 else f"{counts} · 1 ej nämnd" if unsaid else counts


def roster_time(typed: str) -> str:
    """`kl. 9.45 …`, while a time is typed before T or L."""
    return f"kl. {typed} …"


def spoken_roster(here: int, away: int, unsaid: int = 0) -> str:
    """What a screen reader says when the roster opens."""
    return f"{ROSTER}. {roster_counts(here, away, unsaid)}"


def spoken_tick(name: str, state: str, counts: str, *, present: bool) -> str:
    """What a screen reader says of a tick: `Per Lind, här, från kl. 9.50. 10 här, 2 frånvarande`."""
    said = ", ".join(part for part in (name, ROSTER_HERE if present else "", state) if part)
    return f"{said}. {counts}"


# Aids: people

PEOPLE = "Personer"


def add_person(words: str) -> str:
    """`Lägg till «ka…» i registret`."""
    return f"Lägg till «{words}…» i registret" if len(words) < 5 and " " not in words else f"Lägg till «{words}»"


def spoken_choice(words: str, place: int, count: int) -> str:
    """`Karin Lind, Norrby. 1 av 3`."""
    return f"{words}. {place} av {count}"


# Aids: ghosts


def spoken_ghost(words: str, *, takes: bool) -> str:
    """What a screen reader says of a ghost, or of the slot that is to be filled in."""
    return f"Tab: {words}" if takes else f"Fyll i {words}"


# Aids: the one field, and what commands ask in it

PALETTE = "Kommandon, beslut och möten"
PALETTE_ASKS = "Sök beslut, möten och kommandon"
PALETTE_DECISIONS = "Beslut"
PALETTE_ITEMS = "I protokollet"
PALETTE_MEETINGS = "Möten"
PALETTE_COMMANDS = "Kommandon"
PUT_OFF_ASKS = "Till mötet den … (28/8, eller tomt)"
STATUSES: dict[str, str] = {
    "withdrawn": "utgår", "tabled": "bordläggs", "referred_back": "återremitteras", "dormant": "vilar",
}  # fmt: skip
NO_ITEM = "Ställ markören i ett ärende först."
CONFLICT_ASKS = "Vem? Namn eller organisation"
CONFLICT_HEAD = "Jäv i ärendet"
CONFLICT_CODE = "jäv"
PARKED = "Åt sidan"
TRAY_ASKS = "Åt sidan: välj vad som ska tillbaka"
TRAY_EMPTY = "Inget ligger åt sidan."
NOTHING_CHOSEN = "Välj ett tidigare beslut först."
NO_TABLE = "Ställ markören i en tabell först."
SUM = "Summa"


def leaves_at(time: str) -> str:
    """`Lämnar mötet nu, kl. 09.50`."""
    return f"Lämnar mötet nu, kl. {time}"


def spoken_left(name: str, time: str) -> str:
    """What a screen reader says when somebody has left."""
    return f"{name} lämnade mötet kl. {time}"


# Earlier decisions: why a card is there, and what a link says

REFUSE = "inte här"
REFUSE_MENU = "Föreslå inte det här igen"
LINKED_SPOKEN = "Länkad"
UNRESOLVED = "olöst"


def reason(why: str, words: tuple[str, ...]) -> str:
    """Why a card is there, one reason: `nämner mötet 150612`."""
    said = " · ".join(words)
    if why == "near_due" and len(said) == len("2015-09-25"):
        return f"skulle tas upp {iso_day(said)}"
    return {
        "meeting": f"nämner mötet {said}",
        "paragraph": f"nämner {said}",
        "due": "skulle tas upp på dagens möte",
        "near_due": "skulle tas upp ungefär nu",
        "heading": "samma rubrik",
        "linked": f"«{said}»",
    }.get(why, said)


def suggested(relation: str, why: str) -> str:
    """`Uppföljning av: nämner mötet 150612 · mångfald`."""
    return f"{relation}: {why}" if relation and why else relation or why


def later(places: list[tuple[str, str]]) -> str:
    """What has been linked to a decision since: `Följs upp i 8/2015 p. 8`."""
    return ", ".join(f"{relation(kind, back=True)} {chip_}" for kind, chip_ in places)


def relation(kind: str, *, back: bool = False) -> str:
    """What a relation is called, from the new item to the earlier one, or `back` from the other end."""
    found = RELATIONS.get(cast("LinkKind", kind))
    return (found.reverse if back else found.label) if found else kind


def said_again(kind: str, other: str, mine: str, theirs: str) -> str:
    """The warning that a decision says again what an earlier one said."""
    if kind == "deadline":
        return f"Samma uppdrag som {other}, men annan tid: här {iso_day(mine)}, där {iso_day(theirs)}."
    if kind == "amount":
        return f"Samma ärende som {other}, men annat belopp: här {kronor(mine)}, där {kronor(theirs)}."
    return f"Samma uppdrag finns redan i {other}."


def iso_day(day: str) -> str:
    """`2015-11-27` as `27 nov 2015`; what is no whole day as it is."""
    try:
        return short_date(datetime.date.fromisoformat(day))
    except ValueError:
        return day


def kronor(amount: str) -> str:
    """`40000` as `40 000 kr`."""
    return f"{number(int(amount))} kr" if amount.isdigit() else amount


def take_reference(place: str) -> str:
    """What stands after a reference that one key makes a link: `länka 4/2015`."""
    return f"länka {place}"


def spoken_linked(place: str) -> str:
    """What a screen reader says when a link is made."""
    return f"Länkad till {place}"


def spoken_cards(count: int, first: str) -> str:
    """What a screen reader says when earlier decisions show up: `2 tidigare beslut. Först 4/2015, punkt 1 …`."""
    return f"{count} tidigare beslut. Först {first}" if count > 1 else f"Tidigare beslut: {first}"


def spoken_unlinked(place: str) -> str:
    """What a screen reader says when a link is taken away."""
    return f"Länken till {place} är borttagen"


def spoken_refused(place: str) -> str:
    """What a screen reader says when a suggestion is turned down."""
    return f"{place} föreslås inte mer här"


def unresolved(words: str) -> str:
    """What the panel says of a reference that leads nowhere: `«möte 150828» – olöst`."""
    return f"«{words}» – olöst: protokollet finns inte i arkivet."


def near_meeting(words: str, short_name: str, day: str) -> str:
    """What the panel says of a day on which no meeting was held, though one was near it."""
    return f"«{words}» – olöst: kanske {short_name}, som hölls {day}."


# Aids: spelling

SPELLING_ON = "Stavningen är på."
SPELLING_OFF = "Stavningen är av."
SPELLING_RIGHT = "Inga okända ord."
SPELLING_MEANT = "Menade du"
SPELLING_AS_IS = "Eller"
SPELLING_PASS = "Låt stå den här gången"


def spelling_asks(word: str) -> str:
    """`«infrastukturstrategi» finns inte i ordlistan`."""
    return f"«{word}» finns inte i ordlistan"


def keep_word(word: str) -> str:
    """`Lägg «Norrbykvarn» i min ordlista`."""
    return f"Lägg «{word}» i min ordlista"


# Promises

TO_FOLLOW_UP_TODAY = "Att följa upp på dagens möte"
TO_FOLLOW_UP = "Att följa upp"
ADD_AS_ITEM = "Lägg till som punkt"
COMES_ALONG = "Kommer med"
SPACE = "Mellanslag"
TAKE_ALONG = "ta med"


def due_on(day: datetime.date) -> str:
    """`Beslut i tidigare protokoll som gäller 27 november 2015`."""
    return f"Beslut i tidigare protokoll som gäller {long_date(day)}"


def waiting(late: int, unanswered: int) -> str:
    """What else waits, as a link: `3 försenade · 2 utan svar – visa alla`."""
    parts = [f"{number(late)} försenade" if late > 1 else "1 försenad"] if late else []
    parts += [f"{number(unanswered)} utan svar (protokoll saknas)"] if unanswered else []
    return f"{' · '.join(parts)} – visa" if parts else ""


def follow_up(heading: str) -> str:
    """The heading of an item that takes up a promise."""
    return f"Uppföljning: {heading}"


def short_place(address: str) -> str:
    """`4/2015 § 1 p 3` as the lists of the screen say it: `4/2015 · p. 1`."""
    return address.partition(" p ")[0].replace(" § ", " · p. ")


def clause_words(address: str, words: str) -> str:
    """The words of a promise: with their "att" and a stop when a clause made it, else as they stand."""
    return f"{ATT} {words.rstrip('.')}." if " p " in address and not words.startswith(("att ", "Att ")) else words


# Aids: soft notes

NOTE = "Obs"
NOTE_MISSING = "Saknas"
NOTE_TWICE = "I två listor"


def day_note(day: datetime.date, words: str, *, weekday: bool) -> str:
    """`27 november 2015 är en fredag`, `6 juni 2016 är nationaldagen`."""
    return f"{long_date(day)} är en {words}" if weekday else f"{long_date(day)} är {words}"


def listed(names: list[str], most: int = 3) -> str:
    """`Norrby, Söderby`, and how many more."""
    more = f" och {len(names) - most} till" if len(names) > most else ""
    return ", ".join(names[:most]) + more


# Aids: read-back and time machine

READ_BACK = "Läs upp besluten"
READ_BACK_KEYS: tuple[tuple[str, str], ...] = (
    ("Mellanslag", "godkänd, nästa"), ("↑↓", "bläddra"), ("Enter", "ändra i texten"), ("Esc", "stäng"),
)  # fmt: skip
NO_DECISIONS = "Här finns inga beslut att läsa upp än."
TIME_MACHINE = "Tidsmaskinen"
TIME_PAPER = "Protokollet som det var, endast läsning"
TIME_KEYS: tuple[tuple[str, str], ...] = (
    ("← →", "bakåt och framåt i tiden"), ("Tab", "till texten"), ("Ctrl C", "kopiera"), ("Esc", "stäng"),
)  # fmt: skip
NO_MOMENTS = "Det finns inget tidigare att visa än."


def read_at(number_: int, letter: str | None, heading: str) -> str:
    """`Punkt 8 · Budget`."""
    where = spoken_item(number_, letter).capitalize()
    return f"{where} · {heading}" if heading else where


def read_state(*, agreed: bool, left: int) -> str:
    """`Godkänd · 3 kvar`, `Alla är godkända`."""
    if not left:
        return "Alla är godkända"
    return f"Godkänd · {left} kvar" if agreed else f"{left} kvar"


def time_at(moment: datetime.datetime, place: int, count: int) -> str:
    """`10.42 den 27 nov · 12 av 96`."""
    return f"{clock(moment)} den {day_and_month(moment.date())} · {of_total(place, count)}"


# Settings

SETTINGS_TITLE = "Inställningar"
SETTINGS_COLOURS = "Färger"
SETTINGS_SCALE = "Textstorlek"
SETTINGS_ARCHIVE = "Arkiv"
SETTINGS_SPELLING = "Stavningskontroll medan jag skriver"
SETTINGS_CONTRAST = "Kontrast"
SCALE_LATER = "Textstorleken ändras när programmet startas om."
SCALE_LATER_MORE = "Allt du har skrivit finns kvar."
RESTART = "Starta om nu"
SETTINGS_DONE = "Klar"
COLOUR_NAMES: dict[str, str] = {"system": "Som datorn", "light": "Ljust", "dark": "Mörkt"}
CONTRAST_NAMES: dict[str, str] = {"system": "Som datorn", "high": "Hög kontrast", "normal": "Vanlig"}


def percent(factor: float) -> str:
    """`125 %`."""
    return f"{round(factor * 100)}\N{NO-BREAK SPACE}%"


# Lists

NARROW = "Skriv för att leta i listan"
TURN = "byt lista"
LINE_TITLE = "Ärendets historik"
LINE_PAGES = ("Ärendets gång", "Bygger på det här")
LINE_EMPTY = "Inget är länkat hit än. Länka ett tidigare beslut med Ctrl+L, så syns ärendets gång här."
BUILT_ON_EMPTY = "Inget senare protokoll är länkat hit."
LISTING = "Hämtar …"
SHOW = "Visa"
BUILT_ON_MORE = "Ändrar du ett beslut här stämmer kanske inte det som står där. Texten är din; inget hindras."
PROMISE_PAGES = ("Till mötet", "Öppna", "Försenade", "Utan svar", "Klara", "Aldrig nämnda igen")
PROMISES_EMPTY = (
    "Inget är lovat till det här mötet.", "Inget väntar.", "Inget är försenat.",
    "Alla möten som något lovades till finns i arkivet.", "Inget är klart än. Ctrl K prickar av det som är gjort.",
    "Allt som har lovats det senaste året har nämnts igen.",
)  # fmt: skip
TAKE_AS_ITEM = "ta upp som punkt"
TICK = "klar"
DROP = "inte aktuell"
TICKED: dict[str, str] = {"done": "Klar", "dropped": "Inte längre aktuell", "": "Väntar igen"}
"""What is said when a promise has been ticked off, or waits again."""

TAKEN_AS_ITEM = "Punkten är tillagd sist i protokollet"
REGISTER_TITLE = "Register"
REGISTER_PAGES = ("Beslut", "Ärenden", "Ämnesord", "Personer")
REGISTER_EMPTY = "Inget att visa för det här året."
REGISTER_BODY = "Organ"
REGISTER_YEAR = "År"
UNREADABLE_TITLE = "Filer som inte kunde läsas"
STATE_TONES = {
    "open": "accent", "late": "err", "unanswered": "warn", "done": "ok", "replaced": "mute", "dropped": "mute",
}  # fmt: skip


def built_upon(count: int) -> str:
    """What later minutes have built on these, said when they are changed."""
    what = "Ett senare ärende bygger" if count == 1 else f"{number(count)} senare ärenden bygger"
    return f"{what} på det här protokollet."


def promise_state(state: str) -> str:
    """How a promise stands."""
    return STATES.get(state, state).partition(" (")[0]


def item_state(state: str) -> str:
    """How an item ended, where that is worth saying."""
    return ITEM_STATES.get(state, "")


def promise_more(heading: str, who: str, due: str, closed: str, settled: str = "") -> str:
    """Under a promise's words: its matter, who, by when, and where or on what day it was dealt with."""
    ended = f"klar genom {closed}" if closed else f"avprickad {iso_day(settled)}" if settled else ""
    parts = [heading, who, f"till {iso_day(due)}" if due else "", ended]
    return " · ".join(part for part in parts if part)


def spoken_ticked(how: str, words: str) -> str:
    """What a screen reader says: `Klar: Ta in offerter. Ctrl Z ångrar.`"""
    return f"{TICKED[how]}: {words.rstrip('.')}." + (" Ctrl Z ångrar." if how else "")


def attended(present: str, apologies: str, guest: str) -> str:
    """In which meetings somebody was here, away, or a guest."""
    parts = [f"närvarande {present}" if present else "", f"förhinder {apologies}" if apologies else "",
             f"gäst {guest}" if guest else ""]  # fmt: skip
    return " · ".join(part for part in parts if part)


def places(count: int) -> str:
    """To how many places a row leads, where there are several."""
    return f"{number(count)} ställen" if count > 1 else ""


def role_or(words: str) -> str:
    """The role in which somebody took part, in words; other words as they stand."""
    return ROLES[words].capitalize() if words in ROLES else words


def see(elsewhere: str, too: str) -> str:
    """Where to look instead, or too."""
    return " · ".join(
        part for part in (f"se {elsewhere}" if elsewhere else "", f"se även {too}" if too else "") if part
    )


GONE = "Det som skulle ändras finns inte längre."
