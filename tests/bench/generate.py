"""Realistic minutes with planted follow-ups, for benchmarks: `python -m tests.bench.generate FOLDER MEETINGS [SEED]`.

One author's idea of municipal minutes. Words, joints and inflections are written by hand in `vocabulary.toml`, not
taken from the program's rules or lexicon. Each matter lives through one to four meetings of its body: it is told of,
decided, followed up by the date of the earlier meeting, by a promise, by the same heading or only by the same words.
Standing items come back at every meeting and follow nothing.
"""

import datetime
import random
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from model.record.blocks import Block, Clause, Item, Paragraph
from model.record.ids import CountingIds, NodeId
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.record.people import Attendance, Attendee, PeopleList
from model.record.text import Text

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))
MONTHS = ["januari", "februari", "mars", "april", "maj", "juni",
          "juli", "augusti", "september", "oktober", "november", "december"]  # fmt: skip
FIRST_YEAR = 1998
SCANNED = 0.15
"""Share of the minutes that have been through a bad scanner."""

How = Literal["date", "number", "promise", "heading", "words"]


@dataclass
class Matter:
    """What is dealt with: the forms of its compound, its place, and where it has stood."""

    id: int
    front: str
    forms: list[str]
    """Of the whole compound: indefinite, definite, plural, definite plural."""
    place: str
    detail: str
    who: str
    left: int
    stood: list["Standing"] = field(default_factory=list)
    due: datetime.date | None = None

    @property
    def heading(self) -> str:
        """As it is printed the first time."""
        return f"{self.forms[0].capitalize()} {self.place}"


@dataclass(frozen=True)
class Standing:
    """One item: its minutes, its node, what it says, and whether it follows an earlier one (and how)."""

    minutes: NodeId
    node: NodeId
    date: datetime.date
    short_name: str
    heading: str
    matter: int
    scanned: bool
    how: How | None = None


@dataclass
class Generated:
    """What has been made so far: every matter, and every item that belongs to one."""

    matters: list[Matter] = field(default_factory=list)
    items: list[Standing] = field(default_factory=list)

    def follow_ups(self) -> Iterator[tuple[Standing, Standing]]:
        """Pairs of an item and the one it follows."""
        for matter in self.matters:
            yield from ((later, earlier) for earlier, later in zip(matter.stood, matter.stood[1:], strict=False))


