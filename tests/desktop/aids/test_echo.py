"""What was said in the item is offered again in its decision."""

import pytest

from desktop.aids.echo import echo
from model.edit.change import Place
from tests.builders import clause, item, minutes, paragraph

SAID = "Förslaget är att skapa förutsättningar för fler i arbete, med stöd av region och stat. Mötet diskuterade."


@pytest.mark.parametrize(("before", "after"), [
    ("anta förslaget att skapa förut", "sättningar för fler i arbete, med stöd av region och stat"),
    ("Att Skapa", " förutsättningar för fler i arbete, med stöd av region och stat"),
    ("skapa", ""), ("att göra", ""), ("region och stat", ""), ("", ""),
])  # fmt: skip
def test_the_words_that_followed_come_back(before: str, after: str) -> None:
    record = minutes(item("Arbete", paragraph(SAID), clause(before)))
    assert echo(record, Place(record.blocks[2].id, len(before)), before) == after


def test_only_the_same_item_is_listened_to() -> None:
    record = minutes(item("Arbete", paragraph(SAID)), item("Skola", clause("att skapa")))
    assert echo(record, Place(record.blocks[3].id, 9), "att skapa") == ""
