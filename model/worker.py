"""The far end of the pipe: one process that reads, indexes, searches and makes documents, so that typing never waits.

Messages are pickles after a four-byte length, most significant byte first::

    ("ask", ticket, name, what)  →  ("begun", ticket, name), then
                                    ("answer", ticket, value) | ("failed", ticket, error)
                                    | ("progress", ticket, done, all)

A newer question of a kind where only the newest answer counts overtakes the older ones that wait; a long one
(`refresh`) lets the others by between two slices. What is not one of our errors ends the process; the near end
knows what had begun, and starts it again.
"""

import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from select import select
from typing import TYPE_CHECKING, Any, BinaryIO

from model.errors import MinutesError
from model.record.ids import NodeId, RandomIds
from model.record.members import Register
from model.record.minutes import Minutes, UnknownNodeError

if TYPE_CHECKING:
    from model.index.opened import Index
    from model.index.shelf import Shelf
    from model.index.suggest import Suggester
    from model.language.spelling import Speller
    from model.store.settled import How

PREFIX = 4
NOBODY = Register()
NEWEST_ONLY = frozenset({"meetings", "search", "related", "check", "spell", "learn", "complete", "earlier", "cited"})
LONG = frozenset({"refresh", "silent"})
IDLE = 2.0  # seconds without a question, after which what can wait is done
Question = tuple[int, str, dict[str, Any]]


@lru_cache(maxsize=1)
def _shelf() -> "Shelf":
    """The indexes this process has open."""
    from model.index.shelf import Shelf

    return Shelf()


def _index(archive: Path) -> "Index":
    return _shelf().index(archive)


def load(path: Path) -> object:
    """The record in `path`, its hash, and whether it may be written; what its words say is laid aside."""
    from model.language.understanding import bare
    from model.store.minutesfile import load

    found = load(path)
    return replace(found, minutes=bare(found.minutes))


def save(path: Path, minutes: Minutes, expected: str | None) -> str:
    """Write `minutes`, with what their words say, to `path` if the file is still the `expected` one; the new hash."""
    from model.language.understanding import understood
    from model.store.minutesfile import save

    return save(path, understood(minutes), expected)


def create(archive: Path, minutes: Minutes) -> tuple[Path, str]:
    """Give new minutes a place in `archive` and write them there; the archive is made if the folder has none."""
    from model.commands.importing import opened

    path = opened(archive, minutes).place_for(minutes)
    return path, save(path, minutes, None)


def import_file(path: Path, archive: Path) -> tuple[Path, tuple[object, ...]]:
    """Read an old document into `archive`; where its record lies, and what was read with doubt."""
    from model.commands.importing import bring_in

    done = bring_in(path, archive, RandomIds())
    return done.path, done.unsure


def export(path: Path, minutes: Minutes, to: str) -> tuple[Path, tuple[MinutesError, ...]]:
    """Write the document of `minutes` to `path`; what there is to complain of all the same, such as the template."""
    from model.commands.exporting import document
    from model.disk import write_whole

    complaints: list[MinutesError] = []
    write_whole(path, document(minutes, to, path, complaints.append))
    return path, tuple(complaints)


def meetings(archive: Path, start: int = 0, count: int = -1) -> object:
    """The archive's meetings, newest first: all, or `count` of them from the `start`th on."""
    from model.index.meetings import meetings

    return _shelf().ask(archive, lambda index: meetings(index, start, count))


def meeting(archive: Path, path: Path) -> object:
    """The meeting whose record is `path`; None when it has gone."""
    from model.index.meetings import meeting_at

    return _shelf().ask(archive, lambda index: meeting_at(index, path))


def search(archive: Path, words: str, limit: int = 40, newest: bool = False, beside: tuple[Path, ...] = ()) -> object:
    """Hits for `words` in the archive, and after them in those `beside` it."""
    from model.index.search import search

    return tuple(
        hit
        for folder in (archive, *beside)
        for hit in _shelf().ask(folder, lambda index: search(index, words, limit, newest=newest))
    )


def complete(archive: Path, text: str) -> object:
    """What the last word of a question may become."""
    from model.index.completion import completions

    return _shelf().ask(archive, lambda index: completions(index, text))


def related(archive: Path, words: str, exclude: str, limit: int = 12) -> object:
    """Items like the one with these words."""
    from model.index.search import related

    return _shelf().ask(archive, lambda index: related(index, words, exclude, limit))


