"""The course of a command: so many nodes at a time, and to no more of them after too many errors.

https://docs.aws.amazon.com/systems-manager/latest/userguide/monitor-commands.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.demo.context import Caller, Context, World
from ssmwizard.demo.inside import Machine
from ssmwizard.demo.node import version, walled

Record = dict[str, Any]

BEGIN = 1.0
"""Seconds, at pace 1, until a node takes up a command."""
FINISH = 5.0
"""Seconds, at pace 1, until an agent has replaced itself."""
RUN = 2.0
"""Seconds, at pace 1, until a script has run."""
UPDATE = "AWS-UpdateSSMAgent"
PERCENT = 100
WAITING, RUNNING = ("Pending", "Delayed"), ("InProgress", "Cancelling")
ENDED = ("Success", "Failed", "TimedOut", "Cancelled")
"""Status of an invocation, and of a command."""
ERRORS = ("Failed", "ExecutionTimedOut")
"""Details that count towards MaxErrors; a command that could not be delivered does not."""
_STATUS = {"DeliveryTimedOut": "TimedOut", "Terminated": "Cancelled"}
_NOBODY = Caller("", "", "", {})


def limit(wish: str, targets: int, least: int) -> int:
    """A number of nodes, or a share of them rounded down, but never below ``least``."""
    if wish.endswith("%"):
        return max(targets * int(wish[:-1]) // PERCENT, least)
    return int(wish)


def invocations(region: Mapping[str, Any], command: Record) -> list[Record]:
    """What each node made of a command, in the order in which it was to reach them."""
    return [region["invocations"][key] for key in command["Order"]]


def start(context: Context, command: Record) -> None:
    """Sends a new command to as many nodes as it may run on at the same time."""
    _go_on(context, command)


def moves(world: World, event: Mapping[str, Any]) -> list[str]:
    """One node begins, ends or is given up; returns the nodes on which something is different."""
    context = Context(world, event["region"], _NOBODY, float(event["at"]))
    region = context.region
    record = region["invocations"][event["invocation"]]
    command = region["commands"][record["CommandId"]]
    node = region["nodes"].get(record["InstanceId"])
    changed: list[str] = []
    if event["step"] == "begin" and record["Status"] in WAITING:
        _begin(context, command, record, node)
    elif event["step"] == "give up" and record["Status"] in WAITING:
        _end(record, "DeliveryTimedOut", context.now)
    elif event["step"] == "end" and record["Status"] in RUNNING:
        if record["Status"] == "Cancelling" and command["DocumentName"] != UPDATE:
            _end(record, "Cancelled", context.now)
        elif node is not None:
            changed = _finish(context, command, record, node)
    _go_on(context, command)
    return changed


def cancel(context: Context, command: Record, wanted: list[str]) -> None:
    """Stops a command where it has not begun; where it runs, the agent is asked to stop it."""
    for record in invocations(context.region, command):
        if wanted and record["InstanceId"] not in wanted:
            continue
        if record["Status"] in WAITING:
            _end(record, "Cancelled", None)
        elif record["Status"] in RUNNING:
            record.update(Status="Cancelling", StatusDetails="Cancelling")
            command.update(Status="Cancelling", StatusDetails="Cancelling")
    if not wanted and command["Status"] not in ENDED:
        command["Stopped"] = True
    _go_on(context, command)


def _begin(context: Context, command: Record, record: Record, node: Record | None) -> None:
    if node is None or not node["Online"] or node.get("Deaf"):
        record.update(Status="Delayed", StatusDetails="Delayed")
        _later(context, command["TimeoutSeconds"], record, "give up")
        return
    record.update(Status="InProgress", StatusDetails="InProgress", Started=context.now)
    takes = FINISH if command["DocumentName"] == UPDATE else RUN
    _later(context, takes - BEGIN, record, "end")


def _finish(context: Context, command: Record, record: Record, node: Record) -> list[str]:
    works, output, changed = _outcome(context, command, node)
    _end(record, "Success" if works else "Failed", context.now)
    record.update(Output=output, ResponseCode=0 if works else 1)
    node.update(changed)
    return [node["InstanceId"]] if changed else []


def _end(record: Record, details: str, at: float | None) -> None:
    record.update(Status=_STATUS.get(details, details), StatusDetails=details, Ended=at)


def _go_on(context: Context, command: Record) -> None:
    """Sends to the next nodes, or to none any more; says how the command stands as a whole."""
    records = invocations(context.region, command)
    errors = sum(one["StatusDetails"] in ERRORS for one in records)
    if errors > command["MayFail"]:
        for one in records:
            if one["Status"] == "Pending" and not one["Sent"]:
                _end(one, "Terminated", None)
    busy = sum(one["Sent"] and one["Status"] in (*WAITING, *RUNNING) for one in records)
    for one in records:
        if busy >= command["AtOnce"]:
            break
        if one["Status"] == "Pending" and not one["Sent"]:
            one["Sent"] = True
            busy += 1
            _later(context, BEGIN, one, "begin")
    _tell(command, records, errors)


def _tell(command: Record, records: list[Record], errors: int) -> None:
    told = [one["StatusDetails"] for one in records]
    over = [one for one in records if one["Status"] in ENDED]
    late = told.count("DeliveryTimedOut")
    command.update(CompletedCount=len(over), ErrorCount=errors, DeliveryTimedOutCount=late)
    if len(over) < len(records):
        begun = any(one["Sent"] and one["Status"] != "Pending" for one in records)
        if begun and command["Status"] == "Pending":
            command.update(Status="InProgress", StatusDetails="InProgress")
        return
    if not records:
        status, details = "Failed", "NoInstancesInTag"
    elif command.get("Stopped") and "Cancelled" in told:
        status = details = "Cancelled"
    elif errors and errors >= command["MayFail"]:
        status = details = "Failed"
    elif late and late >= command["MayFail"]:
        status, details = "TimedOut", "DeliveryTimedOut"
    elif set(told) <= {"Success"}:
        status = details = "Success"
    else:
        status, details = "Failed", "Incomplete"
    command.update(Status=status, StatusDetails=details)


def _later(context: Context, seconds: float, record: Record, step: str) -> None:
    key = f"{record['CommandId']}/{record['InstanceId']}"
    context.later(seconds, "command", invocation=key, step=step)


def _outcome(context: Context, command: Record, node: Record) -> tuple[bool, str, dict[str, Any]]:
    """Whether it works, what it prints, and what is different on the node afterwards."""
    if command["DocumentName"] != UPDATE:
        machine, lines = Machine(context, node), command["Parameters"].get("commands", ())
        works, output = machine.run(lines)
        return works, output, machine.effects(lines) if works else {}
    given = command["Parameters"]
    known = context.world["agent"]
    wanted = (given.get("version") or [""])[0] or known["latest"]
    present = node["AgentVersion"]
    if wanted not in known["releases"]:
        return False, f"{wanted} is not a version of amazon-ssm-agent\n", {}
    if wanted == present:
        return True, f"amazon-ssm-agent {present} has already been installed\n", {}
    if version(wanted) < version(present) and given.get("allowDowngrade", ["false"])[0] != "true":
        text = "updating amazon-ssm-agent to an older version, please turn on allow downgrade"
        return False, f"{text} to proceed\n", {}
    if walled(node, "s3"):
        return False, "failed to download the update package: dial tcp: i/o timeout\n", {}
    return True, f"Updating amazon-ssm-agent from {present} to {wanted}\n", {"AgentVersion": wanted}
