"""What is remembered for the paper is what would be derived again, whatever has been done."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.derived import Derived
from desktop.theme import Theme
from model.edit.write import WriteText
from model.record import printing
from model.record.blocks import Item, Row
from model.record.minutes import Minutes, UnknownNodeError
from tests.strategies import SOME_RUNS, commands, records


@SOME_RUNS
@given(records(), st.data())
def test_frames_are_the_ones_that_would_be_derived_again(theme: Theme, minutes: Minutes, data: st.DataObject) -> None:
    derived = Derived(theme)
    for _ in range(6):
        assert derived.frames(minutes) == printing.frames(minutes)
        try:
            minutes = data.draw(st.one_of(commands(minutes), _words(minutes))).apply(minutes)
        except UnknownNodeError:
            continue


def _words(minutes: Minutes) -> st.SearchStrategy[WriteText]:
    """A few letters in one block: what a key does."""
    nodes = [block.id for block in minutes.blocks if not isinstance(block, Row | Item)]
    return st.builds(WriteText, st.sampled_from(nodes or [minutes.id]), st.sampled_from(["bifalla", "bifalla.", ""]))
