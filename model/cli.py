"""The program without a window: import, export, search, check, verify, index. `sentences` has its Swedish."""

import contextlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model import __version__, sentences
from model.errors import AddressError, MinutesError, NoArchiveError

DONE, PARTIAL, USAGE, FAILED = 0, 1, 2, 3
FLAGS = {"--json", "--rebuild", "--help", "--version", "--newest"}
VALUES = {"--archive", "--to", "--out", "--beside", "--meeting"}


class UsageError(Exception):
    """The command was not written so that it can be done; the argument is a Swedish sentence."""


@dataclass
class Asked:
    """A command line taken apart."""

    words: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    values: dict[str, str] = field(default_factory=dict)

    @property
    def archive(self) -> Path | None:
        """The archive that was named."""
        given = self.values.get("--archive")
        return Path(given) if given else None

    @property
    def wants_json(self) -> bool:
        """True when data is to be printed as JSON."""
        return "--json" in self.flags

    def needed_archive(self) -> Path:
        """The archive that was named, or the one last used; raises `UsageError` for neither."""
        from model.places import settings_file
        from model.settings import read

        found = self.archive
        if found is None:
            last = getattr(read(settings_file()), "archive", None)
            found = Path(last) if last else None
        if found is None:
            raise UsageError(sentences.NO_ARCHIVE)
        if not os.path.isdir(found):
            raise NoArchiveError(found)
        return found


def parsed(arguments: list[str]) -> Asked:
    """`arguments` taken apart; raises `UsageError` for an option that is not known or lacks its value."""
    asked, waiting = Asked(), list(arguments)
    while waiting:
        word = waiting.pop(0)
        name, equals, given = word.partition("=")
        if word in FLAGS:
            asked.flags.add(word)
        elif name in VALUES:
            if not equals and (not waiting or waiting[0].startswith("--")):
                raise UsageError(sentences.unknown_option(word))
            asked.values[name] = given if equals else waiting.pop(0)
        elif word.startswith("--"):
            raise UsageError(sentences.unknown_option(word))
        else:
            asked.words.append(word)
    return asked


