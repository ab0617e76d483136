"""What went wrong, said to a person: one Swedish sentence for each error, what is safe, and what to do.

The command line prints these and the window shows them, so they stand here and not with the screen's words.
"""

from collections.abc import Callable
from typing import Any

from model import errors as e
from model.record.minutes import UnknownNodeError

WRITE_REASONS = {
    "full": "Disken är full.",
    "forbidden": "Du saknar behörighet att skriva där.",
    "read-only": "Platsen är skrivskyddad.",
    "name": "Namnet är för långt eller fungerar inte här.",
    "away": "Platsen svarar inte.",
    "large": "Filen blev för stor för platsen.",
}
READ_REASONS = {
    "forbidden": "Du saknar behörighet att läsa filen.",
    "name": "Namnet är för långt eller fungerar inte här.",
    "away": "Platsen svarar inte.",
}

KINDS: dict[type[Exception], Callable[[Any], str]] = {
    e.MinutesError: lambda _: "Något gick fel. Inget har ändrats; försök igen.",
    e.FileError: lambda x: f"Filen {_name(x)} kunde inte användas. Den är orörd.",
    e.NotFoundError: lambda x: f"{_name(x)} finns inte. Kontrollera sökvägen.",
    e.NotAFileError: lambda x: f"{_name(x)} är ingen vanlig fil. Ange en fil med ett protokoll.",
    e.EmptyFileError: lambda x: f"{_name(x)} är tom. Kontrollera att hela filen har kopierats.",
    e.TooLargeError: lambda x: f"{_name(x)} är för stor för att vara ett protokoll. Filen är orörd.",
    e.NotTextError: lambda x: (
        f"{_name(x)} innehåller inte text. Spara protokollet som text eller Markdown och försök igen."
    ),
    e.UnknownKindError: lambda x: (
        f"{_name(x)} är av ett slag som inte kan läsas in än. Spara den som text (.txt) eller Markdown (.md)."
    ),
    e.NotMinutesError: lambda x: (
        f"{_name(x)} är inte ett protokoll från det här programmet. Läs in den i stället för att öppna den."
    ),
    e.BrokenXmlError: lambda x: (
        f"{_name(x)} innehåller en dokumenttyp (DTD) och öppnas inte av säkerhetsskäl. Filen är orörd."
        if x.detail == "DTD"
        else f"{_name(x)} är avkortad eller skadad (rad {x.detail}). Filen är orörd; hämta en hel kopia."
    ),
    e.InvalidMinutesError: lambda x: (
        f"{_name(x)} följer inte protokollets form och öppnas inte. Filen är orörd; hämta en hel kopia."
    ),
    e.NewerFormatError: lambda x: (
        f"{_name(x)} är skapad i en nyare version av programmet (format {x.detail}). "
        "Uppdatera programmet för att öppna den."
    ),
    e.ChangedOnDiskError: lambda x: (
        f"{_name(x)} har ändrats av någon annan sedan den öppnades. "
        "Ingen text är skriven över; välj vilken som ska gälla."
    ),
    e.HeldByOtherError: lambda x: (
        f"{_name(x)} är öppen hos någon annan{_detail(x)}. Din text är trygg; försök igen om en stund."
    ),
    e.CannotReadError: lambda x: f"{_name(x)} kunde inte läsas. {READ_REASONS.get(x.detail, 'Filen är orörd.')}",
    e.CannotWriteError: lambda x: (
        f"{_name(x)} kunde inte skrivas. {WRITE_REASONS.get(x.detail, 'Försök igen.')} Det som fanns där är orört."
    ),
    e.NoArchiveError: lambda x: (
        f"{_name(x)} är inget protokollarkiv. Ange mappen där arkiv.toml ligger, eller läs in ett protokoll dit först."
    ),
    e.TemplateError: lambda x: f"Word-mallen {_name(x)} kan inte användas. Den inbyggda mallen används i stället.",
    e.RecordError: lambda _: "Ändringen kunde inte göras. Inget har ändrats.",
    e.SealedError: lambda _: "Protokollet är justerat. Texten ändras bara genom en synlig rättelse.",
    e.UnknownEntryError: lambda _: (
        "Journalen innehåller något som den här versionen inte känner till. Allt före det är återställt."
    ),
    e.IndexUnavailableError: lambda _: (
        "Sökregistret kan inte användas just nu. Protokollen är orörda; bygg om registret."
    ),
    e.JournalBrokenError: lambda _: (
        "Det du skriver nu finns bara i minnet, för ingen mapp går att skriva i. "
        "Frigör utrymme eller spara till arkivet."
    ),
    e.IntakeError: lambda x: f"I {_name(x)} hittades inget protokoll. Filen är orörd.",
    e.AddressError: lambda x: (
        f"Det finns {x.candidates} protokoll som heter {x.address}. Ange protokollets id i stället."
        if x.candidates
        else f"Protokollet {x.address} finns inte i arkivet. Sök med kommandot search."
    ),
    UnknownNodeError: lambda _: "Stället finns inte längre i protokollet. Inget har ändrats.",
}


