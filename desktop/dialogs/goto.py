"""Go to an item by its number: type it, Enter."""

from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.form import Form
from desktop.theme import Theme
from desktop.theme.parts import Button, label, row


class GoToDialog(Form):
    """One field with a number from `first` to `last`."""

    def __init__(self, theme: Theme, first: int, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(swedish.GO_TO_TITLE)
        self.number = QSpinBox()
        self.number.setFont(theme.font("ui", 13))
        self.number.setRange(first, max(first, last))
        self.number.setAccessibleName(swedish.GO_TO_LABEL)
        self.number.selectAll()
        go = Button(theme, swedish.GO_TO_TITLE)
        go.setDefault(True)
        go.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addLayout(row(label(theme, swedish.GO_TO_LABEL), self.number))
        layout.addLayout(row(None, go))
