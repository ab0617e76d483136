"""Registers of a body's year: decisions and what became of them, matters, subjects, people."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from model.index.due import Owed, promises
from model.index.links import address, incoming
from model.index.opened import Index
from model.language.commonplace import commonplace
from model.language.registerwords import alphabetical, reference
from model.language.relations import CHAIN
from model.language.words import norm, parts, runs
from model.store.subjects import Subject


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of the decision log: a clause, and the promise in it if it has one."""

    address: str
    date: str
    heading: str
    words: str
    owed: Owed | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of the list of matters: an item, how it ended, the cases it names and where it goes on."""

    address: str
    date: str
    heading: str
    state: str
    cases: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


class Place(NamedTuple):
    """Where a register points: a place as minutes are cited, its day, its heading, and what a link to it would hold."""

    address: str
    date: str
    heading: str
    target: str


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the subject register: a term, where to look instead or too, and its references in order."""

    term: str
    see: str | None = None
    see_also: str | None = None
    references: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """A row of the register of people: in which meetings somebody was present, excused, or a guest."""

    name: str
    organisation: str | None
    present: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    guest: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass
class _Item:
    """An item of the year with all its words."""

    address: str
    date: str
    minutes: str
    node: str
    heading: str
    text: str
    state: str
    is_container: bool = False
    clauses: list[tuple[str, int, str]] = field(default_factory=list)
    subjects: set[str] = field(default_factory=set)


def decision_log(index: Index, body: int, year: int, today: datetime.date | None = None) -> list[Decision]:
    """Every clause of the year in order, with its promise as it stands on `today`."""
    owed = {(one.place.minutes, one.place.node): one for one in promises(index, body, today)}
    return [
        Decision(f"{item.address} p {n}", item.date, item.heading, words, owed.get((item.minutes, node)))
        for item in _items(index, body, year) for node, n, words in item.clauses
    ]  # fmt: skip


def matters(index: Index, body: int, year: int) -> list[Matter]:
    """Every item of the year in order."""
    return [
        Matter(item.address, item.date, item.heading, item.state, _cases(index, item), _later(index, item))
        for item in _items(index, body, year)
    ]


def subjects(index: Index, body: int, year: int, known: Sequence[Subject]) -> list[Term]:
    """The subject register: the archive's own terms that the year has items for, and the terms that items bear.

    A term that only points to another stands there when that one does.
    """
    items = _items(index, body, year)
    found: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        under = {subject.term for subject in known if _belongs(item, subject)} | item.subjects
        for term in under:
            found[term].append(item)
    named = {subject.term: subject for subject in known}
    terms = set(found) | {s.term for s in known if s.see in found and not (s.heading or s.text)}
    made = [
        _term(term, found.get(term, ()), named.get(term)) for term in terms
    ]  # fmt: skip
    return sorted(made, key=lambda one: alphabetical(one.term))


def proposed(index: Index, body: int, year: int) -> list[Term]:
    """A register from the headings alone, for an archive that keeps no list yet: something to begin one with."""
    found: dict[str, list[_Item]] = defaultdict(list)
    for item in _items(index, body, year):
        if {norm(word) for word, _, _ in runs(item.heading)} - commonplace():
            found[item.heading].append(item)
    return sorted((_term(term, where) for term, where in found.items()), key=lambda one: alphabetical(one.term))


def _term(term: str, items: Sequence[_Item], known: Subject | None = None) -> Term:
    return Term(
        term, known.see if known else None, known.see_also if known else None,
        tuple(reference(item.address, item.state) for item in items),
        tuple(Place(reference(i.address, i.state), i.date, i.heading, f"{i.minutes}#{i.node}") for i in items),
    )  # fmt: skip


