"""The user's folders: named by the system, or by the environment."""

from pathlib import Path

import pytest

from model import places


def test_shipped_data_lies_in_resources() -> None:
    assert places.resource("icons").is_dir()


@pytest.mark.parametrize(
    ("kind", "place"),
    [("STATE", places.state_folder), ("CACHE", places.cache_folder), ("DOCUMENTS", places.documents_folder)],
)
def test_the_environment_may_name_a_folder(
    kind: str, place: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"VID_TANGENTERNA_{kind}", str(tmp_path))
    assert callable(place)
    assert place() == tmp_path


def test_the_settings_are_a_file_in_the_folder_of_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VID_TANGENTERNA_CONFIG", str(tmp_path))
    assert places.settings_file() == tmp_path / "settings.json"


def test_without_an_environment_every_folder_bears_the_programs_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.delenv(f"VID_TANGENTERNA_{kind}", raising=False)
    for place in (places.state_folder(), places.cache_folder(), places.settings_file()):
        assert places.NAME in str(place)


def test_the_journal_has_two_spare_folders_neither_of_them_the_state_folder() -> None:
    spare = places.spare_folders()
    assert len(set(spare)) == 2
    assert places.state_folder() not in spare
