import base64
import gzip
import json
import zlib
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.outside.secrets import GONE, scrub, scrub_each, scrub_text

KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjEJr" + "a1B2c3D4e5F6" * 20
PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7q\n-----END RSA PRIVATE KEY-----"
STREAM = (
    "ssmmessages.eu-west-3.amazonaws.com/v1/data-channel/ann-0b1?role=publish_subscribe&cell=Zx9"
)

SECRET_TEXTS = [
    (f"aws_secret_access_key = {KEY}", KEY),
    (f"export AWS_SECRET_ACCESS_KEY='{KEY}'", KEY),
    (f'set AWS_SESSION_TOKEN="{TOKEN}"', TOKEN),
    (f"AKIAIOSFODNN7EXAMPLE {KEY}", KEY),
    (f"the token is {TOKEN}.", TOKEN),
    (f'{{"TokenValue": "AAEAAYx1", "StreamUrl": "wss://{STREAM}"}}', "AAEAAYx1"),
    (f'{{"TokenValue": "AAEAAYx1", "StreamUrl": "wss://{STREAM}"}}', "ann-0b1"),
    (f"connecting to wss://{STREAM} failed", "ann-0b1"),
    (r"{\"TokenValue\": \"AAEAAYx1\"}", "AAEAAYx1"),
    ('"TokenValue": "AAEAAYx1-cut off here', "AAEAAYx1"),
    (quote('{"TokenValue":"AAEAAYx1"}'), "AAEAAYx1"),
    ("&quot;TokenValue&quot;: &quot;AAEAAYx1&quot;", "AAEAAYx1"),
    ("ActivationCode: Fjz3/sZfSvv78EXAMPLE", "Fjz3"),
    ("amazon-ssm-agent -register -code 'Fjz3/sZfSvv78' -id 1a2b", "Fjz3"),
    ("amazon-ssm-agent -register -code Fjz3sZfSvv78 -id 1a2b", "Fjz3"),
    (PEM, "MIIEpAIBAAKCAQEA7q"),
    (PEM.replace("\n", "\\n"), "MIIEpAIBAAKCAQEA7q"),
    (PEM[:55], "MIIEpAIBAAKCAQEA7q"[:10]),
    ("Authorization: Bearer abc.def-0123456789", "abc.def"),
    ("Proxy-Authorization: Basic YW5uOmh1bnRlcjI=", "YW5uOmh1bnRlcjI"),
    ("it said Basic YW5uOmh1bnRlcjI= and left", "YW5uOmh1bnRlcjI"),
    ("with Bearer 0123456789abcdef", "0123456789abcdef"),
    ("http://ann:hunter2@proxy.corp:3128", "hunter2"),
    ("http://ann:hunt@er2@proxy.corp:3128", "er2@proxy"),
    (
        "Detected proxy configuration: http_proxy: http://ann:hun/ter2@proxy:3128 no_proxy: NULL",
        "hun",
    ),
    ('"Note": "https_proxy: http://ann:p@ss/w@rd@proxy:3128 "', "p@ss"),
    ("https_proxy: ann:hunter2@proxy:3128", "hunter2"),
    (r"{\"https_proxy\":\"http://ann:hun/ter2@proxy:3128\"}", "ter2"),
    ("http%3A%2F%2Fann%3Ahunter2%40proxy", "hunter2"),
    ("https://b.s3.aws/k?X-Amz-Expires=9&X-Amz-Signature=9f86d081884c7d", "9f86d081884c7d"),
    ("https://b.s3.aws/k?X-Amz-Security-Token=IQoJb3Jp&X-Amz-Date=1", "IQoJb3Jp"),
    ("https://b.s3.aws/k?AWSAccessKeyId=AKIA&Signature=vjbyPxybdZaNmGa&Expires=1", "vjbyPxyb"),
    ("SignedHeaders=host, Signature=" + "0a" * 32, "0a0a0a"),
    ("db_password=correct-horse", "correct-horse"),
    ("password: 'with spaces in it'", "spaces"),
    (r'password: "with \"quotes\" in it"', "quotes"),
    ("--password hunter22 --region eu-west-3", "hunter22"),
    ("error: password=hunter22", "hunter22"),
    ("secret access key: abcdefghij", "abcdefghij"),
    (base64.b64encode(b'{"SecretAccessKey": "abcdefghij"}').decode(), "eyJTZWNy"),
    (base64.urlsafe_b64encode(b"aws_secret_access_key = abcdefghij??>>").decode(), "YXdzX3N"),
    (
        base64.b64encode(
            gzip.compress(b"x=1 aws_secret_access_key = abcdefghij", mtime=0)
        ).decode(),
        "H4sI",
    ),
    (base64.b64encode(zlib.compress(b'{"SecretAccessKey": "abcdefghij"}')).decode(), "eJ"),
    (base64.b64encode(gzip.compress(b" " * 2_000_000, mtime=0)).decode(), "H4sI"),
    (base64.b64encode(gzip.compress(b"\0\1\2 no text", mtime=0)).decode(), "H4sI"),
    ("id eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.SflKxwRJSMeKKF2QT4", "SflKxwRJ"),
    ("ghp_" + "a1B2" * 9, "a1B2"),
    ('{"Tags": [{"Key": "DB_PASSWORD", "Value": "tiny"}]}', "tiny"),
    ('{"password": "first", "password": ""}', "first"),
]

