"""Whose minutes these are: a body's name, genitive and short code, read from the words of a title or letterhead."""

import re
from collections import Counter
from collections.abc import Iterable

from model.language import forms

_TRIM = ' ,.:;–—-”“"'
_PARTS = """
    kommun direktör chef fullmäktige styrelse nämnd grupp utskott råd nätverk arbets social barn ungdom
    utbildning miljö byggnad bygg stad kultur fritid tekni region förbund förening direktion samverkan ledning
    projekt styr vård omsorg äldre plan beredning kommitté delegation presidi års möte stämma revision val
    trafik näringsliv närings
    """.split()  # noqa: SIM905  # a block of words reads better
_PART = re.compile("|".join(sorted(_PARTS, key=len, reverse=True)))
_SMALL = frozenset({"i", "och", "för", "av", "på", "med", "vid", "den", "det", "de", "samt", "till", "hos", "inom"})
_MEETING = r"(?:(?:\w*möte(?:t)?|sammanträde(?:t)?|\w*stämma(?:n)?|överläggning|konferens|träff)\w*)"
_OWN = re.compile(
    r"(?i)^(?P<body>.+?)\s+(?:\w*protokoll\w*|mötesanteckningar|minnesanteckningar|anteckningar|(?:ordinarie\s+|extra\s+)?"
    rf"{_MEETING})\b"
)
_HELD = re.compile(
    r"(?i)\b(?:från|vid|för|över|med|av|hållet\s+med)\s+(?:(?:ordinarie|extra|konstituerande|nästa|ett|ett\s+extra|digitalt)\s+)*"
    rf"(?:{_MEETING}\s+)?(?:(?:i|med|för|hos|av|inom)\s+)?(?P<body>[^,;(:]+)"
)
_AFTER = re.compile(rf"(?i)^{_MEETING}\s+(?:(?:i|med|för|hos|av|inom)\s+)(?P<body>[^,;(:]+)")
_HELD_LINE = re.compile(rf"(?i)^(?:\w*protokoll\s+(?:fört\s+)?(?:vid|från)\s+)?{_MEETING}\s+(?:med|i|för|av|hos)\s")
_OWN_LINE = re.compile(rf"(?i)^(?P<body>\S.+?)[,:]?\s+(?:ordinarie\s+|extra\s+)?{_MEETING}(?:,?\s+(?:den\s+)?\d.*)?$")
_YEAR = re.compile(r"(?i)\s+för\s+\w*året?$")
_DATED = re.compile(r",?\s(?:19|20)\d\d-\d\d-\d\d$")
_REGISTERED = re.compile(r"(?i),?\s*org(?:anisations)?\.?\s*(?:nr|nummer)\b.*$")
_NUMBER = re.compile(
    r"(?i)[\s,]*\b(?:(?:nr\.?|nummer)\s*\d{1,3}(?:\s*[/:-]\s*|\s+)(?:19|20)\d\d|(?:nr\.?|nummer)\s*\d{1,3}|"
    r"\d{1,3}\s*[/:]\s*(?:19|20)\d\d|\d{1,3}-(?:19|20)\d\d)(?![\d-])"
)
"""The number of the minutes, with its year: "nr 9/2025", "4/2015", "nr 2 2023"."""
_WHEN = re.compile(
    r"(?i)\s*(?:\b(?:den|måndag\w*|tisdag\w*|onsdag\w*|torsdag\w*|fredag\w*|lördag\w*|söndag\w*|kl|klockan|nr|nummer)\b.*|"
    r"[–—-]?\s*\d.*|\s[–—-]\s.*)$"
)
_TITLE_WORDS = re.compile(
    rf"(?i)^(?:\w*protokoll\w*|mötesanteckningar|minnesanteckningar|anteckningar|{_MEETING}|fört|vid|från|för|med|i|hos|av|nr|ordinarie|extra|\s)+\b"
)
_DEFINITE = {"styrelse": "n", "nämnd": "en", "utskott": "et", "råd": "et", "grupp": "en", "direktion": "en"}
_COMPOUND = re.compile(rf"(?i)\b(?P<body>[^\W\d]{{3,}}(?P<head>{'|'.join(_DEFINITE)}))s?(?:möte|sammanträde|protokoll)")
_BODY_END = re.compile(r"(?i)\s+(?:ordinarie|extra|konstituerande)?\s*" + _MEETING + r"\b.*$")


def named(title: str) -> str | None:
    """The body that a title names ("Kulturrådets protokoll 3/2020", "Protokoll från möte med Kulturrådet"), or None."""
    words = _unnumbered(title)
    for pattern in (_HELD, _AFTER, _OWN):
        match = pattern.search(words)
        found = _trimmed(match["body"], own=pattern is _OWN) if match else ""
        if found:
            return found
    return None


def within(title: str) -> str | None:
    """The body that stands in a title beside the word for the minutes: after it, or after a dash."""
    for part in reversed(re.split(r"\s+[–—-]\s+|,\s+|:\s+", _unnumbered(title))):
        words = _TITLE_WORDS.sub("", _WHEN.sub("", part)).strip(_TRIM)
        words = _YEAR.sub("", words)
        if words and forms.BODY.match(words) and not forms.PRONOUN.match(words):
            return _cased(words)
    return None


