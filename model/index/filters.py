"""Filters of a question as conditions: marks and words of the index's layers, a range of days, and rows of facts."""

import datetime
from typing import NamedTuple

from model.index.opened import Index
from model.index.query import Word, excluded, quoted, together, word
from model.index.schema import ANYWHERE, BODY, COUNTER, DECIDES, DECISION, WITHDRAWN
from model.language.question import Filter, Question, money, span
from model.language.relations import CLOSING
from model.language.words import fold, runs

NAMED = "select name from name where {names}"
OF_PERSON = f'+rowid in (select "row" from person where name in ({NAMED}))'
WITH_PERSON = (
    f"+rowid in (select rowid from item where minutes in (select minutes from person where name in ({NAMED})))"
)
"""Everything that was said while somebody was there."""

OF_AMOUNT = '+rowid in (select "row" from amount where value between ? and ?)'
OPEN = (
    'exists(select 1 from promise p where p."row" = f.rowid and p.closed_by is null{whose} and not exists('
    "select 1 from link l where l.target in (p.minutes || '#' || p.node, p.minutes || '#' || p.item)"
    f" and l.kind in ({', '.join(repr(kind) for kind in sorted(CLOSING))})))"
)
"""The plus keeps FTS5 from being asked once for every row of the list: membership is looked up in the list instead."""

AMONG = "+rowid {not_}in (select rowid from {layer} where {layer} match ?)"
LAST = 2**63 - 1
TIMES = {"year", "before", "after"}


class Limits(NamedTuple):
    """What narrows a search besides its words. `first` and `last` are row ids: they run by date."""

    matching: tuple[str, ...] = ()
    """Marks, and words of phrases: asked for in every layer."""
    within: tuple[tuple[str, str], ...] = ()
    """Words that must stand in a layer of their own."""
    among: tuple[str, ...] = ()
    values: tuple[object, ...] = ()
    first: int = 0
    last: int = LAST
    is_worded: bool = False
    """True when there are phrases: heads of minutes are found by words only."""
    with_heads: bool = False
    """True when heads may be found without words: they say who was there."""
    is_nothing: bool = False
    """True when nothing can answer: an unknown body, a range of days that is none."""

    def conditions(self) -> tuple[list[str], list[object]]:
        """What SQL is asked besides the words, and its values."""
        where: list[str] = []
        values: list[object] = []
        if self.first or self.last < LAST:
            where.append("rowid between ? and ?")
            values += [self.first, self.last]
        for layer, words in self.within:
            where.append(AMONG.format(not_="", layer=layer))
            values.append(words)
        return [*where, *self.among], [*values, *self.values]


def limits(index: Index, question: Question) -> Limits:
    """The limits of a question. A filter without a value that needs one is still being typed, and narrows nothing."""
    made = Limits(
        matching=tuple(together(words) for words in question.phrases),
        is_worded=bool(question.phrases),
    )
    unwanted = [excluded(words[0]) for words in question.without if len(words) == 1]
    if unwanted:
        made = _among(made, AMONG.format(not_="not ", layer=ANYWHERE), " OR ".join(unwanted))
    for wanted in question.filters:
        made = _of_person(made, wanted.value, question) if wanted.key == "person" else _narrowed(index, made, wanted)
    return made


def worded(index: Index, question: Question) -> list[Word]:
    """The words of filters that stand in what is found, for the marking."""
    values = [wanted.value for wanted in question.filters if wanted.key in {"decision", "withdrawn", "place"}]
    return [word(index.vocabulary, token.word, is_open=True) for value in values for token in runs(value)]


def _narrowed(index: Index, made: Limits, wanted: Filter) -> Limits:
    key, value = wanted
    if key == "withdrawn":
        return _marked(index, made, WITHDRAWN, ANYWHERE, value)
    if key == "decision":
        return _marked(index, made, DECIDES, DECISION, value)
    if key == "open":
        return _open(made, value)
    if key == "amount":
        return _among(made, OF_AMOUNT, *money(value))
    if not value:
        return made
    if key == "body":
        return _of_body(index, made, value)
    if key == "place" and runs(value):
        named = " OR ".join([*map(of_body, _bodies(index, value)), _all(index, value, whole=True)])
        return made._replace(within=(*made.within, (ANYWHERE, named)))
    return _in_time(made, key, value) if key in TIMES else made


def _marked(index: Index, made: Limits, mark: str, layer: str, value: str) -> Limits:
    """Items with a mark, and with the words of `value` in a layer."""
    words = ((layer, _all(index, value)),) if runs(value) else ()
    return made._replace(matching=(*made.matching, quoted(mark)), within=(*made.within, *words))


def _all(index: Index, value: str, *, whole: bool = False) -> str:
    """Every word of `value`, in whatever form it stands in the archive; it may still be being typed."""
    found = (word(index.vocabulary, token.word, is_open=True) for token in runs(value))
    return "(" + " AND ".join(made.expression(whole=whole) for made in found) + ")"


def of_body(number: int) -> str:
    """The mark of a body's items."""
    return quoted(f"{BODY}{number}")


def _among(made: Limits, sql: str, *values: object) -> Limits:
    return made._replace(among=(*made.among, sql), values=(*made.values, *values))


def _of_person(made: Limits, value: str, question: Question) -> Limits:
    """Items that name somebody; with words to look for also all others of the meetings where they were."""
    words = [token.word for token in runs(value) if len(token.word) > 1]
    if not words:
        return made
    names = " and ".join(["(instr(' ' || low, ' ' || ?) or instr(' ' || fold, ' ' || ?))"] * len(words))
    sql = WITH_PERSON if question.words or question.phrases else OF_PERSON
    return _among(made._replace(with_heads=True), sql.format(names=names), *(each for each in words for _ in range(2)))


def _open(made: Limits, value: str) -> Limits:
    """Items with something left to do, of somebody if a name or a role is given."""
    names = [token.word for token in runs(value)]
    sql = OPEN.format(whose=" and (instr(p.who, ?) or instr(p.who, ?))" * len(names))
    return _among(made, sql, *(form for name in names for form in (name, name.capitalize())))


def _of_body(index: Index, made: Limits, value: str) -> Limits:
    bodies = _bodies(index, value)
    if not bodies:
        return made._replace(is_nothing=True)
    return made._replace(matching=(*made.matching, "(" + " OR ".join(map(of_body, bodies)) + ")"))


def _bodies(index: Index, value: str) -> list[int]:
    """Bodies whose code is `value`, or in whose name every word of it begins a word."""
    wanted = [token.word for token in runs(value)]
    found = []
    for number, code, name in index.ask("select id, code, name from body"):
        words = [form for token in runs(name) for form in (token.word, fold(token.word))]
        if code.lower() == value or (wanted and all(any(w.startswith(part) for w in words) for part in wanted)):
            found.append(number)
    return found


def _in_time(made: Limits, key: str, value: str) -> Limits:
    days = span(value)
    if days is None:
        return made
    first, last = days
    if key == "before":
        return made._replace(last=min(made.last, row(first) - 1))
    if key == "after":
        return made._replace(first=max(made.first, row(last) + COUNTER))
    return made._replace(first=max(made.first, row(first)), last=min(made.last, row(last) + COUNTER - 1))


def row(day: datetime.date) -> int:
    """The first row id of a day."""
    return day.toordinal() * COUNTER
