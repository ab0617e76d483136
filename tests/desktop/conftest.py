"""Fixtures of the hall: a theme, and a worker that answers what the test says."""

import os
from collections.abc import Callable

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import Theme
from desktop.theme.stylesheet import stylesheet
from tests.desktop.scripted import Scripted


class PatientBot(QtBot):
    """Waits as long as a busy machine needs; what comes at once is not waited for."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 30_000) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["protokoll"]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light colours, dressed."""
    made = Theme("light")
    qapp.setStyleSheet(stylesheet(made))
    return made


@pytest.fixture
def scripted() -> Scripted:
    return Scripted()
