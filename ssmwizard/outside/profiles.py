"""The profiles of the AWS configuration, told apart without running anything they name.

https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

import botocore.exceptions
import botocore.session

from ssmwizard.model.identity import Profile, ProfileKind
from ssmwizard.outside import errors
from ssmwizard.outside.profile_kinds import Configured
from ssmwizard.outside.seen_secrets import SEEN


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
    for settings in config["profiles"].values():
        SEEN.note(settings.get("aws_secret_access_key"))
        SEEN.note(settings.get("aws_session_token"))
    configured = Configured(config["profiles"], config.get("sso_sessions", {}))
    found = [configured.profile(name) for name in sorted(config["profiles"])]
    kind = _of_the_environment()
    if kind is not None:
        region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
        found.insert(0, Profile(None, kind, region))
    return tuple(found)


def _of_the_environment() -> ProfileKind | None:
    """Return what the environment gives credentials by, in the order in which it is asked.

    https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
    """
    if os.environ.get("AWS_ACCESS_KEY_ID"):
        return ProfileKind.ENVIRONMENT
    if os.environ.get("AWS_WEB_IDENTITY_TOKEN_FILE") and os.environ.get("AWS_ROLE_ARN"):
        return ProfileKind.WEB_IDENTITY
    for name in ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"):
        if os.environ.get(name):
            return ProfileKind.CONTAINER
    return None
