"""An AWS configuration for the demo account, with one profile of every kind."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ssmwizard.demo.context import World

ADMIN_KEY = "AKIADEMOADMINEXAMPLE"
READER_KEY = "AKIADEMOREADEREXAMPLE"
EXPIRED_KEY = "ASIADEMOEXPIREDEXAMPLE"
SECRET = "not-a-secret/demo-account-only/EXAMPLE00"  # noqa: S105 - opens nothing
EXPIRED_TOKEN = "demo-session-token-that-has-expired"  # noqa: S105 - opens nothing
OPERATOR_ROLE = "DemoOperator"
# The sso-session of the demo.
SESSION = "demo"
MFA_DEVICE = "mfa/camille-phone"
# The role of a permission set, as IAM Identity Center makes it. Its path is not in the ARN of a session.
ON_CALL_PATH = "/aws-reserved/sso.amazonaws.com/eu-west-3/"
ON_CALL_ROLE = "AWSReservedSSO_OnCall_3f1c2b9a8d7e6f50"


@dataclass(frozen=True, slots=True)
class ConfigFiles:
    """Where the two files are: for ``AWS_CONFIG_FILE`` and ``AWS_SHARED_CREDENTIALS_FILE``."""

    config: Path
    credentials: Path


def write(world: World, directory: Path) -> ConfigFiles:
    """Writes both files, readable by their owner alone."""
    directory.mkdir(parents=True, exist_ok=True)
    region, account = world["main_region"], world["account"]
    role = f"arn:{world['partition']}:iam::{account}:role/{OPERATOR_ROLE}"
    on_call = f"arn:{world['partition']}:iam::{account}:role{ON_CALL_PATH}{ON_CALL_ROLE}"
    config = f"""\
[profile demo-admin]
region = {region}

[profile demo-readonly]
region = {region}

[profile demo-expired]
region = {region}

[profile demo-role]
region = {region}
role_arn = {role}
source_profile = demo-admin

[profile demo-on-call]
region = {region}
role_arn = {on_call}
role_session_name = noor@example.com
source_profile = demo-admin

[profile demo-mfa]
region = {region}
role_arn = {role}
source_profile = demo-admin
mfa_serial = arn:{world["partition"]}:iam::{account}:{MFA_DEVICE}

[profile demo-sso]
region = {region}
sso_session = {SESSION}
sso_account_id = {account}
sso_role_name = DemoOperator

[sso-session {SESSION}]
sso_start_url = https://demo.invalid/start
sso_region = {region}
sso_registration_scopes = sso:account:access

[profile demo-process]
region = {region}
credential_process = ssmwizard-demo-program-that-does-not-exist
"""
    credentials = f"""\
[demo-admin]
aws_access_key_id = {ADMIN_KEY}
aws_secret_access_key = {SECRET}

[demo-readonly]
aws_access_key_id = {READER_KEY}
aws_secret_access_key = {SECRET}

[demo-expired]
aws_access_key_id = {EXPIRED_KEY}
aws_secret_access_key = {SECRET}
aws_session_token = {EXPIRED_TOKEN}
"""
    found = ConfigFiles(directory / "config", directory / "credentials")
    for path, text in ((found.config, config), (found.credentials, credentials)):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    return found
