"""What a bracket after a name says: arrived or left, title, party, or a note."""

import datetime
import re

from model.language.names import is_title
from model.record.people import Role, Stay

_CLOCK = r"(?P<{0}h>[01]?\d|2[0-3])[.:](?P<{0}m>[0-5]\d)"
_FROM = re.compile(
    r"(?i)\b(?:från|fr\.?\s?o\.?\s?m\.?|ankom|anlände|anslöt|kom|tillträdde|närvarande från)\b\.?\s*(?:och med\s*)?"
    rf"(?:kl(?:ockan)?\.?\s*)?(?:{_CLOCK.format('a')}|(?P<bare>\d{{1,2}})(?=\s*(?:[),;–-]|$)))"
)
_TO = re.compile(
    r"(?i)\b(?:till|t\.?\s?o\.?\s?m\.?|lämnade|gick|avvek|slutade)\b\.?\s*(?:och med\s*)?(?:mötet\s*)?"
    rf"(?:kl(?:ockan)?\.?\s*)?(?:{_CLOCK.format('b')}|(?P<bare>\d{{1,2}})(?=\s*(?:[),;–-]|$)))"
)
_BETWEEN = re.compile(rf"(?i)^(?:kl(?:ockan)?\.?\s*)?{_CLOCK.format('a')}\s?[-–]\s?{_CLOCK.format('b')}$")
TIME = re.compile(
    r"(?i)^(?:från|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|till|kl\b|kl\.|ankom|anlände|anslöt|lämnade|gick|avvek|"
    r"del av|delvis|per telefon|via \w+|på distans|på länk|digitalt|deltog|endast|närvarande|"
    r"(?:ej\s+|ej\s+vid\s+|vid\s+)?(?:§|paragraf|pkt|punkt)|\d{1,2}[.:]\d\d)"
)
PARTIES = frozenset({"C", "FP", "KD", "L", "M", "MP", "S", "SD", "V"})
"""The parties of the Riksdag; V is not short for "vice" here."""

SMALL_PARTIES = frozenset(party.lower() for party in PARTIES)
"""As older minutes have them: `Ida Krok, s, ordförande`."""

PARTY = re.compile(r"^(?:[A-ZÅÄÖ]{1,4}|[A-ZÅÄÖ][a-zåäö]{0,3})$")

_OTHER_BODY = "nämnden|rådet|gruppen|kommittén|utskottet|föreningen|klubben|förbundet"
"""What somebody may chair who does not chair the meeting."""

_ROLES: tuple[tuple[str, Role], ...] = (
    (r"(?i)^(?:tjg\.?|tjänstgörande\s+)?(?:ersättare|suppleant)", "substitute"),
    (r"(?i)^(?:vice|v\.?|1:e vice|2:e vice|andre vice|förste vice)\s*ordf", "member"),
    (rf"(?i)\bordf(?:\.|örande|\b(?!\.))(?!\s+(?:i\s+|för\s+)?[\w-]*(?:{_OTHER_BODY})\b)", "chair"),
    (r"(?i)\b(?:sekreterare|sekr(?:\.|\b)|protokollförare|vid tangenterna)\b", "secretary"),
    (r"(?i)\bsekretariat", "secretariat"),
    (r"(?i)\bföredragande", "presenter"),
    (r"(?i)\badjungerad", "co_opted"),
    (r"(?i)^(?:ledamot|ordinarie ledamot)", "member"),
)


def stay(words: str) -> Stay | None:
    """When somebody came or left; None if `words` say no clock time."""
    both = _BETWEEN.match(words)
    if both:
        return Stay(_time(both, "a"), _time(both, "b"))
    came, left = _FROM.search(words), _TO.search(words)
    if not came and not left:
        return None
    return Stay(_time(came, "a") if came else None, _time(left, "b") if left else None)


def kind_of(bracket: str) -> str:
    """`time`, `title` or `note`: what the words of a bracket after a name are."""
    if TIME.match(bracket) or stay(bracket):
        return "time"
    if bracket in PARTIES:
        return "note"
    if is_title(bracket):
        return "title"
    if PARTY.match(bracket) or any(sign.isdigit() for sign in bracket) or len(bracket.split()) > 5:
        return "note"
    return "title" if bracket[:1].isupper() and bracket[1:].islower() and " " not in bracket else "note"


def role_of(words: str) -> Role | None:
    """The role that a title or label names, if it names one."""
    return next((role for pattern, role in _ROLES if re.search(pattern, words)), None)


def _time(match: re.Match[str], name: str) -> datetime.time:
    if match.groupdict().get("bare"):
        return datetime.time(int(match["bare"]) % 24)
    return datetime.time(int(match[f"{name}h"]), int(match[f"{name}m"]))
