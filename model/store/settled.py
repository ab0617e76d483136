"""Promises that somebody has ticked off, `uppfoljning.toml` beside `arkiv.toml`: approved minutes are never touched.

[[lofte]]
mal = "p-4k7m2q#t-9d3fwx"      # the clause or paragraph that promised it
laget = "klar"                 # or "inaktuell": no longer wanted
av = "anna"
nar = 2015-11-27T09:12:00
"""

import contextlib
import datetime
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

from model.disk import fingerprint, read_whole, write_whole
from model.errors import ChangedOnDiskError, EmptyFileError, FileError, NotFoundError

SETTLED = "uppfoljning.toml"
LIMIT = 4 * 1024 * 1024
ATTEMPTS = 5
"""So often the file is read again when another computer has written it meanwhile."""

How = Literal["done", "dropped"]
WORDS: dict[How, str] = {"done": "klar", "dropped": "inaktuell"}


@dataclass(frozen=True, slots=True)
class Settled:
    """That the promise at the address `target` is done, or no longer wanted; who said so, and when."""

    target: str
    how: How
    by: str
    when: datetime.datetime


def read_settled(folder: Path) -> dict[str, Settled]:
    """What has been ticked off in the archive in `folder`, by address; nothing when the file cannot be read."""
    with contextlib.suppress(FileError):
        return _read(folder / SETTLED)
    return {}


def settle(folder: Path, target: str, how: How | None, by: str, when: datetime.datetime) -> None:
    """Tick the promise at `target` off, or with None open it again; what others have ticked off meanwhile is kept.

    Raises a `FileError` when there is a file that cannot be read, and `CannotWriteError`.
    """
    path = folder / SETTLED
    for attempt in range(ATTEMPTS):
        before = _fingerprint(path)
        known = {**_read(path)}
        known.pop(target, None)
        if how is not None:
            known[target] = Settled(target, how, by, when)
        try:
            write_whole(path, _written(known.values()), before_replace=partial(_check, path, before))
        except ChangedOnDiskError:
            if attempt == ATTEMPTS - 1:
                raise
        else:
            return


def _read(path: Path) -> dict[str, Settled]:
    try:
        data = tomllib.loads(read_whole(path, LIMIT).decode("utf-8-sig"))
    except (NotFoundError, EmptyFileError):
        return {}
    except (ValueError, RecursionError) as problem:
        raise FileError(path, "damaged") from problem
    entries = data.get("lofte")
    found = (_entry(entry) for entry in (entries if isinstance(entries, list) else ()))
    return {one.target: one for one in found if one is not None}


def _entry(entry: object) -> Settled | None:
    if not isinstance(entry, dict):
        return None
    target, by, when = entry.get("mal"), entry.get("av", ""), entry.get("nar")
    how = next((how for how, word in WORDS.items() if word == entry.get("laget")), None)
    if not isinstance(target, str) or how is None or not isinstance(when, datetime.datetime):
        return None
    return Settled(target, how, str(by), when)


def _written(settled: Iterable[Settled]) -> bytes:
    parts = (
        f"[[lofte]]\nmal = {_quoted(one.target)}\nlaget = {_quoted(WORDS[one.how])}\nav = {_quoted(one.by)}\n"
        f"nar = {one.when.isoformat(timespec='seconds')}\n"
        for one in settled
    )
    return "\n".join(parts).encode("utf-8")


def _quoted(words: Any) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _fingerprint(path: Path) -> str | None:
    try:
        return fingerprint(path)
    except NotFoundError:
        return None


def _check(path: Path, seen: str | None) -> None:
    if _fingerprint(path) != seen:
        raise ChangedOnDiskError(path)
