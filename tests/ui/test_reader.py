"""The window on a support bundle: read-only, offline, marked with its date."""

from itertools import product

import pytest
from demo_window import demo_doors
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QWidget

from ssmwizard.app import bundle
from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.inspect import Choice, inspect, replay
from ssmwizard.app.wizard import Step
from ssmwizard.ui import run


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A bundle of the whole demo account."""
    folder = tmp_path_factory.mktemp("saved")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
            patch.setenv(name, "")
        doors, account = demo_doors(folder)
        inspection = inspect(doors, Choice("demo-admin", every_node=True))
        account.close()
    return bundle.write(folder / "b.zip", inspection, ())


@pytest.fixture
def reader(looked, qtbot, jobs, tmp_path, saved):
    """The window on the bundle; there is no account any more that could be asked."""
    opened = open_bundle(saved)
    window = run.make_reader(opened, run.Options(folder=tmp_path, theme="light"), jobs)
    crashes = []
    jobs.crashed.connect(lambda crash: crashes.append(crash.text()))
    qtbot.addWidget(window)
    window.show()
    window.conductor.arrive()
    yield window, opened
    qtbot.waitUntil(lambda: not jobs.working, timeout=20_000)
    assert crashes == []


def words(widget):
    labels = widget.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisibleTo(widget))


def test_the_bundle_is_marked_with_its_date_and_the_verdicts_stand_there(reader):
    window, opened = reader
    assert opened.manifest["started_at"] in words(window)
    assert "Nothing here is live" in words(window)
    page = window.pages[Step.INSPECT]
    assert window.stack.currentWidget() is page
    shown = {entry.data for entry in page.nodes.entries if entry.data}
    assert shown == {verdict.node for verdict in opened.inspection.verdicts}


def test_every_step_is_there_by_keyboard_and_nothing_is_asked(reader, qtbot):
    window, opened = reader
    for step in Step:
        qtbot.keyClick(
            window, getattr(Qt.Key, f"Key_{step + 1}"), Qt.KeyboardModifier.ControlModifier
        )
        qtbot.keyClick(window, Qt.Key.Key_F5)
        qtbot.waitUntil(lambda: not window.conductor.jobs.working, timeout=20_000)
        assert window.conductor.wizard.step is step
        assert window.conductor.wizard.inspection is opened.inspection
        assert not window.conductor.wizard.failures
    assert opened.inspection.snapshot.identity.caller.value.account in words(window.header)
    assert "Expired" not in words(window.header)


def test_no_button_promises_to_look_or_to_change(reader, qtbot):
    window, _ = reader
    for step in Step:
        window.jump(step)
        qtbot.waitUntil(lambda: not window.conductor.jobs.working, timeout=20_000)
        page = window.pages[step]
        enabled = {
            one.objectName() or one.text()
            for one in page.findChildren(QPushButton)
            if one.isVisibleTo(page) and one.isEnabled()
        }
        assert not enabled & {
            "ask-nodes",
            "try-session",
            "look-elsewhere",
            "save",
            "folder",
            "apply",
            "all",
            "none",
        }
        assert not any("again" in name for name in enabled)


def test_ticks_stay_as_they_were(reader):
    window, opened = reader
    window.jump(Step.NODES)
    table = window.pages[Step.NODES].table.nodes
    before = table.chosen
    assert set(before) == {node.id for node in opened.inspection.snapshot.nodes}
    table.tick([0, 1], on=False)
    assert table.chosen == before
    assert window.conductor.wizard.chosen == opened.inspection.choice.nodes or before


def test_a_plan_of_the_bundle_is_given_away_without_any_account(reader, qtbot):
    window, _ = reader
    window.jump(Step.REPAIR)
    qtbot.waitUntil(lambda: not window.conductor.jobs.working, timeout=20_000)
    page = window.pages[Step.REPAIR]
    assert page.give.isVisibleTo(page)
    assert not page.give.again.isVisibleTo(page)
    QGuiApplication.clipboard().setText("")
    page.give.copy_as("handover")
    qtbot.waitUntil(lambda: bool(page.give.said.text()), timeout=20_000)
    assert "could not be told" in QGuiApplication.clipboard().text()


NASTY = "\x1b[31m\u202e<b>bold</b><img src='file:///etc/hostname'><script>alert(1)</script>"


def named(value):
    """Give everything that has a name in the account a hostile one."""
    if isinstance(value, dict):
        return {
            name: part + NASTY
            if name in ("Value", "UserName", "ProfileName", "account-alias")
            and isinstance(part, str)
            else named(part)
            for name, part in value.items()
        }
    return [named(part) for part in value] if isinstance(value, list) else value


def test_hostile_names_are_shown_as_text_on_every_page(qtbot, looked, jobs, tmp_path, saved):
    inspection = open_bundle(saved).inspection
    hostile = replay(named(line) for line in inspection.recording)
    opened = open_bundle(bundle.write(tmp_path / "hostile.zip", hostile, ()))
    window = run.make_reader(opened, run.Options(folder=tmp_path, theme="light"), jobs)
    crashes = []
    jobs.crashed.connect(lambda crash: crashes.append(crash.text()))
    qtbot.addWidget(window)
    window.show()
    window.conductor.arrive()
    seen = ""
    for step in Step:
        window.jump(step)
        qtbot.waitUntil(lambda: not jobs.working, timeout=20_000)
        for widget in window.findChildren(QWidget):
            assert "<b>" not in widget.toolTip()
        for label in window.findChildren(QLabel):
            seen += label.text()
            assert label.textFormat() is Qt.TextFormat.PlainText or "<b>" not in label.text()
        for view in window.findChildren(QAbstractItemView):
            model = view.model()
            cells = product(range(model.rowCount()), range(9))
            for index in (model.index(*cell) for cell in cells if model.hasIndex(*cell)):
                seen += str(index.data() or "")
                assert "<b>" not in str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
    assert crashes == []
    assert "<b>bold</b>" in seen.replace("\u200b", "")
    assert "\x1b" not in seen
    assert "\u202e" not in seen