def main(arguments: list[str]) -> int:
    """Do one command; the exit code: 0 done, 1 findings or partial, 2 usage, 3 could not read or write."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        asked = parsed(arguments)
        if "--version" in asked.flags:
            say(__version__)
            return DONE
        if "--help" in asked.flags or not asked.words:
            say(sentences.USAGE)
            return DONE if "--help" in asked.flags else USAGE
        command = COMMANDS.get(asked.words.pop(0))
        if command is None:
            raise UsageError(sentences.unknown_command(arguments[0]))
        return command(asked)
    except UsageError as problem:
        complain(str(problem))
        return USAGE
    except AddressError as problem:
        complain(sentences.sentence(problem))
        return USAGE
    except MinutesError as problem:
        complain(sentences.sentence(problem))
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def say(line: str) -> None:
    """A line of answer."""
    sys.stdout.write(line + "\n")


def complain(line: str) -> None:
    """A line of complaint."""
    sys.stderr.write(line + "\n")


def say_json(data: Any) -> None:
    """An answer as JSON."""
    say(json.dumps(data, ensure_ascii=False, indent=1, default=str))


def import_files(asked: Asked) -> int:
    """`import FILE… [--archive A] [--json]`."""
    from model.commands.importing import bring_in
    from model.commands.shape import shape
    from model.intake.sources import read_file
    from model.record.ids import RandomIds

    if not asked.words:
        raise UsageError(sentences.NO_FILES)
    writes = asked.archive is not None or not asked.wants_json
    archive = None
    if writes:
        archive = asked.archive or asked.needed_archive()
    shapes, failures = [], 0
    for word in asked.words:
        path = Path(word)
        try:
            if archive is None:
                reading = read_file(path, RandomIds())
                shapes.append(shape(reading.minutes, reading.unsure))
                continue
            done = bring_in(path, archive, RandomIds())
        except MinutesError as problem:
            complain(sentences.sentence(problem))
            failures += 1
            continue
        shapes.append(shape(done.minutes, done.unsure))
        if not asked.wants_json:
            name, folder = done.minutes.short_name, str(done.path.parent)
            line = (
                sentences.imported(name, folder, len(done.unsure)) if done.is_new else sentences.already(name, folder)
            )
            say(line)
    if asked.wants_json:
        say_json(shapes)
    if failures == len(asked.words):
        return FAILED
    return PARTIAL if failures else DONE


def export(asked: Asked) -> int:
    """`export ID… --to docx|txt [--out FOLDER]`; one that cannot be written does not stop the rest."""
    from model.commands.exporting import KINDS

    to = asked.values.get("--to", "docx")
    if to not in KINDS or not asked.words:
        raise UsageError(sentences.unknown_option(f"--to {to}") if asked.words else sentences.NO_FILES)
    if len(asked.words) == 1:
        _say_written(asked, [_export(asked, asked.words[0], to)])
        return DONE
    failures, written = 0, []
    for word in asked.words:
        try:
            written.append(_export(asked, word, to))
        except MinutesError as problem:
            complain(sentences.sentence(problem))
            failures += 1
    _say_written(asked, written)
    if failures == len(asked.words):
        return FAILED
    return PARTIAL if failures else DONE


def _say_written(asked: Asked, paths: list[Path]) -> None:
    if asked.wants_json:
        say_json([{"path": str(path)} for path in paths])
    for path in () if asked.wants_json else paths:
        say(sentences.exported(str(path)))


def _export(asked: Asked, word: str, to: str) -> Path:
    from model.commands.exporting import document
    from model.commands.finding import find, is_path
    from model.disk import write_whole

    path, minutes = find(word, None if is_path(word) else asked.needed_archive())
    target, out = path.with_suffix(f".{to}"), asked.values.get("--out")
    if out:
        name = path.parent.name if path.stem == "protokoll" else path.stem
        target = Path(out) / f"{name}.{to}"
    write_whole(target, document(minutes, to, path, lambda problem: complain(sentences.sentence(problem))))
    return target


def search(asked: Asked) -> int:
    """`search WORDS [--newest] [--beside ARCHIVE] [--json]`."""
    from model.commands.searching import looked_for

    if not asked.words:
        raise UsageError(sentences.NO_WORDS)
    beside = asked.values.get("--beside")
    archives = [asked.needed_archive(), *([Path(beside)] if beside else [])]
    hits, remarks = looked_for(archives, " ".join(asked.words), newest="--newest" in asked.flags)
    for remark in remarks:
        complain(remark)
    if asked.wants_json:
        say_json([_hit(hit) for hit in hits])
        return DONE
    if not hits:
        say(sentences.NO_HITS)
    for hit in hits:
        say(f"{_address(hit)}  {hit.date or ''}  {hit.heading}")
        if hit.snippet != hit.heading:
            say(f"    {hit.snippet}")
    return DONE


def _address(hit: Any) -> str:
    place = str(hit.short_name)
    if hit.number:
        place += f" § {hit.number}" + (f" {hit.letter}" if hit.letter else "")
    return place + (f" p {hit.clause}" if hit.clause else "")


def _hit(hit: Any) -> dict[str, Any]:
    return {
        "address": _address(hit), "date": str(hit.date) if hit.date else None, "heading": hit.heading,
        "text": hit.snippet, "marked": hit.marked, "minutes": hit.minutes, "node": hit.node, "path": str(hit.path),
    }  # fmt: skip


def check(asked: Asked) -> int:
    """`check ID|FILE [--json]`: schema, then the record's own rules."""
    from model.commands.checking import remarks
    from model.commands.finding import find, is_path

    if not asked.words:
        raise UsageError(sentences.NO_FILES)
    said = []
    for word in asked.words:
        path, minutes = find(word, None if is_path(word) else asked.needed_archive())
        said += remarks(path, minutes)
    if asked.wants_json:
        say_json([one.data for one in said])
    else:
        say("\n".join(one.message for one in said) or sentences.NOTHING_FOUND)
    return PARTIAL if said else DONE


def verify(asked: Asked) -> int:
    """`verify [--json]`: every record's form, seal and source, what links them, and the journals of this computer."""
    from model.commands.said import Said
    from model.commands.verifying import verified
    from model.language.lexicon import lexicon
    from model.store.archive import Archive

    count, said = verified(Archive.open(asked.needed_archive()))
    if not lexicon().is_there:
        said.append(Said("no-lexicon", "", sentences.NO_LEXICON))
    if asked.wants_json:
        say_json({"checked": count, "faults": [one.data for one in said]})
    else:
        say("\n".join(one.message for one in said) or sentences.verified(count))
    return PARTIAL if said else DONE


