"""Settings of the environment and of the profile: where each stands, and who goes by which.

The AWS CLI 2 and this program prefer ``AWS_PROFILE`` and ``AWS_REGION``, the AWS CLI 1 and other
programs on botocore ``AWS_DEFAULT_PROFILE``, and they do not know ``AWS_REGION``. The Session Manager
plugin is handed profile, Region and endpoint by the AWS CLI; of the rest it knows the proxy alone.
https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
https://docs.aws.amazon.com/cli/v1/userguide/cli-configure-envvars.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ssmwizard.model.text import N_, Text, text


class Reader(StrEnum):
    """Who reads settings."""

    PROGRAM = "ssmwizard"
    CLI_2 = "AWS CLI 2"
    CLI_1 = "AWS CLI 1"
    PLUGIN = "plugin"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set, as it may be shown: of a secret only that it is.

    ``variables`` are those of the environment, ``of_profile`` those settings of the profile in force
    that variables go before.
    """

    variables: Mapping[str, str]
    of_profile: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """One place at which something is set: its name, the value, and who goes by it."""

    name: str
    value: str
    readers: tuple[Reader, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What is set about one thing.

    ``conflict``: programs do not all go by the same, or a key hides a profile. What was chosen here
    contradicts nothing.
    """

    topic: Text
    places: tuple[Place, ...]
    conflict: bool = False


CREDENTIALS = N_("Credentials")
# What was chosen in the window, or with an option; what stands in the profile.
CHOSEN, IN_PROFILE = "(chosen here)", "(profile)"
KEY = "AWS_ACCESS_KEY_ID"
PROFILE = ("AWS_PROFILE", "AWS_DEFAULT_PROFILE")
REGION = ("AWS_REGION", "AWS_DEFAULT_REGION")
ENDPOINT = "AWS_ENDPOINT_URL"
IGNORED = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"

_ALL = (Reader.PROGRAM, Reader.CLI_2, Reader.CLI_1)
_Orders = Mapping[Reader, tuple[str, ...]]


def lines(settings: Settings, profile: str | None, region: str | None) -> tuple[Line, ...]:
    """Return what is set, thing by thing. ``profile`` and ``region`` are those chosen, if any were."""
    variables = settings.variables
    found: list[Line] = []

    def tell(topic: Text, orders: _Orders, more: Mapping[str, str]) -> None:
        places = _places(orders, {**variables, **more})
        if any(place.name in variables for place in places):
            taken = {one.value for one in places if one.readers and one.name != CHOSEN}
            hidden = topic.source == CREDENTIALS and not profile and len(places) > 1
            found.append(Line(topic, places, len(taken) > 1 or hidden))

    def of_profile(name: str) -> dict[str, str]:
        told = settings.of_profile.get(name)
        return {IN_PROFILE: told} if told else {}

    chosen = {CHOSEN: profile} if profile else {}
    tell(text(N_("Profile")), _profile_orders(), chosen)
    if KEY in variables:
        tell(
            text(CREDENTIALS),
            _credentials_orders(profile),
            _profile_in_force(settings, profile),
        )
    where = {**of_profile("region"), **({CHOSEN: region} if region else {})}
    tell(text(N_("Region")), _region_orders(), where)
    for name in sorted(one for one in variables if one.startswith(ENDPOINT)):
        readers = () if variables.get(IGNORED, "").lower() == "true" else _ALL
        topic = text(N_("Endpoint"))
        found.append(Line(topic, (Place(name, variables[name], readers),)))
    for topic, names, key in (
        (
            text(N_("Certificates")),
            ("AWS_CA_BUNDLE", IN_PROFILE, "REQUESTS_CA_BUNDLE"),
            "ca_bundle",
        ),
        (text(N_("FIPS endpoints")), ("AWS_USE_FIPS_ENDPOINT", IN_PROFILE), "use_fips_endpoint"),
        (
            text(N_("Dual-stack endpoints")),
            ("AWS_USE_DUALSTACK_ENDPOINT", IN_PROFILE),
            "use_dualstack_endpoint",
        ),
        (text(N_("Configuration file")), ("AWS_CONFIG_FILE",), ""),
        (text(N_("Credentials file")), ("AWS_SHARED_CREDENTIALS_FILE",), ""),
    ):
        tell(topic, dict.fromkeys(_ALL, names), of_profile(key))
    for topic, name in (
        (text(N_("Proxy")), "HTTPS_PROXY"),
        (text(N_("Without proxy")), "NO_PROXY"),
    ):
        tell(topic, _proxy_orders(name), {})
    return tuple(found)


def _places(orders: _Orders, values: Mapping[str, str]) -> tuple[Place, ...]:
    """Return the places in the order of this program, each with those who take it."""
    taken: dict[str, list[Reader]] = {}
    for order in orders.values():
        for name in order:
            if name in values:
                taken.setdefault(name, [])
    for reader, order in orders.items():
        first = next((name for name in order if name in values), None)
        if first is not None:
            taken[first].append(reader)
    return tuple(Place(name, values[name], tuple(readers)) for name, readers in taken.items())


def _profile_orders() -> _Orders:
    return {
        Reader.PROGRAM: (CHOSEN, *PROFILE),
        Reader.CLI_2: PROFILE,
        Reader.CLI_1: PROFILE[::-1],
    }


def _credentials_orders(profile: str | None) -> _Orders:
    """A profile that was chosen goes before a key in the environment, one of the environment after."""
    first = (CHOSEN, KEY) if profile else (KEY, IN_PROFILE)
    return {Reader.PROGRAM: first, Reader.CLI_2: (KEY,), Reader.CLI_1: (KEY,)}


def _profile_in_force(settings: Settings, profile: str | None) -> dict[str, str]:
    if profile:
        return {CHOSEN: profile}
    named = (settings.variables.get(name) for name in PROFILE)
    first = next((one for one in named if one), None)
    return {} if first is None else {IN_PROFILE: first}


def _region_orders() -> _Orders:
    return {
        Reader.PROGRAM: (CHOSEN, *REGION, IN_PROFILE),
        Reader.CLI_2: (*REGION, IN_PROFILE),
        Reader.CLI_1: (REGION[1], IN_PROFILE),
    }


def _proxy_orders(name: str) -> _Orders:
    """Python prefers the lower case, Go the upper one.

    https://docs.python.org/3/library/urllib.request.html#urllib.request.getproxies
    https://pkg.go.dev/golang.org/x/net/http/httpproxy#FromEnvironment
    """
    python = (name.lower(), name)
    return {**dict.fromkeys(_ALL, python), Reader.PLUGIN: python[::-1]}
