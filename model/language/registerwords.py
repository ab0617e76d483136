"""The words of lists and registers: states, kinds of promises, roles, and the order of the Swedish alphabet."""

STATES = {
    "open": "öppen", "done": "klar", "late": "försenad", "unanswered": "utan svar (protokoll saknas)",
    "postponed": "uppskjuten", "replaced": "ersatt", "dropped": "inte längre aktuell",
}  # fmt: skip
"""How a promise stands."""

PROMISES = {"task": "uppdrag", "urge": "uppmaning", "return": "återkomst", "postponed": "uppskjutet"}
WITHDRAWN = "utgick"
ITEM_STATES = {
    "withdrawn": WITHDRAWN, "tabled": "bordlades", "referred_back": "återremitterades", "dormant": "vilande",
}  # fmt: skip
"""What stands in brackets after an item in a register."""

ROLES = {"present": "närvarande", "apologies": "anmält förhinder", "guest": "gäst"}
SEE, SEE_ALSO = "se", "se även"
SUGGESTED = "Förslag"


def reference(address: str, state: str) -> str:
    """`4/2015 § 3 (utgick)`."""
    said = ITEM_STATES.get(state)
    return f"{address} ({said})" if said else address


def alphabetical(words: str) -> tuple[str, str]:
    """A key that sorts in the order of the Swedish alphabet: å, ä and ö last, case and accents apart."""
    folded = words.casefold().translate(_ORDER)
    return "".join(sign for sign in folded if sign.isalnum() or sign in " {|}"), words


_ORDER = str.maketrans(
    {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "è": "e", "ü": "u", "-": " ", "–": " "}
)
"""Three signs that stand after z in that order."""
