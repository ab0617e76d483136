"""What happens when: the window's signals, the session's news and every action, wired to one another."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

import model
from desktop import swedish
from desktop.actions import BY_NAME, Actions, sheet
from desktop.aids.aids import Aids
from desktop.exchange import Exchange
from desktop.finding import Finding, item_at
from desktop.hints import Context, hints
from desktop.linking import links_at
from desktop.matching import matches, step_to, utf16
from desktop.memory.memory import Memory
from desktop.notices import Notices
from desktop.saving import SaveState
from desktop.session import Session
from desktop.signing import ask_signatures
from desktop.starting import Starting
from desktop.theme import Choice, Theme
from desktop.theme.speech import say
from desktop.window import MainWindow
from model.record.ids import NodeId
from model.record.tree import Section, derive

LEAVE_AT_THE_LATEST = 8_000
"""Milliseconds that closing waits for the archive; the journal has everything."""


class Desk(QObject):
    """Everything that a key, a click or an answer sets going. Built by `app`, which gives it its services."""

    def __init__(
        self, window: MainWindow, session: Session, finding: Finding, notices: Notices, starting: Starting,
        exchange: Exchange, theme: Theme, aids: Aids, memory: Memory,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.window, self.session, self.finding = window, session, finding
        self.starting, self.exchange, self.notices, self.theme, self.aids = starting, exchange, notices, theme, aids
        self.memory = memory
        self.actions = Actions(window, self._deeds(), self._mays())
        self.aids.serve(self.actions.commands, lambda: finding.lines, memory.chosen, self.open, memory.link_find)
        self.actions[theme.choice].setChecked(True)
        window.set_actions(self.actions)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(LEAVE_AT_THE_LATEST)
        self._leaving.timeout.connect(self._leave)
        self._connect()
        self._on_opened()

    def show_start(self) -> None:
        """The start page, with what its tiles would do."""
        self.show_choices()
        self.window.show_page(paper=False)
        self._say_where()
        self.window.focus_middle()

    def show_choices(self) -> None:
        """What the tiles of the start page would do now."""
        self.window.start.greet(datetime.datetime.now())
        self.window.start.show_choices(self.starting.would_begin(), self.starting.would_continue())

    def open(self, path: Path, node: NodeId | None = None, then: Callable[[], None] | None = None) -> None:
        """Open the record `path`, at `node` if it is given; then do `then`."""

        def opened() -> None:
            self.window.show_page(paper=True)
            if node is not None:
                self.window.sheet.go_to(node)
            self.window.release_panes()
            self.window.focus_middle()
            if then is not None:
                then()

        self.session.open(path, opened, self.notices.say_error)

    def _deeds(self) -> dict[str, Callable[[], None]]:
        window, starting, exchange, theme = self.window, self.starting, self.exchange, self.theme
        deeds: dict[str, Callable[[], None]] = {
            "new": starting.begin,
            "new_with": starting.begin_with,
            "open": exchange.choose_files,
            "archive": self._choose_archive,
            "beside": exchange.choose_beside,
            "alone": lambda: exchange.use_beside(None),
            "save": self._save,
            "to_word": exchange.to_word,
            "close": self._close,
            "quit": self._quit,
            "undo": self._undo,
            "redo": self._redo,
            "go_to_item": self._go_to_item,
            "signatures": lambda: ask_signatures(theme, self.session, window),
            "link": self.memory.link,
            "search": self._search,
            "find": self._find,
            "earlier": self._to_earlier,
            "next_pane": lambda: window.next_pane(1),
            "previous_pane": lambda: window.next_pane(-1),
            "paper_alone": window.toggle_alone,
            "sidebar": lambda: window.toggle_pane("sidebar"),
            "right": lambda: window.toggle_pane("earlier"),
            "start": self.show_start,
            "system": lambda: self._choose_colours("system"),
            "light": lambda: self._choose_colours("light"),
            "dark": lambda: self._choose_colours("dark"),
            "keys": self._show_keys,
            "about": self._run_about,
        }
        presses = {name: (lambda name=name: self._press(name)) for name, spec in BY_NAME.items() if spec.paper}
        return {**deeds, **self.aids.deeds(), **self.memory.deeds(), **presses}

    def _mays(self) -> dict[str, Callable[[], bool]]:
        def writes() -> bool:
            return self.window.shows_paper and self.session.document is not None and self.session.may_write

        document = self.session
        mays: dict[str, Callable[[], bool]] = {name: writes for name, spec in BY_NAME.items() if spec.paper}
        for name in ("copy", "select_all", "previous_item", "next_item"):
            mays[name] = lambda: self.window.shows_paper
        return {
            **mays,
            "undo": lambda: writes() and document.can_undo,
            "redo": lambda: writes() and document.can_redo,
            "save": lambda: self.session.document is not None,
            "alone": lambda: self.session.beside is not None,
            "to_word": lambda: self.session.document is not None,
            "close": lambda: self.session.document is not None,
            "go_to_item": lambda: self.window.shows_paper,
            "find": lambda: self.window.shows_paper,
            "signatures": writes,
            "link": lambda: writes() and self.memory.chosen() is not None,
            "unlink": lambda: writes() and bool(links_at(self.session.minutes, self.window.sheet.node())),
        }

    def _connect(self) -> None:
        window, session = self.window, self.session
        window.sidebar.opened.connect(self.open)
        self.memory.reading.wanted.connect(self.open)
        self.memory.reading.failed.connect(self.notices.say_error)
        self.memory.guarding.built_on.connect(self._say_built_on)
        self.memory.lists.failed.connect(self.notices.say_error)
        self.memory.lists.word_made.connect(self.exchange.say_word)
        window.sidebar.left.connect(self.back)
        window.sidebar.folded.connect(lambda: window.toggle_pane("sidebar"))
        window.sidebar.archive_wanted.connect(self._choose_archive)
        window.sidebar.import_wanted.connect(self.exchange.choose_files)
        window.topbar.word_wanted.connect(self.exchange.to_word)
        window.topbar.sidebar_wanted.connect(lambda: window.toggle_pane("sidebar"))
        window.topbar.earlier_wanted.connect(lambda: window.toggle_pane("earlier"))
        window.start.new_wanted.connect(self.starting.begin)
        window.start.continue_wanted.connect(self._continue)
        window.start.import_wanted.connect(self.exchange.choose_files)
        window.escaped.connect(self.back)
        window.closing.connect(self._on_closing)
        window.banner.changed.connect(self._announce)
        window.findbar.wanted.connect(self._find_words)
        window.findbar.left.connect(self.back)
        window.sheet.caret_moved.connect(lambda _node: self._on_caret())
        self.aids.changed.connect(self._say_where)
        window.sheet.refused.connect(self.notices.say_sealed)
        window.sheet.name_links(self.finding.link_name)
        session.opened.connect(self._on_opened)
        self.finding.listed.connect(self._on_listed)
        session.state_changed.connect(self._on_state)
        self.exchange.imported.connect(lambda path: self.open(path, then=self.exchange.tell))
        self.exchange.archive_chosen.connect(self._on_archive)
        self.exchange.beside_chosen.connect(self.finding.refresh)
        self.finding.beside_failed.connect(self.notices.say_error)
        self.memory.joining.refused.connect(lambda words: self.notices.say(words, "", "warn"))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _choose_archive(self) -> None:
        self.exchange.choose_archive()
        self.window.focus_middle()

    def _on_archive(self) -> None:
        self.finding.lines = ()
        self.finding.start()
        if self.session.document is None:
            self.show_start()

    def _on_opened(self) -> None:
        document = self.session.document
        self.window.sheet.show_document(document, read_only=not self.session.may_write)
        self.window.show_page(paper=document is not None)
        self.window.focus_middle()
        self.notices.about_opened(self.session)
        self._say_name()
        self._say_where()
        self.finding.show_list()
        self.finding.touch()
        if self.session.saving:
            self._on_state(self.session.saving.state)

    def _on_listed(self) -> None:
        """The start page knows now what can be gone on with: a focus that has not been moved goes there."""
        if self.session.document is None:
            before = self.window.start.first()
            self.show_choices()
            if before.hasFocus():
                self.window.focus_middle()

    def _say_built_on(self, count: int) -> None:
        show = (
            swedish.SHOW,
            lambda: self.memory.lists.show_built_on(self.session.minutes.id if self.session.minutes else ""),
        )
        self.notices.say(swedish.built_upon(count), swedish.BUILT_ON_MORE, "warn", show)

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._say_where()

    def _on_caret(self) -> None:
        """The caret has moved or the words have changed, and that has been painted."""
        self._say_name()
        self.finding.touch()
        self._say_where()

    def _on_state(self, state: SaveState) -> None:
        sign, tone, words = self.notices.state(state)
        self.window.topbar.show_state(sign, tone, words)
        if state.kind == "saved":
            self.notices.saved()

    def _say_name(self) -> None:
        minutes = self.session.minutes
        name = swedish.named(minutes.short_name) if minutes else ""
        self.window.topbar.show_minutes(minutes.body.name if minutes else "", name)
        self.window.setWindowTitle(f"{name} – {swedish.PROGRAM}" if name else swedish.PROGRAM)

    def _say_where(self) -> None:
        self.window.show_hints((*self.aids.notes(), *hints(self._context())))

    def _context(self) -> Context:
        window, focus = self.window, QApplication.focusWidget()
        if focus is not None and window.sidebar.isAncestorOf(focus):
            return Context("search")
        if window.holds_focus(window.reader):
            return Context("reader")
        if focus is not None and window.earlier.isAncestorOf(focus):
            return Context("earlier", cards=self.memory.chosen() is not None)
        if not window.shows_paper:
            return Context("start")
        if not self.session.may_write:
            return Context("reading")
        if aid := self.aids.where():
            return Context(aid)
        where, empty = window.sheet.where()
        return Context(where, empty, window.earlier.list.count() > 0)

    def _undo(self) -> None:
        if self.window.shows_paper:
            self.window.sheet.undo()
            self.finding.show_links()

    def _redo(self) -> None:
        if self.window.shows_paper:
            self.window.sheet.redo()
            self.finding.show_links()

    def _save(self) -> None:
        if self.session.saving:
            self.session.place()
            self.session.saving.save()

    def _close(self) -> None:
        self.session.settle(self.close_now)

    def close_now(self) -> None:
        """Close the minutes and show the start page."""
        self.session.close()
        self.show_start()

    def _continue(self) -> None:
        path = self.starting.last_path()
        if self.session.document is not None:
            self.window.show_page(paper=True)
            self.window.focus_middle()
        elif path is not None:
            self.open(path)

    def _search(self) -> None:
        self.window.show_pane("sidebar")
        self.window.sidebar.field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.window.sidebar.field.line.selectAll()

    def _find(self) -> None:
        if self.window.shows_paper:
            self.window.findbar.open()

    def _find_words(self, words: str, way: int) -> None:
        """Choose the next, the previous or (while one types) the same match, from the caret and round the end."""
        places = matches(self.window.sheet.toPlainText(), words)
        cursor = self.window.sheet.textCursor()
        at = step_to(places, cursor.selectionStart(), way)
        if places:
            cursor.setPosition(places[at])
            cursor.setPosition(places[at] + utf16(words), QTextCursor.MoveMode.KeepAnchor)
            self.window.sheet.setTextCursor(cursor)
            self.window.sheet.ensureCursorVisible()
        self.window.findbar.say(at + 1, len(places), cursor.block().text() if places else "")

    def _to_earlier(self) -> None:
        if self.window.shows_paper:
            self.window.show_pane("earlier")
            self.window.earlier.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.window.earlier.list.count():
                say(self.window, swedish.EARLIER_NONE)

    def back(self) -> None:
        """Back to the text, at exactly the caret that was left."""
        self.window.focus_middle()
        self.window.release_panes()

    def _go_to_item(self) -> None:
        minutes = self.session.minutes
        numbers = [s.number for s in derive(minutes.blocks) if isinstance(s, Section)] if minutes else []
        if minutes is None or not numbers:
            return
        from desktop.dialogs.goto import GoToDialog

        dialog = GoToDialog(self.theme, min(numbers), max(numbers), self.window)
        if dialog.exec():
            self.go_to_number(dialog.number.value())
        self.window.focus_middle()

    def go_to_number(self, number: int) -> None:
        """The caret to the item with this number, if there is one."""
        item = item_at(self.session.minutes, number) if self.session.minutes else None
        if item is not None:
            self.window.sheet.go_to(item.id)

    def _press(self, name: str) -> None:
        """A menu's action on the text: its key, sent to the paper, or to the field that has the focus."""
        combination = QKeySequence(BY_NAME[name].keys[0])[0]  # type: ignore[index]  # the stubs leave it out
        focus = QApplication.focusWidget()
        target = focus if isinstance(focus, QLineEdit) and BY_NAME[name].menu == "edit" else self.window.sheet
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, combination.key(), combination.keyboardModifiers()))

    def _announce(self, words: str) -> None:
        """Say what the banner shows to a screen reader; the focus stays where it is."""
        say(self.window, words)

    def _quit(self) -> None:
        self.window.close()

    def _choose_colours(self, choice: Choice) -> None:
        self.theme.choose(choice)
        self.starting.keep_colours(choice)

    def _show_keys(self) -> None:
        from desktop.dialogs.keysheet import KeySheet

        KeySheet(self.theme, self.window, sheet()).open()

    def _run_about(self) -> None:
        from desktop.dialogs.about import AboutDialog

        AboutDialog(self.theme, model.__version__, self.window).exec()
        self.window.focus_middle()

    def _on_closing(self) -> None:
        if self._leaving.isActive():
            return
        self._leaving.start()
        self.session.settle(self._leave)

    def _leave(self) -> None:
        self._leaving.stop()
        self.end()

    def end(self) -> None:
        """Close the minutes and the window; nothing is asked and nothing waits any more."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus)
        self.session.stop()
        self.window.leave()
