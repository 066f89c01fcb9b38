"""The page of this computer fills as things land, and opening it again costs nothing."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ssmwizard.app.wizard import Step
from ssmwizard.demo.computer import DemoComputer
from ssmwizard.outside.profiles import read_profiles

PATIENCE = 20_000


class Slow(DemoComputer):
    """A computer whose AWS CLI waits until it may go on."""

    def __init__(self) -> None:
        super().__init__(read_profiles)
        self.go_on = threading.Event()
        self.begun: list[str] = []

    def run(self, arguments, timeout):
        self.begun.append(arguments[0].rpartition("/")[2])
        if arguments[0].endswith("aws"):
            assert self.go_on.wait(20)
        return super().run(arguments, timeout)


def text_of(widget: QWidget) -> str:
    shown = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(shown).replace("\u200b", "")


@pytest.fixture
def slow(open_window, qtbot):
    window, _ = open_window()
    here = Slow()
    conductor = window.conductor
    qtbot.waitUntil(lambda: not conductor.jobs._jobs, timeout=PATIENCE)
    conductor.doors = replace(conductor.doors, computer=here)
    window.next()
    yield window, here
    here.go_on.set()


def test_what_has_landed_is_shown_while_the_rest_is_waited_for(slow, qtbot):
    window, here = slow
    page = window.pages[Step.COMPUTER]
    qtbot.waitUntil(lambda: "1.2.835.0" in text_of(page), timeout=PATIENCE)
    assert "AWS CLI: starting it" in text_of(page)
    here.go_on.set()
    qtbot.waitUntil(lambda: "2.32.17" in text_of(page), timeout=PATIENCE)
    assert "starting" not in text_of(page)
    qtbot.waitUntil(lambda: not window.conductor.jobs._jobs, timeout=PATIENCE)
    assert sorted(here.begun) == ["aws", "session-manager-plugin"]
    window.back()
    window.next()
    assert not window.conductor.jobs.running(Step.COMPUTER.name)
    assert len(here.begun) == 2
    window.conductor.look_again()
    qtbot.waitUntil(lambda: not window.conductor.jobs._jobs, timeout=PATIENCE)
    assert len(here.begun) == 4
