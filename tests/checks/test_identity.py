from dataclasses import replace

import pytest
from support.facts import (
    ACCOUNT,
    NOW,
    Case,
    ask,
    caller,
    denied,
    fails,
    holds,
    identity,
    judged,
    known,
    ok,
    profiles,
    shown,
    skips,
    snapshot,
    unseen,
    unsure,
    warns,
)

from ssmwizard import resources
from ssmwizard.checks.every import by_id
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Unknown, Why
from ssmwizard.model.findings import Grade, Status
from ssmwizard.model.identity import Caller, Fault, Profile, ProfileKind
from ssmwizard.model.snapshot import Snapshot

STS = "sts:GetCallerIdentity"
BROKEN = unseen(
    Why.CONFIGURATION, "Unable to parse config file: /somewhere/config", "ConfigParseError"
)
BYTE_ORDER_MARK = replace(BROKEN, code="ByteOrderMark")
NOT_FOUND = unseen(
    Why.CONFIGURATION, "The config profile (prod) could not be found", "ProfileNotFound"
)


def who(**facts: object) -> Snapshot:
    return snapshot(identity=identity(**facts))  # type: ignore[arg-type]


def broken(fault: Fault, problem: str) -> Snapshot:
    kind = ProfileKind.PROCESS if fault is Fault.NO_PROGRAM else ProfileKind.ROLE
    return who(profiles=known((Profile("work", kind, None, problem=problem, fault=fault),)))


PROFILE = {
    "there": ok(who(), "work"),
    "environment": ok(who(profile=None)),
    "no-profiles-at-all-but-the-machine-has-credentials": ok(who(profile=None, profiles=known(()))),
    "none-of-this-name": fails(who(profile="production"), "production"),
    "nearly-this-name": fails(who(profile="wrok"), "wrok", "work"),
    "none-of-this-name-among-many": fails(
        who(profile="production", profiles=profiles(*"abcdefghijkl")), "production", "AWS config"
    ),
    "none-at-all": fails(who(profiles=known(())), "work", "aws configure"),
    "incomplete": fails(broken(Fault.MISSING, "source_profile"), "work", "source_profile"),
    "leads-nowhere": fails(broken(Fault.NOT_THERE, "sso_session = gone"), "not there", "gone"),
    "of-two-minds": fails(broken(Fault.CONTRADICTS, "sso_region"), "contradicts", "sso_region"),
    "no-such-value": fails(broken(Fault.NOT_A_VALUE, "credential_source = Moon"), "Moon"),
    "source-has-nothing": fails(broken(Fault.NO_CREDENTIALS, "source_profile = x"), "= x"),
    "in-a-circle": fails(broken(Fault.CIRCLE, "source_profile = ring"), "circle", "ring"),
    "program-not-there-but-nothing-was-tried": ok(broken(Fault.NO_PROGRAM, "corp-login"), "work"),
    "broken-file": fails(who(profiles=BROKEN, caller=NOT_COLLECTED), "/somewhere/config"),
    "byte-order-mark": fails(who(profiles=BYTE_ORDER_MARK), "byte-order mark", "/somewhere/config"),
    "not-utf-8": fails(
        who(profiles=unseen(Why.CONFIGURATION, "position 3", "UnicodeDecodeError")), "UTF-8"
    ),
    "named-by-the-environment-only": fails(
        who(profile=None, caller=NOT_FOUND), "prod", "AWS_PROFILE"
    ),
    "not-read-in-time": unsure(who(profiles=Unknown(Why.TIMED_OUT))),
    "cancelled": unsure(who(profiles=Unknown(Why.CANCELLED))),
}

NOBODY = {"caller": NOT_COLLECTED, "region_status": NOT_COLLECTED}
UNREACHABLE = unseen(Why.UNREACHABLE, "Could not connect", "EndpointConnectionError", STS)
LATE = unseen(Why.TIMED_OUT, "Read timeout", "ReadTimeoutError", STS)


def nowhere(name: str | None, **facts: object) -> Snapshot:
    """A Region that may not be one."""
    told = identity(**{"region": name, **facts})  # type: ignore[arg-type]
    found = resources.partitions().of_region(name) if name else None
    return snapshot(identity=told, partition=found.name if found else "")


REGION = {
    "needs-no-enabling": ok(who(), "eu-west-3"),
    "enabled": ok(who(region_status=known("opted-in")), "eu-west-3"),
    "not-enabled": fails(who(region_status=known("not-opted-in")), "eu-west-3"),
    "not-known-to-ec2": fails(who(region_status=known(None)), "eu-west-3"),
    "none-chosen": fails(nowhere(None, **NOBODY), "Region"),
    "no-name-of-a-region": fails(nowhere("paris", **NOBODY), "paris"),
    "nobody-answers-in-a-region-never-heard-of": fails(
        nowhere("eu-west-99", caller=UNREACHABLE, region_status=UNREACHABLE),
        "eu-west-99",
        grade=Grade.INFERRED,
    ),
    "nobody-answers-in-a-region-that-exists": skips(
        who(caller=UNREACHABLE, region_status=UNREACHABLE)
    ),
    "ec2-may-not-be-asked-but-sts-answers-there": ok(
        who(region_status=denied("ec2:DescribeRegions")), "eu-west-3", grade=Grade.INFERRED
    ),
    "configuration-not-readable": skips(nowhere(None, caller=BROKEN, region_status=NOT_COLLECTED)),
}


