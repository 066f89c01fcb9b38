"""Session preferences that ask for something, for the facts that plans are made from."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ssmwizard.model.role import Decision
from ssmwizard.model.session import (
    PREFERENCES,
    Bucket,
    Encryption,
    Key,
    LogGroup,
    Preferences,
    SessionFacts,
)
from ssmwizard.model.session_rights import session_rights
from ssmwizard.model.snapshot import Snapshot
from tests.support.plan_facts import ACCOUNT, known

BUCKET, GROUP = "session-logs", "/sessions"
KEY_ID = "11111111-2222-3333-4444-555555555555"


def key_policy(principal: str = "", action: Any = "kms:*", **more: Any) -> dict[str, Any]:
    """The policy of a key; it leaves all to the account unless told otherwise."""
    who = {"AWS": principal or f"arn:aws:iam::{ACCOUNT}:root"}
    said = {"Effect": "Allow", "Principal": who, "Action": action, "Resource": "*"}
    return {"Version": "2012-10-17", "Statement": [{**said, **more}]}


def asking(of: Snapshot, preferred: dict[str, Any] | None = None, **facts: Any) -> Snapshot:
    """A snapshot whose preferences name a key, a bucket and a log group, or what is told."""
    assert of.partition is not None
    region = of.identity.region or ""
    arn = of.partition.arn("kms", region, ACCOUNT, f"key/{KEY_ID}")
    named = {"kms_key": arn, "s3_bucket": BUCKET, "log_group": GROUP}
    whole = {"sessionType": "Standard_Stream", "inputs": {"idleSessionTimeout": "90"}}
    broken = {**named, "idle_minutes": "90", "content": json.dumps(whole)}
    root = of.partition.arn("iam", "", ACCOUNT, "root")
    group = of.partition.arn("logs", region, ACCOUNT, f"log-group:{GROUP}:*")
    told = {
        "preferences": Preferences(
            PREFERENCES, "1", **(broken if preferred is None else preferred)
        ),
        "key": Key(arn, KEY_ID, ACCOUNT, "Enabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "C"),
        "key_policy": key_policy(root),
        "bucket": Bucket(BUCKET, region),
        "bucket_encryption": Encryption("AES256", ""),
        "bucket_policy": None,
        "log_group": LogGroup(GROUP, group, ""),
        **facts,
    }
    facts = {name: one if hasattr(one, "require") else known(one) for name, one in told.items()}
    return replace(of, session=SessionFacts(**facts))


def simulated(
    of: Snapshot,
    role: str,
    decision: str = "implicitDeny",
    policy: Any = None,
    allowed: tuple[str, ...] = (),
    **detail: Any,
) -> Snapshot:
    """A snapshot in which the simulator says this of a role and all that the preferences ask."""
    wanted = session_rights(
        of.session, of.requirements, of.partition, of.identity.region or "", ACCOUNT
    )
    told = {
        (one.action, arn): known(
            Decision(one.action, "allowed", resource=arn)
            if one.action in allowed
            else Decision(one.action, decision, resource=arn, **detail)
        )
        for one in wanted.every
        for arn in one.resources
    }
    found = policy if hasattr(policy, "require") else known(policy)
    facts = replace(of.roles[role], on_resources=told, session_policy=found)
    return replace(of, roles={**of.roles, role: facts})
