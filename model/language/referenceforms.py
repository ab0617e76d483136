"""The forms in which minutes name a time, a meeting, a paragraph or a case, in the order in which they are tried.

The first form that fits takes its place in the text; what is taken is not read again. Some forms only take: clock
times, telephone numbers, amounts and spans of years look like dates and are none.
"""

import datetime
import re
from collections.abc import Iterator

from model.language.calendar import (
    MONTH,
    MONTHS,
    ORDINALS,
    WEEKDAY,
    compact_year,
    day_of,
    last_week,
    month_number,
    week_year,
)
from model.language.direction import choose, cue
from model.language.timeforms import Around, Form, Found, Reader, place_of
from model.language.wordforms import WORD_FORMS, WORDS


def read(text: str, near: datetime.date | None) -> list[Found]:
    """Every form in `text`, by place; `near` is the day of the meeting."""
    around, taken = Around(text, near), bytearray(len(text))
    found = list(_read(around, taken))
    return sorted(found)


def _read(around: Around, taken: bytearray) -> Iterator[Found]:
    for pattern, reader in _possible(around.text):
        for match in pattern.finditer(around.text):
            start, end = place_of(match)
            if any(taken[start:end]):
                continue
            form = reader(match, around) if reader else None
            if form is None and reader:
                continue
            taken[start:end] = b"\1" * (end - start)
            if form is not None:
                yield start, end, form


def _possible(text: str) -> tuple[tuple[re.Pattern[str], Reader | None], ...]:
    """Most sentences hold no figure, or none of the words that a form is made of: then those forms are not tried."""
    small = text.lower()
    has_words = any(word in small for word in _WORDS)
    if _FIGURE.search(text):
        return FORMS if has_words else _FIGURED
    return _WORDED if has_words else ()


def _iso(match: re.Match[str], around: Around) -> Form | None:
    year = match["y"]
    return around.whole(int(year) if len(year) == 4 else compact_year(int(year)), int(match["m"]), int(match["d"]))


def _six(match: re.Match[str], around: Around) -> Form | None:
    """Six figures, with the blanks and letters that scanning puts in them; at least four must be figures."""
    printed = re.sub(r"\s", "", match["c"])
    if sum(sign.isdigit() for sign in printed) < 4:
        return None
    digits = printed.translate(str.maketrans("lIOo", "1100"))
    return around.whole(compact_year(int(digits[:2])), int(digits[2:4]), int(digits[4:]))


_MOVES = re.compile(r"(?i)\b(?:flytta|tidigarelägg|senarelägg|ändra|byt)\w*")
REACH = 60
"""Letters before two days in which a word that moves a meeting from the one to the other is looked for."""


def _days(match: re.Match[str], around: Around) -> Form | None:
    """`17-18 september`, `30 maj–1 juni 2015`."""
    last = month_number(match["m2"])
    first = month_number(match["m1"]) if match["m1"] else last
    is_move = match["to"] == "till" and _MOVES.search(around.text, max(0, match.start() - REACH), match.start())
    if match["m1"] and (match["to"] == "och" or is_move):
        return None
    end = around.day(match, last, int(match["d2"]), match["y"])
    if end is None:
        return None
    until = datetime.date.fromisoformat(end.value)
    start = day_of(until.year - (first > last), first, int(match["d1"]))
    if start is None or start >= until:
        return None
    return Form("interval", f"{start.isoformat()}/{end.value}", end.inferred)


def _long(match: re.Match[str], around: Around) -> Form | None:
    return around.day(match, month_number(match["m"]), int(match["d"]), match["y"])


def _ordinal(match: re.Match[str], around: Around) -> Form | None:
    word, month = match["o"].casefold(), month_number(match["m"])
    if word == "sista":
        return None
    return around.day(match, month, ORDINALS[word], match["y"])


