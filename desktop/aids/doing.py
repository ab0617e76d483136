"""The deeds behind the aids' actions: each asks in the one field what it must know, then is one command."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import swedish
from desktop.aids import business
from desktop.aids.choices import Choice, Source, fits, group
from desktop.aids.hand import Hand
from desktop.aids.palette import Palette
from desktop.aids.rows import Row
from desktop.answers import loaded
from desktop.background import Asker
from desktop.linking import user
from desktop.panels.values import Find
from desktop.paper.answer import Answer
from desktop.paper.words import is_head, plain
from desktop.theme import Theme
from model.edit.arrange import SetKind
from model.edit.change import Place
from model.edit.park import Park, Unpark, half_sentence, parked
from model.edit.parts import BlockKind
from model.record.blocks import Clause
from model.record.blocks import Row as TableRow
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.people import Attendee

if TYPE_CHECKING:
    from model.language.statuslines import PutOffAs

STATUSES: tuple["PutOffAs", ...] = ("withdrawn", "tabled", "referred_back", "dormant")
KINDS: tuple[BlockKind, ...] = ("opening", "closing", "motion", "reservation", "note", "paragraph")


class Doing(QObject):
    """`chosen` gives the earlier decision that is chosen in its list."""

    def __init__(self, theme: Theme, hand: Hand, asker: Asker) -> None:
        super().__init__(hand.window)
        self._theme, self._hand, self._asker = theme, hand, asker
        self.chosen: Callable[[], Find | None] = lambda: None
        self.field: Palette | None = None

    def deeds(self) -> dict[str, Callable[[], None]]:
        """The deeds by the actions' names."""
        kinds = {f"kind_{kind}": partial(self._kind, kind) for kind in KINDS}
        return {
            "put_off": self.put_off, "conflict": self.conflict, "park": self.park, "tray": self.tray,
            "quote": self.quote, "row": self._row, "head_row": self._head_row, "sum": self._sum, **kinds,
        }  # fmt: skip

    def ask(self, asks: str, source: Source, icon: str = "corner-down-left") -> None:
        """Ask in the one field."""
        self.field = Palette(self._theme, self._hand.window, source, asks, icon, self._hand.rect())
        self.field.closed.connect(self._on_closed)
        self.field.open()

    def refresh(self) -> None:
        """An answer has come: ask the field's source again."""
        if self.field is not None:
            self.field.refresh()

    def _on_closed(self) -> None:
        self.field = None

    # Put off

    def put_off(self) -> None:
        """The item at the caret: withdrawn, tabled, sent back or dormant; until which meeting is typed."""
        minutes, node = self._here()
        if minutes is None or node is None or business.item_here(minutes, node) is None:
            self._hand.say(swedish.NO_ITEM)
            return
        self.ask(swedish.PUT_OFF_ASKS, partial(self._put_offs, minutes, node), "clock")

    def _put_offs(self, minutes: Minutes, node: NodeId, typed: str) -> Sequence[Choice]:
        from model.commands.writing import put_off
        from model.language.statuslines import status_words

        item, until = business.item_here(minutes, node), business.day_typed(typed, minutes)
        if item is None:
            return ()
        choices = []
        for status in STATUSES:
            words = status_words(status, until, minutes.style)
            command = put_off(minutes, item.id, status, until, self._hand.ids(), user())
            deed = partial(self._do, Answer(command, Place(command.line.id, len(words))))
            choices.append(Choice(Row(words, meta=swedish.STATUSES[status], icon="clock"), deed))
        return choices

    # People

    def conflict(self) -> None:
        """Somebody takes no part in the item, or leaves the meeting now."""
        minutes, node = self._here()
        if minutes is None or node is None:
            return
        self.ask(swedish.CONFLICT_ASKS, partial(self._conflicts, minutes, node), "user-plus")

    def _conflicts(self, minutes: Minutes, node: NodeId, typed: str) -> Sequence[Choice]:
        from model.language.autotext import shipped

        now = self._hand.sheet.now().time().replace(second=0, microsecond=0)
        item = business.item_here(minutes, node)
        formula = next((one.words for one in shipped() if one.code == swedish.CONFLICT_CODE), "")
        people = [(p, hit[1]) for p in business.in_the_room(minutes) if (hit := fits(typed, _named(p)))]
        apart = [
            Choice(_person(person, spans), partial(self._conflict, minutes, node, person, formula))
            for person, spans in (people if item and formula else ())
        ]
        left = [Choice(_person(person, spans), partial(self._leave, person, now)) for person, spans in people]
        return [*group(swedish.CONFLICT_HEAD, apart[:5]), *group(swedish.leaves_at(swedish.clock(now)), left[:5])]

    def _conflict(self, minutes: Minutes, node: NodeId, person: Attendee, formula: str) -> None:
        self._do(business.conflict(minutes, node, person, formula, self._hand.ids()))

    def _leave(self, person: Attendee, at: datetime.time) -> None:
        minutes, node = self._here()
        if minutes is not None:
            self._do(Answer(business.leaves(minutes, person, at, node)))
            self._hand.say(swedish.spoken_left(person.name, swedish.clock(at)))

    # The tray

    def park(self) -> None:
        """Put the sentence at the caret, or what is selected, aside; with nothing to put aside, show the tray."""
        minutes, node = self._here()
        if minutes is None or node is None or is_head(node):
            return
        anchor, caret = sorted(self._hand.selection(), key=lambda place: place.at)
        text = plain(minutes, node)
        start, end = (
            (anchor.at, caret.at)
            if anchor.node == caret.node and anchor.at < caret.at
            else half_sentence(text, caret.at)
        )
        if text[start:end].strip():
            self._do(Answer(Park(node, start, end), Place(node, start)))
            self._hand.say(swedish.PARKED)
        else:
            self.tray()

    def tray(self) -> None:
        """What has been put aside; what is chosen comes back at the caret."""
        minutes, node = self._here()
        if minutes is None:
            return
        if not parked(minutes):
            self._hand.say(swedish.TRAY_EMPTY)
        self.ask(swedish.TRAY_ASKS, partial(self._parked, minutes, node), "archive")

    def _parked(self, minutes: Minutes, node: NodeId | None, typed: str) -> Sequence[Choice]:
        at = self._hand.sheet.place().at
        target = None if node is None or is_head(node) else node
        return [
            Choice(Row(remark.text, icon="archive", bold=hit[1]), partial(self._unpark, place, target, at))
            for place, remark in enumerate(parked(minutes))
            if (hit := fits(typed, remark.text))
        ] or [Choice(Row(swedish.TRAY_EMPTY, tone="mute"))]

    def _unpark(self, place: int, node: NodeId | None, at: int) -> None:
        minutes = self._hand.minutes
        if minutes is None or node is None:
            return
        command = Unpark(place, node, at)
        after = plain(command.apply(minutes), node)
        self._do(Answer(command, Place(node, at + len(after) - len(plain(minutes, node)))))

    # Quotation

    def quote(self) -> None:
        """Write the chosen earlier clause at the caret, in quotation marks, with its address and its link."""
        found, (minutes, node) = self.chosen(), self._here()
        if found is None or minutes is None or node is None or is_head(node):
            self._hand.say(swedish.NOTHING_CHOSEN)
            return
        self._asker.ask("load", lambda answer: self._quote(loaded(answer).minutes, found, node), path=found.path)

    def _quote(self, source: Minutes, found: Find, node: NodeId) -> None:
        from model.commands.writing import quote

        minutes = self._hand.minutes
        clause = _first_clause(source, NodeId(found.node))
        if minutes is None or clause is None or node not in minutes.node_ids():
            return
        place = self._hand.sheet.place()
        at = place.at if place.node == node else len(plain(minutes, node))
        command = quote(minutes, node, at, source, clause, self._hand.ids())
        grown = len(plain(command.apply(minutes), node)) - len(plain(minutes, node))
        self._do(Answer(command, Place(node, at + grown)))

    # Tables and kinds

    def _row(self) -> None:
        minutes, node = self._here()
        if minutes is not None and node is not None and not is_head(node):
            self._do(business.row(minutes, node, self._hand.ids()))

    def _head_row(self) -> None:
        minutes, node = self._here()
        if minutes is not None and node is not None and not is_head(node):
            self._do(business.as_row(minutes, node))

    def _sum(self) -> None:
        minutes, node = self._here()
        if minutes is None or node is None or is_head(node) or not isinstance(minutes.block(node), TableRow):
            self._hand.say(swedish.NO_TABLE)
            return
        self._do(business.summed(minutes, node, swedish.SUM, self._hand.ids()))

    def _kind(self, kind: BlockKind) -> None:
        minutes, node = self._here()
        if minutes is not None and node is not None and not is_head(node):
            self._do(Answer(SetKind(node, kind), self._hand.sheet.place()))

    def _here(self) -> tuple[Minutes | None, NodeId | None]:
        return self._hand.minutes, self._hand.sheet.node()

    def _do(self, answer: Answer) -> None:
        self._hand.apply(answer.command, answer.caret)


def _named(person: Attendee) -> str:
    return f"{person.name}, {person.organisation or ''}"


def _person(person: Attendee, spans: tuple[tuple[int, int], ...]) -> Row:
    inside = tuple(span for span in spans if span[1] <= len(person.name))
    return Row(person.name, beside=person.organisation or "", bold=inside)


def _first_clause(source: Minutes, node: NodeId) -> NodeId | None:
    """The clause `node`, or the first one under the item `node`."""
    if node not in {block.id for block in source.blocks}:
        return None
    below = source.blocks[source.index(node) :]
    return next((block.id for block in below if isinstance(block, Clause)), None)
