"""Every action with its key: the menus, the hint line and the F1 sheet are all made from this one list.

Keys that belong to the paper (they work on the text) are shown here and pressed there: such an action, chosen in a
menu, sends its key to the paper. Swedish keyboards write AltGr as Ctrl+Alt, so no key is Ctrl+Alt.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop import swedish
from desktop.aids.choices import Command

MenuName = Literal["file", "edit", "item", "find", "view", "help"]
Group = Literal["write", "people", "earlier", "find", "move", "minutes"]

MENUS: dict[MenuName, str] = {
    "file": swedish.MENU_FILE,
    "edit": swedish.MENU_EDIT,
    "item": swedish.MENU_ITEM,
    "find": swedish.MENU_FIND,
    "view": swedish.MENU_VIEW,
    "help": swedish.MENU_HELP,
}


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: its name, its keys (the first is shown), where it stands, and whose key it is."""

    name: str
    menu: MenuName
    keys: tuple[str, ...] = ()
    group: Group | None = None
    paper: bool = False
    line_before: bool = False
    choice: str = ""


SPECS: tuple[Spec, ...] = (
    Spec("new", "file", ("Ctrl+N",), "minutes"),
    Spec("new_with", "file", ("Ctrl+Shift+N",)),
    Spec("open", "file", ("Ctrl+O",), "minutes"),
    Spec("archive", "file"),
    Spec("beside", "file"),
    Spec("alone", "file"),
    Spec("save", "file", ("Ctrl+S",), "minutes", line_before=True),
    Spec("to_word", "file", ("Ctrl+Shift+W",), "minutes"),
    Spec("close", "file", ("Ctrl+W",), line_before=True),
    Spec("quit", "file", ("Ctrl+Q",)),
    Spec("undo", "edit", ("Ctrl+Z", "Alt+Backspace"), "write"),
    Spec("redo", "edit", ("Ctrl+Y", "Ctrl+Shift+Z"), "write"),
    Spec("cut", "edit", ("Ctrl+X",), paper=True, line_before=True),
    Spec("copy", "edit", ("Ctrl+C",), paper=True),
    Spec("paste", "edit", ("Ctrl+V",), paper=True),
    Spec("select_all", "edit", ("Ctrl+A",), paper=True),
    Spec("park", "edit", ("Ctrl+Space",), "write", line_before=True),
    Spec("tray", "edit", ("Ctrl+Shift+Space",)),
    Spec("new_item", "item", ("Ctrl+Return",), "write", paper=True),
    Spec("move_up", "item", ("Alt+Shift+Up",), "move", paper=True, line_before=True),
    Spec("move_down", "item", ("Alt+Shift+Down",), "move", paper=True),
    Spec("previous_item", "item", ("Ctrl+Up",), "move", paper=True),
    Spec("next_item", "item", ("Ctrl+Down",), "move", paper=True),
    Spec("go_to_item", "item", ("Ctrl+G",), "move"),
    Spec("roster", "item", ("F9",), "people", line_before=True),
    Spec("clock", "item", ("F8",), "people", paper=True),
    Spec("conflict", "item", ("Ctrl+J",), "people"),
    Spec("put_off", "item", ("Ctrl+Shift+U",), "write", line_before=True),
    Spec("row", "item", ("Ctrl+T",), "write"),
    Spec("head_row", "item"),
    Spec("sum", "item", ("Ctrl+Shift+T",), "write"),
    Spec("kind_opening", "item", line_before=True),
    Spec("kind_closing", "item"),
    Spec("kind_motion", "item"),
    Spec("kind_reservation", "item"),
    Spec("kind_note", "item"),
    Spec("kind_paragraph", "item"),
    Spec("signatures", "item", ("Ctrl+U",), "people"),
    Spec("link", "item", ("Ctrl+L", "Ctrl+K"), "earlier", line_before=True),
    Spec("quote", "item", ("Ctrl+Shift+K",), "earlier"),
    Spec("unlink", "item", ("Ctrl+Shift+L",), "earlier"),
    Spec("refuse", "item", ("Ctrl+D",), "earlier"),
    Spec("precedent", "item", ("Ctrl+Shift+B",), "earlier"),
    Spec("line", "find", ("Ctrl+H",), "earlier"),
    Spec("promises", "find", ("F4",), "find"),
    Spec("registers", "find", ("Ctrl+Shift+R",)),
    Spec("copy_quote", "item", ("Ctrl+Shift+C",), "earlier"),
    Spec("palette", "find", ("Ctrl+Shift+P",), "find"),
    Spec("spelling", "find", ("F7",), "find"),
    Spec("spelling_on", "view", ("Shift+F7",)),
    Spec("search", "find", ("F3", "Ctrl+Shift+F"), "find"),
    Spec("find", "find", ("Ctrl+F", "Ctrl+B"), "find"),
    Spec("earlier", "find", ("F2",), "earlier"),
    Spec("start", "view"),
    Spec("sidebar", "view", line_before=True),
    Spec("right", "view"),
    Spec("paper_alone", "view", ("F11",), "minutes"),
    Spec("next_pane", "view", ("F6",), "find"),
    Spec("previous_pane", "view", ("Shift+F6",)),
    Spec("read_back", "view", ("F5",), "write", line_before=True),
    Spec("time_machine", "view", ("Ctrl+Shift+H",), "minutes"),
    Spec("settings", "view", ("Ctrl+,",)),
    Spec("system", "view", line_before=True, choice="colours"),
    Spec("light", "view", choice="colours"),
    Spec("dark", "view", choice="colours"),
    Spec("keys", "help", ("F1",), "find"),
    Spec("about", "help"),
)

