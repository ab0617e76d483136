"""The Word files of the five example minutes: what Word will show, and what stands hidden in them."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from model.intake.sources import read_file
from model.record.blocks import AsPrinted, Clause, Item, Row
from model.record.ids import GUESTS, MEETING_LINE, PRESENT, TITLE, CountingIds
from model.record.minutes import Minutes
from model.record.printing import frames, printed, title
from model.store.reader import from_bytes
from model.store.seal import content_hash
from model.word.anchors import bookmark
from model.word.export import to_docx
from model.word.lint import faults
from tests.builders import clause, item, minutes, paragraph, row, subitem
from tests.model.word.goldrecords import NAMES, gold
from tests.model.word.reading import Line, W, lines, part

ROOT = Path(__file__).resolve().parents[3]


def styled(found: list[Line], *styles: str) -> list[str]:
    return [line.words for line in found if line.style in styles]


@pytest.mark.parametrize("house", [False, True], ids=["own style", "house style"])
@pytest.mark.parametrize("name", NAMES)
class TestEveryExample:
    def test_is_sound(self, name: str, house: bool) -> None:
        assert faults(to_docx(gold(name), house=house)) == []

    def test_is_valid(self, name: str, house: bool, tmp_path: Path) -> None:
        file = tmp_path / "protokoll.docx"
        file.write_bytes(to_docx(gold(name), house=house))
        assert OpenXmlValidator().validate(str(file)).errors == []

    def test_is_the_same_bytes_again(self, name: str, house: bool) -> None:
        assert to_docx(gold(name), house=house) == to_docx(gold(name), house=house)

    def test_opens_in_another_library(self, name: str, house: bool) -> None:
        opened = docx.Document(io.BytesIO(to_docx(gold(name), house=house)))
        assert opened.core_properties.title.casefold() == title(gold(name)).casefold()
        assert opened.core_properties.language == "sv-SE"
        assert opened.core_properties.author == gold(name).body.name


@pytest.mark.parametrize("name", NAMES)
class TestPrinted:
    def test_every_node_has_its_own_bookmark(self, name: str) -> None:
        record = gold(name)
        marks = [mark for line in lines(to_docx(record)) for mark in line.marks]
        assert len(marks) == len(set(marks))
        blocks = [bookmark(b.id) + ("_0" if isinstance(b, Row) else "") for b in record.blocks]
        heads = [bookmark(row) for row in (TITLE, MEETING_LINE, PRESENT, GUESTS)]
        signs = [bookmark(sign.id) + "_1" for sign in record.signatures]
        assert not {*blocks, *heads, *signs} - set(marks)

    def test_every_line_says_what_the_record_says(self, name: str) -> None:
        record = gold(name)
        said = {mark: line.words for line in lines(to_docx(record)) for mark in line.marks}
        framed = frames(record)
        for block in record.blocks:
            if isinstance(block, Row):
                assert [said[f"{bookmark(block.id)}_{n}"] for n in range(2)] == [cell.plain for cell in block.cells]
                continue
            whole = printed(block, framed[block.id])
            lead = framed[block.id].lead if isinstance(block, Item) else ""
            assert lead + said[bookmark(block.id)] == whole
            if isinstance(block, Clause) and framed[block.id].decision:
                assert said[bookmark(block.id) + "_led"] == framed[block.id].decision

    def test_a_decision_is_never_left_alone_at_the_foot_of_a_page(self, name: str) -> None:
        found = lines(to_docx(gold(name)))
        style = part(to_docx(gold(name)), "word/styles.xml")
        lead = next(s for s in style.iter(f"{W}style") if s.find(f"{W}name").get(f"{W}val") == "Beslut")
        assert lead.find(f"{W}pPr/{W}keepNext") is not None
        for before, after in pairwise(found):
            if before.style == "beslut":
                assert after.style == "att-sats"
                several = [line.style for line in found[found.index(after) + 1 :][:1]] == ["att-sats"]
                assert after.has("keepNext") or not several

    def test_the_places_to_sign_are_never_parted(self, name: str) -> None:
        found = lines(to_docx(gold(name)))
        signs = [line for line in found if line.style.startswith("signatur")]
        assert all(line.has("keepNext") for line in signs if line.style in {"signaturetikett", "signaturrad"})
        rows = {line.node.getparent().getparent() for line in signs}
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        words = [line for line in found if line.style and not line.style.startswith("signatur")]
        assert words[-1].has("keepNext")

    def test_the_record_and_its_hash_are_inside(self, name: str) -> None:
        record, data = gold(name), to_docx(gold(name), house=True)
        inside = from_bytes(_raw(data, "customXml/item1.xml"), Path("item1.xml")).minutes
        assert inside == record
        assert content_hash(record).encode() in _raw(data, "docProps/custom.xml")


def _raw(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def test_no_run_of_the_interpreter_changes_a_byte() -> None:
    script = (
        "import hashlib\n"
        "from model.word.export import to_docx\n"
        "from tests.model.word.goldrecords import NAMES, gold\n"
        "print(hashlib.sha256(b''.join(to_docx(gold(name)) for name in NAMES)).hexdigest())\n"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True,
            text=True, check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert found == {hashlib.sha256(b"".join(to_docx(gold(name)) for name in NAMES)).hexdigest()}


class TestNumbers:
    def numbers(self, record: Minutes) -> tuple[list[str], list[str], int]:
        """Headings, how they are counted, and where the counting begins."""
        data = to_docx(record)
        part_ = part(data, "word/numbering.xml")
        level = next(lvl for lvl in part_.iter(f"{W}lvl") if lvl.get(f"{W}ilvl") == "0")
        text, start = level.find(f"{W}lvlText").get(f"{W}val"), int(level.find(f"{W}start").get(f"{W}val"))
        found = [line for line in lines(data) if line.style in {"heading 2", "heading 3"}]
        return [line.words for line in found], [text, *(_list(line) for line in found)], start

    def test_word_counts_the_items_itself(self) -> None:
        record = minutes(item("Budget"), item("Val"))
        assert self.numbers(record) == (["Budget", "Val"], ["%1.", "style", "style"], 1)

    def test_a_series_may_begin_anywhere(self) -> None:
        record = minutes(item("Budget"), item("Val"))
        record = record.with_block(replace(_item(record, 0), number=43))
        record = replace(record, style=replace(record.style, number_form="§ {} "))
        assert self.numbers(record) == (["Budget", "Val"], ["§ %1", "style", "style"], 43)

    def test_a_gap_makes_the_numbers_literal(self) -> None:
        record = minutes(item("Budget"), item("Val"))
        record = record.with_block(replace(_item(record, 1), number=5))
        assert self.numbers(record)[:2] == (["1.\tBudget", "5.\tVal"], ["%1.", "0", "0"])

    def test_an_odd_number_makes_the_numbers_literal(self) -> None:
        record = minutes(item("Budget"), item("Val"))
        record = record.with_block(replace(_item(record, 1), printed=AsPrinted(lead="2) ")))
        assert self.numbers(record)[0] == ["1.\tBudget", "2)\tVal"]

    @pytest.mark.parametrize("form", ["letters", "dash", "numbers"])
    def test_sub_items_are_counted_under_their_item(self, form: str) -> None:
        record = minutes(item("A"), subitem("b"), subitem("c"), item("D"), subitem("e"))
        style = replace(record.style, sub_item=form)  # type: ignore[arg-type]
        record = replace(record, style=style)
        assert self.numbers(record)[1][1:] == ["style", "1", "1", "style", "1"]

    def test_sub_items_without_an_item_are_literal(self) -> None:
        record = minutes(item("A"), subitem("b"), paragraph("Tack.", "closing"), subitem("c"))
        assert self.numbers(record)[0] == ["A", "a)\tb", "a)\tc"]


def _list(line: Line) -> str:
    level = line.node.find(f"{W}pPr/{W}numPr")
    if level is None:
        return "style" if line.style == "heading 2" else ""
    return "0" if level.find(f"{W}numId").get(f"{W}val") == "0" else level.find(f"{W}ilvl").get(f"{W}val")


def _item(record: Minutes, place: int) -> Item:
    found = [block for block in record.blocks if isinstance(block, Item)][place]
    assert isinstance(found, Item)
    return found


class TestTables:
    def test_amounts_stand_to_the_right_and_the_head_on_every_page(self) -> None:
        record = minutes(
            item("Budget", paragraph("Fördelningen:"), row("Part", "Belopp", kind="head"), row("Norra", "100 000 kr"),
                 row("Totalt", "250 000 kr", kind="sum"), clause("godkänna fördelningen"))
        )  # fmt: skip
        data = to_docx(record)
        assert styled(lines(data), "tabellbelopp") == ["Belopp", "100 000 kr", "250 000 kr"]
        table = next(part(data, "word/document.xml").iter(f"{W}tbl"))
        heads = [tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in table.iter(f"{W}tr")]
        assert heads == [True, False, False]
        assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in table.iter(f"{W}tr"))
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Fördelningen:"

    def test_words_stand_to_the_left(self) -> None:
        data = to_docx(minutes(item("Val", row("Ordförande", "Anna"), row("Ersättare", "2 personer"))))
        assert styled(lines(data), "tabellbelopp") == []

    def test_no_amount_and_no_word_is_broken_by_a_narrow_column(self) -> None:
        plan = "Ta fram ett underlag för gemensam upphandling av e-tjänster i samråd med grannkommunerna"
        record = minutes(
            item("Plan", row("Åtgärd", "Ansvarig", "Klart", "Kommentar", "Kostnad", "Status", kind="head"),
                 row(plan, "Sekretariatet", "2015-10-01", "Beroende av regionens beslut", "25 000 kr", "Ej påbörjad"))
        )  # fmt: skip
        widths = [int(c.get(f"{W}w")) for c in part(to_docx(record), "word/document.xml").iter(f"{W}gridCol")]
        assert sum(widths) <= 9070
        assert all(width > 100 * letters + 216 for width, letters in zip(widths, (11, 13, 10, 9, 9, 8), strict=True))

    def test_a_table_before_the_signatures_is_a_table_of_its_own(self) -> None:
        record = replace(gold("kdg-2015-06"), blocks=minutes(item("Val", row("a", "b"))).blocks)
        assert faults(to_docx(record)) == []


class TestLooks:
    def test_pages_and_title_are_fields(self) -> None:
        data = to_docx(gold("kdg-2015-08"))
        first, running = (_raw(data, f"word/header{n}.xml").decode() for n in (1, 2))
        assert all(code in running for code in (" TITLE ", " PAGE ", " NUMPAGES ", "Sida "))
        assert title(gold("kdg-2015-08")) in running
        assert gold("kdg-2015-08").body.name in first

    def test_there_is_one_title_and_no_level_is_skipped(self) -> None:
        levels = [line.style for line in lines(to_docx(gold("kdg-2015-08"))) if line.style.startswith("heading")]
        assert levels.count("heading 1") == 1
        assert levels[0] == "heading 1"
        assert levels[1] == "heading 2"

    def test_a_decision_has_one_unbroken_bar(self) -> None:
        styles = part(to_docx(gold("kdg-2015-08")), "word/styles.xml")
        found = {s.find(f"{W}name").get(f"{W}val"): s.find(f"{W}pPr") for s in styles.iter(f"{W}style")}
        bars = [[dict(found[name].find(f"{W}{kind}").attrib) for kind in ("pBdr/" + W + "left", "ind")]
                for name in ("Beslut", "Att-sats")]  # fmt: skip
        assert bars[0] == bars[1]

    def test_a_long_label_gets_its_room(self) -> None:
        record = gold("kdg-2015-08")
        record = replace(record, style=replace(record.style, label_guests="Ej tjänstgörande ersättare:"))
        facts = [line for line in lines(to_docx(record)) if line.style == "uppgift"]
        assert len({line.node.find(f"{W}pPr/{W}ind").get(f"{W}left") for line in facts}) == 1

    def test_no_paragraph_is_empty_for_the_sake_of_space(self) -> None:
        found = lines(to_docx(gold("kdg-2015-08")))
        assert [line.style for line in found if not line.words] == [""]

    def test_long_minutes_are_sound(self) -> None:
        record = minutes(*(item(f"Ärende {n}", paragraph("Text."), clause("bifalla")) for n in range(1, 101)))
        assert faults(to_docx(record)) == []


@pytest.mark.parametrize("source", sorted((ROOT / "seeds").iterdir()), ids=lambda path: path.name[:3])
class TestSeeds:
    def test_becomes_a_sound_and_valid_file(self, source: Path, tmp_path: Path) -> None:
        record = read_file(source, CountingIds()).minutes
        for house in (False, True):
            data = to_docx(record, house=house)
            assert faults(data) == []
            (tmp_path / "protokoll.docx").write_bytes(data)
            assert OpenXmlValidator().validate(str(tmp_path / "protokoll.docx")).errors == []

    def test_says_every_printed_line(self, source: Path) -> None:
        record = read_file(source, CountingIds()).minutes
        said = {mark: line.words for line in lines(to_docx(record)) for mark in line.marks}
        framed = frames(record)
        for block in record.blocks:
            if isinstance(block, Row):
                continue
            lead = framed[block.id].lead if isinstance(block, Item) else ""
            there = said[bookmark(block.id)].replace("\t", " ")
            assert there in {printed(block, framed[block.id]), printed(block, framed[block.id]).removeprefix(lead)}
