"""What a machine of the demo prints when a script runs on it: a few commands of its system.

A line ``echo "name=$(command)"`` prints what the command says, in a shell as in PowerShell; a command
that the machine does not know says nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ssmwizard.demo.context import Context, suffix
from ssmwizard.demo.network import Network
from ssmwizard.demo.node import WALLED, Agents, site_of, version, walled

DIAGNOSES_SINCE = "3.1.501.0"
SERVICES = ("ssm", "ec2messages", "ssmmessages", "s3", "kms", "logs", "monitoring")
DISK_KIB, FREE_KIB = 8_376_300, 6_241_788
FULL = "failed to create the script: write /var/lib/amazon/ssm: no space left on device\n"
UNKNOWN = "Invalid command get-diagnostics.  The following commands are supported:\n"
_ECHO = re.compile(r'echo "([^"$]*)(?:\$\((.*)\))?"')
_CREDENTIALS = re.compile(r"://[^ \"]*@")
_RESTARTS = {
    "Linux": "systemctl restart amazon-ssm-agent",
    "MacOS": "launchctl kickstart -k system/com.amazon.aws.ssm",
    "Windows": "Restart-Service AmazonSSMAgent",
}
_MAKES = re.compile(r"useradd -m -c '([^']+)' '([^']+)'")
_REMOVES = re.compile(r"= '([^']+)' && userdel '([^']+)'")
_USER = re.compile(r"(?:id -u|net\.exe user) '([^']+)'")


@dataclass(frozen=True, slots=True)
class Machine:
    """A node's machine: what runs on it sees its agent, its credentials and its network."""

    context: Context
    node: Mapping[str, Any]

    def run(self, lines: Iterable[str]) -> tuple[bool, str]:
        """Whether a script works, and what it prints; on a full disk nothing works."""
        if self.node.get("DiskFreeKib", FREE_KIB) == 0:
            return False, FULL
        said = (self._line(line) for line in lines)
        return True, "".join(f"{one}\n" for one in said if one is not None)

    def effects(self, lines: Iterable[str]) -> dict[str, Any]:
        """What a script changes on the machine, as members of the node's record."""
        restart = _RESTARTS[self.node["PlatformType"]]
        users = list(self.node.get("Users", ("root",)))
        remarks = dict(self.node.get("Remarks", {}))
        changed: dict[str, Any] = {}
        for line in lines:
            if restart in line:
                changed["Stuck"] = False
            made, removed = _MAKES.search(line), _REMOVES.search(line)
            if made and made[2] not in users:
                users.append(made[2])
                remarks[made[2]] = made[1]
            if removed and remarks.get(removed[2]) == removed[1]:
                users.remove(removed[2])
                del remarks[removed[2]]
            if made or removed:
                changed |= {"Users": users, "Remarks": remarks}
        return changed

    def _line(self, line: str) -> str | None:
        echo = _ECHO.fullmatch(line)
        if echo is not None:
            return echo[1] + (self._command(echo[2]) if echo[2] else "")
        if "ssm-cli" in line and "get-diagnostics" in line and not line.startswith("#"):
            told = self._diagnosis()
            return _CREDENTIALS.sub("://***@", told) if "***@" in line else told
        return None

    def _command(self, command: str) -> str:
        user = _USER.match(command)
        if user is not None:
            return "1001" if user[1] in self.node.get("Users", ("root",)) else ""
        for known, says in _COMMANDS.items():
            if command.startswith(known):
                return says(self, command)
        return ""

    def _diagnosis(self) -> str:
        if version(self.node["AgentVersion"]) < version(DIAGNOSES_SINCE):
            return UNKNOWN
        lines = [
            {"Check": check, "Status": status, "Note": note}
            for check, status, note in self._checks()
        ]
        return json.dumps({"DiagnosticsOutput": lines}, indent=2)

    def _checks(self) -> Iterable[tuple[str, str, str]]:
        node, where = self.node, self.context.region_name
        agents = Agents(self.context.world, where)
        hybrid = node["Kind"] == "hybrid"
        identifier = node["InstanceId"]
        if hybrid:
            yield "EC2 IMDS", "Skipped", "Instance has hybrid registration"
            known = (
                f"Instance has hybrid registration with instance id {identifier} in region {where}"
            )
            yield "Hybrid instance registration", "Success", known
        else:
            instance = self.context.region["instances"][identifier]
            if instance["MetadataOptions"]["HttpEndpoint"] == "enabled":
                there = f"IMDS is accessible and has instance id {identifier} in region {where}"
                yield "EC2 IMDS", "Success", there
            else:
                yield "EC2 IMDS", "Failed", "IMDS request timeout"
            none = "Instance does not have hybrid registration"
            yield "Hybrid instance registration", "Skipped", none
        for service in SERVICES:
            host = f"{service}.{where}.{suffix(self.context.world)}"
            check = f"Connectivity to {service} endpoint"
            if self._obstacle(service):
                yield check, "Failed", f"{host} is not reachable: dial tcp: i/o timeout"
            else:
                yield check, "Success", f"{host} is reachable"
        yield "AWS Credentials", *self._credentials(agents.role_of(node))
        running = "Agent service is running and is running as expected user"
        yield "Agent service", "Success", running
        yield "Proxy configuration", *self._proxy()
        if node["PlatformType"] == "Windows":
            state = "Windows image state value is at desired value IMAGE_STATE_COMPLETE"
            yield "Windows sysprep image state", "Success", state
        yield "SSM Agent version", "Success", f"SSM Agent version is {node['AgentVersion']}"

    def _obstacle(self, service: str) -> str:
        if walled(self.node, service):
            return WALLED
        site = site_of(self.context.region, self.node)
        return Network(self.context.region).obstacle(site, service) or "" if site else ""

    def _credentials(self, role: str | None) -> tuple[str, str]:
        if role is None:
            return "Failed", "EC2RoleRequestError: no EC2 instance role found"
        if self._obstacle("sts"):
            return "Failed", "STS call timed out"
        arn = self.context.global_arn("sts", f"assumed-role/{role}/{self.node['InstanceId']}")
        ends = datetime.fromtimestamp(self.context.now + 3600, UTC)
        return (
            "Success",
            f"Credentials are for {arn} and will expire at {ends:%Y-%m-%d %H:%M:%S} +0000 UTC",
        )

    def _proxy(self) -> tuple[str, str]:
        proxy = self.node.get("Proxy")
        if not proxy:
            return "Skipped", "No proxy configuration detected"
        return "Success", f"Detected proxy configuration: http_proxy: {proxy} https_proxy: {proxy} "


