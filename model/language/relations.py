"""The twenty-seven relations as people say them: from the one end, from the other, and which way they point in time."""

from typing import Literal, NamedTuple

from model.record.links import LinkKind

Direction = Literal["back", "ahead", "beside"]


class Relation(NamedTuple):
    """A relation's label, its label at the other end, and whether it points to an earlier or a coming meeting."""

    label: str
    reverse: str
    direction: Direction = "back"


RELATIONS: dict[LinkKind, Relation] = {
    "foljer_upp": Relation("Uppföljning av", "Följs upp i"),
    "fortsatter": Relation("Samma ärende som", "Fortsätter i"),
    "verkstaller": Relation("Verkställer", "Verkställs genom"),
    "aterredovisar": Relation("Återredovisning av", "Återredovisas i"),
    "atertas_vid": Relation("Återkommer till mötet", "Återupptas från", "ahead"),
    "utgatt_till": Relation("Utgick – tas upp på", "Utgick från", "ahead"),
    "bordlagt_till": Relation("Bordlagt till", "Bordlagt från", "ahead"),
    "aterremitterat": Relation("Återremitterat till", "Återkommer efter återremiss", "ahead"),
    "andrar": Relation("Ändrar", "Ändras genom"),
    "upphaver": Relation("Upphäver", "Upphävs genom"),
    "ersatter": Relation("Ersätter", "Ersätts av"),
    "flyttar_mote": Relation("Flyttar möte", "Möte flyttat genom", "ahead"),
    "planerar_mote": Relation("Planerar möte", "Planerat genom", "ahead"),
    "citerar": Relation("Citerar beslut i", "Citeras i"),
    "hanvisar": Relation("Hänvisar till", "Nämns i", "beside"),
    "foranleds_av": Relation("Med anledning av beslut i", "Föranleder"),
    "bereder": Relation("Bereder till", "Bereds i", "ahead"),
    "informerar": Relation("Information till", "Informeras genom", "ahead"),
    "uppdrag": Relation("Uppdrag till", "Uppdrag från", "beside"),
    "remiss_fran": Relation("Remiss från", "Remitterat till", "beside"),
    "remissvar": Relation("Remissvar på", "Besvaras genom", "beside"),
    "extern_handelse": Relation("Extern händelse", "Nämns i", "beside"),
    "frist": Relation("Frist", "Gäller", "ahead"),
    "finansieras_av": Relation("Finansieras av", "Finansierar", "beside"),
    "mottagare_upphor": Relation("Mottagaren upphör – påverkar", "Uppdraget saknar mottagare efter"),
    "overlappar": Relation("Överlappar", "Överlappar", "beside"),
    "ror_samma_amne": Relation("Rör samma ämne", "Rör samma ämne", "beside"),
}

CLOSING: frozenset[LinkKind] = frozenset({"foljer_upp", "aterredovisar", "verkstaller", "remissvar"})
"""A link of these kinds to a promise says that it has been dealt with."""

REPLACING: frozenset[LinkKind] = frozenset({"upphaver", "ersatter", "andrar"})
"""A link of these kinds says that what was decided no longer stands as it did."""

CHAIN: frozenset[LinkKind] = CLOSING | REPLACING | {"fortsatter", "citerar", "mottagare_upphor"}
"""The kinds that bind meetings to one matter's line; mere mention and kinship do not."""