def sentence(error: BaseException) -> str:
    """What to say of `error`; the nearest known kind speaks for one that has no words of its own."""
    for kind in type(error).__mro__:
        if kind in KINDS:
            return KINDS[kind](error)
    return KINDS[e.MinutesError](error)


def _detail(error: Any) -> str:
    return f" ({error.detail})" if error.detail else ""


def _name(error: Any) -> str:
    return f"«{error.path.name or error.path}»"


# The command line


USAGE = """protokoll [ARKIV]                              fönstret
protokoll import FIL… --archive ARKIV          gamla protokoll blir poster och Word-filer
protokoll import FIL… --json                   visar posten, skriver ingenting
protokoll export ID… --to docx|txt|ics         dokument; ID är 4/2015, ett id eller en fil
protokoll search ORD                           träffar, beslut först
protokoll suggest ID[#PUNKT]                   tidigare beslut som protokollet bygger på, och varför
protokoll due [--meeting DATUM]                vad tidigare beslut lovade till ett möte
protokoll register ÅR --to docx|txt            årets beslut, ärenden, ämnen och personer
protokoll check ID|FIL                         anmärkningar
protokoll verify                               schema, kontrollsummor och register i ett arkiv
protokoll index [--rebuild]                    sökregistret

  --archive ARKIV   arkivets mapp (annars det senast använda)
  --json            skriv data som JSON
  --newest          senaste träffen först (search)
  --beside ARKIV    sök också i ett arkiv till (search)
  --out MAPP        var dokumenten läggs (annars bredvid posten)
  --version         programmets version"""

NO_ARCHIVE = "Inget arkiv är angivet. Lägg till --archive MAPP."
NO_FILES = "Ange minst en fil."
NO_WORDS = "Ange vad du söker."
NO_HITS = "Inga träffar."
NOTHING_SUGGESTED = "Inga tidigare beslut att bygga på hittades."
NOTHING_DUE = "Inget att följa upp."
NO_DAY = "Ange mötets datum så här: --meeting 2015-11-27."
NO_YEAR = "Ange ett år, till exempel: protokoll register 2015."
IN_MEMORY = "Sökregistret fick ingen plats på disken och byggs om nästa gång. Protokollen är orörda."
NO_LEXICON = "Ordlistan words/sv.trie saknas i programmet, så sökningen känner bara igen de vanligaste böjningarna."
NOTHING_FOUND = "Inga anmärkningar."
NO_SCREEN = "Här finns ingen skärm, så fönstret kan inte öppnas. Kommandona fungerar ändå: protokoll --help"
MINUTES_TITLE = "Protokoll"


def unknown_command(word: str) -> str:
    """A word that is no command."""
    return f"Kommandot «{word}» finns inte. Skriv protokoll --help för att se alla."


def unknown_option(word: str) -> str:
    """An option that is not known, or lacks its value."""
    return f"«{word}» kan inte användas så. Skriv protokoll --help för att se hur."


def imported(short_name: str, folder: str, unsure: int) -> str:
    """One imported file."""
    doubt = f", {unsure} {'ställe' if unsure == 1 else 'ställen'} att se över" if unsure else ""
    return f"{short_name}  {folder}{doubt}"


def already(short_name: str, folder: str) -> str:
    """A file that is in the archive already."""
    return f"{short_name}  fanns redan i {folder}"


def indexed(meetings: int, items: int) -> str:
    """What the index holds."""
    return f"{meetings} protokoll och {items} punkter är sökbara."


def unreadable(name: str, why: str) -> str:
    """A file the index could not read."""
    return f"{name}: {why}"


def verified(count: int) -> str:
    """A whole archive without faults."""
    return f"{count} protokoll kontrollerade. Allt stämmer."


def fault(name: str, line: int, detail: str) -> str:
    """A departure from the schema."""
    return f"{name}, rad {line}: följer inte schemat ({detail})"


def not_written_back(name: str) -> str:
    """A record whose own bytes are not what the program would write: harmless, but worth knowing."""
    return f"{name}: är skriven av ett annat program men har samma innehåll"


def seal_broken(name: str) -> str:
    """A sealed record whose content has changed."""
    return f"{name}: är ändrat efter justeringen"


def seal_missing(name: str) -> str:
    """A record that says it is approved and has no seal."""
    return f"{name}: är justerat men saknar kontrollsumma"


def source_gone(name: str, file: str) -> str:
    """An imported file that is not kept beside its record any more, or has been changed."""
    return f"{name}: källan «{file}» saknas eller är ändrad"


def same_id(name: str, other: str) -> str:
    """A record that has been copied by hand."""
    return f"{name}: är en kopia av {other}"


