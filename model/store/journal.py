"""The journal: every command is in a file before anyone else hears of it, and on the disk within a second.

It lies on this computer, in segments `<session>.<number>.journal`. A segment begins with the whole record and goes on
with one frame per command; `model.store.recovery` reads it. `write` only hands the bytes to the system, so a killed
program loses nothing; a thread then makes them durable. After any error a file is never touched again: a new segment,
with the whole record, is begun in the next folder. It imports no parser: it works before anything heavy is loaded.
"""

import contextlib
import datetime
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from model import places
from model.disk import reason
from model.edit.command import Command, to_entry
from model.errors import JournalBrokenError
from model.record.minutes import Minutes
from model.record.values import to_plain
from model.store.owner import this_process
from model.store.segment import Segment, set_aside

log = logging.getLogger(__name__)

FORMAT = 1
LARGEST = 64 * 1024
"""Bytes of entries in a segment; a large record's segments may grow as large as its snapshot."""

OLDEST = 300.0
"""Seconds before a segment in use is followed by a new one."""

PAUSE = 5.0
"""Seconds between tries when every folder refuses."""

BEAT = 0.5
"""Seconds in which keys gather before they are synced together. A key that wakes a thread waits for it itself."""

PATIENCE = 2.0
"""Seconds that closing waits for the disk. What was written survives the program in any case."""


