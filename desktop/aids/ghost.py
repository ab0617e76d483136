"""The ghost after the caret: offered while one types, written by Tab, gone with the next key that does not fit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from desktop import swedish
from desktop.aids.ghostpaint import GhostPaint
from desktop.aids.hand import Hand
from desktop.aids.knowing import Knowing
from desktop.aids.offer import Offer, offered
from desktop.paper.answer import given
from desktop.paper.borders import automatic
from desktop.paper.header import near_day
from desktop.paper.keys import typed_text
from desktop.paper.words import is_head, plain
from desktop.theme import Theme
from model.edit.change import Place
from model.edit.head import SetMeeting
from model.record.ids import MEETING_LINE, NodeId
from model.record.minutes import Minutes

if TYPE_CHECKING:
    from model.language.ghosts import Pending

SPOKEN_AFTER = 700
"""Milliseconds of rest before a screen reader hears of a ghost."""


class Ghost(QObject):
    """Offers after each key. `busy` says that another aid has the keys."""

    def __init__(self, theme: Theme, hand: Hand, knowing: Knowing, busy: Callable[[], bool]) -> None:
        super().__init__(hand.window)
        self._theme, self._hand, self._knowing, self._busy = theme, hand, knowing, busy
        self.paint = GhostPaint(theme, hand.sheet)
        self.offer: Offer | None = None
        self._pending: tuple[NodeId, Pending] | None = None
        self._seen: Minutes | None = None
        self._node: NodeId | None = None
        self._spoken = QTimer(self, singleShot=True, interval=SPOKEN_AFTER)
        self._spoken.timeout.connect(self._speak)
        hand.sheet.caret_moved.connect(lambda _node: self._look())
        hand.sheet.left.connect(self.clear)
        hand.sheet.resized.connect(self.clear)
        hand.sheet.ask_first(self._takes)

    def _takes(self, event: QKeyEvent) -> bool:
        """Tab takes the ghost, Esc sends it away; all else is typed as usual."""
        if self.offer is None or self._busy():
            return False
        if typed := typed_text(event):
            self.paint.follow(typed)
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_Right:
            return self.take_word()
        if event.key() == Qt.Key.Key_Tab:
            self.take()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._pending = None
            self.clear()
            return True
        return False

    def take(self) -> None:
        """Write what is offered; in a formula the caret stands in the first slot then."""
        offer, minutes = self.offer, self._hand.minutes
        if offer is None or minutes is None or not offer.takes:
            return
        caret = self._hand.sheet.place()
        text = plain(minutes, caret.node)
        after, pending = offer.ghost.accepted(text[offer.start : caret.at])
        whole = text[: offer.start] + after
        self._pending = (caret.node, pending) if pending else self._going(caret.node)
        place = Place(caret.node, len(whole))
        if caret.node == MEETING_LINE:
            self._hand.apply(self._meeting(minutes, whole), place)
        else:
            self._hand.apply(given(minutes, caret.node, whole + text[caret.at :], len(whole), self._hand.ids()), place)
            self._recognise(place)
        self.clear()

    def take_word(self) -> bool:
        """Write only the next word of what is offered; False where it is all or nothing."""
        offer, minutes = self.offer, self._hand.minutes
        if offer is None or minutes is None or not offer.takes or offer.ghost.back or not offer.ghost.insert:
            return False
        insert = offer.ghost.insert
        end = insert.find(" ", len(insert) - len(insert.lstrip()))
        caret = self._hand.sheet.place()
        text = plain(minutes, caret.node)
        whole = text[: caret.at] + (insert[:end] if end > 0 else insert)
        place = Place(caret.node, len(whole))
        self._hand.apply(given(minutes, caret.node, whole + text[caret.at :], len(whole), self._hand.ids()), place)
        self._recognise(place)
        self.clear()
        return True

    def _recognise(self, caret: Place) -> None:
        """Words that are accepted may end the meeting, as those that are typed do."""
        minutes = self._hand.minutes
        found = automatic(minutes, caret, accepted=True) if minutes else None
        if found is not None:
            self._hand.apply(found.command, found.caret)

    def clear(self) -> None:
        """Offer nothing."""
        self.offer = None
        self._spoken.stop()
        self.paint.clear()

    def _going(self, node: NodeId) -> "tuple[NodeId, Pending] | None":
        """The walk goes on where a name or a day was completed in its slot."""
        inside = self._pending is not None and self._pending[0] == node and self.offer and not self.offer.ghost.rest
        return self._pending if inside and self.offer and not self._follows() else None

    def _follows(self) -> bool:
        """True if the ghost is what comes after the slot, so that the slot is done."""
        pending = self._pending[1] if self._pending else None
        rest = getattr(pending, "rest", ())
        return bool(self.offer and rest and self.offer.ghost.insert.endswith(str(rest[0])))

    @staticmethod
    def _meeting(minutes: Minutes, line: str) -> SetMeeting:
        from model.language.meetingline import understood

        return SetMeeting(understood(line, minutes.meeting, minutes.style, near_day(minutes)).meeting)

    def _look(self) -> None:
        """Offer what fits the words before the caret, if something was just typed there."""
        minutes, sheet = self._hand.minutes, self._hand.sheet
        typed, self._seen = minutes is not self._seen, minutes
        if (
            minutes is None
            or self._busy()
            or sheet.textCursor().hasSelection()
            or self._hand.window.focusWidget() is not sheet
        ):
            self.clear()
            return
        caret = sheet.place()
        self._hear(minutes, caret.node)
        if self._pending and self._pending[0] != caret.node:
            self._pending = None
        if not typed and plain(minutes, caret.node)[: caret.at].strip():
            self.clear()
            return
        pending = self._pending[1] if self._pending else None
        if typed and plain(minutes, caret.node)[: caret.at].endswith(" "):
            self._knowing.ghosts(minutes).hear(plain(minutes, caret.node)[: caret.at])
        ghosts = self._knowing.ghosts(minutes, fresh=not is_head(caret.node))
        self.offer = offered(minutes, caret, ghosts, pending, self._knowing.places, near_day(minutes))
        self._show(minutes, caret)

    def _show(self, minutes: Minutes, caret: Place) -> None:
        if self.offer is None:
            self.clear()
            return
        size, weight = (
            (15, 400) if is_head(caret.node) else (18, 600) if self._hand.sheet.where()[0] == "item" else (16, 400)
        )
        self.paint.show_words(self.offer.shown, self._theme.font("paper", size, weight), takes=self.offer.takes)
        self._spoken.start()

    def _hear(self, minutes: Minutes, node: NodeId) -> None:
        """Learn the long words of a block when the caret leaves it."""
        if node == self._node:
            return
        left, self._node = self._node, node
        if left and not is_head(left) and left in minutes.node_ids():
            self._knowing.ghosts(minutes).hear(plain(minutes, left))

    def _speak(self) -> None:
        if self.offer is not None:
            self._hand.say(swedish.spoken_ghost(self.offer.shown.strip(" →"), takes=self.offer.takes))
