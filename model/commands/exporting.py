"""Documents made of minutes."""

from model.record.minutes import Minutes

KINDS = ("docx", "txt")


def document(minutes: Minutes, to: str) -> bytes:
    """The document of `minutes` in the form `to`, one of `KINDS`."""
    if to == "txt":
        from model.word.plain import to_text

        return to_text(minutes).encode()
    from model.word.export import to_docx

    return to_docx(minutes)
