"""The only constructor of services: builds everything once, wires it, and starts Qt."""

import datetime
import gc
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import swedish
from desktop.aids.aids import Aids
from desktop.background import Asker
from desktop.desk import Desk
from desktop.ending import Ending
from desktop.errors import Errors
from desktop.exchange import Exchange
from desktop.finding import Finding
from desktop.keeping import Keeping
from desktop.memory.memory import Memory
from desktop.memory.suggesting import Suggesting
from desktop.notices import Notices
from desktop.session import Session
from desktop.starting import Starting
from desktop.theme import Theme
from desktop.theme.stylesheet import stylesheet
from desktop.window import MainWindow
from desktop.windowstate import WindowState
from model import places
from model.errors import MinutesError
from model.log import FOLDER, set_up
from model.record.ids import RandomIds
from model.settings import read
from model.store.recovery import Left, find

log = logging.getLogger(__name__)

SCALE = "QT_SCALE_FACTOR"
"""The factor of the screen that Qt takes from its surroundings."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where this program keeps its own things; tests give their own."""

    settings: Path
    state: Path

    @classmethod
    def of_user(cls) -> "Paths":
        """The user's own folders."""
        return cls(places.settings_file(), places.state_folder())

    @property
    def journals(self) -> Path:
        """The folder of the journals."""
        return self.state / "journals"

    @property
    def window(self) -> Path:
        """The file of the window's geometry."""
        return self.settings.with_name("window.ini")


class Program:
    """Everything, built once. `show` paints; only then is the worker started and the archive asked for."""

    def __init__(self, application: QApplication, paths: Paths, archive: Path | None) -> None:
        self.application, self._paths = application, paths
        self.keeping = Keeping(paths.settings)
        self.theme = Theme(self.keeping.colours, self.keeping.contrast)
        self.errors = Errors()
        self.asker = Asker()
        self.session = Session(self.asker, paths.journals)
        self.session.archive = archive or self.keeping.archive
        self.session.beside = self.keeping.settings.beside
        self.window = MainWindow(self.theme, WindowState(paths.window))
        ids = RandomIds()
        suggesting = Suggesting(self.asker, self.session, self.window.earlier, self.window.sheet.node)
        self.finding = Finding(self.asker, self.session, self.window.sidebar, suggesting)
        self.memory = Memory(self.theme, self.window, self.session, self.asker, self.finding)
        self.notices = Notices(self.window.banner, self.session)
        self.starting = Starting(
            self.asker, self.session, self.finding, self.keeping, ids, theme=self.theme, window=self.window
        )
        self.starting.promises = self.memory.following.promises
        self.exchange = Exchange(self.asker, self.session, self.notices, self.keeping, self.window)
        self.aids = Aids(
            self.theme, self.window, self.session, self.asker, self.memory.references.underlines, self.keeping,
            paths.journals,
        )  # fmt: skip
        self.aids.choosing.use_archive = self.exchange.use_archive
        self.aids.choosing.rescaled.connect(self._offer_restart)
        self.starts_again = False
        self.desk = Desk(
            self.window, self.session, self.finding, self.notices, self.starting, self.exchange, self.theme, self.aids,
            self.memory,
        )  # fmt: skip
        if archive:
            self.keeping.keep_archive(archive)
        self.errors.happened.connect(self.notices.say_broken)
        self.session.archive_changed.connect(self._on_opened)
        self.session.opened.connect(self._on_opened)
        self.theme.changed.connect(self._dress)
        application.setFont(self.theme.font())
        self._dress()

    def show(self) -> None:
        """Show the window; everything slow comes after the first paint."""
        self.window.restore()
        self.desk.show_start()
        self.window.show()
        QTimer.singleShot(0, self.window, self.after_paint)

    def after_paint(self) -> None:
        """The list, the worker, and what was left behind last time."""
        self.asker.start()
        self.finding.start()

    def offer_recovery(self) -> None:
        """Offer what was typed but not saved last time; what is not taken now is offered again next time."""
        left = self.left_behind()
        if left:
            from desktop.dialogs.recover import RecoverDialog

            dialog = RecoverDialog(self.theme, [_described(one) for one in left], self.window)
            if dialog.exec():
                self.recover(left[dialog.chosen()])
            self.window.focus_middle()

    def left_behind(self) -> list[Left]:
        """The sessions whose words the archive may lack."""
        return find(self._paths.journals)

    def recover(self, left: Left) -> None:
        """Open what `left` holds, and say what was found."""
        try:
            lost = self.session.recover(left)
        except MinutesError as error:
            self.notices.say_error(error)
            return
        self.notices.say(swedish.RECOVERED, swedish.recovered_more(lost))
        self.window.focus_middle()

    def close(self) -> None:
        """End the worker; after the window is gone."""
        self.asker.close()

    def _on_opened(self) -> None:
        if self.session.path:
            self.keeping.keep_last(self.session.path)

    def _offer_restart(self) -> None:
        """Another size of text is a factor of the whole screen, which Qt takes only at its start."""
        self.notices.say(swedish.SCALE_LATER, swedish.SCALE_LATER_MORE, "ok", (swedish.RESTART, self._restart))

    def _restart(self) -> None:
        self.starts_again = True
        self.window.close()

    def _dress(self) -> None:
        self.application.setPalette(self.theme.palette())
        self.application.setStyleSheet(stylesheet(self.theme))


def run(archive: Path | None) -> int:
    """The window until it is closed; the exit code."""
    paths = Paths.of_user()
    set_up(paths.state / FOLDER)
    application = make_application(sys.argv[:1], read(paths.settings).scale)
    program = Program(application, paths, archive)
    program.errors.install()
    ending = Ending(program.window)
    ending.asked.connect(application.closeAllWindows)
    program.show()
    program.window.keep_on_screen()
    QTimer.singleShot(0, program.window, program.offer_recovery)
    QTimer.singleShot(0, program.window, _keep_what_is_made)
    code = application.exec()
    program.close()
    if program.starts_again:
        import subprocess

        subprocess.Popen([sys.executable, *sys.orig_argv[1:]])
    return code


def make_application(argv: list[str], scale: float = 1.0) -> QApplication:
    """The Qt application in Swedish, in the house's style; everything on the screen `scale` times as large.

    A factor of the screen and not of the fonts alone: edges, signs and gaps grow with the words.
    """
    given = os.environ.get(SCALE, "1")
    os.environ[SCALE] = str(scale * float(given or 1))
    application = QApplication(argv)
    os.environ[SCALE] = given
    application.setApplicationName("vid-tangenterna")
    application.setApplicationDisplayName(swedish.PROGRAM)
    application.setDesktopFileName("vid-tangenterna")
    application.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    translator = QTranslator(application)
    if translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    return application


def _keep_what_is_made() -> None:
    """Look for garbage again from now on, but never among what starting has made: that stays, and is most of it all."""
    gc.freeze()
    gc.enable()


def _described(left: Left) -> str:
    today = datetime.date.today()
    when = f"{swedish.near_date(left.when.date(), today)} {swedish.clock(left.when)}"
    return swedish.left_behind(left.short_name, when, left.changes)
