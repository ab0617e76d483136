"""Who signs: a line each with label, name and title; a line without words is no signature."""

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.form import Form
from desktop.theme import Theme
from desktop.theme.parts import Button, label, row
from model.language.forms import sign_role_of
from model.record import ids as prefix
from model.record.blocks import Signature
from model.record.ids import IdSource

LEAST = 2
"""Lines shown at least; one empty line always stands below those that are filled in."""


class SignaturesDialog(Form):
    """The form; `signatures` is what it holds."""

    def __init__(self, theme: Theme, signatures: tuple[Signature, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(swedish.SIGNATURES_TITLE)
        self._before = signatures
        self.lines: list[tuple[QLineEdit, QLineEdit, QLineEdit]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for column, caption in enumerate(swedish.SIGNATURE_FIELDS):
            grid.addWidget(label(theme, caption, 12, "mute"), 0, column)
        for number in range(max(LEAST, len(signatures) + 1)):
            before = signatures[number] if number < len(signatures) else None
            words = (before.label, before.name, before.title) if before else (None, None, None)
            fields = tuple(self._field(theme, word or "", number, column) for column, word in enumerate(words))
            for column, field in enumerate(fields):
                grid.addWidget(field, number + 1, column)
            self.lines.append((fields[0], fields[1], fields[2]))
        done = Button(theme, swedish.DONE)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        cancel = Button(theme, swedish.CANCEL)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(14)
        layout.addWidget(label(theme, swedish.SIGNATURES_TITLE, 18, "text", 600))
        layout.addLayout(grid)
        layout.addLayout(row(None, cancel, done))
        self.setMinimumWidth(560)
        self.lines[0][1].setFocus()

    def signatures(self, ids: IdSource) -> tuple[Signature, ...]:
        """Those that are filled in. A signature keeps its id, and its person and date while its name is the same."""
        found = []
        for number, fields in enumerate(self.lines):
            caption, name, title = (field.text().strip() or None for field in fields)
            before = self._before[number] if number < len(self._before) else None
            if not (caption or name or title):
                continue
            role = sign_role_of(f"{caption or ''} {title or ''}")
            if before is None:
                before = Signature(ids.new(prefix.SIGNATURE), role)
            elif (before.label, before.title) != (caption, title):
                before = replace(before, role=role)
            if before.name != name:
                before = replace(before, person=None, signed=None)
            found.append(replace(before, label=caption, name=name, title=title))
        return tuple(found)

    def _field(self, theme: Theme, words: str, number: int, column: int) -> QLineEdit:
        made = QLineEdit(words)
        made.setFont(theme.font("ui", 13))
        made.setAccessibleName(swedish.signature_field(number + 1, swedish.SIGNATURE_FIELDS[column]))
        return made
