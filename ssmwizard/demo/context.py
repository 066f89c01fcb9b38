"""What an operation is given: the account's state, the Region, the caller and the time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

World = dict[str, Any]
"""The whole state of a demo account: dictionaries, lists, texts and numbers only."""

Params = Mapping[str, Any]
Answer = dict[str, Any]

REGION_STORES = (
    "vpcs",
    "vpc_attributes",
    "subnets",
    "route_tables",
    "groups",
    "acls",
    "endpoints",
    "nats",
    "igws",
    "eigws",
    "dhcp",
    "prefix_lists",
    "interfaces",
    "instances",
    "images",
    "associations",
    "nodes",
    "settings",
    "commands",
    "invocations",
    "sessions",
    "documents",
    "activations",
    "state_associations",
    "kms_keys",
    "kms_aliases",
    "log_groups",
)


def region_state(world: World, name: str) -> dict[str, Any]:
    """The state of one Region; a Region nobody used yet is empty."""
    regions: dict[str, dict[str, Any]] = world["regions"]
    if name not in regions:
        regions[name] = {store: {} for store in REGION_STORES}
    return regions[name]


def new_id(world: World, prefix: str, length: int = 17) -> str:
    """An identifier never given before in this account, the same for the same history."""
    world["serial"] += 1
    text = f"{world['account']}/{world['serial']}/{prefix}"
    return prefix + hashlib.sha256(text.encode()).hexdigest()[:length]


def suffix(world: World) -> str:
    """The DNS suffix of the account's partition."""
    return str(world["dns_suffix"])


@dataclass(frozen=True, slots=True)
class Caller:
    """Who signed the request: ``principal`` is the user or role record that holds the rights."""

    access_key: str
    arn: str
    user_id: str
    principal: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything around one call. ``now`` is in seconds since 1970."""

    world: World
    region_name: str
    caller: Caller
    now: float

    @property
    def region(self) -> dict[str, Any]:
        """The state of the Region that was called."""
        return region_state(self.world, self.region_name)

    @property
    def account(self) -> str:
        """The account's number."""
        return str(self.world["account"])

    @property
    def partition(self) -> str:
        """The account's partition."""
        return str(self.world["partition"])

    @property
    def pace(self) -> float:
        """How fast things happen: 1 as in the constants, 0 at once."""
        return float(self.world["pace"])

    def arn(self, service: str, resource: str, *, account: str | None = None) -> str:
        """The ARN of a resource of this Region and account."""
        owner = self.account if account is None else account
        return f"arn:{self.partition}:{service}:{self.region_name}:{owner}:{resource}"

    def global_arn(self, service: str, resource: str, *, account: str | None = None) -> str:
        """The ARN of a resource without Region (IAM, STS)."""
        owner = self.account if account is None else account
        return f"arn:{self.partition}:{service}::{owner}:{resource}"

    def new_id(self, prefix: str, length: int = 17) -> str:
        """An identifier never given before."""
        return new_id(self.world, prefix, length)

    def later(self, seconds: float, what: str, **details: Any) -> None:
        """Lets something happen after ``seconds`` of the account's own pace."""
        self.world["due"].append(
            {
                "at": self.now + seconds * self.pace,
                "what": what,
                "region": self.region_name,
                **details,
            }
        )


Run = Callable[[Context, Params], Answer]
Resources = Callable[[Context, Params], list[tuple[str, str]]]


def no_resources(context: Context, params: Params) -> list[tuple[str, str]]:
    """For an operation that AWS authorises as a whole, on ``*``."""
    del context, params
    return []


ResourceKeys = Callable[[Context, Params, str], Mapping[str, tuple[str, ...]]]


def no_keys(context: Context, params: Params, resource: str) -> Mapping[str, tuple[str, ...]]:
    """For an operation whose resources add nothing that conditions may ask for."""
    del context, params, resource
    return {}


@dataclass(frozen=True, slots=True)
class Operation:
    """One API operation.

    ``resources`` names the pairs (IAM action, resource ARN) the caller must be allowed;
    when it names none, the action is the operation's own name on ``*``.
    ``keys`` gives the condition keys that come with one of the resources.
    ``stirs``: after a write agents may behave differently at once.
    ``free`` is for the one call that needs no right at all (``GetCallerIdentity``).
    """

    run: Run
    writes: bool = False
    resources: Resources = no_resources
    keys: ResourceKeys = no_keys
    stirs: bool = True
    free: bool = False
