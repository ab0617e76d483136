"""The words that stand on the paper besides the record's own."""

PAGE = "Sida"
SIGNATURES = "Underskrifter"
SIGNATURES_MORE = "Plats för underskrift, en kolumn för varje person"
TABLE = "Tabell"
LANGUAGE = "sv-SE"
PROGRAM = "Vid tangenterna"
LETTERHEAD, RUNNING_TITLE = "Organisationens namn", "Protokollets titel"
INITIALS = "Justerarens signatur"

MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
UNITS = "kr|tkr|mkr|Mkr|mnkr|kronor|miljoner|procent|%|timmar|km|mil|meter|kvm"
BOUND = (("kl", r"\d"), ("kl.", r"\d"), ("nr", r"\d"), ("§", r"\d"), ("m", r"m\b"), ("t", r"ex\b"), ("s", r"k\b"),
         ("bl", r"a\b"))  # fmt: skip
"""A word, and what must stand on its line after it."""
