"""What is remembered from one time to the next: the archive, the minutes last open, light or dark."""

import logging
from dataclasses import replace
from pathlib import Path

from desktop.theme import Choice, Contrast
from model.errors import FileError
from model.settings import Settings, read, write

log = logging.getLogger(__name__)


class Keeping:
    """The settings as they are now; each change is written at once. A file that cannot be written is only logged."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.settings: Settings = read(file)

    @property
    def archive(self) -> Path | None:
        """The archive of last time."""
        return self.settings.archive

    @property
    def last(self) -> Path | None:
        """The record that was open last."""
        return self.settings.last

    @property
    def colours(self) -> Choice:
        """Light, dark, or as the system."""
        return self.settings.colours

    @property
    def contrast(self) -> Contrast:
        """High contrast, usual, or as the system."""
        return self.settings.contrast

    @property
    def scale(self) -> float:
        """Size of the text, as a factor."""
        return self.settings.scale

    def keep_archive(self, archive: Path) -> None:
        """Begin with this archive next time."""
        self._keep(self.settings.with_archive(archive))

    def keep_last(self, path: Path) -> None:
        """Offer to go on with this record next time."""
        self._keep(replace(self.settings, last=path))

    def keep_colours(self, colours: Choice) -> None:
        """Light, dark, or as the system."""
        self._keep(replace(self.settings, colours=colours))

    def keep_contrast(self, contrast: Contrast) -> None:
        """High contrast, usual, or as the system."""
        self._keep(replace(self.settings, contrast=contrast))

    def keep_scale(self, scale: float) -> None:
        """Text of this size, from the next start."""
        self._keep(replace(self.settings, scale=scale))

    def keep_beside(self, beside: Path | None) -> None:
        """Search this archive too, next time as well; None for no other."""
        self._keep(replace(self.settings, beside=beside))

    def keep_spelling(self, on: bool) -> None:
        """Words are checked while typing, or not."""
        self._keep(replace(self.settings, spelling=on))

    def _keep(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        try:
            write(self._file, settings)
        except FileError as error:
            log.warning("the settings could not be written: %s", type(error).__name__)
