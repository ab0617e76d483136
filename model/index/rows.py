"""The rows of facts that a record gives to the index: each class is a table, its fields are the columns."""

from typing import NamedTuple, TypeAlias


class Promise(NamedTuple):
    """Who is to do what by when. `node` is the clause or paragraph, `item` the item it stands in.

    `who` as printed, or inherited when `implied`; `deadline` is ISO or EDTF, `meeting` the id it is bound to or an
    unresolved `body@date` where an empty body is the minutes' own; `closed_by` is `hand` when somebody has ticked it
    off; `words` is the sentence or clause that says it.
    """

    minutes: str
    node: str
    item: str
    who: str | None = None
    implied: bool = False
    deadline: str | None = None
    meeting: str | None = None
    kind: str = ""
    closed_by: str | None = None
    words: str = ""


class Ref(NamedTuple):
    """A place in `node` (code points `start`–`end`) that names another meeting, item or decision.

    `direction` is -1 back, 0 unknown, 1 forward; `value` as the reader computed it; the targets are ids, or None while
    it is unresolved.
    """

    minutes: str
    node: str
    kind: str
    value: str | None
    direction: int = 0
    body: str | None = None
    target_minutes: str | None = None
    target_node: str | None = None
    start: int = 0
    end: int = 0


class Link(NamedTuple):
    """An accepted link from `source` in `item`; `target` is a global id (`p-…#t-…`) or the unresolved words."""

    minutes: str
    source: str
    target: str
    kind: str
    evidence: str | None = None
    item: str | None = None


class Person(NamedTuple):
    """A name as printed, where it stands (node and item; both the minutes' own id for attendance), and in what role."""

    minutes: str
    node: str
    item: str
    name: str
    organisation: str | None = None
    role: str = ""


class Amount(NamedTuple):
    """Money in `node` of `item`, in whole kronor."""

    minutes: str
    node: str
    item: str
    value: int
    kind: str = ""


Fact: TypeAlias = Promise | Ref | Link | Person | Amount
TABLES: tuple[type[Fact], ...] = (Promise, Ref, Link, Person, Amount)
"""Every kind of fact. The table of a class is its name in small letters; each has the column `minutes`."""
