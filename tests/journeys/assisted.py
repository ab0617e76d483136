"""A secretary who takes what is offered: types on, and presses Tab when the ghost says what was about to be typed.

Keys are counted as in a keystroke-level model: a capital, a sign with Shift and a chord are as many presses as keys.
"""

from PySide6.QtGui import QKeySequence

from desktop.aids.offer import Offer
from desktop.app import Program
from tests.bench.keystrokes import STRUCTURE, presses
from tests.journeys.typist import Stroke, Typist

WORTH = 3
"""Letters that a ghost must save for somebody to take it."""


class Assisted(Typist):
    """Types at the paper of `program`. `text` and `structure` part the presses; `taken` counts ghosts.

    `shown` counts what was proposed, each once for as long as it stood, and `right` what came true of it, in whole or
    in its first word: each of the others has cost a glance.
    """

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self.text = self.structure = self.taken = self.shown = self.right = 0
        self._proposed = ""

    @property
    def total(self) -> int:
        """All presses."""
        return self.text + self.structure

    def press(self, name: str) -> None:
        """One key or chord."""
        keys = len(QKeySequence(name).toString().split("+"))
        on_paper = self._focus() is self._program.window.sheet
        super().press(name)
        if on_paper and name in STRUCTURE:
            self.structure += keys
        else:
            self.text += keys

    def type(self, words: str) -> None:
        """Letters, as they stand."""
        super().type(words)
        self.text += presses(words)

    def write(self, words: str) -> None:
        """Type `words` into the block at the caret, with what is offered on the way."""
        written = ""
        while written != words:
            self._look(written, words)
            written = self._took(written, words) or self._took_word(written, words) or self._typed(written, words)

    def _look(self, written: str, words: str) -> None:
        """Count a proposal when it comes; one that stands is the same while the words go on as it says."""
        offer = self._offer()
        if offer is None or not offer.takes or not written:
            self._proposed = ""
            return
        start = len(self._line()) - len(written)
        made = (self._line()[: offer.start] + offer.ghost.accepted(self._line()[offer.start :])[0])[start:]
        if made != self._proposed:
            self._proposed = made
            self.shown += 1
            parts = made[len(written) :].split(" ")
            first = written + (f" {parts[1]}" if not parts[0] and len(parts) > 1 else parts[0])
            self.right += words.startswith((made, first))

    def _typed(self, written: str, words: str) -> str:
        sign = words[len(written)]
        self.type(sign)
        return written + sign

    def _took(self, written: str, words: str) -> str:
        """What stands after Tab, if the ghost is what is meant; else nothing is pressed."""
        offer = self._offer()
        if offer is None or not offer.takes or not written:
            return ""
        start = len(self._line()) - len(written)
        after = self._line()[: offer.start] + offer.ghost.accepted(self._line()[offer.start :])[0]
        made = after[start:]
        if not words.startswith(made) or len(made) - len(written) < WORTH:
            return ""
        super().press("Tab")
        self.text += 1
        self.taken += 1
        return made

    def _took_word(self, written: str, words: str) -> str:
        """What stands after the right arrow, if only the beginning of the ghost is what is meant."""
        offer = self._offer()
        if offer is None or not offer.takes or offer.ghost.back or not written:
            return ""
        insert = offer.ghost.insert
        lead = len(insert) - len(insert.lstrip())
        word = insert[: insert.find(" ", lead)] if " " in insert[lead:] else insert
        if len(word) <= WORTH or not words.startswith(written + word):
            return ""
        super().press("Right")
        self.text += 1
        self.taken += 1
        return written + word

    def _offer(self) -> Offer | None:
        """The ghost that is seen, when what follows a key has followed."""
        self._program.window.sheet.catch_up()
        return self._program.aids.ghost.offer

    def _line(self) -> str:
        return self._program.window.sheet.textCursor().block().text().replace("\u2028", "\n")

    def run(self, *strokes: Stroke) -> None:
        """Keys by name are pressed, words are written with help."""
        for stroke in strokes:
            if stroke.startswith("<") and stroke.endswith(">"):
                self.press(stroke[1:-1])
            elif stroke:
                self.write(stroke)
