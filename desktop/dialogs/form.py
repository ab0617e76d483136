"""A dialog that is asked once: what was filled in can be read when `exec` returns, and then it is gone."""

from PySide6.QtWidgets import QDialog


class Form(QDialog):
    """Does not stay behind in the window when it has been closed, as a dialog of Qt's does."""

    def done(self, result: int) -> None:
        """Close, with Enter or Esc."""
        super().done(result)
        self.deleteLater()
