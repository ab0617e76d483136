"""The search in the sidebar with the real index: filters completed by Tab, phrases, exclusions, order, no hits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.panels.values import Find
from tests.desktop.memory.desk import Archive


def search(archive: Archive, words: str) -> list[Find]:
    """The hits for `words`, when the worker has answered."""
    sidebar = archive.window.sidebar
    sidebar._hits_head.clear()
    sidebar.field.line.setText(words)
    archive.until(lambda: f"«{words.strip()}»" in sidebar._hits_head.text())
    model = sidebar.hits.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole + 1) for row in range(model.rowCount())]


@pytest.mark.parametrize(("words", "names"), [
    ("mångfald år:2015", {"4/2015", "8/2015"}), ("mångfald före:2015-09", {"4/2015"}),
    ('"projekt mångfald"', {"4/2015", "8/2015"}), ("år:2011 räddningstjänst", {"5/2011"}),
    ("utgick: år:2015", {"4/2015", "8/2015"}),
])  # fmt: skip
def test_filters_and_phrases_narrow_the_hits(archive: Archive, words: str, names: set[str]) -> None:
    found = {find.short_name for find in search(archive, words)}
    assert found
    assert found <= names


def test_an_excluded_word_takes_its_items_away(archive: Archive) -> None:
    every = {find.card for find in search(archive, "mångfald")}
    fewer = {find.card for find in search(archive, "mångfald -skåne")}
    assert fewer < every


def test_tab_writes_the_filter_and_then_its_value(archive: Archive) -> None:
    archive.act("search")
    field, offered = archive.window.sidebar.field, archive.window.sidebar.completions
    field.line.setText("mångfald kom")
    archive.until(offered.isVisible)
    assert offered.words[0] == "kommun:"
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.line.text() == "mångfald kommun:"
    assert field.line.hasFocus()
    archive.until(lambda: offered.isVisible() and offered.words[0] != "kommun:")
    value = offered.words[0]
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.line.text() == f"mångfald {value} "
    archive.until(lambda: not offered.isVisible())


def test_newest_first_turns_the_order_round(archive: Archive) -> None:
    archive.act("search")
    sidebar = archive.window.sidebar
    search(archive, "mångfald")
    QTest.keyClick(sidebar.field.line, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    archive.until(lambda: sidebar.newest_first and _days(archive) == sorted(_days(archive), reverse=True))
    QTest.keyClick(sidebar.field.line, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert not sidebar.newest_first


def test_nothing_found_says_what_was_searched_and_where(archive: Archive) -> None:
    assert search(archive, "zebraranden xyzzy") == []
    assert archive.window.sidebar._no_hits.text() == "«zebraranden xyzzy» finns inte i något av 5 protokoll."


def _days(archive: Archive) -> list[str]:
    model = archive.window.sidebar.hits.model()
    finds = [model.index(row, 0).data(Qt.ItemDataRole.UserRole + 1) for row in range(model.rowCount())]
    return [str(find.date) for find in finds]
