"""What is sealed, and its hashes."""

import hashlib

from lxml import etree

from model.record.minutes import Minutes
from model.record.printing import lines
from model.store.elements import Element, child
from model.store.reader import parse
from model.store.vocabulary import NAMESPACE
from model.store.writer import to_bytes

ELEMENT_ONLY = {
    "innehall", "huvud", "mote", "kropp", "arende", "delarende", "beslut", "tabell", "rad", "underskrifter",
    "underskrift",
}  # fmt: skip
"""Where blanks are indentation; everywhere else they are words."""


def content_hash(minutes: Minutes) -> str:
    """SHA-256 of the canonical form of what is approved."""
    return hash_of(to_bytes(minutes))


def hash_of(data: bytes) -> str:
    """SHA-256 over exclusive C14N 1.0 of `innehall`, indentation removed: re-indenting breaks no seal."""
    content = child(parse(data), "innehall")
    if content is None:
        return ""
    content.tail = None
    for node in content.iter(*(f"{{{NAMESPACE}}}{kind}" for kind in ELEMENT_ONLY)):
        _tidy(node)
    return hashlib.sha256(etree.tostring(content, method="c14n", exclusive=True, with_comments=False)).hexdigest()


def text_hash(minutes: Minutes) -> str:
    """SHA-256 of the printed lines in order, joined by LF: it must never change after adjustment."""
    return hashlib.sha256("\n".join(line for _, line in lines(minutes)).encode()).hexdigest()


def _tidy(node: Element) -> None:
    if node.text and not node.text.strip():
        node.text = None
    for inner in node:
        if inner.tail and not inner.tail.strip():
            inner.tail = None
