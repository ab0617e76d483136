"""What was left behind: text that was typed but not saved last time, to be taken back or left for later."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.form import Form
from desktop.theme import Theme
from desktop.theme.parts import Button, label, row, wrapped


class RecoverDialog(Form):
    """A list with one line for each. No button destroys anything: what is not taken now is offered again."""

    def __init__(self, theme: Theme, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(swedish.RECOVER_TITLE)
        self.list = QListWidget()
        self.list.setFont(theme.font("ui", 13))
        self.list.setAccessibleName(swedish.RECOVER_LIST)
        for line in lines:
            self.list.addItem(QListWidgetItem(line))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.setFixedHeight(min(6, max(2, len(lines))) * 33 + 12)
        take = Button(theme, swedish.RECOVER)
        take.setDefault(True)
        take.clicked.connect(self.accept)
        later = Button(theme, swedish.RECOVER_LATER)
        later.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(12)
        layout.addWidget(label(theme, swedish.RECOVER_TITLE, 18, "text", 600))
        layout.addWidget(wrapped(theme, swedish.RECOVER_LEAD, 13, "mute"))
        layout.addWidget(self.list)
        layout.addLayout(row(None, later, take))
        self.setMinimumWidth(480)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> int:
        """The number of the chosen line, from 0."""
        return max(0, self.list.currentRow())
