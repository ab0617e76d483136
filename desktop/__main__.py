"""The program `protokoll`: the window, or with a command the command line; Qt is imported only for the window."""

import gc
import os
import socket
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from desktop import swedish

USAGE, CANNOT = 2, 3
"""Exit codes: wrongly asked; could not."""

COMMANDS = frozenset({"import", "export", "search", "suggest", "due", "check", "verify", "index", "register"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run; the exit code. `argv` is without the program's name."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--worker"]:
        from model.worker import main as work

        return work()
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        from model.cli import main as command

        return command(words)
    if len(words) > 1:
        from model.cli import main as command

        return command(words)
    return _window(Path(words[0]) if words else None)


def _window(archive: Path | None) -> int:
    trouble = why_not()
    if trouble:
        print(trouble, file=sys.stderr)
        return CANNOT
    gc.disable()  # starting only makes what is kept: `run` turns it on again
    try:
        from desktop.app import run
    except ImportError as missing:
        if not (missing.name or "").startswith(("PySide6", "shiboken6")) and "lib" not in str(missing):
            raise
        print(f"{swedish.NO_QT} ({missing})", file=sys.stderr)
        return CANNOT
    return run(archive)


def why_not() -> str:
    """Why no window can be shown here, in words; empty when one can."""
    if not qt_fits(_qt_version(), sys.version_info[:2]):
        return swedish.WRONG_QT
    if sys.platform.startswith("linux") and not has_display(os.environ):
        return swedish.NO_DISPLAY
    return ""


def qt_fits(qt: tuple[int, ...], python: tuple[int, ...]) -> bool:
    """False for the pair that aborts: PySide6 6.12 loses a reference to None per call on Python before 3.12."""
    return qt < (6, 12) or python >= (3, 12)


def has_display(environment: "os._Environ[str] | dict[str, str]") -> bool:
    """True if Qt has a display to draw on: one that is named, and, if it is a local X display, one that answers."""
    if environment.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal", "vnc"} or environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    if not display:
        return False
    number = display.rpartition(":")[2].partition(".")[0]
    if not display.startswith(":") or not number.isdigit():
        return True
    path = f"/tmp/.X11-unix/X{number}"
    return any(_answers(address) for address in (path, f"\0{path}"))


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(address) == 0


def _qt_version() -> tuple[int, ...]:
    try:
        words = metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return (0,)
    return tuple(int(part) for part in words.split(".")[:2] if part.isdigit())


if __name__ == "__main__":
    sys.exit(main())
