"""Managed nodes, listed in as few calls as may be."""

from typing import Any

import pytest
from support.scripted import NOW, ScriptedAws, denied, refused

from ssmwizard.collect import fleet
from ssmwizard.collect.fleet import INFORMATION, PROPERTIES
from ssmwizard.model.facts import Fact, Known, Source, Unknown, Why
from ssmwizard.outside.calls import NOT_ANSWERED, CallFailed

MORE = {"NextToken": "more"}
FEW = {"Filters": [{"Key": "ResourceType", "Values": ["ManagedInstance"]}]}
MANY = {"InstancePropertyFilterList": [{"key": "ResourceType", "valueSet": ["ManagedInstance"]}]}


def information(*ids: str, **more: Any) -> dict[str, Any]:
    return {"InstanceInformationList": [{"InstanceId": one} for one in ids], **more}


def properties(*ids: str, **more: Any) -> dict[str, Any]:
    return {"InstanceProperties": [{"InstanceId": one} for one in ids], **more}


def names(fact: Fact[Any]) -> set[str]:
    assert isinstance(fact, Known)
    return set(fact.value.nodes)


def test_what_fits_on_one_page_is_asked_for_once() -> None:
    aws = ScriptedAws({INFORMATION: information("i-1", "mi-1")})
    fact = fleet.managed(aws)
    assert names(fact) == {"i-1", "mi-1"}
    assert fact.source == Source(INFORMATION, NOW)
    assert aws.asked == [(INFORMATION, {"MaxResults": 50})]


def test_more_than_one_page_is_asked_for_by_the_thousand() -> None:
    counts: list[int] = []
    pages = [properties("i-1", "i-2", **MORE), properties("i-3")]
    aws = ScriptedAws({INFORMATION: information("i-1", **MORE), PROPERTIES: pages})
    fact = fleet.managed(aws, each=counts.append)
    assert names(fact) == {"i-1", "i-2", "i-3"}
    assert fact.require().whole
    assert fact.source == Source(PROPERTIES, NOW)
    assert counts == [2, 3]
    assert aws.asked == [
        (INFORMATION, {"MaxResults": 50}),
        (PROPERTIES, {"MaxResults": 1000}),
        (PROPERTIES, {"MaxResults": 1000, **MORE}),
    ]


BROKEN: dict[str, Any] = {
    "denied": denied(PROPERTIES),
    "unknown-operation": refused(PROPERTIES, "UnknownOperationException"),
    "throttled": CallFailed(PROPERTIES, Why.THROTTLED, "ThrottlingException", "", at=NOW),
    "timed-out": CallFailed(PROPERTIES, Why.TIMED_OUT, "ReadTimeoutError", "", at=NOW),
    "never-ending": properties("i-1", **MORE),
    "unreadable": {"InstanceProperties": [{"PingStatus": "Online"}]},
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=list(BROKEN))
def test_without_the_larger_pages_the_smaller_ones_do(answer: Any) -> None:
    pages = [information("i-1", **MORE), information("i-1", **MORE), information("i-2")]
    fact = fleet.managed(ScriptedAws({INFORMATION: pages, PROPERTIES: answer}))
    assert names(fact) == {"i-1", "i-2"}
    assert fact.source == Source(INFORMATION, NOW)


@pytest.mark.parametrize("ids", [(), ("i-1", "mi-1")], ids=["all", "chosen"])
def test_who_may_only_ask_for_properties_is_told_by_them(ids: tuple[str, ...]) -> None:
    aws = ScriptedAws({INFORMATION: denied(INFORMATION), PROPERTIES: properties("i-1", "mi-1")})
    fact = fleet.managed(aws, ids)
    assert names(fact) == {"i-1", "mi-1"}
    assert fact.source == Source(PROPERTIES, NOW)
    assert fact.require().whole is not bool(ids)


def test_where_neither_may_be_asked_the_right_is_that_of_the_first() -> None:
    aws = ScriptedAws({INFORMATION: denied(INFORMATION), PROPERTIES: denied(PROPERTIES)})
    for fact in (fleet.managed(aws), fleet.managed(aws, ["i-1"]), fleet.hybrid_roles(aws)):
        assert isinstance(fact, Unknown)
        assert (fact.why, fact.right) == (Why.DENIED, INFORMATION)


def test_what_was_never_asked_is_no_reason() -> None:
    """Recordings hold one of the calls; the reason is that of the one that was made."""
    never = CallFailed(INFORMATION, Why.NOT_COLLECTED, NOT_ANSWERED, "", at=NOW)
    for one, other in ((INFORMATION, PROPERTIES), (PROPERTIES, INFORMATION)):
        fact = fleet.managed(ScriptedAws({one: never, other: denied(other)}), ["i-1"])
        assert isinstance(fact, Unknown)
        assert fact.right == other


