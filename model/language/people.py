"""Attendance lines read: who, from where, as what, and when they came or left.

"Namn, Kommun, Namn, Kommun" uses one comma for two purposes, so the line is read as a whole: every piece gets a cost
for each kind (`pieces.costs`), every step from one kind to the next has a cost too, and the cheapest path is taken.
"""

import re
from dataclasses import dataclass, field, replace

from model.language import names, pieces, stays
from model.language.pieces import KINDS, Kind, Piece
from model.record import ids as prefix
from model.record.ids import IdSource
from model.record.people import Attendee, PeopleList, Role, Stay
from model.record.text import Mark, MarkKind, Text

EMPTY_MARKS = frozenset(
    {"", "-", "–", "—", "inga", "ingen", "inget", "inget anmält", "inga anmälda", "ej anmält", "saknas", "0"}
)
"""What a list without anybody says."""

_STEPS: dict[tuple[Kind, Kind], float] = {
    ("person", "person"): 0.7, ("person", "organisation"): 0.0, ("person", "title"): 0.0, ("person", "time"): 0.0,
    ("title", "person"): 0.2, ("title", "organisation"): 0.1, ("title", "title"): 1.0, ("title", "time"): 0.0,
    ("organisation", "person"): 0.0, ("organisation", "organisation"): 2.0, ("organisation", "title"): 0.8,
    ("organisation", "time"): 0.0, ("time", "person"): 0.0, ("time", "organisation"): 0.3, ("time", "title"): 0.5,
    ("time", "time"): 0.2,
}  # fmt: skip
_OTHERS = re.compile(r"(?i)^övriga\b|\b(?:närvarande|deltagande|deltagare|ledamöter|tjänstemän)$")
"""A lead that says which people follow, and not for whom they are there."""

_BEGIN: dict[Kind, float] = {"person": 0, "organisation": 2.5, "title": 1.5, "time": 4, "collective": 0.3}


@dataclass(slots=True)
class _Entry:
    """An attendee while the line is read; marks wait until its id is known."""

    name: str
    start: int
    end: int
    organisation: str | None = None
    title: str | None = None
    stays: tuple[Stay, ...] = ()
    note: str | None = None
    group: int | None = None
    collective: bool = False
    count: int | None = None
    role: Role | None = None
    marks: list[tuple[MarkKind, int, int]] = field(default_factory=list)


def read_people(line: str, ids: IdSource, before: PeopleList | None = None, *, role: Role | None = None) -> PeopleList:
    """The list that `line` (all after the label) says; an entry keeps the id and person of one in `before` by name.

    `role` is what everybody is unless the line says otherwise. Persons who share a printed organisation get the same
    `group`, counted from 1.
    """
    if line.strip(" .\n").casefold() in EMPTY_MARKS or line.strip() in EMPTY_MARKS:
        return PeopleList(Text(line))
    entries: list[_Entry] = []
    groups = 0
    stretches = pieces.sentences(line)
    under: Role | None = None
    for position, (start, end) in enumerate(stretches):
        after = line[slice(*stretches[position + 1])] if position + 1 < len(stretches) else ""
        if pieces.is_caption(line[start:end], after):
            under = stays.role_of(line[start:end].strip())
            continue
        read = _sentence(line, start, end)
        for entry in read:
            entry.role = entry.role or under
        groups = _numbered(read, groups)
        entries.extend(read)
    return _settled(line, entries, ids, before, role)


def _sentence(line: str, start: int, end: int) -> list[_Entry]:
    """The entries of one stretch; a lead ("Från X deltar", "Ersättare:") holds for all in it."""
    lead = pieces.lead_of(line[start:end])
    if lead is None:
        return _assembled(line, pieces.cut(line, start, end))
    first, org_start, org_end = (start + offset for offset in lead)
    entries = _assembled(line, pieces.cut(line, first, end))
    said = line[org_start:org_end].strip()
    role = stays.role_of(said)
    for entry in entries:
        if role or names.is_title(said) or _OTHERS.search(said):
            entry.role = entry.role or (None if role == "substitute" and entry.title else role)
        elif entry.organisation is None and not entry.collective:
            entry.organisation = said
            entry.marks.append(("organisation", org_start, org_end))
    return entries