ICONS: dict[str, str] = {
    "new_item": "plus", "link": "link", "roster": "user-plus", "clock": "clock", "search": "search", "find": "search",
    "to_word": "file-text", "new": "file-plus", "open": "folder-open", "earlier": "history", "palette": "search",
}  # fmt: skip
"""Signs in the one field; the others have none of their own."""

BY_NAME: dict[str, Spec] = {spec.name: spec for spec in SPECS}


def key_text(sequence: str) -> str:
    """A key as the caps show it: `Ctrl Shift W`, `Alt Shift ↑`."""
    return " ".join(swedish.KEY_NAMES.get(part, part) for part in sequence.split("+"))


def cap(name: str) -> str:
    """The first key of the action `name`, as the caps show it."""
    return key_text(BY_NAME[name].keys[0])


class Actions(QObject):
    """The actions of one window. `deeds` does each; `may` says whether it can be done now (missing: always)."""

    def __init__(
        self, window: QWidget, deeds: Mapping[str, Callable[[], None]], may: Mapping[str, Callable[[], bool]]
    ) -> None:
        super().__init__(window)
        self._may = may
        self._groups: dict[str, QActionGroup] = {}
        self._actions: dict[str, QAction] = {}
        for spec in SPECS:
            self._actions[spec.name] = self._made(spec, deeds[spec.name])
            window.addAction(self._actions[spec.name])

    def __getitem__(self, name: str) -> QAction:
        """The action by name."""
        return self._actions[name]

    def update(self) -> None:
        """Grey what cannot be done now; while a menu is open. A key is never refused: its deed looks for itself."""
        for name, action in self._actions.items():
            asked = self._may.get(name)
            action.setEnabled(asked() if asked else True)

    def release(self) -> None:
        """Let every key through again: what could not be done then may be done now."""
        for action in self._actions.values():
            action.setEnabled(True)

    def commands(self) -> list[Command]:
        """Everything that can be done now, as the one field offers it."""
        able = (s for s in SPECS if s.name != "palette" and not (self._may.get(s.name) and not self._may[s.name]()))
        return [
            Command(
                swedish.ACTIONS[spec.name],
                key_text(spec.keys[0]) if spec.keys else "",
                ICONS.get(spec.name, "chevron-right"),
                self._actions[spec.name].trigger,
            )
            for spec in able
        ]

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into `bar`."""
        for menu in self.menus(bar):
            bar.addMenu(menu)

    def menus(self, parent: QWidget) -> list[QMenu]:
        """One menu for each heading."""
        made = []
        for name, title in MENUS.items():
            menu = QMenu(title, parent)
            menu.aboutToShow.connect(self.update)
            menu.aboutToHide.connect(self.release)
            for spec in SPECS:
                if spec.menu == name:
                    if spec.line_before:
                        menu.addSeparator()
                    menu.addAction(self._actions[spec.name])
            made.append(menu)
        return made

    def _made(self, spec: Spec, deed: Callable[[], None]) -> QAction:
        words = swedish.ACTIONS[spec.name]
        action = QAction(words, self)
        if spec.paper:
            action.setText(f"{words}\t{QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)}")
        elif spec.keys:
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if spec.choice:
            group = self._groups.setdefault(spec.choice, QActionGroup(self))
            action.setCheckable(True)
            group.addAction(action)
        action.triggered.connect(lambda *_: deed())
        return action


def sheet() -> list[tuple[str, list[tuple[str, str]]]]:
    """The F1 sheet: groups with their keys and what each does, the paper's border keys with them."""
    more: dict[str, tuple[tuple[str, str], ...]] = {
        "write": swedish.SHEET_WRITE,
        "earlier": swedish.SHEET_EARLIER,
        "people": swedish.SHEET_PEOPLE,
        "move": swedish.SHEET_MOVE,
    }
    return [
        (
            title,
            [
                *more.get(group, ()),
                *((key_text(s.keys[0]), swedish.in_sheet(s.name)) for s in SPECS if s.group == group),
            ],
        )
        for group, title in swedish.SHEET_GROUPS.items()
    ]
