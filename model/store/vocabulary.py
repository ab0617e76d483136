"""The Swedish names in the XML, paired with ours: elements, attributes and codes."""

from dataclasses import dataclass
from typing import Literal

from model.record.blocks import Amount, Deadline
from model.record.lifecycle import (
    Correction,
    Dispatch,
    Event,
    Noise,
    Remark,
    Repair,
    Round,
    Seal,
    Silenced,
    Source,
    Span,
    Version,
)  # fmt: skip
from model.record.links import Link
from model.record.minutes import Attachment

NAMESPACE = "urn:protokoll:1"
FORMAT = "1.0"
MAJOR, MINOR = 1, 0

Codec = Literal["str", "int", "bool", "date", "time", "datetime", "decimal", "list"]


@dataclass(frozen=True, slots=True)
class Shape:
    """How one value is written as one element: its name, its attributes, and the field that is its text.

    An attribute is (field, name in the file, codec or the name of a code table in `CODES`).
    """

    element: str
    attributes: tuple[tuple[str, str, str], ...]
    text: str | None = None


CODES: dict[str, dict[str, str]] = {
    "status": {
        "draft": "utkast", "with_chair": "hos-ordforande", "adjusting": "justering", "adjusted": "justerat",
        "dispatched": "expedierat", "archived": "arkiverat",
    },
    "item status": {
        "open": "oppet", "decided": "behandlat", "withdrawn": "utgatt", "tabled": "bordlagt",
        "referred_back": "aterremitterat", "dormant": "vilande",
    },
    "item kind": {
        "decision": "beslut", "information": "information", "discussion": "diskussion", "election": "val",
        "referral": "remiss", "follow_up": "uppfoljning", "other": "ovrigt", "container": "samling",
    },
    "paragraph": {
        "text": "", "opening": "oppning", "motion": "yrkande", "reservation": "reservation", "note": "anteckning",
        "procedure": "propositionsordning",
    },
    "row": {"head": "rubrik", "body": "", "sum": "summa"},
    "role": {
        "member": "ledamot", "chair": "ordforande", "secretary": "sekreterare", "secretariat": "sekretariat",
        "substitute": "ersattare", "guest": "gast", "presenter": "foredragande", "co_opted": "adjungerad",
    },
    "signature": {
        "adjuster": "justerare", "chair": "ordforande", "secretary": "protokollforare",
        "head_of_secretariat": "sekretariatschef",
    },
    "letterhead": {"sender": "avsandare", "phone": "telefon", "recipient": "mottagare"},
    "deadline": {
        "by": "senast", "to_meeting": "till-mote", "at_meeting": "vid-mote", "event": "handelse",
        "requested": "begard",
    },
    "unanimity": {"unanimous": "enhalligt", "after_vote": "efter-omrostning"},
    "certainty": {"explicit": "uttrycklig", "inferred": "harledd", "topical": "tematisk"},
    "source": {"text": "text", "markdown": "markdown", "ocr": "ocr", "docx": "docx", "pdf": "pdf"},
    "noise": {"signature": "underskrift", "scan": "skanning", "page_head": "sidhuvud", "markup": "markering"},
    "repair": {"ocr": "ocr", "conversion": "konvertering", "slip": "skrivfel", "style": "stil"},
    "repair status": {"applied": "tillampad", "proposed": "foreslagen", "refused": "avvisad"},
    "dispatch": {"minutes": "protokoll", "extract": "protokollsutdrag", "notice": "kallelse"},
    "channel": {"email": "e-post", "file": "fil", "registry": "diarium"},
    "seal": {
        "adjusted": "justering", "imported": "import", "interpretation": "tolkning", "migration": "migrering",
    },
    "mark": {
        "person": "person", "organisation": "organisation", "date": "datum", "amount": "belopp",
        "reference": "hanvisning", "strong": "stark", "emphasis": "betonad",
        "name": "namn", "title": "befattning", "time": "tid", "note": "not",
    },
    "title form": {"normal": "normal", "capitals": "versaler"},
    "document date": {"none": "nej", "top": "överst", "after_sender": "efter avsändare"},
    "letterhead kind": {"none": "nej", "sender": "avsändare", "recipient": "mottagare"},
    "meeting order": {
        "date_time_place": "datum tid, plats", "date_place_time": "datum, plats, tid",
        "weekday_date_time_place": "veckodag datum tid, plats",
    },
    "header date": {"weekday_long": "veckodag+lång", "long": "lång", "compact": "ÅÅMMDD", "iso": "ISO"},
    "text date": {
        "long": "den d månad åååå", "day_month": "dag månad utan år", "compact": "ÅÅMMDD", "mixed": "blandad",
    },
    "arrival": {"after_organisation": "efter kommun", "before_organisation": "före kommun"},
    "heading form": {"own_line": "egen rad", "run_in": "inskjuten kolon"},
    "sub item": {"letters": "a), b), c)", "dash": "tankstreck", "numbers": "nummer", "none": "inget"},
    "samt": {"none": "inget", "before_last": "före sista", "after_next_last": "efter näst sista"},
    "stop": {"all": "alla", "last": "sista", "none": "inga"},
    "layout": {"two_columns": "två kolumner", "stacked": "staplad", "role_under": "staplad, roll under namnet"},
    "quotes": {"curly": "krumma", "straight": "raka"},
}  # fmt: skip

