"""The record as XML: any record comes back equal, valid and byte for byte the same; what is not ours is kept."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edit.write import WriteText
from model.errors import (
    BrokenXmlError,
    EmptyFileError,
    FileError,
    InvalidMinutesError,
    NewerFormatError,
    NotMinutesError,
)
from model.record.minutes import Minutes
from model.record.printing import lines
from model.sentences import sentence
from model.store.elements import Element, name
from model.store.reader import from_bytes, parse
from model.store.schema import faults
from model.store.vocabulary import NAMESPACE
from model.store.writer import to_bytes
from tests import builders as b
from tests.strategies import SOME_RUNS, records


@SOME_RUNS
@given(records())
def test_any_record_comes_back_equal_valid_and_byte_for_byte(record: Minutes) -> None:
    data = to_bytes(record)
    read = from_bytes(data).minutes
    assert read == record
    assert to_bytes(read) == data
    assert not faults(data)


def printed_strings(root: Element) -> Iterator[str]:
    """The string value of every printed element, in document order, the parts of a signature or row joined by tabs."""
    whole = {"dokumentdatum", "brevhuvud", "titel", "tidplats", "deltagare", "rubrik", "stycke", "statusrad"}
    whole |= {"avslutning", "sats"}
    for node in root.iter():
        if name(node) == "led" and name(node.getparent()) == "beslut":
            yield from filter(None, ["".join(node.itertext())])
        elif name(node) in whole:
            yield "".join(node.itertext())
        elif name(node) in {"rad", "underskrift"}:
            yield "\t".join("".join(part.itertext()) for part in node)


@SOME_RUNS
@given(records())
def test_string_values_are_the_printed_text(record: Minutes) -> None:
    assert list(printed_strings(parse(to_bytes(record)))) == [line for _, line in lines(record)]


def plain_record() -> Minutes:
    return b.minutes(b.paragraph("Hej.", "opening"), b.item("Budget & plan", b.clause("bifalla"), b.clause("notera")))


FOREIGN = '<tillagg xmlns="{0}"><x:sak xmlns:x="urn:annan" x:a="1">å <x:b/> ö<!-- kvar --></x:sak></tillagg>'


def with_foreign(data: bytes) -> bytes:
    own = FOREIGN.format(NAMESPACE)
    return data.replace(b"</protokoll>", own.encode() + b"</protokoll>")


def test_what_another_program_added_is_kept_untouched_through_a_change() -> None:
    read = from_bytes(with_foreign(to_bytes(plain_record()))).minutes
    changed = WriteText(read.blocks[0].id, "Välkomna.").apply(read)
    again = from_bytes(to_bytes(changed)).minutes
    assert again.extras == read.extras
    assert '<x:sak xmlns:x="urn:annan" x:a="1">å <x:b></x:b> ö<!-- kvar --></x:sak>' in again.extras[0]


def test_a_later_major_version_is_refused_and_a_later_minor_opens_read_only() -> None:
    data = to_bytes(plain_record())
    with pytest.raises(NewerFormatError) as refused:
        from_bytes(data.replace(b'schema="1.0"', b'schema="2.0"'), Path("nyare.xml"))
    assert "nyare version" in sentence(refused.value)
    later = from_bytes(data.replace(b'schema="1.0"', b'schema="1.7"'))
    assert later.read_only
    assert later.minutes == from_bytes(data).minutes


def test_what_a_later_minor_version_added_does_not_stop_the_reading() -> None:
    data = to_bytes(plain_record()).replace(b'schema="1.0"', b'schema="1.1"')
    later = from_bytes(data.replace(b"<kropp>", b"<kropp><nytt>ord</nytt>"))
    assert later.unknown == ("nytt",)
    assert later.minutes.blocks == from_bytes(data).minutes.blocks


def test_an_unknown_element_of_our_own_in_this_version_is_refused_not_dropped() -> None:
    with pytest.raises(InvalidMinutesError):
        from_bytes(to_bytes(plain_record()).replace(b"<kropp>", b"<kropp><nytt>ord</nytt>"))


BILLION = b'<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><protokoll>&b;&b;</protokoll>'
OUTSIDE = b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><protokoll>&x;</protokoll>'
GOOD = to_bytes(plain_record())


@pytest.mark.parametrize(("data", "expected"), [
    (b"", EmptyFileError), (b" \n\t", EmptyFileError), (b"\x00\x01\x02\x03", NotMinutesError),
    (b"PK\x03\x04 not xml", NotMinutesError), ("Närvarande: Åsa".encode(), NotMinutesError),
    (GOOD[: len(GOOD) // 2], BrokenXmlError), (GOOD + GOOD, BrokenXmlError),
    (GOOD.decode().encode("latin-1", "replace"), BrokenXmlError), (b"<<<<<<< HEAD\n" + GOOD, BrokenXmlError),
    (BILLION, BrokenXmlError), (OUTSIDE, BrokenXmlError), (b"<a>" * 100_000, BrokenXmlError),
    (b"<html><body>Logga in</body></html>", NotMinutesError),
    (GOOD.replace(b"urn:protokoll:1", b"urn:annat"), NotMinutesError),
    (GOOD.replace(b'schema="1.0"', b'schema="ett"'), InvalidMinutesError),
    (GOOD.replace(b'schema="1.0"', b""), InvalidMinutesError),
    (GOOD.replace(b"2015-06-12", b"i onsdags"), InvalidMinutesError),
    (GOOD.replace(b"<kropp>", b"").replace(b"</kropp>", b""), InvalidMinutesError),
], ids=lambda case: case.__name__ if isinstance(case, type) else str(case[:12]))  # fmt: skip
def test_what_is_no_record_is_refused_with_one_of_our_errors(data: bytes, expected: type[FileError]) -> None:
    with pytest.raises(expected):
        from_bytes(data, Path("Möte 12.xml"))


def test_a_file_cut_anywhere_is_refused() -> None:
    for at in range(1, len(GOOD) - 2, 7):
        with pytest.raises(FileError):
            from_bytes(GOOD[:at])


@SOME_RUNS
@given(st.data())
def test_a_file_with_changed_bytes_is_read_or_refused_never_a_crash(data: st.DataObject) -> None:
    changed = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, len(GOOD) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FileError):
        assert from_bytes(bytes(changed)).minutes
