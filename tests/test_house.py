"""The house rules as tests: who may import whom, how large a room may be, and what must be complete."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from model import errors, sentences
from model.cli import COMMANDS
from model.edit import catalogue
from model.edit.command import REGISTRY
from model.language.slips import SlipKind
from model.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(path for room in ("model", "desktop") for path in (ROOT / room).rglob("*.py"))

GROUND = {"model.errors", "model.places", "model.disk", "model.settings", "model.log", "model.kinds"}
SHOWN = {"model.record", "model.language", "desktop.swedish", "desktop.theme"}
MAY_IMPORT = {
    "model.record": set(),
    "model.edit": {"model.record", "model.errors"},
    "model.language": {"model.record", "model.places"},
    "model.store": {"model.record", "model.edit", *GROUND},
    "model.check": {"model.record", "model.language", "model.store", *GROUND},
    "model.word": {"model.record", "model.store", "model.language", *GROUND},
    "model.intake": {"model.record", "model.language", *GROUND},
    "model.index": {"model.record", "model.store", "model.language", *GROUND},
    "desktop.paper": {"model.edit", "model.errors", *SHOWN},  # sealed minutes refuse a change, a clipboard its entry
    "desktop.panels": {"model.edit", "desktop.background", *SHOWN},
    "desktop.dialogs": {"model.edit", "desktop.background", *SHOWN},
}  # fmt: skip
"""What a room may import of the house, itself apart. A room that is not named may import all below it."""

DOORS = {
    "lxml": {"model.store", "model.word", "model.check"},
    "docx": {"model.word", "model.intake"},
    "apsw": {"model.index"},
    "PySide6": {"desktop"},
    "platformdirs": {"model.places"},
    "rapidfuzz": {"model.language", "model.index", "model.intake"},
    "hunspell": {"model.language"},
}
"""Each library has its door, where its errors are translated."""

SWEDISH = {
    "desktop/swedish.py": "the screen",
    "model/sentences.py": "errors and the command line",
    "model/store/vocabulary.py": "the file",
    "model/word/phrases.py": "the paper",
    "model/record/style.py": "what the record itself prints: part of its value",
}
"""Where Swedish may stand in a string, and whose it is; beside these all of `model/language`, which reads it."""

CATCH_ALL = {
    "desktop/errors.py": "a fault of the program's own is said, not swallowed",
    "desktop/background.py": "a fault while an answer is delivered is said by the same door",
    "model/intake/sources.py": "one bad old file must not stop the rest",
}
"""The three places that may catch everything, and why."""


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    """The parsed file, always the same object: docstrings are told from other strings by identity."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(room + ".") for room in rooms)


def strangers(name: str, imported: Iterable[str]) -> set[str]:
    """What the module `name` imports of the house though its room may not."""
    room = ".".join(name.split(".")[:2])
    if room not in MAY_IMPORT:
        return set()
    own = {other for other in imported if other.split(".")[0] in {"model", "desktop"}}
    return {o for o in own if o not in {"model", "desktop"} and not within(o, MAY_IMPORT[room] | {room})}


def through_the_wall(name: str, imported: Iterable[str]) -> set[str]:
    """The libraries that the module `name` imports though it is not their door."""
    return {o for o in imported if o.split(".")[0] in DOORS and not within(name, DOORS[o.split(".")[0]])}


def by_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=by_name)
class TestModule:
    def test_opens_with_one_sentence(self, path: Path) -> None:
        words = ast.get_docstring(tree_of(path))
        assert words, "a module says what it is"
        assert words.split("\n")[0].rstrip().endswith((".", ":", "…")), "the first line is a sentence"

    def test_is_a_small_room(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= 400 or by_name(path) == "desktop/swedish.py"

    def test_has_small_functions(self, path: Path) -> None:
        large = [
            (node.name, node.end_lineno - node.lineno + 1)
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno + 1 > 50
        ]
        assert not large

    def test_imports_only_what_its_room_may(self, path: Path) -> None:
        assert not strangers(name_of(path), imports(path))

    def test_never_looks_up_from_the_model(self, path: Path) -> None:
        if name_of(path).startswith("model"):
            assert not {other for other in imports(path) if other.split(".")[0] in {"desktop", "PySide6"}}

    def test_goes_through_the_doors(self, path: Path) -> None:
        assert not through_the_wall(name_of(path), imports(path))

    def test_has_no_star_import(self, path: Path) -> None:
        stars = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.ImportFrom) and n.names[0].name == "*"]
        assert not stars

    def test_keeps_its_swedish_in_the_swedish_rooms(self, path: Path) -> None:
        where = by_name(path)
        if where in SWEDISH or where.startswith("model/language/"):
            return
        docstrings = {id(node.value) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Expr)}
        found = [
            node.value
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
            and re.search("[åäöÅÄÖ][a-zåäö]|[a-zåäö][åäöÅÄÖ]", node.value)
        ]
        assert not found

    def test_catches_everything_only_where_it_must(self, path: Path) -> None:
        broad = [
            node.lineno
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.ExceptHandler)
            and (
                node.type is None
                or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
            )
        ]
        assert not broad or by_name(path) in CATCH_ALL


def test_the_record_imports_only_the_standard_library() -> None:
    for path in (ROOT / "model" / "record").rglob("*.py"):
        outside = {o.split(".")[0] for o in imports(path)} - set(sys.stdlib_module_names) - {"model"}
        assert not outside, path.name


