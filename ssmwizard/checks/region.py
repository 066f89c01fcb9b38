"""The rule about the Region: is one chosen, does it exist, is it enabled."""

from __future__ import annotations

from ssmwizard.checks.identity import said_by
from ssmwizard.checks.rule import Check, Outcome, failed, passed, seen, waiting, warning
from ssmwizard.checks.settings import two_regions
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

REGION = text(N_("Region"))
NOT_ENABLED = "not-opted-in"


def region(snapshot: Snapshot) -> Outcome:
    """Judge whether a Region is chosen, exists, and is enabled for the account."""
    identity = snapshot.identity
    name, status, caller = identity.region, identity.region_status, identity.caller
    if not name:
        if isinstance(caller, Unknown) and caller.why is not Why.NOT_COLLECTED:
            return waiting("identity.credentials")
        said = N_("No Region is chosen. Choose one, or set region in the profile.")
        return failed(text(said), grade=Grade.PROVED)
    if isinstance(status, Known):
        found = seen(REGION, status.value or "-", status)
        return _by_status(name, status.value, found, two_regions(identity))
    if snapshot.partition is None:
        said = N_("{region} is not the name of a Region. Check its spelling.")
        return failed(text(said, region=name), grade=Grade.PROVED)
    if isinstance(caller, Known):
        said = N_(
            "AWS accepts the caller in {region}. What EC2 says about the Region could not be looked at."
        )
        answered = seen(text(N_("Caller")), caller.value.arn, caller)
        return passed(text(said, region=name), answered, *said_by(status), grade=Grade.INFERRED)
    silent = caller.why in (Why.UNREACHABLE, Why.TIMED_OUT)
    if silent and name not in snapshot.partition.regions:
        said = N_(
            "No AWS service answers in {region}, and no Region of this name was known on {date}. Check its spelling."
        )
        date = snapshot.requirements.as_of.isoformat()
        shown = text(said, region=name, date=date)
        return failed(shown, *said_by(caller), grade=Grade.INFERRED)
    return waiting("identity.credentials")


def _by_status(name: str, status: str | None, found: Evidence, two: Text | None) -> Outcome:
    if status is None:
        said = N_("EC2 knows no Region {region}. Check its spelling.")
        return failed(text(said, region=name), found, grade=Grade.PROVED)
    if status == NOT_ENABLED:
        said = N_(
            "The Region {region} is not enabled for the account. Enable it in the account's settings, or choose another."
        )
        return failed(text(said, region=name), found, grade=Grade.PROVED)
    if two is not None:
        return warning(two, found)
    said = N_("The Region {region} is enabled for the account.")
    return passed(text(said, region=name), found)


CHECKS: tuple[Check, ...] = (
    Check(
        id="identity.region",
        title=text(N_("The Region exists and is enabled")),
        why=text(N_("Nodes are known in one Region only, and settings hold for one Region.")),
        scope=Scope.IDENTITY,
        severity=Severity.BLOCKER,
        needs=("identity.profile",),
        rights=("ec2:DescribeRegions",),
        docs=("manage-acct-regions", "ssm-endpoints-and-quotas"),
        run=region,
    ),
)
