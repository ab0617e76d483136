"""The numbers of the headings: which of them Word may count itself, and the list that it counts by.

The record owns the number. Where Word's own counting gives exactly the numbers of the record, they are real automatic
numbers; where there is a gap, they are literal, or Word would renumber a public document.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.printing import Frame
from model.record.tree import Entry, Section, letter, sections
from model.word.runs import escaped

SUB_FORMS = {"letters": ("lowerLetter", "%2)"), "numbers": ("decimal", "%1.%2"), "dash": ("bullet", "\N{EN DASH}")}
"""A sub-item's number: Word's way of counting, and what stands round it."""


@dataclass(frozen=True, slots=True)
class Counting:
    """`items`, `subs`: Word counts them. `first` is the first item's number; `widest`: letters of a number."""

    first: int
    items: bool
    subs: bool
    widest: int
    sub_widest: int

    @property
    def indent(self) -> int:
        """Twips from the margin to the words of an item's heading."""
        return max(510, 130 * self.widest + 110)

    @property
    def sub_indent(self) -> int:
        """Twips from the margin to the words of a sub-item's heading."""
        return max(255, 110 * self.sub_widest + 110)


def counting(minutes: Minutes, tree: tuple[Entry, ...], framed: dict[NodeId, Frame]) -> Counting:
    """What Word may count in `minutes`."""
    found = list(sections(tree))
    first = next((s.number for s in found if s.item.level == 1), 1)
    items = all(
        number == section.number and framed[section.item.id].lead == minutes.style.number_form.format(number)
        for number, section in enumerate((s for s in found if s.item.level == 1), first)
    )
    subs = minutes.style.sub_item in SUB_FORMS and all(
        framed[section.item.id].lead == wanted
        for section, wanted in _by_word(found, minutes.style.sub_item, items=items)
    )
    widest = [max((len(framed[s.item.id].lead.strip()) for s in found if s.item.level == n), default=0) for n in (1, 2)]
    return Counting(first, items, subs, *widest)


def _by_word(found: list[Section], form: str, *, items: bool) -> Iterator[tuple[Section, str]]:
    """Every sub-item with the lead that Word would give it: it counts on until the next counted item."""
    count, above = 0, 0
    for section in found:
        if section.item.level == 1:
            count, above = 0 if items else count, section.number
            continue
        count += 1
        forms = {
            "letters": f"{letter(count - 1)}) " if count <= 26 else "",
            "numbers": f"{above}.{count} " if items and above else "",
            "dash": "- ",
        }
        yield section, forms[form]


def numbering(minutes: Minutes, counts: Counting, list_id: int, heading: str, own_form: str | None) -> str:
    """The list of this document: items on its first level, bound to their style, sub-items on its second."""
    form = own_form or minutes.style.number_form.replace("{}", "%1").strip()
    kind, text = SUB_FORMS.get(minutes.style.sub_item, ("none", ""))
    return (
        f'<w:abstractNum w:abstractNumId="{_abstract(list_id)}"><w:multiLevelType w:val="multilevel"/>'
        f"{_level(0, counts.first, 'decimal', escaped(form), counts.indent, heading)}"
        f"{_level(1, 1, kind, text, counts.sub_indent)}</w:abstractNum>"
    )


def instance(list_id: int) -> str:
    """The list itself, which headings refer to."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{_abstract(list_id)}"/></w:num>'


def _abstract(list_id: int) -> int:
    """An id far from those of any template."""
    return 900_000 + list_id


def _level(level: int, start: int, form: str, text: str, indent: int, style: str = "") -> str:
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{bound}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs>'
        f'<w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
    )
