"""All that looks back, built once: what its keys do, and what the desk may ask of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.background import Asker
from desktop.finding import Finding
from desktop.memory.following import Following
from desktop.memory.guarding import Guarding
from desktop.memory.joining import Joining
from desktop.memory.lists import Lists
from desktop.memory.reading import Reading
from desktop.memory.references import References
from desktop.memory.settling import Settling
from desktop.panels.values import Find, Promised
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
        self.reading = Reading(window, session, asker)
        self.settling = Settling(asker, session, window)
        self.following = Following(asker, session, finding, self.settling, window.start.due)
        self.guarding = Guarding(asker, session)
        self.lists = Lists(theme, window, session, asker, self.following, self.settling, lambda: finding.lines)
        self.lists.read.connect(self.read)
        self.lists.taken.connect(self.take)
        self.settling.failed.connect(self.lists.failed)
        window.sidebar.foot.unreadable_wanted.connect(self.lists.show_unreadable)
        self.following.all_wanted.connect(self.lists.show_promises)
        window.sidebar.linked.connect(self.joining.link)
        window.earlier.linked.connect(self.joining.link)
        window.earlier.refused.connect(self.joining.refuse)
        window.sidebar.read.connect(self.read)
        window.earlier.read.connect(self.read)
        self.following.read.connect(self.read)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What its actions do, by the actions' names."""
        return {
            "unlink": self.joining.unlink,
            "refuse": self.joining.refuse_chosen,
            "line": lambda: self.lists.show_line(self.chosen()),
            "promises": self.lists.show_promises,
            "registers": self.lists.show_registers,
            "precedent": self._write_precedent,
            "copy_quote": lambda: self.reading.copy_quotation(self.chosen()),
        }

    def _write_precedent(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.reading.with_minutes(chosen, lambda source: self.joining.write_precedent(chosen, source))

    def chosen(self) -> Find | None:
        """The find that is chosen where the focus is: in the reader, the hits, or the cards."""
        if self._window.holds_focus(self._window.reader):
            return self._window.reader.here()
        if self._window.holds_focus(self._window.sidebar):
            return self._window.sidebar.hits.chosen()
        return self._window.earlier.list.chosen()

    def read(self, find: object) -> None:
        """Show where a find or a promise stands."""
        if isinstance(find, Find):
            self.reading.read(find.path, find.node)
        elif isinstance(find, Promised) and find.path is not None:
            if find.target:
                self.reading.read(find.path, find.target.partition("#")[2])
            else:
                self.reading.read_address(find.path, find.address)

    def take(self, promised: object) -> None:
        """Take a promise up as an item: last in the open minutes, or in the next ones."""
        if not isinstance(promised, Promised):
            return
        if self._session.document is None:
            self.following.take(promised)
        else:
            self.joining.take_up(promised)

    def link_find(self, find: object) -> None:
        """Link a find that was chosen elsewhere."""
        self.joining.link(find)

    def link(self) -> None:
        """Link the reference at the caret, else what is chosen."""
        cited = self.references.at_caret() if self._window.sheet.hasFocus() else None
        if cited is None or not self.joining.link_reference(cited):
            self.joining.link(self.chosen())
