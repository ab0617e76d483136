"""The earlier decisions that an item builds on, with the reason for each: nothing is linked without a person's yes.

Three witnesses are heard for every earlier item of the same body: its words, the references of the new item, and what
was promised for this meeting. They are joined by noisy-OR, so that a reason that speaks for itself needs no other.

The weights were fitted on generated minutes and tried on others, so that what is shown as *the* suggestion is right
nineteen times of twenty (`tests/bench/bench_linking.py`). Standing items, which come back at every meeting and follow
nothing, are what the rule must be told from: `standing` and `recurs` do that.
"""

import datetime
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from model.index.cite import Here, here
from model.index.evidence import Evidence, gathered
from model.index.finding import Wanted, weighed
from model.index.likeness import RANGE, Features, Weights, Words, counted, features, words_of, written
from model.index.opened import Index
from model.index.query import either, quoted
from model.index.schema import ANYWHERE, BODY, COUNTER, HEADING
from model.index.terms import heading_key
from model.language.follow import relation
from model.language.standing import is_formality, is_standing
from model.record.blocks import Block, words
from model.record.ids import NodeId
from model.record.links import LinkKind
from model.record.minutes import Minutes, UnknownNodeError
from model.record.tree import Section, derive, flatten, section_of

SURE, LEAST, MOST = 0.85, 0.40, 3
"""Probabilities from which an item is *the* suggestion, and is shown at all; how many are shown."""

CANDIDATES, TELLING = 60, 6
REJECTED = "suggestion:"
"""A rejected suggestion is kept with the minutes as `Silenced(rule="suggestion:p-…#a-…", node=the new item)`."""

Why = Literal["meeting", "paragraph", "due", "near_due", "heading", "words"]


