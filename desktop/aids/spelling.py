"""Spelling: the worker's answers as marks under the words, F7 to the next with suggestions, off by one key."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCharFormat

from desktop import swedish
from desktop.aids.choices import Choice, Source, group
from desktop.aids.hand import Hand
from desktop.aids.knowing import Knowing
from desktop.aids.rows import Row
from desktop.background import Asker
from desktop.paper.answer import given
from desktop.paper.caret import Selection
from desktop.paper.underlines import Underline, Underlines
from desktop.paper.words import nodes, plain
from desktop.theme import Theme
from model.edit.change import Place
from model.edit.parts import words_of
from model.record.ids import NodeId
from model.record.minutes import Minutes

if TYPE_CHECKING:
    from model.language.spelling import Fault

AFTER = 300
"""Milliseconds after the last key before the worker is asked."""


class Spelling(QObject):
    """Holds what the worker found in each block's words. Marks are extra selections: nothing is put into the text."""

    def __init__(self, theme: Theme, hand: Hand, asker: Asker, knowing: Knowing, underlines: Underlines) -> None:
        super().__init__(hand.window)
        self._theme, self._hand, self._asker, self._knowing, self._lines = theme, hand, asker, knowing, underlines
        self.ask_in: Callable[[str, Source, str], None] = lambda _asks, _source, _icon: None
        self.is_on = True
        self.kept: Callable[[bool], None] = lambda _on: None
        self._found: dict[str, tuple[Fault, ...]] = {}
        self._marked: tuple[tuple[NodeId, Fault], ...] = ()
        self._passed: set[str] = set()
        self._suggested: dict[str, tuple[str, ...]] = {}
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self._ask)
        hand.sheet.caret_moved.connect(lambda _node: self._soon.start())
        hand.session.opened.connect(self._on_opened)
        knowing.learned.connect(self._begin_again)
        theme.changed.connect(self._on_theme)

    # Which words

    def faults(self, minutes: Minutes) -> "list[tuple[NodeId, Fault]]":
        """The unknown words in order; never the one that is being typed."""
        place = self._hand.sheet.place()
        return [
            (node, fault)
            for node, text in _texts(minutes)
            for fault in self._found.get(text, ())
            if fault.word not in self._passed and not (node == place.node and fault.start <= place.at <= fault.end)
        ]

    def toggle(self) -> None:
        """On or off, also next time."""
        self.is_on = not self.is_on
        self.kept(self.is_on)
        self._hand.say(swedish.SPELLING_ON if self.is_on else swedish.SPELLING_OFF)
        self._soon.start()
        self._paint()

    def next(self) -> None:
        """To the next unknown word, round the end, with what was perhaps meant."""
        minutes = self._hand.minutes
        found = self.faults(minutes) if minutes and self.is_on else []
        if minutes is None or not found:
            self._hand.say(swedish.SPELLING_RIGHT)
            return
        order, place = nodes(minutes), self._hand.sheet.place()
        here = (order.index(place.node), place.at)
        node, fault = next((f for f in found if (order.index(f[0]), f[1].start) >= here), found[0])
        self._choose(node, fault)

    def _choose(self, node: NodeId, fault: "Fault") -> None:
        self._hand.sheet.go_to(node, fault.end)
        self._hand.sheet.select(Selection(Place(node, fault.start), Place(node, fault.end)))
        self._suggested.pop(fault.word, None)
        self._asker.ask("suggest", partial(self._on_suggested, fault.word), word=fault.word)
        self.ask_in(swedish.spelling_asks(fault.word), partial(self._offered, node, fault), "check")

    def _offered(self, node: NodeId, fault: "Fault", typed: str) -> list[Choice]:
        """What was perhaps meant, what is typed instead, and the word as it is."""
        listed = [word for word in self._suggested.get(fault.word, ()) if not word.endswith("-")]
        meant = [word for word in listed if word.casefold().startswith(typed.casefold())]
        if typed.strip() and typed not in meant:
            meant = [typed.strip(), *meant]
        choices = [Choice(Row(word, icon="check"), partial(self._write, node, fault, word)) for word in meant]
        as_it_is = [
            Choice(Row(swedish.keep_word(fault.word), icon="plus"), partial(self._keep, fault.word)),
            Choice(Row(swedish.SPELLING_PASS, icon="chevron-right"), partial(self._pass, fault.word)),
        ]
        return [*group(swedish.SPELLING_MEANT, choices), *group(swedish.SPELLING_AS_IS, as_it_is)]

    def _on_suggested(self, word: str, answer: object) -> None:
        self._suggested[word] = cast("tuple[str, ...]", answer)
        self.suggested()

    suggested: Callable[[], None] = staticmethod(lambda: None)
    """Called when suggestions have come, so that the field asks again."""

    def _write(self, node: NodeId, fault: "Fault", word: str) -> None:
        minutes = self._hand.minutes
        if minutes is None or node not in nodes(minutes):
            return
        text = plain(minutes, node)
        if text[fault.start : fault.end] == fault.word:
            whole, at = text[: fault.start] + word + text[fault.end :], fault.start + len(word)
            self._hand.apply(given(minutes, node, whole, at, self._hand.ids()), Place(node, at))

    def _keep(self, word: str) -> None:
        """Know the word from now on, in all minutes."""
        self._asker.ask("keep_word", lambda _: None, word=word)
        self._pass(word)

    def _pass(self, word: str) -> None:
        """Let the word stand, for now."""
        self._passed.add(word)
        self._paint()

    # Asking

    def _on_opened(self) -> None:
        """Other minutes: nothing of these holds any more."""
        self._marked = ()
        self._passed.clear()
        self._soon.start()

    def _begin_again(self) -> None:
        """More names are known."""
        self._found.clear()
        self._soon.start()

    def _ask(self) -> None:
        """Ask of the texts that are new; a text is its own key, so that an answer never comes to the wrong one."""
        minutes = self._hand.minutes
        if minutes is None or not self.is_on:
            self._paint()
            return
        texts = {text for _, text in _texts(minutes) if text}
        new = texts - self._found.keys()
        self._found = {text: faults for text, faults in self._found.items() if text in texts}
        if new:
            answer = partial(self._on_answer, frozenset(new))
            self._asker.ask("spell", answer, texts={t: t for t in new}, known=self._knowing.names(minutes))
        self._paint()

    def _on_answer(self, asked: frozenset[str], answer: object) -> None:
        found = cast("dict[str, tuple[Fault, ...]]", answer)
        self._found.update({text: found.get(text, ()) for text in asked})
        self._paint()

    def _on_theme(self) -> None:
        self._marked = ()
        self._paint()

    def _paint(self) -> None:
        """Wavy lines under the unknown words. Qt moves them with the text, so a key need not paint them again."""
        minutes = self._hand.minutes
        found = tuple(self.faults(minutes)) if minutes is not None and self.is_on else ()
        if minutes is None or found == self._marked:
            return
        self._marked = found
        wavy = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
        self._lines.show("spelling", [Underline(n, f.start, f.end, wavy, self._theme.err) for n, f in found])


def _texts(minutes: Minutes) -> Iterator[tuple[NodeId, str]]:
    """The words that are checked, block by block; names in the attendance rows are nobody's words."""
    for block in minutes.blocks:
        yield block.id, words_of(block).plain
