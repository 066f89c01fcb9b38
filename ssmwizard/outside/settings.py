"""Reads which settings the environment and the profile make, without any secret."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit, urlunsplit

import botocore.exceptions
import botocore.session

from ssmwizard.model.settings import ENDPOINT, IGNORED, KEY, PROFILE, REGION, Settings
from ssmwizard.outside import errors

SET, TOKEN = "set", "AWS_SESSION_TOKEN"
ADDRESSES = ("HTTPS_PROXY", "https_proxy")
PLAIN = (
    *PROFILE,
    *REGION,
    IGNORED,
    "AWS_CONFIG_FILE",
    "AWS_SHARED_CREDENTIALS_FILE",
    "AWS_CA_BUNDLE",
    "REQUESTS_CA_BUNDLE",
    "AWS_USE_FIPS_ENDPOINT",
    "AWS_USE_DUALSTACK_ENDPOINT",
    "NO_PROXY",
    "no_proxy",
)
OF_PROFILE = ("region", "ca_bundle", "use_fips_endpoint", "use_dualstack_endpoint")
LAST = 4


def read_settings(profile: str | None) -> Settings:
    """Return what is set for the profile (None: the one in force).

    Raises :class:`~ssmwizard.outside.calls.CallFailed` when the configuration cannot be read.
    """
    environment = {name: value for name, value in os.environ.items() if value}
    shown = {name: value for name, value in environment.items() if name in PLAIN}
    for name, value in environment.items():
        if name == KEY:
            shown[name] = f"…{value[-LAST:]}" if len(value) > 2 * LAST else SET
            shown[name] += f" + {TOKEN}" if TOKEN in environment else ""
        elif name in ADDRESSES or name.startswith(ENDPOINT):
            shown[name] = _address(value)
    named = profile or next((environment[one] for one in PROFILE if one in environment), "default")
    return Settings(shown, _of_profile(named))


def _of_profile(name: str) -> Mapping[str, str]:
    try:
        config = botocore.session.Session().full_config
    except (botocore.exceptions.BotoCoreError, UnicodeDecodeError) as error:
        raise errors.failed("aws-configuration", error, datetime.now(UTC)) from error
    section = config["profiles"].get(name, {})
    return {key: str(section[key]) for key in OF_PROFILE if section.get(key)}


def _address(value: str) -> str:
    """Return an address without user and password."""
    try:
        parts = urlsplit(value if "://" in value else f"//{value}")
    except ValueError:
        return SET
    clean = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return urlunsplit(clean).removeprefix("//")