class Reason(NamedTuple):
    """Why an item is suggested: the kind of reason, its words (a reference, a day, common words), its weight."""

    why: Why
    words: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An earlier item, and the clause in it that gave the evidence; `p` is how probable it is that this builds on it.

    `later` are the nodes (`p-…#a-…`) that have been linked to it: its own later history.
    """

    minutes: NodeId
    item: NodeId
    node: NodeId
    short_name: str
    date: str
    number: int
    letter: str | None
    clause: int | None
    heading: str
    text: str
    kind: LinkKind
    p: float
    reasons: tuple[Reason, ...]
    later: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """The global address of what is suggested."""
        return f"{self.minutes}#{self.node}"


class _Old(NamedTuple):
    """An earlier item as it lies in the index."""

    rowid: int
    minutes: str
    item: str
    heading: str
    body: str
    hkey: int
    number: int
    letter: str | None
    date: str
    short_name: str
    whose: int = 0
    clauses: tuple[tuple[str, int, str], ...] = ()


class _Likeness(NamedTuple):
    old: _Old
    features: Features
    strength: float


class _New(NamedTuple):
    """The item that is asked about."""

    minutes: Minutes
    section: Section
    at: Here
    heading: str
    words: Words


_OLD = (
    "select i.rowid, m.id, i.id, i.heading, i.body, i.hkey, i.no, i.letter, m.date, m.short_name, m.body"
    " from item i join meeting m on m.id = i.minutes"
)


class Suggester:
    """Answers for one index, and keeps what its words weigh from one question to the next."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._weights: dict[int, Weights] = {}
        self._state: object = None

    def suggestions(self, minutes: Minutes, node: NodeId, limit: int = MOST) -> tuple[Suggestion, ...]:
        """What the item that holds `node` builds on, best first: at most `limit`, none below `LEAST`.

        What a person has rejected for this item, or has linked already, is not offered again. Raises
        `UnknownNodeError` when no item holds `node`.
        """
        return tuple(found for found in self.ranked(minutes, node) if found.p >= LEAST)[:limit]

    def ranked(self, minutes: Minutes, node: NodeId, limit: int = 12) -> list[Suggestion]:
        """The best candidates, whatever their probability."""
        section = section_of(derive(minutes.blocks), node)
        if section is None:
            raise UnknownNodeError(node)
        at = here(self._index, minutes)
        if at.body is None:
            return []
        new = _New(
            minutes, section, at, section.item.heading.plain, words_of(section.item.heading.plain, _text(section))
        )
        weights = self._of_body(at.body)
        self._learn(weights, new.words.text)
        evidence = gathered(self._index, minutes, _blocks(section), at)
        alike = self._measured(new, self._candidates(new, weights, evidence), weights)
        scored = sorted(_scored(alike, evidence), key=lambda pair: (-pair[0], pair[1].old.date or ""))
        refused = _refused(minutes, section.item.id)
        made = (
            self._made(p, like, reasons, new, evidence, weights) for p, like, reasons in scored[: limit + len(refused)]
        )
        return [found for found in made if not {found.target, f"{found.minutes}#{found.item}"} & refused][:limit]

    def _candidates(self, new: _New, weights: Weights, evidence: Evidence) -> list[_Old]:
        """The earlier items of the body that share telling words, or are named, or promised something for today."""
        day = new.minutes.meeting.date
        before = day.toordinal() * COUNTER if day else 1 << 62
        rows: dict[int, _Old] = {}
        alike = weighed(
            self._index, _wanted(new, weights), CANDIDATES, before=before, mark=quoted(f"{BODY}{new.at.body}")
        )
        rows |= {
            row[0]: _Old(*row) for row in self._index.ask(f"{_OLD} where i.rowid in ({','.join(map(str, alike))})")
        }
        for minutes in evidence.meetings:
            rows |= {row[0]: _Old(*row) for row in self._index.ask(f"{_OLD} where m.id=?", minutes)}
        for minutes, item in evidence.due:
            rows |= {row[0]: _Old(*row) for row in self._index.ask(f"{_OLD} where m.id=? and i.id=?", minutes, item)}
        for minutes, node in evidence.nodes:
            named = self._index.ask(
                f"{_OLD} where m.id=? and (i.id=? or i.rowid=(select item from clause c where c.id=? and "
                "c.item=i.rowid))",
                minutes, node, node,
            )  # fmt: skip
            rows |= {row[0]: _Old(*row) for row in named}
        return [old for old in rows.values() if old.heading and old.item != old.minutes != new.minutes.id]

    def _measured(self, new: _New, olds: Sequence[_Old], weights: Weights) -> list[_Likeness]:
        whole = [old._replace(clauses=self._clauses(old.rowid)) for old in olds]
        read = [words_of(old.heading, f"{old.body}\n" + "\n".join(text for _, _, text in old.clauses)) for old in whole]
        self._learn(weights, (word for made in read for word in made.text))
        times_new = self._times(new.at, heading_key(new.heading), 4)
        found = []
        for old, made in zip(whole, read, strict=True):
            times_old = self._times(new.at, old.hkey, 6)
            days = _days_between(old.date, new.minutes.meeting.date)
            measured = features(new.words, made, weights, days, times_old, times_new)
            if is_standing(old.heading) or is_standing(new.heading):
                measured = measured._replace(standing=1.0, recurs=1.0)
            found.append(_Likeness(old, measured, max(measured.hcov, measured.hcos, 1.5 * measured.tcos)))
        return found

    def _made(
        self, p: float, like: _Likeness, reasons: tuple[Reason, ...], new: _New, evidence: Evidence, weights: Weights
    ) -> Suggestion:
        old = like.old
        promised = any(reason.why in {"due", "near_due"} for reason in reasons)
        due = evidence.due.get((old.minutes, old.item)) if promised else None
        node, place, text = _spoken_clause(old, new, evidence, due.node if due else None, weights)
        heard = promised or old.minutes in evidence.meetings
        kind = relation(new.heading, _text(new.section), text, promised=promised, named=heard)
        if old.whose != new.at.body:
            kind = "foranleds_av"
        plain = f"{new.heading}\n{_text(new.section)}"
        reasons = tuple(r._replace(words=written(r.words, plain)) if r.why == "words" else r for r in reasons)
        later = self._index.ask(
            "select minutes, source from link where target=? or target=? or target like ? order by rowid",
            f"{old.minutes}#{old.item}", f"{old.minutes}#{node}", f"{old.minutes}#{node}",
        )  # fmt: skip
        return Suggestion(
            NodeId(old.minutes), NodeId(old.item), NodeId(node), old.short_name, old.date, old.number, old.letter,
            place, old.heading, text, kind, p, reasons, tuple(f"{minutes}#{source}" for minutes, source in later),
        )  # fmt: skip

    def _clauses(self, rowid: int) -> tuple[tuple[str, int, str], ...]:
        return tuple(self._index.ask("select id, n, text from clause where item=? order by n", rowid))

    def _times(self, at: Here, key: int, most: int) -> int:
        """How often a heading has stood in the body before, as far as `most`."""
        return int(
            self._index.one(
                # cross join: the heading is looked up first, and not once for each of the body's meetings
                "select count(*) from (select 1 from item i cross join meeting m on m.id = i.minutes"
                " where i.hkey=? and m.body=? and m.id<>? and m.date<? limit ?)",
                key, at.body, at.minutes, at.date or "9", most,
            )
        )  # fmt: skip

    def _of_body(self, body: int) -> Weights:
        """The weights for one body's archive; begun again when something has been indexed since."""
        state = (self._index.connection, self._index.one("select (select max(rowid) from item), count(*) from meeting"))
        if state != self._state:
            self._weights, self._state = {}, state
        if body not in self._weights:
            items = int(self._index.one("select count(*) from item"))
            self._weights[body] = Weights(items, self._names(body))
        return self._weights[body]

    def _names(self, body: int) -> frozenset[str]:
        """The norms and parts of the names of the bodies, the members and those who sit there."""
        named = [name for (name,) in self._index.ask("select name from body")]
        named += [
            part for row in self._index.ask(
                "select distinct p.name, p.organisation from person p join meeting m on m.id = p.minutes"
                " where m.body=? and p.role in ('present', 'apologies')", body,
            ) for part in row if part
        ]  # fmt: skip
        return frozenset(word for name in named for word in counted(name))

    def _learn(self, weights: Weights, wanted: Iterable[str]) -> None:
        """Look up how common words are that have not been looked up before."""
        missing = weights.missing(wanted)
        for start in range(0, len(missing), 500):
            some = {word.rpartition(RANGE)[2]: word for word in missing[start : start + 500]}
            marks = ",".join("?" * len(some))
            rows = self._index.ask(f"select term, df from vocab where term in ({marks})", *some)
            weights.learn({some[term]: df for term, df in rows}, some.values())


