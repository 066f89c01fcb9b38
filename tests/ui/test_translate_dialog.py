"""The window on a bundle for the public: what was written about it is read with the real names."""

import threading
from pathlib import Path

import keyring.errors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from support.on_demo import stage
from support.shelf import fresh, store

from ssmwizard.app import bundle, translating
from ssmwizard.app.bundle import Audience
from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.inspect import Choice, inspect
from ssmwizard.outside import map_back
from ssmwizard.ui import run
from ssmwizard.ui.translate_dialog import TranslateDialog

# Qt's platform without a screen says so of every window beside the first.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Two bundles of one node, for the public and for support, and the node."""
    with pytest.MonkeyPatch.context() as patch:
        on = stage(tmp_path_factory.mktemp("made"), patch)
        node = on.instance("web-02")
        inspection = inspect(on.doors, Choice("demo-admin", nodes=(node,), local=False))
        on.account.close()
    return bundle.make(inspection, (), Audience.PUBLIC), bundle.make(inspection, ()), node


@pytest.fixture
def shelf(monkeypatch):
    with fresh(monkeypatch) as empty:
        yield empty


@pytest.fixture
def saved(made, shelf, tmp_path):
    """The bundle for the public, with what its stand-ins stand for beside it."""
    path = made[0].write(tmp_path / "public.zip")
    assert translating.keep(made[0], path, store(tmp_path)).kept
    return path


@pytest.fixture
def open_reader(looked, qtbot, jobs, tmp_path):
    crashes = []
    jobs.crashed.connect(lambda _said, told: crashes.append(told))

    def make(path):
        opened = open_bundle(path)
        back = translating.back(path, opened.manifest, store(tmp_path))
        window = run.make_reader(opened, run.Options(folder=tmp_path, theme="light"), jobs, back)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.conductor.arrive()
        qtbot.waitUntil(lambda: window.isActiveWindow() and not jobs.working, timeout=20_000)
        return window

    yield make
    qtbot.waitUntil(lambda: not jobs.working, timeout=20_000)
    assert crashes == []


@pytest.fixture
def open_dialog(open_reader, qtbot, saved, jobs):
    def make():
        window = open_reader(saved)
        dialog = window.translate()
        qtbot.waitUntil(lambda: not jobs.working, timeout=20_000)
        return window, dialog

    return make


def words(widget):
    labels = widget.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisibleTo(widget))


def press(qtbot, key, *more):
    qtbot.keyClick(QApplication.focusWidget(), key, *more)


def settled(qtbot, jobs):
    qtbot.waitUntil(lambda: not jobs.working, timeout=20_000)


def test_what_was_written_is_pasted_translated_and_copied_by_keyboard(
    open_reader, qtbot, jobs, saved, made
):
    window = open_reader(saved)
    assert "are stand-ins" in words(window)
    press(qtbot, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(TranslateDialog)), timeout=20_000)
    (dialog,) = window.findChildren(TranslateDialog)
    settled(qtbot, jobs)
    stand_in = made[0].inspection.verdicts[0].node
    QGuiApplication.clipboard().setText(f"Please restart {stand_in}.")
    assert dialog.field.hasFocus()
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, jobs)
    assert dialog.translated.toPlainText() == f"Please restart {made[2]}."
    assert "1 stand-in was replaced." in words(dialog)
    assert dialog.translated.hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.copy
    press(qtbot, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == f"Please restart {made[2]}."
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(TranslateDialog), timeout=20_000)
    assert made[2] not in words(window)


def test_pasting_and_translating_is_one_button_and_nothing_in_it_is_said(open_dialog, qtbot, jobs):
    _, dialog = open_dialog()
    dialog.answer()
    assert not jobs.working
    QGuiApplication.clipboard().setText("All is well.")
    dialog.paste.click()
    settled(qtbot, jobs)
    assert dialog.translated.toPlainText() == "All is well."
    assert "No stand-in" in words(dialog)


def test_everything_in_it_has_a_name(open_dialog):
    _, dialog = open_dialog()
    dialog.ask(forgetting=True)
    for widget in dialog.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisibleTo(dialog) and not widget.objectName().startswith("qt_"):
            named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert named, (type(widget), widget.objectName())