def _assembled(line: str, found: list[Piece]) -> list[_Entry]:
    entries: list[_Entry] = []
    waiting = 0
    kinds = _labelled(found)
    for position, (piece, kind) in enumerate(zip(found, kinds, strict=True)):
        if kind in {"person", "collective"}:
            if position and kinds[position - 1] == "organisation":
                waiting = len(entries)
            entries.append(_person(piece, collective=kind == "collective"))
        elif (
            kind == "organisation" and entries and position and kinds[position - 1] == kind and piece.before == "joint"
        ):
            _extended(entries, line, found[position - 1], piece)
        elif kind == "organisation" and entries:
            shared = _sharing(found[: position + 1], kinds[: position + 1], entries[waiting:])
            for entry in shared:
                _belong(entry, line, piece)
            if shared:
                waiting = len(entries)
        elif kind == "title" and entries:
            entries[-1].title = _joined(entries[-1].title, piece.words)
            entries[-1].marks.append(("title", piece.start, piece.end))
        elif kind == "time" and entries:
            _timed(entries[-1], line, piece.start, piece.end)
        elif kind in {"organisation", "title"}:
            entries.append(_person(piece, collective=True))
        for span in piece.brackets if entries else ():
            _bracket(entries[-1], line, *span)
    return entries


def _sharing(found: list[Piece], kinds: list[Kind], waiting: list[_Entry]) -> list[_Entry]:
    """Which of the persons that wait for an organisation share it: all of an enumeration that ends in "och"."""
    without = [entry for entry in waiting if entry.organisation is None and not entry.collective]
    if not without:
        return [waiting[-1]] if waiting and waiting[-1].organisation is not None else []
    persons = [piece for piece, kind in zip(found, kinds, strict=True) if kind == "person"]
    return without if persons and persons[-1].before == "joint" else without[-1:]


def _belong(entry: _Entry, line: str, piece: Piece) -> None:
    """An organisation that goes on ("Kultur och Fritid") is taken whole."""
    old = next((mark for mark in entry.marks if mark[0] == "organisation"), None)
    start = old[1] if old else piece.start
    if old:
        entry.marks.remove(old)
    entry.organisation = line[start : piece.end]
    entry.marks.append(("organisation", start, piece.end))


def _extended(entries: list[_Entry], line: str, last: Piece, piece: Piece) -> None:
    """Let the organisation before go on, as in "Kultur och Fritid"."""
    for entry in entries:
        if ("organisation", last.start, last.end) in entry.marks:
            _belong(entry, line, piece)


def _person(piece: Piece, *, collective: bool) -> _Entry:
    if collective:
        _, count = names.collective(piece.words)
        organisation = piece.words.split(" ", 1)[1] if piece.words.casefold().startswith("hela ") else None
        return _Entry(piece.words, piece.start, piece.end, organisation, collective=True, count=count)
    inner = pieces.titled(piece.words)
    if inner is None:
        return _Entry(piece.words, piece.start, piece.end)
    start, end = piece.start + inner[0], piece.start + inner[1]
    entry = _Entry(piece.words[inner[0] : inner[1]], start, end)
    for words, at in ((piece.words[: inner[0]], piece.start), (piece.words[inner[1] :], end)):
        if words.strip():
            lead = len(words) - len(words.lstrip())
            entry.title = _joined(entry.title, words.strip())
            entry.marks.append(("title", at + lead, at + len(words.rstrip())))
    return entry


def _bracket(entry: _Entry, line: str, start: int, end: int) -> None:
    words, kind = line[start:end].strip(), stays.kind_of(line[start:end].strip())
    if kind == "time":
        _timed(entry, line, start, end)
    elif entry.organisation is None and names.organisation_strength(words) >= 2 and not _initials(entry, words):
        entry.organisation = words
        entry.marks.append(("organisation", start, end))
    elif kind == "title":
        entry.title = _joined(entry.title, words)
        entry.marks.append(("title", start, end))
    else:
        entry.note = _joined(entry.note, words)
        entry.marks.append(("note", start, end))


def _initials(entry: _Entry, words: str) -> bool:
    """True for the short name that the minutes use from there on: `Anna Krok (AK)`."""
    letters = "".join(part[:1] for part in re.split(r"[\s-]+", entry.name))
    return len(words) > 1 and words not in stays.PARTIES and words == letters.upper()


def _timed(entry: _Entry, line: str, start: int, end: int) -> None:
    found = stays.stay(line[start:end])
    if found is None:
        entry.note = _joined(entry.note, line[start:end].strip())
        entry.marks.append(("note", start, end))
        return
    entry.stays = (*entry.stays, found)
    entry.marks.append(("time", start, end))


