"""The lists of two lines: many entries, one of them current, and what is told of it."""

import pytest
from PySide6.QtCore import Qt

from ssmwizard.ui.two_lines import Entry, TwoLines

MANY = 10_000


@pytest.fixture
def shown(looked, qtbot):
    made = TwoLines("Things")
    qtbot.addWidget(made)
    made.resize(240, 300)
    made.show()
    return made


def entries(count):
    return [Entry(("nodes", "ok"), f"node {at}", f"below {at}", at) for at in range(count)]


def test_filling_says_nothing_and_moving_says_so(shown, qtbot):
    with qtbot.assertNotEmitted(shown.moved):
        shown.fill(entries(3), 1)
    assert shown.current.data == 1
    with qtbot.waitSignal(shown.moved):
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.current.title == "node 2"
    with qtbot.waitSignal(shown.moved):
        shown.go_to(0)
    assert shown.current.data == 0


def test_enter_and_a_click_ask_for_an_entry(shown, qtbot):
    shown.fill(entries(3), 2)
    with qtbot.waitSignal(shown.asked) as asked:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert asked.args[0].data == 2
    qtbot.waitUntil(lambda: shown.visualRect(shown.model().index(1, 0)).height() > 0)
    with qtbot.waitSignal(shown.asked) as asked:
        place = shown.visualRect(shown.model().index(1, 0)).center()
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args[0].data == 1


def test_without_entries_there_is_no_current_one(shown):
    assert shown.current is None
    shown.fill(entries(2), 0)
    shown.fill([])
    assert shown.current is None
    assert shown.entries == ()


def test_ten_thousand_entries_and_the_last_can_be_reached(shown, qtbot):
    shown.fill(entries(MANY), 0)

    def at_the_end():
        qtbot.keyClick(shown, Qt.Key.Key_End)
        return shown.current.data == MANY - 1

    qtbot.waitUntil(at_the_end, timeout=20_000)  # entries are laid out a few at a time


def test_a_screen_reader_is_told_both_lines_and_the_mouse_all_of_the_title(shown):
    shown.fill([*entries(1), Entry(("key", "warn"), "b", "c", None, "It lacks something")])
    first, second = (shown.model().index(at, 0) for at in range(2))
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "node 0. below 0"
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "node 0"
    assert second.data(Qt.ItemDataRole.ToolTipRole) == "It lacks something"
    assert first.data(Qt.ItemDataRole.CheckStateRole) is None


def test_what_is_changed_in_an_entry_is_shown(shown, qtbot):
    shown.fill(entries(1), 0)
    before = shown.grab().toImage()
    shown.entries[0].bold = True
    shown.entries[0].picture = ("failed", "bad")
    shown.changed()
    assert shown.grab().toImage() != before


def test_an_entry_is_as_high_with_a_scroll_bar_as_without(shown, qtbot):
    def height(count, title):
        shown.fill([Entry(("nodes", "ok"), title, "below", at) for at in range(count)], 0)
        qtbot.waitUntil(lambda: shown.verticalScrollBar().isVisible() is (count > 1))
        return shown.sizeHintForIndex(shown.model().index(0, 0)).height()

    words = [f"{'name ' * 3}{'i' * more}" for more in range(1, 50)]
    alone = [height(1, title) for title in words]
    assert len(set(alone)) > 1
    assert [height(40, title) for title in words] == alone
