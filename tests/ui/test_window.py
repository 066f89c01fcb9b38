"""The window on the demo account, by keyboard alone."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ssmwizard.app.repairing import Stage
from ssmwizard.app.verdict import Standing
from ssmwizard.app.wizard import Step, StepState
from ssmwizard.ui.language import LANGUAGES

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000
HEALED = "srv-nantes-01"


class Hands:
    """Presses keys and waits; touches no mouse."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        self.conductor = window.conductor

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)

    def alt(self, key):
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def control(self, key):
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, said):
        self.qtbot.keyClicks(QApplication.focusWidget(), said)

    def tab_to(self, name):
        """Press Tab until the thing of this name has the focus."""
        for _ in range(80):
            focused = QApplication.focusWidget()
            if focused is not None and focused.objectName() == name:
                return focused
            self.press(Qt.Key.Key_Tab)
            self.qtbot.wait(1)
        raise AssertionError(f"{name} cannot be reached with the Tab key")

    def until(self, holds):
        self.qtbot.waitUntil(holds, timeout=PATIENCE)

    def settle(self):
        self.until(lambda: not self.conductor.wizard.busy and not self.conductor.jobs._jobs)
        assert not self.window.crashes, self.window.crashes

    def see(self, said, widget=None):
        """Wait until something can be read in the window."""
        self.until(lambda: said in text_of(widget or self.window))

    @property
    def page(self):
        return self.window.pages[self.conductor.wizard.step]

    @property
    def wizard(self):
        return self.conductor.wizard

    @property
    def repairs(self):
        return self.conductor.repairer.repairs


@pytest.fixture
def hands(open_window, qtbot):
    def make(*args, **options):
        window, account = open_window(*args, **options)
        window.activateWindow()
        made = Hands(window, qtbot)
        made.until(lambda: QApplication.focusWidget() is not None)
        return made, account

    return make


def walk_to_nodes(hands):
    hands.settle()
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.alt(Qt.Key.Key_Right)
    hands.settle()
    assert hands.wizard.step is Step.NODES


def inspect(hands, *names):
    for name in names:
        hands.control(Qt.Key.Key_F)
        hands.control(Qt.Key.Key_A)
        hands.type(name)
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Space)
    assert len(hands.wizard.chosen) == len(names)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    assert hands.wizard.step is Step.INSPECT


def text_of(widget: QWidget) -> str:
    shown = (*widget.findChildren(QLabel), *widget.findChildren(QPushButton))
    said = "\n".join(one.text() for one in shown if one.isVisibleTo(widget))
    return said.replace("\u200b", "")


def test_the_six_steps_by_keyboard_heal_a_node_and_undo_it(hands):
    hands, account = hands()
    walk_to_nodes(hands)
    inspect(hands, HEALED)
    assert hands.wizard.standing(Standing.BLOCKED) == 1
    hands.see("BEGIN HERE", hands.page)

    hands.press(Qt.Key.Key_Return)
    hands.settle()
    assert hands.wizard.step is Step.REPAIR
    assert hands.repairs.plan.fix == "role.attach-managed-policy"
    hands.see("iam:AttachRolePolicy", hands.page)
    assert "iam:AttachRolePolicy" not in account.calls
    hands.tab_to("make")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.confirming)
    hands.tab_to("confirm")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.run and hands.repairs.run.stage is Stage.ENDED)
    hands.settle()
    assert "iam:AttachRolePolicy" in account.calls
    assert hands.repairs.run.verified.proof == "verified"
    hands.see("Looked again: it works.", hands.page)
    assert hands.wizard.standing(Standing.BLOCKED) == 0

    hands.tab_to("undo-run")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to("confirm-undo")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: hands.repairs.undone is not None)
    hands.settle()
    assert hands.repairs.undone.end == "done"
    assert hands.repairs.entries[0].state == "undone"
    assert "iam:DetachRolePolicy" in account.calls
    assert hands.wizard.standing(Standing.BLOCKED) == 1


def test_a_node_of_another_region_is_found_and_inspected_there(hands):
    hands, account = hands()
    there = next(iter(account.world["regions"]["eu-central-1"]["nodes"]))
    walk_to_nodes(hands)
    hands.control(Qt.Key.Key_F)
    hands.type(there)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.alt(Qt.Key.Key_Right)
    hands.settle()
    hands.see("Look in the other Regions", hands.page)
    hands.tab_to("look-elsewhere")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.see("Work in eu-central-1", hands.page)
    hands.tab_to("work-in")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    assert (hands.wizard.region, hands.wizard.chosen) == ("eu-central-1", (there,))
    assert hands.wizard.standing(Standing.READY) == 1
    hands.see("eu-central-1", hands.window.header)


