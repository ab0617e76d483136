"""Any text whatsoever is imported or refused with one sentence, and no visible character is lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import sentences
from model.errors import MinutesError
from model.intake import account
from model.intake.decode import decode
from model.intake.repairs import Witness, mend, undo
from model.intake.run import Run
from model.intake.sources import read_bytes
from model.record.ids import CountingIds
from model.store.reader import from_bytes
from model.store.schema import faults
from model.store.writer import to_bytes

PATH = Path("prov.txt")
LINES = st.sampled_from(
    [
        "Protokoll 3/2020",
        "Tid/Plats: 200312 kl 09.00-11.00, Torget 1, Lund",
        "Närvarande: Anna Berg, Lund,",
        "Bo Ek, Eslöv.",
        "Anmält förhinder:-",
        "Gäster:",
        "1. Budget",
        "§ 2",
        "§ 3 Val",
        "- Övrigt",
        "a) Delärende",
        "Beslut:",
        "Nämnden beslutar",
        "Nämnden beslutar att bifalla. Sedan gick alla.",
        "att göra detta",
        "samt att göra det andra.",
        "att göra ett samt",
        "Ärendet utgick.",
        "Lokal\t1 000 kr",
        "| a | b |",
        "|---|---|",
        "**Fet rad**",
        "### Rubrik",
        "*kursiv:* text",
        "Justeras",
        "Vid tangenterna",
        "Anna Berg",
        "/Bo Ek, sekreterare",
        "cp~~",
        "1(4)",
        "____",
        "Ordföranden tackade för mötet.",
        "",
        "",
        "en rad som bryts mitt i utan att sluta och fort-",
        "sätter på nästa rad med små bokstäver.",
        "DAGORDNING",
        "•  punkt",
        "Nämnden beslutar: att bifalla",
        "Anna Berg\tLunds kommun",
        "Kansliet\tBo Ek, sekreterare",
        "–\tCia Ask",
        "Ordinarie ledamöter",
        "Kopia: styrelsen",
        "Sammanträdesdatum\t2020-03-12    1 (4)",
        "Sn § 4   Au § 2   Dnr 2020/12",
        "17, Val",
        "18- Rapporter",
        "Anna Berg (M) (ers Bo Ek (M))",
        "Vid pennan, Anna Berg.",
        "en lång rubrik som fortsätter med små bokstäver på nästa rad, vilket",
        "den gör här.  Och två blanka efter punkten.",
        "Nämndens beslut − Vägen byggs.",
        "Beslut att välja Bo Ek;",
        "Förslag till beslut",
        "Ledamöter Närvarande",
        "Anna Berg X, § 3-7",
        "Bo Ek anmält förhinder",
        "Suppleanter",
        "Ordförande\tAnna Berg",
        "2.1 Delärende",
        "1. Ettan igen",
        "§ 4/ Val",
        "Justerandes sign",
        "Utdragsbestyrkande",
        "KR/2017:12 103",
        "=======",
    ]
)
MINUTES = st.lists(LINES | st.text(max_size=30), max_size=40).map("\n".join)


def is_sound(data: bytes) -> None:
    """Read `data`; if it is taken for minutes, nothing is lost, and the record is valid and read back equal."""
    try:
        minutes = read_bytes(data, PATH, CountingIds()).minutes
    except MinutesError as problem:
        said = sentences.sentence(problem)
        assert "«prov.txt»" in said
        assert "\n" not in said
        return
    text = decode(data, PATH).text
    assert account.unaccounted(text, minutes.lifecycle.sources[0]) == ([], [])
    made = to_bytes(minutes)
    assert list(faults(made, PATH)) == []
    assert from_bytes(made, PATH).minutes == minutes


@given(MINUTES)
@settings(max_examples=150, deadline=None)
def test_text_that_looks_like_minutes(text: str) -> None:
    is_sound(text.encode("utf-8", "surrogatepass"))


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    is_sound(("Protokoll 1/2020\n" + text).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes) -> None:
    is_sound(data)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_repairs_are_reversible(text: str) -> None:
    run = Run(text, tuple(range(len(text))))
    mended, fixes = mend(run, Witness.of(text, scanned=True))
    assert undo(mended.text, fixes) == text


LONG = {
    "thirty thousand lines": "Protokoll 1/2020\n" + "".join(f"{n % 99 + 1}. Rubrik\nText.\n" for n in range(15_000)),
    "a line without end": "Protokoll 1/2020\n" + "ord och att besluta " * 50_000,
    "a list without end": "Protokoll 1/2020\nNärvarande: " + "Anna Berg, Lund, " * 20_000,
    "a paragraph without end": "Protokoll 1/2020\n" + ("ord " * 18 + "ord\n") * 5_000,
    "a word without end": "Protokoll 1/2020\n" + "ord" * 100_000,
    "brackets": "Protokoll 1/2020\nNärvarande: " + "(a " * 20_000,
    "stars": "Protokoll 1/2020\n" + "*a* " * 5_000,
}


@pytest.mark.parametrize("name", LONG)
def test_much_text_comes_to_an_end(name: str) -> None:
    text = LONG[name]
    source = read_bytes(text.encode(), PATH, CountingIds()).minutes.lifecycle.sources[0]
    assert account.unaccounted(text, source) == ([], [])
