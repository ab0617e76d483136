"""The few settings: colours, contrast, size of the text, spelling, and which archive."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.form import Form
from desktop.theme import Choice, Contrast, Theme
from desktop.theme.parts import Button, Choices, Tick, label, row

COLOURS: tuple[Choice, ...] = ("system", "light", "dark")
CONTRASTS: tuple[Contrast, ...] = ("system", "high", "normal")
SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form holds; `archive` is None when it is to stay as it is."""

    colours: Choice
    scale: float
    spelling: bool
    archive: Path | None = None
    contrast: Contrast = "system"


class SettingsDialog(Form):
    """The form; `chosen` is what it holds."""

    def __init__(
        self, theme: Theme, now: Chosen, recent: Sequence[Path], archive: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(swedish.SETTINGS_TITLE)
        self._archive = archive
        self._recent = list(dict.fromkeys(path for path in (archive, *recent) if path is not None))
        self.colours = Choices(theme, swedish.SETTINGS_COLOURS, [swedish.COLOUR_NAMES[c] for c in COLOURS])
        self.colours.setCurrentIndex(COLOURS.index(now.colours))
        self.contrast = Choices(theme, swedish.SETTINGS_CONTRAST, [swedish.CONTRAST_NAMES[c] for c in CONTRASTS])
        self.contrast.setCurrentIndex(CONTRASTS.index(now.contrast))
        self._scales = sorted({*SCALES, now.scale})
        self.scale = Choices(theme, swedish.SETTINGS_SCALE, [swedish.percent(scale) for scale in self._scales])
        self.scale.setCurrentIndex(self._scales.index(now.scale))
        self.archive = Choices(theme, swedish.SETTINGS_ARCHIVE, [_short(path) for path in self._recent])
        self.archive.setEnabled(bool(self._recent))
        self.spelling = Tick(theme, swedish.SETTINGS_SPELLING)
        self.spelling.setChecked(now.spelling)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(18)
        for caption, field in (
            (swedish.SETTINGS_COLOURS, self.colours), (swedish.SETTINGS_CONTRAST, self.contrast),
            (swedish.SETTINGS_SCALE, self.scale), (swedish.SETTINGS_ARCHIVE, self.archive),
        ):  # fmt: skip
            form.addRow(label(theme, caption, 13, "mute"), field)
        form.addRow("", self.spelling)
        done = Button(theme, swedish.SETTINGS_DONE)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        cancel = Button(theme, swedish.CANCEL)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(12)
        layout.addWidget(label(theme, swedish.SETTINGS_TITLE, 18, "text", 600))
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addLayout(row(None, cancel, done))
        self.setMinimumWidth(440)

    def chosen(self) -> Chosen:
        """What the form holds."""
        at = self.archive.currentIndex()
        path = self._recent[at] if 0 <= at < len(self._recent) else None
        return Chosen(
            COLOURS[self.colours.currentIndex()],
            self._scales[self.scale.currentIndex()],
            self.spelling.isChecked(),
            None if path == self._archive else path,
            CONTRASTS[self.contrast.currentIndex()],
        )


def _short(path: Path) -> str:
    """The last two parts of a folder's path: enough to tell archives from one another."""
    return str(Path(*path.parts[-2:]))
