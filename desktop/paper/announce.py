"""What a screen reader is told when the caret comes to another block: it cannot see what is painted."""

from desktop import swedish
from desktop.paper.words import is_head, row_label
from model.edit.parts import kind_of
from model.record.blocks import Clause, Paragraph, Row
from model.record.ids import TITLE, NodeId
from model.record.minutes import Minutes
from model.record.tree import Decision, Section, decisions, derive, section_of


def block_words(minutes: Minutes, node: NodeId) -> str:
    """`Beslut, att-sats 2 av 3, punkt 8` · `Punkt 8, rubrik` · `Stycke, punkt 8`."""
    if is_head(node):
        return swedish.TITLE_ROW if node == TITLE else row_label(minutes, node)
    block = minutes.block(node)
    section = section_of(derive(minutes.blocks), node)
    where = swedish.spoken_item(section.number, section.letter) if section else ""
    if isinstance(block, Clause):
        place, count = _in_decision(section, node)
        return swedish.spoken(swedish.spoken_clause(place, count), where)
    if isinstance(block, Paragraph):
        return swedish.spoken(swedish.SPOKEN_KINDS.get(block.kind, swedish.SPOKEN_KINDS["text"]), where)
    if isinstance(block, Row):
        return swedish.spoken(swedish.SPOKEN_KINDS["row"], where)
    return swedish.spoken(where, swedish.SPOKEN_KINDS[kind_of(block)]).capitalize()


def moved_words(before: Minutes, after: Minutes, node: NodeId) -> str:
    """`Punkt 8 är nu punkt 7`; of a clause or a row: where it stands now."""
    sections = section_of(derive(before.blocks), node), section_of(derive(after.blocks), node)
    numbers = [section.number for section in sections if section]
    if len(numbers) == 2 and numbers[0] != numbers[1]:
        return swedish.spoken_moved(numbers[0], numbers[1])
    return block_words(after, node)


def _in_decision(section: Section | None, node: NodeId) -> tuple[int, int]:
    """Which clause of how many."""
    found: list[Decision] = list(decisions(section)) if section else []
    for decision in found:
        ids = [clause.id for clause in decision.clauses]
        if node in ids:
            return ids.index(node) + 1, len(ids)
    return 1, 1
