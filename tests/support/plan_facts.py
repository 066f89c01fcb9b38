"""Facts that plans are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from ssmwizard import resources
from ssmwizard.model.account import AccountFacts, Setting
from ssmwizard.model.facts import Fact, Known, Source, Unknown, Why
from ssmwizard.model.identity import Caller, IdentityFacts
from ssmwizard.model.network import NetworkFacts
from ssmwizard.model.node import Instance, ManagedNode, Metadata, NodeFacts, kind_of
from ssmwizard.model.role import Decision, InstanceProfile, Role, RoleFacts, name_of
from ssmwizard.model.snapshot import Snapshot

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
SOURCE = Source("test:Look", NOW)
ACCOUNT = "111122223333"
REGIONS = {
    "aws": "eu-west-3",
    "aws-cn": "cn-north-1",
    "aws-us-gov": "us-gov-west-1",
    "aws-eusc": "eusc-de-east-1",
    "aws-iso": "us-iso-east-1",
    "aws-iso-b": "us-isob-east-1",
    "aws-iso-e": "eu-isoe-west-1",
    "aws-iso-f": "us-isof-south-1",
}
ACTIONS = resources.requirements().texts("role.node-actions")
DENIED = Unknown(Why.DENIED, "not authorized", SOURCE, "iam:GetRole", "AccessDenied")
EC2_TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"Service": "ec2.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }
    ],
}


def known(value: Any) -> Fact[Any]:
    return Known(value, SOURCE)


def arn_of(partition: str, resource: str) -> str:
    return f"arn:{partition}:iam::{ACCOUNT}:{resource}"


def ec2(
    node_id: str,
    state: str = "running",
    profile: str | None = None,
    managed: ManagedNode | None = None,
    metadata: str = "enabled",
) -> NodeFacts:
    instance = Instance(
        id=node_id,
        name="",
        state=state,
        launched=NOW,
        vpc_id="vpc-1",
        subnet_id="subnet-1",
        private_ip="10.0.0.1",
        public_ip=None,
        groups=(),
        interfaces=(),
        profile_arn=profile,
        metadata=Metadata(metadata, "required", 1, "applied"),
        image_id="ami-1",
        platform="Linux/UNIX",
        architecture="x86_64",
        tags=(),
    )
    return NodeFacts(node_id, known(instance), known(managed))


def hybrid(node_id: str, **of_node: Any) -> NodeFacts:
    node = managed(node_id, **{"role": "hybrid-role", **of_node})
    return NodeFacts(node_id, Unknown(Why.NOT_COLLECTED), known(node))


def managed(
    node_id: str,
    *,
    ping: str = "Online",
    agent: str = "3.1.0.0",
    latest: bool | None = False,
    role: str = "",
) -> ManagedNode:
    return ManagedNode(
        id=node_id,
        ping=ping,
        last_ping=NOW,
        agent_version=agent,
        is_latest=latest,
        platform_type="Linux",
        platform_name="Ubuntu",
        platform_version="24.04",
        resource_type="EC2Instance" if kind_of(node_id) == "ec2" else "ManagedInstance",
        source_type="",
        source_id="",
        address="10.0.0.1",
        computer_name=node_id,
        name="",
        role=role,
        activation_id="",
        registered=None,
    )


def role(
    name: str,
    *,
    partition: str = "aws",
    path: str = "/",
    trust: Mapping[str, object] = EC2_TRUST,
    policies: Iterable[str] = (),
    decisions: Fact[Any] | None = None,
    profiles: Iterable[str] = (),
) -> RoleFacts:
    found = Role(name, arn_of(partition, f"role{path}{name}"), path, trust, None)
    return RoleFacts(
        name=name,
        role=known(found),
        policies=known(tuple(policies)),
        decisions=decisions or decided(),
        profiles=known(tuple(profiles)),
    )


def decided(decision: str = "implicitDeny", **detail: Any) -> Fact[Any]:
    return known({action: Decision(action, decision, **detail) for action in ACTIONS})


def profile(name: str, inside: str | None, partition: str = "aws") -> InstanceProfile:
    return InstanceProfile(arn_of(partition, f"instance-profile/{name}"), name, inside)


def tier(value: str = "standard", status: str = "Default", partition: str = "aws") -> Setting:
    path = "servicesetting/ssm/managed-instance/activation-tier"
    return Setting(value, status, f"arn:{partition}:ssm:{REGIONS[partition]}:{ACCOUNT}:{path}")


def lending(partition: str = "aws") -> Setting:
    path = "servicesetting/ssm/managed-instance/default-ec2-instance-management-role"
    return Setting("$None", "Default", f"arn:{partition}:ssm:{REGIONS[partition]}:{ACCOUNT}:{path}")


def snapshot(
    *nodes: NodeFacts,
    partition: str = "aws",
    roles: Iterable[RoleFacts] = (),
    profiles: Mapping[str, Fact[InstanceProfile | None]] | None = None,
    account: AccountFacts | None = None,
    network: NetworkFacts | None = None,
) -> Snapshot:
    region = REGIONS[partition]
    caller = Caller(ACCOUNT, f"arn:{partition}:iam::{ACCOUNT}:user/ann", "AIDA", None)
    return Snapshot(
        now=NOW,
        identity=IdentityFacts(
            profile="work",
            region=region,
            partition=partition,
            profiles=known(()),
            caller=known(caller),
            region_status=known("opt-in-not-required"),
        ),
        partition=resources.partitions().named(partition),
        requirements=resources.requirements(),
        systems=resources.systems(),
        account=account
        or AccountFacts(known(tier(partition=partition)), known(None), known(7), updates=known(())),
        nodes=nodes,
        network=network or NetworkFacts(),
        profiles=profiles or {},
        roles={name_of(one.name): one for one in roles},
    )
