"""Older formats made new, one pure step for each; there is only one format yet."""

from collections.abc import Callable, Mapping

from lxml import etree

from model.store.vocabulary import FORMAT

Element = etree._Element  # noqa: SLF001  # lxml's own name for the type of an element
Step = Callable[[Element], Element]

STEPS: dict[str, tuple[str, Step]] = {}
"""From a format to the next: `"1.0": ("1.1", add_the_thing)`. A sealed file is upgraded only as a copy."""


def to_current(root: Element, form: str, steps: Mapping[str, tuple[str, Step]] | None = None) -> Element:
    """`root` in the current format; one that is newer already is left as it is."""
    known = STEPS if steps is None else steps
    while form in known and form != FORMAT:
        form, step = known[form]
        root = step(root)
    return root