STYLE: tuple[tuple[str, str, str], ...] = (
    ("title_form", "titelform", "title form"),
    ("document_date", "dokumentdatum", "document date"),
    ("letterhead", "brevhuvud", "letterhead kind"),
    ("meeting_order", "tidplats_ordning", "meeting order"),
    ("header_date", "datumform_huvud", "header date"),
    ("text_date", "datumform_text", "text date"),
    ("clock", "kl_form", "str"),
    ("range_dash", "intervall", "str"),
    ("meeting_stop", "tidplats_punkt", "bool"),
    ("label_meeting", "etikett_tidplats", "str"),
    ("label_present", "etikett_narvarande", "str"),
    ("label_apologies", "etikett_forhinder", "str"),
    ("label_guests", "etikett_gaster", "str"),
    ("empty_list", "tomt_forhinder", "str"),
    ("arrival", "ankomst_placering", "arrival"),
    ("heading_form", "rubrikform", "heading form"),
    ("number_form", "nummerform", "str"),
    ("sub_item", "delarende_markor", "sub item"),
    ("decision_lead", "beslutsingress", "str"),
    ("capital_att", "att_versal", "bool"),
    ("samt", "samt", "samt"),
    ("clause_stop", "satspunkt", "stop"),
    ("signature_order", "underskrift_ordning", "lines"),
    ("signature_layout", "underskrift_layout", "layout"),
    ("quotes", "citattecken", "quotes"),
    ("opening", "oppning", "str"),
    ("closing", "slutfras", "str"),
)
"""The keys of a style profile (`stil`): the twenty-two of the domain, and the labels that other bodies use."""

SHAPES: dict[type, Shape] = {
    Span: Shape(
        "spann",
        (("node", "i", "str"), ("start", "fran", "int"), ("end", "till", "int"), ("page", "sida", "int"),
         ("reading", "lasning", "str"), ("certainty", "sakerhet", "int"), ("text", "text", "str")),
    ),
    Noise: Shape(
        "brus",
        (("node", "i", "str"), ("start", "fran", "int"), ("end", "till", "int"), ("kind", "slag", "noise")),
        "text",
    ),
    Source: Shape(
        "kalla",
        (("file", "fil", "str"), ("kind", "typ", "source"), ("sha256", "sha256", "str"),
         ("encoding", "teckenkod", "str")),
    ),
    Repair: Shape(
        "emendation",
        (("id", "id", "str"), ("node", "i", "str"), ("at", "vid", "int"), ("before", "fran", "str"),
         ("after", "till", "str"), ("kind", "slag", "repair"), ("status", "status", "repair status"),
         ("by", "av", "str"), ("when", "nar", "datetime"), ("reason", "skal", "str")),
    ),
    Link: Shape(
        "lank",
        (("id", "id", "str"), ("source", "i", "str"), ("kind", "typ", "str"), ("target", "till", "str"),
         ("unresolved", "okant", "str"), ("evidence", "belagg", "str"), ("certainty", "sakerhet", "certainty"),
         ("accepted_by", "av", "str"), ("accepted_at", "nar", "datetime")),
    ),
    Silenced: Shape(
        "tystad",
        (("node", "i", "str"), ("rule", "regel", "str"), ("by", "av", "str"), ("when", "nar", "datetime"),
         ("reason", "skal", "str")),
    ),
    Remark: Shape("anmarkning", (("node", "i", "str"),), "text"),
    Version: Shape(
        "version",
        (("number", "nr", "int"), ("when", "nar", "datetime"), ("name", "namn", "str"), ("sha256", "sha256", "str")),
    ),
    Round: Shape(
        "runda",
        (("number", "nr", "int"), ("to", "till", "list"), ("sent", "skickad", "datetime"),
         ("reply_by", "svar-senast", "date"), ("version", "version", "int"),
         ("sent_sha256", "sant-sha256", "str"), ("received", "mottagen", "datetime"),
         ("received_sha256", "mottagen-sha256", "str"), ("note", "anm", "str")),
    ),
    Dispatch: Shape(
        "utskick",
        (("kind", "slag", "dispatch"), ("when", "nar", "datetime"), ("channel", "kanal", "channel"),
         ("to", "till", "str"), ("version", "version", "int"), ("file", "fil", "str"), ("sha256", "sha256", "str"),
         ("items", "arenden", "list")),
    ),
    Correction: Shape(
        "rattelse",
        (("id", "id", "str"), ("node", "i", "str"), ("when", "datum", "date"), ("by", "av", "str"),
         ("before", "fran", "str"), ("after", "till", "str"), ("reason", "skal", "str")),
    ),
    Event: Shape(
        "handelse",
        (("when", "nar", "datetime"), ("kind", "typ", "str"), ("by", "av", "str"), ("text", "text", "str")),
    ),
    Seal: Shape(
        "forsegling",
        (("number", "nr", "int"), ("value", "varde", "str"), ("text", "text", "str"), ("previous", "foregaende", "str"),
         ("reason", "skal", "seal"), ("when", "nar", "datetime"), ("by", "av", "str")),
    ),
    Attachment: Shape(
        "bilaga",
        (("id", "id", "str"), ("number", "nr", "int"), ("file", "fil", "str"), ("sha256", "sha256", "str"),
         ("item", "arende", "str")),
        "title",
    ),
    Deadline: Shape("frist", (("when", "d", "str"), ("role", "slag", "deadline"), ("meeting", "mote", "str"))),
    Amount: Shape("summa", (("value", "v", "decimal"), ("currency", "valuta", "str"), ("account", "konto", "str"))),
}  # fmt: skip

LIFE: tuple[tuple[str, type], ...] = (
    ("sources", Source), ("repairs", Repair), ("links", Link), ("silenced", Silenced), ("remarks", Remark),
    ("versions", Version), ("dispatches", Dispatch), ("corrections", Correction), ("events", Event), ("seals", Seal),
)  # fmt: skip
"""The lists of the management in file order; `justering` stands after the versions."""
