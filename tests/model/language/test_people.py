"""Lists of people in the forms that other bodies give them: crosses, paragraphs, parties, lines that ran together."""

import pytest

from model.language.people import read_people
from model.record.ids import CountingIds

READ = [
    ("Ylva Tham X\nSten Roth X, § 4-9\nIda Krok X, ej § 7", "Ylva Tham · Sten Roth [§ 4-9] · Ida Krok [ej § 7]"),
    ("Sten Roth §§ 31-45, 47\nIda Krok paragraf 12", "Sten Roth [§§ 31-45, 47] · Ida Krok [paragraf 12]"),
    ("Ida Krok, dekanus, §§ 5–10, 12", "Ida Krok [dekanus, §§ 5–10, 12]"),
    ("Ida Krok X, sekreterare § 4 - § 9", "Ida Krok [sekreterare, § 4 - § 9]"),
    ("Tage, Ebbe, Inga, Gurli och Bertil", "Tage · Ebbe · Inga · Gurli · Bertil"),
    ("Hans o Brit Sand, Ulla Gran", "Hans · Brit Sand · Ulla Gran"),
    ("Ida Krok, Brit Sandahl, Ulla Gran", "Ida Krok · Brit Sandahl · Ulla Gran"),
    ("Ida Krok (V), tjänstgörande ersättare för Sten Roth (S)",
     "Ida Krok @ V [tjänstgörande ersättare för Sten Roth, S]"),
    ("Ida Krok (S) ordf. Sten Roth (M) Ulla Gran (C)", "Ida Krok @ S [ordf.] · Sten Roth @ M · Ulla Gran @ C"),
    ("Ida Krok (S), ordförande Sten Roth (KD)", "Ida Krok @ S [ordförande] · Sten Roth @ KD"),
    ("Ida Krok (S), t.o.m. § 12, 17:05 Sten Roth (M)", "Ida Krok @ S [t.o.m. § 12, 17:05] · Sten Roth @ M"),
    ("kommunalrådet Ida Krok (S), oppositionsrådet Sten Roth (M)",
     "Ida Krok @ S [kommunalrådet] · Sten Roth @ M [oppositionsrådet]"),
    ("Ida Krok, ekonom Sten Roth, jurist", "Ida Krok [ekonom] · Sten Roth [jurist]"),
    ("Ida Krok, ekonom, § 3 Sten Roth, jurist, § 4", "Ida Krok [ekonom, § 3] · Sten Roth [jurist, § 4]"),
    ("Ida Krok, HR-direktör, Lövby Energi", "Ida Krok @ Lövby Energi [HR-direktör]"),
    ("ekonom Ida Krok, jurist Sten Roth", "Ida Krok [ekonom] · Sten Roth [jurist]"),
    ("Ordinarie ledamöter\nIda Krok, Lövstads kommun\nMarkägarna\nSten Roth, LRF\nKonsult:\nUlla Gran, Åmiljö",
     "Ida Krok @ Lövstads kommun · Sten Roth @ LRF · Ulla Gran @ Åmiljö"),
    ("Ida Krok Lövby hembygdsförening\nAnna Maria Roth Tekniska nämnden",
     "Ida Krok @ Lövby hembygdsförening · Anna Maria Roth @ Tekniska nämnden"),
    ("Anna Karin Roth Lund", "Anna Karin Roth Lund"),
    ("Ida Krok – Sten Roth- Ulla Gran", "Ida Krok · Sten Roth · Ulla Gran"),
    ("Ida Krok (IK), Karin Dahl (KD), Sten Roth (LRF)", "Ida Krok [IK] · Karin Dahl @ KD · Sten Roth @ LRF"),
    ("Ersättare: Ida Krok (S), socialchef Lilian Kvist, områdeschef Jari Hakala, controller Ann-Sofi Dahl",
     "Ida Krok @ S · Lilian Kvist [socialchef] · Jari Hakala [områdeschef] · Ann-Sofi Dahl [controller]"),
    ("Ida Krok, Bygg och Vatten, Lövstads kommun", "Ida Krok @ Bygg och Vatten"),
    ("Ida Krok Vice ordförande\nSten Roth Revisorssuppleant",
     "Ida Krok [Vice ordförande] · Sten Roth [Revisorssuppleant]"),
    ("Ida Krok, s, vice ordförande\nUlla Gran, kd, ersätter Sten Roth, kd",
     "Ida Krok @ s [vice ordförande] · Ulla Gran @ kd [ersätter Sten Roth]"),
    ("Ida Krok, Sten Roth och 11 andra", "Ida Krok · Sten Roth · 11 andra"),
    ("Ida Krok (M) (ers Sten Roth (M))\nUlla Gran (ers Bo Ek (S))",
     "Ida Krok @ M [ers Sten Roth (M)] · Ulla Gran [ers Bo Ek (S)]"),
    ("Ida Krok (KD) Tjänstgör för Sten Roth (S)", "Ida Krok @ KD [Tjänstgör för Sten Roth, S]"),
    ("Ida Krok per telefon\nSten Roth via länk", "Ida Krok [per telefon] · Sten Roth [via länk]"),
    ("Ida Krok, Sten Roth och Ulla Gran, HBR", "Ida Krok @ HBR · Sten Roth @ HBR · Ulla Gran @ HBR"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), READ)
def test_who_was_there(line: str, wanted: str) -> None:
    def said(name: str, organisation: str | None, extra: list[str | None]) -> str:
        words = ", ".join(part for part in extra if part)
        return name + (f" @ {organisation}" if organisation else "") + (f" [{words}]" if words else "")

    people = read_people(line, CountingIds())
    assert " · ".join(said(who.name, who.organisation, [who.title, who.note]) for who in people.entries) == wanted
    assert people.line.plain == line, "nothing of the line is changed"


@pytest.mark.parametrize(("line", "roles"), [
    ("Ida Krok (ordf), Sten Roth (sekr)", ["chair", "secretary"]),
    ("Ida Krok, ordförande elevrådet, Sten Roth, ordf. provgruppen", [None, None]),
    ("Ida Krok, ordförande för mötet", ["chair"]),
    ("Ida Krok, s, vice ordförande\nSten Roth, c, ordförande", ["member", "chair"]),
    ("Suppleanter\nIda Krok\nSten Roth", ["substitute", "substitute"]),
    ("Ersättare: Ida Krok, socialchef Sten Roth", ["substitute", None]),
])  # fmt: skip
def test_what_they_were_there_as(line: str, roles: list[str | None]) -> None:
    assert [who.role for who in read_people(line, CountingIds()).entries] == roles