def test_instances_that_are_out_of_service_are_no_managed_nodes() -> None:
    listed = [
        {"InstanceId": "i-1", "InstanceState": "running"},
        {"InstanceId": "i-2", "InstanceState": "stopped"},
        {"InstanceId": "i-3", "InstanceState": "terminated"},
        {"InstanceId": "mi-1"},
    ]
    answers = {INFORMATION: denied(INFORMATION), PROPERTIES: {"InstanceProperties": listed}}
    assert names(fleet.managed(ScriptedAws(answers))) == {"i-1", "mi-1"}


@pytest.mark.parametrize(
    ("call", "size"), [(INFORMATION, 100), (PROPERTIES, 40)], ids=["information", "properties"]
)
def test_chosen_ids_are_asked_for_in_lists_that_the_service_takes(call: str, size: int) -> None:
    ids = [f"i-{number}" for number in range(150)]
    allowed = {INFORMATION: information(), PROPERTIES: properties()}
    script: dict[str, Any] = {INFORMATION: denied(INFORMATION), call: allowed[call]}
    aws = ScriptedAws(script)
    assert names(fleet.managed(aws, ids)) == set()
    told = [parameters for name, parameters in aws.asked if name == call]
    lists = [
        wish.get("Values") or wish["valueSet"]
        for parameters in told
        for wish in parameters.get("Filters") or parameters["InstancePropertyFilterList"]
    ]
    assert [one for some in lists for one in some] == ids
    assert {len(some) for some in lists[:-1]} == {size}


def test_machines_outside_ec2_are_counted_by_either_call() -> None:
    few = ScriptedAws({INFORMATION: information("mi-1", "mi-2")})
    assert sum(fleet.hybrid_roles(few).require().values()) == 2
    assert few.asked == [(INFORMATION, {"MaxResults": 50, **FEW})]
    many = ScriptedAws({INFORMATION: information("mi-1", **MORE), PROPERTIES: properties("mi-1")})
    assert sum(fleet.hybrid_roles(many).require().values()) == 1
    assert many.asked[-1] == (PROPERTIES, {"MaxResults": 1000, **MANY})


def test_managed_nodes_are_read_and_what_is_absent_is_empty() -> None:
    told = {
        "InstanceId": "mi-1",
        "PingStatus": "Online",
        "LastPingDateTime": NOW,
        "AgentVersion": "3.3.131.0",
        "IsLatestVersion": False,
        "PlatformType": "Linux",
        "PlatformName": "Ubuntu",
        "PlatformVersion": "22.04",
        "ResourceType": "ManagedInstance",
        "IamRole": "HybridServers",
        "Name": "srv-01",
    }
    fact = fleet.managed(ScriptedAws({INFORMATION: {"InstanceInformationList": [told]}}))
    assert isinstance(fact, Known)
    read = fact.value.nodes["mi-1"]
    assert fact.value.whole
    assert (read.ping, read.agent_version, read.is_latest) == ("Online", "3.3.131.0", False)
    assert (read.role, read.name, read.source_type) == ("HybridServers", "srv-01", "")


def test_one_unmanaged_id_does_not_hide_the_others() -> None:
    def answer(**parameters: Any) -> Any:
        if "Filters" in parameters:
            return refused(INFORMATION, "InvalidInstanceId")
        return information("i-1", "i-2", "i-3")

    fact = fleet.managed(ScriptedAws({INFORMATION: answer}), ["i-1", "i-9"])
    assert isinstance(fact, Known)
    assert "i-1" in fact.value.nodes
    assert "i-9" not in fact.value.nodes
    assert fact.value.whole


def test_a_list_of_some_is_not_taken_for_the_whole() -> None:
    fact = fleet.managed(ScriptedAws({INFORMATION: information("i-1")}), ["i-1"])
    assert isinstance(fact, Known)
    assert not fact.value.whole


def test_nodes_are_found_by_the_name_and_address_of_their_machine() -> None:
    def told(node_id: str, name: str, address: str) -> dict[str, str]:
        return {"InstanceId": node_id, "ComputerName": name, "IPAddress": address}

    listed = [
        told("mi-1", "Till-1.shop.example", "192.0.2.1"),
        told("mi-2", "TILL-1", "192.0.2.1"),
        told("mi-3", "till-1", "192.0.2.3"),
        told("mi-4", "", "192.0.2.1"),
        told("mi-5", "till-1", ""),
    ]
    fact = fleet.managed(ScriptedAws({INFORMATION: {"InstanceInformationList": listed}}))
    assert isinstance(fact, Known)
    assert [one.id for one in fact.value.on("till-1", "192.0.2.1")] == ["mi-1", "mi-2"]
    assert fact.value.on("till-1", None) == ()
    assert fact.value.on("", "192.0.2.1") == ()
