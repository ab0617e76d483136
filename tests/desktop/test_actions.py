"""The one list of actions: keys, menus and the F1 sheet agree."""

import re

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from desktop import swedish
from desktop.actions import BY_NAME, MENUS, SPECS, Actions, cap, key_text, sheet
from desktop.hints import Context, hints


def test_every_action_has_its_words() -> None:
    assert {spec.name for spec in SPECS} == set(swedish.ACTIONS)


def test_no_key_is_used_twice() -> None:
    keys = [QKeySequence(key).toString() for spec in SPECS for key in spec.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_no_key_needs_what_a_swedish_keyboard_cannot_give(spec) -> None:  # noqa: ANN001 - a Spec
    for key in spec.keys:
        assert not ("Ctrl" in key and "Alt" in key), "AltGr is Ctrl+Alt"
        assert not re.search(r"[\[\]{}\\|@´¨~^/#]", key)
        assert not QKeySequence(key).isEmpty()


def test_the_sheet_says_every_action_that_has_a_group() -> None:
    said = {key for _, pairs in sheet() for key, _ in pairs}
    assert {key_text(spec.keys[0]) for spec in SPECS if spec.group} <= said


def test_every_action_stands_in_a_menu(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    done: list[str] = []
    actions = Actions(window, {s.name: (lambda name=s.name: done.append(name)) for s in SPECS}, {"undo": lambda: False})
    bar = QMenuBar(window)
    actions.fill(bar)
    menus = [menu.menu() for menu in bar.actions()]
    assert len(menus) == len(MENUS)
    standing = [action for menu in menus for action in menu.actions() if not action.isSeparator()]
    assert len(standing) == len(SPECS)
    for action in standing:
        action.trigger()
    assert sorted(done) == sorted(BY_NAME)
    menus[0].aboutToShow.emit()
    assert not actions["undo"].isEnabled()
    assert actions["redo"].isEnabled()
    menus[0].aboutToHide.emit()
    assert actions["undo"].isEnabled(), "a key is never refused because a menu once was greyed"


@pytest.mark.parametrize(
    "where",
    [
        "start",
        "search",
        "earlier",
        "title",
        "header",
        "item",
        "subitem",
        "paragraph",
        "clause",
        "row",
    ],
)
def test_the_hint_line_has_three_to_six_keys_and_always_the_way_to_all(where: str) -> None:
    for empty in (False, True):
        for cards in (False, True):
            pairs = hints(Context(where, empty, cards))
            assert 3 <= len(pairs) <= 6
            assert pairs[-1] == (cap("keys"), swedish.KEY_ALL_KEYS)


def test_linking_is_only_hinted_when_there_is_something_to_link() -> None:
    link = (cap("link"), swedish.KEY_LINK)
    assert link in hints(Context("clause", cards=True))
    assert link not in hints(Context("clause"))


def test_enter_on_an_empty_clause_is_said_to_begin_an_item() -> None:
    assert hints(Context("clause", empty=True))[0] == ("Enter", swedish.KEY_NEW_ITEM)
