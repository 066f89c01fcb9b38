"""Which command signs which profile in, with which AWS CLI, and where none can."""

from dataclasses import replace

import pytest
from support.facts import NOT_COLLECTED, caller, computer, identity, known, shown, snapshot, tool

from ssmwizard.fixes.sign_in import plan, plan_elsewhere
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.identity import Fault, Profile, ProfileKind
from ssmwizard.model.plans import NoPlan, Plan
from ssmwizard.model.settings import Settings
from ssmwizard.model.snapshot import Snapshot

EXPIRED = Unknown(Why.CREDENTIALS, "expired", code="UnauthorizedSSOTokenError")
AWS = "/usr/local/bin/aws"


def facts(*profiles: Profile, version: str = "2.36.7", **who: object) -> Snapshot:
    told = {"profile": "work", "profiles": known(profiles), "caller": EXPIRED, **who}
    return snapshot(identity=identity(**told), computer=computer(cli=tool(version)))  # type: ignore[arg-type]


def work(kind: ProfileKind, **more: object) -> Profile:
    return Profile("work", kind, **{"region": "eu-west-3", **more})  # type: ignore[arg-type]


SSO = work(ProfileKind.SSO, session="corp")
LEGACY = work(ProfileKind.SSO_LEGACY)
LOGIN = work(ProfileKind.LOGIN)
ROLE = work(ProfileKind.ROLE, source="base")
BASE = replace(SSO, name="base")
SSO_WORDS = ["sso", "login", "--profile", "work"]


def words(of: Snapshot, *, other_device: bool = False) -> list[str]:
    (made,) = plan_elsewhere(of) if other_device else plan(of, of.nodes)
    assert isinstance(made, Plan), shown(made.reason)
    assert made.on_computer
    assert made.nodes == ()
    told = made.changes[0].call.parameters["Arguments"]
    assert isinstance(told, list)
    assert told[0] == AWS
    return told[1:]


def refusal(of: Snapshot) -> NoPlan:
    answers = plan(of, ()) + plan_elsewhere(of)
    assert answers[0] == answers[1]
    assert isinstance(answers[0], NoPlan)
    return answers[0]


@pytest.mark.parametrize(
    ("of", "here", "elsewhere"),
    [
        (facts(SSO), SSO_WORDS, [*SSO_WORDS, "--no-browser", "--use-device-code"]),
        (
            facts(SSO, version="2.22.0"),
            SSO_WORDS,
            [*SSO_WORDS, "--no-browser", "--use-device-code"],
        ),
        (facts(SSO, version="2.9.19"), SSO_WORDS, [*SSO_WORDS, "--no-browser"]),
        (facts(LEGACY, version="2.0.30"), SSO_WORDS, [*SSO_WORDS, "--no-browser"]),
        (
            facts(LOGIN, version="2.32.0"),
            ["login", "--profile", "work"],
            ["login", "--profile", "work", "--remote"],
        ),
        (
            facts(replace(LOGIN, region=None)),
            ["login", "--profile", "work", "--region", "eu-west-3"],
            ["login", "--profile", "work", "--remote"],
        ),
        (
            facts(replace(LOGIN, region=None), region=None),
            ["login", "--profile", "work"],
            ["login", "--profile", "work", "--remote"],
        ),
        (
            facts(BASE, profile=None, settings=known(Settings({"AWS_PROFILE": "base"}, {}))),
            ["sso", "login", "--profile", "base"],
            ["sso", "login", "--profile", "base", "--no-browser", "--use-device-code"],
        ),
        (
            facts(ROLE, BASE),
            ["sso", "login", "--profile", "base"],
            ["sso", "login", "--profile", "base", "--no-browser", "--use-device-code"],
        ),
    ],
)
def test_the_command_fits_the_profile_and_the_aws_cli(
    of: Snapshot, here: list[str], elsewhere: list[str]
) -> None:
    assert words(of) == here
    assert words(of, other_device=True) == elsewhere


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (facts(work(ProfileKind.STATIC)), "aws configure"),
        (facts(work(ProfileKind.EMPTY)), "aws configure sso"),
        (facts(work(ProfileKind.WEB_IDENTITY)), "web identity"),
        (facts(work(ProfileKind.PROCESS, program="corp-login")), "corp-login"),
        (facts(work(ProfileKind.ROLE)), "machine"),
        (facts(work(ProfileKind.MACHINE)), "work"),
        (facts(SSO, caller=Unknown(Why.CREDENTIALS, code="CodeNotGiven")), "MFA code"),
        (facts(Profile(None, ProfileKind.CONTAINER, None), profile=None), "container"),
        (facts(Profile(None, ProfileKind.ENVIRONMENT, None), profile=None), "AWS_ACCESS_KEY_ID"),
        (facts(), "no profile work"),
        (facts(profile=None), "no profile default"),
        (facts(replace(SSO, fault=Fault.NOT_THERE, problem="sso_session = x")), "sso_session = x"),
        (facts(LOGIN, version="2.31.9"), "2.32.0"),
        (facts(SSO, version="2.8.13"), "2.9.0"),
        (facts(LEGACY, version="1.46.3"), "2.0.0"),
        (facts(SSO, version=""), "does not run"),
    ],
)
def test_where_no_command_helps_it_is_said_what_does(of: Snapshot, said: str) -> None:
    answer = refusal(of)
    assert said in shown(answer.reason)
    assert not answer.nothing_to_do


def test_another_copy_that_is_new_enough_signs_in() -> None:
    old, broken, new = (
        tool(version, path=f"/{name}/aws").require()
        for version, name in (("1.46.3", "old"), ("", "broken"), ("2.36.7", "new"))
    )
    assert new is not None
    of = replace(
        facts(SSO),
        computer=computer(cli=known(old), cli_copies=known((old, broken, new))),
    )
    (made,) = plan(of, ())
    assert isinstance(made, Plan)
    assert made.changes[0].call.parameters["Arguments"][0] == "/new/aws"  # type: ignore[index]


def test_without_an_aws_cli_the_command_is_told_for_elsewhere() -> None:
    of = replace(facts(SSO), computer=computer(cli=known(None)))
    assert "aws sso login --profile work" in shown(refusal(of).reason)


@pytest.mark.parametrize("of", [None, computer(cli=NOT_COLLECTED)])
def test_without_a_look_at_the_aws_cli_there_is_no_plan(of: object) -> None:
    assert isinstance(refusal(replace(facts(SSO), computer=of)), NoPlan)  # type: ignore[arg-type]


def test_whoever_is_signed_in_needs_no_sign_in() -> None:
    assert refusal(facts(SSO, caller=caller())).nothing_to_do


@pytest.mark.parametrize("profile", [SSO, LEGACY, LOGIN])
def test_what_the_sign_in_reaches_and_how_it_ends_is_said(profile: Profile) -> None:
    of = facts(profile)
    (here,), (there,) = plan(of, ()), plan_elsewhere(of)
    assert isinstance(here, Plan)
    assert isinstance(there, Plan)
    assert there.warnings
    assert not here.warnings
    assert here.undoing is not None
    assert "logout" in shown(here.undoing)
    assert bool(here.affects) is (profile is SSO)
