"""What the real AWS CLI and botocore say is known."""

import os
import subprocess
from pathlib import Path

import botocore.exceptions as boto
import pytest
from support.command import nodes

from ssmwizard import demo, resources
from ssmwizard.checks.explaining import explain

SIGNATURES = resources.signatures()
WHO = ("sts", "get-caller-identity")
START = ("ssm", "start-session", "--target", "i-0123456789abcdef0")
KEYS = {"AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY": "not-a-secret"}
HERE = {"AWS_DEFAULT_REGION": "eu-west-3"}
# Nothing listens on this port.
CLOSED = "http://127.0.0.1:9"


def told(text: str) -> list[str]:
    return [match.signature.id for match in explain(text, SIGNATURES)]


@pytest.mark.parametrize(
    ("words", "environment", "config", "ids"),
    [
        (WHO, HERE, b"", ["no-credentials"]),
        ((*WHO, "--profile", "nobody"), HERE, b"", ["profile-not-found"]),
        (WHO, HERE, b"\xef\xbb\xbf[default]\nregion = eu-west-3\n", ["config-unreadable"]),
        (START, KEYS, b"", ["no-region"]),
        (START, {**KEYS, "AWS_DEFAULT_REGION": "eu west 3"}, b"", ["region-unknown"]),
        (WHO, {**HERE, "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE"}, b"", ["partial-credentials"]),
        ((*START, "--endpoint-url", CLOSED), {**KEYS, **HERE}, b"", ["endpoint-not-reached"]),
        (START, {**KEYS, **HERE, "HTTPS_PROXY": CLOSED}, b"", ["proxy-refuses"]),
        (("ssm", "start-sesion"), HERE, b"", ["cli-too-old"]),
        (
            WHO,
            HERE,
            b"[default]\nsso_session = x\nsso_account_id = 111122223333\nsso_role_name = r\n",
            ["sso-incomplete"],
        ),
        (
            WHO,
            HERE,
            b"[default]\nsso_start_url = https://example.awsapps.com/start\nsso_region = eu-west-3\nsso_account_id = 111122223333\nsso_role_name = r\n",
            ["sso-expired"],
        ),
        (WHO, HERE, b"[default]\ncredential_process = false\n", ["credential-process-failed"]),
        (
            WHO,
            HERE,
            b"[default]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = gone\n",
            ["config-contradicts"],
        ),
    ],
)
def test_what_the_aws_cli_says_is_known(
    aws_cli: str,
    tmp_path: Path,
    words: tuple[str, ...],
    environment: dict[str, str],
    config: bytes,
    ids: list[str],
) -> None:
    (tmp_path / "config").write_bytes(config)
    own = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "AWS_CONFIG_FILE": str(tmp_path / "config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "credentials"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_MAX_ATTEMPTS": "1",
        **environment,
    }
    ran = subprocess.run(
        [aws_cli, *words], capture_output=True, text=True, check=False, env=own, timeout=60
    )
    assert ran.returncode != 0
    assert told(ran.stderr) == ids, ran.stderr


@pytest.mark.parametrize(
    ("denied", "node", "ids"),
    [
        ((), "web-01", ["plugin-not-found"]),
        (("ssm:TerminateSession",), "web-01", ["terminate-session-denied"]),
        (("ssm:StartSession",), "web-01", ["start-session-denied"]),
        ((), "web-04", ["target-not-connected"]),
        ((), "srv-lyon-01", ["advanced-tier-asked-for"]),
    ],
)
def test_what_the_aws_cli_says_of_a_session_it_cannot_open_is_known(
    aws_cli: str, tmp_path: Path, denied: tuple[str, ...], node: str, ids: list[str]
) -> None:
    """The demo account stands in for the service; there is no plugin on the search path."""
    account = demo.open_account(pace=0)
    account.deny(*denied)
    files = account.config_files(tmp_path / "aws")
    own = {
        "PATH": str(tmp_path),
        "HOME": str(tmp_path),
        "AWS_CONFIG_FILE": str(files.config),
        "AWS_SHARED_CREDENTIALS_FILE": str(files.credentials),
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    with account.serve() as served:
        words = ("ssm", "start-session", "--target", nodes(account)[node])
        ran = subprocess.run(
            [aws_cli, "--profile", "demo-admin", *words],
            capture_output=True,
            text=True,
            check=False,
            env={**own, "AWS_ENDPOINT_URL": served.url},
            timeout=60,
        )
    account.close()
    assert told(ran.stderr) == ids, ran.stderr


@pytest.mark.parametrize(
    ("error", "id"),
    [
        (boto.NoCredentialsError(), "no-credentials"),
        (boto.NoRegionError(), "no-region"),
        (boto.ProfileNotFound(profile="x"), "profile-not-found"),
        (boto.UnauthorizedSSOTokenError(), "sso-expired"),
        (boto.SSOTokenLoadError(error_msg="x"), "sso-expired"),
        (boto.LoginRefreshRequired(), "login-expired"),
        (boto.LoginTokenLoadError(error_msg="x"), "login-expired"),
        (boto.LoginInsufficientPermissions(), "login-not-allowed"),
        (boto.RefreshWithMFAUnsupportedError(), "mfa-needed"),
        (boto.ConnectTimeoutError(endpoint_url="https://x"), "endpoint-silent"),
        (boto.ReadTimeoutError(endpoint_url="https://x"), "endpoint-silent"),
        (boto.ConnectionClosedError(endpoint_url="https://x"), "endpoint-silent"),
        (boto.EndpointConnectionError(endpoint_url="https://x"), "endpoint-not-reached"),
        (boto.ProxyConnectionError(proxy_url="http://x"), "proxy-refuses"),
        (boto.SSLError(endpoint_url="https://x", error="y"), "tls-intercepted"),
        (boto.InvalidRegionError(region_name="eu west"), "region-unknown"),
        (boto.MetadataRetrievalError(error_msg="x"), "credentials-not-delivered"),
        (boto.CredentialRetrievalError(provider="x", error_msg="y"), "credentials-not-delivered"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_botocore_says_is_known(error: Exception, id: str) -> None:  # noqa: A002
    assert told(str(error)) == [id]
