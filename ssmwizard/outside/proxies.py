"""The proxy on the way to a host, as the AWS CLI or the Session Manager plugin would take it."""

from __future__ import annotations

import base64
import urllib.request
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, getproxies_environment, proxy_bypass

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


def proxy_for(scheme: str, host: str, *, plugin: bool) -> Proxy | None:
    """Return the proxy to a host, None where there is none.

    The plugin, a Go program, knows the environment alone; the AWS CLI knows the settings of Windows
    and macOS as well. https://pkg.go.dev/net/http#ProxyFromEnvironment
    """
    environment = getproxies_environment()
    proxies = environment if plugin else getproxies()
    address = proxies.get(scheme)
    # It is there in every version, but not in the types.
    of_environment = getattr(urllib.request, "proxy_bypass_environment")  # noqa: B009
    if not address or (of_environment if plugin else proxy_bypass)(host):
        return None
    return _proxy(address, from_system=scheme not in environment)


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
