"""What may follow in the search field: names of filters, and the values that this archive has for them."""

from model.index.opened import Index
from model.language.municipalities import CODES
from model.language.question import Key, names, opening
from model.language.words import fold, norm

MOST = 8


def completions(index: Index, text: str) -> tuple[str, ...]:
    """What the last word of `text` may become, whole words with their colon: `kommun:Bjuv`. Empty for plain words."""
    word = text.rpartition(" ")[2]
    typed, key = opening(text)
    if key is None:
        return names(typed)
    name = word.partition(":")[0]
    found = [value for value in _values(index, key) if f" {fold(typed)}" in f" {fold(value.lower())}"]
    return tuple(f'{name}:"{value}"' if " " in value else f"{name}:{value}" for value in found[:MOST])


def _values(index: Index, key: Key) -> list[str]:
    """The values of a filter, the likeliest first."""
    if key in {"year", "before", "after"}:
        years = "select distinct coalesce(substr(date, 1, 4), year) y from meeting where y is not null order by y desc"
        return [str(year) for (year,) in index.ask(years)]
    if key == "body":
        return [name for (name,) in index.ask("select distinct name from body order by name")]
    if key == "person":
        return [name for (name,) in index.ask("select name from name order by low")]
    if key == "place":
        return [name for name in sorted(CODES) if index.vocabulary.count(norm(name.lower()))]
    return []
