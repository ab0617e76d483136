"""Header rows as printed: a label, a blank, the words; and rows that some styles leave out."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.edit.attend import SetPeople
from model.intake.sources import read_bytes
from model.record.ids import APOLOGIES, CountingIds
from model.record.people import PeopleList
from model.record.printing import Frame, closed, headed, lines
from model.record.text import Text
from model.store.writer import to_bytes
from tests import builders


@pytest.mark.parametrize(("caption", "words", "printed"), [
    ("Gäster:", "Ann Ek", "Gäster: Ann Ek"), ("Gäster:", "", "Gäster:"), ("", "Ann Ek", "Ann Ek"), ("", "", ""),
])  # fmt: skip
def test_a_header_row_is_its_label_and_its_words(caption: str, words: str, printed: str) -> None:
    assert headed(caption, words) == printed


@pytest.mark.parametrize(("words", "shown"), [("tacka  ", "tacka."), ("tacka", "tacka."), (" ", ".")])
def test_the_stop_stands_right_after_the_last_word_whatever_blank_was_typed(words: str, shown: str) -> None:
    assert closed(Text(words), Frame(end=".")).plain == shown


def test_no_blank_stands_where_the_style_has_no_label() -> None:
    plain = builders.minutes()
    meeting = replace(plain.meeting, line="12 juni 2015")
    bare = replace(plain, meeting=meeting, style=replace(plain.style, label_meeting=""))
    assert "12 juni 2015" in [line for _, line in lines(bare)]
    assert "<tidplats>12 juni 2015</tidplats>" in to_bytes(bare).decode()


def test_a_row_that_old_minutes_left_out_has_the_houses_label_when_it_is_filled() -> None:
    old = "Protokoll 3/2020\n\nTid/Plats: 200312 kl 9-11, Lund\n\nNärvaro: Anna Berg, Lund\n\n1. Budget\n\nVi talade.\n"
    read = read_bytes(old.encode(), Path("prov.txt"), CountingIds()).minutes
    assert read.attendance.apologies is None
    filled = SetPeople(APOLOGIES, PeopleList(Text("Bo Ek, Eslöv"))).apply(read)
    assert "Anmält förhinder: Bo Ek, Eslöv" in [line for _, line in lines(filled)]
