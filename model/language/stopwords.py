"""The commonest Swedish words: dropped from a question unless nothing is left of it."""

STOP = frozenset(
    [
        "och",
        "att",
        "det",
        "som",
        "en",
        "ett",
        "är",
        "av",
        "för",
        "på",
        "med",
        "till",
        "den",
        "de",
        "i",
        "om",
        "har",
        "inte",
        "vid",
        "från",
        "eller",
        "ska",
        "kan",
        "men",
        "samt",
        "sig",
        "så",
        "var",
    ]
)
