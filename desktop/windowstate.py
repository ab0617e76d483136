"""Where the window stood and how its panes were folded: QSettings, apart from what the user has chosen."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True, slots=True)
class Folds:
    """Which panes the user wants to see when there is room."""

    sidebar: bool = True
    earlier: bool = True


class WindowState:
    """Reads and writes one small file; what cannot be read is as if it had never been written."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow) -> Folds:
        """Put the window where it was; Qt moves it back on to a screen if that one is gone."""
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        return Folds(self._flag("panes/sidebar"), self._flag("panes/earlier"))

    def keep(self, window: QMainWindow, folds: Folds) -> None:
        """Remember where the window is."""
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.setValue("panes/sidebar", int(folds.sidebar))
        self._settings.setValue("panes/earlier", int(folds.earlier))
        self._settings.sync()

    def _flag(self, name: str) -> bool:
        return str(self._settings.value(name, 1)) not in {"0", "false"}