@lru_cache(maxsize=4)
def _suggester(index: "Index") -> "Suggester":
    from model.index.suggest import Suggester

    return Suggester(index)


def earlier(archive: Path, minutes: Minutes, node: NodeId, limit: int = 6) -> object:
    """What the item that holds `node` is linked to and seems to build on, as cards, and what it says twice."""
    from model.commands.cards import cards

    return _shelf().ask(archive, lambda index: cards(_suggester(index), index, minutes, node, limit))


def cited(archive: Path, minutes: Minutes, nodes: tuple[NodeId, ...]) -> object:
    """The references in the blocks `nodes`, and where each leads."""
    from model.commands.citing import citations

    return _shelf().ask(archive, lambda index: citations(index, minutes, nodes))


def listed(archive: Path, kind: str, **what: Any) -> object:
    """One of the archive's lists: `due_at`, `promised`, `line_of`, `built_on`, `years`, `bodies` or `register`."""
    from model.commands import lists

    return _shelf().ask(archive, lambda index: getattr(lists, kind)(index, **what))


def silent(archive: Path, progress: Callable[[int, int], bool], **what: Any) -> object:
    """What the body asked for and nobody has spoken of in time: takes seconds, and lets other questions by."""
    from model.commands.lists import silent_of

    return _shelf().ask(archive, lambda index: silent_of(index, progress=progress, **what))


def settle(archive: Path, target: str, how: "How | None", by: str, when: datetime) -> None:
    """Tick the promise at `target` off in the archive's own list, or open it again."""
    from model.store.settled import settle

    settle(archive, target, how, by, when)


def check(minutes: Minutes, register: Register = NOBODY) -> object:
    """Findings about `minutes`, whose body has this register: all but those on style."""
    from model.check.run import findings
    from model.language.understanding import understood

    return findings(understood(minutes), register, least="info")


def refresh(archive: Path, progress: Callable[[int, int], bool], only: Path | None = None) -> object:
    """Bring the index up to date, with `only` the file that was just saved or with all of them."""
    from model.index.writing import refresh

    return refresh(_index(archive), progress, only)


def unreadable(archive: Path) -> tuple[tuple[Path, str], ...]:
    """The files of the archive that cannot be read, each with a sentence that says why."""
    from model.index.writing import problems
    from model.sentences import sentence

    return tuple((path, sentence(problem)) for path, problem in _shelf().ask(archive, problems))


def pause() -> None:
    """Stop the reading of the archive; the next `refresh` goes on where it was."""


@lru_cache(maxsize=1)
def _speller() -> "Speller":
    from model.language.spelling import Speller
    from model.store.wordlist import own_words

    return Speller(own_words())


def spell(texts: dict[str, str], known: tuple[str, ...] = ()) -> object:
    """The unknown words of each text, by its key; `known` names are right. Texts without any are left out."""
    speller = _speller()
    speller.teach(known)
    return {key: found for key, text in texts.items() if (found := speller.faults(text))}


def suggest(word: str) -> object:
    """What was perhaps meant by `word`."""
    return _speller().suggestions(word)


def learn(archive: Path, body: str | None = None) -> object:
    """What the archive teaches the editor: phrases, usual words, people, the register."""
    from model.commands.learning import teach

    return teach(archive, body)


def prepare(
    archive: Path, body: str, day: date, number: int | None = None, year: int | None = None,
    promises: tuple[tuple[str, str], ...] = (),
) -> object:  # fmt: skip
    """New minutes of `body` for the meeting on `day`; `promises` are headings and the clauses that promised them.

    None when the archive has no earlier minutes of the body.
    """
    from model.commands.preparing import Promise, prepared_from

    promised = [Promise(heading, target) for heading, target in promises]
    return prepared_from(archive, body, day, RandomIds(), promised, number=number, year=year)


def look_back(journals: Path, record: str, every: int = 60) -> object:
    """How the minutes `record` looked at each minute that the folder `journals` and its spares remember."""
    from model.places import spare_folders
    from model.store.moments import journals_of, moments

    return moments(journals_of((journals, *spare_folders()), record), every)


def keep_word(word: str) -> object:
    """Put `word` on the user's own list."""
    from model.store import wordlist

    kept = wordlist.keep_word(word)
    _speller().teach([word])
    return kept


def keep_person(archive: Path, person: str, day: date) -> None:
    """Put `person` in the archive's register, as somebody who can be named."""
    from model.store.register import add_named

    add_named(archive, person, day)


