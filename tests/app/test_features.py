"""The feature table of a node."""

from itertools import product
from typing import Any

import pytest
from support.facts import denied, finding, known, shown, snapshot

from ssmwizard.app.features import Served, alike
from ssmwizard.app.standing import Standing
from ssmwizard.app.verdict import verdicts
from ssmwizard.checks.session_rule import SHELLS
from ssmwizard.model.facts import NOT_COLLECTED, Fact
from ssmwizard.model.features import FEATURES
from ssmwizard.model.findings import Finding, Severity, Status
from ssmwizard.model.session import Preferences, SessionFacts
from ssmwizard.model.snapshot import Snapshot

READY, BLOCKED, UNKNOWN = Standing.READY, Standing.BLOCKED, Standing.UNKNOWN
AGENT = finding("agent.features", Status.PASSED)
STOPPED = finding("node.running", Status.FAILED)


def table(*findings: Finding, of: Snapshot | None = None) -> dict[str, Served]:
    served = verdicts(of or snapshot(), findings)[0].table
    assert [one.feature for one in served] == list(FEATURES)
    assert all(shown(one.says) for one in served)
    assert all(bool(one.missing) is (one.standing is not READY) for one in served)
    return {one.feature.id: one for one in served}


def oracle(status: Status | None) -> list[Finding]:
    return [] if status is None else [finding("node.connected", status)]


EVERY_CASE = list(
    product(
        (Status.PASSED, Status.FAILED, Status.UNKNOWN, Status.SKIPPED, None),
        (True, False),
        (True, False),
        (True, False),
    )
)


@pytest.mark.parametrize(("channel", "blocked", "lacking", "doubted"), EVERY_CASE)
@pytest.mark.parametrize("feature", ["shell", "ssh"])
def test_how_a_feature_stands_follows_from_all_findings_about_the_node(
    channel: Status | None, blocked: bool, lacking: bool, doubted: bool, feature: str
) -> None:
    found = [AGENT, *oracle(channel)]
    found += [STOPPED] if blocked else []
    found += [finding("a.warns", Status.WARNING, lacking=(feature,))] if lacking else []
    found += [finding("b.doubts", Status.UNKNOWN, doubts=(feature,))] if doubted else []
    served = table(*found)[feature]
    if blocked or lacking or channel is Status.FAILED:
        assert served.standing is BLOCKED
    elif channel is not Status.PASSED or (doubted and feature != "shell"):
        assert served.standing is UNKNOWN
    else:
        assert served.standing is READY
    assert ("node.running" in served.missing) is blocked
    assert ("a.warns" in served.missing) is lacking


def test_what_a_feature_lacks_is_said_before_what_lets_no_session_open() -> None:
    old = finding("agent.features", Status.WARNING, lacking=("ssh",))
    served = table(old, STOPPED)
    assert served["ssh"].missing == ("agent.features", "node.running")
    assert shown(served["ssh"].says) == "agent.features is warning."
    assert shown(served["kms"].says) == "node.running is failed."


def test_what_ends_shells_alone_leaves_ports_alone() -> None:
    key = finding("session.kms-key", Status.FAILED, lacking=SHELLS)
    served = table(AGENT, key, *oracle(Status.PASSED))
    standings = {name: one.standing for name, one in served.items()}
    assert standings == {
        **dict.fromkeys(SHELLS, BLOCKED),
        "ssh": READY,
        "port-forwarding": READY,
    }
    assert served["shell"].missing == ("session.kms-key",)


def test_what_lacks_a_port_besides_takes_everything_all_the_same() -> None:
    plugin = finding("computer.plugin", Status.FAILED, None, lacking=("ssh",))
    served = table(AGENT, plugin, *oracle(Status.PASSED))
    assert {one.standing for one in served.values()} == {BLOCKED}


def test_what_this_computer_lacks_is_lacking_on_every_node() -> None:
    plugin = finding("computer.plugin", Status.WARNING, None, lacking=("ssh",))
    served = table(AGENT, plugin, *oracle(Status.PASSED))
    assert served["ssh"].standing is BLOCKED
    assert served["shell"].standing is READY


def test_a_feature_asked_for_that_is_lacking_degrades_the_node_and_no_other_does() -> None:
    lacks = finding("a.warns", Status.WARNING, severity=Severity.FEATURE, lacking=("kms",))
    for wanted, standing in (("kms", Standing.DEGRADED), ("ssh", READY)):
        of = snapshot(features=frozenset({"shell", wanted}))
        (told,) = verdicts(of, [AGENT, lacks, *oracle(Status.PASSED)])
        assert told.standing is standing
        assert ("But: a.warns is warning." in shown(told.sentence)) is (wanted == "kms")


def test_without_an_answer_about_the_agent_only_a_shell_is_ready() -> None:
    served = table(*oracle(Status.PASSED))
    assert served.pop("shell").standing is READY
    assert {one.standing for one in served.values()} == {UNKNOWN}
    assert {one.missing for one in served.values()} == {("agent.features",)}


OFF: dict[str, Any] = {"document": "SSM-SessionManagerRunShell", "version": "1"}
ON = {
    "kms": {"kms_key": "alias/sessions"},
    "shell-profile": {"linux_profile": "cd"},
    "cloudwatch-streaming": {"log_group": "/sessions", "log_streaming": True},
    "run-as": {"run_as": True},
}


def says(feature: str, preferences: Fact[Preferences | None]) -> str:
    of = snapshot(session=SessionFacts(preferences=preferences))
    served = table(AGENT, *oracle(Status.PASSED), of=of)[feature]
    assert served.standing is READY
    return shown(served.says)


@pytest.mark.parametrize("feature", ON)
def test_the_table_tells_whether_the_session_preferences_ask_for_a_feature(feature: str) -> None:
    assert "do not ask" in says(feature, known(None))
    assert "do not ask" in says(feature, known(Preferences(**OFF)))
    assert "preferences ask" in says(feature, known(Preferences(**OFF, **ON[feature])))
    assert "could not be seen" in says(feature, denied("ssm:GetDocument"))
    assert says(feature, NOT_COLLECTED) == "Ready."


def test_what_no_preference_decides_is_ready_whatever_they_say() -> None:
    assert says("ssh", denied("ssm:GetDocument")) == "Ready."


def test_features_that_stand_alike_for_the_same_reason_are_told_together() -> None:
    old = finding("agent.features", Status.WARNING, lacking=("kms", "run-as"), doubts=("ssh",))
    (told,) = verdicts(snapshot(), [old, *oracle(Status.PASSED)])
    groups = [tuple(one.feature.id for one in group) for group in alike(told.table)]
    assert groups == [
        ("shell", "port-forwarding", "non-interactive"),
        ("ssh",),
        ("kms", "run-as"),
        ("shell-profile", "cloudwatch-streaming"),
    ]


def test_where_no_session_opens_for_one_reason_there_is_one_group() -> None:
    (told,) = verdicts(snapshot(), [AGENT, STOPPED])
    assert len(alike(told.table)) == 1