def rejected(suggestion: Suggestion) -> str:
    """The rule under which the rejection of `suggestion` is kept."""
    return f"{REJECTED}{suggestion.target}"


def _scored(alike: list[_Likeness], evidence: Evidence) -> list[tuple[float, _Likeness, tuple[Reason, ...]]]:
    """Each item's probability and the reasons that count for it."""
    whole: defaultdict[str, float] = defaultdict(float)
    for like in alike:
        whole[like.old.minutes] += like.strength**2 + 1e-4
    return [
        _noisy_or(like, (like.strength**2 + 1e-4) / whole[like.old.minutes], evidence) for like in alike
    ]  # fmt: skip


def _noisy_or(like: _Likeness, share: float, evidence: Evidence) -> tuple[float, _Likeness, tuple[Reason, ...]]:
    m = like.features
    text = _sigmoid(
        -11.54 + 0.65 * m.hcos + 8.54 * m.tcos + 3.90 * m.fuzz + 3.97 * m.recent + 0.49 * m.hcov
        + 0.23 * m.hcov * m.fuzz + 3.58 * m.rarest - 4.09 * m.standing - 6.51 * m.recurs
    )  # fmt: skip
    named = 0.0 if m.recurs else 0.45 * max(0.0, m.rcov - 0.8) / 0.2
    by_words = 1 - (1 - text) * (1 - named)
    reasons = [
        Reason("heading", (like.old.heading,), by_words) if m.same else Reason("words", m.common, by_words),
        *_referred(like, share, evidence),
        *_promised(like, share, evidence),
    ]
    p = 1 - math.prod(1 - reason.weight for reason in reasons)
    kept = [r for r in sorted(reasons, key=lambda r: -r.weight) if r.weight >= 0.05 and r.words]
    if not any(r.why in {"heading", "words"} for r in kept) and m.common:
        kept.append(Reason("words", m.common, by_words))
    return p, like, tuple(kept)


