"""How everything looks: colour tokens, fonts, icons, the one style sheet, and the small parts that all panes share.

A package and not one file because the paper, the panels and the dialogs may know nothing else in common.
"""

from desktop.theme.look import Choice, Contrast, Family, Theme
from desktop.theme.tokens import DARK, LIGHT, LOOKS, TOKENS

__all__ = ["DARK", "LIGHT", "LOOKS", "TOKENS", "Choice", "Contrast", "Family", "Theme"]
