"""ARNs of the account and Region that is looked at."""

from __future__ import annotations

from ssmwizard.model.facts import Known
from ssmwizard.model.node import Kind
from ssmwizard.model.snapshot import Snapshot


def account_of(snapshot: Snapshot) -> str:
    """Return the account, empty where it is not known."""
    caller = snapshot.identity.caller
    return caller.value.account if isinstance(caller, Known) else ""


def node_arn(snapshot: Snapshot, node_id: str, kind: Kind) -> str:
    """Return the ARN by which IAM knows a node (``*``: all of them); empty where it cannot be told."""
    account, region = account_of(snapshot), snapshot.identity.region
    if snapshot.partition is None or not account or not region:
        return ""
    if kind is Kind.EC2:
        return snapshot.partition.arn("ec2", region, account, f"instance/{node_id}")
    return snapshot.partition.arn("ssm", region, account, f"managed-instance/{node_id}")
