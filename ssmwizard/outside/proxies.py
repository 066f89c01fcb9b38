"""The proxy on the way to a host, as the AWS CLI or the Session Manager plugin would take it."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, getproxies_environment, proxy_bypass

from ssmwizard.outside import plugin_proxies

DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy. ``header`` is the value that signs in to it, empty where it needs none.

    ``scheme`` is empty where the setting cannot be read.
    """

    scheme: str
    host: str
    port: int
    header: str
    from_system: bool

    @property
    def shown(self) -> str:
        """Return its address without user and password."""
        return f"{self.scheme}://{self.host}:{self.port}" if self.scheme else "?"


def proxy_for(scheme: str, host: str, port: int = 443, *, plugin: bool) -> Proxy | None:
    """Return the proxy to a host, None where there is none.

    The plugin, a Go program, knows the environment alone, and reads it in its own way; the AWS CLI knows
    the settings of Windows and macOS as well. https://pkg.go.dev/net/http#ProxyFromEnvironment
    """
    if plugin:
        told = plugin_proxies.address(scheme, host, port)
        return _proxy(told, from_system=False) if told else None
    address = getproxies().get(scheme)
    if not address or proxy_bypass(host):
        return None
    return _proxy(address, from_system=scheme not in getproxies_environment())


def _proxy(address: str, *, from_system: bool) -> Proxy:
    whole = address if "://" in address else f"http://{address}"
    try:
        parts = urlsplit(whole)
        port = parts.port or DEFAULT_PORTS.get(parts.scheme, 1080)
    except ValueError:
        return Proxy("", "", 0, "", from_system)
    header = ""
    if parts.username is not None:
        secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        header = f"Basic {base64.b64encode(secret.encode()).decode()}"
    scheme = parts.scheme if parts.hostname else ""
    return Proxy(scheme, parts.hostname or "", port, header, from_system)
