"""The theme: the tokens as colours that change live, fonts with every axis set, and icons in any token's colour."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.theme.tokens import LOOKS
from model import places

Choice: TypeAlias = Literal["system", "light", "dark"]
Contrast: TypeAlias = Literal["system", "normal", "high"]
Family: TypeAlias = Literal["ui", "paper"]

_FAMILIES: dict[str, str] = {"ui": "Inter", "paper": "Source Serif 4"}
_FILES = ("InterVariable.ttf", "SourceSerif4Variable.ttf")
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours, fonts and icons. `changed` is sent when another look is taken; ask again then.

    One object for the whole program, made after the application. Sizes are in device-independent pixels.
    """

    changed = Signal()

    bg: QColor
    side: QColor
    sheet: QColor
    card: QColor
    line: QColor
    hover: QColor
    text: QColor
    mute: QColor
    faint: QColor
    accent: QColor
    accentbg: QColor
    sel: QColor
    ok: QColor
    warn: QColor
    warnbg: QColor
    err: QColor
    errbg: QColor
    mark: QColor
    key: QColor
    btn: QColor
    btntext: QColor

    def __init__(
        self, choice: Choice = "system", contrast: Contrast = "system", parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._choice: Choice = choice
        self._contrast: Contrast = contrast
        self._dark = self._high = False
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}
        self._fonts: dict[tuple[Family, float, int], QFont] = {}
        load_fonts()
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(_SCHEMES[choice])
        self._take()
        hints.colorSchemeChanged.connect(self._on_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system)

    @property
    def is_dark(self) -> bool:
        """True while the dark colours are shown."""
        return self._dark

    @property
    def is_high(self) -> bool:
        """True while the contrast is high: borders stand instead of shades."""
        return self._high

    @property
    def ring(self) -> float:
        """Pixels of the ring round what has the focus."""
        return 2.0 if self._high else 1.0

    @property
    def choice(self) -> Choice:
        """What the user has chosen: one of the two, or what the system says."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Follow the system, or hold to light or dark; everything on the screen changes at once."""
        self._choice = choice
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
        self._on_system()

    def choose_contrast(self, contrast: Contrast) -> None:
        """Follow the system, or hold to usual or high contrast; everything on the screen changes at once."""
        self._contrast = contrast
        self._on_system()

    def colour(self, token: str) -> QColor:
        """The colour of a token by name; raises KeyError for any other word."""
        return QColor(LOOKS[self._dark, self._high][token])

    def font(self, family: Family = "ui", size: float = 13, weight: int = 400) -> QFont:
        """A font of `size` pixels, always the same object: copy it before changing it.

        Every axis is set: a painter would inherit the unset ones from its widget. The user's size of text is no matter
        of the fonts: it is a factor of the whole screen (`app.make_application`).
        """
        if (family, size, weight) not in self._fonts:
            self._fonts[family, size, weight] = _made(family, round(size), weight)
        return self._fonts[family, size, weight]

    def pixmap(self, name: str, colour: str = "mute", size: int = 16) -> QPixmap:
        """The icon `name` in a token's colour, `size` pixels square, drawn once at four times the pixels."""
        kept = (name, self.colour(colour).name(), size)
        if kept not in self._pixmaps:
            self._pixmaps[kept] = _drawn(name, kept[1], size)
        return self._pixmaps[kept]

    def icon(self, name: str, colour: str = "mute") -> QIcon:
        """The icon `name` for a button or an action."""
        return QIcon(self.pixmap(name, colour, 16))

    def palette(self) -> QPalette:
        """The palette that Qt's own dialogs and menus get."""
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, colour in (
            (roles.Window, self.bg), (roles.WindowText, self.text), (roles.Base, self.sheet), (roles.Text, self.text),
            (roles.AlternateBase, self.bg), (roles.Button, self.bg), (roles.ButtonText, self.text),
            (roles.ToolTipBase, self.card), (roles.ToolTipText, self.text), (roles.PlaceholderText, self.faint),
            (roles.Highlight, self.sel), (roles.HighlightedText, self.text), (roles.Link, self.accent),
            (roles.LinkVisited, self.accent), (roles.Accent, self.accent), (roles.Mid, self.line),
            (roles.BrightText, self.err), (roles.Light, self.sheet), (roles.Dark, self.line),
        ):  # fmt: skip
            palette.setColor(role, colour)
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.faint)
        return palette

    def _on_system(self) -> None:
        before = self._dark, self._high
        self._take()
        if before != (self._dark, self._high):
            self.changed.emit()

    def _take(self) -> None:
        hints = QGuiApplication.styleHints()
        scheme, contrast = hints.colorScheme(), hints.accessibility().contrastPreference()
        self._dark = self._choice == "dark" or (self._choice == "system" and scheme == Qt.ColorScheme.Dark)
        wants = contrast == Qt.ContrastPreference.HighContrast
        self._high = self._contrast == "high" or (self._contrast == "system" and wants)
        for token, colour in LOOKS[self._dark, self._high].items():
            setattr(self, token, QColor(colour))


def _made(family: Family, pixels: int, weight: int) -> QFont:
    font = QFont(_FAMILIES[family])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setVariableAxis(QFont.Tag("wght"), float(weight))
    font.setVariableAxis(QFont.Tag("opsz"), 14.0 if family == "ui" else float(min(60, max(8, pixels))))
    return font


def load_fonts() -> None:
    """Give Qt the fonts of the house; a font already there is not loaded twice."""
    if _FAMILIES["paper"] in QFontDatabase.families() and _FAMILIES["ui"] in QFontDatabase.families():
        return
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(places.resource(f"fonts/{name}")))


def _drawn(name: str, colour: str, size: int) -> QPixmap:
    drawing = places.resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    pixmap = QPixmap(size * 4, size * 4)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(4)
    return pixmap
