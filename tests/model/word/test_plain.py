"""The text of minutes: what a secretary pastes into a mail."""

from dataclasses import replace

from model.record.blocks import AsPrinted
from model.word.plain import in_house_form, to_text
from tests.builders import clause, item, minutes, paragraph, row, subitem
from tests.model.word.goldrecords import gold

SHORT = minutes(
    paragraph("Ordföranden hälsade välkomna.", "opening"),
    item("Budget", paragraph("Förslaget är utsänt."), row("Norra", "100 000 kr"),
         row("Totalt", "1 100 000 kr", kind="sum"), clause("anta budgeten"), clause("sända ut den")),
    item("Övrigt"), subitem("Nästa möte", paragraph("Den 4 maj.")),
    paragraph("Mötet avslutades.", "closing"),
)  # fmt: skip


def test_reads_from_top_to_bottom() -> None:
    assert to_text(SHORT) == (
        "Direktörsgruppens protokoll 4/2015\n\nTid/Plats:\n\nOrdföranden hälsade välkomna.\n\n1. Budget\n\n"
        "Förslaget är utsänt.\n\nNorra \t  100 000 kr\nTotalt\t1 100 000 kr\n\n"
        "Beslut:\natt anta budgeten\nsamt att sända ut den.\n\n2. Övrigt\n\na) Nästa möte\n\nDen 4 maj.\n\n"
        "Mötet avslutades.\n"
    )


def test_a_blank_typed_last_does_not_part_the_stop_from_its_word() -> None:
    text = to_text(minutes(item("Budget"), clause("anta budgeten "), clause("tacka ")))
    assert "samt att tacka.\n" in text


def test_an_old_document_reads_as_it_was_printed() -> None:
    text = to_text(gold("kdg-2011-05"))
    assert text.startswith("Thord Persson\nT:042-10 50 54\n2011-10-14\n\nKOMMUNDIREKTÖRSGRUPPENS PROTOKOLL 5/2011\n")
    assert "\n\nKommundirektörsgruppen beslutar:\nAtt godkänna verksamhetsplanen för HBR 2012.\n" in text
    assert text.endswith("\n\nVid tangenterna\nThord Persson\n\nJusteras\nPalle Lundberg\n")


def test_the_house_form_leaves_the_words_alone() -> None:
    text = to_text(gold("kdg-2011-05"), house=True)
    assert "Kommundirektörsgruppens protokoll 5/2011\n" in text
    assert "\n\nKommundirektörsgruppen beslutar:\natt godkänna verksamhetsplanen för HBR 2012.\n" in text
    assert "\n\na) Kommundirektörsnätverken\n" in text


def test_a_missing_att_is_wording() -> None:
    odd = replace(clause("Bifall."), printed=AsPrinted(lead=""))
    shown = in_house_form(minutes(item("Budget", odd)))
    assert to_text(shown).endswith("Beslut:\nBifall.\n")