def index(asked: Asked) -> int:
    """`index [--rebuild] [--json]`."""
    from model.index.opened import Index
    from model.index.writing import rebuild, refresh
    from model.store.archive import Archive

    with Index(Archive.open(asked.needed_archive())) as opened:
        done = (rebuild if "--rebuild" in asked.flags else refresh)(opened)
    if asked.wants_json:
        unread = [{"file": str(path), "message": sentences.sentence(problem)} for path, problem in done.problems]
        say_json({"meetings": done.meetings, "items": done.items, "in_memory": done.in_memory, "unreadable": unread})
        return PARTIAL if done.problems else DONE
    say(sentences.indexed(done.meetings, done.items))
    if done.in_memory:
        complain(sentences.IN_MEMORY)
    for path, problem in done.problems:
        say(sentences.unreadable(str(path), sentences.sentence(problem)))
    return PARTIAL if done.problems else DONE


def suggest(asked: Asked) -> int:
    """`suggest ID[#ITEM] [--json]`: what each item, or one, builds on, and why."""
    from model.commands import following
    from model.commands.finding import find

    if len(asked.words) != 1:
        raise UsageError(sentences.NO_FILES)
    word, _, place = asked.words[0].partition("#")
    _, minutes = find(word, asked.needed_archive())
    with _refreshed(asked) as opened:
        try:
            built = following.built_on(opened, minutes, place)
        except LookupError as problem:
            raise UsageError(sentences.no_such_item(place)) from problem
    if asked.wants_json:
        say_json(following.built_data(built))
        return DONE
    near = minutes.meeting.date.isoformat() if minutes.meeting.date else ""
    say("\n".join(following.built_lines(built, near)) or sentences.NOTHING_SUGGESTED)
    return DONE


def due(asked: Asked) -> int:
    """`due [--meeting DATE] [--json]`: what earlier decisions promised for that meeting, else all that is open."""
    import datetime

    from model.commands import following

    wanted = asked.values.get("--meeting")
    try:
        meeting = datetime.date.fromisoformat(wanted) if wanted else None
    except ValueError as problem:
        raise UsageError(sentences.NO_DAY) from problem
    with _refreshed(asked) as opened:
        owed = following.owed_for(opened, meeting, datetime.date.today())
    if asked.wants_json:
        say_json(following.owed_data(owed))
    else:
        say("\n".join(following.owed_lines(owed)) or sentences.NOTHING_DUE)
    return DONE


def register(asked: Asked) -> int:
    """`register YEAR --to docx|txt [--out FOLDER]`: decisions, matters, subjects and people of a year, by body."""
    import datetime

    from model.commands.exporting import document
    from model.commands.registers import register as registers_of
    from model.disk import write_whole

    to = asked.values.get("--to", "docx")
    if len(asked.words) != 1 or not re.fullmatch(r"\d{4}", asked.words[0]):
        raise UsageError(sentences.NO_YEAR)
    if to not in {"docx", "txt"}:
        raise UsageError(sentences.unknown_option(f"--to {to}"))
    archive = asked.needed_archive()
    with _refreshed(asked) as opened:
        made = registers_of(opened, int(asked.words[0]), datetime.date.today())
    if not made and not asked.wants_json:
        say(sentences.NO_HITS)
    written = []
    for one in made:
        written.append(Path(asked.values.get("--out", archive)) / f"register {asked.words[0]} {one.body.code}.{to}")
        write_whole(written[-1], document(one, to, archive / "x"))
    _say_written(asked, written)
    return DONE


@contextlib.contextmanager
def _refreshed(asked: Asked) -> Iterator[Any]:
    """The index of the archive, brought up to date."""
    from model.index.opened import Index, asking
    from model.index.writing import refresh
    from model.store.archive import Archive

    with Index(Archive.open(asked.needed_archive())) as opened, asking(opened):
        refresh(opened)
        yield opened


COMMANDS: dict[str, Callable[[Asked], int]] = {
    "import": import_files, "export": export, "search": search, "check": check, "verify": verify, "index": index,
    "suggest": suggest, "due": due, "register": register,
}  # fmt: skip
