"""The worker reads an archive in slices: questions are answered between them, and it can be paused and goes on."""

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from model.store.archive import Archive
from tests.builders import clause, item
from tests.model.index.archives import archive, made

ROOT = Path(__file__).resolve().parents[2]


def ask(*questions: tuple[str, dict[str, Any]]) -> list[Any]:
    """What a worker answers; it is listened to until the last answer has come, as by a window that stays open."""
    with subprocess.Popen(
        [sys.executable, "-m", "model.worker"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        asked = [pickle.dumps(("ask", ticket, *question)) for ticket, question in enumerate(questions)]
        worker.stdin.write(b"".join(len(data).to_bytes(4, "big") + data for data in asked))
        worker.stdin.flush()
        answers: list[Any] = []
        while len(answers) < len(questions):
            message = pickle.loads(worker.stdout.read(int.from_bytes(worker.stdout.read(4), "big")))
            answers += [message[2]] if message[0] in {"answer", "failed"} else []
        worker.stdin.close()
        return answers


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    return archive(
        tmp_path / "Protokoll",
        made(1, "2015-01-16", item("Mångfald", clause("godkänna planen"))),
        made(2, "2015-02-20", item("Simhallen i Bjuv")),
    )


def test_it_reads_and_then_finds(there: Archive) -> None:
    (done,) = ask(("refresh", {"archive": there.folder}))
    rows, hits, offered = ask(
        ("meetings", {"archive": there.folder}),
        ("search", {"archive": there.folder, "words": "mångfald"}),
        ("complete", {"archive": there.folder, "text": "kommun:b"}),
    )  # fmt: skip
    assert (done.meetings, done.items, done.left) == (2, 2, 0)
    assert [row.short_name for row in rows] == ["2/2015", "1/2015"]
    assert [hit.heading for hit in hits] == ["Mångfald"]
    assert offered == ("kommun:Bjuv",)


def test_reading_stops_when_asked_to_and_goes_on_when_asked_again(there: Archive) -> None:
    answers = ask(
        ("refresh", {"archive": there.folder}), ("pause", {}), ("refresh", {"archive": there.folder}),
    )  # fmt: skip
    assert answers[0] is None
    assert [answer.left for answer in answers[1:]] == [2, 0]


def test_what_cannot_be_read_is_listed_with_the_reason(there: Archive) -> None:
    bad = there.folder / "trasig" / "protokoll.xml"
    bad.parent.mkdir()
    bad.write_text("<protokoll", encoding="utf-8")
    ask(("refresh", {"archive": there.folder}))
    (listed,) = ask(("unreadable", {"archive": there.folder}))
    assert [path for path, _ in listed] == [bad]
    assert "avkortad eller skadad" in listed[0][1]


def test_a_second_archive_is_searched_beside_the_first(there: Archive, tmp_path: Path) -> None:
    other = archive(tmp_path / "Grannen", made(3, "2016-01-16", item("Mångfaldsarbetet")))
    ask(("refresh", {"archive": there.folder}), ("refresh", {"archive": other.folder}))
    (hits,) = ask(
        ("search", {"archive": there.folder, "words": "mångfald", "beside": (other.folder,)}),
    )  # fmt: skip
    assert [hit.heading for hit in hits] == ["Mångfald", "Mångfaldsarbetet"]
