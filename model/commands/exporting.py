"""Documents made of minutes, in the archive's own Word template if it has one."""

import datetime
import logging
from collections.abc import Callable
from pathlib import Path

from model.disk import read_whole
from model.errors import FileError, NotFoundError, TemplateError
from model.record.minutes import Minutes
from model.store.archive import ABOUT, DEEPEST

KINDS = ("docx", "txt", "ics")
TEMPLATE = "mall.docx"
"""The organisation's own letterhead and styles: a Word file by this name beside `arkiv.toml`."""

LIMIT = 32 * 1024 * 1024
log = logging.getLogger(__name__)


def _logged(problem: FileError) -> None:
    log.warning("template: %s", type(problem).__name__)


def document(
    minutes: Minutes, to: str, beside: Path | None = None, complain: Callable[[FileError], None] = _logged
) -> bytes:
    """The document of `minutes` in the form `to`, one of `KINDS`; `beside` is a file in the minutes' folder.

    A template that cannot be used is complained of, and the built-in one used: nobody waits for a letterhead.
    """
    if to == "txt":
        from model.word.plain import to_text

        return to_text(minutes).encode()
    if to == "ics":
        from model.commands.dates import calendar_of

        return calendar_of(minutes, datetime.datetime.now(datetime.UTC)).encode()
    from model.word.export import to_docx

    template = _template(beside, complain) if beside else None
    try:
        return to_docx(minutes, template)
    except TemplateError as problem:
        if template is None:
            raise
        complain(problem)
        return to_docx(minutes)


def _template(beside: Path, complain: Callable[[FileError], None]) -> bytes | None:
    """The template of the archive that `beside` lies in."""
    for folder in list(beside.absolute().parents)[: DEEPEST + 1]:
        if (folder / ABOUT).is_file():
            try:
                return read_whole(folder / TEMPLATE, LIMIT)
            except NotFoundError:
                return None
            except FileError as problem:
                complain(TemplateError(folder / TEMPLATE, type(problem).__name__))
                return None
    return None
