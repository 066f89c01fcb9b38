"""Rules about who is calling: profile and Region."""

from __future__ import annotations

from difflib import get_close_matches

from ssmwizard.checks.rule import Check, Outcome, failed, passed, seen, unknown
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

SAID = text(N_("What was said"))
PROFILES = text(N_("Profiles"))
REGION = text(N_("Region"))
DEFAULT = "default"
NOT_ENABLED = "not-opted-in"
# Errors of the configuration that are about the Region, whose own check names them.
OF_THE_REGION = frozenset(
    {"NoRegionError", "InvalidRegionError", "EndpointProviderError", "UnknownEndpointError"}
)


def profile(snapshot: Snapshot) -> Outcome:
    """Judge whether the configuration can be read and the profile is there and whole."""
    identity = snapshot.identity
    profiles = identity.profiles
    if isinstance(profiles, Unknown):
        return _unreadable(profiles) if profiles.why is Why.CONFIGURATION else unknown(profiles)
    names = tuple(one.name for one in profiles.value if one.name)
    found = next((one for one in profiles.value if one.name == identity.profile), None)
    if identity.profile is not None and found is None:
        shown = seen(PROFILES, ", ".join(names) or "-", profiles)
        return failed(_missing(identity.profile, names), shown, grade=Grade.PROVED)
    if found is not None and found.problem:
        said = N_("The profile {profile} is not complete: {problem} is missing or not there.")
        shown = seen(SAID, found.problem, profiles)
        worded = text(said, profile=found.label, problem=found.problem)
        return failed(worded, shown, grade=Grade.PROVED)
    caller = identity.caller
    broken = isinstance(caller, Unknown) and caller.why is Why.CONFIGURATION
    if isinstance(caller, Unknown) and broken and caller.code not in OF_THE_REGION:
        return _unreadable(caller)
    name = identity.profile or DEFAULT
    return passed(text(N_("The profile {profile} can be read."), profile=name))


def _missing(name: str, names: tuple[str, ...]) -> Text:
    if not names:
        said = N_("There is no profile {profile}, nor any other. Run: aws configure")
        return text(said, profile=name)
    alike = tuple(get_close_matches(name, names))
    if alike:
        said = N_("There is no profile {profile}. Did you mean {names}?")
        return text(said, profile=name, names=alike)
    said = N_("There is no profile {profile}. Choose another, or add it to the AWS configuration.")
    return text(said, profile=name)


def _unreadable(fact: Unknown) -> Outcome:
    match fact.code:
        case "ByteOrderMark":
            said = N_(
                "The AWS configuration begins with an invisible byte-order mark, which the AWS tools cannot read. Save the file again as plain UTF-8. {detail}."
            )
        case "UnicodeDecodeError":
            said = N_(
                "The AWS configuration is not plain UTF-8 text. Save the file again as UTF-8. {detail}."
            )
        case "ProfileNotFound":
            said = N_("{detail}. Check AWS_PROFILE, or choose another profile.")
        case _:
            said = N_("The AWS configuration cannot be read. Correct the file. {detail}.")
    return failed(text(said, detail=fact.detail.rstrip(".")), *said_by(fact), grade=Grade.PROVED)


def region(snapshot: Snapshot) -> Outcome:
    """Judge whether a Region is chosen, exists, and is enabled for the account."""
    identity = snapshot.identity
    name, status, caller = identity.region, identity.region_status, identity.caller
    if not name:
        if isinstance(caller, Unknown) and caller.why is not Why.NOT_COLLECTED:
            return unknown(caller)
        said = N_("No Region is chosen. Choose one, or set region in the profile.")
        return failed(text(said), grade=Grade.PROVED)
    if isinstance(status, Known):
        return _by_status(name, status.value, seen(REGION, status.value or "-", status))
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
    return unknown(caller if status.why is Why.NOT_COLLECTED else status)


def _by_status(name: str, status: str | None, found: Evidence) -> Outcome:
    if status is None:
        said = N_("EC2 knows no Region {region}. Check its spelling.")
        return failed(text(said, region=name), found, grade=Grade.PROVED)
    if status == NOT_ENABLED:
        said = N_(
            "The Region {region} is not enabled for the account. Enable it in the account's settings, or choose another."
        )
        return failed(text(said, region=name), found, grade=Grade.PROVED)
    said = N_("The Region {region} is enabled for the account.")
    return passed(text(said, region=name), found)


def said_by(fact: Unknown) -> tuple[Evidence, ...]:
    """Return what the service or the system said instead of an answer."""
    if fact.source is None:
        return ()
    return (seen(SAID, fact.detail or fact.code, fact.source),)


CHECKS: tuple[Check, ...] = (
    Check(
        id="identity.profile",
        title=text(N_("The profile can be read")),
        why=text(N_("Everything that is asked of AWS is signed with what the profile names.")),
        scope=Scope.IDENTITY,
        severity=Severity.BLOCKER,
        docs=("cli-configure-files",),
        run=profile,
    ),
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
