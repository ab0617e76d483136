"""What a record says of other meetings: its references and its promises, as rows for the index.

The rows hold what the words say. Where they lead is asked when it is wanted (`cite`): a meeting that is imported or
moved later is found without reading this record again.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from model.index.rows import Fact, Promise, Ref
from model.language import clauses as reading
from model.language.bodywords import meeting_body, name_of
from model.language.meetingplans import Announced, announcement, recurring
from model.language.parties import is_party
from model.language.promises import Promise as Said
from model.language.promises import first_stop, in_prose, of_clauses, with_tails
from model.language.references import Reference, Setting, find, moves
from model.record.blocks import Block, Clause, Deadline, Item, Paragraph, words
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.people import LIST_NAMES
from model.record.tree import Decision, Section, derive, flatten, sections

WAYS = {"back": -1, "ahead": 1, "own": 0, "event": 0}
DONE_BY_HAND = "promise:done"
"""A promise that somebody ticks off is kept with its minutes as `Silenced(rule="promise:done", node=the clause)`."""

NOTHING = Said("none")

BINDING = frozenset({"by", "to_meeting", "at_meeting", "requested"})
"""The roles of a deadline that make it one; the day of an event is none."""


def setting_of(minutes: Minutes, others: Iterable[str] = ()) -> Setting:
    """The setting in which the words of `minutes` are read."""
    number = f"{minutes.number}/{minutes.year}" if minutes.number and minutes.year else None
    return Setting(minutes.meeting.date, _acting(minutes), (minutes.body.code,), tuple(others), number)


def _acting(minutes: Minutes) -> str:
    """The name of the body; where that is only an organisation's, what its decisions begin with ("Styrelsen beslöt").

    An association's minutes are its board's, and a parish's its council's: there "styrelsen" is one's own body.
    """
    if name_of(minutes.body.name).head:
        return minutes.body.name
    leads = (block.lead for block in minutes.blocks if isinstance(block, Clause) and block.lead)
    firsts = (lead.split(maxsplit=1)[0] for lead in (minutes.style.decision_lead, *leads) if lead.strip())
    named = (first for first in firsts if name_of(first).head)
    return next(named, "") or meeting_body(minutes.title or "") or minutes.body.name


def references(minutes: Minutes) -> Iterator[Fact]:
    """Every reference in headings, clauses and running text; a moved meeting as `from/to`.

    A rule of meetings ("andra tisdagen i varje månad") is a plan of its days.
    """
    setting = setting_of(minutes)
    for block, found in read(minutes, setting):
        for ref in found:
            if ref.role != "own" or ref.kind != "relative":
                yield Ref(
                    minutes.id, block.id, ref.kind, ref.value, WAYS[ref.role], _whose(ref), None, None, ref.start,
                    ref.end,
                )  # fmt: skip
        for day in recurring(words(block).plain, setting.day):
            yield Ref(minutes.id, block.id, "plan", day.isoformat(), 1, "")
    yield from _moves(minutes, setting)
    for block in minutes.blocks:
        if isinstance(block, Item):
            yield from (Ref(minutes.id, block.id, "subject", subject) for subject in block.subjects)
            if block.case or block.reference:
                yield Ref(minutes.id, block.id, "case", block.reference or block.case)


def read(
    minutes: Minutes, setting: Setting, nodes: Collection[NodeId] | None = None
) -> Iterator[tuple[Block, list[Reference]]]:
    """Every block, or those of `nodes`, with its references.

    Days under a heading that announces meetings are those meetings'.
    """
    announced: Announced = None
    for block in minutes.blocks:
        if isinstance(block, Item):
            announced = announcement(block.heading.plain)
        if nodes is not None and block.id not in nodes:
            continue
        found = find(words(block).plain, setting)
        days = [ref for ref in found if announced and ref.kind == "date" and ref.role == "event"]
        if announced == "next" and days:
            days, announced = [ref for ref in days if ref.value == days[0].value], None
        yield block, [ref._replace(meeting=True, role="ahead") if ref in days else ref for ref in found]


def _whose(ref: Reference) -> str | None:
    """The body in the row: empty for one's own, None where no meeting is named."""
    return (ref.body or "") if ref.meeting else None