class Journal:
    """The journal of one opening of one set of minutes.

    `write`, `saved` and `close` are called on the document's thread and never wait for the disk to sync. `path` and
    `base_sha256` are the file the record was read from and its SHA-256, None when it has none yet. `continues` is the
    session that was recovered into this one: it is set aside once the archive has its words.

    Callbacks come from any thread: `status` with a `JournalBrokenError` when no folder accepts the journal, `moved`
    with the folder and the reason's code (`disk.REASONS`) when an error made it begin a new file, `durable` with the
    number of commands that would survive a power cut.
    """

    def __init__(
        self, folder: Path, session: str, minutes: Minutes, base_sha256: str | None = None, path: Path | None = None, *,
        continues: str | None = None, spare: tuple[Path, ...] | None = None,
        status: Callable[[JournalBrokenError], None] | None = None,
        moved: Callable[[Path, str], None] | None = None, durable: Callable[[int], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self.session = session
        self._folders = (folder, *(places.spare_folders() if spare is None else spare))
        self._minutes, self._base, self._path, self._continues = minutes, base_sha256, path, continues
        self._status, self._moved, self._durable_callback, self._clock = status, moved, durable, clock
        self._sequence, self._durable, self._saved_at = 0, -1, -1 if continues else 0
        self._number = self._failures = 0
        self._segment: Segment | None = None
        self._done: list[Segment] = []
        self._elsewhere: list[Path] = []
        self._settled: list[str] = []
        self._news: list[Callable[[], None]] = []
        self._turned = self._clock()
        self._closing: bool | None = None
        self._broken = False
        self._hurries, self._rests = True, False
        self._change = threading.Condition()
        with self._change:
            self._turn("open")
        self._thread = threading.Thread(target=self._keep_durable, name=f"journal {session}", daemon=True)
        self._thread.start()
        self._tell()

    @property
    def sequence(self) -> int:
        """The number of commands written."""
        return self._sequence

    @property
    def durable(self) -> int:
        """How many of them would survive a power cut; −1 while not even the record it began with would."""
        return self._durable

    @property
    def is_broken(self) -> bool:
        """True while no folder accepts the journal."""
        return self._broken

    def write(self, command: Command, minutes: Minutes) -> None:
        """Append `command`, which has just made the record `minutes`. Never raises for the disk's sake."""
        with self._change:
            self._minutes = minutes
            self._sequence += 1
            segment = self._segment
            if segment is None:
                if self._clock() - self._turned >= PAUSE:
                    self._turn("again")
            else:
                self._append(segment, {"n": self._sequence, "t": self._age(), "entry": to_entry(command)})
            if self._rests:
                self._change.notify_all()
        if self._news:
            self._tell()

    def saved(self, sha256: str, minutes: Minutes, path: Path | None = None) -> None:
        """The archive now holds `minutes` in a file with this hash; `path` when it has been given a place or moved."""
        with self._change:
            self._base, self._path = sha256, path or self._path
            self._saved_at = self._sequence if self._minutes == minutes else self._sequence - 1
            if self._continues:
                self._settled.append(self._continues)
                self._continues = None
            self._turn("saved")
            self._change.notify_all()
        self._tell()

    def flush(self, timeout: float = PATIENCE) -> bool:
        """Wait until everything written is durable; False if it is not within `timeout` seconds."""
        with self._change:
            wanted, self._hurries = self._sequence, True
            self._change.notify_all()
            return self._change.wait_for(lambda: self._durable >= wanted, timeout)

    def close(self, *, keep: bool = False) -> None:
        """End the journal. `keep` when the archive lacks something of it: it is then found at the next start.

        Otherwise it is set aside for thirty days, never removed because closing looked normal.
        """
        with self._change:
            if self._closing is not None:
                return
            self._closing = keep
            if self._segment is not None:
                self._append(self._segment, self._last_frame())
            self._change.notify_all()
        self._thread.join(PATIENCE)
        self._tell()

    def _age(self) -> int:
        """Whole seconds since the segment was begun: with its first frame's time, when a command was done."""
        return max(0, int(self._clock() - self._turned))

    def _append(self, segment: Segment, data: dict[str, Any]) -> None:
        """Write a frame; the next segment when that fails, or when this one has had its share."""
        try:
            segment.append(data)
        except OSError as problem:
            self._turn("error", segment.place + 1, problem)
            return
        full = segment.grown >= max(LARGEST, segment.first)
        if self._closing is None and (full or self._clock() - self._turned >= OLDEST):
            self._turn("share")

    def _turn(self, why: str, first: int = 0, problem: OSError | None = None) -> None:
        """Begin a new segment in the first folder that accepts it, beginning with number `first` and going round."""
        old, self._segment = self._segment, None
        self._turned = self._clock()
        if old is not None:
            self._done.append(old)
        for step in range(len(self._folders)):
            place = (first + step) % len(self._folders)
            self._number += 1
            try:
                segment = Segment(self._folders[place], place, self.session, self._number, self._first_frame(why))
                if self._closing is not None:
                    segment.append(self._last_frame())
            except OSError as refused:
                problem = problem or refused
                continue
            self._adopt(segment, problem)
            return
        self._say_broken(problem)

    def _adopt(self, segment: Segment, problem: OSError | None) -> None:
        self._segment = segment
        if segment.place:
            self._elsewhere.append(segment.path)
        if problem is not None and not self._broken:
            folder, code, moved = segment.path.parent, reason(problem), self._moved
            log.warning("journal went on in folder %d: %s", segment.place, code)
            if moved is not None:
                self._news.append(lambda: moved(folder, code))
        if not self._failures:
            self._broken = False

    def _say_broken(self, problem: OSError | None) -> None:
        status = self._status
        if not self._broken:
            log.error("no folder accepts the journal: %s", reason(problem) if problem else "")
            if status is not None:
                self._news.append(lambda: status(JournalBrokenError(reason(problem) if problem else "")))
        self._broken = True

    def _first_frame(self, why: str) -> dict[str, Any]:
        return {
            "format": FORMAT, "session": self.session, "segment": self._number, "n": self._sequence, "why": why,
            "saved": self._saved_at, "continues": self._continues, "at": datetime.datetime.now().isoformat(),
            "owner": asdict(this_process()), "record": self._minutes.id, "base": self._base,
            "path": str(self._path) if self._path else None, "minutes": to_plain(self._minutes),
        }  # fmt: skip

    def _last_frame(self) -> dict[str, Any]:
        return {"n": self._sequence, "end": "kept" if self._closing else "closed"}

    def _tell(self) -> None:
        """Give the news, outside the lock: whoever hears it may ask the journal something."""
        with self._change:
            news, self._news = self._news, []
        for one in news:
            one()

    # The sync thread

    def _keep_durable(self) -> None:
        """Sync what is new, over and over: while one sync runs, the next gathers all that comes."""
        while True:
            with self._change:
                self._wait()
                done, self._done = self._done, []
                segment, sequence = self._segment, self._sequence
                size = segment.size if segment else 0
                is_last = self._closing is not None and (segment is None or size <= segment.synced)
            for old in done:
                old.close()
            if is_last:
                self._end(segment)
                return
            if segment is not None and size > segment.synced:
                self._sync(segment, size, sequence)
            self._tell()

    def _wait(self) -> None:
        """For a beat, then until there is work; while the folders refuse, for a pause, and then try them again."""
        if self._failures > len(self._folders):
            self._change.wait_for(lambda: self._closing is not None, PAUSE)
        self._change.wait_for(lambda: self._hurries or self._closing is not None, BEAT)
        self._hurries, self._rests = False, True
        if self._segment is not None:
            self._change.wait_for(lambda: self._work() or self._closing is not None)
        elif not self._change.wait_for(lambda: self._segment is not None or self._closing is not None, PAUSE):
            self._turn("again")
        self._rests = False

    def _work(self) -> bool:
        return self._segment is None or bool(self._done) or self._segment.size > self._segment.synced

    def _sync(self, segment: Segment, size: int, sequence: int) -> None:
        try:
            segment.sync(size)
        except OSError as problem:
            self._on_refused(segment, problem)
            return
        with self._change:
            is_current = segment is self._segment
            if is_current:
                self._failures, self._broken = 0, False
            self._durable = max(self._durable, sequence)
            told, settled = self._durable_callback, self._settled
            elsewhere: list[Path] = []
            if is_current and segment.place == 0:
                elsewhere, self._elsewhere = self._elsewhere, []
            self._settled = []
            self._change.notify_all()
        if told is not None:
            told(sequence)
        for path in elsewhere:
            with contextlib.suppress(OSError):
                path.unlink()
        for session in settled:
            self._set_aside(session)

    def _on_refused(self, segment: Segment, problem: OSError) -> None:
        """A new file in the next folder; when all of them have refused, say so and wait between tries."""
        with self._change:
            self._failures += 1
            if self._failures > len(self._folders):
                self._say_broken(problem)
                if self._closing is not None:
                    segment.synced = segment.size
                    return
            if self._segment is segment:
                self._turn("error", segment.place + 1, problem)

    def _end(self, segment: Segment | None) -> None:
        if segment is not None:
            segment.close()
        if self._closing is False:
            self._set_aside(self.session)

    def _set_aside(self, session: str) -> None:
        for folder in self._folders:
            set_aside(session, folder)