def same_number(name: str) -> str:
    """A record whose number another of the same body has too."""
    return f"{name}: numret finns på flera protokoll"


def leads_nowhere(name: str, target: str) -> str:
    """A link to a place that its record does not have."""
    return f"{name}: länken till {target} leder ingenstans"


def conflict(name: str) -> str:
    """A copy that a synced folder made when two had written."""
    return f"{name}: är en kopia från synkroniseringen; jämför den med protokollet och ta bort den som inte gäller"


def not_in_the_archive(name: str, changes: int) -> str:
    """What was typed on this computer and is only in its journal."""
    what = "1 ändring" if changes == 1 else f"{changes} ändringar"
    return f"{name}: {what} finns bara på den här datorn; öppna programmet för att ta vara på dem"


def meeting_of(body: str, short_name: str = "") -> str:
    """A meeting in somebody's calendar."""
    return f"{body} {short_name}".strip()


def due_by(who: str | None, words: str) -> str:
    """Something that is due, in somebody's calendar."""
    return f"{who}: {words}" if who and who.casefold() not in words.casefold() else words


def no_such_item(words: str) -> str:
    """An item that the minutes do not have."""
    return f"Punkten {words} finns inte i protokollet."


def exported(path: str) -> str:
    """A document that was written."""
    return path


REGISTER = {
    "title": ("Register",),
    "decisions": ("Beslut", "Paragraf", "Beslut", "Ansvarig", "Till", "Läge"),
    "matters": ("Ärenden", "Paragraf", "Ärende", "Utgång", "Diarienummer och fortsättning"),
    "subjects": ("Ämnen", "Ämne", "Se", "Paragraf"),
    "headings": ("Rubriker", "Rubrik", "Se", "Paragraf"),
    "people": ("Personer", "Namn", "För", "Närvarande", "Anmält förhinder", "Gäst"),
}
"""The lists of a year's register: a heading, then the heads of its columns."""

FINDINGS = {
    "no-number": "protokollet saknar nummer",
    "no-date": "mötets datum saknas",
    "no-present": "närvarande saknas",
    "no-chair": "ordföranden är inte utpekad bland de närvarande",
    "empty-heading": "rubriken är tom",
    "empty-clause": "att-satsen är tom",
    "number-gap": "ärendenumret följer inte på det förra",
    "no-decision": "punkten har varken beslut eller rad som säger vart den tog vägen",
    "no-opening": "det står inte hur mötet öppnades",
    "no-closing": "det står inte hur mötet avslutades",
    "lead-varies": "beslutet inleds med andra ord än de andra besluten",
    "unsigned-place": "underskriften saknar namn",
    "target-missing": "länken leder ingenstans",
    "member-missing": "medlemmen finns varken bland närvarande eller bland dem som anmält förhinder",
    "member-twice": "medlemmen finns både bland närvarande och bland dem som anmält förhinder",
    "twice": "namnet står två gånger",
    "place-name": "kommunens namn verkar felskrivet",
    "count-missing": "gruppens antal saknas",
    "empty-list": "den tomma listan skrivs med tankstreck",
    "stay-outside": "klockslaget ligger utanför mötet",
    "speaker-unlisted": "den som redovisar finns inte i närvarolistan",
    "absent-named": "beslutet nämner någon som inte var med",
    "first-name": "bara förnamnet står",
    "guest-unnamed": "gästen nämns inte vid något ärende",
    "samt": "”samt” ska stå före den sista av flera att-satser",
    "stop-before": "punkt före nästa att-sats",
    "stop-missing": "slutpunkten saknas",
    "capital-att": "”att” skrivs med liten bokstav",
    "typed-att": "”att” är skrivet i texten och kommer två gånger",
    "nobody-responsible": "det står inte vem som ska göra det",
    "no-deadline": "det står inte när det ska vara gjort",
    "deadline-passed": "tiden hade redan gått ut vid mötet",
    "deadline-closed": "sista dagen infaller på en helg eller helgdag",
    "sum": "summan stämmer inte med raderna",
    "weekday": "veckodagen stämmer inte med datumet",
    "meeting-closed": "mötesdagen är en helg eller helgdag",
    "year-missing": "datumet saknar år",
    "broken-date": "datumet är brutet",
    "slot-left": "en lucka är inte ifylld",
    "straight-quote": "raka citattecken",
    "hyphen-range": "bindestreck i stället för tankstreck",
    "amount-blank": "mellanslag saknas i beloppet",
    "double-blank": "dubbelt mellanslag eller dubbel punkt",
    "clock-form": "”kl.” skrivs med punkt",
    "blank-before-mark": "mellanslag före skiljetecken",
    "apostrophe": "genitivens s skrivs utan apostrof, efter kolon vid förkortning",
}
"""What the rules say, by their code."""


def found(rule: str, words: str) -> str:
    """A finding, with the words it is about."""
    return f"{FINDINGS[rule]}: {words}" if words else FINDINGS[rule]