def _moves(minutes: Minutes, setting: Setting) -> Iterator[Fact]:
    """Meetings that the minutes move. The old day may stand in the text and the new one in the decision."""
    told: set[str] = set()
    for section in sections(derive(minutes.blocks)):
        own = [section.item, *flatten(section.parts)]
        text = "\n\n".join(words(block).plain for block in own)
        if not moves(text):
            continue
        for ref in find(text, setting):
            move = f"{ref.moves_from}/{ref.value}"
            if ref.moves_from and ref.body is None and move not in told:
                told.add(move)
                yield Ref(minutes.id, section.item.id, "move", move, 1, "")


def promises(minutes: Minutes) -> Iterator[Fact]:
    """Who is to do what by when. What a person has said of a clause stands over what is read from its words."""
    at = _At(minutes, setting_of(minutes), names_of(minutes))
    for section in sections(derive(minutes.blocks)):
        for part, following in zip_longest(section.parts, section.parts[1:]):
            if isinstance(part, Decision):
                after = following.text.plain if isinstance(following, Paragraph) else ""
                yield from _of_decision(at, section, part, after)
            elif isinstance(part, Paragraph) and part.kind in {"text", "status", "note"}:
                _, left = with_tails(NOTHING, part.text.plain, at.setting, at.people)
                yield from _prose(at, section, part, left)


class _At(NamedTuple):
    """The minutes that are read, the setting of their words, and everybody's names."""

    minutes: Minutes
    setting: Setting
    people: frozenset[str]


def _of_decision(at: _At, section: Section, decision: Decision, after: str) -> Iterator[Fact]:
    """The promises of its clauses; `after` is the paragraph that follows, which may say who and when of the last."""
    setting, people = at.setting, at.people
    texts = [clause.text.plain for clause in decision.clauses]
    for clause, read_so in zip(decision.clauses, of_clauses(texts, setting, people), strict=True):
        said, left = with_tails(read_so, clause.after.plain, setting, people)
        if clause is decision.clauses[-1] and not left.strip():
            said, _ = with_tails(said, after, setting, people)
        made = list(_of_clause(at, section, clause, said))
        yield from made or _prose(at, section, clause, clause.text.plain[first_stop(clause.text.plain) :])
        yield from _prose(at, section, clause, left)


def names_of(minutes: Minutes) -> frozenset[str]:
    """The names of everybody in the lists, and their first names."""
    lists = (getattr(minutes.attendance, name) for name in LIST_NAMES)
    whole = {entry.name for people in lists if people for entry in people.entries if not entry.collective}
    return frozenset(whole | {name.split()[0] for name in whole if name.split()})


def _of_clause(at: _At, section: Section, clause: Clause, said: Said) -> Iterator[Fact]:
    mandate = clause.mandate or (clause.action is None and _is_mandate(clause.text.plain))
    if said.kind in {"none", "election"} and not mandate:
        return
    bound = next((d for d in clause.deadlines if d.role in BINDING), None)
    deadline = bound.when if bound and len(bound.when) == 10 else said.deadline
    named = tuple(who for who in clause.responsible if is_party(who, at.people))
    who = said.who or (_joined(named) if not said.implied else None)
    kind = said.kind if said.kind not in {"none", "election"} else "task"
    by_hand = "hand" if _is_ticked(at.minutes, clause) else None
    yield Promise(
        at.minutes.id, clause.id, section.item.id, who or said.implied, who is None and said.implied is not None,
        deadline, _bound(at.minutes, said, bound), kind, by_hand, clause.text.plain,
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def _is_mandate(words: str) -> bool:
    return reading.read(words).mandate


def _prose(at: _At, section: Section, block: Block, text: str) -> Iterator[Fact]:
    for said in in_prose(text, at.setting, at.people):
        yield Promise(
            at.minutes.id, block.id, section.item.id, said.who, False, said.deadline, _bound(at.minutes, said, None),
            said.kind, "hand" if _is_ticked(at.minutes, block) else None, text[said.start : said.end].strip(" .\n–-"),
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
    if said.meeting.kind in {"season", "year"}:
        return None
    return f"{said.meeting.body or ''}@{said.meeting.value}"
