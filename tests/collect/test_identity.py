from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from support.scripted import NOW, ScriptedAws, denied, refused

from ssmwizard.collect import identity
from ssmwizard.model.computer import Ran, System
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown, Why
from ssmwizard.model.identity import Caller, IdentityFacts, Profile, ProfileKind
from ssmwizard.model.settings import Settings
from ssmwizard.outside.calls import NOT_ANSWERED, CallFailed

STS, REGIONS, ALIASES = "sts:GetCallerIdentity", "ec2:DescribeRegions", "iam:ListAccountAliases"
ARN = "arn:aws:sts::111122223333:assumed-role/Operator/ann"
WORK = Profile("work", ProfileKind.SSO, "eu-west-3")
SCRIPT: dict[str, Any] = {
    STS: {"Account": "111122223333", "Arn": ARN, "UserId": "AROA:ann"},
    REGIONS: {
        "Regions": [
            {"RegionName": "eu-west-3", "OptInStatus": "opt-in-not-required"},
            {"RegionName": "af-south-1", "OptInStatus": "not-opted-in"},
            {"RegionName": "ap-east-1", "OptInStatus": "opted-in"},
        ]
    },
    ALIASES: {"AccountAliases": ["atelier"]},
}
UNREADABLE = CallFailed(
    "aws-configuration", Why.CONFIGURATION, "ConfigParseError", "cannot be parsed", at=NOW
)


class Somewhere:
    """A computer with profiles, or one whose configuration cannot be read."""

    def __init__(self, profiles: tuple[Profile, ...] | CallFailed = (WORK,)) -> None:
        self._profiles = profiles

    def profiles(self) -> tuple[Profile, ...]:
        if isinstance(self._profiles, CallFailed):
            raise self._profiles
        return self._profiles

    def settings(self, _: str | None) -> Settings:
        return Settings({}, {})

    def system(self) -> System:
        raise NotImplementedError

    def places(self, program: str, usual: Sequence[str]) -> tuple[tuple[str, bool], ...]:
        raise NotImplementedError

    def run(self, arguments: Sequence[str], timeout: float) -> Ran:
        raise NotImplementedError


class Expiring(ScriptedAws):
    """Credentials that end."""

    def expires(self) -> datetime | None:
        return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class WithoutRegion(ScriptedAws):
    """A door that cannot tell its Region because the configuration cannot be read."""

    @property
    def region(self) -> str:
        raise UNREADABLE

    @region.setter
    def region(self, value: str) -> None:
        pass


def collect(
    aws: ScriptedAws, computer: Somewhere | None = None, profile: str | None = "work", **more: bool
) -> IdentityFacts:
    return identity.collect(aws, computer or Somewhere(), profile, NOW, **more)


def lost(fact: Fact[Any]) -> Unknown:
    assert isinstance(fact, Unknown)
    return fact


def test_who_is_calling_where_and_with_what() -> None:
    facts = collect(Expiring(SCRIPT))
    caller = Caller("111122223333", ARN, "AROA:ann", datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    assert facts.caller.require() == caller
    assert facts.profiles.require() == (WORK,)
    assert (facts.profile, facts.region, facts.partition) == ("work", "eu-west-3", "aws")
    assert facts.region_status.require() == "opt-in-not-required"
    assert facts.regions == ("ap-east-1", "eu-west-3")


def test_every_fact_says_which_call_showed_it() -> None:
    facts = collect(ScriptedAws(SCRIPT))
    sources = [facts.caller.source, facts.region_status.source, facts.profiles.source]
    assert [source and source.call for source in sources] == [STS, REGIONS, "aws-configuration"]


def test_the_alias_is_asked_for_only_on_demand() -> None:
    plain, named = ScriptedAws(SCRIPT), ScriptedAws(SCRIPT)
    assert collect(plain).caller.require().alias == ""
    assert collect(named, alias=True).caller.require().alias == "atelier"
    assert ALIASES not in [name for name, _ in plain.asked]


@pytest.mark.parametrize("answer", [{"AccountAliases": []}, denied(ALIASES)])
def test_an_account_without_an_alias_is_none_the_worse(answer: Any) -> None:
    facts = collect(ScriptedAws({**SCRIPT, ALIASES: answer}), alias=True)
    assert facts.caller.require().alias == ""


@pytest.mark.parametrize(
    ("region", "partition"),
    [
        ("cn-north-1", "aws-cn"),
        ("us-gov-west-1", "aws-us-gov"),
        ("eusc-de-east-1", "aws-eusc"),
        ("us-isob-east-1", "aws-iso-b"),
    ],
)
def test_the_partition_follows_from_the_region(region: str, partition: str) -> None:
    facts = collect(ScriptedAws(SCRIPT, region))
    assert (facts.region, facts.partition) == (region, partition)
    assert facts.region_status.require() is None


def test_no_region_means_nobody_is_asked() -> None:
    aws = ScriptedAws({}, region="")
    facts = collect(aws)
    assert (facts.region, facts.partition) == (None, None)
    assert facts.caller == NOT_COLLECTED
    assert aws.asked == []


def test_a_configuration_that_cannot_be_read_is_told_with_its_reason() -> None:
    facts = collect(WithoutRegion({}), Somewhere(UNREADABLE))
    for fact in (facts.profiles, facts.caller):
        assert lost(fact).why is Why.CONFIGURATION
        assert lost(fact).code == "ConfigParseError"
    source = lost(facts.profiles).source
    assert source is not None
    assert source.at == NOW


FAILURES: dict[str, tuple[Callable[[], CallFailed], Why]] = {
    "refused": (
        lambda: CallFailed(STS, Why.CREDENTIALS, "ExpiredToken", "expired", at=NOW),
        Why.CREDENTIALS,
    ),
    "unreachable": (
        lambda: CallFailed(STS, Why.UNREACHABLE, "EndpointConnectionError", "no", at=NOW),
        Why.UNREACHABLE,
    ),
    "late": (
        lambda: CallFailed(STS, Why.TIMED_OUT, "ReadTimeoutError", "no", at=NOW),
        Why.TIMED_OUT,
    ),
    "broken": (lambda: refused(STS, "InternalFailure"), Why.FAILED),
    "cancelled": (
        lambda: CallFailed(STS, Why.CANCELLED, NOT_ANSWERED, "", at=NOW),
        Why.CANCELLED,
    ),
}


@pytest.mark.parametrize(("failure", "why"), FAILURES.values(), ids=list(FAILURES))
def test_whoever_cannot_sign_in_is_asked_nothing_more(
    failure: Callable[[], CallFailed], why: Why
) -> None:
    aws = ScriptedAws({STS: failure()})
    facts = collect(aws)
    assert lost(facts.caller).why is why
    assert isinstance(facts.region_status, Unknown)
    assert [name for name, _ in aws.asked] == [STS]


def test_regions_that_may_not_be_listed_leave_the_caller_known() -> None:
    facts = collect(ScriptedAws({**SCRIPT, REGIONS: denied(REGIONS)}))
    assert isinstance(facts.caller, Known)
    assert lost(facts.region_status).right == REGIONS
    assert facts.regions == ()


def test_a_region_that_ec2_does_not_list_is_known_not_to_be_there() -> None:
    facts = collect(ScriptedAws(SCRIPT, "eu-west-9"))
    assert facts.region_status.require() is None


def test_nothing_is_nothing_for_one_reason() -> None:
    facts = identity.nothing("work", "eu-west-3", Unknown(Why.CANCELLED))
    assert {lost(fact).why for fact in (facts.profiles, facts.caller, facts.region_status)} == {
        Why.CANCELLED
    }