def _slash(match: re.Match[str], around: Around) -> Form | None:
    month, day = int(match["m"]), int(match["d"])
    return around.day(match, month, day, match["y"]) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _number(match: re.Match[str], around: Around) -> Form | None:
    year = match["y"]
    if not year:
        return Form("number", f"{int(match['n'])}/{around.near.year}", inferred=True) if around.near else None
    if around.near and not around.near.year - 60 <= int(year) <= around.near.year + 1:
        return None
    return Form("number", f"{int(match['n'])}/{year}")


_LAW = re.compile(
    r"(?i)^[^.;\n]{0,32}?(?:\w*lag(?:en|ens|ar)?\b|\w*stadga\w*|\w*förordning\w*|\w*reglement\w*|\w*arbetsordning\w*|"
    r"\b(?:KL|FL|OSL|LOU|SoL|LSS|PBL|RF|TF|MB|HSL|SFS)\b|\w*avtalet)"
)
_LAW_BEFORE = re.compile(
    r"(?i)(?:kap\.?|lagens?|stadgar(?:na|nas)?|reglementets?|arbetsordningens?|förordningens?)\s*$"
)


def _paragraph(match: re.Match[str], around: Around) -> Form | None:
    """`§ 45`, `§§ 45-47`, `§ 112/2014`, `§ 7 b`, `§ 1 p 3`; the paragraphs of laws and statutes are none of ours."""
    if _LAW.match(around.text[match.end() :]) or _LAW_BEFORE.search(around.text[: match.start()]):
        return None
    value = match["n"]
    if match["to"]:
        value += f"-{match['to']}"
    elif match["y"]:
        value += f"/{match['y']}"
    if match["letter"]:
        value += match["letter"].lower()
    return Form("paragraph", value + (f"#{match['p']}" if match["p"] else ""))


_AFTER_MEETING = re.compile(
    rf"(?i)(?:\b(?:\w*mötets|\w*mötes|\w*sammanträdets|protokollets?|{MONTH})|(?:/|{MONTH}\s)\d{{4}}|\d-\d\d)[\s,(]+$"
)


def _point(match: re.Match[str], around: Around) -> Form | None:
    """`2/2024, punkt 3`, `förra mötets punkt 4`, `2023-10-19 p. 4`: a point straight after what names a meeting."""
    before = around.text[max(0, match.start() - 40) : match.start()]
    return _paragraph(match, around) if _AFTER_MEETING.search(before) else None


def _case(match: re.Match[str], _: Around) -> Form | None:
    return Form("case", " ".join(match["c"].split()))


def _month(match: re.Match[str], around: Around) -> Form | None:
    month = month_number(match["m"])
    if match["y"]:
        return (
            Form("month", f"{match['y']}-{month:02}") if around.plausible(day_of(int(match["y"]), month, 1)) else None
        )
    if around.near is None:
        return None
    middle = choose(month, 15, around.near, cue(around.text, *place_of(match)))
    if month == around.near.month:
        middle = around.near
    return Form("month", f"{middle.year}-{month:02}", inferred=True) if middle else None


def _week(match: re.Match[str], around: Around) -> Form | None:
    weeks = [int(number) for number in re.findall(r"\d+", match["w"])]
    year = int(match["y"]) if match["y"] else None
    if not all(1 <= week <= 53 for week in weeks) or (year is None and around.near is None):
        return None
    years = [year or week_year(week, around.near or datetime.date.min) for week in weeks]
    if any(week > last_week(of) for week, of in zip(weeks, years, strict=True)):
        return None
    named = [f"{of}-W{week:02}" for week, of in zip(weeks, years, strict=True)]
    return Form("week", ",".join(named), inferred=year is None)


def _said(value: str) -> Reader:
    return lambda _match, _around: Form("relative", value)


def _today(_: re.Match[str], around: Around) -> Form | None:
    return Form("relative", around.near.isoformat()) if around.near else Form("relative", "this")


