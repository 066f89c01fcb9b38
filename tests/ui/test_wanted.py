"""What sessions are wanted for, chosen in the window."""

import pytest
from PySide6.QtCore import QPoint, Qt

from ssmwizard.model.features import FEATURES
from ssmwizard.ui.wanted import Wanted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def wanted(looked, qtbot):
    """The button over a state, as the page keeps it, and its menu, open."""

    def choose(chosen):
        made.show_features(chosen)

    made = Wanted(choose)
    qtbot.addWidget(made)
    made.show_features(frozenset({"shell"}))
    made.show()
    menu = made.menu()
    menu.popup(made.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(menu.isVisible)
    yield made, menu
    menu.close()


def ticked(made):
    return {name for name, action in made.features.items() if action.isChecked()}


def test_every_feature_can_be_ticked(wanted):
    made, menu = wanted
    assert list(made.features) == [feature.id for feature in FEATURES]
    assert len(menu.actions()) == len(FEATURES)


def test_the_space_bar_ticks_and_the_menu_stays(wanted, qtbot):
    made, menu = wanted
    menu.setActiveAction(made.features["ssh"])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert ticked(made) == {"shell", "ssh", "port-forwarding"}
    assert menu.isVisible()
    assert made.text().strip() == "Sessions &for: Shell and 2 more"
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert ticked(made) == {"shell", "ssh"}
    assert made.accessibleName() == "Sessions for: Shell and 1 more"
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_a_click_ticks_and_the_menu_stays(wanted, qtbot):
    made, menu = wanted
    place = menu.actionGeometry(made.features["kms"]).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert ticked(made) == {"shell", "kms"}
    assert menu.isVisible()


def test_the_last_tick_stays(wanted, qtbot):
    made, menu = wanted
    place = menu.actionGeometry(made.features["shell"]).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert ticked(made) == {"shell"}
    menu.setActiveAction(made.features["ssh"])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert made.features["shell"].isEnabled()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert ticked(made) == {"ssh"}
    assert made.text().strip() == "Sessions &for: SSH and SCP"


def test_the_inspection_is_about_what_was_ticked(open_window, qtbot):
    window, _ = open_window()
    conductor = window.conductor

    def settle():
        qtbot.waitUntil(
            lambda: not conductor.wizard.busy and not conductor.jobs.working, timeout=20000
        )

    settle()
    window.next()
    settle()
    window.next()
    settle()
    page = window.pages[conductor.wizard.step]
    page.wanted.features["run-as"].trigger()
    assert conductor.wizard.features == {"shell", "run-as"}
    conductor.choose_nodes((conductor.wizard.listing.rows[0].id,))
    window.next()
    settle()
    assert conductor.wizard.inspection.choice.features == {"shell", "run-as"}
    assert conductor.wizard.inspection.verdicts[0].wanted == {"shell", "run-as"}
    conductor.become(conductor.wizard.jump(conductor.wizard.step.NODES))
    page.wanted.features["run-as"].trigger()
    assert conductor.wizard.inspection is None
    assert conductor.wizard.chosen


def test_what_another_version_of_the_program_knows_is_named_as_it_is(wanted):
    made, _ = wanted
    made.show_features(frozenset({"teleport"}))
    assert "teleport" in made.text()
