"""The profiles of the AWS configuration, told apart without running anything they name.

https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import botocore.exceptions
import botocore.session

from ssmwizard.model.identity import Profile, ProfileKind
from ssmwizard.outside import errors


def read_profiles() -> tuple[Profile, ...]:
    """Return every profile; the environment's own credentials first, where there are some.

    Raises :class:`~ssmwizard.outside.calls.CallFailed` when the configuration cannot be read.
    """
    # A profile that AWS_PROFILE names but that does not exist must not hide those that do.
    session = botocore.session.Session()
    try:
        config = session.full_config
    except (botocore.exceptions.BotoCoreError, UnicodeDecodeError) as error:
        raise errors.failed("aws-configuration", error, datetime.now(UTC)) from error
    found = [
        _profile(name, settings, config.get("sso_sessions", {}))
        for name, settings in sorted(config["profiles"].items())
    ]
    if os.environ.get("AWS_ACCESS_KEY_ID"):
        region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
        found.insert(0, Profile(None, ProfileKind.ENVIRONMENT, region))
    return tuple(found)


def _profile(name: str, settings: Mapping[str, Any], sso_sessions: Mapping[str, Any]) -> Profile:
    problem = ""
    if "login_session" in settings:
        kind = ProfileKind.LOGIN
    elif "sso_session" in settings or "sso_start_url" in settings:
        kind = ProfileKind.SSO
        wanted = settings.get("sso_session")
        if wanted and wanted not in sso_sessions:
            problem = f"sso_session = {wanted}"
    elif "role_arn" in settings and "web_identity_token_file" in settings:
        kind = ProfileKind.WEB_IDENTITY
    elif "role_arn" in settings:
        kind = ProfileKind.ROLE
        if not ("source_profile" in settings or "credential_source" in settings):
            problem = "source_profile"
    elif "credential_process" in settings:
        kind = ProfileKind.PROCESS
    elif "aws_access_key_id" in settings:
        kind = ProfileKind.STATIC
        if "aws_secret_access_key" not in settings:
            problem = "aws_secret_access_key"
    else:
        kind = ProfileKind.EMPTY
    return Profile(name, kind, settings.get("region"), "mfa_serial" in settings, problem)
