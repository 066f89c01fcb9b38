"""Security-group rules and network-ACL entries for scenarios, as EC2 writes them."""

from __future__ import annotations

from typing import Any

ANYWHERE = "0.0.0.0/0"
EVERYTHING = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": ANYWHERE}]}


def https(*cidrs: str) -> dict[str, Any]:
    """A security-group rule for TCP 443."""
    return port(443, *cidrs)


def port(number: int, *cidrs: str) -> dict[str, Any]:
    """A security-group rule for one TCP port."""
    return {
        "IpProtocol": "tcp",
        "FromPort": number,
        "ToPort": number,
        "IpRanges": [{"CidrIp": cidr} for cidr in cidrs],
    }


def entry(
    number: int,
    *,
    out: bool,
    action: str = "allow",
    ports: tuple[int, int] | None = None,
    cidr: str = ANYWHERE,
) -> dict[str, Any]:
    """One line of a network ACL: for TCP ports, or for everything."""
    made: dict[str, Any] = {
        "RuleNumber": number,
        "Egress": out,
        "RuleAction": action,
        "Protocol": "6" if ports else "-1",
        "CidrBlock": cidr,
    }
    if ports:
        made["PortRange"] = {"From": ports[0], "To": ports[1]}
    return made
