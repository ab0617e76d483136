"""Any record and any command, for property tests: with the characters that real keyboards, Word and scanners send."""

import datetime
from decimal import Decimal

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from model.edit import adjust, arrange, attend, head, move, refer, write
from model.edit.command import Command
from model.edit.parts import KINDS
from model.record.blocks import Amount, AsPrinted, Block, Clause, Deadline, DecisionFacts, Item, Paragraph, Row
from model.record.ids import ALPHABET, APOLOGIES, GUESTS, PRESENT, NodeId
from model.record.lifecycle import Event, Lifecycle, Noise, Remark, Repair, Source, Span
from model.record.links import Link
from model.record.meeting import Break, Meeting, Place
from model.record.minutes import Attachment, Body, DocumentDate, LetterheadLine, Minutes
from model.record.people import Attendance, Attendee, PeopleList, Stay
from model.record.roster import composed
from model.record.style import CLASSIC, HOUSE, StyleProfile
from model.record.text import Mark, Text, clean

SOME_RUNS = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)
"""As many as a newcomer has patience for, the same ones each time; shrinking a whole record takes minutes: left out."""

ODD = "åäöÅÄÖé–—§\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{COMBINING RING ABOVE}\N{ZERO WIDTH JOINER}👩🏽‍⚖️"
RAW = ODD + "\x00\x07\x0b\x0c\x1f\x85\u2028\u2029\t\n\r\ud800\ufffe]]>&<\"'"
TYPED = st.text(st.sampled_from("abc 12.,:-" + RAW), max_size=12)
"""What a keyboard, a paste or a broken program may send."""

WORDS = TYPED.map(clean)
"""What a record may hold."""

LINE = WORDS.map(lambda words: words.replace("\n", " "))
SOME = LINE.filter(bool)
MAYBE = st.none() | LINE
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0))
MOMENTS = st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2050, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)
KEYS = st.text(st.sampled_from(ALPHABET), min_size=6, max_size=6)
HASHES = st.text(st.sampled_from("0123456789abcdef"), min_size=64, max_size=64)
STYLES = st.sampled_from([HOUSE, CLASSIC]) | st.builds(
    StyleProfile,
    name=SOME,
    number_form=st.sampled_from(["{}. ", "§ {} ", ""]),
    sub_item=st.sampled_from(["letters", "dash", "numbers", "none"]),
    decision_lead=LINE,
    capital_att=st.booleans(),
    samt=st.sampled_from(["none", "before_last", "after_next_last"]),
    clause_stop=st.sampled_from(["all", "last", "none"]),
    heading_form=st.sampled_from(["own_line", "run_in"]),
    arrival=st.sampled_from(["after_organisation", "before_organisation"]),
    signature_order=st.lists(SOME, min_size=1, max_size=3).map(tuple),
    label_present=LINE,
)


def ids(prefix: str) -> st.SearchStrategy[NodeId]:
    return KEYS.map(lambda key: NodeId(f"{prefix}-{key}"))


@st.composite
def texts(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS) -> Text:
    """Words with marks that may touch, cross and nest."""
    plain = draw(words)
    marks = []
    for _ in range(draw(st.integers(0, 3)) if plain else 0):
        start = draw(st.integers(0, len(plain) - 1))
        end = draw(st.integers(start + 1, len(plain)))
        kind = draw(st.sampled_from(["person", "organisation", "date", "amount", "reference", "strong", "emphasis"]))
        marks.append(Mark(start, end, kind, (("d", draw(SOME)),) if kind == "date" else ()))
    return Text(plain, tuple(marks))


