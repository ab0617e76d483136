"""Any record at all gives a sound Word file that says what the record says."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from model.record.blocks import AsPrinted, Block, Clause, Item, Paragraph, Row, Signature
from model.record.ids import CountingIds, NodeId
from model.record.meeting import Meeting
from model.record.minutes import Body, LetterheadLine, Minutes
from model.record.people import Attendance, PeopleList
from model.record.printing import closed, frames
from model.record.style import StyleProfile
from model.record.text import Mark, Text, clean
from model.word.anchors import bookmark
from model.word.export import to_docx
from model.word.lint import faults
from model.word.plain import to_text
from tests.model.word.reading import lines

WORDS = some.text(
    some.one_of(some.sampled_from("abc ÅÄÖåäö 0123456789 .:&<>\"'\n–§%{}\\"), some.characters(codec="utf-8")),
    max_size=40,
).map(clean)
LINES = WORDS.map(lambda words: words.replace("\n", " "))


@some.composite
def texts(draw: some.DrawFn) -> Text:
    words = draw(WORDS)
    kinds = some.sampled_from(["strong", "emphasis", "person", "amount"])
    places = some.integers(0, len(words))
    marks = draw(some.lists(some.builds(Mark, places, places, kinds), max_size=3))
    return Text(words, tuple(marks))


KINDS = ["text", "opening", "closing", "status", "motion", "reservation", "note", "procedure"]
ODD = some.none() | some.builds(AsPrinted, some.none() | LINES, some.none() | LINES, some.none() | LINES)
BLOCKS = some.one_of(
    some.builds(Item, some.just("a"), some.sampled_from([1, 2]), texts(), number=some.none() | some.integers(0, 400),
                printed=ODD),
    some.builds(Paragraph, some.just("s"), texts(), some.sampled_from(KINDS)),
    some.builds(Clause, some.just("t"), texts(), some.none() | LINES, after=texts(), printed=ODD),
    some.builds(Row, some.just("r"), some.lists(texts(), min_size=1, max_size=5).map(tuple),
                some.sampled_from(["head", "body", "sum"])),
)  # fmt: skip
STYLES = some.builds(
    StyleProfile,
    label_present=LINES,
    number_form=some.sampled_from(["{}. ", "{} ", "§ {} ", "§ {}. "]),
    sub_item=some.sampled_from(["letters", "dash", "numbers", "none"]),
    decision_lead=some.sampled_from(["Beslut:", "", "Nämnden beslutar"]),
    samt=some.sampled_from(["none", "before_last", "after_next_last"]),
    clause_stop=some.sampled_from(["all", "last", "none"]),
    heading_form=some.sampled_from(["own_line", "run_in"]),
    document_date=some.sampled_from(["none", "top", "after_sender"]),
    signature_layout=some.sampled_from(["two_columns", "stacked", "role_under"]),
)
PEOPLE = some.none() | some.builds(PeopleList, texts())
SIGNATURES = some.builds(
    Signature, some.just("u"), some.just("adjuster"), some.none() | LINES, some.none() | LINES, some.none() | LINES
)


@some.composite
def records(draw: some.DrawFn) -> Minutes:
    ids = CountingIds()

    def named(block: Block | Signature) -> object:
        from dataclasses import replace

        return replace(block, id=ids.new(block.id))

    return Minutes(
        NodeId("p-222222"), Body("n", draw(LINES), draw(LINES)),
        Meeting(NodeId("m-222222"), draw(some.none() | some.dates(datetime.date(1900, 1, 1))), line=draw(LINES)),
        number=draw(some.none() | some.integers(1, 99)), year=draw(some.none() | some.integers(1900, 2100)),
        title=draw(some.none() | LINES),
        letterhead=tuple(draw(some.lists(some.builds(LetterheadLine, some.just("sender"), LINES), max_size=2))),
        attendance=Attendance(draw(PEOPLE), draw(PEOPLE), draw(PEOPLE)),
        blocks=tuple(named(block) for block in draw(some.lists(BLOCKS, max_size=12))),  # type: ignore[misc]
        signatures=tuple(named(sign) for sign in draw(some.lists(SIGNATURES, max_size=3))),  # type: ignore[misc]
        style=draw(STYLES),
    )  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(record=records(), house=some.booleans())
def test_any_record_is_a_sound_file(record: Minutes, house: bool) -> None:
    data = to_docx(record, house=house)
    assert faults(data) == []
    assert data == to_docx(record, house=house)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(record=records())
def test_any_record_says_its_words(record: Minutes) -> None:
    said = {mark: line.words for line in lines(to_docx(record)) for mark in line.marks}
    framed = frames(record)
    for block in record.blocks:
        if isinstance(block, Row):
            for column, cell in enumerate(block.cells):
                assert said[f"{bookmark(block.id)}_{column}"] == bare(cell.plain)
        else:
            words = block.heading if isinstance(block, Item) else block.text
            assert bare(closed(words, framed[block.id]).plain) in said[bookmark(block.id)]


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(record=records(), house=some.booleans())
def test_any_record_is_a_text(record: Minutes, house: bool) -> None:
    text = to_text(record, house=house)
    assert text.endswith("\n")
    for block in record.blocks:
        words = block.cells if isinstance(block, Row) else (block.heading if isinstance(block, Item) else block.text,)
        assert all(piece.plain.strip().replace("\n", " ") in text.replace("\n", " ") for piece in words)


def bare(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")
