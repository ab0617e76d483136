"""All that looks back, built once: what its keys do, and what the desk may ask of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.background import Asker
from desktop.finding import Finding
from desktop.memory.following import Following
from desktop.memory.joining import Joining
from desktop.memory.references import References
from desktop.panels.values import Find
from desktop.session import Session
from desktop.theme import Theme
from desktop.window import MainWindow


class Memory(QObject):
    """Built by `app`; the desk takes its deeds."""

    def __init__(self, theme: Theme, window: MainWindow, session: Session, asker: Asker, finding: Finding) -> None:
        super().__init__(window)
        self._window, self._session, self.suggesting = window, session, finding.suggesting
        suggesting = finding.suggesting
        self.joining = Joining(window, session, suggesting)
        self.references = References(theme, window, session, suggesting, self.joining)
        self.following = Following(asker, session, finding, window.start.due)
        window.sidebar.linked.connect(self.joining.link)
        window.earlier.linked.connect(self.joining.link)
        window.earlier.refused.connect(self.joining.refuse)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What its actions do, by the actions' names."""
        return {"unlink": self.joining.unlink, "refuse": self.joining.refuse_chosen}

    def link_find(self, find: object) -> None:
        """Link a find that was chosen elsewhere."""
        self.joining.link(find)

    def link(self, chosen: Find | None) -> None:
        """Link the reference at the caret, else the chosen find."""
        cited = self.references.at_caret() if self._window.sheet.hasFocus() else None
        if cited is None or not self.joining.link_reference(cited):
            self.joining.link(chosen)
