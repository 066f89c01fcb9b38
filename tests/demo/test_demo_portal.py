"""The demo's IAM Identity Center, asked by botocore's own clients, through the hook and over HTTP."""

import botocore.session
import pytest
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError, SSOTokenLoadError, UnauthorizedSSOTokenError

from ssmwizard.demo.portal import answer

DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
ROLE = {"roleName": "DemoOperator", "accountId": "111122223333"}


@pytest.fixture(params=["hook", "http"])
def portal(request, demo):
    """Makes unsigned clients of the demo's IAM Identity Center."""
    made = []

    def client(service, url=None):
        session = botocore.session.Session()
        if url is None:
            demo.hook(session)
        config = Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1})
        made.append(
            session.create_client(service, region_name="eu-west-3", endpoint_url=url, config=config)
        )
        return made[-1]

    if request.param == "hook":
        yield client
    else:
        with demo.serve() as served:
            yield lambda service: client(service, served.url)
    for one in made:
        one.close()


def begun(oidc):
    known = oidc.register_client(clientName="ssmwizard-test", clientType="public")
    asked = oidc.start_device_authorization(
        clientId=known["clientId"],
        clientSecret=known["clientSecret"],
        startUrl="https://demo.invalid/start",
    )
    return {
        "clientId": known["clientId"],
        "clientSecret": known["clientSecret"],
        "grantType": DEVICE,
        "deviceCode": asked["deviceCode"],
    }, asked


def test_a_code_is_entered_after_a_while_and_lets_in(portal):
    oidc = portal("sso-oidc")
    wanted, asked = begun(oidc)
    assert asked["verificationUriComplete"].endswith(asked["userCode"])
    with pytest.raises(oidc.exceptions.AuthorizationPendingException):
        oidc.create_token(**wanted)
    token = oidc.create_token(**wanted)["accessToken"]
    told = portal("sso").get_role_credentials(accessToken=token, **ROLE)
    assert told["roleCredentials"]["accessKeyId"].startswith("ASIA")


def test_a_code_works_once(portal):
    oidc = portal("sso-oidc")
    wanted, _ = begun(oidc)
    with pytest.raises(oidc.exceptions.AuthorizationPendingException):
        oidc.create_token(**wanted)
    oidc.create_token(**wanted)
    with pytest.raises(ClientError):
        oidc.create_token(**wanted)


def test_a_token_that_nobody_gave_opens_nothing(portal):
    sso = portal("sso")
    with pytest.raises(sso.exceptions.UnauthorizedException):
        sso.get_role_credentials(accessToken="made up", **ROLE)


def test_only_the_role_that_is_assigned_is_given(demo, portal):
    demo.sign_in()
    (token,) = demo.world["portal"]["tokens"]
    with pytest.raises(ClientError, match="No access"):
        portal("sso").get_role_credentials(
            accessToken=token, roleName="Other", accountId="111122223333"
        )


@pytest.fixture
def profile(demo, tmp_path):
    files = demo.config_files(tmp_path / "aws")

    def client(name):
        session = botocore.session.Session(profile=name)
        session.set_config_variable("config_file", str(files.config))
        session.set_config_variable("credentials_file", str(files.credentials))
        demo.hook(session)
        return session.create_client("sts")

    return client


def test_the_profile_works_once_somebody_has_signed_in_and_until_they_sign_out(demo, profile):
    with pytest.raises(SSOTokenLoadError):
        profile("demo-sso").get_caller_identity()
    demo.sign_in()
    said = profile("demo-sso").get_caller_identity()["Arn"]
    assert said.endswith("assumed-role/DemoOperator/camille@example.com")
    demo.sign_out()
    with pytest.raises(SSOTokenLoadError):
        profile("demo-sso").get_caller_identity()


def test_a_sign_in_that_is_too_old_is_refused(demo, profile):
    demo.sign_in()
    tokens = demo.world["portal"]["tokens"]
    tokens.update(dict.fromkeys(tokens, 0))
    with pytest.raises(UnauthorizedSSOTokenError):
        profile("demo-sso").get_caller_identity()


def test_a_sign_in_is_kept_with_the_account(demo, tmp_path, profile):
    demo.sign_in()
    demo.save(tmp_path / "account.json")
    assert type(demo).load(tmp_path / "account.json").world["portal"]["cache"]


def test_a_body_that_is_not_json_is_refused(demo):
    status, said = answer(demo.world, "/token", b"{", {}, 0)
    assert (status, said["error"]) == (400, "invalid_request")
