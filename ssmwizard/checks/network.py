"""Checks of the network between a node and Systems Manager."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ssmwizard.checks.hop import Holds, Hop
from ssmwizard.checks.layout import site_of
from ssmwizard.checks.path import Path, path_to
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    undecided,
    unknown,
    warning,
)
from ssmwizard.model.facts import Known
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.node import Kind, NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

# The service that an agent reports to: a node that is Online has just reached it.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
REPORTS_TO = "ssm"
ONLINE = "Online"


@dataclass(frozen=True, slots=True)
class _Found:
    """What a step came to for one service."""

    service: str
    endpoint: str
    hop: Hop


def _rule(step: Callable[[Path], Hop]) -> Callable[[Snapshot, NodeFacts], Outcome]:
    def rule(snapshot: Snapshot, node: NodeFacts) -> Outcome:
        if node.kind is Kind.HYBRID:
            said = N_("The network of a machine outside EC2 cannot be seen from here.")
            return not_applicable(text(said))
        instance = node.instance.require()
        managed = node.managed.value if isinstance(node.managed, Known) else None
        system = managed.platform_type if managed is not None else ""
        site = site_of(instance, system) if instance is not None else None
        if site is None:
            return not_applicable(text(N_("The instance stands in no network any more.")))
        services = snapshot.requirements.texts("hosts.required")
        ways = [path_to(snapshot, site, service) for service in services]
        found = [_Found(way.service, way.endpoint, step(way)) for way in ways]
        online = managed is not None and managed.ping == ONLINE
        return _Answer(snapshot, found, online=online).outcome()

    return rule


@dataclass(frozen=True, slots=True)
class _Answer:
    snapshot: Snapshot
    found: Sequence[_Found]
    online: bool

    def outcome(self) -> Outcome:
        """Return what the step comes to for all services together: the worst decides."""
        broken = self._those(Holds.NO)
        if broken:
            return self._broken(broken)
        unknowns = self._those(Holds.UNKNOWN)
        if unknowns:
            missing = next((one.hop.unknown for one in unknowns if one.hop.unknown), None)
            if missing is not None:
                return unknown(missing, *_evidence(unknowns))
            return undecided(self._said(unknowns), *_evidence(unknowns))
        partly = self._those(Holds.PARTLY)
        if partly:
            return warning(
                self._said(partly), *_evidence(partly), grade=Grade.INFERRED, cause=_cause(partly)
            )
        right = self._those(Holds.YES)
        if not right:
            return not_applicable(text(N_("The node's way leads through no endpoint of its VPC.")))
        return passed(
            self._said(right), *_evidence(right), grade=Grade.INFERRED, cause=_cause(right)
        )

    def _broken(self, broken: Sequence[_Found]) -> Outcome:
        said, cause = self._said(broken), _cause(broken)
        if self.online and all(one.service == REPORTS_TO for one in broken):
            words = N_(
                "The node reports to Systems Manager all the same, so the evidence disagrees. {finding}"
            )
            worded = text(words, finding=said)
            return warning(worded, *_evidence(broken), grade=Grade.INFERRED, cause=cause)
        return failed(said, *_evidence(broken), grade=Grade.INFERRED, cause=cause)

    def _those(self, holds: Holds) -> list[_Found]:
        return [one for one in self.found if one.hop.holds is holds]

    def _said(self, found: Sequence[_Found]) -> Text:
        """One sentence for each reason, with the hosts that it concerns."""
        reasons: dict[Text, list[str]] = {}
        for one in found:
            reasons.setdefault(one.hop.said, []).append(self._host(one))
        said = [
            text(N_("{reason} This concerns {hosts}."), reason=reason, hosts=tuple(hosts))
            for reason, hosts in reasons.items()
        ]
        whole = said[0]
        for more in said[1:]:
            whole = text(N_("{one} {other}"), one=whole, other=more)
        return whole

    def _host(self, found: _Found) -> str:
        partition, region = self.snapshot.partition, self.snapshot.identity.region
        host = found.service
        if partition is not None and region:
            host = partition.host(found.service, region)
        return f"{host} ({found.endpoint})" if found.endpoint else host


def _evidence(found: Sequence[_Found]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one for each in found for one in each.hop.evidence))


def _cause(found: Sequence[_Found]) -> str:
    return " ".join(dict.fromkeys(one.hop.by for one in found))


_DNS_RIGHTS = (
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeVpcAttribute",
    "ec2:DescribeVpcs",
    "ec2:DescribeDhcpOptions",
)
_ROUTE_RIGHTS = (
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeRouteTables",
    "ec2:DescribeSubnets",
    "ec2:DescribeNatGateways",
    "ec2:GetManagedPrefixListEntries",
)
_GROUP_RIGHTS = (
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:GetManagedPrefixListEntries",
)
_ACL_RIGHTS = (
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeSubnets",
    "ec2:DescribeNatGateways",
)
_DOCS = ("diagnosing-ec2-category-types", "setup-create-vpc")

CHECKS: tuple[Check, ...] = (
    Check(
        id="network.dns",
        title=text(N_("Name resolution")),
        why=text(
            N_(
                "The agent finds Systems Manager by name. An endpoint in the VPC is only found when its private DNS and both DNS settings of the VPC are on."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        docs=("troubleshooting-ssm-agent", *_DOCS),
        needs=("node.exists",),
        rights=_DNS_RIGHTS,
        run_node=_rule(lambda path: path.dns),
    ),
    Check(
        id="network.route",
        title=text(N_("Route to Systems Manager")),
        why=text(
            N_(
                "The node calls Systems Manager, never the other way round. It needs a way there: endpoints in its VPC, a NAT gateway, or an internet gateway and a public address."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        docs=("session-manager-prerequisites", *_DOCS),
        needs=("node.exists",),
        rights=_ROUTE_RIGHTS,
        run_node=_rule(lambda path: path.route),
    ),
    Check(
        id="network.node-security-group",
        title=text(N_("Security groups of the node")),
        why=text(
            N_(
                "The node has to be allowed to send HTTPS. Session Manager needs no incoming rule at all."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        docs=("session-manager-prerequisites", *_DOCS),
        needs=("node.exists",),
        rights=_GROUP_RIGHTS,
        run_node=_rule(lambda path: path.node_group),
    ),
    Check(
        id="network.endpoint-security-group",
        title=text(N_("Security groups of the endpoints")),
        why=text(
            N_(
                "An endpoint has to accept HTTPS from the node. While it has private DNS, no node of the VPC takes another way, even where one is open."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        docs=("troubleshooting-ssm-agent", *_DOCS),
        needs=("node.exists",),
        rights=_GROUP_RIGHTS,
        run_node=_rule(lambda path: path.endpoint_group),
    ),
    Check(
        id="network.acl",
        title=text(N_("Network ACLs")),
        why=text(
            N_(
                "Network ACLs remember nothing: they have to let the request out on TCP 443 and the answer back in to the port it came from."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        docs=_DOCS,
        needs=("node.exists",),
        rights=_ACL_RIGHTS,
        run_node=_rule(lambda path: path.acl),
    ),
)
