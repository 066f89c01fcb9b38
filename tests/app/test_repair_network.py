"""Somebody else's hands in the network, after a fix: undoing does not trample on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import inspect
from ssmwizard.app.making import Making
from ssmwizard.app.repair import Applied, End
from ssmwizard.model.plans import Call, Plan
from ssmwizard.outside.calls import CallFailed
from tests.support.on_demo import Stage, stage


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def region_of(on_demo: Stage) -> dict[str, Any]:
    region: dict[str, Any] = on_demo.account.world["regions"]["eu-west-3"]
    return region


def applied(on_demo: Stage, fix: str, name: str) -> Applied:
    node = on_demo.instance(name)
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, fix, [node])
    assert isinstance(plan, Plan), plan
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    return outcome


def _hop_limit(on_demo: Stage, name: str) -> None:
    instance = region_of(on_demo)["instances"][on_demo.instance(name)]
    instance["MetadataOptions"]["HttpPutResponseHopLimit"] = 5


def _rules(on_demo: Stage, _: str) -> None:
    """Take out every rule for port 443."""
    for group in region_of(on_demo)["groups"].values():
        for member in ("IpPermissions", "IpPermissionsEgress"):
            group[member][:] = [one for one in group[member] if one.get("FromPort") != 443]


def _hostnames(on_demo: Stage, _: str) -> None:
    for attributes in region_of(on_demo)["vpc_attributes"].values():
        attributes["EnableDnsHostnames"] = False


def _private_dns(on_demo: Stage, _: str) -> None:
    for endpoint in region_of(on_demo)["endpoints"].values():
        endpoint["PrivateDnsEnabled"] = False


def _open_group(on_demo: Stage, _: str) -> None:
    """Let somebody else use the group of the endpoints for more."""
    groups = region_of(on_demo)["groups"].values()
    (group,) = [one for one in groups if one["GroupName"] == "ssmwizard-endpoints"]
    https = {"IpProtocol": "tcp", "FromPort": 8443, "ToPort": 8443}
    on_demo.by_hand(
        "ec2",
        "AuthorizeSecurityGroupIngress",
        GroupId=group["GroupId"],
        IpPermissions=[{**https, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}],
    )


@pytest.mark.parametrize(
    ("fix", "name", "meddle"),
    [
        ("imds.enable", "vault-01", _hop_limit),
        ("network.allow-endpoint-ingress", "erp-01", _rules),
        ("network.allow-node-egress", "db-02", _rules),
        ("network.enable-dns", "db-01", _hostnames),
        ("network.enable-private-dns", "lab-01", _private_dns),
        ("network.create-endpoints", "cache-01", _private_dns),
        ("network.create-endpoints", "cache-01", _open_group),
    ],
)
def test_what_somebody_else_changed_since_is_left_alone(
    on_demo: Stage, fix: str, name: str, meddle: Callable[[Stage, str], None]
) -> None:
    entry = applied(on_demo, fix, name).entry
    assert entry is not None
    meddle(on_demo, name)
    before = len(on_demo.account.calls)
    undone = repair.undo(on_demo.doors, entry)
    assert undone.end is End.REFUSED
    assert "somebody changed this since" in undone.says.english()
    assert on_demo.calls_since(before) == []


def test_endpoints_that_could_not_all_be_made_are_taken_back_as_far_as_they_were(
    on_demo: Stage,
) -> None:
    node = on_demo.instance("cache-01")
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, "network.create-endpoints", [node])
    assert isinstance(plan, Plan)
    before = {name: set(region_of(on_demo)[name]) for name in ("groups", "endpoints")}
    on_demo.account.deny("ec2:CreateVpcEndpoint")
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.FAILED
    assert outcome.made == (0, 1)
    assert outcome.can_undo
    assert outcome.entry is not None
    undone = repair.undo(on_demo.doors, outcome.entry)
    assert undone.end is End.DONE, undone.says.english()
    assert {name: set(region_of(on_demo)[name]) for name in before} == before


def test_a_group_of_an_earlier_try_is_used_again(on_demo: Stage) -> None:
    node = on_demo.instance("cache-01")
    choice = Choice("demo-admin", None, (node,), local=False)
    inspection = inspect(on_demo.doors, choice)
    (plan,) = repair.plans(inspection, "network.create-endpoints", [node])
    assert isinstance(plan, Plan)
    on_demo.account.deny("ec2:CreateVpcEndpoint")
    repair.apply(on_demo.doors, inspection, plan)
    on_demo.account.allow()
    rest = applied(on_demo, "network.create-endpoints", "cache-01").plan
    assert {change.call.operation for change in rest.changes} == {"CreateVpcEndpoint"}
    assert inspect(on_demo.doors, choice).verdicts[0].standing == "ready"


def test_what_ec2_refuses_in_an_answer_that_succeeds_is_a_failure(on_demo: Stage) -> None:
    endpoints = region_of(on_demo)["endpoints"]
    gone, there = "vpce-0aaaaaaaaaaaaaaaa", next(iter(endpoints))
    fix = "network.create-endpoints"
    making = Making(on_demo.doors.aws("demo-admin", None), on_demo.doors.hands(fix), fix)
    call = Call("ec2", "DeleteVpcEndpoints", {"VpcEndpointIds": [there]})
    assert making.call(call)["Unsuccessful"] == []
    call = replace(call, parameters={"VpcEndpointIds": [gone]})
    with pytest.raises(CallFailed, match=gone) as refused:
        making.call(call)
    assert refused.value.code == "InvalidVpcEndpointId.NotFound"
    assert refused.value.request_id
