"""What a command has to say of a file: a code, the place, and the sentence that a person reads."""

from typing import Any, NamedTuple


class Said(NamedTuple):
    """One remark. `code` never changes with the language; `place` holds what else a program may want to know."""

    code: str
    file: str
    message: str
    place: tuple[tuple[str, Any], ...] = ()

    @property
    def data(self) -> dict[str, Any]:
        """The remark as JSON has it."""
        return {"code": self.code, "file": self.file, **dict(self.place), "message": self.message}
