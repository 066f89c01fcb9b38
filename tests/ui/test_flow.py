"""A row of buttons wraps, and none of them is wider than the room there is."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ssmwizard.ui.buttons import Button, LongButton
from ssmwizard.ui.flow import Flow

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("width", [180, 240, 600])
def test_a_long_button_gives_way_and_the_next_one_wraps(looked, qtbot, width):
    host = QWidget()
    qtbot.addWidget(host)
    long, short = LongButton("Give the role the rights that a node needs", int), Button("Undo")
    QVBoxLayout(host).addWidget(Flow(long, short))
    host.resize(width, 200)
    host.show()
    assert all(one.geometry().right() < width for one in (long, short))
    assert not long.geometry().intersects(short.geometry())
    assert "rights that a node needs" in long.toolTip()
