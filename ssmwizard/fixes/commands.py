"""What fixes that run something on nodes share: Run Command, its rights and its price.

https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from ssmwizard.fixes.fix import Nodes
from ssmwizard.fixes.ground import (
    ONLINE,
    document_arn,
    ids,
    literal,
    node_arn,
    partition,
)
from ssmwizard.fixes.waves import AT_ONCE, Wave
from ssmwizard.model.node import Kind
from ssmwizard.model.plans import Call, Engine, Expectation, Follow, Right, Trace
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

SHELL, POWERSHELL = "AWS-RunShellScript", "AWS-RunPowerShellScript"
# How long the service tries to deliver a command to a node that has fallen silent meanwhile; longer where
# nodes wait until others are done, which may count too. The service's own default is an hour.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
DELIVERY_SECONDS, IN_TURN_SECONDS = 300, 3600
# Operations by which a command is followed, and stopped. IAM knows no resource of theirs.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
FOLLOWING = ("ssm:ListCommandInvocations", "ssm:ListCommands", "ssm:CancelCommand")
LINUX, MACOS, WINDOWS = "linux", "macos", "windows"


def document(platform: str) -> str:
    """Return the document that runs a script on a platform (in small letters)."""
    return POWERSHELL if platform == WINDOWS else SHELL


def send(name: str, wave: Wave, parameters: Mapping[str, list[str]], comment: str) -> Call:
    """Return the call that has the nodes of a wave run a document."""
    return Call(
        "ssm",
        "SendCommand",
        {
            "DocumentName": name,
            "InstanceIds": list(ids(wave.nodes)),
            "Parameters": parameters,
            "TimeoutSeconds": IN_TURN_SECONDS if wave.in_turn else DELIVERY_SECONDS,
            **wave.limits,
            "Comment": comment,
        },
    )


def script_call(name: str, wave: Wave, lines: Sequence[str], comment: str) -> Call:
    """Return the call that has the nodes of a wave run the lines of a script."""
    return send(name, wave, {"commands": list(lines)}, comment)


def follow(wave: Wave) -> Follow:
    """Return how it is followed what becomes of a command."""
    return Follow(
        Engine.COMMAND,
        "Command.CommandId",
        ids(wave.nodes),
        wave.may_fail,
        tuple(Right(name, "*") for name in FOLLOWING),
    )


def sent(nodes: Sequence[str], comment: str) -> Trace:
    """Return where the service lists the very command, which is named in its comment."""
    return Trace(
        Call("ssm", "ListCommands", {"InstanceId": nodes[0]}),
        f"Commands[?Comment=={literal(f'{comment} $name')}].{{Command: {{CommandId: CommandId}}}}",
    )


def rights(snapshot: Snapshot, name: str, nodes: Nodes) -> tuple[Right, ...]:
    """Return the rights that sending a document to nodes needs."""
    return (
        Right("ssm:SendCommand", document_arn(snapshot, name)),
        *(Right("ssm:SendCommand", node_arn(snapshot, node)) for node in nodes),
    )


def still_online(nodes: list[str]) -> Expectation:
    """Return that all nodes can be reached: the service refuses a command in which one cannot."""
    reading = Call(
        "ssm",
        "DescribeInstanceInformation",
        {"Filters": [{"Key": "InstanceIds", "Values": nodes}], "MaxResults": AT_ONCE},
    )
    online = f"length(InstanceInformationList[?PingStatus==`{json.dumps(ONLINE)}`])"
    return Expectation(reading, online, len(nodes))


def cost(snapshot: Snapshot, nodes: Nodes) -> Text:
    """Return what Run Command costs on the nodes."""
    hybrid = sum(node.kind is Kind.HYBRID for node in nodes)
    charged = snapshot.requirements.get("hybrid.pay-as-you-go")
    if not hybrid or not charged.in_force(partition(snapshot).name, snapshot.now.date()):
        return text(N_("Free."))
    said = N_(
        "Free on EC2. Run Command on hybrid nodes ({count} of these) is charged by use since {since}; the price was not confirmed (as of {as_of}), see the pricing page."
    )
    since = charged.since.isoformat() if charged.since else ""
    as_of = snapshot.requirements.as_of.isoformat()
    return text(said, count=hybrid, since=since, as_of=as_of)
