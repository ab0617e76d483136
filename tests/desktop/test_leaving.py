"""However the program is left, it says nothing on the way out, and the archive has what was typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.store.archive import Archive
from model.store.minutesfile import load
from tests.builders import KDG
from tests.desktop.leaving import WAYS, WORDS

ROOT = Path(__file__).resolve().parents[2]
OFFSCREEN = "This plugin does not support"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of the other systems")
@pytest.mark.parametrize("way", WAYS)
def test_leaving_saves_and_is_quiet(way: str, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    Archive.create(archive, KDG)
    own = {f"VID_TANGENTERNA_{kind}": str(tmp_path / kind) for kind in ("STATE", "CACHE", "CONFIG", "DOCUMENTS")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.leaving", way, str(archive)], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}, start_new_session=True, timeout=120, check=False,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if OFFSCREEN not in line]
    assert (done.returncode, said, done.stdout) == (0, [], "")
    (record,) = archive.rglob("protokoll.xml")
    assert load(record).minutes.blocks[0].heading.plain == WORDS
    assert not list((tmp_path / "STATE").rglob("*.journal")) or list((tmp_path / "STATE").rglob("closed"))
