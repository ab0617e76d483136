"""Autotext: formulas with a code and slots, shipped in `resources/autotext.toml` and an archive may add its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from model.places import resource

FormulaKind = Literal["clause", "paragraph"]
_SLOT = re.compile(r"\{([^{}]+)\}")
_TABLE, _CODE, _GROUP, _CLAUSE, _PARAGRAPH, _PLAIN = "formel", "kod", "grupp", "sats", "stycke", "klartext"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill in: `name` says with what, and is shown until it is."""

    name: str


Piece: TypeAlias = str | Slot


@dataclass(frozen=True, slots=True)
class Formula:
    """A set phrase: `words` of a clause (no "att", no stop) or a paragraph; `plain` says it in a full sentence."""

    code: str
    words: str
    kind: FormulaKind = "clause"
    group: str = ""
    plain: str | None = None


def pieces(words: str) -> tuple[Piece, ...]:
    """`words` cut at its slots: "anslå {belopp} till {vad}" → "anslå ", Slot, " till ", Slot."""
    parts = _SLOT.split(words)
    return tuple(Slot(part) if place % 2 else part for place, part in enumerate(parts) if part)


@lru_cache(maxsize=1)
def shipped() -> tuple[Formula, ...]:
    """The formulas that the program brings."""
    return read(resource("autotext.toml").read_text(encoding="utf-8"))


def read(text: str) -> tuple[Formula, ...]:
    """The formulas of a file; what is not one is passed by. ValueError if it is no TOML."""
    import tomllib  # here: what the worker has read is known without it

    tables = tomllib.loads(text).get(_TABLE, [])
    found = (_formula(table) for table in (tables if isinstance(tables, list) else []) if isinstance(table, dict))
    return tuple(formula for formula in found if formula is not None)


def printed(formulas: Iterable[Formula]) -> str:
    """`formulas` as a file that `read` reads again: what one archive exports and another takes in."""
    return "\n".join(_table(formula) for formula in formulas)


def together(own: Iterable[Formula], others: Iterable[Formula]) -> tuple[Formula, ...]:
    """`own` first, then those of `others` whose code is not taken."""
    mine = tuple(own)
    taken = {formula.code for formula in mine}
    return (*mine, *(formula for formula in others if formula.code not in taken))


def _formula(table: dict[str, object]) -> Formula | None:
    code, group, plain = table.get(_CODE), table.get(_GROUP), table.get(_PLAIN)
    kind: FormulaKind = "clause" if isinstance(table.get(_CLAUSE), str) else "paragraph"
    words = table.get(_CLAUSE if kind == "clause" else _PARAGRAPH)
    if not isinstance(code, str) or not isinstance(words, str) or not code.strip() or not words.strip():
        return None
    return Formula(
        code.strip(),
        words.strip(),
        kind,
        group if isinstance(group, str) else "",
        plain if isinstance(plain, str) else None,
    )


def _table(formula: Formula) -> str:
    rows = {_CODE: formula.code, _GROUP: formula.group,
            _CLAUSE if formula.kind == "clause" else _PARAGRAPH: formula.words, _PLAIN: formula.plain}  # fmt: skip
    return f"[[{_TABLE}]]\n" + "".join(f"{key} = {_quoted(value)}\n" for key, value in rows.items() if value)


def _quoted(words: str) -> str:
    """A basic string of TOML."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
