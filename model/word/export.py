"""`Minutes` → the bytes of a .docx, with the record and its hash inside."""

from model.record.minutes import Minutes
from model.record.printing import frames
from model.record.tree import derive
from model.word.numbers import counting, instance, numbering
from model.word.pack import packed
from model.word.package import HEAD, complete
from model.word.parts import Body
from model.word.plain import in_house_form
from model.word.template import opened


def to_docx(minutes: Minutes, template: bytes | None = None, *, house: bool = False) -> bytes:
    """The Word file of `minutes`, in the built-in template or the given one; the same record gives the same bytes.

    `house` prints by the house profile, without what an old document did otherwise; the record inside stays as it is.
    Raises `TemplateError` if the template is no Word file.
    """
    base = opened(template)
    shown = in_house_form(minutes) if house else minutes
    tree, framed = derive(shown.blocks), frames(shown)
    counts = counting(shown, tree, framed)
    parts = dict(base.parts)
    body = Body(shown, base, tree, framed, counts).xml()
    parts["word/document.xml"] = f"{HEAD}{base.root}<w:body>{body}{base.section}</w:body></w:document>".encode()
    before, after = base.numbering
    own = numbering(shown, counts, base.list_id, base.style("heading 2"), base.number_form)
    parts["word/numbering.xml"] = f"{before}{own}{instance(base.list_id)}{after}".encode()
    complete(parts, minutes, shown)
    return packed(parts)
