"""New minutes with other values than the proposed: body, number, year and day of the meeting."""

import datetime
from dataclasses import dataclass

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.form import Form
from desktop.theme import Theme
from desktop.theme.parts import Button, label, row


@dataclass(frozen=True, slots=True)
class NewValues:
    """What a new set of minutes begins with."""

    body: str
    genitive: str
    number: int
    year: int
    day: datetime.date


class NewDialog(Form):
    """The form; `values` is what it holds, also before it is accepted."""

    def __init__(self, theme: Theme, proposed: NewValues, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(swedish.NEW_TITLE)
        self.body = QLineEdit(proposed.body)
        self.genitive = QLineEdit(proposed.genitive)
        self.number = _number(1, 9999, proposed.number)
        self.year = _number(1862, 2999, proposed.year)
        self.day = QDateEdit(_to_qt(proposed.day))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.dateChanged.connect(self._on_day)
        self._year_is_own = proposed.year != proposed.day.year
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(18)
        for caption, field in (
            (swedish.FIELD_BODY, self.body), (swedish.FIELD_GENITIVE, self.genitive),
            (swedish.FIELD_NUMBER, self.number), (swedish.FIELD_YEAR, self.year), (swedish.FIELD_DATE, self.day),
        ):  # fmt: skip
            field.setFont(theme.font("ui", 13))
            field.setAccessibleName(caption)
            inner = field.findChild(QLineEdit)
            if inner:
                inner.setTextMargins(9, 0, 0, 0)
            form.addRow(label(theme, caption, 13, "mute"), field)
        create = Button(theme, swedish.CREATE)
        create.setDefault(True)
        create.clicked.connect(self.accept)
        cancel = Button(theme, swedish.CANCEL)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(12)
        layout.addWidget(label(theme, swedish.NEW_TITLE, 18, "text", 600))
        layout.addWidget(label(theme, swedish.NEW_LEAD_FIRST if first else swedish.NEW_LEAD, 13, "mute"))
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addLayout(row(None, cancel, create))
        self.setMinimumWidth(420)
        self.number.setFocus()
        self.number.selectAll()

    def values(self) -> NewValues:
        """What the form holds."""
        day = self.day.date()
        return NewValues(
            self.body.text().strip() or swedish.DEFAULT_BODY,
            self.genitive.text().strip() or self.body.text().strip() or swedish.DEFAULT_GENITIVE,
            self.number.value(),
            self.year.value(),
            datetime.date(day.year(), day.month(), day.day()),
        )

    def _on_day(self, day: QDate) -> None:
        if not self._year_is_own:
            self.year.setValue(day.year())


def _number(least: int, most: int, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, most)
    field.setValue(value)
    return field


def _to_qt(day: datetime.date) -> QDate:
    return QDate(day.year, day.month, day.day)