def _next_week(match: re.Match[str], around: Around) -> Form | None:
    if around.near is None:
        return None
    by = 1 if match["next"] else -1
    year, week, _day = (around.near + datetime.timedelta(weeks=by)).isocalendar()
    return Form("relative", f"{year}-W{week:02}", inferred=True)


def _turn(_: re.Match[str], around: Around) -> Form | None:
    if around.near is None:
        return None
    return Form("relative", f"{around.near.year - (around.near.month <= 3)}-12-31", inferred=True)


_YEAR = r"(?:19|20)\d\d"
_TAIL = rf"(?:,?\s+\(?(?P<y>{_YEAR})\)?(?!\d|\s?[-–/]\s?\d|\s?(?:kr|tkr|kkr|mkr)\b))?(?!\s+{_YEAR}\s?[-–]\s?\d)"
_MEETING = r"\w*(?:möte(?:t|ts|n|na)?|sammanträde(?:t|ts|n|na)?)"
_DATED = (
    rf"(?:den|senast|till|före|innan|vid|från|fr\.?o\.?m\.?|t\.?o\.?m\.?|per|{WEEKDAY}|(?:mån|tis|ons|tors|"
    rf"tor|fre|lör|sön)\.?|{_MEETING})"
)
_UNIT = (
    r"(?:kr|kronor|sek|kkr|tkr|mkr|mnkr|ksek|msek|%|procent|personer|st|stycken|timmar|tim|min|minuter|meter|km|"
    r"kvm|m2|m²|elever|"
    r"platser|miljoner|miljarder|deltagare|invånare|dagar|år|röster|:-)"
)
_SCANNED = r"[\dlIOo]"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?i){pattern}")


