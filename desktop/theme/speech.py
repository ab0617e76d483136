"""What a screen reader is told beside what has the focus: words, and which row of a list is chosen."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QListView

from desktop import swedish


def say(source: QObject, words: str) -> None:
    """Let a screen reader say `words`, signs and abbreviations written out; nothing is done when none listens."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, swedish.in_words(words)))


def tell_row(view: QListView) -> None:
    """Let a screen reader go to the chosen row of a list that has just got the focus: Qt tells of the list alone."""
    if view.currentIndex().isValid() and QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(view.currentIndex().row())
        QAccessible.updateAccessibility(event)
