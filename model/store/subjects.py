"""The archive's own list of subjects (ämnesord), `amnesord.toml` beside `arkiv.toml`, kept by its owner.

[[amnesord]]
term = "Mångfald"
rubrik = ["mångfald"]          # words that put an item here when they stand in its heading
text = ["inkludering"]         # words and phrases that do so wherever they stand in the item
se = "Jämställdhet"            # look there instead
se_aven = "Kommunikation"      # and look there too
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.disk import read_whole
from model.errors import EmptyFileError, FileError, NotFoundError

SUBJECTS = "amnesord.toml"
LIMIT = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Subject:
    """A term of the register, the words by which items come under it, and the terms it points to."""

    term: str
    heading: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    see: str | None = None
    see_also: str | None = None


def read_subjects(folder: Path) -> tuple[Subject, ...]:
    """The subjects of the archive in `folder`: none when it keeps no list.

    Raises a `FileError` when there is a list that cannot be read.
    """
    path = folder / SUBJECTS
    try:
        data = tomllib.loads(read_whole(path, LIMIT).decode("utf-8-sig"))
    except (NotFoundError, EmptyFileError):
        return ()
    except (ValueError, RecursionError) as problem:
        raise FileError(path, "damaged") from problem
    entries = data.get("amnesord")
    return tuple(
        subject for entry in (entries if isinstance(entries, list) else ()) if (subject := _subject(entry)) is not None
    )


def _subject(entry: object) -> Subject | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("term"), str) or not entry["term"].strip():
        return None
    return Subject(
        entry["term"].strip(),
        _words(entry, "rubrik"),
        _words(entry, "text"),
        _word(entry, "se"),
        _word(entry, "se_aven"),
    )


def _words(entry: dict[str, Any], name: str) -> tuple[str, ...]:
    found = entry.get(name)
    return tuple(word for word in found if isinstance(word, str) and word.strip()) if isinstance(found, list) else ()


def _word(entry: dict[str, Any], name: str) -> str | None:
    found = entry.get(name)
    return found.strip() or None if isinstance(found, str) else None
