"""Texts that break where they have to, and are copied as they are."""

import pytest
from PySide6.QtCore import Qt

from ssmwizard.model.plans import Risk
from ssmwizard.ui.labels import code, humped, label
from ssmwizard.ui.plan_view import RISKS

POLICY = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"


def test_long_words_break_between_the_words_in_them():
    assert humped("AmazonSSMManagedInstanceCore").split("\u200b") == [
        "Amazon",
        "SSMManaged",
        "Instance",
        "Core",
    ]
    assert humped("InstanceId, a camelCasedWord, internationalization") == (
        "InstanceId, a camelCasedWord, internationalization"
    )


@pytest.mark.parametrize("make", [lambda said: label(said, select=True), code])
def test_what_is_copied_has_no_breaks(make, looked, qtbot):
    made = make(POLICY)
    qtbot.addWidget(made)
    made.show()
    assert "\u200b" in made.text()
    assert made.accessibleName() == POLICY
    made.setSelection(0, len(made.text()))
    qtbot.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert looked.clipboard().text() == POLICY
    made.setText("another")
    assert made.accessibleName() == "another"


def test_a_narrow_card_holds_the_name_of_a_policy(looked, qtbot):
    made = label(f"Detach {POLICY}.", select=True)
    qtbot.addWidget(made)
    whole = made.fontMetrics().horizontalAdvance("AmazonSSMManagedInstanceCore")
    assert made.minimumSizeHint().width() < whole


def test_a_fingerprint_breaks_after_eight_digits_and_a_short_word_does_not(looked):
    whole = "7959637124CE093AD501D47A2C4D4AFF6F6757EE"
    shown = code(whole).text()
    assert [len(part) for part in shown.split("\u200b")] == [8] * 5
    assert shown.replace("\u200b", "") == whole
    assert code("i0123456789abcdef").text() == "i0123456789abcdef"


@pytest.mark.parametrize("risk", Risk)
def test_every_risk_has_a_word_in_the_window(risk):
    said, look = RISKS[risk]
    assert said.english()
    assert look.startswith("pill")