def refused(code: str, detail: str = "said so", kind: ProfileKind = ProfileKind.STATIC) -> Snapshot:
    """STS, or what comes before it, does not accept the credentials of the profile."""
    fact = unseen(Why.CREDENTIALS, detail, code, STS)
    return who(profiles=profiles("work", kind=kind), caller=fact, region_status=NOT_COLLECTED)


def mfa_refused(said: str) -> Snapshot:
    fact = unseen(Why.DENIED, said, "AccessDenied", STS)
    return who(
        profiles=profiles("work", kind=ProfileKind.ROLE), caller=fact, region_status=NOT_COLLECTED
    )


OFFERED = ("identity.sign-in",)
MFA = "MultiFactorAuthentication failed"
SSO, LOGIN = "aws sso login --profile work", "aws login --profile work"
CREDENTIALS = {
    "accepted": ok(who(), f"arn:aws:iam::{ACCOUNT}:user/ann", ACCOUNT),
    "accepted-in-china": ok(snapshot(partition="aws-cn"), "arn:aws-cn:iam::"),
    "root": warns(who(caller=caller(f"arn:aws:iam::{ACCOUNT}:root")), ACCOUNT),
    "sso-never-signed-in": fails(
        refused("SSOTokenLoadError", kind=ProfileKind.SSO), SSO, fixes=OFFERED
    ),
    "sso-expired": fails(
        refused("UnauthorizedSSOTokenError", kind=ProfileKind.SSO), SSO, fixes=OFFERED
    ),
    "sso-refresh-refused": fails(
        refused("TokenRetrievalError", kind=ProfileKind.SSO), SSO, fixes=OFFERED
    ),
    "sso-role-expired": fails(refused("ExpiredToken", kind=ProfileKind.SSO), SSO, fixes=OFFERED),
    "login-expired": fails(
        refused("LoginRefreshRequired", kind=ProfileKind.LOGIN), LOGIN, fixes=OFFERED
    ),
    "login-role-expired": fails(
        refused("ExpiredToken", kind=ProfileKind.LOGIN), LOGIN, fixes=OFFERED
    ),
    "temporary-keys-expired": fails(refused("ExpiredToken"), "work", "expired"),
    "deleted-key": fails(refused("InvalidClientTokenId"), "access key"),
    "wrong-secret": fails(refused("SignatureDoesNotMatch"), "secret key"),
    "clock": fails(refused("RequestTimeTooSkewed"), "clock"),
    "none": fails(refused("NoCredentialsError"), "no credentials"),
    "half": fails(refused("PartialCredentialsError", "aws_secret_access_key"), "aws_secret"),
    "mfa-nobody-to-ask": fails(refused("CodeNotAsked"), "MFA", "nobody"),
    "mfa-not-given": fails(refused("CodeNotGiven"), "MFA", "none was given"),
    "mfa-wrong-or-used": fails(mfa_refused(f"{MFA} with invalid MFA one time pass code."), "once"),
    "mfa-other-device": fails(mfa_refused(f"{MFA}, unable to validate MFA code."), "mfa_serial"),
    "login-without-crt": fails(refused("MissingDependencyException"), "aws login", "crt"),
    "login-without-an-aws-cli": fails(
        refused("FileNotFoundError", "aws", ProfileKind.LOGIN), "aws login", "AWS CLI 2"
    ),
    "login-expired-as-the-aws-cli-says": fails(
        refused(
            "CredentialRetrievalError",
            "Your session has expired. Please reauthenticate using 'aws login'.",
            ProfileKind.LOGIN,
        ),
        LOGIN,
        fixes=OFFERED,
    ),
    "program-not-on-the-path": fails(
        who(
            profiles=known(
                (
                    Profile(
                        "work",
                        ProfileKind.PROCESS,
                        None,
                        fault=Fault.NO_PROGRAM,
                        problem="corp-login",
                        program="corp-login",
                    ),
                )
            ),
            caller=unseen(Why.CREDENTIALS, "No such file", "FileNotFoundError", STS),
            region_status=NOT_COLLECTED,
        ),
        "corp-login",
        "search path",
    ),
    "role-with-the-sign-in-of-another-profile": fails(
        who(
            profiles=known(
                (
                    Profile("work", ProfileKind.ROLE, None, source="base"),
                    Profile("base", ProfileKind.SSO, None, session="corp"),
                )
            ),
            caller=unseen(Why.CREDENTIALS, "expired", "UnauthorizedSSOTokenError", STS),
            region_status=NOT_COLLECTED,
        ),
        "aws sso login --profile base",
        fixes=OFFERED,
    ),
    "process-not-there": fails(
        refused("FileNotFoundError", "No such file: corp-login", ProfileKind.PROCESS), "corp-login"
    ),
    "process-failed": fails(
        refused("CredentialRetrievalError", "corp-login: no ticket", ProfileKind.PROCESS),
        "no ticket",
    ),
    "process-printed-no-json": fails(
        refused("JSONDecodeError", "Expecting value", ProfileKind.PROCESS), "Expecting value"
    ),
    "something-new": fails(refused("SomethingNew", "what it said"), "work", "what it said"),
    "role-denied": fails(
        who(
            profiles=profiles("work", kind=ProfileKind.ROLE),
            caller=denied("sts:AssumeRole"),
            region_status=NOT_COLLECTED,
        ),
        "work",
        "not authorized",
    ),
    "denied-by-the-organization": fails(
        who(caller=denied(STS), region_status=NOT_COLLECTED), "work", "not authorized"
    ),
    "refused-and-the-profiles-not-read": fails(
        who(
            profiles=Unknown(Why.TIMED_OUT),
            caller=unseen(Why.CREDENTIALS, "old", "ExpiredToken", STS),
            region_status=NOT_COLLECTED,
        ),
        "expired",
    ),
    "unreachable": unsure(who(caller=UNREACHABLE, region_status=UNREACHABLE)),
    "no-answer": unsure(who(caller=LATE, region_status=NOT_COLLECTED)),
    "a-sign-in-page-answered": unsure(
        who(
            caller=unseen(Why.FAILED, "not AWS's", "ResponseParserError", STS),
            region_status=NOT_COLLECTED,
        ),
        STS,
    ),
    "throttled": unsure(
        who(caller=unseen(Why.THROTTLED, "slow", "Throttling", STS), region_status=NOT_COLLECTED)
    ),
    "cancelled": unsure(who(caller=Unknown(Why.CANCELLED), region_status=NOT_COLLECTED)),
    "no-region-to-ask-in": skips(nowhere(None, **NOBODY)),
}

