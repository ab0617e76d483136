"""Minutes of invented bodies in other layouts: what is read of each, beside the text, for a person to compare."""

from pathlib import Path

import pytest

from model.intake import account
from model.intake.sources import read_bytes, read_file
from model.record.ids import CountingIds
from model.store.reader import from_bytes
from model.store.schema import faults
from model.store.writer import to_bytes
from tests.model.intake.outline import outline

OTHERS = Path(__file__).parent / "others"
TEXTS = sorted(path for path in OTHERS.iterdir() if path.suffix in {".txt", ".md"})
each = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


@each
def test_is_read_as_a_person_would(path: Path) -> None:
    assert outline(read_file(path, CountingIds())) == path.with_suffix(".outline").read_text(encoding="utf-8")


@each
def test_loses_no_character_and_is_read_back_equal(path: Path) -> None:
    minutes = read_file(path, CountingIds()).minutes
    data = to_bytes(minutes)
    assert list(faults(data, Path("protokoll.xml"))) == []
    assert from_bytes(data, Path("protokoll.xml")).minutes == minutes
    assert account.unaccounted(path.read_text(encoding="utf-8"), minutes.lifecycle.sources[0]) == ([], [])


@each
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_is_read_alike_in_another_encoding_and_with_other_line_ends(path: Path, encoding: str) -> None:
    text = path.read_text(encoding="utf-8")
    data = text.replace("\n", "\r\n").encode(encoding, "replace")
    if encoding == "cp1252":
        text = data.decode("cp1252").replace("\r\n", "\n")
    wanted = read_bytes(text.encode(), path, CountingIds())
    assert outline(read_bytes(data, path, CountingIds())) == outline(wanted)
