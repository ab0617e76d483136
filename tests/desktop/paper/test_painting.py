"""What stands on the screen is what would be painted anew: a key paints its own line, and nothing old is left."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import Theme
from desktop.theme.stylesheet import stylesheet
from model.record.minutes import Minutes
from tests import builders
from tests.desktop.paper.fuzz import Monkey, start

OVERHANG = 20
"""Pixels that may differ: Qt cuts the tail of a letter at the edge of a selection."""


def wrapping() -> Minutes:
    """Words that go over several lines, and a decision with a lead of its own line."""
    line = "Representanter från nätverket presenterar tankar om förändringar av verksamheten. "
    return builders.minutes(
        builders.paragraph(line * 3, "opening"),
        builders.item("Budget", builders.paragraph(line * 4), builders.clause(line * 2), builders.clause("bifalla")),
        builders.item("Lokaler", builders.clause(line, lead="Gruppens samlade beslut är:"), builders.clause("ja")),
        builders.paragraph("Mötet avslutades.", "closing"),
    )


@pytest.mark.parametrize("first", [start(), wrapping()], ids=["short", "wrapping"])
@pytest.mark.parametrize("seed", range(40, 43))
def test_nothing_old_is_left_on_the_sheet(theme: Theme, qtbot: QtBot, seed: int, first: Minutes) -> None:
    monkey = Monkey(theme, seed, first)
    sheet, flashes = monkey.sheet, QApplication.cursorFlashTime()
    qtbot.addWidget(sheet)
    QApplication.setCursorFlashTime(0)
    with qtbot.waitExposed(sheet):
        sheet.show()
    doings = (monkey.write,) * 8 + (monkey.key,) * 6 + (monkey.walk, monkey.choose, monkey.paste, monkey.undo)
    for _ in range(40):
        doing = monkey.random.choice(doings)
        monkey.trail.append(doing.__name__)
        doing()
        QApplication.processEvents()
        seen = sheet.screen().grabWindow(sheet.winId()).toImage()
        assert differing(seen, sheet.grab().toImage()) <= OVERHANG, monkey.trail[-3:]
    QApplication.setCursorFlashTime(flashes)


def differing(one: QImage, other: QImage) -> int:
    """How many pixels differ."""
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other))
    assert one.size() == other.size()
    if one == other:
        return 0
    places = ((x, y) for y in range(one.height()) for x in range(one.width()))
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in places)


def test_the_sheet_is_dark_when_the_window_is(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    """As the program does it: the paper hears of it first, the style sheet comes after."""
    sheet = Monkey(theme, 0).sheet
    qtbot.addWidget(sheet)
    for choice in ("dark", "light"):
        theme.choose(choice)
        qapp.setStyleSheet(stylesheet(theme))
        port = sheet.viewport()
        assert sheet.grab().toImage().pixelColor(port.geometry().center()) == theme.sheet
        assert sheet.grab().toImage().pixelColor(port.geometry().topLeft()) == theme.bg
