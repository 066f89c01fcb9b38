"""Asks nodes what only they know, by Run Command: a script that reads and changes nothing.

https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ssmwizard.collect.asking import known
from ssmwizard.collect.diagnosis import parse
from ssmwizard.model.diagnosis import Diagnosis
from ssmwizard.model.facts import Fact, Known, Unknown, Why
from ssmwizard.outside.calls import Aws, pages
from ssmwizard.resources import load_text

SHELL, POWERSHELL = "AWS-RunShellScript", "AWS-RunPowerShellScript"
SCRIPTS = {SHELL: "data/ask.sh", POWERSHELL: "data/ask.ps1"}
WINDOWS = "windows"
SSM_USER = "ssm-user"
# Instance ids that SendCommand takes at once, and the largest page of ListCommandInvocations.
AT_ONCE = 50
COMMENT = "ssmwizard check: reads what only the node knows, changes nothing"
# The service takes no less than 30.
DELIVERY_SECONDS = 30
EXECUTION_SECONDS = 60
ENDED = frozenset({"Success", "Cancelled", "TimedOut", "Failed"})

# Only such names are put into a script.
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@-]{0,63}")
_PLACE = "{user}"


def document(platform: str) -> str:
    """Return the document that runs a script on a platform, as Systems Manager names it."""
    return POWERSHELL if platform.casefold() == WINDOWS else SHELL


def script(name: str, users: Sequence[str]) -> tuple[str, ...]:
    """Return the lines that a document is to run, asking for accounts too."""
    asked = [user for user in dict.fromkeys((SSM_USER, *users)) if _NAME.fullmatch(user)]
    lines: list[str] = []
    for line in load_text(SCRIPTS[name]).splitlines():
        lines += [line.replace(_PLACE, user) for user in asked] if _PLACE in line else [line]
    return tuple(lines)


def send(aws: Aws, name: str, lines: Sequence[str], ids: Sequence[str]) -> str:
    """Have nodes run the script and return the command's id; raises ``CallFailed``."""
    told = aws.call(
        "ssm",
        "SendCommand",
        DocumentName=name,
        InstanceIds=list(ids),
        Parameters={"commands": list(lines), "executionTimeout": [str(EXECUTION_SECONDS)]},
        TimeoutSeconds=DELIVERY_SECONDS,
        Comment=COMMENT,
    )
    return str(told["Command"]["CommandId"])


def ended(aws: Aws, command: str) -> Fact[frozenset[str]]:
    """Return the nodes on which the command has ended, however it did."""

    def question() -> frozenset[str]:
        listed = pages(
            aws,
            "ssm",
            "ListCommandInvocations",
            "CommandInvocations",
            CommandId=command,
            MaxResults=AT_ONCE,
        )
        return frozenset(one["InstanceId"] for one in listed if one.get("Status") in ENDED)

    return known(aws, "ssm:ListCommandInvocations", question)


def answer(aws: Aws, command: str, node_id: str) -> Fact[Diagnosis]:
    """Return what a node answered; a command that gave nothing to read says how it ended."""
    call = "ssm:GetCommandInvocation"

    def question() -> Mapping[str, str]:
        told = aws.call("ssm", "GetCommandInvocation", CommandId=command, InstanceId=node_id)
        members = ("StandardOutputContent", "StandardErrorContent", "StatusDetails", "Status")
        return {name: str(told.get(name, "")) for name in members}

    fact = known(aws, call, question)
    if isinstance(fact, Unknown):
        return fact
    diagnosis = parse(fact.value["StandardOutputContent"])
    if not diagnosis.empty:
        return Known(diagnosis, fact.source)
    status = fact.value["StatusDetails"] or fact.value["Status"]
    trouble = diagnosis.trouble or parse(fact.value["StandardErrorContent"]).trouble
    said = f"{status}: {trouble}" if trouble else status
    return Unknown(Why.FAILED, said, fact.source, code=status or "NoAnswer")
