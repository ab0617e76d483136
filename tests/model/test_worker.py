"""The far end of the pipe, asked as the window asks it."""

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def ask(*questions: tuple[str, dict[str, Any]]) -> list[Any]:
    """What a fresh worker answers to `questions`, in order."""
    asked = b""
    for ticket, (name, what) in enumerate(questions):
        data = pickle.dumps(("ask", ticket, name, what))
        asked += len(data).to_bytes(4, "big") + data
    done = subprocess.run(
        [sys.executable, "-m", "model.worker"], input=asked, cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    answers, rest = [], done.stdout
    while rest:
        length = int.from_bytes(rest[:4], "big")
        answers.append(pickle.loads(rest[4 : 4 + length]))
        rest = rest[4 + length :]
    return [answer[2] for answer in answers if answer[0] in {"answer", "failed"}]


def test_spelling_is_asked_by_text_and_names_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VID_TANGENTERNA_CONFIG", str(tmp_path))
    texts = {"t-1": "anta projektpalnen", "t-2": "Ann Ekströhm", "t-3": "godkänna planen"}
    faults, meant, kept = ask(
        ("spell", {"texts": texts, "known": ("Ann Ekströhm",)}), ("suggest", {"word": "projektpalnen"}),
        ("keep_word", {"word": "Xyzköping"}),
    )  # fmt: skip
    assert {key: [fault.word for fault in found] for key, found in faults.items()} == {"t-1": ["projektpalnen"]}
    assert meant[0] == "projektplanen"
    assert kept == ("Xyzköping",)
    assert ask(("spell", {"texts": {"a": "Xyzköping"}})) == [{}]
