"""The report page: what goes into the bundle, saving it, and the summary on the clipboard."""

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton

from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.wizard import Step, StepState
from ssmwizard.outside import archive_reading, map_back
from ssmwizard.outside.secret_store import SecretStore
from ssmwizard.ui.parts_dialog import PartsDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def report(open_window, qtbot):
    """The page with an inspection of one node."""
    window, _account = open_window()
    conductor = window.conductor

    def settle():
        qtbot.waitUntil(
            lambda: not conductor.wizard.busy and not conductor.jobs._jobs, timeout=20_000
        )

    settle()
    window.next()
    settle()
    window.next()
    settle()
    conductor.choose_nodes((conductor.wizard.listing.rows[0].id,))
    window.next()
    settle()
    window.next()
    settle()
    window.next()
    settle()
    assert conductor.wizard.step is Step.REPORT
    return window, window.pages[Step.REPORT], settle


def words(page):
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def account(page):
    return page.conductor.wizard.inspection.snapshot.identity.caller.value.account


def test_the_parts_their_sizes_and_their_sum_are_shown(report, tmp_path):
    _, page, settle = report
    boxes = [box.text() for box in page.findChildren(QCheckBox)]
    assert {"findings.json", "report.html", "recording.jsonl", "manifest.json"} <= set(boxes)
    assert "The findings, for programs" in words(page)
    page.save_to(tmp_path / "bundle.zip")
    settle()
    assert boxes == sorted(archive_reading.read(tmp_path / "bundle.zip"))


def test_saving_says_where_and_opens_the_way_to_the_folder(report, tmp_path):
    window, page, settle = report
    assert not page.folder.isEnabled()
    page.save_to(tmp_path / "bundle.zip")
    settle()
    opened = open_bundle(tmp_path / "bundle.zip")
    assert opened.inspection.findings == window.conductor.wizard.inspection.findings
    assert str(tmp_path / "bundle.zip") in page.said.text()
    assert page.folder.isEnabled()
    assert window.conductor.wizard.state(Step.REPORT) is StepState.DONE


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_lost(report, tmp_path):
    window, page, settle = report
    page.save_to(tmp_path / "missing" / "bundle.zip")
    settle()
    assert window.crashes == []
    assert window.conductor.wizard.state(Step.REPORT) is StepState.FAILED
    assert "missing" in window.footer.said.text()
    assert page.save.isEnabled()


def test_the_summary_goes_to_the_clipboard_for_the_same_readers(report, looked, qtbot):
    _, page, settle = report
    page.copy.click()
    settle()
    assert account(page) in looked.clipboard().text()
    assert "clipboard" in page.said.text()
    page.audience.setFocus()
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()
    page.copy.click()
    settle()
    told = looked.clipboard().text()
    assert account(page) not in told
    assert "1 node" in told


def test_a_bundle_for_the_public_is_chosen_by_keyboard_and_names_no_account(
    report, qtbot, tmp_path
):
    _, page, settle = report
    assert account(page) in page._name()
    page.audience.setFocus()
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()
    assert account(page) not in page._name()
    page.save_to(tmp_path / "public.zip")
    settle()
    caller = open_bundle(tmp_path / "public.zip").inspection.snapshot.identity.caller
    assert caller.value.account != account(page)


def test_a_file_is_left_out_by_keyboard_and_the_manifest_says_so(report, qtbot, tmp_path):
    _, page, settle = report
    box = page.findChild(QCheckBox, "report.html")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    settle()
    assert not page.findChild(QCheckBox, "report.html").isChecked()
    assert not page.findChild(QCheckBox, "manifest.json").isEnabled()
    page.save_to(tmp_path / "bundle.zip")
    settle()
    opened = open_bundle(tmp_path / "bundle.zip")
    assert {"what": "report.html", "reason": "user_declined", "detail": ""} in opened.manifest[
        "omissions"
    ]
    assert "report.html" not in archive_reading.read(tmp_path / "bundle.zip")


def test_whether_it_contains_something_is_answered(report, qtbot):
    _, page, settle = report
    page.search.setText(account(page))
    assert "Yes, in" in page.answer.text()
    assert "recording.jsonl" in page.answer.text()
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()
    assert page.answer.text() == "No, in none of its files."
    page.search.clear()
    assert not page.answer.isVisibleTo(page)