def test_every_module_of_the_model_imports_where_qt_is_forbidden() -> None:
    names = [name_of(path) for path in MODULES if name_of(path).startswith("model") and path.stem != "__main__"]
    script = (
        "import sys, importlib\n"
        "class Forbidden:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in {'PySide6', 'shiboken6'}:\n"
        "            raise ImportError('Qt in the model: ' + name)\n"
        "sys.meta_path.insert(0, Forbidden())\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("first", "slow"), [
    ("desktop.app", {
        "lxml", "docx", "apsw", "rapidfuzz", "marisa_trie", "hunspell", "tomllib", "subprocess", "html.parser",
        "model.index", "model.intake", "model.word", "model.check", "desktop.dialogs.new", "desktop.dialogs.settings",
    }),
    ("model.index.meetings", {"lxml", "docx", "hunspell", "model.index.search", "model.index.entering"}),
])  # fmt: skip
def test_a_start_imports_nothing_slow(first: str, slow: set[str]) -> None:
    """The window must not wait for parsers, the index or dialogs; the list of meetings not for what search needs."""
    script = f"import sys, {first}\nfound = {slow!r} & set(sys.modules)\nprint(sorted(found)); sys.exit(bool(found))\n"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_top_level_is_the_design_card() -> None:
    card = {
        "pyproject.toml", "desktop", "model", "resources", "seeds", "tests", "packaging", "README.md",
        "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".ci", ".gitignore",
    }  # fmt: skip
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    assert {line.split("/")[0].strip('"') for line in listed if line} == card


def test_logs_hold_no_text() -> None:
    """A log call may name ids and counts; the words of minutes are called plain, text, heading or name."""
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            target = node.func.value
            if isinstance(target, ast.Name) and target.id in {"log", "logger", "_log"}:
                names = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
                assert not names & {"plain", "text", "heading", "name", "evidence"}, f"{path.name}:{node.lineno}"


def test_this_qt_keeps_its_references() -> None:
    """PySide6 6.12.0 on Python 3.10 and 3.11 drops a reference to None for every call that returns nothing."""
    script = (
        "import sys\n"
        "from PySide6.QtCore import QObject\n"
        "thing, before = QObject(), sys.getrefcount(None)\n"
        "for _ in range(1000): thing.setObjectName('x')\n"
        "sys.exit(abs(sys.getrefcount(None) - before) > 100)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def glossary() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((ROOT / "resources" / "glossary.toml").read_text(encoding="utf-8"))


def public_classes(room: str) -> Iterator[str]:
    for path in (ROOT / room).glob("*.py"):
        yield from (n.name for n in tree_of(path).body if isinstance(n, ast.ClassDef) and not n.name.startswith("_"))


def test_every_public_noun_of_the_record_is_in_the_glossary() -> None:
    assert set(glossary()["record"]) == set(public_classes("model/record"))


def test_every_setting_has_its_swedish() -> None:
    assert set(glossary()["settings"]) == {field.name for field in fields(Settings)}


def test_the_glossary_gives_a_term_and_one_sentence() -> None:
    entries = [entry for part in glossary().values() for entry in part.values()]
    assert all(set(entry) == {"swedish", "means"} for entry in entries)
    assert all(entry["swedish"] and entry["means"].endswith(".") for entry in entries)


ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.MinutesError)]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_has_its_sentence_and_what_to_do(kind: type[errors.MinutesError]) -> None:
    assert kind in sentences.KINDS, "it has words of its own"
    takes_path = issubclass(kind, (errors.FileError, errors.IntakeError))
    said = sentences.sentence(kind(Path("/a/Möte den 12.xml")) if takes_path else kind("4/2015"))
    assert re.fullmatch(r"[A-ZÅÄÖ«].*[.!?»]", said), "a sentence, not a fragment"
    assert len(re.findall(r"[.;](?: |$)", said)) >= 2, "what happened, and what is safe or what to do"
    assert "/a/" not in said, "no path that tells where somebody keeps files"


def test_every_finding_has_its_words() -> None:
    codes = {
        node.args[0].value
        for path in (ROOT / "model" / "check").glob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
        if isinstance(node.args[0], ast.Constant)
    }
    assert codes
    assert codes | set(get_args(SlipKind)) == set(sentences.FINDINGS)


def test_every_command_of_the_command_line_is_in_its_usage() -> None:
    assert all(f"protokoll {name} " in sentences.USAGE or f"protokoll {name}\n" in sentences.USAGE for name in COMMANDS)


def test_every_verb_is_registered_and_its_room_is_in_the_catalogue() -> None:
    """A command that the journal cannot read back would be lost: `catalogue` must import every room of `edit`."""
    verbs = {
        node.name
        for path in (ROOT / "model" / "edit").glob("*.py")
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef)
        and any(isinstance(n, ast.FunctionDef) and n.name == "apply" for n in node.body)
    } - {"Command", "Document"}
    assert verbs == set(REGISTRY)
    assert catalogue.ROOMS


@pytest.mark.parametrize(("name", "imported"), [
    ("model.record.text", "model.store.reader"), ("model.edit.write", "model.store.journal"),
    ("model.store.reader", "model.index.search"), ("model.word.parts", "model.edit.write"),
    ("desktop.paper.sheet", "desktop.panels.start"), ("desktop.panels.start", "model.index.search"),
])  # fmt: skip
def test_a_planted_import_upwards_or_sideways_is_caught(name: str, imported: str) -> None:
    assert strangers(name, [imported]) == {imported}


@pytest.mark.parametrize(("name", "imported"), [
    ("model.cli", "lxml.etree"), ("model.store.reader", "docx"), ("desktop.desk", "apsw"), ("model.log", "PySide6"),
])  # fmt: skip
def test_a_planted_import_past_the_door_is_caught(name: str, imported: str) -> None:
    assert through_the_wall(name, [imported]) == {imported}
