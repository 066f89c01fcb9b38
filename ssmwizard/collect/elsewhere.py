"""Nodes that are looked for in another Region of the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ssmwizard.collect import fleet, node
from ssmwizard.collect.asking import ask
from ssmwizard.model.facts import Fact, Known, Unknown
from ssmwizard.model.node import Kind, kind_of
from ssmwizard.outside.calls import Aws, pages

Seen = Mapping[str, Fact[str | None]]


def seen(aws: Aws, page: int, ids: Sequence[str]) -> Seen:
    """Return of each id EC2's state of it or its ping, ``Known(None)`` where it is not here."""
    machines = [one for one in ids if kind_of(one) is Kind.EC2]
    hybrid = [one for one in ids if kind_of(one) is Kind.HYBRID]
    return {**_instances(aws, page, machines), **_managed(aws, hybrid)}


def _instances(aws: Aws, page: int, ids: Sequence[str]) -> Seen:
    if not ids:
        return {}
    fact = node.instances(aws, page, ids)
    if isinstance(fact, Unknown):
        return dict.fromkeys(ids, fact)
    found = {one: fact.value.get(one) for one in ids}
    return {one: Known(at.state if at else None, fact.source) for one, at in found.items()}


def _managed(aws: Aws, ids: Sequence[str]) -> Seen:
    """Ask for all at once; the service refuses a list in which one is not here, so then one by one."""
    if not ids:
        return {}
    fact = _pings(aws, ids)
    if isinstance(fact, Unknown):
        return dict.fromkeys(ids, fact)
    if fact.value is not None:
        return {one: Known(fact.value.get(one), fact.source) for one in ids}
    if len(ids) == 1:
        return {ids[0]: Known(None, fact.source)}
    told: dict[str, Fact[str | None]] = {}
    for one in ids:
        told |= _managed(aws, [one])
    return told


def _pings(aws: Aws, ids: Sequence[str]) -> Fact[Mapping[str, str] | None]:
    def question() -> Mapping[str, str]:
        listed = pages(
            aws,
            "ssm",
            "DescribeInstanceInformation",
            "InstanceInformationList",
            MaxResults=fleet.INFORMATION_PAGE,
            Filters=[{"Key": "InstanceIds", "Values": list(ids)}],
        )
        return {one["InstanceId"]: str(one.get("PingStatus", "")) for one in listed}

    return ask(aws, "ssm:DescribeInstanceInformation", question, "InvalidInstanceId")