def test_what_is_sent_stands_beside_what_is_here(report, qtbot):
    _, page, settle = report
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()
    page.show_parts.click()
    dialog = page.findChild(PartsDialog)
    dialog.file.setCurrentIndex(dialog.file.findData("findings.json"))
    here, sent = (dialog.findChild(QPlainTextEdit, name) for name in ("as-it-is", "as-sent"))
    assert account(page) in here.toPlainText()
    assert account(page) not in sent.toPlainText()
    assert sent.toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_is_shown_summarized_and_saved_for_the_public_is_one_and_the_same(
    report, looked, qtbot, tmp_path
):
    _, page, settle = report
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()
    page.copy.click()
    page.save_to(tmp_path / "public.zip")
    settle()
    sent = archive_reading.read(tmp_path / "public.zip")
    assert {part.name: part.content for part in page._parts} == sent
    after = open_bundle(tmp_path / "public.zip").inspection
    assert after.snapshot.identity.caller.value.account in looked.clipboard().text()
    assert after.verdicts[0].node in looked.clipboard().text()


@pytest.fixture
def held_up(report, qtbot):
    """The making of the bundle waits for a journal that somebody else still has to write."""
    window, page, settle = report
    journal = window.conductor.doors.journal
    journal.unlink(missing_ok=True)
    os.mkfifo(journal)

    def given():
        try:
            os.close(os.open(journal, os.O_WRONLY | os.O_NONBLOCK))
        except OSError:
            return False  # no job waits for it yet
        return True

    def let_go():
        qtbot.waitUntil(given)
        settle()

    return window, page, let_go


needs_fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")


@needs_fifo
def test_a_longer_making_shows_itself_after_a_moment_and_escape_stops_it(held_up, qtbot):
    window, page, let_go = held_up
    page._chosen()
    assert not page.work.isVisibleTo(page)
    qtbot.waitUntil(lambda: page.work.isVisibleTo(page))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    let_go()
    assert not page.work.isVisibleTo(page)
    assert "Stopped. Nothing was saved." in window.footer.said.text()
    assert window.crashes == []
    page.findChild(QPushButton, "contents").click()
    let_go()
    assert page.findChild(QCheckBox, "report.html").isChecked()
    assert window.conductor.wizard.failures == {}


@needs_fifo
def test_what_is_saved_while_it_is_being_made_is_saved_when_it_is_made(held_up, qtbot, tmp_path):
    _, page, let_go = held_up
    page._chosen()
    page.save_to(tmp_path / "bundle.zip")
    assert not page.save.isEnabled()
    let_go()
    assert {part.name: part.content for part in page._parts} == archive_reading.read(
        tmp_path / "bundle.zip"
    )
    assert not page.work.isVisibleTo(page)
    assert page.save.isEnabled()


@needs_fifo
def test_a_save_that_is_stopped_leaves_nothing_and_can_be_begun_again(held_up, qtbot, tmp_path):
    window, page, let_go = held_up
    page._chosen()
    page.save_to(tmp_path / "bundle.zip")
    qtbot.waitUntil(lambda: page.work.isVisibleTo(page))
    here = sorted(tmp_path.iterdir())
    page.work.stop.click()
    let_go()
    assert sorted(tmp_path.iterdir()) == here
    assert "Stopped" in window.footer.said.text()
    page.save_to(tmp_path / "bundle.zip")
    let_go()
    assert open_bundle(tmp_path / "bundle.zip").inspection.findings


def test_what_the_stand_ins_stand_for_is_kept_and_said(report, qtbot, tmp_path):
    _, page, settle = report
    page.save_to(tmp_path / "support.zip")
    settle()
    assert not page.kept.isVisibleTo(page)
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()
    page.save_to(tmp_path / "public.zip")
    settle()
    assert str(tmp_path / "public.zip.stand-ins") in page.kept.said.text()
    assert not page.kept.keep.isVisibleTo(page)
    page.copy.click()
    settle()
    assert not page.kept.isVisibleTo(page)


def test_without_a_keyring_it_is_kept_only_when_the_operator_says_so(report, qtbot, tmp_path):
    _, page, settle = report
    doors = page.conductor.doors
    page.conductor.doors = replace(doors, keyring=SecretStore(tmp_path / "remembered.json"))
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()
    page.save_to(tmp_path / "public.zip")
    settle()
    assert open_bundle(tmp_path / "public.zip").inspection.findings
    assert "was not kept" in words(page)
    beside = map_back.beside(tmp_path / "public.zip")
    assert not beside.exists()
    page.kept.keep.setFocus()
    qtbot.keyClick(page.kept.keep, Qt.Key.Key_Return)
    settle()
    assert beside.exists()
    assert "not encrypted" in page.kept.said.text()
    assert not page.kept.keep.isVisibleTo(page)
