"""The settings dialog opened, and what was chosen in it done."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.aids.hand import Hand
from desktop.aids.spelling import Spelling
from desktop.keeping import Keeping
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.dialogs.settings import Chosen


class Choosing(QObject):
    """`use_archive` opens another archive; the program gives it. `rescaled` tells of another size of text."""

    rescaled = Signal()

    def __init__(self, theme: Theme, hand: Hand, keeping: Keeping, spelling: Spelling) -> None:
        super().__init__(hand.window)
        self._theme, self._hand, self._keeping, self._spelling = theme, hand, keeping, spelling
        self.use_archive: Callable[[Path], None] = lambda _path: None
        spelling.is_on = keeping.settings.spelling
        spelling.kept = keeping.keep_spelling

    def open(self) -> None:
        """Show the form, and do what was chosen."""
        from desktop.dialogs.settings import Chosen, SettingsDialog

        kept = self._keeping.settings
        now = Chosen(kept.colours, kept.scale, kept.spelling, contrast=kept.contrast)
        dialog = SettingsDialog(self._theme, now, kept.recent, self._hand.session.archive, self._hand.window)
        if dialog.exec():
            self.choose(dialog.chosen())
        self._hand.window.focus_middle()

    def choose(self, chosen: "Chosen") -> None:
        """Do what differs from now."""
        kept = self._keeping.settings
        if chosen.colours != kept.colours:
            self._theme.choose(chosen.colours)
            self._keeping.keep_colours(chosen.colours)
        if chosen.contrast != kept.contrast:
            self._theme.choose_contrast(chosen.contrast)
            self._keeping.keep_contrast(chosen.contrast)
        if chosen.spelling != self._spelling.is_on:
            self._spelling.toggle()
        if chosen.scale != kept.scale:
            self._keeping.keep_scale(chosen.scale)
            self.rescaled.emit()
        if chosen.archive is not None:
            self.use_archive(chosen.archive)
