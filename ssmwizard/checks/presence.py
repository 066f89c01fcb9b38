"""The rule about the node's place: is it in this account and Region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ssmwizard.checks.rule import Check, Outcome, failed, passed, seen, unknown
from ssmwizard.model.facts import Fact, Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Elsewhere, Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ID = text(N_("Node"))
CHANNEL = text(N_("Session channel"))
# A machine outside EC2 that is nowhere can be registered anew.
REGISTER = ("node.new-activation",)
LOOKED = text(N_("Other Regions looked into"))


def exists(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    """Judge whether the account has the node in this Region at all."""
    there = text(N_("The node is in this account and Region."))
    for fact in (node.instance, node.managed):
        if isinstance(fact, Known) and fact.value is not None:
            return passed(there, seen(ID, node.id, fact))
    if node.connected:
        return passed(there, seen(CHANNEL, "connected", node.connection))
    lists = (node.managed,) if node.kind is Kind.HYBRID else (node.instance, node.managed)
    for fact in lists:
        if isinstance(fact, Unknown):
            return unknown(fact)
    return _not_here(snapshot, node, lists[0])


def _not_here(snapshot: Snapshot, node: NodeFacts, listed: Fact[Any]) -> Outcome:
    caller = snapshot.identity.caller
    account = caller.value.account if isinstance(caller, Known) else "?"
    region = snapshot.identity.region or "?"
    told = {"node": node.id, "account": account, "region": region}
    absent, cause = seen(ID, node.id, listed), f"id:{node.id}"
    fixes = REGISTER if node.kind is Kind.HYBRID else ()
    fact = node.elsewhere
    if isinstance(fact, Known) and fact.value.found:
        said = N_(
            "The node {node} is not in Region {region}, but in {found}. Work in that Region, with --region on the command line."
        )
        places = tuple(one.region for one in fact.value.found)
        where = (
            seen(text(N_("Seen in {region}"), region=one.region), one.state, one.source)
            for one in fact.value.found
        )
        shown = text(said, **told, found=places)
        return failed(shown, absent, *where, grade=Grade.PROVED, cause=cause)
    if isinstance(fact, Known):
        looked = seen(LOOKED, ", ".join(fact.value.regions) or "-", fact)
        blind = tuple(_unseen(fact.value))
        shown = _in_none(fact.value, told)
        return failed(shown, absent, looked, *blind, grade=Grade.PROVED, cause=cause, fixes=fixes)
    said = N_(
        "There is no node {node} in account {account}, Region {region}. Check the id, the account and the Region; the other Regions can be looked into too."
    )
    if node.kind is Kind.HYBRID:
        said = N_(
            "There is no node {node} in account {account}, Region {region}. Check the id, the account and the Region; the other Regions can be looked into too. A machine that was registered anew has another id."
        )
    blind = _could_not_look_elsewhere(fact)
    return failed(text(said, **told), absent, *blind, grade=Grade.PROVED, cause=cause, fixes=fixes)


def _in_none(elsewhere: Elsewhere, told: Mapping[str, str]) -> Text:
    count, unseen = len(elsewhere.regions), len(elsewhere.unseen)
    if unseen and not count:
        said = N_(
            "There is no node {node} in account {account}, Region {region}, and none of the {unseen} others could be looked into. Check the id, the account and the Region."
        )
    elif unseen:
        said = N_(
            "There is no node {node} in account {account}, neither in Region {region} nor in {count} others; {unseen} more could not be looked into. Check the id, the account and the Region."
        )
    else:
        said = N_(
            "There is no node {node} in account {account}, neither in Region {region} nor in the {count} others that are enabled. Check the id and the account."
        )
    return text(said, **told, count=count, unseen=unseen)


def _unseen(elsewhere: Elsewhere) -> Iterator[Evidence]:
    """Say what could not be looked into, each reason once."""
    reasons: dict[str, tuple[Unknown, list[str]]] = {}
    for region, fact in elsewhere.unseen:
        reasons.setdefault(reason(fact), (fact, []))[1].append(region)
    for why, (fact, regions) in reasons.items():
        yield seen(text(N_("Not looked into: {regions}"), regions=tuple(regions)), why, fact)


def reason(fact: Unknown) -> str:
    """Return in a word or two why a fact is not known: the missing right, or what was said."""
    return fact.right or fact.detail or fact.code or fact.why


def _could_not_look_elsewhere(fact: Fact[Elsewhere]) -> tuple[Evidence, ...]:
    if not isinstance(fact, Unknown) or fact.why is Why.NOT_COLLECTED:
        return ()
    label = text(N_("The other Regions were not looked into"))
    return (seen(label, reason(fact), fact),)


CHECKS: tuple[Check, ...] = (
    Check(
        id="node.exists",
        title=text(N_("The node is in this account and Region")),
        why=text(N_("A wrong account or Region looks exactly like a node that cannot be reached.")),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        needs=("identity.credentials", "identity.region"),
        rights=("ec2:DescribeInstances", "ssm:DescribeInstanceInformation"),
        docs=("session-manager-troubleshooting",),
        run_node=exists,
    ),
)
