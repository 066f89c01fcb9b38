"""The settings of the environment on the first page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from test_window import Hands, text_of

from ssmwizard.model.settings import Settings

PATIENCE = 20_000


class Set:
    """The demo's computer with an environment."""

    def __init__(self, computer, variables):
        self._computer, self._variables = computer, variables

    def __getattr__(self, name):
        return getattr(self._computer, name)

    def settings(self, _profile):
        return Settings(self._variables, {"region": "eu-west-3"})


@pytest.fixture
def account_page(open_window, qtbot):
    def make(**variables):
        window, _ = open_window(profile=None, region="eu-west-3")
        hands = Hands(window, qtbot)
        hands.settle()
        doors = window.conductor.doors
        object.__setattr__(doors, "computer", Set(doors.computer, variables))
        window.conductor.look_again()
        hands.settle()
        return hands

    return make


def test_nothing_is_shown_where_nothing_is_set(account_page):
    hands = account_page()
    assert "from the environment" not in text_of(hands.page)


def test_what_agrees_is_folded_and_opens_by_keyboard(account_page, qtbot):
    hands = account_page(AWS_REGION="eu-west-3")
    hands.see("1 setting from the environment", hands.page)
    assert "AWS_REGION" not in text_of(hands.page)
    button = next(
        one for one in hands.page.findChildren(QPushButton) if "from the environment" in one.text()
    )
    qtbot.keyClick(button, Qt.Key.Key_Space)
    hands.see("AWS_REGION = eu-west-3", hands.page)


def test_a_contradiction_is_shown_at_once_with_who_takes_what(account_page):
    hands = account_page(
        AWS_PROFILE="demo-admin",
        AWS_DEFAULT_PROFILE="demo-readonly",
        AWS_REGION="eu-west-3",
        AWS_DEFAULT_REGION="eu-west-1",
    )
    hands.see("AWS_PROFILE = demo-admin", hands.page)
    shown = text_of(hands.page)
    assert "taken by ssmwizard, AWS CLI 2" in shown
    assert "taken by AWS CLI 1" in shown
    assert "in the profile = eu-west-3" in shown
    assert "taken by nobody" in shown
    assert "Remove one of the two variables." in shown
