"""Where things lie: shipped data, and the user's own folders. The only door to platformdirs."""

import os
import tempfile
from pathlib import Path

import platformdirs

NAME = "vid-tangenterna"


def resource(name: str) -> Path:
    """Shipped data by its name under `resources/`; right in the source tree, in a wheel and in a frozen bundle."""
    return Path(__file__).resolve().parent.parent / "resources" / name


def state_folder() -> Path:
    """Where journals and recovery files lie: on this computer, never in the archive or a synced folder."""
    return _own("STATE", platformdirs.user_state_path(NAME, appauthor=False))


def cache_folder() -> Path:
    """Where the search index lies; everything in it can be made again."""
    return _own("CACHE", platformdirs.user_cache_path(NAME, appauthor=False))


def settings_file() -> Path:
    """The user's settings."""
    return _own("CONFIG", platformdirs.user_config_path(NAME, appauthor=False)) / "settings.json"


def documents_folder() -> Path:
    """The user's documents, where an archive may be suggested."""
    return _own("DOCUMENTS", platformdirs.user_documents_path())


def spare_folders() -> tuple[Path, ...]:
    """Where a journal goes when the state folder refuses, in order: the documents, then the system's temporary folder.

    Other people may write in the temporary folder, so each user has an own one there.
    """
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    return (documents_folder() / NAME, Path(tempfile.gettempdir()) / f"{NAME}-{user}")


def _own(kind: str, usual: Path) -> Path:
    """The folder of `kind`, or the one that the environment names (`VID_TANGENTERNA_STATE` …)."""
    given = os.environ.get(f"VID_TANGENTERNA_{kind}")
    return Path(given) if given else usual