TABLES = {
    "identity.profile": PROFILE,
    "identity.region": REGION,
    "identity.credentials": CREDENTIALS,
}


@pytest.mark.parametrize(
    ("check", "case"),
    [
        pytest.param(check, case, id=f"{check}-{name}")
        for check, table in TABLES.items()
        for name, case in table.items()
    ],
)
def test_the_rules_of_identity(check: str, case: Case) -> None:
    holds(by_id(check), case)


@pytest.mark.parametrize("kind", [ProfileKind.SSO, ProfileKind.LOGIN])
def test_the_command_to_sign_in_names_no_profile_where_none_was_chosen(kind: ProfileKind) -> None:
    expired: Fact[Caller] = unseen(Why.CREDENTIALS, "expired", "ExpiredToken", STS)
    facts = who(profile=None, profiles=profiles("default", kind=kind), caller=expired)
    said = shown(ask(by_id("identity.credentials"), facts).text)
    assert "login" in said
    assert "--profile" not in said


@pytest.mark.parametrize("code", ["SSOTokenLoadError", "LoginTokenLoadError"])
def test_a_sign_in_is_named_even_where_no_profile_is_known(code: str) -> None:
    expired: Fact[Caller] = unseen(Why.CREDENTIALS, "expired", code, STS)
    unread = unseen(Why.TIMED_OUT, "", "")
    outcome = ask(by_id("identity.credentials"), who(profiles=unread, caller=expired))
    assert "login --profile work" in shown(outcome.text)
    assert outcome.fixes == OFFERED


def test_signing_in_is_offered_only_where_a_command_does_it() -> None:
    check = by_id("identity.credentials")
    offered = {name for name, case in CREDENTIALS.items() if ask(check, case.of).fixes}
    assert offered == {
        "sso-never-signed-in",
        "sso-expired",
        "sso-refresh-refused",
        "sso-role-expired",
        "login-expired",
        "login-role-expired",
        "login-expired-as-the-aws-cli-says",
        "role-with-the-sign-in-of-another-profile",
    }


def test_when_the_credentials_end_is_shown() -> None:
    facts = who(caller=caller(expires=NOW))
    outcome = ask(by_id("identity.credentials"), facts)
    assert any("2026-11-24 08:00" in evidence.value for evidence in outcome.evidence)


@pytest.mark.parametrize(
    "facts", [case.of for case in PROFILE.values() if case.status is Status.FAILED]
)
def test_a_broken_profile_is_one_cause_and_not_two(facts: Snapshot) -> None:
    found = judged(
        facts, [by_id(f"identity.{name}") for name in ("profile", "region", "credentials")]
    )
    assert [one.check for one in found.values() if one.is_root_cause] == ["identity.profile"]
