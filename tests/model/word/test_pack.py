"""The package: a zip file that any reader opens, the same bytes every time."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as some

from model.word.pack import packed

NAMES = some.text(some.characters(codec="utf-8", exclude_characters="\0\\"), min_size=1, max_size=20)


@given(some.dictionaries(NAMES, some.binary(max_size=200)))
def test_any_parts_come_back(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(parts))) as archive:
        assert archive.testzip() is None
        assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == parts


def test_the_order_and_the_time_are_fixed() -> None:
    one = packed({"b": b"2", "[Content_Types].xml": b"1", "_rels/.rels": b"0", "a": b"3"})
    assert one == packed({"a": b"3", "_rels/.rels": b"0", "b": b"2", "[Content_Types].xml": b"1"})
    entries = zipfile.ZipFile(io.BytesIO(one)).infolist()
    assert [entry.filename for entry in entries] == ["[Content_Types].xml", "_rels/.rels", "a", "b"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
