"""Keys counted as in a keystroke-level model: `python -m tests.bench.keystrokes` prints what minutes cost in Word.

A capital or another sign with Shift is two presses, and a chord as many as it has keys. What the program costs is
counted by the journeys (`tests/journeys/assisted.py`): `pytest -s tests/journeys/test_typing_8_2015.py`.
"""

from pathlib import Path

SHIFTED = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ!"#%&/()=?;:_*`^>”–à')
STRUCTURE = frozenset({"Return", "Ctrl+Return", "Tab", "Shift+Tab", "Backspace", "Ctrl+T"})
"""Keys on the paper that make or change blocks; all else stands for words that need not be typed."""

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def presses(words: str) -> int:
    """Keys pressed to type `words` by hand."""
    return sum(2 if sign in SHIFTED else 1 for sign in words)


def in_word(seed: str) -> int:
    """Keys pressed to type the sample `seed` into an empty page, line by line as it stands."""
    return presses((SEEDS / seed).read_text(encoding="utf-8").strip())


if __name__ == "__main__":
    for path in sorted(SEEDS.glob("*.txt")):
        print(f"{path.name}: {in_word(path.name)} presses in an empty page")
