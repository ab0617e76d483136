"""What a record says of other meetings: its references and its promises, as rows for the index.

The rows hold what the words say. Where they lead is asked when it is wanted (`cite`): a meeting that is imported or
moved later is found without reading this record again.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from model.index.rows import Fact, Promise, Ref
from model.language import clauses as reading
from model.language.parties import is_party
from model.language.promises import Promise as Said
from model.language.promises import in_prose, of_clauses
from model.language.references import Reference, Setting, find
from model.record.blocks import Block, Clause, Deadline, Item, Paragraph, words
from model.record.minutes import Minutes
from model.record.people import LIST_NAMES
from model.record.tree import Decision, Section, derive, flatten, sections

WAYS = {"back": -1, "ahead": 1, "own": 0, "event": 0}
DONE_BY_HAND = "promise:done"
"""A promise that somebody ticks off is kept with its minutes as `Silenced(rule="promise:done", node=the clause)`."""

FIRST_WORDS = 3
"""A heading that begins so near its start with "nästa möte" announces it."""

BINDING = frozenset({"by", "to_meeting", "at_meeting", "requested"})
"""The roles of a deadline that make it one; the day of an event is none."""


def setting_of(minutes: Minutes, others: Iterable[str] = ()) -> Setting:
    """The setting in which the words of `minutes` are read."""
    number = f"{minutes.number}/{minutes.year}" if minutes.number and minutes.year else None
    return Setting(minutes.meeting.date, minutes.body.name, (minutes.body.code,), tuple(others), number)


def references(minutes: Minutes) -> Iterator[Fact]:
    """Every reference in headings, clauses and running text; a moved meeting as `from/to`.

    The first day under a heading that says "Nästa möte" is that meeting's.
    """
    setting = setting_of(minutes)
    for block, ref in _read(minutes, setting):
        if ref.role != "own" or ref.kind != "relative":
            yield Ref(
                minutes.id, block.id, ref.kind, ref.value, WAYS[ref.role], _whose(ref), None, None, ref.start, ref.end
            )
    yield from _moves(minutes, setting)
    for block in minutes.blocks:
        if isinstance(block, Item):
            yield from (Ref(minutes.id, block.id, "subject", subject) for subject in block.subjects)
            if block.case or block.reference:
                yield Ref(minutes.id, block.id, "case", block.reference or block.case)


def _read(minutes: Minutes, setting: Setting) -> Iterator[tuple[Block, Reference]]:
    announced = False
    for block in minutes.blocks:
        found = find(words(block).plain, setting)
        if isinstance(block, Item):
            announced = any(ref.value == "next" and ref.body is None and ref.start < FIRST_WORDS for ref in found)
        for ref in found:
            is_next = announced and ref.kind == "date" and ref.role == "event"
            announced = announced and not is_next
            yield block, ref._replace(meeting=True, role="ahead") if is_next else ref


def _whose(ref: Reference) -> str | None:
    """The body in the row: empty for one's own, None where no meeting is named."""
    return (ref.body or "") if ref.meeting else None


def _moves(minutes: Minutes, setting: Setting) -> Iterator[Fact]:
    """Meetings that the minutes move. The old day may stand in the text and the new one in the decision."""
    told: set[str] = set()
    for section in sections(derive(minutes.blocks)):
        own = [section.item, *flatten(section.parts)]
        text = "\n\n".join(words(block).plain for block in own)
        for ref in find(text, setting):
            move = f"{ref.moves_from}/{ref.value}"
            if ref.moves_from and ref.body is None and move not in told:
                told.add(move)
                yield Ref(minutes.id, section.item.id, "move", move, 1, "")


def promises(minutes: Minutes) -> Iterator[Fact]:
    """Who is to do what by when. What a person has said of a clause stands over what is read from its words."""
    setting, people = setting_of(minutes), names_of(minutes)
    for section in sections(derive(minutes.blocks)):
        for part in section.parts:
            if isinstance(part, Decision):
                texts = [clause.text.plain for clause in part.clauses]
                for clause, said in zip(part.clauses, of_clauses(texts, setting, people), strict=True):
                    yield from _of_clause(minutes, section, clause, said)
                    yield from _prose(minutes, section, clause, clause.after.plain)
            elif isinstance(part, Paragraph) and part.kind in {"text", "status", "note"}:
                yield from _prose(minutes, section, part, part.text.plain)


def names_of(minutes: Minutes) -> frozenset[str]:
    """The names of everybody in the lists, and their first names."""
    lists = (getattr(minutes.attendance, name) for name in LIST_NAMES)
    whole = {entry.name for people in lists if people for entry in people.entries if not entry.collective}
    return frozenset(whole | {name.split()[0] for name in whole if name.split()})


def _of_clause(minutes: Minutes, section: Section, clause: Clause, said: Said) -> Iterator[Fact]:
    mandate = clause.mandate or (clause.action is None and _is_mandate(clause.text.plain))
    if said.kind in {"none", "election"} and not mandate:
        return
    bound = next((d for d in clause.deadlines if d.role in BINDING), None)
    deadline = bound.when if bound and len(bound.when) == 10 else said.deadline
    named = tuple(who for who in clause.responsible if is_party(who, names_of(minutes)))
    who = said.who or (_joined(named) if not said.implied else None)
    kind = said.kind if said.kind not in {"none", "election"} else "task"
    by_hand = "hand" if _is_ticked(minutes, clause) else None
    yield Promise(
        minutes.id, clause.id, section.item.id, who or said.implied, who is None and said.implied is not None, deadline,
        _bound(minutes, said, bound), kind, by_hand, clause.text.plain,
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def _is_mandate(words: str) -> bool:
    return reading.read(words).mandate


def _prose(minutes: Minutes, section: Section, block: Block, text: str) -> Iterator[Fact]:
    for said in in_prose(text, setting_of(minutes), names_of(minutes)):
        yield Promise(
            minutes.id, block.id, section.item.id, said.who, False, said.deadline, _bound(minutes, said, None),
            said.kind, "hand" if _is_ticked(minutes, block) else None, text[said.start : said.end].strip(" .\n–-"),
        )  # fmt: skip


def _is_ticked(minutes: Minutes, block: Block) -> bool:
    """True when somebody has said that the promise of `block` is done."""
    return any(said.rule == DONE_BY_HAND and said.node == block.id for said in minutes.lifecycle.silenced)


def _joined(names: tuple[str, ...]) -> str | None:
    return " och ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else None


def _bound(minutes: Minutes, said: Said, deadline: Deadline | None) -> str | None:
    """The meeting a promise is due at: the id it is bound to, else body and day, where an empty body is one's own."""
    if deadline and deadline.meeting:
        return deadline.meeting.removeprefix(minutes.body.code) if "@" in deadline.meeting else deadline.meeting
    if said.meeting is None:
        return None
    return f"{said.meeting.body or ''}@{said.meeting.value}"
