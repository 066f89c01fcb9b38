"""The fewest calls to AWS with which an inspection of all nodes can know what it knows.

One list for each kind of thing in the Region, in the largest pages that the service gives; one question
for each instance profile and role; one for each node that may report, whose channel nobody lists. What the
caller may do is simulated for fifty nodes at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ssmwizard.model.facts import Known
from ssmwizard.model.snapshot import Snapshot

PAGE = 1000
SIMULATED_AT_ONCE = 50
# Four documents of sessions, each of AWS's and of the account's own.
DOCUMENTS = 8
ONCE = (
    "ec2:DescribeDhcpOptions",
    "ec2:DescribeNatGateways",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeRegions",
    "ec2:DescribeRouteTables",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeVpcs",
    "iam:GetContextKeysForPrincipalPolicy",
    "ssm:GetDocument",
    "ssm:GetServiceSetting",
    "sts:GetCallerIdentity",
)
PER_PROFILE = ("iam:GetInstanceProfile",)
PER_ROLE = (
    "iam:GetRole",
    "iam:ListAttachedRolePolicies",
    "iam:ListInstanceProfilesForRole",
    "iam:SimulatePrincipalPolicy",
)
# Whose list is the same thing: the larger pages, and the smaller ones.
LIST = "the list of managed nodes"
LISTS = ("ssm:DescribeInstanceInformation", "ssm:DescribeInstanceProperties")


def floor(snapshot: Snapshot) -> Mapping[str, int]:
    """Return the fewest calls by name; the two calls that list managed nodes count as one."""
    instances = [fact.value for node in snapshot.nodes if isinstance(fact := node.instance, Known)]
    running = [one for one in instances if one is not None and one.state == "running"]
    managed = [node for node in snapshot.nodes if getattr(node.managed, "value", None) is not None]
    fewest = Counter(dict.fromkeys(ONCE, 1))
    fewest["ec2:DescribeInstances"] = _pages(len(instances))
    fewest["ec2:DescribeInstanceStatus"] = _pages(len(running)) if running else 0
    fewest["ec2:DescribeVpcAttribute"] = 2 * len({one.vpc_id for one in instances if one})
    fewest[LIST] = _pages(len(managed))
    fewest["ssm:ListAssociations"] = int(
        any(node.managed.require().ping == "Online" for node in managed)
    )
    fewest["ssm:GetConnectionStatus"] = len(managed)
    for name in PER_PROFILE:
        fewest[name] = len(snapshot.profiles)
    for name in PER_ROLE:
        fewest[name] = len(snapshot.roles)
    # The caller: on nodes and documents, and on its own sessions.
    about = len(snapshot.nodes) + DOCUMENTS
    fewest["iam:SimulatePrincipalPolicy"] += -(-about // SIMULATED_AT_ONCE) + 1
    return fewest


def above(calls: Mapping[str, int], snapshot: Snapshot) -> Mapping[str, int]:
    """Return by how much the calls that were made are more than the fewest, where they are."""
    made = Counter(calls)
    made[LIST] = sum(made.pop(name, 0) for name in LISTS)
    fewest = Counter(floor(snapshot))
    return {
        name: made[name] - fewest[name]
        for name in sorted({*made, *fewest})
        if made[name] != fewest[name]
    }


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE))
