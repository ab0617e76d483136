"""Earlier decisions and references for the item at the caret: asked for when the keys rest, stale answers dropped."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import swedish
from desktop.answers import citations, earlier
from desktop.background import Asker
from desktop.panels.earlier import EarlierPanel
from desktop.panels.values import Find
from desktop.pipe import Cited
from desktop.session import Session
from model.record.blocks import Block, words
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.tree import Section, derive, flatten, section_of

AFTER = 280
"""Milliseconds after the last key."""

CARDS = 6


class Suggesting(QObject):
    """Asks and shows; `caret` gives the node that the caret stands in, or None. Nothing here changes the minutes."""

    cited = Signal()
    """The references are known anew."""

    def __init__(self, asker: Asker, session: Session, panel: EarlierPanel, caret: Callable[[], NodeId | None]) -> None:
        super().__init__()
        self._asker, self._session, self._panel, self._caret = asker, session, panel, caret
        self.references: dict[NodeId, tuple[Cited, ...]] = {}
        self.names: dict[str, str] = {}
        """What a chip says of each address that has been seen."""
        self._reads_whole = False
        """True until the references of minutes that were just opened have come: a newer question must not lose them."""
        self._asked: tuple[Minutes | None, NodeId | None] = (None, None)
        self._shown: NodeId | None = None
        self._finds: tuple[Find, ...] = ()
        self._warnings: tuple[str, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self._ask)
        session.opened.connect(self._on_opened)

    @property
    def finds(self) -> tuple[Find, ...]:
        """The cards that are shown."""
        return self._finds

    def touch(self) -> None:
        """The caret has moved or the words have changed."""
        self._soon.start()

    def again(self) -> None:
        """The archive has changed: what is shown of it is asked for again."""
        self._asked = (None, None)
        self._soon.start()

    def drop(self, find: Find) -> None:
        """Take a card away at once: it has been turned down."""
        self._finds = tuple(other for other in self._finds if other.card != find.card)
        self.show()

    def show(self) -> None:
        """Show the cards again: which of them are linked may have changed."""
        section = self._section()
        number = section.number if section else None
        self._panel.show_finds(self._finds, number, self._linked(), again=True)

    def blocks(self) -> list[Block]:
        """The blocks of the item at the caret, its heading first."""
        section = self._section()
        return [section.item, *flatten(section.parts)] if section else []

    def _on_opened(self) -> None:
        self.references.clear()
        self._shown, self._finds, self._warnings = None, (), ()
        self._panel.clear()
        self.again()
        minutes = self._session.minutes
        self._reads_whole = minutes is not None
        if minutes is not None and self._session.archive is not None:
            self._ask_references(minutes, ())

    def _section(self) -> Section | None:
        minutes, node = self._session.minutes, self._caret()
        return section_of(derive(minutes.blocks), node) if minutes is not None and node is not None else None

    def _ask(self) -> None:
        minutes, section = self._session.minutes, self._section()
        if minutes is None or section is None or self._session.archive is None:
            self._asked, self._shown, self._finds = (None, None), None, ()
            self._panel.clear()
            return
        item = section.item.id
        if self._asked == (minutes, item) and self._shown == item:
            return
        self._asked = minutes, item
        if not any(words(block).plain.strip() for block in self.blocks()):
            self._shown, self._finds = item, ()
            self._panel.clear()
            return
        self._asker.ask(
            "earlier", lambda answer: self._on_earlier(item, *earlier(answer)), None,
            archive=self._session.archive, minutes=minutes, node=item, limit=CARDS,
        )  # fmt: skip
        self._ask_references(minutes, tuple(block.id for block in self.blocks()))

    def _ask_references(self, minutes: Minutes, nodes: tuple[NodeId, ...]) -> None:
        if self._reads_whole:
            nodes = tuple(block.id for block in minutes.blocks)
        self._asker.ask(
            "cited", lambda answer: self._on_cited(minutes, nodes, citations(answer)), None,
            archive=self._session.archive, minutes=minutes, nodes=nodes,
        )  # fmt: skip

    def _on_earlier(self, item: NodeId, found: tuple[Find, ...], warnings: Sequence[str] = ()) -> None:
        section = self._section()
        if section is None or section.item.id != item:
            return
        again, self._shown = self._shown == item, item
        self._finds, self._warnings = found, tuple(warnings)
        self.names.update((find.address, swedish.chip(find.short_name, find.number, find.letter)) for find in found)
        self._panel.show_finds(found, section.number, self._linked(), again=again)
        self._say_notes()

    def _on_cited(self, asked: Minutes, nodes: tuple[NodeId, ...], found: dict[NodeId, tuple[Cited, ...]]) -> None:
        """Keep what was found for blocks that still read as they did when it was asked."""
        minutes = self._session.minutes
        if minutes is None or minutes.id != asked.id:
            return
        self._reads_whole = False
        then, now = ({block.id: block for block in m.blocks} for m in (asked, minutes))
        for node in nodes:
            if then.get(node) == now.get(node):
                self.references[node] = found.get(node, ())
        for cited in (one for some in found.values() for one in some if one.target):
            self.names[str(cited.target)] = swedish.chip(cited.short_name, cited.number, cited.letter or "")
        self._say_notes()
        self.cited.emit()

    def _say_notes(self) -> None:
        """Say what there is to warn of in this item, and which of its references lead nowhere."""
        found = [cited for block in self.blocks() for cited in self.references.get(block.id, ())]
        notes = [said for cited in found if (said := _note(cited))]
        self._panel.show_notes(list(dict.fromkeys((*self._warnings, *notes))))

    def _linked(self) -> dict[str, str]:
        """What each card is linked to, by the card."""
        minutes = self._session.minutes
        if minutes is None:
            return {}
        tree = derive(minutes.blocks)
        sections = {link.target: section_of(tree, link.source) for link in minutes.lifecycle.links if link.target}
        return {
            find.card: swedish.linked_to(section.number if section else None, section.letter if section else None)
            for find in self._finds
            for target, section in sections.items()
            if target in (find.address, find.card)
        }


def _note(cited: Cited) -> str:
    said = " ".join(cited.words.split())
    if cited.outcome == "unresolved":
        return swedish.unresolved(said)
    if cited.outcome == "near" and cited.day:
        day = swedish.short_date(datetime.date.fromisoformat(cited.day))
        return swedish.near_meeting(said, cited.short_name, day)
    return ""