PRINTED = st.none() | st.builds(AsPrinted, MAYBE, MAYBE, MAYBE).filter(lambda own: own != AsPrinted())
LISTED = st.lists(LINE, max_size=2).map(tuple)
ITEMS = st.builds(
    Item, ids("a"), st.sampled_from([1, 2]), texts(LINE),
    st.sampled_from(["open", "decided", "withdrawn", "tabled", "referred_back", "dormant"]),
    st.sampled_from([None, "decision", "information", "container"]), st.none() | st.integers(1, 999),
    LISTED, LISTED, MAYBE, MAYBE, LISTED, MAYBE, PRINTED,
)  # fmt: skip
PARAGRAPHS = st.builds(
    Paragraph, ids("s"), texts(),
    st.sampled_from(["text", "opening", "closing", "status", "motion", "reservation", "note", "procedure"]),
)  # fmt: skip
FACTS = st.none() | st.builds(
    DecisionFacts, MAYBE, st.sampled_from([None, "unanimous", "after_vote"]), st.booleans(), LISTED
)
DEADLINES = st.lists(st.builds(Deadline, SOME, st.sampled_from(["by", "to_meeting", "event"]), MAYBE), max_size=2)
AMOUNTS = st.lists(
    st.builds(Amount, st.decimals(-(10**9), 10**9, places=2).map(Decimal), st.just("SEK"), MAYBE), max_size=2
)
CLAUSES = st.builds(
    Clause, ids("t"), texts(), MAYBE, MAYBE, st.booleans(), LISTED, DEADLINES.map(tuple), AMOUNTS.map(tuple), FACTS,
    texts(SOME) | st.just(Text()), PRINTED,
)  # fmt: skip
ROWS = st.builds(
    Row, ids("r"), st.lists(texts(LINE), min_size=1, max_size=4).map(tuple), st.sampled_from(["head", "body", "sum"])
)
BLOCKS = ITEMS | PARAGRAPHS | CLAUSES | ROWS
STAYS = st.lists(st.builds(Stay, st.none() | CLOCKS, st.none() | CLOCKS), max_size=2).map(tuple)
PEOPLE = st.builds(
    Attendee, ids("n"), SOME, st.none() | SOME, st.none(), st.none() | SOME,
    st.sampled_from([None, "member", "chair", "guest"]), STAYS, st.none() | st.integers(1, 2), st.none(), st.booleans(),
)  # fmt: skip
MEETINGS = st.builds(
    Meeting, ids("m"), st.none() | DAYS, st.none() | DAYS, st.none() | CLOCKS, st.none() | CLOCKS,
    st.builds(Place, MAYBE, MAYBE, MAYBE, MAYBE), st.lists(st.builds(Break, CLOCKS, CLOCKS), max_size=2).map(tuple),
    LINE,
)  # fmt: skip


@st.composite
def lists_of_people(draw: st.DrawFn) -> PeopleList | None:
    """No list, a typed line that nobody has read, or one made of its entries."""
    if draw(st.booleans()):
        return draw(st.none() | st.builds(PeopleList, st.builds(Text, LINE)))
    people = draw(st.lists(PEOPLE, max_size=4, unique_by=lambda person: person.id))
    return composed(people, draw(st.sampled_from([HOUSE, CLASSIC])))


