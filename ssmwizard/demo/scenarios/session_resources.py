"""Builds the session preferences of a Region, and the keys, buckets and log groups they name."""

from __future__ import annotations

import json
import uuid
from typing import Any

from ssmwizard.demo.context import new_id
from ssmwizard.demo.operations.logs import group
from ssmwizard.demo.operations.ssm_documents import PREFERENCES
from ssmwizard.demo.scenarios.entities import DAY
from ssmwizard.demo.scenarios.region import RegionBuilder

Document = dict[str, Any]


def preferences(region: RegionBuilder, content: str | None = None, **inputs: Any) -> None:
    """The Region's session document, with these inputs or with any content at all."""
    whole = {
        "schemaVersion": "1.0",
        "description": "Document to hold regional settings for Session Manager",
        "sessionType": "Standard_Stream",
        "inputs": inputs,
    }
    version = {
        "Content": json.dumps(whole) if content is None else content,
        "CreatedDate": region.world["made"] - 90 * DAY,
    }
    region.state["documents"][PREFERENCES] = {
        "Name": PREFERENCES,
        "DocumentType": "Session",
        "DefaultVersion": "1",
        "LatestVersion": "1",
        "Versions": {"1": version},
    }


def key(region: RegionBuilder, policy: Document | None = None, **changed: Any) -> str:
    """A key, which leaves its use to the account's own policies unless it has another policy.

    Returns its ARN. ``changed`` are members as ``DescribeKey`` shows them.
    """
    identifier = str(uuid.UUID(hex=new_id(region.world, "", 32)))
    account = str(changed.get("AWSAccountId", region.owner))
    arn = f"arn:{region.world['partition']}:kms:{region.name}:{account}:key/{identifier}"
    state = changed.get("KeyState", "Enabled")
    spec = changed.get("KeySpec", "SYMMETRIC_DEFAULT")
    region.state["kms_keys"][identifier] = {
        "AWSAccountId": account,
        "KeyId": identifier,
        "Arn": arn,
        "CreationDate": region.world["made"] - 200 * DAY,
        "Enabled": state == "Enabled",
        "Description": "sessions",
        "KeyUsage": "ENCRYPT_DECRYPT",
        "KeyState": state,
        "Origin": "AWS_KMS",
        "KeyManager": "CUSTOMER",
        "CustomerMasterKeySpec": spec,
        "KeySpec": spec,
        "EncryptionAlgorithms": [spec],
        "MultiRegion": False,
        **changed,
        "Policy": policy or by_account(region, account),
    }
    return arn


def by_account(region: RegionBuilder, account: str) -> Document:
    """The policy that KMS gives to a key by itself: whom the account allows may use it."""
    root = f"arn:{region.world['partition']}:iam::{account}:root"
    return statement(root, "kms:*")


def for_logs(region: RegionBuilder) -> Document:
    """A policy that lets CloudWatch Logs use a key, too."""
    policy = by_account(region, region.owner)
    service = f"logs.{region.name}.{region.world['principal_suffix']}"
    (account,) = policy["Statement"]
    logs = {**account, "Sid": "Logs", "Principal": {"Service": service}}
    return {**policy, "Statement": [account, logs]}


def statement(principal: str, *actions: str, effect: str = "Allow") -> Document:
    """A policy of a resource, of one statement."""
    said = {
        "Sid": "Sessions",
        "Effect": effect,
        "Principal": {"AWS": principal},
        "Action": list(actions),
        "Resource": "*",
    }
    return {"Version": "2012-10-17", "Statement": [said]}


def alias(region: RegionBuilder, name: str, arn: str) -> str:
    """Another name of a key."""
    region.state["kms_aliases"][name] = arn.rpartition("/")[2]
    return name


def bucket(
    region: RegionBuilder,
    name: str,
    *,
    algorithm: str | None = "AES256",
    encryption_key: str = "",
    policy: Document | None = None,
    owner: str = "",
    where: str = "",
) -> str:
    """A bucket of this Region, or of another."""
    encryption = {"SSEAlgorithm": algorithm} if algorithm else None
    if encryption is not None and encryption_key:
        encryption["KMSMasterKeyID"] = encryption_key
    region.world["buckets"][name] = {
        "Name": name,
        "Region": where or region.name,
        "Owner": owner or region.owner,
        "Encryption": encryption,
        "Policy": policy,
    }
    return name


def log_group(region: RegionBuilder, name: str, encryption_key: str | None = None) -> str:
    """A log group."""
    arn = f"arn:{region.world['partition']}:logs:{region.name}:{region.owner}:log-group:{name}"
    created = region.world["made"] - 90 * DAY
    region.state["log_groups"][name] = group(arn, name, created, encryption_key)
    return name
