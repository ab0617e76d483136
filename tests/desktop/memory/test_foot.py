"""What the archive is doing, in the sidebar's foot: files that cannot be read are told and listed, reading can wait."""

from desktop import swedish
from desktop.panels.foot import Foot
from desktop.theme import Theme
from tests.desktop.memory.desk import Archive


def test_a_file_that_cannot_be_read_is_told_and_listed_with_its_reason(archive: Archive) -> None:
    folder = archive.program.session.archive
    assert folder is not None
    broken = folder / "2015" / "2015-10-01 skadad" / "protokoll.xml"
    broken.parent.mkdir(parents=True)
    broken.write_text("<protokoll", encoding="utf-8")
    foot = archive.window.sidebar.foot
    archive.program.finding.refresh()
    archive.until(lambda: foot._unreadable[0].text() == "1 fil kunde inte läsas – visa")
    foot._unreadable[0].click()
    dialog = archive.memory.lists.dialog
    assert dialog is not None
    archive.until(dialog.shown)
    line = dialog.shown()[0]
    assert line.place == "protokoll.xml"
    assert "skadad" in line.words
    assert line.more == str(broken.parent)
    dialog.close()
    broken.unlink()
    broken.parent.rmdir()
    archive.program.finding.refresh()
    archive.until(lambda: not foot._unreadable[0].text())


def test_reading_is_paused_and_taken_up_again_by_one_button(theme: Theme) -> None:
    foot = Foot(theme)
    heard: list[str] = []
    foot.paused.connect(lambda: heard.append("paused"))
    foot.resumed.connect(lambda: heard.append("resumed"))
    foot.say_reading(412, 1284)
    assert foot.words() == "412 av 1\N{NO-BREAK SPACE}284"
    foot._pause.click()
    foot.say_paused()
    assert foot._reads.text() == swedish.READING_PAUSED
    foot._pause.click()
    assert heard == ["paused", "resumed"]


def test_a_paused_archive_goes_on_where_it_was(archive: Archive) -> None:
    finding = archive.program.finding
    archive.program.asker.ask("pause")
    finding.refresh()
    archive.until(lambda: archive.window.sidebar.foot.words() == "5 protokoll sökbara")