@st.composite
def lives(draw: st.DrawFn, nodes: list[NodeId]) -> Lifecycle:
    """A management with a source, repairs, links and remarks that name `nodes`."""
    node = st.sampled_from(nodes)
    source = st.builds(
        Source, SOME, st.sampled_from(["text", "markdown", "ocr"]), HASHES, st.none() | st.just("utf-8"),
        st.lists(st.builds(Span, node, st.just(0), st.integers(0, 99), MAYBE), max_size=2).map(tuple),
        st.lists(st.builds(Noise, st.just(0), st.integers(0, 9), st.just("scan"), WORDS), max_size=2).map(tuple),
    )  # fmt: skip
    link = st.builds(Link, ids("lk"), node, st.just("foljer_upp"), unresolved=SOME, evidence=MAYBE)
    repair = st.builds(
        Repair, ids("e"), node, st.integers(0, 9), LINE, LINE, st.just("ocr"),
        st.sampled_from(["applied", "proposed", "refused"]), by=MAYBE, when=st.none() | MOMENTS,
    )  # fmt: skip
    few = {"max_size": 2}
    return Lifecycle(
        draw(st.sampled_from(["draft", "with_chair", "adjusting"])), draw(st.none() | MOMENTS),
        draw(st.lists(source, max_size=1).map(tuple)),
        tuple(draw(st.lists(repair, unique_by=lambda r: r.id, **few))),
        tuple(draw(st.lists(link, unique_by=lambda k: k.id, **few))),
        remarks=tuple(draw(st.lists(st.builds(Remark, SOME, st.none() | node), **few))),
        events=tuple(draw(st.lists(st.builds(Event, MOMENTS, st.just("adjusting"), MAYBE, MAYBE), **few))),
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> Minutes:
    """Any minutes: every block kind in any order, header rows there or not, each with an id of its own."""
    blocks: list[Block] = draw(st.lists(BLOCKS, max_size=6, unique_by=lambda block: block.id))
    people = draw(st.builds(Attendance, lists_of_people(), lists_of_people(), lists_of_people()).filter(_has_own_ids))
    mark = draw(ids("p"))
    return Minutes(
        mark, Body(draw(SOME), draw(SOME), draw(LINE)), draw(MEETINGS), draw(LINE),
        draw(st.none() | st.integers(1, 99)), draw(st.none() | st.integers(1900, 2100)), draw(MAYBE), draw(MAYBE),
        draw(st.none() | st.builds(DocumentDate, DAYS, LINE)),
        draw(st.lists(st.builds(LetterheadLine, st.just("sender"), LINE), max_size=2).map(tuple)), people,
        tuple(blocks), (),
        tuple(draw(st.lists(st.builds(Attachment, ids("b"), st.integers(1, 9), LINE, SOME, HASHES), max_size=1))),
        draw(STYLES), draw(lives([mark, *(block.id for block in blocks)])),
    )  # fmt: skip


def _has_own_ids(people: Attendance) -> bool:
    entries = [e.id for own in (people.present, people.apologies, people.guests) if own for e in own.entries]
    return len(entries) == len(set(entries))


@st.composite
def commands(draw: st.DrawFn, minutes: Minutes) -> Command:
    """Some command on `minutes`, as keys, pastes and forms make them; ids now and then name nothing."""
    nodes = [block.id for block in minutes.blocks] or [NodeId("s-999999")]
    node, at, kind = st.sampled_from(nodes), st.integers(-1, 14), st.sampled_from(KINDS)
    rows = st.sampled_from([PRESENT, APOLOGIES, GUESTS])
    mark = st.builds(Mark, st.integers(0, 5), st.integers(6, 9), st.sampled_from(["strong", "person"]))
    return draw(
        st.one_of(
            st.builds(write.WriteText, node, TYPED),
            st.builds(write.MarkText, node, mark),
            st.builds(write.UnmarkText, node, st.just("strong"), at, at),
            st.builds(arrange.SplitBlock, node, at, ids("s"), st.none() | kind),
            st.builds(arrange.JoinBlocks, node, node),
            st.builds(arrange.DeleteRange, node, at, node, at),
            st.builds(arrange.InsertBlock, st.none() | node, BLOCKS),
            st.builds(arrange.RemoveBlock, node),
            st.builds(arrange.InsertFragment, node, at, st.lists(BLOCKS, max_size=3).map(tuple)),
            st.builds(arrange.SetKind, node, kind),
            st.builds(move.MoveItem, node, st.sampled_from([-1, 1])),
            st.builds(move.MoveBlock, node, st.sampled_from([-1, 1])),
            st.builds(head.SetTitle, st.none() | TYPED),
            st.builds(head.SetNumber, st.none() | st.integers(1, 99), st.just(2015)),
            st.builds(head.SetMeeting, MEETINGS),
            st.builds(head.SetStyle, STYLES),
            st.builds(attend.SetPeople, rows, lists_of_people()),
            st.builds(attend.AddPerson, rows, PEOPLE),
            st.builds(refer.AddLink, st.builds(Link, ids("lk"), node, st.just("hanvisar"), unresolved=SOME)),
            st.builds(adjust.AddToLife, st.builds(Remark, SOME)),
        )
    )
