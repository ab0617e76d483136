"""What goes in and out: old minutes read in, Word files made, the archive chosen. All of it in the worker."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import swedish
from desktop.answers import exported, import_result
from desktop.background import Asker
from desktop.keeping import Keeping
from desktop.notices import Notices
from desktop.session import Session
from model.errors import MinutesError
from model.sentences import sentence


class Exchange(QObject):
    """Each errand asks the worker and comes back later; `imported` carries the record of the last file read in."""

    imported = Signal(Path)
    archive_chosen = Signal()
    beside_chosen = Signal()

    def __init__(self, asker: Asker, session: Session, notices: Notices, keeping: Keeping, window: QWidget) -> None:
        super().__init__(window)
        self._asker, self._session, self._notices = asker, session, notices
        self._keeping, self._window = keeping, window
        self._waiting: list[Path] = []
        self._done: list[Path] = []
        self._unsure = 0

    def choose_files(self) -> None:
        """Ask which files to read in; an archive comes first."""
        if self._session.archive is None and not self.choose_archive():
            return
        files, _ = QFileDialog.getOpenFileNames(self._window, swedish.OPEN_TITLE, str(Path.home()), swedish.OPEN_FILTER)
        self.read_in([Path(file) for file in files])

    def read_in(self, files: Sequence[Path]) -> None:
        """Read these files into the archive, one after the other; one that fails does not stop the rest."""
        idle = not self._waiting
        self._waiting.extend(files)
        if idle and self._waiting:
            self._done.clear()
            self._unsure = 0
            self._next()

    def choose_archive(self) -> bool:
        """Ask for the archive's folder; True if one was chosen."""
        start = str(self._session.archive or Path.home())
        folder = QFileDialog.getExistingDirectory(self._window, swedish.ARCHIVE_TITLE, start)
        if folder:
            self.use_archive(Path(folder))
        return bool(folder)

    def choose_beside(self) -> None:
        """Ask for another archive's folder, which is searched too and only read."""
        folder = QFileDialog.getExistingDirectory(self._window, swedish.BESIDE_TITLE, str(Path.home()))
        if folder:
            self.use_beside(Path(folder))

    def use_beside(self, folder: Path | None) -> None:
        """Search in this archive too from now on; None for no other than the user's own."""
        self._session.beside = folder if folder != self._session.archive else None
        self._keeping.keep_beside(self._session.beside)
        self.beside_chosen.emit()

    def use_archive(self, folder: Path) -> None:
        """Work in this archive from now on; minutes without a place get one there."""
        self._session.settle(lambda: self._use(folder))

    def tell(self) -> None:
        """Say what has been read in; when the last of it is shown."""
        self._notices.say(swedish.read_in(len(self._done)), swedish.read_in_more(self._unsure))

    def to_word(self) -> None:
        """Save, write the Word file beside the record, and offer to open it."""
        self._session.settle(self._export)

    def _use(self, folder: Path) -> None:
        if self._session.path is not None:
            self._session.close()
        self._session.archive = folder
        self._keeping.keep_archive(folder)
        self._session.place()
        self.archive_chosen.emit()

    def _next(self) -> None:
        self._asker.ask(
            "import", self._on_imported, self._on_failed, path=self._waiting[0], archive=self._session.archive
        )

    def _on_imported(self, answer: object) -> None:
        path, unsure = import_result(answer)
        self._done.append(path)
        self._unsure += unsure
        self._go_on()

    def _on_failed(self, error: MinutesError) -> None:
        self._notices.say_error(error)
        self._go_on()

    def _go_on(self) -> None:
        self._waiting.pop(0)
        if self._waiting:
            self._next()
            return
        if self._done:
            self._session.archive_changed.emit(None)
            self.imported.emit(self._done[-1])

    def _export(self) -> None:
        minutes, path = self._session.minutes, self._session.path
        if minutes is None:
            return
        if path is None:
            self._notices.say(swedish.WORD_FAILED, swedish.WORD_NEEDS_ARCHIVE, "err")
            return
        self._asker.ask(
            "export",
            self._on_exported,
            self._notices.say_error,
            path=path.with_suffix(".docx"),
            minutes=minutes,
            to="docx",
        )

    def _on_exported(self, answer: object) -> None:
        self.say_word(*exported(answer))

    def say_word(self, path: Path, complaints: Sequence[MinutesError] = ()) -> None:
        """A Word file is made: say so, with what there is to complain of, and offer to open it."""
        self._notices.say(
            swedish.WORD_READY,
            " ".join([*map(sentence, complaints)] or [path.name]),
            "warn" if complaints else "ok",
            (swedish.OPEN_IT, _opens(path)),
            (swedish.SHOW_FOLDER, _opens(path.parent)),
        )


def _opens(path: Path) -> Callable[[], None]:
    def open_it() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    return open_it
