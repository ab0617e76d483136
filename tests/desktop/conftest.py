"""Fixtures of the hall: a theme, and a worker that answers what the test says."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.theme import Theme
from desktop.theme.stylesheet import stylesheet
from tests.desktop.scripted import Scripted


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
