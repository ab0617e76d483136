"""What is remembered from one time to the next: the archive, the minutes last open, light or dark."""

from dataclasses import replace
from pathlib import Path

from desktop.theme import Choice
from model.errors import FileError
from model.settings import Settings, read, write


class Keeping:
    """The settings as they are now; each change is written at once, and a file that cannot be written is only logged."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.settings: Settings = read(file)
