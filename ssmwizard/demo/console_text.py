"""What a machine of the demo account writes on its console, from the state it is in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WINDOWS = "Windows"
# What cloud-init shows of the user data of a careless colleague.
_USER_DATA = "cloud-init[1402]: export DB_PASSWORD=correct-horse-battery"


def console_text(instance: Mapping[str, Any], node: Mapping[str, Any]) -> str:
    """The lines of its start, those of its agent, and the prompt."""
    lines = _windows(instance) if node["PlatformType"] == WINDOWS else _linux(instance, node)
    return "\r\n".join(line for part in (lines, _agent(node), _end(node)) for line in part)


def _linux(instance: Mapping[str, Any], node: Mapping[str, Any]) -> list[str]:
    address = instance["PrivateIpAddress"]
    host = instance["PrivateDnsName"].partition(".")[0]
    release = f"{node['PlatformName']} {node['PlatformVersion']}"
    return [
        "[    0.000000] Linux version 6.1.0 (demo)",
        "[    0.000000] Command line: BOOT_IMAGE=(hd0,gpt1)/boot/vmlinuz-6.1.0 ro console=ttyS0",
        "[    0.000000] DMI: Amazon EC2",
        f"[    1.204817] systemd[1]: Set hostname to <{host}>.",
        f"Welcome to {release}!",
        "[  OK  ] Reached target Network.",
        f"cloud-init[1390]: ci-info: | ens5 | True | {address} | 255.255.255.0 | global |",
        _USER_DATA,
        "[  OK  ] Finished cloud-final.service - Execute cloud user/final scripts.",
    ]


def _windows(instance: Mapping[str, Any]) -> list[str]:
    at = "2026/10/15 07:42:11Z"
    return [
        f"{at}: Windows sysprep configuration complete.",
        f"{at}: OsProductName: Microsoft Windows Server",
        f"{at}: Instance-Id: {instance['InstanceId']}",
        f"{at}: Ec2Launch: export DB_PASSWORD=correct-horse-battery",
        f"{at}: Username: Administrator",
        f"{at}: Message: Windows is Ready to use",
    ]


def _agent(node: Mapping[str, Any]) -> list[str]:
    """What the agent writes to the serial port, and why it writes no more.

    https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/startup/processor_unix.go
    """
    if not node["AgentRunning"]:
        return []
    lines = [
        f"Amazon SSM Agent v{node['AgentVersion']} is running",
        f"OsProductName: {node['PlatformName']}",
        f"OsVersion: {node['PlatformVersion']}",
    ]
    if not node["Online"]:
        lines.append(
            "Entering SSM Agent hibernate - RequestError: send request failed, retrying later"
        )
    return lines


def _end(node: Mapping[str, Any]) -> list[str]:
    return [] if node["PlatformType"] == WINDOWS else ["", "login: "]