def people(index: Index, body: int, year: int) -> list[Present]:
    """Who took part in the year's meetings, for whom, by name."""
    rows = index.ask(
        "select p.name, p.organisation, p.role, m.short_name, m.date, m.id from person p"
        " join meeting m on m.id = p.minutes where m.body=? and m.year=?"
        " and p.role in ('present', 'apologies', 'guest') order by m.date", body, year,
    )  # fmt: skip
    found: dict[tuple[str, str | None], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    places: dict[tuple[str, str | None], list[Place]] = defaultdict(list)
    for name, organisation, role, short_name, date, minutes in rows:
        if short_name not in found[name, organisation][role]:
            found[name, organisation][role].append(short_name)
            places[name, organisation].append(Place(short_name, date or "", role, minutes))
    made = [
        Present(
            name,
            organisation,
            tuple(in_["present"]),
            tuple(in_["apologies"]),
            tuple(in_["guest"]),
            tuple(places[name, organisation]),
        )
        for (name, organisation), in_ in found.items()
    ]
    return sorted(made, key=lambda one: alphabetical(one.name))


def _items(index: Index, body: int, year: int) -> list[_Item]:
    rows = index.ask(
        "select i.rowid, m.short_name, m.date, m.id, i.id, i.no, i.letter, i.heading, i.body, i.state"
        " from item i join meeting m on m.id = i.minutes where m.body=? and m.year=? and i.id<>m.id"
        " order by m.date, i.rowid", body, year,
    )  # fmt: skip
    items = []
    for rowid, short, date, minutes, node, number, letter, heading, text, state in rows:
        item = _Item(address(short, number, letter), date or "", minutes, node, heading, text, state or "")
        item.clauses = index.ask("select id, n, text from clause where item=? order by n", rowid)
        borne = index.ask("select value from ref where minutes=? and node=? and kind='subject'", minutes, node)
        item.subjects = {value for (value,) in borne}
        items.append(item)
    return items


def _cases(index: Index, item: _Item) -> tuple[str, ...]:
    rows = index.ask(
        "select distinct r.value from ref r where r.minutes=? and r.kind='case' and (r.node=? or r.node in"
        " (select c.id from clause c join item i on i.rowid = c.item where i.minutes=r.minutes and i.id=?))",
        item.minutes, item.node, item.node,
    )  # fmt: skip
    return tuple(value for (value,) in rows)


def _later(index: Index, item: _Item) -> tuple[str, ...]:
    nodes = [item.node, *(node for node, _, _ in item.clauses)]
    ties = incoming(index, item.minutes, nodes)
    return tuple(dict.fromkeys(tie.source.address for tie in ties if tie.source and tie.kind in CHAIN))


def _belongs(item: _Item, subject: Subject) -> bool:
    whole = f"{item.heading}\n{item.text}\n" + "\n".join(words for _, _, words in item.clauses)
    return any(_stands(phrase, item.heading) for phrase in subject.heading) or any(
        _stands(phrase, whole) for phrase in subject.text
    )


def _stands(phrase: str, text: str) -> bool:
    """True when the words of `phrase` stand in a row in `text`, in any form; one word also as part of a compound."""
    wanted = [norm(word) for word, _, _ in runs(phrase)]
    words = [word for word, _, _ in runs(text)]
    norms = [norm(word) for word in words]
    if len(wanted) > 1:
        return _in_a_row(wanted, norms)
    split = [list(parts(word)) for word in words]
    inside = list(parts(phrase.casefold()))
    return any(wanted[0] in made or (inside and _in_a_row(inside, made)) for made in (norms, *split))


def _in_a_row(wanted: list[str], words: list[str]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def years(index: Index, body: int) -> list[int]:
    """The years of a body that have minutes, newest first."""
    return [
        year
        for (year,) in index.ask("select distinct year from meeting where body=? and year>0 order by year desc", body)
    ]


def bodies(index: Index) -> Iterable[tuple[int, str, str]]:
    """Every body in the archive: its row, code and name."""
    return [(int(row), code, name) for row, code, name in index.ask("select id, code, name from body order by name")]