NO_SECRETS = [
    "",
    "i-0123456789abcdef0",
    "mi-0123456789abcdef0",
    "3.3.131.0",
    "SSM Agent 3.3.131.0 is older than 3.3.987.0.",
    "111122223333",
    "AKIAIOSFODNN7EXAMPLE",
    "ASIAIOSFODNN7EXAMPLE signed this",
    "AROAEXAMPLEEXAMPLE123:ann",
    "arn:aws:iam::111122223333:role/service-role/AmazonEC2RunCommandRoleForManagedInstances",
    "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/ann",
    "arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:prod/database-AbCdEf",
    "arn:aws:kms:eu-west-3:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "role/AmazonEC2RunCommandRoleForManagedIn",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "c8d8e0f4-5c1c-4a0c-9f8e-2f6c8f1d2b3a",
    "The security token included in the request is expired",
    "Error when retrieving token from sso: Token has expired and refresh failed",
    "The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login",
    "ssm:GetConnectionStatus, sts:GetSessionToken, secretsmanager:GetSecretValue",
    "Basic authentication is not supported",
    "Bearer authentication is not supported",
    "http://proxy.corp:3128",
    "Detected proxy configuration: http_proxy: http://proxy.corp:3128 no_proxy: 169.254.169.254 ",
    "failed to connect to http proxy with status code 407",
    "https://ann@example.org/path",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent.html#imds",
    "2026-11-24T08:00:00Z",
    '{"Version": "2012-10-17",   "Statement": [{"Action": "ssmmessages:*", "Resource": "*"}]}',
    '{"NextToken": "AAEAAYx1-this-is-a-page", "ClientToken": "c8d8e0f4-5c1c", "HttpTokens": "required"}',
    "aws ec2 describe-vpcs --next-token AAEAAYx1aaaa --region eu-west-3",
    "-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEA7q\n-----END CERTIFICATE-----",
    base64.b64encode(b"nothing to hide in this text at all").decode(),
]

SECRET_MEMBERS = [
    "TokenValue",
    "StreamUrl",
    "ActivationCode",
    "SecretAccessKey",
    "aws_secret_access_key",
    "SessionToken",
    "AWS_SESSION_TOKEN",
    "accessToken",
    "refreshToken",
    "idToken",
    "clientSecret",
    "client_secret",
    "Password",
    "DB_PASSWORD",
    "Authorization",
    "Proxy-Authorization",
    "X-Amz-Security-Token",
    "UserData",
    "SecretString",
    "PrivateKey",
    "Cookie",
]


@pytest.mark.parametrize(("text", "secret"), SECRET_TEXTS)
def test_a_secret_does_not_stay_in_a_text(text: str, secret: str) -> None:
    cleaned = scrub_text(text)
    assert secret in text
    assert secret not in cleaned
    assert GONE in cleaned


@pytest.mark.parametrize(("text", "secret"), SECRET_TEXTS)
def test_cleaning_what_is_clean_changes_nothing(text: str, secret: str) -> None:
    cleaned = scrub_text(text)
    assert scrub_text(cleaned) == cleaned


@pytest.mark.parametrize("text", NO_SECRETS)
def test_what_is_no_secret_stays_letter_by_letter(text: str) -> None:
    assert scrub_text(text) == text


