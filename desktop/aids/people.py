"""@: people at the caret while one types on; Enter takes the first, Tab with the organisation, Esc leaves the words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop import swedish
from desktop.aids.hand import Hand
from desktop.aids.knowing import Knowing
from desktop.aids.mention import Mention, as_name, mention, written
from desktop.aids.popup import Popup
from desktop.aids.rows import Row, RowList
from desktop.paper.words import is_head
from desktop.theme import Theme
from model.edit.change import Place
from model.record.minutes import Minutes

if TYPE_CHECKING:
    from model.language.whois import Found

WIDTH, NAMES = 330, 3
"""Pixels; words that a new name has at most: whoever types on after an @ does not mean a person."""


class People(QObject):
    """Watches what is typed; the focus never leaves the paper."""

    def __init__(self, theme: Theme, hand: Hand, knowing: Knowing) -> None:
        super().__init__(hand.window)
        self._hand, self._knowing = hand, knowing
        self._mention: Mention | None = None
        self._dismissed: Place | None = None
        self._seen: Minutes | None = None
        self._found: list[Found] = []
        self.popup = Popup(theme, hand.window, WIDTH)
        self.list = RowList(theme, swedish.PEOPLE)
        self.list.setProperty("enters", True)
        self.list.clicked.connect(lambda _index: self._take(with_organisation=False))
        self.popup.column.addWidget(self.list)
        hand.sheet.caret_moved.connect(lambda _node: self._look())
        hand.sheet.left.connect(self._shut)
        hand.sheet.ask_first(self._takes)

    @property
    def is_open(self) -> bool:
        """True while somebody can be chosen."""
        return self.popup.isVisible()

    def _takes(self, event: QKeyEvent) -> bool:
        """The few keys that are the popup's while it stands; all others are typed as usual."""
        if not self.is_open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return self._press(event.key())

    def _press(self, key: int) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.step(-1 if key == Qt.Key.Key_Up else 1)
            self._say()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(with_organisation=key == Qt.Key.Key_Tab)
        elif key == Qt.Key.Key_Escape:
            self._dismissed = self._mention.start if self._mention else None
            self._shut()
        else:
            return False
        return True

    def _look(self) -> None:
        """Show who answers to what stands after the @, if something was just typed there."""
        minutes, sheet = self._hand.minutes, self._hand.sheet
        typed, self._seen = minutes is not self._seen, minutes
        found = mention(minutes, sheet.place()) if minutes and not sheet.textCursor().hasSelection() else None
        if minutes is None or found is None or not (typed or self.is_open):
            self._dismissed = None
            self._shut()
        elif found.start != self._dismissed:
            self._show(minutes, found)

    def _show(self, minutes: Minutes, found: Mention) -> None:
        self._found = self._knowing.find(found.words, minutes)
        if not self._found and len(found.words.split()) > NAMES:
            self._shut()
            return
        was, self._mention = self._mention, found
        rows = [_row(hit) for hit in self._found]
        if found.words:
            rows.append(Row(swedish.add_person(found.words), icon="user-plus"))
        if not rows:
            self._shut()
            return
        self.list.show_rows(rows, 0)
        self.popup.adjustSize()
        if not self.is_open or was is None or was.start != found.start:
            self.popup.stand_at(self._hand.rect(found.start), 14, 8)
        self._say()

    def _take(self, *, with_organisation: bool) -> None:
        minutes, found = self._hand.minutes, self._mention
        if minutes is None or found is None:
            return
        caret, at = self._hand.sheet.place(), self.list.at()
        if at < len(self._found):
            known = self._found[at].known
            named = is_head(caret.node) or with_organisation
            name, organisation = known.name, (known.organisation or "") if named else ""
        else:
            name, organisation = as_name(found.words), ""
            self._knowing.remember(name)
        answer = written(minutes, found, caret, name, organisation, self._hand.ids())
        self._shut()
        self._hand.apply(answer.command, answer.caret)
        self._hand.say(", ".join(part for part in (name, organisation) if part))

    def _shut(self) -> None:
        self._mention = None
        self.popup.shut()

    def _say(self) -> None:
        row = self.list.chosen()
        if row is not None:
            self._hand.say(swedish.spoken_choice(row.said, self.list.at() + 1, len(self.list.rows())))


def _row(hit: "Found") -> Row:
    return Row(hit.known.name, meta=hit.known.organisation or hit.known.title or "", bold=hit.matched)
