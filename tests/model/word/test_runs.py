"""Words to runs: what stays on one line, what is bold, what is escaped."""

import pytest

from model.record.text import Mark, Text
from model.word.runs import bound, run, runs


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("100 000 kr", "100~000~kr"),
        ("1 250 000 kr", "1~250~000~kr"),
        ("den 27 november 2015", "den 27~november 2015"),
        ("kl. 8.30", "kl.~8.30"),
        ("kl 09.00-11.45", "kl~09.00-11.45"),
        ("§ 4 och § 12", "§~4 och §~12"),
        ("förslag nr 2", "förslag nr~2"),
        ("t ex, s k, bl a, m m", "t~ex, s~k, bl~a, m~m"),
        ("3 timmar och 40 procent", "3~timmar och 40~procent"),
        ("15 % av 200 mkr", "15~% av 200~mkr"),
        ("2015 100 personer", "2015~100 personer"),
        ("en krona, maj 2015, om en vecka", "en krona, maj 2015, om en vecka"),
        ("10 krukor och 5 kmer", "10 krukor och 5 kmer"),
    ],
)
def test_what_belongs_together_stays_on_one_line(words: str, shown: str) -> None:
    assert bound(words).replace("\N{NO-BREAK SPACE}", "~") == shown


def test_a_mark_inside_an_amount_does_not_loosen_it() -> None:
    words = Text("ge 100 000 kr", (Mark(7, 13, "strong"),))
    assert runs(words).count("\N{NO-BREAK SPACE}") == 2


def test_emphasis_is_bold_and_italic() -> None:
    words = Text("ab", (Mark(0, 2, "strong"), Mark(1, 2, "emphasis")))
    assert "<w:rPr><w:b/><w:bCs/></w:rPr>" in runs(words)
    assert "<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>" in runs(words)


def test_what_xml_keeps_for_itself_is_escaped() -> None:
    assert "&lt;a&gt; &amp; b" in run("<a> & b")


def test_a_line_break_is_words() -> None:
    assert "<w:br/>" in run("a\nb")
    assert "\n" not in run("a\nb")


def test_no_words_make_no_run() -> None:
    assert run("") == runs(Text()) == ""
