"""Nodes that are not here, looked for in the other Regions of the demo account."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.facts import says, shown
from support.on_demo import Stage, stage

from ssmwizard.app.causes import together
from ssmwizard.app.inspect import Choice, Inspection, Progress, inspect, replay
from ssmwizard.app.parts import looks
from ssmwizard.model.facts import Why
from ssmwizard.model.findings import Finding, Status
from ssmwizard.outside import aws

HERE, THERE = "eu-west-3", "eu-central-1"
NOBODY, NOWHERE = "i-00000000000000000", "mi-00000000000000000"
ENABLED = 15
Open = Callable[..., Stage]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aws, "ATTEMPTS", 1)


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def id_there(on: Stage, name: str) -> str:
    nodes = on.account.world["regions"][THERE]["nodes"]
    return next(node_id for node_id, node in nodes.items() if node["Name"] == name)


def look(on: Stage, *ids: str, **more: object) -> Inspection:
    """Look for nodes; the recording tells the same."""
    told: dict[str, object] = {"local": False, "elsewhere": True, **more}
    found = inspect(on.doors, Choice("demo-admin", nodes=ids, **told))  # type: ignore[arg-type]
    again = replay(found.recording)
    assert (again.findings, again.choice) == (found.findings, found.choice)
    for finding in found.findings:
        says(finding)
    return found


def exists(inspection: Inspection, node: str) -> Finding:
    (found,) = (
        one for one in inspection.findings if (one.check, one.subject) == ("node.exists", node)
    )
    return found


def test_a_node_of_another_region_is_found_there(on: Stage) -> None:
    node = id_there(on, "web-de-01")
    found = exists(look(on, node), node)
    assert found.status is Status.FAILED
    assert THERE in shown(found.text)
    assert (found.evidence[-1].value, found.evidence[-1].source) == (
        "running",
        "ec2:DescribeInstances",
    )


def test_each_enabled_region_is_asked_once_and_no_other(on: Stage) -> None:
    calls = look(on, NOBODY, id_there(on, "web-de-01")).calls
    assert calls["ec2:DescribeInstances"] == ENABLED
    assert {call for call in calls if call.startswith("ssm:")} == {
        "ssm:DescribeInstanceInformation",
        "ssm:GetServiceSetting",
    } | {call for call in calls if call in ("ssm:GetConnectionStatus", "ssm:GetDocument")}


def test_a_node_that_is_nowhere_is_said_to_be_nowhere(on: Stage) -> None:
    found = look(on, NOBODY, NOWHERE)
    for node in (NOBODY, NOWHERE):
        assert str(ENABLED - 1) in shown(exists(found, node).text)
        assert THERE in exists(found, node).evidence[1].value


def test_a_machine_registered_in_another_region_needs_no_activation_here(on: Stage) -> None:
    regions = on.account.world["regions"]
    (node, record) = next(
        item for item in regions[HERE]["nodes"].items() if item[1]["Kind"] == "hybrid"
    )
    regions[THERE]["nodes"][node] = regions[HERE]["nodes"].pop(node)
    found = {one.check: one for one in look(on, node).findings if one.subject == node}
    assert THERE in shown(found["node.exists"].text), record["Name"]
    assert found["node.activation"].status is Status.SKIPPED


def test_nothing_is_looked_for_that_is_here_or_that_nobody_asked_for(on: Stage) -> None:
    here = on.instance("web-01")
    assert look(on, here).calls["ec2:DescribeInstances"] == 1
    assert look(on, NOBODY, elsewhere=False).calls["ec2:DescribeInstances"] == 1


def test_regions_that_may_not_be_looked_into_are_said_not_to_be(on: Stage) -> None:
    statement = {
        "Effect": "Deny",
        "Action": "ec2:DescribeInstances",
        "Resource": "*",
        "Condition": {"StringEquals": {"aws:RequestedRegion": ["us-east-1", "us-west-2"]}},
    }
    user = on.account.world["iam"]["users"]["camille"]
    user["Inline"]["not-there"] = {"Version": "2012-10-17", "Statement": [statement]}
    found = exists(look(on, NOBODY), NOBODY)
    assert str(ENABLED - 3) in shown(found.text)
    assert "2 more" in shown(found.text)
    (blind,) = (one for one in found.evidence if "us-east-1" in one.label.english())
    assert blind.value == "ec2:DescribeInstances"


def test_not_knowing_the_regions_is_said(on: Stage) -> None:
    on.account.deny("ec2:DescribeRegions")
    found = exists(look(on, NOBODY), NOBODY)
    assert found.status is Status.FAILED
    assert found.evidence[-1].value == "ec2:DescribeRegions"


def test_the_search_can_be_cancelled_and_what_was_not_seen_is_not_called_absent(
    on: Stage,
) -> None:
    stop = threading.Event()

    def progress(step: Progress) -> None:
        if "other Regions" in step.says.english():
            stop.set()

    node = id_there(on, "web-de-01")
    choice = Choice("demo-admin", nodes=(node,), local=False, elsewhere=True)
    on.account.delay("ec2:DescribeInstances", 0.05)
    found = inspect(on.doors, choice, progress, cancelled=stop)
    elsewhere = found.snapshot.node(node).elsewhere.require()
    assert {fact.why for _, fact in elsewhere.unseen} == {Why.CANCELLED}
    assert len(elsewhere.regions) + len(elsewhere.unseen) == ENABLED - 1
    assert replay(found.recording).findings == found.findings


def test_the_command_lines_lead_on(on: Stage) -> None:
    def lines(found: Inspection) -> list[str]:
        absent = (one for one in found.findings if one.check == "node.exists")
        causes = together(absent, found.choice.nodes)
        return [line for cause in causes for line in looks(cause, found, "ssmwizard")]

    node = id_there(on, "web-de-01")
    first = look(on, node, elsewhere=False)
    assert lines(first) == [f"ssmwizard check --elsewhere --node {node} --profile demo-admin"]
    assert lines(look(on, node)) == [
        f"ssmwizard check --node {node} --profile demo-admin --region {THERE}"
    ]
    assert lines(look(on, NOBODY)) == []
    assert lines(look(on, on.instance("web-01"))) == []
    many = replace(
        together((one for one in first.findings if one.check == "node.exists"), (node,))[0],
        nodes=tuple(str(number) for number in range(9)),
    )
    assert looks(many, first, "ssmwizard") == ()