def test_back_and_every_reached_step_by_keyboard(hands):
    hands, _ = hands()
    walk_to_nodes(hands)
    hands.alt(Qt.Key.Key_Left)
    assert hands.wizard.step is Step.COMPUTER
    hands.control(Qt.Key.Key_3)
    assert hands.wizard.step is Step.NODES
    hands.control(Qt.Key.Key_4)
    assert hands.wizard.step is Step.NODES
    # Somebody else may have to know before anything was inspected.
    hands.control(Qt.Key.Key_6)
    assert hands.wizard.step is Step.REPORT
    hands.alt(Qt.Key.Key_Left)
    assert hands.wizard.step is Step.NODES
    hands.control(Qt.Key.Key_1)
    assert hands.wizard.step is Step.ACCOUNT


def test_enter_on_another_profile_signs_in_with_it(hands):
    hands, _ = hands()
    hands.settle()
    before = hands.wizard.identity
    hands.page.profiles.setFocus()
    profiles = hands.page.profiles
    names = [entry.data.name for entry in profiles.entries]
    for _ in range(names.index("demo-readonly") - names.index(profiles.current.data.name)):
        hands.press(Qt.Key.Key_Down)
    assert hands.wizard.identity is before
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    assert hands.wizard.profile == "demo-readonly"
    assert hands.wizard.step is Step.ACCOUNT
    assert hands.wizard.state(Step.ACCOUNT) is StepState.DONE


@pytest.mark.parametrize("profile", ["demo-expired", "demo-sso", "demo-process", "nobody"])
def test_a_profile_that_does_not_work_says_so_in_a_sentence(hands, profile):
    hands, _ = hands(profile=profile)
    hands.settle()
    assert hands.wizard.state(Step.ACCOUNT) is StepState.FAILED
    error = hands.wizard.error(Step.ACCOUNT).english()
    hands.see(error, hands.page)
    hands.see("Not signed in", hands.window.header)
    if profile == "demo-sso":
        hands.see("aws sso login --profile demo-sso", hands.page)
    hands.press(Qt.Key.Key_F5)
    hands.settle()
    assert hands.window.footer.next.isEnabled()


def test_with_every_call_denied_the_window_stays_usable(hands):
    hands, _ = hands(before=lambda account: account.deny("*"))
    walk_to_nodes(hands)
    assert hands.page.problem.isVisible()
    hands.control(Qt.Key.Key_F)
    hands.type("i-0123456789abcdef0")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    assert hands.wizard.chosen == ("i-0123456789abcdef0",)
    hands.alt(Qt.Key.Key_Right)
    hands.settle()
    assert hands.wizard.step is Step.INSPECT
    assert hands.wizard.standing(Standing.UNKNOWN) == 1
    hands.alt(Qt.Key.Key_Right)
    hands.settle()
    assert hands.wizard.step is Step.REPAIR


def test_escape_ends_a_look_and_keeps_what_was_there(hands):
    hands, account = hands()
    walk_to_nodes(hands)
    listing = hands.wizard.listing
    account.delay("ec2:DescribeInstances", 3)
    hands.press(Qt.Key.Key_F5)
    assert hands.wizard.state(Step.NODES) is StepState.BUSY
    hands.press(Qt.Key.Key_Escape)
    assert hands.wizard.state(Step.NODES) is StepState.FAILED
    assert hands.wizard.listing is listing
    account.mend()
    account.close()


def test_escape_ends_an_inspection_and_shows_what_was_found(hands):
    hands, account = hands()
    walk_to_nodes(hands)
    account.delay("iam:*", 3)
    hands.control(Qt.Key.Key_F)
    hands.type("web-02")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: Step.INSPECT in hands.wizard.busy)
    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    assert hands.wizard.inspection is not None
    account.close()


def test_read_only_says_so_and_offers_no_change(hands):
    hands, account = hands(read_only=True)
    walk_to_nodes(hands)
    inspect(hands, HEALED)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.see("Read-only mode is on", hands.page.confirm)
    assert hands.page.confirm.begin is None
    assert hands.window.header.read_only.isChecked()
    assert "iam:AttachRolePolicy" not in account.calls


def test_what_reaches_the_whole_account_wants_the_account_id(hands):
    hands, _ = hands()
    walk_to_nodes(hands)
    inspect(hands, "srv-lyon-01")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    assert hands.repairs.plan.confirm_account
    hands.tab_to("make")
    hands.press(Qt.Key.Key_Return)
    confirm = hands.page.confirm
    hands.until(lambda: confirm.field and QApplication.focusWidget() is confirm.field)
    hands.type("111122223334")
    assert not confirm.yes.isEnabled()
    hands.press(Qt.Key.Key_Return)
    assert hands.repairs.run is None
    hands.press(Qt.Key.Key_Backspace)
    hands.type("3")
    assert confirm.yes.isEnabled()


