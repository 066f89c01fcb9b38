"""Which plans the findings ask for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.repair import plans, proposals
from ssmwizard.model.findings import Finding, Grade, Severity, Status
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.text import text
from tests.support.plan_facts import decided, ec2, hybrid, known, profile, role, snapshot

WEB = profile("web", "web-role")
SNAPSHOT = snapshot(
    ec2("i-1", profile=WEB.arn),
    ec2("i-2", profile=WEB.arn),
    ec2("i-3", state="stopped"),
    hybrid("mi-1"),
    roles=[role("web-role"), role("hybrid-role", decisions=decided("allowed"))],
    profiles={WEB.arn: known(WEB)},
)
POLICY = "role.attach-managed-policy"


def finding(
    fix: str,
    subject: str | None,
    status: Status = Status.FAILED,
    blocked_by: tuple[str, ...] = (),
) -> Finding:
    return Finding(
        check="role.permissions",
        subject=subject,
        status=status,
        grade=Grade.INFERRED,
        text=text("x"),
        severity=Severity.BLOCKER,
        blocked_by=blocked_by,
        fixes=(fix,),
    )


def proposed(*findings: Finding) -> list[tuple[str, tuple[str, ...], bool]]:
    inspection = cast("Inspection", SimpleNamespace(snapshot=SNAPSHOT, findings=findings))
    return [(one.fix, one.nodes, isinstance(one, Plan)) for one in proposals(inspection)]


def test_nothing_wrong_nothing_proposed() -> None:
    assert proposed() == []


def test_one_plan_for_a_cause_that_many_nodes_share() -> None:
    found = proposed(finding(POLICY, "i-1"), finding(POLICY, "i-2"), finding(POLICY, "i-2"))
    assert found == [(POLICY, ("i-1", "i-2"), True)]


def test_only_nodes_that_are_broken_are_touched() -> None:
    assert proposed(finding(POLICY, "i-2")) == [(POLICY, ("i-2",), True)]


def test_a_finding_about_all_is_about_every_node() -> None:
    found = proposed(finding("account.enable-advanced-tier", None, Status.WARNING))
    assert found == [("account.enable-advanced-tier", ("mi-1",), True)]


def test_in_the_order_of_the_chain() -> None:
    found = proposed(finding("node.start", "i-3"), finding(POLICY, "i-1"))
    assert [fix for fix, _, _ in found] == ["node.start", POLICY]


@pytest.mark.parametrize(
    "unasked",
    [
        finding(POLICY, "i-1", Status.PASSED),
        finding(POLICY, "i-1", Status.UNKNOWN),
        finding(POLICY, "i-1", Status.FAILED, ("node.running",)),
        finding("network.create-endpoints", "i-1"),
        finding(POLICY, "mi-1"),
    ],
)
def test_echoes_and_what_needs_nothing_are_left_out(unasked: Finding) -> None:
    assert [one for one in proposed(unasked) if one[2]] == []


def test_what_cannot_be_planned_says_why() -> None:
    assert proposed(finding(POLICY, "i-3")) == [(POLICY, ("i-3",), False)]


def test_plans_for_chosen_nodes() -> None:
    inspection = cast("Inspection", SimpleNamespace(snapshot=SNAPSHOT, findings=()))
    (plan,) = plans(inspection, "node.start", ["i-3"])
    assert isinstance(plan, Plan)
    (answer,) = plans(inspection, "node.start", ["i-1"])
    assert isinstance(answer, NoPlan)
    with pytest.raises(KeyError):
        plans(inspection, "node.start", ["i-99"])
    with pytest.raises(KeyError):
        plans(inspection, "node.dance", ["i-1"])
