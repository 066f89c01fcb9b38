"""The report page: what goes into the bundle, saving it, and the summary on the clipboard."""

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.wizard import Step, StepState
from ssmwizard.outside import archive_reading, map_back
from ssmwizard.outside.secret_store import SecretStore
from ssmwizard.ui.language import size
from ssmwizard.ui.parts_dialog import PartsDialog

ON, OFF, SOME = (
    Qt.CheckState.Checked,
    Qt.CheckState.Unchecked,
    Qt.CheckState.PartiallyChecked,
)
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
    rows = conductor.wizard.listing.rows
    conductor.choose_nodes(tuple(row.id for row in rows if row.name == "vault-01"))
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


def listed(page):
    """The rows of the tree: each group by its title, each file by its name, with tick and size."""
    model = page.parts.parts
    told = {}
    for group in range(model.rowCount()):
        top = model.index(group, 0)
        for place in (top, *(model.index(row, 0, top) for row in range(model.rowCount(top)))):
            part = model.part(place)
            told[part.name if part is not None else place.data()] = (
                place.data(Qt.ItemDataRole.CheckStateRole),
                place.siblingAtColumn(1).data(),
            )
    return told


def tick(page, qtbot, settle, name):
    """Tick a file or a group by keyboard."""
    page.parts.setFocus()
    page.parts.setCurrentIndex(page.parts.parts.place(name))
    qtbot.keyClick(page.parts, Qt.Key.Key_Space)
    settle()


def public(page, qtbot, settle):
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()


def account(page):
    return page.conductor.wizard.inspection.snapshot.identity.caller.value.account


def test_the_parts_their_sizes_and_their_sum_are_shown(report, tmp_path):
    _, page, settle = report
    told = listed(page)
    page.save_to(tmp_path / "bundle.zip")
    settle()
    held = archive_reading.read(tmp_path / "bundle.zip")
    assert set(held) < set(told)
    assert set(told) - set(held) == {
        "Verdicts and findings",
        "Calls and answers",
        "This computer",
        "Changes made with this program",
        "Contents and checksums",
    }
    assert told["schema/check-1.json"] == (ON, size(len(held["schema/check-1.json"])))
    assert told["manifest.json"][0] is None
    assert size(sum(map(len, held.values()))) in page.total.text()
    place = page.parts.parts.place("findings.json")
    assert place.siblingAtColumn(2).data() == "The findings, for programs"
    spoken = place.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("findings.json, ")
    assert "for programs" in spoken


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
    path = tmp_path / "missing" / "bundle.zip"
    page.save_to(path)
    settle()
    assert window.crashes == []
    assert window.conductor.wizard.state(Step.REPORT) is StepState.FAILED
    assert f"No such file or directory: {path}" in window.footer.said.text()
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
    tick(page, qtbot, settle, "report.html")
    told = listed(page)
    assert (told["report.html"], told["Verdicts and findings"][0]) == ((OFF, "left out"), SOME)
    tick(page, qtbot, settle, "manifest.json")
    page.save_to(tmp_path / "bundle.zip")
    settle()
    opened = open_bundle(tmp_path / "bundle.zip")
    assert {"what": "report.html", "reason": "user_declined", "detail": ""} in opened.manifest[
        "omissions"
    ]
    assert "report.html" not in archive_reading.read(tmp_path / "bundle.zip")


def test_a_group_is_ticked_whole_and_folded_by_keyboard(report, qtbot):
    _, page, settle = report
    tick(page, qtbot, settle, "findings")
    told = listed(page)
    assert (told["report.html"][0], told["findings.sarif"][0]) == (OFF, OFF)
    assert told["Verdicts and findings"] == (OFF, size(0))
    tick(page, qtbot, settle, "report.html")
    assert listed(page)["Verdicts and findings"][0] is SOME
    assert page.parts.parts.part(page.parts.currentIndex()).name == "report.html"
    tick(page, qtbot, settle, "findings")
    assert listed(page)["findings.sarif"][0] is ON
    group = page.parts.currentIndex()
    qtbot.keyClick(page.parts, Qt.Key.Key_Left)
    assert not page.parts.isExpanded(group)
    qtbot.keyClick(page.parts, Qt.Key.Key_Right)
    assert page.parts.isExpanded(group)


def test_ticking_makes_only_what_changes(report, qtbot):
    _, page, settle = report
    before = {part.name: part.file for part in page._parts}
    tick(page, qtbot, settle, "report.html")
    after = {part.name: part.file for part in page._parts}
    assert {name for name in before if before[name] is not after[name]} == {
        "README.txt",
        "SHA256SUMS",
        "manifest.json",
    }


def test_console_output_is_read_on_wish_and_goes_along_when_it_is_ticked(report, qtbot, tmp_path):
    window, page, settle = report
    node = window.conductor.wizard.inspection.snapshot.nodes[0].id
    name = f"node/{node}/console.txt"
    assert page.consoles.text() == "Read the console output of 1 instance (1 call)"
    assert name not in listed(page)
    page.consoles.setFocus()
    qtbot.keyClick(page.consoles, Qt.Key.Key_Space)
    settle()
    assert listed(page)[name] == (OFF, "left out")
    assert "tick it" in page.difference.text()
    tick(page, qtbot, settle, name)
    assert "look at it before you send it" in page.difference.text()
    page.save_to(tmp_path / "bundle.zip")
    settle()
    held = archive_reading.read(tmp_path / "bundle.zip")
    assert b"hibernate" in held[name]
    assert b"correct-horse" not in b"".join(held.values())
    consent = open_bundle(tmp_path / "bundle.zip").manifest["consent"]
    assert (consent["by"], consent["groups"]["nodes"]) == ("operator", "on")
    qtbot.keyClick(page.consoles, Qt.Key.Key_Space)
    settle()
    assert name not in listed(page)


