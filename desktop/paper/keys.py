"""A key event read: a border key, a way through the text, a character, or somebody else's."""

import sys
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.paper.borders import Key

Deed = Literal["copy", "cut", "paste", "select_all", "previous_item", "next_item"]
Sort = Literal["border", "deed", "item", "way", "text", "other"]

_STANDARD = QKeySequence.StandardKey
_MODS = Qt.KeyboardModifier
_CTRL, _SHIFT, _ALT, _NONE = _MODS.ControlModifier, _MODS.ShiftModifier, _MODS.AltModifier, _MODS.NoModifier
_PLAIN = (_NONE, _SHIFT)
_JOINERS = "\u200c\u200d\u00ad"
_WAYS = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip
_STANDARD_BORDERS: tuple[tuple[QKeySequence.StandardKey, Key], ...] = (
    (_STANDARD.DeleteStartOfWord, "word_back"), (_STANDARD.DeleteEndOfWord, "word_on"),
)  # fmt: skip
_DEEDS: tuple[tuple[QKeySequence.StandardKey, Deed], ...] = (
    (_STANDARD.Copy, "copy"), (_STANDARD.Cut, "cut"), (_STANDARD.Paste, "paste"), (_STANDARD.SelectAll, "select_all"),
)  # fmt: skip
_BORDERS: dict[tuple[Qt.Key, Qt.KeyboardModifier], Key] = {
    (Qt.Key.Key_Return, _NONE): "enter", (Qt.Key.Key_Return, _SHIFT): "break", (Qt.Key.Key_Return, _CTRL): "new_item",
    (Qt.Key.Key_Tab, _NONE): "tab", (Qt.Key.Key_Backtab, _SHIFT): "back_tab", (Qt.Key.Key_Tab, _SHIFT): "back_tab",
    (Qt.Key.Key_Backtab, _NONE): "back_tab",
    (Qt.Key.Key_Backspace, _NONE): "backspace", (Qt.Key.Key_Backspace, _SHIFT): "backspace",
    (Qt.Key.Key_Backspace, _CTRL): "word_back", (Qt.Key.Key_Delete, _NONE): "delete",
    (Qt.Key.Key_Delete, _CTRL): "word_on",
    (Qt.Key.Key_Up, _ALT | _SHIFT): "move_up", (Qt.Key.Key_Down, _ALT | _SHIFT): "move_down",
    (Qt.Key.Key_Up, _ALT): "move_up", (Qt.Key.Key_Down, _ALT): "move_down",
}  # fmt: skip


def mods_of(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers that matter; the numeric pad's Enter is Enter."""
    return event.modifiers() & ~(_MODS.KeypadModifier | _MODS.GroupSwitchModifier)


def border_key(event: QKeyEvent) -> Key | None:
    """The border key of `event`."""
    for standard, key in _STANDARD_BORDERS:
        if event.matches(standard):
            return key
    code = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    return _BORDERS.get((code, mods_of(event)))


def deed(event: QKeyEvent) -> Deed | None:
    """What `event` asks of the clipboard, the selection or the items."""
    for standard, name in _DEEDS:
        if event.matches(standard):
            return name
    if mods_of(event) == _CTRL and event.key() == Qt.Key.Key_Up:
        return "previous_item"
    if mods_of(event) == _CTRL and event.key() == Qt.Key.Key_Down:
        return "next_item"
    return None


def item_number(event: QKeyEvent) -> int | None:
    """1–9 for Ctrl+1 … Ctrl+9."""
    number = event.key() - Qt.Key.Key_0.value
    return number if mods_of(event) == _CTRL and 1 <= number <= 9 else None


def is_way(event: QKeyEvent) -> bool:
    """True for keys that only move the caret or the selection; those the editor itself may do."""
    return event.key() in _WAYS and not mods_of(event) & (_ALT | _MODS.MetaModifier)


def typed_text(event: QKeyEvent) -> str:
    """The characters that `event` types. AltGr is Ctrl+Alt on some systems, so that pair is not a shortcut."""
    text = event.text()
    if not text or not (text.isprintable() or all(sign.isprintable() or sign in _JOINERS for sign in text)):
        return ""
    mods = event.modifiers()
    if mods in _PLAIN:
        return text
    if mods & _CTRL and not mods & _ALT:
        return ""
    if mods & _ALT and not mods & _CTRL and sys.platform != "darwin":
        return ""
    return "" if mods & _MODS.MetaModifier else text


def is_ours(event: QKeyEvent) -> bool:
    """True if the paper wants `event` before any shortcut; undo and redo are the window's."""
    if typed_text(event):
        return True
    if any(event.matches(standard) for standard in (_STANDARD.Undo, _STANDARD.Redo)):
        return False
    return bool(border_key(event) or deed(event) or item_number(event) or is_way(event))
