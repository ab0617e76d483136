"""Tokens that can be read in every look, fonts with every axis, icons in colour, and the live change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import DARK, LIGHT, LOOKS, TOKENS, Theme
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


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    dark, light = sorted((light_of(one), light_of(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS, ids=str)
def test_every_pair_can_be_read(tokens: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


INKS = ("text", "mute", "faint", "accent", "ok", "warn", "err")
GROUNDS = ("bg", "side", "sheet", "card", "key", "hover", "accentbg", "sel", "mark", "warnbg", "errbg")
HIGH = {"light": LOOKS[False, True], "dark": LOOKS[True, True]}


@pytest.mark.parametrize("look", HIGH)
@pytest.mark.parametrize("ground", GROUNDS)
def test_in_high_contrast_every_ink_can_be_read_on_every_ground(look: str, ground: str) -> None:
    tokens = HIGH[look]
    assert min(contrast(tokens[ink], tokens[ground]) for ink in INKS) >= 7
    assert contrast(tokens["btntext"], tokens["btn"]) >= 7


@pytest.mark.parametrize("look", HIGH)
def test_in_high_contrast_borders_stand_instead_of_shades(look: str) -> None:
    tokens = HIGH[look]
    assert len({tokens[ground] for ground in ("bg", "side", "sheet", "card", "key")}) == 1
    assert min(contrast(tokens["line"], tokens[ground]) for ground in ("bg", "hover", "accentbg", "errbg")) >= 4.5


def test_every_look_has_the_same_tokens(theme: Theme) -> None:
    assert all(set(tokens) == set(TOKENS) for tokens in LOOKS.values())
    assert all(isinstance(getattr(theme, token), QColor) for token in TOKENS)


def test_high_contrast_changes_everything_at_once_and_widens_the_rings(theme: Theme, qtbot: QtBot) -> None:
    before = stylesheet(theme)
    with qtbot.waitSignal(theme.changed):
        theme.choose_contrast("high")
    assert (theme.is_high, theme.ring, theme.is_dark) == (True, 2.0, False)
    assert theme.line == QColor(LOOKS[False, True]["line"])
    assert "border: 2px solid" in stylesheet(theme)
    assert stylesheet(theme) != before
    theme.choose_contrast("normal")
    assert stylesheet(theme) == before


def test_a_system_that_asks_for_high_contrast_gets_it(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = QGuiApplication.styleHints().accessibility()
    monkeypatch.setattr(type(asked), "contrastPreference", lambda _hints: Qt.ContrastPreference.HighContrast)
    theme.choose_contrast("system")
    assert theme.is_high
    theme.choose_contrast("normal")
    assert not theme.is_high


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
