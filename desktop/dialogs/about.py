"""What the program is, its version and the licences of what it shows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.form import Form
from desktop.theme import Theme
from desktop.theme.parts import Button, label, row, wrapped


class AboutDialog(Form):
    """One text and one button."""

    def __init__(self, theme: Theme, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(swedish.ABOUT_TITLE)
        close = Button(theme, swedish.CLOSE)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(10)
        layout.addWidget(label(theme, swedish.PROGRAM, 18, "text", 600))
        layout.addWidget(label(theme, swedish.version(version), 13, "mute"))
        layout.addWidget(wrapped(theme, swedish.ABOUT_MORE))
        layout.addLayout(row(None, close))
        self.setMinimumWidth(420)
