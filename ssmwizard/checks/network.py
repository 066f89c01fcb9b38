"""Checks of the network between a node and Systems Manager."""

from __future__ import annotations

from ssmwizard.checks.endpoint_policy import accepts_agent, caller
from ssmwizard.checks.network_rule import answer, rule_about
from ssmwizard.checks.rule import Check, Outcome
from ssmwizard.checks.way import JUDGED_BY, POLICY
from ssmwizard.model.findings import Scope, Severity
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

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
    "ec2:DescribeVpcEndpointServices",
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
_REQUIREMENTS = (
    "hosts.required",
    "hosts.optional",
    "hosts.port",
    "agent.ec2messages-optional",
    "agent.ipv6",
)
_DOCS = ("diagnosing-ec2-category-types", "setup-create-vpc")


def _policy(snapshot: Snapshot, node: NodeFacts) -> Outcome:
    return answer(snapshot, node, accepts_agent, caller)


CHECKS: tuple[Check, ...] = (
    Check(
        id="network.dns",
        title=text(N_("The services are found by name")),
        why=text(
            N_(
                "The agent finds Systems Manager by name. An endpoint in the VPC is only found when its private DNS and both DNS settings of the VPC are on."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        requirements=_REQUIREMENTS,
        docs=("troubleshooting-ssm-agent", *_DOCS),
        needs=("node.exists",),
        rights=_DNS_RIGHTS,
        run_node=rule_about(JUDGED_BY["network.dns"]),
    ),
    Check(
        id="network.route",
        title=text(N_("A route leads to Systems Manager")),
        why=text(
            N_(
                "The node calls Systems Manager, never the other way round. It needs a way there: endpoints in its VPC, a NAT gateway, or an internet gateway and a public address."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        requirements=_REQUIREMENTS,
        docs=("session-manager-prerequisites", *_DOCS),
        needs=("node.exists",),
        rights=_ROUTE_RIGHTS,
        run_node=rule_about(JUDGED_BY["network.route"]),
    ),
    Check(
        id="network.node-security-group",
        title=text(N_("The node may send HTTPS")),
        why=text(
            N_(
                "The node has to be allowed to send HTTPS. Session Manager needs no incoming rule at all."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        requirements=_REQUIREMENTS,
        docs=("session-manager-prerequisites", *_DOCS),
        needs=("node.exists",),
        rights=_GROUP_RIGHTS,
        run_node=rule_about(JUDGED_BY["network.node-security-group"]),
    ),
    Check(
        id="network.endpoint-security-group",
        title=text(N_("The endpoints accept HTTPS from the node")),
        why=text(
            N_(
                "An endpoint has to accept HTTPS from the node. While it has private DNS, no node of the VPC takes another way, even where one is open."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        requirements=_REQUIREMENTS,
        docs=("troubleshooting-ssm-agent", *_DOCS),
        needs=("node.exists",),
        rights=_GROUP_RIGHTS,
        run_node=rule_about(JUDGED_BY["network.endpoint-security-group"]),
    ),
    Check(
        id="network.acl",
        title=text(N_("The network ACLs let HTTPS pass")),
        why=text(
            N_(
                "Network ACLs remember nothing: they have to let the request out on TCP 443 and the answer back in to the port it came from."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        requirements=_REQUIREMENTS,
        docs=_DOCS,
        needs=("node.exists",),
        rights=_ACL_RIGHTS,
        run_node=rule_about(JUDGED_BY["network.acl"]),
    ),
    Check(
        id=POLICY,
        title=text(N_("The policies of the endpoints let the agent pass")),
        why=text(
            N_(
                "The policy of an endpoint has to allow the agent's calls too, whatever the role of the node may do. One that nobody has changed allows everything."
            )
        ),
        scope=Scope.NODE,
        severity=Severity.BLOCKER,
        requirements=(*_REQUIREMENTS, "role.node-actions", "agent.default-host-management"),
        docs=("vpc-endpoints-access", *_DOCS),
        needs=("node.exists",),
        rights=("ec2:DescribeVpcEndpoints",),
        run_node=_policy,
    ),
)
