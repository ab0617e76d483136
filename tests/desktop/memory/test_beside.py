"""A second archive beside one's own: searched too, read and quoted, never changed and never linked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop import swedish
from desktop.panels.values import Find
from tests.builders import clause, item, minutes
from tests.desktop.memory.desk import Archive


@pytest.fixture
def beside(archive: Archive, tmp_path: Path) -> Iterator[Path]:
    """Another body's archive with one set of minutes that speaks of something of its own."""
    from model.commands.importing import opened
    from model.store.minutesfile import save

    folder = tmp_path / "Styrelsen"
    record = minutes(item("Vattenskyddet i söder"), clause("anta vattenskyddsplanen"))
    path = opened(folder, record).place_for(record)
    save(path, record, None)
    archive.program.exchange.use_beside(folder)
    archive.until(lambda: archive.program.finding._beside_answers)
    yield folder
    archive.program.exchange.use_beside(None)


def search(archive: Archive, words: str) -> list[Find]:
    sidebar = archive.window.sidebar
    sidebar._hits_head.clear()
    sidebar.field.line.setText(words)
    archive.until(lambda: f"«{words}»" in sidebar._hits_head.text() and sidebar.hits.count())
    model = sidebar.hits.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole + 1) for row in range(model.rowCount())]


def test_its_decisions_are_found_and_bear_its_name(archive: Archive, beside: Path) -> None:
    found = search(archive, "vattenskyddsplanen")
    assert [find.outside for find in found] == ["Styrelsen"]
    assert {find.outside for find in search(archive, "mångfald")} == {""}


def test_they_are_never_linked_and_that_is_said(archive: Archive, beside: Path) -> None:
    archive.open("8/2015")
    archive.at_item(8)
    find = search(archive, "vattenskyddsplanen")[0]
    assert not archive.memory.joining.link(find)
    assert archive.window.banner.current().words == swedish.OUTSIDE_NOT_LINKED


def test_opened_alone_they_are_only_read(archive: Archive, beside: Path) -> None:
    find = search(archive, "vattenskyddsplanen")[0]
    archive.memory.read(find)
    archive.until(lambda: archive.program.session.document is not None)
    assert not archive.program.session.may_write
    assert archive.window.banner.current().more == swedish.OUTSIDE_MORE


def test_an_archive_that_is_gone_is_said_and_ones_own_goes_on(archive: Archive, tmp_path: Path) -> None:
    archive.program.exchange.use_beside(tmp_path / "finns inte")
    archive.until(lambda: archive.window.banner.current() is not None)
    assert search(archive, "mångfald")
    archive.program.exchange.use_beside(None)