def _referred(like: _Likeness, share: float, evidence: Evidence) -> list[Reason]:
    old, s = like.old, like.strength
    ids = {old.item, *(node for node, _, _ in old.clauses)}
    for (minutes, node), printed in evidence.nodes.items():
        if minutes == old.minutes and node in ids:
            return [Reason("paragraph", (printed,), 0.97)]
    if old.minutes not in evidence.meetings or is_formality(old.heading):
        return []
    exact, printed = evidence.meetings[old.minutes]
    weight = 0.96 * share * min(1, 0.25 + 6 * s) if exact else 0.50 * share * min(1, 4 * s)
    return [Reason("meeting", (printed,), weight)]


def _promised(like: _Likeness, share: float, evidence: Evidence) -> list[Reason]:
    due = evidence.due.get((like.old.minutes, like.old.item))
    if due is None:
        return []
    weight = (0.85 if due.exact else 0.50) * share * min(1, 4 * max(0.0, like.features.hcov - 0.12))
    return [Reason("due" if due.exact else "near_due", (due.deadline or "",), weight)]


def _wanted(new: _New, weights: Weights) -> list[Wanted]:
    """The rarest words of the heading anywhere, those of the text in headings; in a heading each counts twice."""
    head = _rarest(new.words.heading, weights)
    text = _rarest({w: n for w, n in new.words.text.items() if w not in head}, weights)
    in_heading = [Wanted(HEADING, _said(word), (1 if word in head else 2) * weights[word]) for word in (*head, *text)]
    return [*(Wanted(ANYWHERE, _said(word), weights[word]) for word in head), *in_heading]


def _said(word: str) -> str:
    """The word in the index; the years of a plan are two there."""
    return " AND ".join(f"({either(year)})" for year in word.split(RANGE))


def _rarest(counts: Iterable[str], weights: Weights) -> list[str]:
    return sorted(counts, key=lambda word: -weights[word])[:TELLING]


def _spoken_clause(
    old: _Old, new: _New, evidence: Evidence, due: str | None, weights: Weights
) -> tuple[str, int | None, str]:
    """The clause whose date, paragraph or words gave the evidence; the item when none did."""
    wanted = {node for minutes, node in evidence.nodes if minutes == old.minutes}
    if due is not None:
        wanted.add(due)
    for node, place, text in old.clauses:
        if node in wanted:
            return node, place, text
    best: tuple[float, str, int | None, str] = (0.0, old.item, None, "")
    for node, place, text in old.clauses:
        common = sum(weights[word] for word in counted(text) if word in new.words.text and not weights.is_general(word))
        if common > best[0]:
            best = (common, node, place, text)
    return best[1:]


def _refused(minutes: Minutes, item: NodeId) -> set[str]:
    """What has been rejected for this item, or is linked to it already."""
    said = {
        s.rule.removeprefix(REJECTED)
        for s in minutes.lifecycle.silenced
        if s.node == item and s.rule.startswith(REJECTED)
    }
    section = section_of(derive(minutes.blocks), item)
    own = {block.id for block in _blocks(section)} if section else {item}
    return said | {link.target for link in minutes.lifecycle.links if link.source in own and link.target}


def _blocks(section: Section) -> list[Block]:
    return [section.item, *flatten(section.parts)]


def _text(section: Section) -> str:
    return "\n".join(words(block).plain for block in flatten(section.parts))


def _days_between(earlier: str, later: datetime.date | None) -> int:
    if later is None or len(earlier or "") != 10:
        return 3650
    return (later - datetime.date.fromisoformat(earlier)).days


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))
