"""What a screen reader says of the real program: `/usr/bin/python3 tests/bench/spoken.py [PYTHON] [tree]`.

A real AT-SPI client listens on a bus of its own while real keys are pressed: one decision is typed, an earlier one
linked, somebody ticked away in F9, the last step undone, F6 walks round the panes, and F1 is opened and left. With
`tree` the whole accessible tree is printed instead, with what has the wrong name or none. Wants a display (Xvfb and a
window manager), the system's own Python with pyatspi, xdotool and dbus-run-session; PYTHON is the one with PySide6.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSIDE = "SPOKEN_INSIDE_BUS"
QUIET = 450
"""Milliseconds without an event before the next key."""

KINDS = (
    "object:state-changed:focused", "object:state-changed:checked", "object:state-changed:expanded",
    "object:announcement", "object:text-changed:insert", "object:text-changed:delete", "object:text-caret-moved",
    "object:active-descendant-changed", "object:property-change:accessible-name",
    "object:property-change:accessible-description", "object:selection-changed", "window:activate",
)  # fmt: skip

Step = tuple[str, Callable[[], None]]


def keys(*names: str) -> Callable[[], None]:
    """Press these, one after the other, as a hand would."""
    return lambda: _run("xdotool", "key", "--clearmodifiers", "--delay", "60", *names)


def words(said: str) -> Callable[[], None]:
    """Type these words."""
    return lambda: _run("xdotool", "type", "--delay", "40", said)


STEPS: tuple[Step, ...] = (
    ("Enter på startsidan: protokollet öppnas", keys("Return")),
    ("F9 först", keys("F9")),
    ("Esc", keys("Escape")),
    ("Ctrl+8: till punkt 8", keys("ctrl+8")),
    ("Ctrl+Enter: ny punkt", keys("ctrl+Return")),
    ("rubrik: Mångfald", words("Mångfald")),
    ("Enter", keys("Return")),
    ("Enter på tom rad: beslut", keys("Return")),
    ("godkänna planen", words("godkänna planen")),
    ("Enter: ny att-sats", keys("Return")),
    ("följa upp mångfald", words("följa upp mångfald")),
    ("pil upp", keys("Up")),
    ("pil ned", keys("Down")),
    ("F2: till tidigare beslut", keys("F2")),
    ("pil ned i listan", keys("Down")),
    ("Esc: till texten", keys("Escape")),
    ("Ctrl+L: länka", keys("ctrl+l")),
    ("F9: närvaro", keys("F9")),
    ("pil ned", keys("Down")),
    ("mellanslag: inte här", keys("space")),
    ("Enter: klar", keys("Return")),
    ("Ctrl+Z: ångra", keys("ctrl+z")),
    ("F6", keys("F6")),
    ("F6", keys("F6")),
    ("Tab i sidofältet", keys("Tab")),
    ("F6", keys("F6")),
    ("F6: varvet runt", keys("F6")),
    ("F1", keys("F1")),
    ("Esc", keys("Escape")),
    ("Ctrl+Skift+P", keys("ctrl+shift+p")),
    ("mång", words("mång")),
    ("pil ned", keys("Down")),
    ("Esc", keys("Escape")),
    ("F3: sök", keys("F3")),
    ("mångfald", words("mångfald")),
    ("pil ned", keys("Down")),
    ("Esc", keys("Escape")),
    ("F5: läs upp besluten", keys("F5")),
    ("mellanslag", keys("space")),
    ("Esc", keys("Escape")),
    ("F4: att följa upp", keys("F4")),
    ("pil ned", keys("Down")),
    ("Esc", keys("Escape")),
)


def main() -> None:
    """Start a bus of its own, the program and the listener."""
    if not os.environ.get(INSIDE):
        os.environ[INSIDE] = "1"
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, __file__, *sys.argv[1:]])
    python = next((word for word in sys.argv[1:] if word != "tree"), str(ROOT / ".venv" / "bin" / "python"))
    with tempfile.TemporaryDirectory() as home:
        archive = Path(home) / "Protokoll"
        owned = {f"VID_TANGENTERNA_{name}": f"{home}/{name}" for name in ("STATE", "CACHE", "CONFIG", "DOCUMENTS")}
        environment = {**os.environ, **owned, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
        seeds = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
        program = [python, "-m", "desktop"]
        _run("setxkbmap", "se")
        subprocess.run([*program, "import", *seeds, "--archive", str(archive)], cwd=ROOT, env=environment, check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        _remember_last(archive, Path(home) / "CONFIG")
        window = subprocess.Popen([*program, str(archive)], cwd=ROOT, env=environment)
        try:
            Listener("tree" in sys.argv[1:]).run()
        finally:
            window.terminate()
            window.wait(10)


class Listener:
    """Hears every event, prints what it means, and presses the next key when it has become quiet."""

    def __init__(self, tree: bool) -> None:
        import pyatspi

        self._atspi, self._tree = pyatspi, tree
        self._steps, self._since, self._waited = list(STEPS[:1] if tree else STEPS), 0, 0
        self._last = ""

    def run(self) -> None:
        """Until the last step has been heard."""
        from gi.repository import GLib

        self._atspi.Registry.registerEventListener(self._hear, *KINDS)
        GLib.timeout_add(50, self._tick)
        self._atspi.Registry.start()

    def _tick(self) -> bool:
        self._since += 50
        self._waited += 50
        if self._waited < 4000 or self._since < QUIET:
            return True
        if not self._steps:
            if self._tree:
                self._walk(self._application())
            self._atspi.Registry.stop()
            return False
        title, deed = self._steps.pop(0)
        print(f"\n## {title}", flush=True)
        self._since = -600
        deed()
        return True

    def _application(self) -> object:
        desktop = self._atspi.Registry.getDesktop(0)
        return next(app for app in desktop if app is not None and "angent" in app.name)

    def _hear(self, event: object) -> None:
        self._since = min(self._since, 0)
        said = self._said(event)
        if said:
            print("  " + said, flush=True)

    def _said(self, event: object) -> str:
        kind, source = str(event.type), event.source
        if kind.startswith("object:announcement"):
            return f"SÄGER   {event.any_data}"
        if kind.startswith("object:text-changed"):
            what = "SKRIVS " if "insert" in kind else "TAS BORT"
            return f"{what} {event.any_data!r}"
        if kind.startswith("object:text-caret-moved"):
            return f"MARKÖR  {self._line(source, event.detail1)}"
        if kind.startswith("object:state-changed") and not event.detail1:
            return f"INTE LÄNGRE {kind.rsplit(':', 1)[-1]}: {self._named(source)}" if "checked" in kind else ""
        if kind.startswith("object:active-descendant"):
            return f"RAD     {self._named(event.any_data)}"
        if kind.startswith("object:property-change"):
            return f"BYTER   {self._named(source)}" if source.getState().contains(self._atspi.STATE_FOCUSED) else ""
        if kind.startswith("object:selection"):
            return ""
        if kind.startswith("window"):
            return f"FÖNSTER {source.name}"
        state = kind.rsplit(":", 1)[-1]
        return f"{'FOKUS  ' if state == 'focused' else state.upper()} {self._named(source)}"

    def _named(self, thing: object) -> str:
        parts = [f"«{thing.name}»", thing.getLocalizedRoleName()]
        states = thing.getState()
        for state, word in ((self._atspi.STATE_CHECKED, "ikryssad"), (self._atspi.STATE_EXPANDED, "utfälld")):
            if states.contains(state):
                parts.append(word)
        attributes = dict(part.split(":", 1) for part in thing.getAttributes() if ":" in part)
        if "posinset" in attributes:
            parts.append(f"{attributes['posinset']} av {attributes.get('setsize')}")
        elif thing.parent is not None and thing.getRole() in _ROWS(self._atspi):
            parts.append(f"{thing.getIndexInParent() + 1} av {thing.parent.childCount}")
        if thing.description:
            parts.append(f"({thing.description[:90]})")
        return ", ".join(parts)

    def _line(self, source: object, at: int) -> str:
        try:
            text = source.queryText()
        except NotImplementedError:
            return f"{at} i {self._named(source)}"
        found = text.getTextAtOffset(at, self._atspi.TEXT_BOUNDARY_LINE_START)[0].strip("\n")
        return f"{at}: {found[:70]!r} i «{source.name}»"

    def _walk(self, thing: object, depth: int = 0) -> None:
        states = thing.getState()
        if not states.contains(self._atspi.STATE_SHOWING) and depth > 1:
            return
        takes = states.contains(self._atspi.STATE_FOCUSABLE)
        wrong = "   <-- UTAN NAMN" if takes and not thing.name.strip() else ""
        print(f"{'  ' * depth}{self._named(thing)}{' [fokus]' if takes else ''}{wrong}")
        for child in thing:
            if child is not None:
                self._walk(child, depth + 1)


def _ROWS(atspi: object) -> tuple[int, ...]:
    return (atspi.ROLE_LIST_ITEM, atspi.ROLE_TABLE_CELL, atspi.ROLE_TREE_ITEM)


def _remember_last(archive: Path, config: Path) -> None:
    """Let the program offer to go on with the minutes of 27 November 2015."""
    import json

    record = next(path for path in archive.rglob("protokoll.xml") if "8-2015" in str(path))
    config.mkdir(parents=True)
    (config / "settings.json").write_text(json.dumps({"archive": str(archive), "last": str(record)}), encoding="utf-8")


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