def test_for_the_own_team_console_output_is_in_once_it_was_read(report, qtbot, tmp_path):
    window, page, settle = report
    qtbot.keyClick(page.audience, Qt.Key.Key_Up)
    settle()
    assert "own team" in page.difference.text()
    assert "-internal-" in page._name()
    qtbot.keyClick(page.consoles, Qt.Key.Key_Space)
    settle()
    node = window.conductor.wizard.inspection.snapshot.nodes[0].id
    assert listed(page)[f"node/{node}/console.txt"][0] is ON
    page.save_to(tmp_path / "bundle.zip")
    settle()
    assert open_bundle(tmp_path / "bundle.zip").manifest["redaction"]["audience"] == "internal"


def test_whether_it_contains_something_is_answered(report, qtbot):
    _, page, settle = report
    bar = page.contains
    bar.field.setFocus()
    qtbot.keyClicks(bar.field, account(page))
    settle()
    assert bar.answer.text().startswith("Yes, in findings.json (")
    assert "recording.jsonl" in bar.answer.text()
    public(page, qtbot, settle)
    assert bar.answer.text() == "No, in none of its files."
    bar.field.clear()
    assert not bar.answer.isVisibleTo(page)


def shown(page, qtbot, settle):
    settle()
    dialog = page.findChildren(PartsDialog)[-1]
    qtbot.waitUntil(lambda: dialog._page is not None)
    settle()
    return dialog


def sides(dialog):
    rows = dialog.table.sides.rows
    return "\n".join(row.here for row in rows), "\n".join(row.there for row in rows)


def test_what_is_sent_stands_beside_what_is_here(report, qtbot, looked):
    _, page, settle = report
    public(page, qtbot, settle)
    page.parts.setFocus()
    page.parts.setCurrentIndex(page.parts.parts.place("findings.json"))
    qtbot.keyClick(page.parts, Qt.Key.Key_Return)
    dialog = shown(page, qtbot, settle)
    here, sent = sides(dialog)
    assert account(page) in here
    assert account(page) not in sent
    assert sent
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    settle()
    row = dialog.table.sides.rows[dialog.table.place()]
    assert row.differs
    cell = dialog.table.currentIndex()
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Differs: ")
    qtbot.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert looked.clipboard().text() == row.there
    dialog.grab()
    dialog.file.setFocus()
    dialog.file.setCurrentIndex(dialog.file.findData("schema/check-1.json"))
    settle()
    assert "Nothing differs here" in dialog.said.text()
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    settle()
    assert dialog.said.text() == "Nothing differs in this file."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_place_of_what_was_looked_for_is_shown_and_the_next_one(report, qtbot):
    _, page, settle = report
    bar = page.contains
    bar.field.setFocus()
    qtbot.keyClicks(bar.field, "VAULT-01")
    settle()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    dialog = shown(page, qtbot, settle)
    assert dialog.file.currentData() == bar.found[0].name
    first = dialog.table.place()
    assert "vault-01" in dialog.table.sides.rows[first].there
    qtbot.keyClick(dialog, Qt.Key.Key_F3)
    settle()
    assert dialog.table.sides.rows[dialog.table.place()].found
    dialog.words.setFocus()
    dialog.words.setText("is-nowhere-in-it")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    settle()
    assert "not in what is sent" in dialog.said.text()
    dialog.words.clear()
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_large_file_is_turned_page_by_page_and_a_file_left_out_has_one_side(report, qtbot):
    _, page, settle = report
    tick(page, qtbot, settle, "findings.sarif")
    page._show_parts("findings.sarif")
    dialog = shown(page, qtbot, settle)
    assert "left out" in dialog.said.text()
    assert dialog._page.of > 1
    assert not dialog.back.isEnabled()
    before = dialog._page
    dialog.onward.setFocus()
    qtbot.keyClick(dialog.onward, Qt.Key.Key_Space)
    settle()
    assert (dialog._page.number, dialog.back.isEnabled()) == (1, True)
    assert dialog._page.rows != before.rows
    letters = dialog.table.letters()
    dialog.resize(700, 500)
    qtbot.waitUntil(lambda: max(len(row.here) for row in dialog.table.sides.rows) < letters)
    settle()
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
    assert listed(page)["report.html"][0] is ON
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
    assert "public.zip.stand-ins" in page.kept.said.text()
    assert not page.kept.keep.isVisibleTo(page)
    page.copy.click()
    settle()
    assert not page.kept.isVisibleTo(page)


def test_without_a_keyring_it_is_kept_only_when_the_operator_says_so(report, qtbot, tmp_path):
    window, page, settle = report
    window.resize(900, 600)
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
    _ = page.grab()
    kept = page.kept
    assert kept.keep.height() >= kept.keep.sizeHint().height()
    assert kept.said.height() >= kept.said.heightForWidth(kept.said.width())
    assert kept.geometry().bottom() < page.outcome.height()
    page.kept.keep.setFocus()
    qtbot.keyClick(page.kept.keep, Qt.Key.Key_Return)
    settle()
    assert beside.exists()
    assert "not encrypted" in page.kept.said.text()
    assert not page.kept.keep.isVisibleTo(page)