def _clock(machine: Machine, _: str) -> str:
    return f"{datetime.fromtimestamp(machine.context.now, UTC):%Y-%m-%dT%H:%M:%S}"


def _disk(machine: Machine, command: str) -> str:
    free = "$4" in command or "AvailableFreeSpace" in command
    return str(machine.node.get("DiskFreeKib", FREE_KIB) if free else DISK_KIB)


def _system(machine: Machine, _: str) -> str:
    return "Darwin" if machine.node["PlatformType"] == "MacOS" else "Linux"


def _kernel(machine: Machine, _: str) -> str:
    usual = "23.6.0" if machine.node["PlatformType"] == "MacOS" else "6.1.0-28-amd64"
    return str(machine.node.get("Kernel", usual))


def _number(name: str, usual: str) -> Callable[[Machine, str], str]:
    return lambda machine, _: str(machine.node.get(name, usual))


_COMMANDS: Mapping[str, Callable[[Machine, str], str]] = {
    "date -u +%Y-%m-%dT%H:%M:%S": _clock,
    "uname -s": _system,
    "uname -r": _kernel,
    "df -Pk /": _disk,
    "cat /proc/sys/fs/inotify/max_user_instances": _number("Inotify", "128"),
    "[DateTime]::UtcNow.ToString('s')": _clock,
    "$PSVersionTable.PSVersion": _number("PowerShell", "5.1.20348.2760"),
    "(Get-CimInstance Win32_OperatingSystem).OperatingSystemSKU": _number("SystemSku", "8"),
    "(Get-CimInstance Win32_ComputerSystem).DomainRole": _number("DomainRole", "3"),
    "[long]((New-Object IO.DriveInfo $env:SystemDrive)": _disk,
}