def agreed(folder: Path, record: str) -> object:
    """What has been agreed to of `record` while it was read back."""
    from model.store.agreed import read_agreed

    return read_agreed(folder, record)


def keep_agreed(folder: Path, record: str, agreed: tuple[str, ...]) -> None:
    """Remember what has been agreed to."""
    from model.store import agreed as store

    store.keep_agreed(folder, record, agreed)


HANDLERS: dict[str, Callable[..., object]] = {
    "load": load, "save": save, "create": create, "import": import_file, "export": export, "meetings": meetings,
    "meeting": meeting,
    "search": search, "related": related, "check": check, "refresh": refresh,
    "earlier": earlier, "cited": cited, "listed": listed, "settle": settle, "silent": silent,
    "complete": complete, "unreadable": unreadable, "pause": pause,
    "spell": spell, "suggest": suggest, "keep_word": keep_word, "keep_person": keep_person,
    "agreed": agreed, "keep_agreed": keep_agreed, "learn": learn,
    "look_back": look_back,
    "prepare": prepare,
}  # fmt: skip


class Worker:
    """Reads questions, answers them in order, and lets newer ones overtake where only the newest counts."""

    def __init__(self, source: int, target: BinaryIO) -> None:
        self._source, self._target = source, target
        self._bytes = bytearray()
        self._waiting: deque[Question] = deque()
        self._open = True

    def run(self) -> int:
        """Answer until the near end closes the pipe; 0 then, 3 if the pipe held something else than questions."""
        try:
            while self._open or self._waiting:
                if not self._waiting and not select([self._source], [], [], IDLE)[0] and _shelf.cache_info().currsize:
                    _shelf().rest()
                self._listen(wait=not self._waiting)
                if self._waiting:
                    self._answer(self._waiting.popleft())
        except (pickle.UnpicklingError, EOFError, ValueError, IndexError, AttributeError, ImportError, BrokenPipeError):
            return 3
        return 0

    def _listen(self, *, wait: bool) -> None:
        """Take what has come; blocks only when nothing waits."""
        while self._open and (wait or select([self._source], [], [], 0)[0]):
            data = os.read(self._source, 1 << 20)
            if not data:
                self._open = False
                return
            self._bytes += data
            self._take()
            wait = wait and not self._waiting

    def _take(self) -> None:
        while len(self._bytes) >= PREFIX:
            length = int.from_bytes(self._bytes[:PREFIX], "big")
            if len(self._bytes) < PREFIX + length:
                return
            message = pickle.loads(bytes(self._bytes[PREFIX : PREFIX + length]))
            del self._bytes[: PREFIX + length]
            kind, ticket, name, what = message
            if kind != "ask" or name not in HANDLERS:
                raise ValueError(kind)
            if name in NEWEST_ONLY:
                self._waiting = deque(q for q in self._waiting if q[1] != name)
            self._waiting.append((ticket, name, what))

    def _answer(self, question: Question) -> None:
        ticket, name, what = question
        if name in LONG:
            what = {**what, "progress": lambda done, total: self._on_progress(ticket, done, total)}
        self._send(("begun", ticket, name))
        try:
            value = HANDLERS[name](**what)
        except MinutesError as error:
            self._send(("failed", ticket, error))
        except UnknownNodeError:
            self._send(("failed", ticket, MinutesError()))
        else:
            self._send(("answer", ticket, value))

    def _on_progress(self, ticket: int, done: int, total: int) -> bool:
        """Say how far it has come, and answer what has been asked meanwhile; False when nobody listens any more."""
        self._send(("progress", ticket, done, total))
        self._listen(wait=False)
        later: deque[Question] = deque()
        pauses = any(question[1] == "pause" for question in self._waiting)
        while self._waiting:
            question = self._waiting.popleft()
            if question[1] in LONG:
                later.append(question)
            else:
                self._answer(question)
        self._waiting = later
        return self._open and not pauses

    def _send(self, message: object) -> None:
        data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
        self._target.write(len(data).to_bytes(PREFIX, "big") + data)
        self._target.flush()


def main() -> int:
    """Serve on standard input and output."""
    from model import log, places

    log.set_up(places.state_folder() / log.FOLDER, name="worker")
    for name in {"SIGINT", "SIGHUP"} & set(dir(signal)):  # a terminal tells the window too, which saves before it ends
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    try:
        return Worker(sys.stdin.fileno(), sys.stdout.buffer).run()
    finally:
        _shelf().close()


if __name__ == "__main__":
    sys.exit(main())
