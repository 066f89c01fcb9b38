"""A changed AWS configuration appears in the window without a restart, and without polling."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from ssmwizard.app.wizard import Step, StepState
from ssmwizard.model.facts import Known
from ssmwizard.ui.configuration_watcher import ConfigurationWatcher

PATIENCE = 20_000


def settle(qtbot, window):
    conductor = window.conductor
    qtbot.waitUntil(
        lambda: not conductor.wizard.busy and not conductor.jobs._jobs, timeout=PATIENCE
    )
    assert not window.crashes, window.crashes


@pytest.fixture
def opened(open_window, qtbot):
    def make(profile="demo-admin"):
        window, account = open_window(profile=profile)
        settle(qtbot, window)
        watcher = window.conductor.findChild(ConfigurationWatcher)
        qtbot.waitUntil(lambda: bool(watcher._watcher.directories()), timeout=PATIENCE)
        return window, account, Path(os.environ["AWS_CONFIG_FILE"])

    return make


def names(window):
    return [entry.data.name for entry in window.pages[Step.ACCOUNT].profiles.entries]


def text_of(window):
    return "\n".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def replace(path, text):
    """As editors and the AWS CLI do: another file takes its place."""
    part = path.with_suffix(".part")
    part.write_text(text)
    part.replace(path)


def test_an_added_profile_appears_and_what_was_selected_stays(opened, qtbot):
    window, _, config = opened()
    page = window.pages[Step.ACCOUNT]
    page.profiles.go_to(names(window).index("demo-readonly"))
    for name in ("a-new-one", "another-one"):
        replace(config, f"{config.read_text()}\n[profile {name}]\nregion = eu-west-3\n")
        qtbot.waitUntil(lambda name=name: name in names(window), timeout=PATIENCE)
        settle(qtbot, window)
        assert page.profiles.current.data.name == "demo-readonly"
        assert window.conductor.wizard.profile == "demo-admin"
        assert isinstance(window.conductor.wizard.identity.snapshot.identity.caller, Known)
    assert "profiles were read again" in text_of(window)


def test_a_file_that_is_written_in_place_is_noticed_too(opened, qtbot):
    window, _, config = opened()
    with config.open("a") as file:
        file.write("\n[profile in-place]\n")
    qtbot.waitUntil(lambda: "in-place" in names(window), timeout=PATIENCE)
    settle(qtbot, window)


def test_a_configuration_that_breaks_is_named_and_heals_when_it_is_mended(opened, qtbot):
    window, _, config = opened()
    good = config.read_text()
    replace(config, "\ufeff" + good)
    qtbot.waitUntil(lambda: "byte-order mark" in text_of(window), timeout=PATIENCE)
    settle(qtbot, window)
    assert window.conductor.wizard.state(Step.ACCOUNT) is StepState.FAILED
    replace(config, good)
    qtbot.waitUntil(
        lambda: window.conductor.wizard.state(Step.ACCOUNT) is StepState.DONE, timeout=PATIENCE
    )
    settle(qtbot, window)


def test_a_sign_in_on_a_terminal_is_noticed_by_who_is_not_signed_in(opened, qtbot, tmp_path):
    window, account, _ = opened("demo-sso")
    account.sign_in()
    (tmp_path / "sso-cache").mkdir()
    (tmp_path / "sso-cache" / "token.json").write_text("{}")
    qtbot.waitUntil(
        lambda: isinstance(window.conductor.wizard.identity.snapshot.identity.caller, Known),
        timeout=PATIENCE,
    )
    settle(qtbot, window)


def test_a_token_that_is_renewed_disturbs_nobody_who_is_signed_in(opened, qtbot, tmp_path):
    window, _, _ = opened()
    before = window.conductor.wizard.identity
    watcher = window.conductor.findChild(ConfigurationWatcher)
    seen = watcher._seen
    (tmp_path / "sso-cache").mkdir()
    (tmp_path / "sso-cache" / "token.json").write_text("{}")
    qtbot.waitUntil(lambda: watcher._seen is not seen, timeout=PATIENCE)
    settle(qtbot, window)
    assert window.conductor.wizard.identity is before


def test_nothing_is_looked_at_again_in_the_midst_of_a_change(opened, qtbot):
    window, _, config = opened()
    conductor = window.conductor
    before = conductor.wizard.identity
    watcher = conductor.findChild(ConfigurationWatcher)
    conductor.become(conductor.wizard.started(Step.REPAIR))
    replace(config, f"{config.read_text()}\n[profile later]\n")
    qtbot.waitUntil(lambda: watcher._postponed, timeout=PATIENCE)
    assert conductor.wizard.identity is before
    conductor.become(conductor.wizard.stopped(Step.REPAIR))
    qtbot.waitUntil(lambda: "later" in names(window), timeout=PATIENCE)
    settle(qtbot, window)


def test_nothing_asks_time_and_again(opened):
    window, _, _ = opened()
    watcher = window.conductor.findChild(ConfigurationWatcher)
    assert all(timer.isSingleShot() for timer in watcher.findChildren(QTimer))
