"""The proxy that a program written in Go takes, as the Session Manager plugin is, from the environment.

It prefers the names in capital letters, where others prefer those in small ones, and it reads networks
and ports in NO_PROXY.
https://pkg.go.dev/golang.org/x/net/http/httpproxy
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from ipaddress import ip_address, ip_network

LOCAL = "localhost"


def address(scheme: str, host: str, port: int) -> str:
    """Return the address of the proxy to a host as it was set, empty where there is none."""
    proxy = _setting(f"{scheme.upper()}_PROXY")
    return "" if not proxy or _left_alone(host.lower(), port) else proxy


def _setting(name: str) -> str:
    return os.environ.get(name) or os.environ.get(name.lower()) or ""


def _left_alone(host: str, port: int) -> bool:
    """Tell whether a host is reached without a proxy; this computer always is."""
    if host == LOCAL or _is_loopback(host):
        return True
    return any(_names(entry, host, port) for entry in _entries())


def _entries() -> Iterator[str]:
    for entry in _setting("NO_PROXY").split(","):
        if entry.strip():
            yield entry.strip().lower()


def _names(entry: str, host: str, port: int) -> bool:
    if entry == "*":
        return True
    if "/" in entry:
        return _within(host, entry)
    name, only = _without_port(entry)
    if only and only != str(port):
        return False
    if _is_address(name) or _is_address(host):
        return name == host
    if name.startswith("*."):
        name = name[1:]
    if name.startswith("."):
        return host.endswith(name)
    return host == name or host.endswith(f".{name}")


def _without_port(entry: str) -> tuple[str, str]:
    """Return a name and the port that stands behind it."""
    if entry.startswith("["):
        name, _, port = entry[1:].partition("]")
        return name, port.lstrip(":")
    if entry.count(":") == 1:
        name, _, port = entry.partition(":")
        return name, port
    return entry, ""


def _within(host: str, network: str) -> bool:
    try:
        return ip_address(host) in ip_network(network, strict=False)
    except ValueError:
        return False


def _is_loopback(host: str) -> bool:
    return _is_address(host) and ip_address(host).is_loopback


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
