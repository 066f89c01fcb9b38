"""The managed nodes of the Region, listed in as few calls as may be.

Two calls list them. ``DescribeInstanceInformation`` tells more (whether the agent is the latest, the
private address) but only fifty at a time, ``DescribeInstanceProperties`` a thousand. So a first page
of fifty is asked for, and where there are more, all of them by the thousand. Who may make only one
of the calls gets by with that one: AWS's samples of policies for users of sessions hold the second.
https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from ssmwizard.collect.asking import ask, known
from ssmwizard.model.facts import Fact, Known, Unknown
from ssmwizard.model.node import Kind, ManagedNode, Roster, kind_of
from ssmwizard.model.role import name_of
from ssmwizard.outside.calls import Aws, pages

# Largest pages and lists that the service takes:
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstanceInformation.html
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstanceProperties.html
INFORMATION, PROPERTIES = "ssm:DescribeInstanceInformation", "ssm:DescribeInstanceProperties"
INFORMATION_PAGE, INFORMATION_VALUES = 50, 100
PROPERTIES_PAGE, PROPERTIES_VALUES = 1000, 40
# The first call leaves them out, which is not said of the second.
# https://github.com/aws/amazon-ssm-agent/issues/407
OUT_OF_SERVICE = frozenset({"stopped", "shutting-down", "terminated"})

T = TypeVar("T")
Described = Mapping[str, Any]
Each = Callable[[int], None]


def managed(aws: Aws, ids: Sequence[str] = (), each: Each = lambda _: None) -> Fact[Roster]:
    """Return the managed nodes: all of the Region, or those of ``ids``.

    The service refuses a whole list in which one id is not managed; then all are listed instead.
    """
    if not ids:
        return _all(aws, each)
    some = _either(
        ask(aws, INFORMATION, lambda: _by_information(aws, ids), "InvalidInstanceId"),
        lambda: ask(aws, PROPERTIES, lambda: _by_properties(aws, ids), "InvalidInstanceId"),
    )
    if isinstance(some, Known):
        return _all(aws, each) if some.value is None else Known(some.value, some.source)
    return some


def hybrid_roles(aws: Aws) -> Fact[Mapping[str, int]]:
    """Return how many machines outside EC2 are registered in the Region, by their service role."""
    return roles_of(_all(aws, lambda _: None, "ManagedInstance"))


def roles_of(fact: Fact[Roster]) -> Fact[Mapping[str, int]]:
    """Return how many machines outside EC2 a whole list has, by their service role."""
    if isinstance(fact, Unknown):
        return fact
    nodes = fact.value.nodes.values()
    roles = Counter(name_of(one.role) for one in nodes if kind_of(one.id) is Kind.HYBRID)
    return Known(roles, fact.source)


def _all(aws: Aws, each: Each, kind: str = "") -> Fact[Roster]:
    """List all managed nodes, or those of a kind, as the service calls it."""
    few = {"Filters": [{"Key": "ResourceType", "Values": [kind]}]} if kind else {}
    many = {"InstancePropertyFilterList": [{"key": "ResourceType", "valueSet": [kind]}]}
    first = known(aws, INFORMATION, lambda: _first_page(aws, few))
    if isinstance(first, Known) and first.value is not None:
        each(len(first.value.nodes))
        return Known(first.value, first.source)
    found = known(
        aws,
        PROPERTIES,
        lambda: _roster(_properties(aws, each, many if kind else {}), whole=True),
    )
    if isinstance(first, Known):
        return _either(
            found,
            lambda: known(
                aws, INFORMATION, lambda: _roster(_information(aws, each, few), whole=True)
            ),
        )
    return _either(first, lambda: found)


def _first_page(aws: Aws, filters: Mapping[str, Any]) -> Roster | None:
    """Return all nodes where they fit on one page, None where they do not."""
    answer = aws.call("ssm", "DescribeInstanceInformation", MaxResults=INFORMATION_PAGE, **filters)
    if answer.get("NextToken"):
        return None
    return _roster(answer.get("InstanceInformationList", ()), whole=True)


def _by_information(aws: Aws, ids: Sequence[str]) -> Roster:
    listed: list[Described] = []
    for values in _parts(ids, INFORMATION_VALUES):
        listed += _information(
            aws, lambda _: None, {"Filters": [{"Key": "InstanceIds", "Values": values}]}
        )
    return _roster(listed, whole=False)


def _by_properties(aws: Aws, ids: Sequence[str]) -> Roster:
    listed: list[Described] = []
    for values in _parts(ids, PROPERTIES_VALUES):
        wish = [{"key": "InstanceIds", "valueSet": values}]
        listed += _properties(aws, lambda _: None, {"InstancePropertyFilterList": wish})
    return _roster(listed, whole=False)


def _information(aws: Aws, each: Each, filters: Mapping[str, Any]) -> list[Described]:
    return pages(
        aws,
        "ssm",
        "DescribeInstanceInformation",
        "InstanceInformationList",
        each,
        MaxResults=INFORMATION_PAGE,
        **filters,
    )


def _properties(aws: Aws, each: Each, filters: Mapping[str, Any]) -> list[Described]:
    listed = pages(
        aws,
        "ssm",
        "DescribeInstanceProperties",
        "InstanceProperties",
        each,
        MaxResults=PROPERTIES_PAGE,
        **filters,
    )
    return [one for one in listed if one.get("InstanceState") not in OUT_OF_SERVICE]


def _parts(ids: Sequence[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(ids), size):
        yield list(ids[start : start + size])


def _either(first: Fact[T], second: Callable[[], Fact[T]]) -> Fact[T]:
    """Return the fact that could be had; where neither could, why the first that was asked could not."""
    if isinstance(first, Known):
        return first
    other = second()
    return other if isinstance(other, Known) or first.source is None else first


def _roster(listed: Iterable[Described], *, whole: bool) -> Roster:
    return Roster.of(map(_managed, listed), whole=whole)


def _managed(described: Mapping[str, Any]) -> ManagedNode:
    def told(member: str) -> str:
        return str(described.get(member, ""))

    return ManagedNode(
        id=described["InstanceId"],
        ping=told("PingStatus"),
        last_ping=described.get("LastPingDateTime"),
        agent_version=told("AgentVersion"),
        is_latest=described.get("IsLatestVersion"),
        platform_type=told("PlatformType"),
        platform_name=told("PlatformName"),
        platform_version=told("PlatformVersion"),
        resource_type=told("ResourceType"),
        source_type=told("SourceType"),
        source_id=told("SourceId"),
        address=told("IPAddress"),
        computer_name=told("ComputerName"),
        name=told("Name"),
        role=told("IamRole"),
        activation_id=told("ActivationId"),
        registered=described.get("RegistrationDate"),
    )
