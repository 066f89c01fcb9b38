"""Who is calling, with which profile, in which Region."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ssmwizard.collect.asking import known
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Source, Unknown, Why
from ssmwizard.model.identity import Caller, IdentityFacts, Profile
from ssmwizard.model.settings import Settings
from ssmwizard.outside.calls import Aws, CallFailed
from ssmwizard.outside.computer import Computer
from ssmwizard.resources import partitions

STS = "sts:GetCallerIdentity"


def collect(
    aws: Aws, computer: Computer, profile: str | None, now: datetime, *, alias: bool = False
) -> IdentityFacts:
    """Read the profiles, ask STS who is calling, and ask EC2 whether the Region is enabled.

    ``now`` is when the inspection began. ``alias`` also asks IAM for the account's alias, which is
    nice to see and nothing more.
    """
    profiles = _profiles(computer, now)
    settings = _settings(computer, profile, now)
    region = _region(aws, now)
    if isinstance(region, Unknown):
        return IdentityFacts(
            profile, None, None, profiles, region, NOT_COLLECTED, settings=settings
        )
    partition = partitions().of_region(region) if region else None
    caller: Fact[Caller] = NOT_COLLECTED
    status: Fact[str | None] = NOT_COLLECTED
    regions: tuple[str, ...] = ()
    clock: Fact[float] = NOT_COLLECTED
    if region:
        caller = who(aws, alias=alias)
        clock = _clock(aws)
        if isinstance(caller, Known):
            status, regions = _region_status(aws, region)
        elif caller.why is Why.UNREACHABLE:
            status = caller
    return IdentityFacts(
        profile=profile,
        region=region or None,
        partition=partition.name if partition else None,
        profiles=profiles,
        caller=caller,
        region_status=status,
        regions=regions,
        clock=clock,
        settings=settings,
    )


def who(aws: Aws, *, alias: bool = False) -> Fact[Caller]:
    """Return who STS says is calling."""
    return known(aws, STS, lambda: _caller(aws, alias=alias))


def nothing(profile: str | None, region: str | None, why: Unknown) -> IdentityFacts:
    """Return what is known when nobody was asked, or nobody answered in time."""
    return IdentityFacts(profile, region, None, why, why, why)


def _profiles(computer: Computer, now: datetime) -> Fact[tuple[Profile, ...]]:
    try:
        return Known(computer.profiles(), Source("aws-configuration", now))
    except CallFailed as failure:
        return _at(failure, now)


def _settings(computer: Computer, profile: str | None, now: datetime) -> Fact[Settings]:
    try:
        return Known(computer.settings(profile), Source("environment", now))
    except CallFailed as failure:
        return _at(failure, now)


def _region(aws: Aws, now: datetime) -> str | Unknown:
    """Return the Region; finding it reads the configuration, which may be broken."""
    try:
        return aws.region
    except CallFailed as failure:
        return _at(failure, now)


def _at(failure: CallFailed, now: datetime) -> Unknown:
    fact = failure.unknown()
    return fact if fact.source is None else replace(fact, source=Source(failure.call, now))


def _caller(aws: Aws, *, alias: bool) -> Caller:
    answer = aws.call("sts", "GetCallerIdentity")
    ends: datetime | None = aws.expires()
    return Caller(
        account=answer["Account"],
        arn=answer["Arn"],
        user_id=answer["UserId"],
        expires=ends,
        alias=_alias(aws) if alias else "",
    )


def _clock(aws: Aws) -> Fact[float]:
    """Compare the clocks by the ``Date`` of the latest answer, whether it was a yes or a no."""
    ahead = aws.ahead()
    return NOT_COLLECTED if ahead is None else Known(ahead, Source(STS, aws.when()))


def _alias(aws: Aws) -> str:
    try:
        names = aws.call("iam", "ListAccountAliases").get("AccountAliases", ())
    except CallFailed:
        return ""
    return str(names[0]) if names else ""


def _region_status(aws: Aws, region: str) -> tuple[Fact[str | None], tuple[str, ...]]:
    def question() -> dict[str, str]:
        answer = aws.call("ec2", "DescribeRegions", AllRegions=True)
        return {one["RegionName"]: one.get("OptInStatus", "") for one in answer.get("Regions", ())}

    told = known(aws, "ec2:DescribeRegions", question)
    if isinstance(told, Unknown):
        return told, ()
    enabled = tuple(sorted(name for name, status in told.value.items() if status != "not-opted-in"))
    return Known(told.value.get(region), told.source), enabled
