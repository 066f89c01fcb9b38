"""The report page: what goes into the bundle, saving it, and the summary on the clipboard."""

import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

import ssmwizard.app
from ssmwizard.app.wizard import Step, StepState
from ssmwizard.model.text import Text, text


@dataclass(frozen=True)
class FakePart:
    name: str
    size: int
    says: Text


@pytest.fixture
def report(open_window, qtbot, monkeypatch):
    """The page with an inspection, and with a bundle of two parts."""
    bundle = ModuleType("bundle")
    bundle.contents = lambda _inspection, _entries, _audience: (
        FakePart("findings.json", 2048, text("Every finding.")),
        FakePart("report.html", 512, text("The same, to read.")),
    )

    def write(path: Path, _inspection, entries, audience):
        path.write_text(f"{len(entries)} entries, {audience}")
        return path

    bundle.write = write
    monkeypatch.setattr(ssmwizard.app, "bundle", bundle, raising=False)
    monkeypatch.setitem(sys.modules, "ssmwizard.app.bundle", bundle)
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


def test_the_parts_and_their_sizes_are_shown(report):
    _, page, _ = report
    assert "findings.json" in words(page)
    assert "Every finding." in words(page)
    assert "2.0 KiB" in words(page)


def test_saving_says_where_and_opens_the_way_to_the_folder(report, tmp_path):
    window, page, settle = report
    assert not page.folder.isEnabled()
    page.save_to(tmp_path / "bundle.zip")
    settle()
    assert (tmp_path / "bundle.zip").read_text() == "0 entries, support"
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


def test_the_summary_goes_to_the_clipboard(report, looked, monkeypatch):
    _, page, settle = report
    monkeypatch.setattr("ssmwizard.app.report.summary", lambda _inspection: "# Summary")
    page.copy.click()
    settle()
    assert looked.clipboard().text() == "# Summary"
    assert "clipboard" in page.said.text()


def test_a_bundle_for_the_public_is_chosen_by_keyboard_and_names_no_account(
    report, qtbot, tmp_path
):
    _, page, settle = report
    account = page.conductor.wizard.inspection.snapshot.identity.caller.value.account
    assert account in page._name()
    page.audience.setFocus()
    qtbot.keyClick(page.audience, Qt.Key.Key_Down)
    settle()
    assert account not in page._name()
    page.save_to(tmp_path / "public.zip")
    settle()
    assert (tmp_path / "public.zip").read_text() == "0 entries, public"
