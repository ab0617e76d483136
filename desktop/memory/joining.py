"""Links made, taken away and turned down: each one command, spoken, and undone like everything else."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop import swedish
from desktop.linking import link_to, links_at, turned_down
from desktop.memory.quoting import follow_up, is_said, precedent
from desktop.memory.suggesting import Suggesting
from desktop.panels.values import Find, Promised
from desktop.paper.words import is_head
from desktop.pipe import Cited
from desktop.session import Session
from desktop.window import MainWindow
from model.edit.adjust import AddToLife
from model.edit.command import Command
from model.edit.refer import AddLink, RemoveLink
from model.record.ids import RandomIds
from model.record.links import Link
from model.record.minutes import Minutes


class Joining(QObject):
    """Writes links into the open minutes. `refused` says why something is not linked."""

    refused = Signal(str)

    def __init__(self, window: MainWindow, session: Session, suggesting: Suggesting) -> None:
        super().__init__(window)
        self._window, self._session, self._suggesting = window, session, suggesting

    def link(self, find: object) -> bool:
        """Link `find` from the item at the caret; False if it could not be, or was linked already."""
        minutes, sheet = self._session.minutes, self._window.sheet
        if not isinstance(find, Find) or minutes is None or not self._session.may_write:
            return False
        if find.outside or self._session.is_outside(find.path):
            self.refused.emit(swedish.OUTSIDE_NOT_LINKED)
            return False
        made = link_to(find, minutes, sheet.node(), RandomIds(minutes.node_ids()))
        if made is None:
            return False
        self._suggesting.names[find.address] = swedish.chip(find.short_name, find.number, find.letter)
        self._do(AddLink(made), swedish.spoken_linked(swedish.chip(find.short_name, find.number, find.letter)))
        return True

    def link_reference(self, cited: Cited) -> bool:
        """Link what a reference leads to: the decision that is suggested in that meeting, else what the words name."""
        return self.link(self._meant(cited))

    def write_precedent(self, find: Find, source: Minutes) -> None:
        """Write at the caret what `source` decided before, in its exact words, with its address and its link."""
        minutes, node = self._session.minutes, self._window.sheet.node()
        if minutes is None or node is None or is_head(node) or not self._session.may_write:
            return
        if not is_said(source, find.node):
            return
        command, place = precedent(minutes, node, source, find, RandomIds(minutes.node_ids()))
        self._suggesting.names[f"{source.id}#{find.node}"] = swedish.chip(find.short_name, find.number, find.letter)
        self._do(command, swedish.spoken_linked(swedish.chip(find.short_name, find.number, find.letter)))
        self._window.sheet.put_caret(place)
        self._window.focus_middle()

    def take_up(self, promised: Promised) -> None:
        """Write a promise as an item last in the minutes, linked to where it was made."""
        minutes = self._session.minutes
        if minutes is None or not self._session.may_write:
            return
        command, place = follow_up(
            minutes, promised, swedish.follow_up(promised.heading), RandomIds(minutes.node_ids())
        )
        self._suggesting.names[promised.target] = promised.chip.replace(" · ", " ")
        self._do(command, swedish.TAKEN_AS_ITEM)
        self._window.sheet.go_to(place.node, place.at)
        self._window.focus_middle()

    def unlink(self) -> None:
        """Take away the link of the chosen card, or the last one of the block or the item at the caret."""
        links = self._chosen_links() or links_at(self._session.minutes, self._window.sheet.node())
        if links and self._session.may_write:
            name = self._suggesting.names.get(links[-1].target or "", swedish.CHIP_LINK)
            self._do(RemoveLink(links[-1].id), swedish.spoken_unlinked(name))

    def refuse(self, find: object) -> None:
        """Do not suggest `find` for this item again; what is linked is unlinked instead."""
        blocks = self._suggesting.blocks()
        if self._chosen_links():
            self.unlink()
        elif isinstance(find, Find) and blocks and self._session.may_write:
            place = swedish.chip(find.short_name, find.number, find.letter)
            self._do(AddToLife(turned_down(find, blocks[0].id)), swedish.spoken_refused(place))
            self._suggesting.drop(find)

    def refuse_chosen(self) -> None:
        """Turn down the chosen card, from wherever one is."""
        chosen = self._window.earlier.list.chosen()
        if chosen is not None and not self._chosen_links():
            self.refuse(chosen)

    def _chosen_links(self) -> tuple[Link, ...]:
        """The links of this item to the card that is chosen in its list, when the list has the focus."""
        chosen, minutes = self._window.earlier.list.chosen(), self._session.minutes
        if chosen is None or minutes is None or not self._window.earlier.list.hasFocus():
            return ()
        own = {block.id for block in self._suggesting.blocks()}
        return tuple(
            link
            for link in minutes.lifecycle.links
            if link.source in own and link.target in (chosen.address, chosen.card)
        )

    def _meant(self, cited: Cited) -> Find | None:
        if cited.target is None:
            return None
        minutes, _, node = cited.target.partition("#")
        for find in self._suggesting.finds:
            if find.minutes == minutes and find.evidence and node in ("", find.node, find.item):
                return find
        words = " ".join(cited.words.split())
        return Find(
            minutes, Path(), cited.short_name, None, node, cited.number, "", "",
            letter=cited.letter or "", evidence=words,
        )  # fmt: skip

    def _do(self, command: Command, said: str) -> None:
        document = self._session.document
        if document is not None:
            document.end_step()
            document.apply(command, place=self._window.sheet.place(), came_from=self._window.sheet.place())
            document.end_step()
            self._window.sheet.say(said)
            self._suggesting.show()
