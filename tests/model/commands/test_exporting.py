"""Documents in an archive: its own template if it has one, the built-in one if that cannot be used."""

import io
import zipfile
from pathlib import Path

import pytest

from model.commands.exporting import TEMPLATE, document
from model.errors import FileError
from model.store.archive import Archive
from tests.builders import item, minutes

OWN = Path(__file__).parents[1] / "word" / "templates" / "organisation.docx"
RECORD = minutes(item("Budget"))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return Archive.create(tmp_path, RECORD.body).place_for(RECORD)


def parts(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_the_archives_own_template_is_used(record: Path, tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).write_bytes(OWN.read_bytes())
    assert "word/media/image1.png" in parts(document(RECORD, "docx", record))


def test_without_one_the_built_in_is_used(record: Path) -> None:
    assert document(RECORD, "docx", record) == document(RECORD, "docx")


@pytest.mark.parametrize("broken", [b"", b"inte Word"])
def test_one_that_cannot_be_used_is_complained_of_once(record: Path, tmp_path: Path, broken: bytes) -> None:
    (tmp_path / TEMPLATE).write_bytes(broken)
    complaints: list[FileError] = []
    assert document(RECORD, "docx", record, complaints.append) == document(RECORD, "docx")
    assert [problem.path.name for problem in complaints] == [TEMPLATE]


def test_a_folder_by_that_name_is_complained_of(record: Path, tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).mkdir()
    complaints: list[FileError] = []
    assert document(RECORD, "docx", record, complaints.append) == document(RECORD, "docx")
    assert len(complaints) == 1


def test_text_is_utf_8(record: Path) -> None:
    assert document(RECORD, "txt", record).decode().startswith("Direktörsgruppens protokoll 4/2015\n")
