"""Seals: re-indenting breaks none, and no changed word or mark slips through."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from model.edit.adjust import SetStatus
from model.edit.document import Document
from model.edit.write import WriteText
from model.errors import FileError, SealedError
from model.record.blocks import Clause
from model.record.ids import NodeId
from model.record.lifecycle import Remark
from model.record.minutes import Minutes
from model.record.text import Mark, Text
from model.store.seal import content_hash, hash_of, text_hash
from model.store.writer import to_bytes
from tests import builders as b
from tests.model.edit.test_commands import NOW

CLAUSE = Clause(NodeId("t-222222"), Text("bifalla förslaget från Norrby"))


@pytest.fixture
def record() -> Minutes:
    return b.minutes(b.paragraph("Öppnas.", "opening"), b.item("Budget", CLAUSE, b.row("Region", "200 kr")))


def indented(data: bytes, blank: str) -> bytes:
    root = etree.fromstring(data)
    etree.indent(root, blank)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def bare(data: bytes) -> bytes:
    return re.sub(rb">\n *<", b"><", data)


@pytest.mark.parametrize("again", [
    lambda data: data.replace(b"\n", b"\r\n"), bare, lambda data: data.replace(b"\n  ", b"\n\t"),
    lambda data: etree.tostring(etree.fromstring(data), encoding="UTF-8"),
    lambda data: etree.tostring(etree.fromstring(data), method="c14n"),
    lambda data: data.replace(b"<innehall>", b"<!-- sparad --><innehall>"),
], ids=["crlf", "no indentation", "tabs", "written by lxml", "canonical", "comment outside"])  # fmt: skip
def test_another_programs_form_of_the_file_breaks_no_seal(record: Minutes, again: Callable[[bytes], bytes]) -> None:
    data = to_bytes(record)
    assert again(data) != data
    assert hash_of(again(data)) == hash_of(data) == content_hash(record)


def test_any_changed_word_breaks_both_digests(record: Minutes) -> None:
    for block in record.blocks:
        changed = WriteText(block.id, "annat").apply(record)
        assert content_hash(changed) != content_hash(record)
        assert text_hash(changed) != text_hash(record)


def test_a_changed_reading_breaks_the_content_and_not_the_text(record: Minutes) -> None:
    marked = record.with_block(replace(CLAUSE, text=CLAUSE.text.marked(Mark(23, 29, "organisation"))))
    assert content_hash(marked) != content_hash(record)
    assert text_hash(marked) == text_hash(record)


def test_the_management_is_outside_the_seal(record: Minutes) -> None:
    later = replace(record, lifecycle=replace(record.lifecycle, status="archived", remarks=(Remark("klart"),)))
    assert content_hash(later) == content_hash(record)


def test_no_changed_byte_inside_the_content_goes_unseen(record: Minutes) -> None:
    """Each byte between `innehall` and its end, one bit flipped: refused as XML, or another hash."""
    data = to_bytes(record)
    start, end = data.index(b"<innehall>") + 10, data.index(b"</innehall>")
    unseen = []
    for at in range(start, end):
        changed = bytearray(data)
        changed[at] ^= 1 << at % 7
        if hash_if_read(bytes(changed)) == hash_of(data) and not (data[at : at + 1] + changed[at : at + 1]).isspace():
            unseen.append((at, data[at - 8 : at + 8]))
    assert not unseen


def hash_if_read(data: bytes) -> str | None:
    try:
        return hash_of(data)
    except FileError:
        return None


def test_approved_minutes_take_no_change_of_words(record: Minutes) -> None:
    document = Document(record)
    document.apply(SetStatus("adjusted", NOW, "Ann"))
    with pytest.raises(SealedError):
        document.apply(WriteText(CLAUSE.id, "avslå förslaget"))
    assert document.minutes.block(CLAUSE.id) == CLAUSE
    assert document.apply(SetStatus("draft", NOW, "Ann")), "reopening is allowed, and logged"
