"""Facts about the way from this computer to a service, layer by layer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Layer(StrEnum):
    """A part of the way, in the order in which they are passed."""

    NAME = "name"
    CONNECT = "connect"
    PROXY = "proxy"
    TLS = "tls"
    HTTP = "http"
    UPGRADE = "upgrade"


class Ended(StrEnum):
    """How a layer ended."""

    DONE = "done"
    NOT_FOUND = "not-found"
    TIMED_OUT = "timed-out"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    CUT = "cut"
    AUTHENTICATION = "authentication"
    TURNED_DOWN = "turned-down"
    UNTRUSTED = "untrusted"
    OUT_OF_DATE = "out-of-date"
    WRONG_NAME = "wrong-name"
    NOT_AWS = "not-aws"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    FAILED = "failed"


class Store(StrEnum):
    """Authorities that certificates are held against.

    The AWS CLI brings the public ones along, or takes those of a bundle that it is told of; the
    Session Manager plugin takes those of the system.
    """

    PUBLIC = "public"
    BUNDLE = "bundle"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Goal:
    """Where to go: the address of a service, as the AWS CLI would take it.

    ``bundle`` is the file of authorities that it is told of, empty for none. ``plugin``: it is the
    Session Manager plugin that goes there; ``websocket``: to open a WebSocket.
    """

    service: str
    url: str
    bundle: str = ""
    plugin: bool = False
    websocket: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One layer: how it ended, after how many seconds, and what was seen (addresses, a status)."""

    layer: Layer
    ended: Ended
    seconds: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class WayOut:
    """A way as far as it went: all its steps are done, or the last one is where it ended.

    ``proxy`` is shown without its password; ``from_system``: it is set in the system, not in the
    environment. ``issuer`` signed the certificate that was shown; ``trusted`` and ``distrusted`` are
    the stores that it was held against. ``of_cli`` is the proxy that the AWS CLI would take to a host that
    the plugin goes to, empty where it would take none.
    """

    goal: Goal
    host: str
    port: int
    proxy: str
    from_system: bool
    steps: tuple[Step, ...]
    issuer: str = ""
    trusted: tuple[Store, ...] = ()
    distrusted: tuple[Store, ...] = ()
    of_cli: str | None = None

    @property
    def disagrees(self) -> bool:
        """Tell whether the AWS CLI would go to this host of the plugin's in another way."""
        return self.of_cli is not None and self.of_cli != self.proxy

    @property
    def last(self) -> Step:
        """Return the step that it ended with."""
        return self.steps[-1]

    @property
    def arrives(self) -> bool:
        """Tell whether the far end answered."""
        return self.last.ended is Ended.DONE
