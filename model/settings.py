"""What the user has chosen: one frozen value, kept as JSON. A damaged file costs the choices, never the start."""

import contextlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from model.disk import read_whole, write_whole
from model.errors import FileError

log = logging.getLogger(__name__)

LIMIT = 1024 * 1024
RECENT = 8
"""How many archives are remembered."""

SCALES = (0.5, 3.0)
"""The smallest and the largest text, as a factor of the usual."""

BROKEN = ".trasig"
"""What a file that cannot be read is renamed with, so that nothing in it is lost."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices. `unknown` holds keys of other versions of the program; they are written back untouched."""

    archive: Path | None = None
    """The archive that is opened at start."""
    recent: tuple[Path, ...] = ()
    """Archives that have been open, the newest first."""
    last: Path | None = None
    """The record that was open last."""
    colours: Literal["system", "light", "dark"] = "system"
    """Light or dark, or as the computer."""
    scale: float = 1.0
    """Size of the text on the screen, 0.5–3."""
    spelling: bool = True
    """Whether words are checked while typing."""
    beside: Path | None = None
    """Another archive that is searched too, and only read."""
    contrast: Literal["system", "normal", "high"] = "system"
    """High contrast, or as the computer."""
    unknown: tuple[tuple[str, Any], ...] = ()

    def with_archive(self, archive: Path) -> "Settings":
        """These settings with `archive` open, and first among the recent ones."""
        others = tuple(path for path in self.recent if path != archive)
        return replace(self, archive=archive, recent=(archive, *others)[:RECENT])


def read(file: Path) -> Settings:
    """The settings in `file`; the defaults for whatever is missing or wrong. Never raises."""
    try:
        data = json.loads(read_whole(file, LIMIT).decode("utf-8"))
        if not isinstance(data, dict):
            raise TypeError
    except FileError as problem:
        log.info("no settings read: %s", type(problem).__name__)
        return Settings()
    except (ValueError, TypeError, RecursionError):
        log.warning("the settings are damaged and were put aside")
        with contextlib.suppress(OSError):
            file.replace(file.with_name(file.name + BROKEN))
        return Settings()
    return _from(data)


def write(file: Path, settings: Settings) -> None:
    """Keep `settings`; raises `CannotWriteError`. What is as by default is left out, so that defaults may change."""
    data: dict[str, Any] = dict(settings.unknown)
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if field.name != "unknown" and value != field.default:
            data[field.name] = _plain(value)
    write_whole(file, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace"))


def _from(data: dict[str, Any]) -> Settings:
    known: dict[str, Any] = {}
    for key, check in _CHECKS.items():
        if key in data:
            try:
                known[key] = check(data[key])
            except (ValueError, TypeError):
                log.warning("setting %s has a wrong value", key)
    return Settings(**known, unknown=tuple((key, value) for key, value in data.items() if key not in _CHECKS))


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    return [str(part) for part in value] if isinstance(value, tuple) else value


def _path(value: object) -> Path | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value or "\0" in value:
        raise ValueError(value)
    return Path(value)


def _paths(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(path for part in value if (path := _path(part)))[:RECENT]


def _colours(value: object) -> str:
    if value not in {"system", "light", "dark"}:
        raise ValueError(value)
    return str(value)


def _contrast(value: object) -> str:
    if value not in {"system", "normal", "high"}:
        raise ValueError(value)
    return str(value)


def _scale(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not SCALES[0] <= value <= SCALES[1]:
        raise ValueError(value)
    return float(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


_CHECKS: dict[str, Callable[[object], Any]] = {
    "archive": _path, "recent": _paths, "last": _path, "colours": _colours, "contrast": _contrast, "scale": _scale,
    "spelling": _flag, "beside": _path,
}  # fmt: skip
