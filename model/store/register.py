"""The register of a body in `arkiv.toml`: the tables `[[medlem]]` and `[[uppdrag]]`; the rest of it is left alone.

People who have only been named, and have no engagement, stand in `[[person]]`, so that they can be named again.
"""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

from model.disk import read_whole, write_whole
from model.errors import FileError, NoArchiveError
from model.record.members import Member, Register, Seat
from model.record.people import Role
from model.store.archive import ABOUT, LIMIT
from model.store.vocabulary import CODES

_TABLE = re.compile(r"^\s*\[")
_OURS = re.compile(r"^\s*\[\[\s*(?:medlem|uppdrag)\s*\]\]")


def read_register(folder: Path) -> Register:
    """The register of the archive in `folder`; an entry that cannot be understood is left out, and stays in the file.

    Raises `NoArchiveError` when there is no `arkiv.toml`, or it is damaged.
    """
    data = _data(folder)
    return Register(
        tuple(member for entry in _tables(data, "medlem") if (member := _member(entry))),
        tuple(seat for entry in _tables(data, "uppdrag") if (seat := _seat(entry))),
    )


def write_register(folder: Path, register: Register) -> None:
    """Put `register` last in `arkiv.toml`, in place of the one that was there.

    Raises `NoArchiveError` for a damaged file, `CannotWriteError` when the disk refuses; the old file is then whole.
    """
    _data(folder)
    text = read_whole(folder / ABOUT, LIMIT).decode("utf-8-sig")
    kept = "".join(_others(text.splitlines(keepends=True))).rstrip("\n")
    write_whole(folder / ABOUT, (kept + "\n" + _printed(register)).encode("utf-8", "replace"))


def read_named(folder: Path) -> tuple[tuple[str, date | None], ...]:
    """Who has been named and when, in the archive in `folder`. Raises `NoArchiveError` as `read_register` does."""
    entries = _tables(_data(folder), "person")
    return tuple((name, _day(entry, "tillagd")) for entry in entries if (name := _words(entry, "namn")))


def add_named(folder: Path, name: str, day: date) -> None:
    """Remember `name`, unless that is done; raises as `write_register` does."""
    if name in {known for known, _ in read_named(folder)}:
        return
    text = read_whole(folder / ABOUT, LIMIT).decode("utf-8-sig").rstrip("\n")
    table = _table("person", namn=_quoted(name), tillagd=_iso(day))
    write_whole(folder / ABOUT, f"{text}\n{table}".encode("utf-8", "replace"))


def _data(folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_whole(folder / ABOUT, LIMIT).decode("utf-8-sig"))
    except FileError as problem:
        raise NoArchiveError(folder, type(problem).__name__) from problem
    except (ValueError, RecursionError) as problem:
        raise NoArchiveError(folder, "damaged") from problem


def _others(lines: list[str]) -> list[str]:
    kept, ours = [], False
    for line in lines:
        if _TABLE.match(line):
            ours = bool(_OURS.match(line))
        if not ours:
            kept.append(line)
    return kept


def _tables(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = data.get(name)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _member(entry: dict[str, Any]) -> Member | None:
    name = _words(entry, "organisation")
    aliases = entry.get("namnformer", [])
    forms = tuple(form for form in aliases if isinstance(form, str)) if isinstance(aliases, list) else ()
    return Member(name, _day(entry, "fran"), _day(entry, "till"), forms) if name else None


def _seat(entry: dict[str, Any]) -> Seat | None:
    person, organisation = _words(entry, "person"), _words(entry, "organisation")
    if not person or not organisation:
        return None
    role: Role = _ROLE_OF.get(_words(entry, "roll") or "", "member")
    return Seat(person, organisation, role, _words(entry, "titel"), _day(entry, "fran"), _day(entry, "till"))


def _words(entry: dict[str, Any], key: str) -> str | None:
    value = entry.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _day(entry: dict[str, Any], key: str) -> date | None:
    value = entry.get(key)
    return value if type(value) is date else None


def _printed(register: Register) -> str:
    return "".join((*map(_member_table, register.members), *map(_seat_table, register.seats)))


def _member_table(member: Member) -> str:
    forms = ", ".join(_quoted(form) for form in member.aliases)
    return _table(
        "medlem",
        organisation=_quoted(member.organisation),
        fran=_iso(member.since),
        till=_iso(member.until),
        namnformer=f"[{forms}]" if forms else "",
    )


def _seat_table(seat: Seat) -> str:
    return _table(
        "uppdrag",
        person=_quoted(seat.person),
        organisation=_quoted(seat.organisation),
        roll=_quoted(CODES["role"][seat.role]),
        titel=_quoted(seat.title) if seat.title else "",
        fran=_iso(seat.since),
        till=_iso(seat.until),
    )


def _table(name: str, **values: str) -> str:
    return f"\n[[{name}]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items() if value)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


_ROLE_OF: dict[str, Role] = {CODES["role"][role]: role for role in get_args(Role)}
