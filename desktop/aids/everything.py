"""Ctrl+Shift+P: what the one field offers: decisions and meetings of the archive, items of these minutes, commands."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop import swedish
from desktop.aids.choices import Choice, Command, commands, fits, group
from desktop.aids.hand import Hand
from desktop.aids.palette import Palette
from desktop.aids.rows import Row
from desktop.answers import finds
from desktop.background import Asker
from desktop.panels.drawn import from_first_mark
from desktop.panels.values import Find, MeetingLine
from desktop.theme import Theme
from model.record.ids import NodeId
from model.record.tree import derive, sections

ASK_AFTER = 80
"""Milliseconds after the last key before the archive is asked."""

FEWEST = 2
"""Letters before the archive is asked."""


class Everything(QObject):
    """Holds the field while it stands. `known` gives the commands; the desk gives the rest."""

    def __init__(self, theme: Theme, hand: Hand, asker: Asker) -> None:
        super().__init__(hand.window)
        self._theme, self._hand, self._asker = theme, hand, asker
        self.known: Callable[[], Sequence[Command]] = lambda: ()
        self.lines: Callable[[], Sequence[MeetingLine]] = lambda: ()
        self.open_at: Callable[[Path, NodeId | None], None] = lambda _path, _node: None
        self.link: Callable[[object], None] = lambda _find: None
        self.field: Palette | None = None
        self._finds: tuple[Find, ...] = ()
        self._answered = ""
        """The words that the archive has answered."""
        self._soon = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._soon.timeout.connect(self._ask)

    def open(self) -> None:
        """Show the field over the window."""
        self._finds = ()
        made = Palette(self._theme, self._hand.window, self._offered)
        made.typed.connect(self._on_typed)
        made.waits = lambda words: len(words) >= FEWEST and words != self._answered
        made.closed.connect(self._on_closed)
        self.field = made
        made.open()

    def _offered(self, typed: str) -> list[Choice]:
        words = typed.strip()
        archive = words and len(words) >= FEWEST
        known = self.known()
        return [
            *group(swedish.PALETTE_DECISIONS, map(self._decision, self._finds[:5]) if archive else ()),
            *group(swedish.PALETTE_ITEMS, self._items(words) if words else ()),
            *group(swedish.PALETTE_MEETINGS, self._meetings(words) if archive else ()),
            *group(swedish.PALETTE_COMMANDS, commands(words, known, 9 if not words else 6)),
        ]

    def _decision(self, find: Find) -> Choice:
        words, marked = from_first_mark(find.words, find.marked) if find.words else (find.heading, ())
        row = Row(words, meta=swedish.chip(find.short_name, find.number), bold=marked, icon="gavel")
        return Choice(row, partial(self.open_at, find.path, NodeId(find.node)), partial(self.link, find))

    def _items(self, words: str) -> list[Choice]:
        minutes = self._hand.minutes
        found = []
        for section in sections(derive(minutes.blocks)) if minutes else ():
            heading = f"{section.number}. {section.item.heading.plain}"
            if hit := fits(words, heading):
                deed = partial(self._hand.sheet.go_to, section.item.id)
                found.append((hit[0], Choice(Row(heading, bold=hit[1], icon="corner-down-left"), deed)))
        return [choice for _, choice in sorted(found, key=lambda pair: -pair[0])[:3]]

    def _meetings(self, words: str) -> list[Choice]:
        found = []
        for line in self.lines():
            name = f"{swedish.named(line.short_name)} – {line.body}"
            if hit := fits(words, name):
                day = swedish.short_date(line.date) if line.date else ""
                row = Row(name, meta=day, bold=hit[1], icon="file-text")
                found.append(Choice(row, partial(self.open_at, line.path, None)))
        return found[:3]

    def _on_typed(self, _words: str) -> None:
        self._finds = ()
        self._soon.start()

    def _ask(self) -> None:
        archive, palette = self._hand.session.archive, self.field
        words = palette.line.text().strip() if palette else ""
        if archive is not None and len(words) >= FEWEST:
            self._asker.ask("search", partial(self._on_answer, words), archive=archive, words=words, limit=5)

    def _on_answer(self, words: str, answer: object) -> None:
        self._answered = words
        if self.field is not None:
            self._finds = finds(answer)
            self.field.refresh(first=True)

    def _on_closed(self) -> None:
        self._soon.stop()
        self.field = None
