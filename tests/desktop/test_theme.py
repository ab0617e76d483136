"""Tokens that can be read, fonts with every axis, icons in colour, and the live change."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import DARK, LIGHT, TOKENS, Theme
from desktop.theme.stylesheet import stylesheet

PAIRS = [
    ("text", "bg"), ("text", "sheet"), ("text", "side"), ("text", "card"), ("mute", "bg"), ("mute", "side"),
    ("mute", "sheet"), ("mute", "key"), ("accent", "sheet"), ("accent", "bg"), ("accent", "accentbg"), ("ok", "card"),
    ("err", "errbg"), ("err", "bg"), ("warn", "warnbg"), ("text", "errbg"), ("text", "warnbg"), ("text", "mark"),
    ("text", "sel"), ("btntext", "btn"), ("text", "hover"), ("faint", "sheet"),
]  # fmt: skip


def light_of(colour: str) -> float:
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS, ids=str)
def test_every_pair_can_be_read(tokens: dict[str, str], ink: str, ground: str) -> None:
    one, other = sorted((light_of(tokens[ink]), light_of(tokens[ground])))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def test_light_and_dark_have_the_same_tokens(theme: Theme) -> None:
    assert set(LIGHT) == set(DARK)
    assert all(isinstance(getattr(theme, token), QColor) for token in TOKENS)


def test_choosing_dark_changes_everything_at_once(theme: Theme, qtbot: QtBot) -> None:
    before = stylesheet(theme)
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.is_dark
    assert theme.bg == QColor(DARK["bg"])
    assert stylesheet(theme) != before
    theme.choose("light")
    assert theme.bg == QColor(LIGHT["bg"])


@pytest.mark.parametrize(("family", "name"), [("ui", "Inter"), ("paper", "Source Serif 4")])
def test_fonts_are_the_house_fonts_with_both_axes(theme: Theme, family: str, name: str, qapp: QApplication) -> None:
    font = theme.font(family, 16, 600)
    assert QFontInfo(font).family().startswith(name)
    assert font.pixelSize() == 16
    assert font.isVariableAxisSet(QFont.Tag("wght"))
    assert font.isVariableAxisSet(QFont.Tag("opsz"))


def test_an_icon_takes_the_colour_of_its_token(theme: Theme) -> None:
    image = theme.pixmap("check", "err", 16).toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255}  # fmt: skip
    assert QColor(LIGHT["err"]).name() in inks