class Generator:
    """Makes minutes one by one; the same seed gives the same minutes."""

    def __init__(self, meetings: int, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.made = Generated()
        self._ids = CountingIds()
        self._meetings = meetings
        self._bodies = self._make_bodies(max(1, min(396, meetings // 150)))

    def minutes(self) -> Iterator[Minutes]:
        """All of them, body by body, each body's oldest first."""
        each = -(-self._meetings // len(self._bodies))
        left = self._meetings
        for body in self._bodies:
            yield from _Series(self, body, min(each, left)).minutes()
            left -= each

    def id(self, letter: str) -> NodeId:
        """An id that no other node has."""
        return self._ids.new(letter)

    def matter(self) -> Matter:
        """A new matter."""
        choose = self.random.choice
        front, head = choose(WORDS["fronts"]), choose(WORDS["heads"])
        forms = [front + form for form in head.split()]
        made = Matter(
            len(self.made.matters), front, forms, self.place(), choose(WORDS["details"]), choose(WORDS["roles"]),
            self.random.choices((1, 2, 3, 4), (40, 35, 17, 8))[0],
        )  # fmt: skip
        self.made.matters.append(made)
        return made

    def place(self) -> str:
        """`vid Björkhaga`, `i Ekmåla`."""
        name = self.random.choice(WORDS["place_starts"]) + self.random.choice(WORDS["place_ends"])
        return f"{self.random.choice(('i', 'vid', 'för'))} {name.capitalize()}"

    def person(self) -> str:
        """A first and a last name."""
        return f"{self.random.choice(WORDS['first_names'])} {self.random.choice(WORDS['last_names'])}"

    def _make_bodies(self, count: int) -> list[Body]:
        bodies = []
        for number in range(count):
            kind = WORDS["bodies"][number % len(WORDS["bodies"])]
            town = WORDS["towns"][number // len(WORDS["bodies"]) % len(WORDS["towns"])]
            name = f"{kind} i {town}"
            bodies.append(Body(f"g{number}", name, f"{kind}s i {town}"))
        return bodies


class _Series:
    """The meetings of one body through the years."""

    def __init__(self, maker: Generator, body: Body, count: int) -> None:
        self.maker, self.body, self.count = maker, body, count
        self.random = maker.random
        self.open: list[Matter] = []
        self.people = [maker.person() for _ in range(11)]

    def minutes(self) -> Iterator[Minutes]:
        day = datetime.date(FIRST_YEAR, 1, 10) + datetime.timedelta(days=self.random.randrange(28))
        number, year = 0, day.year
        for _ in range(self.count):
            number, year = (number + 1, year) if day.year == year else (1, day.year)
            yield self._one(day, number)
            day += datetime.timedelta(days=self.random.choice((21, 28, 35, 42)))

    def _one(self, day: datetime.date, number: int) -> Minutes:
        made = self.maker
        minutes, scanned = made.id("p"), self.random.random() < SCANNED
        due = [matter for matter in self.open if self.random.random() < 0.45][:3]
        new = [made.matter() for _ in range(self.random.randint(3, 6))]
        blocks: list[Block] = []
        for matter in (*due, *new):
            blocks += self._item(matter, minutes, day, f"{number}/{day.year}", scanned=scanned)
        for heading in self.random.sample(WORDS["standing"], 2):
            blocks += [Item(made.id("a"), heading=Text(heading)), self._text(self._sentence(None), scanned=scanned)]
        self.open = [matter for matter in (*self.open, *new) if matter.left > 0]
        people = [Attendee(made.id("n"), name, self.body.name) for name in self.people]
        line = ", ".join(self.people)
        return Minutes(
            minutes, self.body, Meeting(made.id("m"), day), self.body.code, number, day.year,
            attendance=Attendance(present=PeopleList(Text(line), tuple(people))), blocks=tuple(blocks),
        )  # fmt: skip

    def _item(
        self, matter: Matter, minutes: NodeId, day: datetime.date, short_name: str, *, scanned: bool
    ) -> list[Block]:
        how = self._how(matter, day) if matter.stood else None
        heading = self._heading(matter, how)
        node = self.maker.id("a")
        texts = [self._sentence(matter) for _ in range(self.random.randint(1, 3))]
        if how in {"date", "number"}:
            texts.insert(0, self._back(matter, how))
        due = day + datetime.timedelta(days=self.random.choice((28, 35, 56, 90)))
        chosen = self.random.sample(WORDS["clauses"], self.random.choices((0, 1, 2, 3), (15, 40, 30, 15))[0])
        clauses = [self._filled(words, matter, due) for words in chosen]
        matter.due = due if any("{due}" in words for words in chosen) else None
        matter.left -= 1
        shown = _worn(heading, self.random) if scanned else heading
        standing = Standing(minutes, node, day, short_name, shown, matter.id, scanned, how)
        matter.stood.append(standing)
        self.maker.made.items.append(standing)
        return [
            Item(node, heading=Text(shown), status="decided" if clauses else "open"),
            *(self._text(words, scanned=scanned) for words in texts),
            *(self._clause_block(words, scanned=scanned) for words in clauses),
        ]

    def _how(self, matter: Matter, day: datetime.date) -> How:
        if matter.due is not None and abs((matter.due - day).days) <= 8:
            return "promise"
        return self.random.choices(("date", "number", "heading", "words"), (30, 10, 35, 25))[0]

    def _heading(self, matter: Matter, how: How | None) -> str:
        if how is None or how == "heading":
            return matter.heading
        form = matter.forms[1].capitalize()
        lead = self.random.choice(WORDS["follow_leads"])
        return self.random.choice((f"{lead} {matter.forms[1]}", f"{form} {matter.place}", f"{form}, {matter.detail}"))

    def _back(self, matter: Matter, how: How) -> str:
        last = matter.stood[-1]
        printed = self.random.choice((last.date.strftime("%y%m%d"), _long(last.date), last.date.isoformat()))
        where = f"protokoll {last.short_name}" if how == "number" else f"mötet {printed}"
        words: str = self.random.choice(WORDS["back"])
        return words.format(where=where, form=matter.forms[1])

    def _sentence(self, matter: Matter | None) -> str:
        about = matter or self.maker.made.matters[self.random.randrange(len(self.maker.made.matters))]
        words = self.random.choice(WORDS["sentences" if matter else "standing_sentences"])
        return self._filled(words, about, None)

    def _filled(self, words: str, matter: Matter, due: datetime.date | None) -> str:
        choose = self.random.choice
        filled: str = words.format(
            form=matter.forms[1], bare=matter.forms[0], many=matter.forms[2], place=matter.place, detail=matter.detail,
            who=matter.who, person=choose(self.people), role=choose(WORDS["roles"]), thing=choose(WORDS["things"]),
            adjective=choose(WORDS["adjectives"]), verb=choose(WORDS["verbs"]),
            sum=f"{choose((20, 45, 75, 120, 300, 850))} 000 kr",
            due=choose((_long(due), due.strftime("%y%m%d"), due.isoformat())) if due else "",
        )  # fmt: skip
        return filled

    def _text(self, words: str, *, scanned: bool) -> Paragraph:
        return Paragraph(self.maker.id("s"), Text(_worn(words, self.random) if scanned else words))

    def _clause_block(self, words: str, *, scanned: bool) -> Clause:
        return Clause(self.maker.id("t"), Text(_worn(words, self.random) if scanned else words))


def _long(day: datetime.date) -> str:
    return f"den {day.day} {MONTHS[day.month - 1]} {day.year}"


WEAR = (("rn", "m"), ("m", "rn"), ("l", "1"), ("ä", "a"), ("ö", "o"), ("å", "a"), ("ä", "å"), ("i", "j"), ("cl", "d"))
"""What a scanner makes of letters."""


def _worn(words: str, chance: random.Random) -> str:
    """`words` after a bad scanner: about every eighth word damaged, some cut in two."""
    worn = []
    for word in words.split(" "):
        if len(word) > 4 and chance.random() < 0.12:
            good, bad = chance.choice([pair for pair in WEAR if pair[0] in word] or [("", "")])
            cut = chance.randrange(2, len(word) - 1)
            worn.append(word.replace(good, bad, 1) if good else f"{word[:cut]} {word[cut:]}")
        else:
            worn.append(word)
    return " ".join(worn)


def write(folder: Path, meetings: int, seed: int = 1) -> Generated:
    """An archive of so many meetings in `folder`."""
    from model.store.archive import Archive
    from model.store.writer import to_bytes

    maker = Generator(meetings, seed)
    archive: Archive | None = None
    for made in maker.minutes():
        archive = archive or Archive.create(folder, made.body)
        day = made.meeting.date
        assert day is not None
        place = folder / str(day.year) / f"{day} {made.body.code} {made.number}"
        place.mkdir(parents=True, exist_ok=True)
        (place / "protokoll.xml").write_bytes(to_bytes(made))
    return maker.made


if __name__ == "__main__":
    done = write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    print(len(done.items), "items,", len(done.matters), "matters,", sum(1 for _ in done.follow_ups()), "follow-ups")
