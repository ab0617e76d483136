"""The one style sheet of the application, made from the tokens. No fonts: a sheet cannot set their axes."""

from desktop.theme.look import Theme
from desktop.theme.tokens import TOKENS

_SHEET = """
QMainWindow, QDialog, #paper_side, #start, #topbar, #hintline {{ background: {bg}; }}
QWidget {{ color: {text}; }}
QLabel {{ background: transparent; }}
QLabel[tone="mute"] {{ color: {mute}; }}
QLabel[tone="faint"] {{ color: {faint}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="ok"] {{ color: {ok}; }}
QLabel[tone="err"] {{ color: {err}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[part="keycap"] {{
    color: {mute}; background: {key}; border: 1px solid {line}; border-radius: 4px; padding: 1px 5px;
}}
#sidebar {{ background: {side}; border: 0; border-right: 1px solid {line}; }}
#earlier {{ background: {bg}; border: 0; border-left: 1px solid {line}; }}
#searchfield {{ background: {sheet}; border: 1px solid {line}; border-radius: 7px; }}
#searchfield[focused="true"] {{ border: 1px solid {accent}; }}
#searchfield QLineEdit {{ background: transparent; border: 0; padding: 0; placeholder-text-color: {mute}; }}
QListView, QTreeView {{ background: transparent; border: 0; outline: 0; }}
QTreeView::branch {{ background: transparent; image: none; border: 0; }}
QPushButton {{
    background: {sheet}; color: {text}; border: 1px solid {line}; border-radius: 7px; padding: 6px 14px;
}}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border: 1px solid {accent}; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton:default {{ background: {btn}; color: {btntext}; border: 1px solid {btn}; }}
QPushButton:default:focus {{ border: 1px solid {text}; }}
QPushButton[part="flat"] {{ background: transparent; border-color: transparent; color: {accent}; padding: 1px 3px; }}
QPushButton[part="flat"]:hover {{ background: {hover}; }}
QPushButton[part="flat"]:focus {{ border: 1px solid {accent}; }}
QPushButton[part="choice"] {{ padding: 4px 11px; }}
QPushButton[part="choice"]:checked {{ background: {accentbg}; border: 1px solid {accent}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ border: 1px solid {accent}; }}
QPushButton#tile {{
    background: {card}; border: 1px solid {line}; border-radius: 11px; padding: 0; text-align: left;
}}
QPushButton#tile:hover {{ border: 1px solid {faint}; }}
QPushButton#tile:focus {{ background: {accentbg}; border: 1px solid {accent}; }}
#duerow {{ background: {card}; border: 1px solid {line}; border-radius: 7px; }}
#duerow:focus {{ border: 1px solid {accent}; }}
#banner {{ border-radius: 8px; }}
#banner[tone="err"] {{ background: {errbg}; border: 1px solid {err}; }}
#banner[tone="warn"] {{ background: {warnbg}; border: 1px solid {warn}; }}
#banner[tone="ok"] {{ background: {accentbg}; border: 1px solid {accent}; }}
QProgressBar {{ background: {line}; border: 0; border-radius: 2px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
QLineEdit, QSpinBox, QDateEdit, QComboBox {{
    background: {sheet}; color: {text}; border: 1px solid {line}; border-radius: 7px; padding: 5px 9px;
    selection-background-color: {sel}; selection-color: {text}; placeholder-text-color: {faint};
}}
QSpinBox, QDateEdit {{ padding: 4px 9px 3px 9px; }}
QLineEdit#palette {{ background: transparent; border: 0; padding: 0; }}
QLineEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus {{ border: 1px solid {accent}; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox QAbstractItemView {{
    background: {card}; border: 1px solid {line}; selection-background-color: {accentbg}; selection-color: {text};
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
QAbstractSpinBox QLineEdit {{ border: 0; padding: 0 0 0 7px; background: transparent; }}
QListWidget {{ background: {sheet}; border: 1px solid {line}; border-radius: 7px; padding: 4px; }}
QListWidget::item {{ padding: 7px 9px; border-radius: 6px; color: {text}; }}
QListWidget::item:selected {{ background: {accentbg}; color: {text}; }}
QMenuBar {{ background: {side}; color: {text}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ background: transparent; padding: 4px 9px; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {card}; color: {text}; border: 1px solid {line}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {accentbg}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {line}; padding: 4px 7px; }}
QSlider::groove:horizontal {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    width: 14px; margin: -7px 0; border: 2px solid {sheet}; border-radius: 9px; background: {accent};
}}
QSlider::handle:horizontal:focus {{ background: {text}; }}
QCheckBox {{ spacing: 9px; }}
QCheckBox::indicator {{
    width: 14px; height: 14px; border: 1px solid {faint}; border-radius: 4px; background: {sheet};
}}
QCheckBox::indicator:checked {{ border-color: {btn}; background: {btn}; }}
QCheckBox::indicator:focus {{ border: 1px solid {accent}; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 3px; min-height: 40px; }}
QScrollBar::handle:vertical:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
#popup {{ background: {card}; border: 1px solid {line}; border-radius: 10px; }}
#rule {{ background: {line}; border: 0; }}
"""

_HIGH = """
QPushButton:focus, QPushButton[part="flat"]:focus, QToolButton:focus, QPushButton#tile:focus, #duerow:focus,
#searchfield[focused="true"], QCheckBox::indicator:focus {{ border: 2px solid {accent}; }}
QPushButton:focus {{ padding: 5px 13px; }}
QPushButton[part="flat"]:focus {{ padding: 0 2px; }}
QPushButton[part="choice"]:focus {{ padding: 3px 10px; }}
QPushButton#tile:focus {{ padding: 0; }}
QToolButton:focus {{ padding: 2px; }}
QPushButton:default:focus {{ border: 2px solid {text}; }}
QPushButton[part="choice"]:checked {{ border: 2px solid {accent}; padding: 3px 10px; }}
QPushButton:hover, QToolButton:hover {{ border: 1px solid {text}; }}
QLineEdit:focus, QComboBox:focus {{ border: 2px solid {accent}; padding: 4px 8px; }}
QSpinBox:focus, QDateEdit:focus {{ border: 2px solid {accent}; padding: 3px 8px 2px 8px; }}
QLineEdit#palette:focus {{ border: 0; padding: 0; }}
#searchfield QLineEdit:focus, QAbstractSpinBox QLineEdit:focus {{ border: 0; padding: 0; }}
QAbstractSpinBox QLineEdit:focus {{ padding: 0 0 0 7px; }}
QListWidget::item:selected, QMenu::item:selected, QMenuBar::item:selected {{ border: 2px solid {accent}; }}
QProgressBar {{ border: 1px solid {line}; background: {sheet}; }}
#popup {{ border: 2px solid {text}; }}
"""
"""What high contrast adds: rings of two pixels round what has the focus, borders where there were shades."""


def stylesheet(theme: Theme) -> str:
    """The sheet in the theme's present colours."""
    sheet = _SHEET + _HIGH if theme.is_high else _SHEET
    return sheet.format(**{token: theme.colour(token).name() for token in TOKENS})
