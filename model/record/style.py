"""The style profile: how a set of minutes is printed, apart from what it says.

The words here are Swedish because they are part of the record's value: the printed string is canonical, so a label or
a "från" may not change with the version of the program that shows it.
"""

from dataclasses import dataclass
from typing import Literal

AND, FROM, UNTIL = "och", "från", "till"
"""The small words of an attendance line: *A och B, Norrby (från kl. 9.50 till kl. 11.00)*."""


@dataclass(frozen=True, slots=True)
class StyleProfile:
    """The choices that turn a record into its printed form; the defaults are the house profile *hus*.

    Nearly every difference between old minutes is one of these. Values that are words stand exactly as printed, label
    with its colon. A deviation inside one document is kept per node (`blocks.AsPrinted`).
    """

    name: str = "hus"
    title_form: Literal["normal", "capitals"] = "normal"
    document_date: Literal["none", "top", "after_sender"] = "none"
    letterhead: Literal["none", "sender", "recipient"] = "none"
    meeting_order: Literal["date_time_place", "date_place_time", "weekday_date_time_place"] = "date_time_place"
    header_date: Literal["weekday_long", "long", "compact", "iso"] = "weekday_long"
    text_date: Literal["long", "day_month", "compact", "mixed"] = "long"
    clock: str = "kl."
    range_dash: str = "–"
    meeting_stop: bool = False
    label_meeting: str = "Tid/Plats:"
    label_present: str = "Närvarande:"
    label_apologies: str = "Anmält förhinder:"
    label_guests: str = "Inbjudna gäster:"
    empty_list: str = "–"
    arrival: Literal["after_organisation", "before_organisation"] = "after_organisation"
    heading_form: Literal["own_line", "run_in"] = "own_line"
    number_form: str = "{}. "
    sub_item: Literal["letters", "dash", "numbers", "none"] = "letters"
    decision_lead: str = "Beslut:"
    capital_att: bool = False
    samt: Literal["none", "before_last", "after_next_last"] = "before_last"
    clause_stop: Literal["all", "last", "none"] = "last"
    signature_order: tuple[str, ...] = ("Vid tangenterna", "Justeras")
    signature_layout: Literal["two_columns", "stacked", "role_under"] = "two_columns"
    quotes: Literal["curly", "straight"] = "curly"
    opening: str = ""
    closing: str = ""


HOUSE = StyleProfile()
CLASSIC = StyleProfile(
    name="kdg-klassisk",
    meeting_order="date_place_time",
    header_date="compact",
    text_date="compact",
    clock="kl",
    sub_item="dash",
    clause_stop="last",
)
"""The form of 2015 with its typography corrected."""
