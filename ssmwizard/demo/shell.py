"""What the plugin gets to see of a session of the demo, from the state of account and node.

Of what a session needs beyond its channel, the key and the account that it runs as are looked at;
that logs can be written is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ssmwizard.demo.caller import keys_of
from ssmwizard.demo.context import Caller, Context, World
from ssmwizard.demo.failure import AwsError
from ssmwizard.demo.network import Network
from ssmwizard.demo.node import Agents, site_of, version, walled
from ssmwizard.demo.operations.kms import found
from ssmwizard.demo.operations.ssm_documents import content_of
from ssmwizard.demo.policy import judge
from ssmwizard.demo.resource_policy import permits

ENCRYPTS_SINCE = "2.3.539.0"
HANDSHAKE = "Encountered error while initiating handshake. "
FETCHING = f"{HANDSHAKE}Fetching data key failed: Unable to retrieve data key, Error when decrypting data key "
COMMAND = "----------ERROR-------\nUnable to start command: "
CONTROLLER = ("4", "5")


@dataclass(frozen=True, slots=True)
class Heard:
    """What comes over the data channel: the text of its end, a shell where that is empty, or nothing."""

    closed: str = ""
    silent: bool = False


def heard(world: World, session: str, now: float) -> Heard:
    """What comes of a session that was started; nothing of one that was not.

    A session that is closed is over, as is one whose shell has ended; the plugin leaves it so.
    """
    for name, region in world["regions"].items():
        record = region["sessions"].get(session)
        if record is not None and record["Status"] != "Terminated":
            told = _heard(Context(world, name, _caller(world, record), now), record)
            if not told.silent:
                record.update(Status="Terminated", EndDate=now)
            return told
    return Heard(silent=True)


def _caller(world: World, record: Mapping[str, Any]) -> Caller:
    store, name = world["keys"][record["AccessKey"]]["principal"]
    principal = dict(world["iam"][store][name], caller=True)
    return Caller(record["AccessKey"], record["Owner"], record["UserId"], principal)


def _heard(context: Context, record: Mapping[str, Any]) -> Heard:
    node = context.region["nodes"][record["Target"]]
    told = content_of(context, record["DocumentName"]).get("inputs", {})
    inputs = told if isinstance(told, dict) else {}
    if inputs.get("kmsKeyId") and version(node["AgentVersion"]) < version(ENCRYPTS_SINCE):
        return Heard(silent=True)
    for closed in (_key(context, node, inputs), _user(node, inputs)):
        for said in closed:
            return Heard(closed=said)
    return Heard()


def _key(context: Context, node: Mapping[str, Any], inputs: Mapping[str, Any]) -> Iterator[str]:
    """The caller asks for a data key, and the node has it decrypted."""
    if not inputs.get("kmsKeyId"):
        return
    asking = f"{HANDSHAKE}Error calling KMS GenerateDataKey API: "
    try:
        key = found(context, inputs["kmsKeyId"])
    except AwsError as refusal:
        yield f"{asking}{refusal.code}: {refusal.message}"
        return
    if key["KeyState"] != "Enabled":
        state = str(key["KeyState"])
        yield f"{asking}KMSInvalidStateException: {key['Arn']} is in state {state}."
    principal, keys = context.caller.principal, keys_of(context.caller, context)
    if not _may(context, key, principal, "kms:GenerateDataKey", keys):
        yield (
            f"{asking}AccessDeniedException: User: {context.caller.arn} is not authorized to perform:"
            f" kms:GenerateDataKey on resource: {key['Arn']}"
        )
    role = context.world["iam"]["roles"].get(
        Agents(context.world, context.region_name).role_of(node)
    )
    site = site_of(context.region, node)
    cut_off = walled(node, "kms") or (site and Network(context.region).obstacle(site, "kms"))
    if cut_off:
        yield f"{FETCHING}RequestError: send request failed caused by: dial tcp: i/o timeout"
    if role is None or not _may(context, key, role, "kms:Decrypt", {}):
        yield (
            f"{FETCHING}AccessDeniedException: The ciphertext refers to a customer master key that does"
            " not exist, does not exist in this region, or you are not allowed to access."
        )


def _may(
    context: Context,
    key: Mapping[str, Any],
    principal: Mapping[str, Any],
    action: str,
    keys: Mapping[str, tuple[str, ...]],
) -> bool:
    own = judge(context.world, principal, action, key["Arn"], keys)
    policy = key["Policy"]
    document = json.loads(policy) if isinstance(policy, str) else policy
    return own.allowed and permits(document, principal["Arn"], action, key["Arn"], keys)


def _user(node: Mapping[str, Any], inputs: Mapping[str, Any]) -> Iterator[str]:
    user = inputs.get("runAsDefaultUser")
    if node["PlatformType"] == "Windows":
        if node.get("DomainRole") in CONTROLLER and "ssm-user" not in node.get("Users", ()):
            yield (
                f"{COMMAND}Failed to start pty: Instance is running active directory domain controller"
                " service. Disable the service to continue to use session manager."
            )
    elif inputs.get("runAsEnabled") and user and user not in node.get("Users", ("root",)):
        yield f"{COMMAND}Failed to start pty since RunAs user {user} does not exist"
