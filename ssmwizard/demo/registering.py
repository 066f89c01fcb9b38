"""The record of an agent, and what happens when a machine registers with an activation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.demo.context import World, new_id

MACHINE = ("Linux", "Ubuntu", "24.04")


def agent_record(
    identifier: str, kind: str, name: str, version: str, platform: tuple[str, str, str]
) -> dict[str, Any]:
    """An agent that has not reported yet; ``kind`` is ``ec2`` or ``hybrid``."""
    platform_type, platform_name, platform_version = platform
    return {
        "InstanceId": identifier,
        "Kind": kind,
        "Name": name,
        "AgentVersion": version,
        "AgentRunning": True,
        "PlatformType": platform_type,
        "PlatformName": platform_name,
        "PlatformVersion": platform_version,
        "ComputerName": name,
        "IPAddress": "",
        "ActivationId": None,
        "IamRole": None,
        "Reachable": True,
        "RegistrationDate": None,
        "LastPingDateTime": None,
        "Online": False,
        "Connected": False,
        "Aim": [False, False],
        "Tags": [],
    }


def register(world: World, event: Mapping[str, Any]) -> None:
    """Somebody runs the command on a machine; what it shows is taken as it is by the service."""
    region = world["regions"][event["region"]]
    activation = region["activations"].get(event["activation"])
    if activation is None or event["at"] >= activation["ExpirationDate"]:
        return
    if activation["RegistrationsCount"] >= activation["RegistrationLimit"]:
        return
    activation["RegistrationsCount"] += 1
    number = activation["RegistrationsCount"]
    identifier = new_id(world, "mi-")
    name = f"{activation['DefaultInstanceName'] or 'machine'}-{number:02}"
    machine = agent_record(identifier, "hybrid", name, world["agent"]["latest"], MACHINE)
    machine.update(
        IamRole=activation["IamRole"].rpartition("/")[2],
        ActivationId=activation["ActivationId"],
        IPAddress=f"192.168.30.{10 + number % 240}",
        RegistrationDate=event["at"],
        Tags=[dict(tag) for tag in activation["Tags"]],
    )
    region["nodes"][identifier] = machine
