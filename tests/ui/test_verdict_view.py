"""The card with the verdict on a node."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.facts import computer, finding, managed, node, snapshot

from ssmwizard.app.causes import causes
from ssmwizard.app.verdict import Verdict, verdicts
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.judge import judge
from ssmwizard.model.findings import Status
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.ui.fold import Fold
from ssmwizard.ui.layout import Card
from ssmwizard.ui.verdict_view import overview, verdict_card

pytestmark = pytest.mark.usefixtures("looked")


def told(of: Snapshot) -> Verdict:
    return verdicts(of, judge(of, EVERY))[0]


def folds(card: Card) -> list[Fold]:
    return card.findChildren(Fold)


def words(card: Card) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.text()]


def test_what_sessions_can_do_is_behind_a_fold_those_together_that_stand_alike(
    qtbot: QtBot,
) -> None:
    card = verdict_card(told(snapshot(node(managed=managed(agent_version="3.0.222.0")))))
    qtbot.addWidget(card)
    (fold,) = folds(card)
    assert not any("Port forwarding" in said for said in words(card))
    fold.turn()
    said = words(card)
    assert any("SSH and SCP, Port forwarding" in one for one in said)
    assert any("Non-interactive commands" in one for one in said)
    assert any("Agent 3.0.222.0" in one for one in said)


def test_where_no_session_opens_the_verdict_says_all(qtbot: QtBot) -> None:
    card = verdict_card(told(snapshot(node(connection="notconnected"), computer=computer())))
    qtbot.addWidget(card)
    assert folds(card) == []


def test_what_one_reason_breaks_in_several_places_is_one_card(qtbot: QtBot) -> None:
    checks = ("session.kms-key", "session.s3-bucket")
    broken = [finding(check, Status.FAILED, cause="rtb-1") for check in checks]
    found = causes(broken, [node().id])
    _, *cards = overview([told(snapshot())], found, "aws", lambda _: ())
    (card,) = cards
    assert isinstance(card, Card)
    qtbot.addWidget(card)
    assert {"For the same reason:", "session.kms-key is failed."} <= set(words(card))
