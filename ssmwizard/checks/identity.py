"""Rules about who is calling: profile, Region, credentials."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.rule import Check, Outcome, failed, passed, seen, undecided, unknown
from ssmwizard.model.facts import NOT_COLLECTED, Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.identity import IdentityFacts, Profile, ProfileKind
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

SAID = text(N_("What was said"))
REGION = text(N_("Region"))
NOT_ENABLED = "not-opted-in"


def profile(snapshot: Snapshot) -> Outcome:
    """Judge whether the configuration can be read and the profile is there and whole."""
    identity = snapshot.identity
    profiles = identity.profiles
    if isinstance(profiles, Unknown):
        return _unreadable(profiles) if profiles.why is Why.CONFIGURATION else unknown(profiles)
    found = next((one for one in profiles.value if one.name == identity.profile), None)
    if identity.profile is not None and found is None:
        names = tuple(one.name for one in profiles.value if one.name)
        said = N_("There is no profile {profile}. Choose one of these: {names}.")
        if not names:
            said = N_("There is no profile {profile}, nor any other. Run: aws configure")
        shown = text(said, profile=identity.profile, names=names)
        return failed(shown, seen(SAID, identity.profile, profiles), grade=Grade.PROVED)
    if found is not None and found.problem:
        said = N_("The profile {profile} is not complete: {problem} is missing or not there.")
        shown = text(said, profile=found.label, problem=found.problem)
        return failed(shown, seen(SAID, found.problem, profiles), grade=Grade.PROVED)
    if isinstance(identity.caller, Unknown) and identity.caller.why is Why.CONFIGURATION:
        return _unreadable(identity.caller)
    name = identity.profile or "default"
    return passed(text(N_("The profile {profile} can be read."), profile=name))


def _unreadable(fact: Unknown) -> Outcome:
    found = _said(fact)
    match fact.code:
        case "ByteOrderMark":
            said = N_(
                "The AWS configuration begins with an invisible byte-order mark, which the AWS tools cannot read. Save the file again as plain UTF-8. {detail}"
            )
        case "ProfileNotFound":
            said = N_("{detail}. Check AWS_PROFILE, or choose another profile.")
        case _:
            said = N_("The AWS configuration cannot be read. Correct the file. {detail}")
    return failed(text(said, detail=fact.detail), *found, grade=Grade.PROVED)


def region(snapshot: Snapshot) -> Outcome:
    """Judge whether a Region is chosen, exists, and is enabled for the account."""
    identity = snapshot.identity
    name = identity.region
    if not name:
        said = N_("No Region is chosen. Choose one, or set region in the profile.")
        return failed(text(said), grade=Grade.PROVED)
    status = identity.region_status
    if isinstance(status, Known):
        return _by_status(name, status.value, seen(REGION, status.value or "-", status))
    if snapshot.partition is None:
        said = N_("{region} is not the name of a Region. Check its spelling.")
        return failed(text(said, region=name), grade=Grade.PROVED)
    if name in snapshot.partition.regions:
        said = N_(
            "{region} is a Region of AWS. Whether it is enabled for the account was not looked at."
        )
        return passed(text(said, region=name), *_said(status), grade=Grade.INFERRED)
    if _unreachable(identity):
        said = N_(
            "No AWS service answers in {region}, and no Region of this name was known on {date}. Check its spelling."
        )
        date = snapshot.requirements.as_of.isoformat()
        shown = text(said, region=name, date=date)
        return failed(shown, *_said(identity.caller), grade=Grade.INFERRED)
    return unknown(status)


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


def _unreachable(identity: IdentityFacts) -> bool:
    caller = identity.caller
    return isinstance(caller, Unknown) and caller.why in (Why.UNREACHABLE, Why.TIMED_OUT)


def credentials(snapshot: Snapshot) -> Outcome:
    """Judge whether STS accepts the credentials, and if not, say what to do about it."""
    identity = snapshot.identity
    fact = identity.caller
    if isinstance(fact, Known):
        said = N_("Signed in as {arn} in account {account}.")
        caller = fact.value
        shown = text(said, arn=caller.arn, account=caller.account)
        return passed(shown, seen(text(N_("Caller")), caller.arn, fact))
    found = _said(fact)
    match fact.why:
        case Why.CREDENTIALS:
            return failed(_refused(identity, fact), *found, grade=Grade.PROVED)
        case Why.DENIED:
            said = N_(
                "The role of the profile {profile} may not be taken by who is signed in: {detail}"
            )
            shown = text(said, profile=identity.profile or "default", detail=fact.detail)
            return failed(shown, *found, grade=Grade.PROVED)
        case Why.UNREACHABLE:
            said = N_(
                "AWS cannot be reached from this computer, so the credentials could not be tried. Check the network, the proxy and the Region. {detail}"
            )
            return undecided(text(said, detail=fact.detail), *found)
        case Why.TIMED_OUT:
            said = N_(
                "AWS did not answer in time, so the credentials could not be tried. Check the network and the proxy, then look again."
            )
            return undecided(text(said), *found)
        case _:
            return unknown(fact)


def _refused(identity: IdentityFacts, fact: Unknown) -> Text:
    name = identity.profile or "default"
    chosen = _chosen(identity)
    sso = f"aws sso login --profile {name}"
    login = f"aws login --profile {name}"
    if fact.code in SSO_CODES or (fact.code in EXPIRED and _is(chosen, ProfileKind.SSO)):
        said = N_(
            "The sign-in of the profile {profile} has expired or was never made. Run: {command}"
        )
        return text(said, profile=name, command=sso)
    if fact.code.startswith("Login") or (fact.code in EXPIRED and _is(chosen, ProfileKind.LOGIN)):
        said = N_(
            "The sign-in of the profile {profile} has expired or was never made. Run: {command}"
        )
        return text(said, profile=name, command=login)
    if "MFA" in fact.detail:
        said = N_(
            "The profile {profile} asks for an MFA code, which this version cannot ask for yet. Sign in on a terminal with the AWS CLI and use the credentials from there."
        )
        return text(said, profile=name)
    if fact.code in MISSING_PROGRAM or _is(chosen, ProfileKind.PROCESS):
        said = N_(
            "The program that the profile {profile} gets its credentials from did not deliver them: {detail}"
        )
        return text(said, profile=name, detail=fact.detail)
    return text(SENTENCES.get(fact.code, OTHERWISE), profile=name, detail=fact.detail)


EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
SSO_CODES = frozenset(
    {"SSOTokenLoadError", "UnauthorizedSSOTokenError", "SSOError", "TokenRetrievalError"}
)
MISSING_PROGRAM = frozenset({"FileNotFoundError", "PermissionError", "OSError", "JSONDecodeError"})
OTHERWISE = N_("The credentials of the profile {profile} cannot be used: {detail}")
_EXPIRED_KEYS = N_(
    "The temporary credentials of the profile {profile} have expired. Get new ones from where these came from."
)
_REFUSED_KEYS = N_(
    "AWS does not know the access key of the profile {profile}. It was deleted, is switched off, or belongs to another partition."
)
_WRONG_SECRET = N_(
    "The secret key of the profile {profile} does not fit its access key, or the clock of this computer is wrong."
)
_CLOCK = N_("The clock of this computer is too far from AWS's. Set it right.")
_NONE = N_(
    "The profile {profile} has no credentials. Run aws configure, or sign in with aws sso login or aws login."
)
SENTENCES: Mapping[str, str] = {
    **dict.fromkeys(EXPIRED, _EXPIRED_KEYS),
    "InvalidClientTokenId": _REFUSED_KEYS,
    "UnrecognizedClientException": _REFUSED_KEYS,
    "AuthFailure": _REFUSED_KEYS,
    "InvalidToken": _REFUSED_KEYS,
    "SignatureDoesNotMatch": _WRONG_SECRET,
    "InvalidSignatureException": _WRONG_SECRET,
    "RequestTimeTooSkewed": _CLOCK,
    "NoCredentialsError": _NONE,
}


def _chosen(identity: IdentityFacts) -> Profile | None:
    if isinstance(identity.profiles, Unknown):
        return None
    name = identity.profile or "default"
    return next((one for one in identity.profiles.value if one.name == name), None)


def _is(profile: Profile | None, kind: ProfileKind) -> bool:
    return profile is not None and profile.kind is kind


def _said(fact: object) -> tuple[Evidence, ...]:
    if not isinstance(fact, Unknown) or fact == NOT_COLLECTED or fact.source is None:
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
    Check(
        id="identity.credentials",
        title=text(N_("AWS accepts the credentials")),
        why=text(N_("Without valid credentials nothing can be seen, and no session started.")),
        scope=Scope.IDENTITY,
        severity=Severity.BLOCKER,
        needs=("identity.profile", "identity.region"),
        docs=("cli-configure-sso", "cli-configure-files"),
        run=credentials,
    ),
)
