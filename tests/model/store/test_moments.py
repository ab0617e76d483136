"""The time machine: the minutes at any minute of the meeting."""

import datetime
from dataclasses import replace
from pathlib import Path

from model.edit.write import WriteText
from model.record.blocks import Paragraph
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.store.journal import Journal
from model.store.moments import journals_of, moments
from tests import builders as b

NODE = NodeId("s-222222")


class Clock:
    """Seconds that pass when the test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def said(minutes: Minutes) -> str:
    block = minutes.block(NODE)
    return block.text.plain if isinstance(block, Paragraph) else ""


def typed(folder: Path, clock: Clock, *, keep: bool = True) -> Minutes:
    """A quarter of an hour of typing: a word a minute, two in the first."""
    minutes = b.minutes(b.item("Budget", b.text(NODE)))
    journal = Journal(folder, "a", minutes, spare=(), clock=clock)
    for minute, word in enumerate(["ett", "ett två", *(f"ord {n}" for n in range(1, 13))]):
        clock.now = 30.0 if minute == 0 else 60.0 * minute
        command = WriteText(NODE, word)
        minutes = command.apply(minutes)
        journal.write(command, minutes)
    journal.flush()
    journal.close(keep=keep)
    return minutes


def test_every_minute_of_the_meeting_can_be_seen_again(tmp_path: Path) -> None:
    last = typed(tmp_path, Clock())
    files = journals_of([tmp_path], "p-222222")
    assert len(files) > 1, "a segment lasts five minutes"
    seen = moments(files, every=1)
    assert [said(moment.minutes) for moment in seen] == ["", "ett", "ett två", *(f"ord {n}" for n in range(1, 13))]
    assert seen[-1].minutes == last


def test_a_stretch_of_time_gives_its_last_state(tmp_path: Path) -> None:
    typed(tmp_path, Clock())
    whole = moments(journals_of([tmp_path], "p-222222"), every=86_400 * 365 * 100)
    assert [said(moment.minutes) for moment in whole] == ["ord 12"]


def test_what_was_set_aside_is_found_and_damage_costs_only_its_own(tmp_path: Path) -> None:
    typed(tmp_path, Clock(), keep=False)
    files = journals_of([tmp_path], "p-222222")
    assert files, "set aside, not gone"
    first = files[0]
    first.write_bytes(first.read_bytes()[:-20] + b"x" * 20)
    seen = [said(moment.minutes) for moment in moments([*files, tmp_path / "finns inte.journal"], every=1)]
    assert seen[-1] == "ord 12"
    assert "ett" in seen


def test_other_minutes_are_not_mixed_in(tmp_path: Path) -> None:
    typed(tmp_path, Clock())
    other = replace(b.minutes(), id=NodeId("p-333333"))
    Journal(tmp_path, "b", other, spare=()).close(keep=True)
    assert all(path.name.startswith("a.") for path in journals_of([tmp_path], "p-222222"))
    assert journals_of([tmp_path / "tom"], "p-222222") == []
    assert datetime.datetime.now() >= moments(journals_of([tmp_path], "p-333333"))[0].at