def test_the_window_says_that_it_is_the_demo(hands):
    hands, _ = hands()
    hands.settle()
    hands.see("DEMO", hands.window.header)


def test_everything_that_takes_the_focus_has_a_name(hands):
    hands, _ = hands()
    walk_to_nodes(hands)
    inspect(hands, HEALED)
    hands.alt(Qt.Key.Key_Right)
    hands.settle()
    for page in (*hands.window.pages, hands.window.header, hands.window.footer, hands.window.side):
        for widget in page.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisibleTo(page) and not widget.objectName().startswith("qt_"):
                named = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                assert named, (type(widget), widget.objectName(), page)


@pytest.fixture(params=LANGUAGES)
def spoken(request, looked, tmp_path):
    """Both languages of the window, French as it stands in its file today."""
    translator = QTranslator()
    if request.param == "fr":
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        words = [ROOT / "resources" / "i18n" / "ssmwizard_fr.ts", "-qm", tmp_path / "fr.qm"]
        subprocess.run([tool, "-silent", *words], check=True)
        assert translator.load(str(tmp_path / "fr.qm"))
    looked.installTranslator(translator)
    yield request.param
    looked.removeTranslator(translator)


def test_no_two_things_in_sight_have_the_same_letter(hands, spoken):
    hands, _ = hands()

    def letters():
        shown = hands.window.findChildren(QPushButton)
        shown += [one for one in hands.window.findChildren(QLabel) if one.buddy()]
        said = [one.text() for one in shown if one.isVisible() and "&" in one.text()]
        return Counter(QKeySequence.mnemonic(text).toString() for text in said)

    def look():
        hands.settle()
        twice = {letter: count for letter, count in letters().items() if count > 1}
        assert not twice, hands.wizard.step

    def press(name):
        button = hands.window.findChild(QPushButton, name)
        hands.alt(QKeySequence.mnemonic(button.text())[0].key())

    look()
    walk_to_nodes(hands)
    look()
    inspect(hands, HEALED)
    look()
    hands.alt(Qt.Key.Key_Right)
    look()
    press("make")
    hands.until(lambda: hands.repairs.confirming)
    look()
    press("confirm")
    hands.until(lambda: hands.repairs.run and hands.repairs.run.stage is Stage.ENDED)
    look()
    press("undo-run")
    hands.until(lambda: hands.repairs.confirming)
    look()
    hands.alt(Qt.Key.Key_Right)
    look()
    assert hands.wizard.step is Step.REPORT


def test_another_plan_is_read_from_its_top(hands):
    hands, _ = hands()
    walk_to_nodes(hands)
    inspect(hands, HEALED, "srv-lyon-02")
    hands.alt(Qt.Key.Key_Right)
    hands.settle()
    assert len(hands.page.list.entries) > 1
    bar = hands.page.answer.verticalScrollBar()
    hands.until(lambda: bar.maximum() > 200)
    bar.setValue(bar.maximum())
    hands.press(Qt.Key.Key_Down)
    hands.settle()
    assert bar.value() == 0


def test_a_fault_of_the_program_is_shown_and_the_window_goes_on(hands, monkeypatch, caplog):
    hands, _ = hands()
    walk_to_nodes(hands)

    def broken(*_, **__):
        raise ZeroDivisionError("nobody foresaw this")

    monkeypatch.setattr("ssmwizard.app.listing.list_nodes", broken)
    hands.press(Qt.Key.Key_F5)
    hands.until(lambda: bool(hands.window.crashes))
    assert "nobody foresaw this" in hands.window.crashes[0]
    assert hands.wizard.state(Step.NODES) is StepState.FAILED
    assert "A fault of ssmwizard" in hands.window.footer.said.text()
    assert hands.wizard.listing is not None


def test_closing_waits_for_a_change(hands):
    hands, account = hands()
    walk_to_nodes(hands)
    inspect(hands, HEALED)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    account.delay("iam:AttachRolePolicy", 1)
    hands.conductor.repairer.apply()
    assert hands.conductor.wizard.writing
    hands.window.close()
    assert hands.window.isVisible()
    hands.until(lambda: not hands.window.isVisible())
    assert "iam:AttachRolePolicy" in account.calls


def test_boto3_is_not_imported_before_the_window_stands():
    asks = (
        "import sys, ssmwizard.ui.run, ssmwizard.ui.window;"
        "print([m for m in ('boto3', 'botocore', 'keyring') if m in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", asks], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.strip() == "[]"


def test_qt_does_not_keep_the_source_of_every_module():
    asks = (
        "import linecache, ssmwizard.ui, email.message, xml.dom.minidom;"
        "print([name for name in linecache.cache if 'email' in name or 'xml' in name])"
    )
    told = subprocess.run(
        [sys.executable, "-c", asks], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.strip() == "[]"
