"""What words go on as: likelihoods by witnesses, and the weighing against a glance."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.language.foresight import Corpus, Foresight, Where, corpus

SAID: list[tuple[Where, str]] = [
    ("clause", "uppdra åt kansliet att svara till mötet den {datum}"),
    ("clause", "uppdra åt kansliet att svara till mötet den {datum}"),
    ("clause", "uppdra åt kansliet att svara till mötet den {datum}"),
    ("clause", "uppdra åt kansliet att utreda frågan"),
    ("paragraph", "Ordföranden hälsade välkomna till mötet."),
    ("paragraph", "Ordföranden hälsade välkomna till mötet."),
    ("paragraph", "Ordföranden hälsade välkomna till mötet."),
    ("paragraph", "Bo Berg redovisade förslaget till budget."),
    ("heading", "Ekonomisk uppföljning"),
]  # fmt: skip
KNOWN = corpus(SAID)


@pytest.mark.parametrize(("before", "where", "guess"), [
    ("uppd", "clause", "ra åt kansliet att"),
    ("uppdra åt kansliet att sva", "clause", "ra till mötet den {datum}"),
    ("Ordf", "paragraph", "öranden hälsade välkomna till mötet"),
    ("Nu hälsade väl", "paragraph", "komna till mötet"),
    ("Vid mötet red", "paragraph", None),
    ("vid berg", "paragraph", None),
    ("Xyz", "paragraph", None),
    ("Två rader:\nOrdf", "paragraph", "öranden hälsade välkomna till mötet"), ("", "paragraph", None),
    ("uppdra åt kansliet att svara till mötet den {datum}", "clause", None),
])  # fmt: skip
def test_what_is_guessed(before: str, where: Where, guess: str | None) -> None:
    found = Foresight(KNOWN).guess(before, where, 3)
    assert (found.words if found else None) == guess


def test_a_word_that_was_guessed_wrongly_is_not_guessed_again() -> None:
    before: list[tuple[Where, str]] = [("clause", "redovisa läget")] * 5
    known = Foresight(corpus([*before, ("clause", "rekommendera kommunerna")]))
    assert known.guess("re", "clause", 3) is not None
    assert known.guess("rek", "clause", 3) is None, "«redovisa» was shown, and the writer went on otherwise"
    assert known.guess("rekommendera k", "clause", 3) is not None, "the next word is another matter"


def test_what_is_heard_is_a_witness_as_what_stood_before() -> None:
    known = Foresight()
    assert known.guess("Trai", "paragraph", 3) is None
    known.hear("Traineegruppen", times=3)
    found = known.guess("Trai", "paragraph", 3)
    assert found is not None
    assert (found.words, found.likelihood) == ("neegruppen", 3 / 5)
    assert known.guess("Om trai", "paragraph", 3) is None, "a name is begun with its capital"
    assert known.guess("trai", "paragraph", 3) is not None, "at the beginning of a sentence anything goes"


def test_the_surer_it_is_the_more_is_shown() -> None:
    words = [len(found.words) for times in (2, 4, 8, 16, 32)
             if (found := Foresight(corpus([("clause", "anta den nya planen i sin helhet")] * times)).guess(
                 "anta den n", "clause", 3))]  # fmt: skip
    assert words == sorted(words)
    assert words[-1] == len("ya planen i sin helhet")


def test_a_corpus_is_a_small_value_that_travels() -> None:
    assert pickle.loads(pickle.dumps(KNOWN)) == KNOWN
    assert corpus([]) == Corpus()
    assert Foresight(corpus([("paragraph", "İstanbul ß")] * 3)).guess("İst", "paragraph", 3) is not None


WORDS = st.text(st.sampled_from("abkKÅé §{}.,(”-/ 1\n\u00a0İß\U0001f600"), max_size=24)


@given(st.lists(WORDS, max_size=6), WORDS, WORDS)
def test_whatever_is_said_a_guess_is_words_or_nothing(said: list[str], heard: str, before: str) -> None:
    known = Foresight(corpus([("paragraph", words.replace("\n", " ")) for words in said]))
    known.hear(heard)
    for end in range(len(before) + 1):
        found = known.guess(before[:end], "paragraph", 1)
        assert found is None or (found.words and 0 < found.likelihood <= 1)
