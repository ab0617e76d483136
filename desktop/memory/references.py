"""References in the text: a quiet line under each, and Tab or Ctrl+L at one makes it a link."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat

from desktop import swedish
from desktop.aids.ghostpaint import GhostPaint
from desktop.memory.joining import Joining
from desktop.memory.suggesting import Suggesting
from desktop.paper.underlines import Underline, Underlines
from desktop.paper.words import is_head, plain
from desktop.pipe import Cited
from desktop.session import Session
from desktop.theme import Theme
from desktop.window import MainWindow

_LINE = QTextCharFormat.UnderlineStyle
STYLES = {
    "found": (_LINE.DotLine, "accent"), "near": (_LINE.DashUnderline, "warn"),
    "unresolved": (_LINE.DashUnderline, "warn"), "other": (_LINE.DotLine, "faint"),
}  # fmt: skip
"""Dots under what leads somewhere, dashes under what does not: the panel says so in words."""


class References(QObject):
    """Shows what `suggesting` knows. `offered` is the reference that Tab would link now."""

    def __init__(
        self, theme: Theme, window: MainWindow, session: Session, suggesting: Suggesting, joining: Joining
    ) -> None:
        super().__init__(window)
        self._theme, self._sheet, self._session = theme, window.sheet, session
        self._suggesting, self._joining = suggesting, joining
        self.underlines = Underlines(window.sheet)
        self.offered: Cited | None = None
        self._paint = GhostPaint(theme, window.sheet)
        suggesting.cited.connect(self._on_cited)
        session.opened.connect(self.underlines.clear)
        theme.changed.connect(self._show)
        window.sheet.caret_moved.connect(lambda _node: self._withdraw())
        window.sheet.ask_first(self._takes)

    def at_caret(self) -> Cited | None:
        """The reference that the caret stands in or right after, if it leads somewhere."""
        minutes, place = self._session.minutes, self._sheet.place()
        if minutes is None or is_head(place.node):
            return None
        text = plain(minutes, place.node)
        for cited in self._suggesting.references.get(place.node, ()):
            at = text.find(cited.words, max(0, cited.start - 1))
            if cited.target and at >= 0 and at <= place.at <= at + len(cited.words) + 1:
                return cited
        return None

    def _takes(self, event: QKeyEvent) -> bool:
        """Tab links what is offered, Esc sends the offer away; all else is typed as usual."""
        if self.offered is None:
            return False
        offered = self.offered
        self._withdraw()
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() == Qt.Key.Key_Tab:
            return self._joining.link_reference(offered)
        return event.key() == Qt.Key.Key_Escape

    def _on_cited(self) -> None:
        self._show()
        self._offer()

    def _offer(self) -> None:
        """Offer a link right after a reference was written at the end of its line, unless it is linked."""
        cited, minutes, place = self.at_caret(), self._session.minutes, self._sheet.place()
        if cited is None or minutes is None or not self._session.may_write or not self._sheet.hasFocus():
            return
        ghosts = self._sheet.viewport().findChildren(GhostPaint)
        if any(ghost.isVisible() for ghost in ghosts if ghost is not self._paint):
            return
        is_last = not plain(minutes, place.node)[place.at :].strip()
        linked = {link.target for link in minutes.lifecycle.links if link.source == place.node}
        if is_last and not any(target and target.startswith(str(cited.target)[:8]) for target in linked):
            self.offered = cited
            name = swedish.chip(cited.short_name, cited.number, cited.letter or "")
            words = swedish.take_reference(name)
            self._paint.show_words(f"  {words}", self._theme.font("paper", 16), takes=True)
            self._sheet.say(swedish.spoken_ghost(words, takes=True))

    def _withdraw(self) -> None:
        self.offered = None
        self._paint.clear()

    def _show(self) -> None:
        minutes = self._session.minutes
        lines = []
        for node, found in self._suggesting.references.items() if minutes else ():
            for cited in found:
                style, tone = STYLES[cited.outcome]
                lines.append(Underline(node, cited.start, cited.end, style, self._theme.colour(tone)))
        self.underlines.show("references", lines)
