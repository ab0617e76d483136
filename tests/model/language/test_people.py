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
