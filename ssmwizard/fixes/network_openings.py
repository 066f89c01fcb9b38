"""Openings in security groups: one port, one direction, one peer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, collapse_addresses

from ssmwizard.fixes.ground import arn, literal
from ssmwizard.fixes.network_ground import group_of
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.network import Permission
from ssmwizard.model.plans import Call, Change, Expectation, Right, Trace, Undo
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

# As the service writes them; the number is IANA's.
TCP, ALL = ("tcp", "6"), "-1"
# What the service says of a rule that is there already.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
DUPLICATE = "InvalidPermission.Duplicate"
REMARK = "HTTPS to Systems Manager (ssmwizard)"


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """A rule to add to ``group``: TCP to (``egress``) or from ``peer``, a group id or a CIDR."""

    group: str
    peer: str
    egress: bool


def open_to_peers(
    snapshot: Snapshot, groups: Sequence[str], port: int, peers: Iterable[str], *, egress: bool
) -> bool:
    """Whether groups open a port to what has one of the security groups ``peers``."""
    asked = set(peers)
    rules = _rules(snapshot, groups, port, egress=egress)
    return any(asked.intersection(rule.groups) for rule in rules)


def open_blocks(
    snapshot: Snapshot, groups: Sequence[str], port: int, *, egress: bool
) -> tuple[IPv4Network, ...]:
    """Return the blocks of addresses for which groups open a port.

    Raises :class:`CannotPlan` or ``CannotTell`` where that is not known.
    """
    found: list[IPv4Network] = []
    for rule in _rules(snapshot, groups, port, egress=egress):
        found += _blocks(rule.cidrs)
        for listed in rule.prefix_lists:
            found += _blocks(snapshot.network.prefix_lists.get(listed, NOT_COLLECTED).require())
    return tuple(collapse_addresses(found))


def _rules(
    snapshot: Snapshot, groups: Sequence[str], port: int, *, egress: bool
) -> Iterator[Permission]:
    for name in groups:
        group = group_of(snapshot, name)
        for rule in group.egress if egress else group.ingress:
            first, last = rule.from_port, rule.to_port
            ported = rule.protocol in TCP and first is not None and last is not None
            if rule.protocol == ALL or (ported and first <= port <= last):  # type: ignore[operator]
                yield rule


def _blocks(cidrs: Iterable[str]) -> Iterator[IPv4Network]:
    for cidr in cidrs:
        try:
            yield IPv4Network(cidr, strict=False)
        except ValueError:  # IPv6, or something that cannot be read and opens nothing for sure.
            continue


def inside(block: str, opened: Iterable[IPv4Network]) -> bool:
    """Whether a block or a single address lies in one of the blocks that are open."""
    wanted = IPv4Network(block, strict=False)
    return any(wanted.subnet_of(one) for one in opened)


def change(snapshot: Snapshot, opening: Opening, port: int) -> Change:
    """Return the change that adds the rule; it is taken back by the id that the service gives it."""
    way = "Egress" if opening.egress else "Ingress"
    if opening.peer.startswith("sg-"):
        peer = {"UserIdGroupPairs": [{"GroupId": opening.peer, "Description": REMARK}]}
    else:
        peer = {"IpRanges": [{"CidrIp": opening.peer, "Description": REMARK}]}
    permission = {"IpProtocol": TCP[0], "FromPort": port, "ToPort": port, **peer}
    group_arn = arn(snapshot, "ec2", f"security-group/{opening.group}")
    if opening.egress:
        said = N_("Let {group} send TCP {port} to {peer}.")
    else:
        said = N_("Let {group} accept TCP {port} from {peer}.")
    return Change(
        says=text(said, group=opening.group, peer=opening.peer, port=port),
        call=Call(
            "ec2",
            f"AuthorizeSecurityGroup{way}",
            {"GroupId": opening.group, "IpPermissions": [permission]},
        ),
        rights=(Right(f"ec2:AuthorizeSecurityGroup{way}", group_arn),),
        undo=_undo(opening, port, way, group_arn),
        trace=Trace(
            Call(
                "ec2",
                "DescribeSecurityGroupRules",
                {"Filters": [{"Name": "group-id", "Values": [opening.group]}]},
            ),
            traced_rules(port, [opening.peer], egress=opening.egress),
        ),
        dry_run=True,
        done_codes=(DUPLICATE,),
    )


def traced_rules(port: int, peers: Sequence[str], *, egress: bool) -> str:
    """Return the JMESPath of the rules that were added for some peers, as the answer tells them."""
    ours = " && ".join(
        (
            f"IsEgress==`{json.dumps(egress)}`",
            f"IpProtocol=={literal(TCP[0])}",
            f"FromPort==`{port}`",
            f"ToPort==`{port}`",
            f"Description=={literal(REMARK)}",
            f"contains({literal(list(peers))}, (ReferencedGroupInfo.GroupId || CidrIpv4))",
        )
    )
    # One list for all of the rules, none where there are none.
    return f"[{{SecurityGroupRules: SecurityGroupRules[?{ours}]}}] | [?SecurityGroupRules]"


def _undo(opening: Opening, port: int, way: str, group_arn: str) -> Undo:
    ours = "SecurityGroupRules[].SecurityGroupRuleId"
    shown = "ReferencedGroupInfo.GroupId || CidrIpv4"
    return Undo(
        says=text(
            N_("Take the rule for {peer} out of {group} again."),
            group=opening.group,
            peer=opening.peer,
        ),
        call=Call("ec2", f"RevokeSecurityGroup{way}", {"GroupId": opening.group}),
        take={"SecurityGroupRuleIds": ours},
        rights=(
            Right(f"ec2:RevokeSecurityGroup{way}", group_arn),
            Right("ec2:DescribeSecurityGroupRules", "*"),
        ),
        expects=Expectation(
            Call("ec2", "DescribeSecurityGroupRules"),
            f"SecurityGroupRules[].[GroupId, IsEgress, IpProtocol, FromPort, ToPort, {shown}]",
            [[opening.group, opening.egress, TCP[0], port, port, opening.peer]],
            take={"SecurityGroupRuleIds": ours},
        ),
    )