FORMS: tuple[tuple[re.Pattern[str], Reader | None], ...] = (
    (
        _compiled(
            r"\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\b\.?:?\s*"
            r"(?P<c>(?-i:[A-ZÅÄÖ]{1,6}(?:[-/ ][A-ZÅÄÖ]{1,4})?)\s?-?(?:\d{4}[/:-]\d{1,6}|\d{1,6}/\d{2,4})(?:-\d+)?|"
            r"(?:\d{4}[/:-]\d{1,6}|\d{1,6}/\d{2,4}|\d{2,6}-\d{2,6})(?:[ -][A-Z]{1,4}|\.\d+)?|\d{6}-\d+)"
        ),
        lambda m, a: None if re.fullmatch(r"\d{6}-\d", m["c"]) else _case(m, a),
    ),
    (_compiled(r"\b(?:dnr|diarienr|diarienummer|ärendenr|org\.?nr|organisationsnummer|personnummer|bankgiro|"
    r"plusgiro|bg|pg|konto(?:nr)?)\b\.?:?\s*[\d -]+"), None),
    (_compiled(r"\b(?:SFS|SOU|Ds|prop\.?|bet\.?|EU|EG|EES|RÅ|NJA|JO|"
    r"HFD)\b\.?\s*\(?(?:nr\s*)?\d+[/:-]?\d*(?:[/:]\d+)?"), None),
    (_compiled(r"\(\d{4}:\d+\)"), None),
    (_compiled(r"\bkl(?:ockan)?\b\.?\s*\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[-–]|till|"
    r"och)\s?(?:kl\.?\s*)?\d{1,2}(?:[.:]\d\d)?)?"), None),
    (_compiled(r"\b(?:tel|tfn|telefon|mobil|fax|växel|t)\b\.?:?[ \t]*\+?\d[\d -]{4,18}\d"), None),
    (_compiled(r"(?<!\d)0\d{1,3}\s?-\s?\d[\d ]{4,14}"), None),
    (_compiled(rf"(?<!\d)(?P<y>{_YEAR})([-.])(?P<m>[01]\d)\2(?P<d>[0-3]\d)(?![\d-])"), _iso),
    (_compiled(rf"(?<!\d)\d[\d .,\u00a0]{{0,16}}?(?:\s?[-–]\s?\d[\d .,\u00a0]{{0,16}}?)?\s?{_UNIT}(?!\w)"), None),
    (_compiled(rf"(?<![\d-])(?P<y>{_YEAR})(?P<m>[01]\d)(?P<d>[0-3]\d)(?![\d-])"), _iso),
    (_compiled(rf"(?<![\d./-]){_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)(?![\d-])"), None),
    (_compiled(r"(?<!nr )(?<!dnr )(?<![\d.:/-])(?P<y>\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d|[.:-]\d)"), _iso),
    (
        _compiled(
            rf"\b(?:den\s+)?(?P<d1>\d{{1,2}})(?:\s+(?P<m1>{MONTH}))?\s?(?P<to>[-–]|till|och)\s?(?:den\s+)?(?P<d2>\d{{1,2}})"
            rf"\s+(?P<m2>{MONTH})\b{_TAIL}"
        ),
        _days,
    ),
    (
        _compiled(
            rf"(?<![\d:./])(?:den\s+)?(?P<d>\d{{1,2}})(?:\s?:\s?[ea])?\s+(?P<m>{MONTH})(?![\w-]){_TAIL}"
        ),
        _long,
    ),
    (_compiled(rf"\b(?:den\s+)?(?P<o>{'|'.join(ORDINALS)})\s+(?P<m>{MONTH})(?!\w){_TAIL}"), _ordinal),
    (
        _compiled(
            rf"\b(?:(?:mötes|sammanträdes)?protokoll(?:et|en|s)?|{_MEETING})\s+(?:nr\.?|nummer)?\s*(?P<n>\d{{1,3}})"
            rf"\s?[/:,-]?\s?(?P<y>{_YEAR})(?![\d-])"
        ),
        _number,
    ),
    (_compiled(rf"\b(?:(?:mötes|sammanträdes)?protokoll(?:et)?|{_MEETING})\s+(?:nr\.?|"
    rf"nummer)\s*(?P<n>\d{{1,3}})(?P<y>)?(?![\d/:-])"), _number),
    (_compiled(rf"(?<![\d/.-])(?P<n>\d{{1,3}})/(?P<y>{_YEAR})(?=,?\s*§)"), _number),
    (
        _compiled(
            rf"\b(?:{_MEETING}|protokoll\w*|anteckningar\w*)\s[^.;\n]{{0,40}}?[\s(](?P<all>(?:nr\.?|nummer)\s*"
            rf"(?P<n>\d{{1,3}})\s?/\s?(?P<y>{_YEAR}))(?![\d-])"
        ),
        _number,
    ),
    (
        _compiled(
            rf"§{{1,2}}\s*(?P<n>\d{{1,4}})(?:\s?(?:[-–]|och)\s?§?\s?(?P<to>\d{{1,4}})(?!\d|/)|"
            rf"\s?/\s?(?P<y>{_YEAR})|(?=\D|$))"
            r"(?:\s?(?P<letter>[a-h])(?![\w]))?(?:,?\s*(?:p|punkt|att-sats|sats)\.?\s*(?P<p>\d{1,2}))?"
        ),
        _paragraph,
    ),
    (
        _compiled(
            r"\b(?P<all>(?:punkt|ärende|p\.|"
            r"paragraf)\s+(?P<n>\d{1,3})(?P<to>)?(?P<y>)?(?:\s?(?P<letter>[a-h])(?![\w]))?(?P<p>)?)"
            r"(?=\s+(?:ovan|nedan|i\s+(?:\w+s\s+)?protokoll|(?:vid|på|från)\s+(?:förra|föregående|senaste|mötet|sammanträdet))\b)"
        ),
        _paragraph,
    ),
    (
        _compiled(
            r"\b(?:punkt(?:en)?|pkt|p|ärende)\.?\s*(?P<n>\d{1,3})(?P<to>)?(?P<y>)?(?:\s?(?P<letter>[a-h])(?![\w]))?"
            r"(?P<p>)?(?![\d/])"
        ),
        _point,
    ),
    (_compiled(r"(?<![\d/])(?:24/7|1/1-|(?:1/2|1/3|2/3|1/4|3/4)\s+(?:av|del)\w*)"), None),
    (
        _compiled(
            rf"\b{_DATED}\s+(?:den\s+)?(?P<all>(?P<d>[0-3]?\d)/(?P<m>[01]?\d)(?![\d/])"
            rf"(?:[\s-]+(?P<y>{_YEAR}|\d\d)(?!\d|[.:/]\d|\s?{_UNIT}\b))?)"
        ),
        _slash,
    ),
    (
        _compiled(
            rf"(?<![\w.,:/-])(?<!nr )(?<!konto )(?P<c>{_SCANNED}{{6}}|{_SCANNED}{{2}} {_SCANNED}{{4}}|"
            rf"{_SCANNED}{{4}} {_SCANNED}{{2}}|"
            rf"{_SCANNED}{{2}} {_SCANNED}{{2}} {_SCANNED}{{2}})(?![\w]|[-:/]\d|[.,]\d|\s?{_UNIT}(?!\w)|\s\d{{3}}(?!\d))"
        ),
        _six,
    ),
    *WORD_FORMS,
    (
        _compiled(rf"\b(?:i|under|till|senast|sedan|före|inför|från)\s+(?P<all>(?:(?:början|slutet|"
        rf"mitten)\s+av\s+)?(?P<m>{MONTH})(?![\w-])(?:\s+(?P<y>{_YEAR})(?!\s?[-–/]\s?\d))?)"),
        _month,
    ),
    (
        _compiled(
            rf"\b(?:vecka|veckorna|v\.|v(?=\s))\s?(?P<w>\d{{1,2}}(?:\s?(?:,|och|eller|samt|"
            rf"[-–])\s?\d{{1,2}}){{0,12}})(?![\d/:])(?:[\s,]+(?P<y>{_YEAR}))?"
        ),
        _week,
    ),
    (_compiled(r"\b(?:dagens|detta)\s+(?:möte|sammanträde)(?!\w)"), _today),
    (
        _compiled(
            r"\b(?:förra|föregående|förgående|senaste|närmast\s+föregående|"
            r"senast\s+hållna)\s+(?:ordinarie\s+)?(?:\w*möte(?:t|ts|s)?|\w*sammanträde(?:t|ts|s)?|"
            r"(?:mötes|sammanträdes)?protokoll(?:et)?)(?!\w)"
        ),
        _said("prev"),
    ),
    (
        _compiled(r"\b(?:nästa|nästkommande|näst\s+kommande)\s+(?:ordinarie\s+)?(?:\w*möte|\w*sammanträde|"
        r"mötestillfälle)(?:t)?(?!\w)"),
        _said("next"),
    ),
    (_compiled(r"\b(?:(?P<next>(?:i\s+)?nästa\s+vecka)|(?:i\s+)?förra\s+veckan)\b"), _next_week),
    (_compiled(r"\b(?:vid|efter|före|till|kring|inför)\s+(?P<all>årsskiftet)\b"), _turn),
)  # fmt: skip

_FIGURE = re.compile(r"\d")
_WORDS = (
    *MONTHS,
    "sept",
    "okt",
    "nov",
    "dec",
    "jan",
    "feb",
    "apr",
    "aug",
    "möte",
    "sammanträde",
    "protokoll",
    "vecka",
    "årsskiftet",
    *WORDS,
)
_NO_FIGURE = frozenset({"_ordinal", "_month", "_today", "_said", "_next_week", "_turn"})
_IS_WORDED = {p for p, r in FORMS if r and (r.__qualname__.split(".")[0] in _NO_FIGURE or (p, r) in WORD_FORMS)}
_WORDED = tuple((p, r) for p, r in FORMS if p in _IS_WORDED)
_FIGURED = tuple((p, r) for p, r in FORMS if p not in _IS_WORDED)
