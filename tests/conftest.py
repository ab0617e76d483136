"""Fixtures that every room shares: nothing global, nothing to reset."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.record.ids import CountingIds

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"


@pytest.fixture(scope="session", autouse=True)
def _folders_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing that is tested, in this process or in those it starts, touches the user's own folders."""
    home = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("STATE", "CACHE", "CONFIG", "DOCUMENTS"):
            patch.setenv(f"VID_TANGENTERNA_{kind}", str(home / kind.lower()))
        yield


@pytest.fixture
def ids() -> CountingIds:
    """Ids that count."""
    return CountingIds()


@pytest.fixture(scope="session")
def seed_paths() -> list[Path]:
    """The five sample minutes."""
    return sorted((ROOT / "seeds").glob("*.txt"))


def load_gold(name: str) -> Any:
    """The parsed file `name`.json of the ground truth."""
    return json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def gold() -> dict[str, Any]:
    """The ground truth of the seeds: each seed's record by its id, and the lists of clauses, dates and segments."""
    records = {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "records").glob("*.json"))
    }
    return {"records": records, **{name: load_gold(name) for name in ("clauses", "dates", "amounts", "inventory")}}
