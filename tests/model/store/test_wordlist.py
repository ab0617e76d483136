"""The user's own words."""

from pathlib import Path

from model.store.wordlist import forget_word, keep_word, own_words


def test_words_are_kept_once_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "own" / "ordlista.txt"
    assert own_words(path) == ()
    assert keep_word("Xyzköping", path) == ("Xyzköping",)
    assert keep_word("kdg", path) == keep_word("kdg", path) == ("Xyzköping", "kdg")
    assert forget_word("Xyzköping", path) == ("kdg",)
    path.write_bytes(b"\xef\xbb\xbfett\r\n\r\ntv\xc3\xa5 \r\nett\r\n")
    assert own_words(path) == ("ett", "två")
