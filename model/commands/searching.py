"""A search from the command line: the index brought up to date first, and what is worth knowing about that."""

from pathlib import Path

from model import sentences
from model.index.opened import Index
from model.index.search import Hit, search
from model.index.writing import refresh
from model.store.archive import Archive

SHOWN = 20
"""Hits from each archive."""


def looked_for(archives: list[Path], words: str, *, newest: bool = False) -> tuple[list[Hit], list[str]]:
    """The hits in each of the archives in turn, and remarks: files that cannot be read, no room for the index."""
    hits: list[Hit] = []
    remarks: list[str] = []
    for archive in archives:
        with Index(Archive.open(archive)) as index:
            done = refresh(index)
            hits += search(index, words, SHOWN, newest=newest)
        remarks += [sentences.unreadable(str(path), sentences.sentence(problem)) for path, problem in done.problems]
        remarks += [sentences.IN_MEMORY] if done.in_memory else []
    return hits, remarks