@pytest.mark.parametrize("name", SECRET_MEMBERS)
def test_a_member_with_the_name_of_a_secret_loses_its_value(name: str) -> None:
    assert scrub({"inside": [{name: "tiny", "Id": "i-1"}]}) == {
        "inside": [{name: GONE, "Id": "i-1"}]
    }


@pytest.mark.parametrize(
    "name", ["NextToken", "ClientToken", "HttpTokens", "TokenIssueTime", "Key"]
)
def test_a_member_that_only_sounds_like_one_keeps_it(name: str) -> None:
    assert scrub({name: "required"}) == {name: "required"}


def test_what_the_preferences_run_in_a_shell_is_hidden_and_still_seen_to_be_there() -> None:
    profile = {"linux": "mysql -psesame", "windows": "", "mac": {"zsh": "echo sesame"}}
    content = json.dumps({"inputs": {"shellProfile": profile, "runAsDefaultUser": "ops"}})
    cleaned = scrub({"Content": content})
    assert "sesame" not in cleaned["Content"]
    assert json.loads(cleaned["Content"])["inputs"] == {
        "shellProfile": {"linux": GONE, "windows": "", "mac": {"zsh": GONE}},
        "runAsDefaultUser": "ops",
    }
    assert scrub(cleaned) == cleaned


def test_the_feature_of_that_name_is_no_secret() -> None:
    features = {"features": {"shell-profile": "ready"}, "shellProfiles": "some"}
    assert scrub(features) == features


def test_no_and_nothing_are_no_secrets() -> None:
    held = {"Password": None, "Token": False, "Secret": ""}
    assert scrub(held) == held


def test_a_proxy_keeps_its_host_and_its_user() -> None:
    assert scrub_text("http://ann:hunter2@proxy:3128") == f"http://ann:{GONE}@proxy:3128"


def test_what_surrounds_a_secret_stays() -> None:
    cleaned = scrub_text(f"before aws_secret_access_key={KEY} after i-0123456789abcdef0")
    assert cleaned == f"before aws_secret_access_key={GONE} after i-0123456789abcdef0"


LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CANARIES = st.text(LETTERS, min_size=12, max_size=40).map(lambda text: f"Canary{text}")


def wrappings() -> st.SearchStrategy[list[str]]:
    kinds = ["json", "list", "base64", "gzip", "url", "member", "escaped", "tag"]
    return st.lists(st.sampled_from(kinds), max_size=4)


def wrapped(name: str, canary: str, layers: list[str]) -> Any:
    """A secret under its name, inside any layers of what AWS and people put around it."""
    held: Any = {name: canary}
    for layer in layers:
        as_text = held if isinstance(held, str) else json.dumps(held)
        match layer:
            case "json":
                held = as_text
            case "list":
                held = [held, "more"]
            case "base64":
                held = base64.b64encode(as_text.encode()).decode()
            case "gzip":
                held = base64.urlsafe_b64encode(gzip.compress(as_text.encode())).decode()
            case "url":
                held = f"https://example.org/?q={quote(as_text, safe='')}"
            case "member":
                held = {"Content": held}
            case "escaped":
                held = f"it said {as_text}"
            case _:
                held = {"Key": "Note", "Value": held}
    return held


@given(st.sampled_from(SECRET_MEMBERS), CANARIES, wrappings())
def test_a_secret_is_found_at_any_depth(name: str, canary: str, layers: list[str]) -> None:
    found = json.dumps(scrub(wrapped(name, canary, layers)))
    assert canary not in found
    assert base64.b64encode(canary.encode()).decode()[:12] not in found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=60),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_anything_can_be_cleaned_and_stays_clean(held: Any) -> None:
    cleaned = scrub(held)
    assert scrub(cleaned) == cleaned
    assert json.loads(json.dumps(cleaned)) == cleaned


def test_many_values_are_cleaned_one_by_one_as_they_would_be_together() -> None:
    texts = [f"export AWS_SECRET_ACCESS_KEY='{KEY}' # number {number}" for number in range(60_000)]
    values = ({"Key": "password", "Value": text, "said": text} for text in texts)
    for cleaned in scrub_each(values):
        assert cleaned["Value"] == GONE
        assert KEY not in cleaned["said"]
