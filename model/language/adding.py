"""People as they are typed into the roster's own field: "Anna X och Bo Y, Organisationen", "hela grupp 10", "Cy Z"."""

import re

from model.language import names
from model.language.people import read_people
from model.record import ids as prefix
from model.record.ids import IdSource
from model.record.people import Attendee, Role

_AND = re.compile(r"\s*,\s*|\s+(?:och|samt|&)\s+")


def added(words: str, ids: IdSource, role: Role | None = None) -> tuple[Attendee, ...]:
    """The people that `words` add. Persons before one organisation share it (`group` 1), whatever their names are.

    Here somebody has said that these are people, so a rare name needs no other sign; all else is read as a line is.
    """
    bare = " ".join(words.split()).rstrip(".")
    head, comma, organisation = bare.rpartition(",")
    persons = [part for part in _AND.split(head) if part]
    joint = len(persons) > 1 and " och " in head and all(_is_name(person) for person in persons)
    if not comma or not joint or _is_title(organisation):
        return read_people(bare, ids, role=role).entries
    return tuple(
        Attendee(ids.new(prefix.PERSON), person, organisation.strip(), role=role, group=1) for person in persons
    )


def _is_name(words: str) -> bool:
    return bool(names.PERSON.match(words)) and not names.collective(words)[0]


def _is_title(words: str) -> bool:
    return names.is_title(words.strip())
