"""The user's own words, one a line in a text file beside the settings, which anyone can edit."""

from pathlib import Path

from model import places
from model.disk import read_whole, write_whole
from model.errors import FileError
from model.record.text import clean

NAME = "ordlista.txt"
LIMIT = 1024 * 1024


def own_words(path: Path | None = None) -> tuple[str, ...]:
    """The words of the list, in order; none when there is no list or it cannot be read."""
    try:
        text = read_whole(path or _usual(), LIMIT).decode("utf-8-sig", "replace")
    except FileError:
        return ()
    return tuple(dict.fromkeys(word for line in text.splitlines() if (word := clean(line).strip())))


def keep_word(word: str, path: Path | None = None) -> tuple[str, ...]:
    """Add `word` to the list; the list as it then is. Raises `CannotWriteError`."""
    return _written(tuple(dict.fromkeys((*own_words(path), clean(word).strip()))), path)


def forget_word(word: str, path: Path | None = None) -> tuple[str, ...]:
    """Take `word` off the list; the list as it then is. Raises `CannotWriteError`."""
    return _written(tuple(own for own in own_words(path) if own != word), path)


def _written(words: tuple[str, ...], path: Path | None) -> tuple[str, ...]:
    kept = tuple(word for word in words if word)
    target = path or _usual()
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, "".join(f"{word}\n" for word in kept).encode("utf-8", "replace"))
    return kept


def _usual() -> Path:
    return places.settings_file().parent / NAME
