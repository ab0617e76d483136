"""The five sample minutes, indexed once for all tests of this room that only ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.model.index.seeded import Seeded, seeded


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    """An archive of the samples, with its index open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        made = seeded(Path(tmp_path_factory.mktemp("archive")) / "Protokoll")
        yield made
        made.index.close()