def _labelled(found: list[Piece]) -> list[Kind]:
    """The cheapest path of kinds through the pieces (Viterbi); a list of given names alone has only persons."""
    if not found:
        return []
    if _by_first_name(found):
        return ["person"] * len(found)
    best: dict[Kind, tuple[float, list[Kind]]] = {
        kind: (cost + _BEGIN[kind], [kind]) for kind, cost in pieces.costs(found[0]).items()
    }
    for piece in found[1:]:
        own = pieces.costs(piece)
        best = {
            kind: min(
                (cost + _step(path[-1], kind, piece.before) + own[kind], [*path, kind]) for cost, path in best.values()
            )
            for kind in KINDS
        }
    return min(best.values())[1]


def _by_first_name(found: list[Piece]) -> bool:
    """True for "Inga, Tage, Bo och Stina": three or more single words, at least half of them common given names."""
    words = [piece.words for piece in found]
    plain = all(
        word.replace("-", "").isalpha() and word.istitle() and names.organisation_strength(word) < 3 for word in words
    )
    return plain and len(words) > 2 and sum(map(names.has_given_name, words)) * 2 >= len(words)


def _step(last: Kind, kind: Kind, parted: str) -> float:
    if "collective" in {last, kind}:
        return 0.3
    cost = _STEPS[last, kind]
    if parted == "joint":
        return {("person", "person"): 0.2, ("person", "organisation"): 1.5, ("organisation", "organisation"): 1.0,
                ("organisation", "person"): 0.2}.get((last, kind), cost + 0.5)  # fmt: skip
    if parted in {"semicolon", "newline", "stop", "tab"} and kind != "person" and parted != "tab":
        return cost + 3
    if parted in {"semicolon", "newline", "stop"} and (last, kind) == ("person", "person"):
        return 0.1
    return cost


def _numbered(entries: list[_Entry], groups: int) -> int:
    """Give persons who share one printed organisation the same number."""
    shared: dict[tuple[int, int], list[_Entry]] = {}
    for entry in entries:
        for kind, start, end in entry.marks:
            if kind == "organisation":
                shared.setdefault((start, end), []).append(entry)
    for members in shared.values():
        if len(members) > 1:
            groups += 1
            for entry in members:
                entry.group = groups
    return groups


def _settled(
    line: str, entries: list[_Entry], ids: IdSource, before: PeopleList | None, role: Role | None
) -> PeopleList:
    left = list(before.entries) if before else []
    people: list[Attendee] = []
    spans: dict[tuple[MarkKind, int, int], list[str]] = {}
    for entry in entries:
        _of_party(line, entry)
        known = next((old for old in left if old.name == entry.name), None)
        if known:
            left.remove(known)
        who = Attendee(
            known.id if known else ids.new(prefix.PERSON), entry.name, entry.organisation, title=entry.title,
            role=_role(entry, role), stays=entry.stays, group=entry.group, note=entry.note,
            collective=entry.collective, count=entry.count,
        )  # fmt: skip
        people.append(replace(who, person=known.person) if known else who)
        for span in (("name", entry.start, entry.end), *entry.marks):
            spans.setdefault(span, []).append(who.id)
    marks = tuple(Mark(start, end, kind, (("of", " ".join(of)),)) for (kind, start, end), of in spans.items())
    return PeopleList(Text(line, marks), tuple(people))


def _of_party(line: str, entry: _Entry) -> None:
    """The letters of a party in brackets say whom an elected member speaks for, unless an organisation is named."""
    notes = [mark for mark in entry.marks if mark[0] == "note"]
    said = line[notes[0][1] : notes[0][2]] if notes else ""
    if entry.organisation is not None or not stays.PARTY.match(said) or _initials(entry, said):
        return
    _, start, end = notes[0]
    entry.organisation = line[start:end]
    entry.marks[entry.marks.index(notes[0])] = ("organisation", start, end)
    entry.note = ", ".join(line[a:b].strip() for _, a, b in notes[1:]) or None


def _role(entry: _Entry, role: Role | None) -> Role | None:
    said = next((found for part in (entry.title or "").split(", ") if (found := stays.role_of(part))), None)
    if said is None and entry.organisation and stays.role_of(entry.organisation) == "secretariat":
        said = "secretariat"
    return entry.role or said or role


def _joined(old: str | None, new: str) -> str:
    return f"{old}, {new}" if old else new
