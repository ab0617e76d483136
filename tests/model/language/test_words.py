"""Words: inflections meet in one form, compounds fall apart where they should, simple words stay whole."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from model.language.compounds import Splitter, split
from model.language.lexicon import Lexicon, lexicon
from model.language.stems import stem
from model.language.words import fold, norm, parts, runs
from tests.conftest import GOLD, ROOT

WORDS = json.loads((GOLD / "search" / "words.json").read_text(encoding="utf-8"))
"""Compounds of the sample minutes and of other municipal prose, simple words, and pairs of one word's forms; judged by
hand. `|` stands where a compound is to be parted."""


@pytest.mark.parametrize(("kind", "least"), [("seeds", 0.97), ("others", 0.93)])
def test_compounds_are_parted_as_a_person_parts_them(kind: str, least: float) -> None:
    wrong = [word for word in WORDS[kind] if "|".join(split(word.replace("|", ""))) != word]
    assert 1 - len(wrong) / len(WORDS[kind]) >= least, wrong


def test_simple_words_are_left_whole() -> None:
    wrong = [word for word in WORDS["simple"] if len(split(word)) > 1]
    assert 1 - len(wrong) / len(WORDS["simple"]) >= 0.98, wrong


def test_the_forms_of_a_word_meet() -> None:
    apart = [pair for pair in WORDS["pairs"] if norm(pair[0]) != norm(pair[1])]
    assert 1 - len(apart) / len(WORDS["pairs"]) >= 0.98, apart


@pytest.mark.parametrize(
    ("one", "other"),
    [("mötet", "möte"), ("projekten", "projekt"), ("mångfaldsarbetet", "mångfaldsarbete"), ("städerna", "stad"),
     ("samverkans", "samverkan"), ("2015", "2015"), ("cyklar", "cykel"), ("tjänsteplattformen", "tjänsteplattform")],
)  # fmt: skip
def test_one_form(one: str, other: str) -> None:
    assert norm(one) == norm(other)


@pytest.mark.parametrize(("one", "other"), [("för", "far"), ("hål", "hal"), ("måla", "mala"), ("kön", "kon")])
def test_swedish_letters_are_letters_of_their_own(one: str, other: str) -> None:
    assert norm(one) != norm(other)


@pytest.mark.parametrize(
    ("compound", "holds"),
    [("mångfaldsarbetet", "mångfald"), ("folkhälsoråd", "folkhälsa"), ("gymnasiechefen", "gymnasium"),
     ("resepolicy", "resa"), ("arbetsgruppen", "arbete"), ("processtöd", "stöd"), ("remissvaret", "svar")],
)  # fmt: skip
def test_a_compound_is_found_by_its_parts(compound: str, holds: str) -> None:
    assert set(parts(holds) or (norm(holds),)) <= set(parts(compound))


@pytest.mark.parametrize("word", ["", "a", "xyzzy", "q" * 39, "å" * 4000, "ab1c2d3e4", "ß", "ﬁ", "한국어문장단어"])
def test_what_is_no_swedish_is_left_alone(word: str) -> None:
    assert split(word) == (word,)
    assert isinstance(norm(word), str)


def test_words_are_cut_out_of_text() -> None:
    text = "IT-strategin, vaccina\u00adtion och kommun-\nstyrelsen; 42 kap. Örkelljunga"
    assert [token.word for token in runs(text)] == [
        "it", "strategin", "vaccination", "och", "kommunstyrelsen", "42", "kap", "örkelljunga",
    ]  # fmt: skip
    assert all(text[start:end] for _, start, end in runs(text))


def test_folding_is_for_those_without_a_swedish_keyboard() -> None:
    assert fold("åtgärdsförslag") == "atgardsforslag"
    assert fold("idén") == "iden"


def test_without_the_lexicon_words_have_their_light_stem(tmp_path: Path) -> None:
    missing = Lexicon(tmp_path / "sv.trie")
    assert not missing.is_there
    assert missing.version == "none"
    assert Splitter(missing).split("mångfaldsarbetet") == ("mångfaldsarbetet",)
    assert stem("kommunernas") == "kommun"


def test_a_lexicon_that_is_cut_off_is_none(tmp_path: Path) -> None:
    (tmp_path / "sv.trie").write_bytes(b"We love Marisa." + bytes(40))
    assert not Lexicon(tmp_path / "sv.trie").is_there


def test_the_shipped_lexicon_is_whole() -> None:
    assert lexicon().is_there
    assert lexicon().find("mötena").lemma == "möte"


def test_the_shipped_lexicon_is_what_the_shipped_dictionary_gives(tmp_path: Path) -> None:
    shipped, made = ROOT / "resources", tmp_path / "sv.trie"
    dictionary = shipped / "dictionaries" / "sv_SE.dic"
    script = [
        sys.executable,
        "packaging/build_lexicon.py",
        str(dictionary),
        str(dictionary.with_suffix(".aff")),
        str(made),
    ]
    subprocess.run(script, cwd=ROOT, check=True, capture_output=True)
    assert made.read_bytes() == (shipped / "words" / "sv.trie").read_bytes()
