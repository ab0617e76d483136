"""Reasons, relations and days said in words: for the command line and for printed lists."""

import datetime

from model.language.calendar import MONTHS


def day(iso: str, near: str = "") -> str:
    """`27 november 2015`; without the year when it is that of `near`. What is no day is given back as it is."""
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    words = f"{date.day} {MONTHS[date.month - 1]}"
    return words if near[:4] == iso[:4] else f"{words} {date.year}"


def reason(why: str, words: tuple[str, ...], near: str = "") -> str:
    """`nämner mötet 150612`, `skulle följas upp 27 november`, `gemensamt: mångfald, vision`."""
    first = words[0] if words else ""
    said = {
        "meeting": f"nämner mötet {first}",
        "paragraph": f"nämner {first}",
        "due": f"skulle tas upp {day(first, near)}",
        "near_due": f"skulle vara klart {day(first, near)}",
        "heading": "samma rubrik",
        "words": f"gemensamt: {', '.join(words)}",
    }
    return said[why] if first or why == "heading" else ""
