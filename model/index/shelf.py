"""The indexes that one process has open, by their archives; each question is answered from a file that is trusted.

The archive is only read here, so a second one may be looked in beside one's own.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from model.errors import IndexUnavailableError
from model.index.opened import Index
from model.store.archive import Archive

T = TypeVar("T")


class Shelf:
    """Open indexes. `close` ends them in peace, so that the next program need not doubt them."""

    def __init__(self) -> None:
        self._open: dict[Path, Index] = {}

    def index(self, archive: Path) -> Index:
        """The open index of the archive in the folder; opened again when another program has replaced its file."""
        found = self._open.get(archive)
        if found is None or found.is_stale:
            found = self._open[archive] = Index(Archive.open(archive))
        return found

    def ask(self, archive: Path, question: Callable[[Index], T]) -> T:
        """The answer to a question. A file that shows its damage while it is asked is built again, and asked again."""
        index = self.index(archive)
        try:
            return question(index)
        except IndexUnavailableError:
            if not index.was_damaged:
                raise
            from model.index.writing import refresh  # all that reads and enters records, seldom needed here

            refresh(index)
            return question(index)

    def rest(self) -> None:
        """Nobody asks just now."""
        for index in self._open.values():
            index.rest()

    def close(self) -> None:
        """Close them all."""
        while self._open:
            self._open.popitem()[1].close()
