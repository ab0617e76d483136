"""Validation against the shipped schema, with line and element."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from model.places import resource
from model.store.reader import NOWHERE, parse

_NAMED = re.compile(r"Element '(?:\{[^}]*\})?([^']+)'")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a file departs from the schema: line from 1, the element's name, and what the validator says (English)."""

    line: int
    element: str
    detail: str


def faults(data: bytes, path: Path = NOWHERE) -> tuple[Fault, ...]:
    """Every departure from the schema; empty for a valid file. Raises as `reader.parse` for what is not XML."""
    root = parse(data, path)
    schema = _schema()
    if schema.validate(root.getroottree()):
        return ()
    log: Any = schema.error_log
    return tuple(Fault(e.line, _element(e.message), e.message) for e in log)


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(resource("schema/protokoll.xsd"))))


def _element(said: str) -> str:
    """The element the validator speaks of: its path knows only positions (`/*/*[2]`)."""
    found = _NAMED.match(said)
    return found[1] if found else ""
