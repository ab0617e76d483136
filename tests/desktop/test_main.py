"""The entry: window or command, and what is said when there can be no window."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import swedish
from desktop.__main__ import has_display, main, qt_fits

ROOT = Path(__file__).resolve().parents[2]


def test_without_a_display_it_says_so_and_exits_three(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 3
    assert capsys.readouterr().err.strip() == swedish.NO_DISPLAY


@pytest.mark.parametrize(
    ("environment", "can"),
    [
        ({}, False),
        ({"DISPLAY": ":987"}, False),
        ({"DISPLAY": "host.example:0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_display_is_one_that_can_be_drawn_on(environment: dict[str, str], can: bool) -> None:
    assert has_display(environment) is can


@pytest.mark.parametrize(
    ("qt", "python", "fits"),
    [((6, 11), (3, 11), True), ((6, 12), (3, 11), False), ((6, 12), (3, 12), True), ((6, 13), (3, 10), False)],
)
def test_the_pair_that_aborts_is_refused(qt: tuple[int, int], python: tuple[int, int], fits: bool) -> None:
    assert qt_fits(qt, python) is fits


def test_a_command_never_imports_qt() -> None:
    script = (
        "import sys\nfrom desktop.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
