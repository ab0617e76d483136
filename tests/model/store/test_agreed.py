"""What was agreed to while decisions were read back is known again, and never stands in the record."""

from pathlib import Path

from model.store.agreed import keep_agreed, print_of, read_agreed


def test_what_is_kept_is_known_again_for_each_record(tmp_path: Path) -> None:
    keep_agreed(tmp_path / "new", "p-1", {print_of("t-1 anta planen"), print_of("t-2 tacka")})
    assert read_agreed(tmp_path / "new", "p-1") == {print_of("t-1 anta planen"), print_of("t-2 tacka")}
    assert read_agreed(tmp_path / "new", "p-2") == frozenset()


def test_no_words_are_kept_and_no_id_leads_out_of_the_folder(tmp_path: Path) -> None:
    keep_agreed(tmp_path, "../../p-1", {print_of("t-1 hemligt")})
    (path,) = tmp_path.iterdir()
    assert "hemligt" not in path.read_text(encoding="ascii")


def test_a_damaged_file_is_as_none(tmp_path: Path) -> None:
    keep_agreed(tmp_path, "p-1", {print_of("x")})
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"\xff\x00")
    assert not read_agreed(tmp_path, "p-1") & {print_of("x")}