def held(line: str) -> str | None:
    """The body of a line that says what was held ("Styrelsemöte med Lövby hembygdsförening den 3 maj"), or None."""
    own = _OWN_LINE.match(line)
    if own and forms.BODY.match(own["body"]) and len(own["body"].split()) > 1:
        return _cased(_nominative(own["body"]))
    return named(line.rstrip(".")) if _HELD_LINE.match(line) and len(line) < 140 and line[-1:] != ":" else None


def titled(title: str) -> str | None:
    """The body in a title whose words tell no body: what follows "Protokoll", or whose meeting a compound says."""
    compound = _COMPOUND.search(title)
    if compound:
        return _cased(compound["body"].lower() + _DEFINITE[compound["head"].lower()])
    words = _TITLE_WORDS.sub("", _WHEN.sub("", _unnumbered(title))).strip(_TRIM)
    is_name = forms.CALLED.match(title) and re.fullmatch(r"[A-ZÅÄÖ][\w-]+(?: [\w-]+){1,3}", words)
    return words if is_name and not forms.GATHERING.match(words) and not forms.PRONOUN.match(words) else None


def deciding(leads: Iterable[str]) -> str | None:
    """The body that the leads of the decisions name most often ("Skolrådet beslutar"), or None."""
    found = [match["body"] for lead in leads if (match := forms.DECIDER.match(lead))]
    names = Counter(_nominative(_definite(name)) for name in found if forms.BODY.match(name) and len(name) > 12)
    return _cased(names.most_common(1)[0][0]) if names else None


def _definite(name: str) -> str:
    """`name` without the s of an indefinite genitive: "arbetsutskotts" → "arbetsutskott"."""
    return re.sub(r"(utskott|råd|nätverk|förbund)s$", r"\1", name)


def alone(line: str) -> str | None:
    """The body that `line` is the name of and nothing more, or None."""
    words = _DATED.sub("", _REGISTERED.sub("", " ".join(line.split())))
    words = re.sub(r"^\w+\s+(?i:kommun|stad)\s+(?=[A-ZÅÄÖ]\S*(?:\s\S+){0,3}$)", "", words)
    if forms.TITLE_WORD.search(words):
        return None
    return _cased(words) if forms.BODY.match(words) and len(words) < 80 else None


def genitive(name: str) -> str:
    """`name` in the genitive: "Kulturrådet" → "Kulturrådets"; a name in s stays as it is."""
    return name if name[-1:].casefold() in {"s", "x", "z"} or not name else f"{name}s"


def code(name: str) -> str:
    """A short code of `name` for folders and series: the initials of its parts, "Kommunstyrelsen" → "ks"."""
    words = [word for word in re.findall(r"[^\W\d_]+", name.casefold()) if word not in _SMALL]
    letters = "".join(_initials(word) for word in words[:4])
    if len(letters) >= 2:
        return letters[:6]
    return re.sub(r"[^\w]", "", name.casefold())[:12] or "protokoll"


def recased(name: str, text: str) -> str:
    """`name`, which stood in capitals, with capitals for the words that have them inside the sentences of `text`."""
    first, *rest = name.split(" ")
    shown = [w.capitalize() if re.search(rf"[^\W\d_,] {re.escape(w.capitalize())}\b", text) else w for w in rest]
    return " ".join([first, *shown])


def _unnumbered(title: str) -> str:
    return _NUMBER.sub("", " ".join(title.split()))


def _initials(word: str) -> str:
    found = [match.group() for match in _PART.finditer(word)]
    return "".join(part[0] for part in found) if found and word.startswith(found[0]) else word[:1]


def _trimmed(words: str, *, own: bool) -> str:
    bare = _WHEN.sub("", words).strip(_TRIM)
    if own:
        bare = _nominative(bare)
    cut = _BODY_END.search(bare)
    if cut:
        own_head = re.match(r"(?i)\s*\w*?(?P<head>styrelse|nämnd|utskott|råd|grupp)(?:möte|sammanträde)", cut.group())
        bare = bare[: cut.start()].strip(_TRIM)
        bare = f"{bare} {own_head['head'].lower()}" if own_head and bare.endswith("s") else _nominative(bare)
    bare = _YEAR.sub("", bare)
    if forms.PRONOUN.match(bare):
        return ""
    if len(bare) < 2 or len(bare) > 90 or not bare[:1].isalpha():
        return ""
    if re.match(r"(?i)(?:\w*protokoll|\w*anteckning|justera|samman|[\w-]*" + _MEETING + r"$)", bare):
        return ""
    return _cased(bare)


def _nominative(words: str) -> str:
    """Without the s of the genitive, where the word before it is a definite form or ends in a body's word."""
    return (
        words[:-1]
        if re.search(r"(?i)(?:en|et|n|ge|sen|förbund|råd|nätverk|möte|förening|grupp|nämnd)s$", words)
        else words
    )


def _cased(words: str) -> str:
    shown = words.capitalize() if words.isupper() and len(words) > 5 else words
    if not words.isupper():
        shown = re.sub(r"(?<=\s)[A-ZÅÄÖ]{6,}$", lambda match: match.group().lower(), words)
    return shown[:1].upper() + shown[1:]