def test_forgetting_is_asked_about_and_enter_keeps_it(open_dialog, qtbot, jobs, shelf, saved):
    _, dialog = open_dialog()
    dialog.forget.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert "you included" in words(dialog)
    press(qtbot, Qt.Key.Key_Return)
    assert len(shelf.kept) == 1
    assert "you included" not in words(dialog)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    settled(qtbot, jobs)
    assert shelf.kept == {}
    assert not map_back.beside(saved).exists()
    assert "is forgotten" in words(dialog)
    assert not dialog.translate.isEnabled()


def test_a_keyring_that_does_not_let_go_is_said_and_nothing_is_lost(
    open_dialog, qtbot, jobs, shelf, saved
):
    _, dialog = open_dialog()
    shelf.refuses = keyring.errors.KeyringLocked("locked")
    dialog.ask(forgetting=True)
    dialog.forget_it()
    settled(qtbot, jobs)
    assert "Nothing was forgotten" in words(dialog)
    assert "Unlock it" in words(dialog)
    assert map_back.beside(saved).exists()
    shelf.refuses = None
    dialog.ask(forgetting=True)
    dialog.forget_it()
    settled(qtbot, jobs)
    assert "is forgotten" in words(dialog)


HARMS = {"key": "not in the keyring", "damage": "not as it was written", "lock": "Unlock it"}


@pytest.mark.parametrize("harm", HARMS)
def test_why_it_cannot_be_translated_is_one_sentence(open_reader, jobs, saved, shelf, qtbot, harm):
    window = open_reader(saved)
    if harm == "key":
        shelf.kept.clear()
    elif harm == "lock":
        shelf.refuses = keyring.errors.KeyringLocked("locked")
    else:
        map_back.beside(saved).write_text("rubbish")
    dialog = window.translate()
    settled(qtbot, jobs)
    assert HARMS[harm] in dialog.reason.text()
    assert dialog.problem.isVisibleTo(dialog)
    assert not dialog.translate.isEnabled()
    assert dialog.leave.hasFocus()


def test_a_keyring_that_waits_to_be_unlocked_is_said_and_left_by_escape(
    open_reader, qtbot, jobs, saved, shelf
):
    window = open_reader(saved)
    shelf.waits = threading.Event()
    dialog = window.translate()
    qtbot.waitUntil(lambda: dialog.problem.isVisibleTo(dialog), timeout=20_000)
    assert "unlocked" in words(dialog)
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(TranslateDialog), timeout=20_000)
    shelf.waits.set()


def test_a_file_that_stays_is_said(open_dialog, qtbot, jobs, monkeypatch):
    def stays(_, *, missing_ok=False):
        raise PermissionError(13, "Permission denied")

    _, dialog = open_dialog()
    dialog.ask(forgetting=True)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stays)
        dialog.forget_it()
        settled(qtbot, jobs)
    assert "Permission denied" in words(dialog)
    assert dialog.question.isEnabled()


@pytest.mark.parametrize("refuses", [None, keyring.errors.KeyringLocked("locked")])
def test_a_dialog_that_is_closed_while_it_forgets_is_not_asked_for_anything(
    open_dialog, qtbot, jobs, shelf, refuses
):
    window, dialog = open_dialog()
    shelf.refuses, shelf.waits = refuses, threading.Event()
    dialog.forget_it()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(TranslateDialog), timeout=20_000)
    shelf.waits.set()
    settled(qtbot, jobs)
    assert bool(shelf.kept) is (refuses is not None)


def test_without_its_file_there_is_no_button_and_the_strip_says_why(
    open_reader, saved, made, tmp_path
):
    map_back.beside(saved).unlink()
    window = open_reader(saved)
    assert "there is no public.zip.stand-ins" in words(window)
    assert window.findChild(QPushButton, "translate") is None
    assert window.translate() is None
    path = made[1].write(tmp_path / "support.zip")
    assert "stand-ins" not in words(open_reader(path))


def test_a_bundle_that_says_nothing_of_its_stand_ins_has_no_way_back(saved, tmp_path):
    manifest = open_bundle(saved).manifest
    kept = store(tmp_path)
    assert translating.back(saved, manifest, kept) is not None
    for redaction in (None, [], "replaced", {}, {"identifiers": "kept"}):
        assert translating.back(saved, {**manifest, "redaction": redaction}, kept) is None
