"""The rule about credentials: does AWS accept them, and if not, what is to be done."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.identity import DEFAULT, said_by
from ssmwizard.checks.region import region
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    passed,
    seen,
    undecided,
    unknown,
    waiting,
    warning,
)
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Grade, Scope, Severity, Status
from ssmwizard.model.identity import Caller, IdentityFacts, Profile, ProfileKind
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ROOT = ":root"
EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
SSO_CODES = frozenset(
    {"SSOTokenLoadError", "UnauthorizedSSOTokenError", "SSOError", "TokenRetrievalError"}
)
NOT_STARTED = frozenset({"FileNotFoundError", "PermissionError", "OSError"})
OTHERWISE = N_("The credentials of the profile {profile} cannot be used: {detail}")
_EXPIRED_KEYS = N_(
    "The temporary credentials of the profile {profile} have expired. Get new ones from where these came from."
)
_REFUSED_KEYS = N_(
    "AWS does not accept the access key of the profile {profile}. It was deleted, is switched off, or belongs to another partition; or the Region {region} is not enabled for its account."
)
_WRONG_SECRET = N_(
    "The secret key of the profile {profile} does not fit its access key, or the clock of this computer is wrong."
)
_HALF = N_("The profile {profile} names only a part of its credentials. Complete it: {detail}")
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
    "PartialCredentialsError": _HALF,
}


def credentials(snapshot: Snapshot) -> Outcome:
    """Judge whether STS accepts the credentials, and if not, say what to do about it."""
    identity = snapshot.identity
    fact = identity.caller
    if isinstance(fact, Known):
        return _accepted(fact.value, fact)
    if region(snapshot).status is Status.FAILED:
        return waiting("identity.region")
    found = said_by(fact)
    match fact.why:
        case Why.CREDENTIALS:
            return failed(_refused(identity, fact), *found, grade=Grade.PROVED)
        case Why.DENIED:
            return failed(_denied(identity, fact), *found, grade=Grade.PROVED)
        case Why.UNREACHABLE:
            said = N_(
                "AWS cannot be reached from this computer, so the credentials could not be tried. Check the network and the proxy. {detail}"
            )
            return undecided(text(said, detail=fact.detail), *found)
        case Why.TIMED_OUT:
            said = N_(
                "AWS did not answer in time, so the credentials could not be tried. Check the network and the proxy, then look again."
            )
            return undecided(text(said), *found)
        case _:
            return unknown(fact)


def _accepted(caller: Caller, fact: Known[Caller]) -> Outcome:
    found = [seen(text(N_("Caller")), caller.arn, fact)]
    if caller.expires is not None:
        ends = f"{caller.expires:%Y-%m-%d %H:%M:%S} UTC"
        found.append(seen(text(N_("Credentials end")), ends, fact))
    if caller.arn.endswith(ROOT):
        said = N_(
            "Signed in as the root user of account {account}. It works, but nobody can limit or simulate what it may do: use a role instead."
        )
        return warning(text(said, account=caller.account), *found)
    said = N_("Signed in as {arn} in account {account}.")
    return passed(text(said, arn=caller.arn, account=caller.account), *found)


def _denied(identity: IdentityFacts, fact: Unknown) -> Text:
    if _is(_chosen(identity), ProfileKind.ROLE):
        said = N_(
            "Who is signed in may not take the role of the profile {profile}: the role's trust policy or the caller's own rights do not allow it. {detail}"
        )
    else:
        said = N_("AWS refuses to say who the profile {profile} is. {detail}")
    return text(said, profile=identity.profile or DEFAULT, detail=fact.detail)


def _refused(identity: IdentityFacts, fact: Unknown) -> Text:
    name = identity.profile or DEFAULT
    chosen = _chosen(identity)
    command = _sign_in(fact, chosen)
    if command:
        # Without a name the command follows AWS_PROFILE, as this program does.
        option = f" --profile {name}" if identity.profile else ""
        said = N_(
            "The sign-in of the profile {profile} has expired or was never made. Run: {command}"
        )
        return text(said, profile=name, command=command + option)
    if "MFA" in fact.detail:
        said = N_(
            "The profile {profile} asks for an MFA code, which this version cannot ask for yet. Sign in on a terminal with the AWS CLI and use the credentials from there."
        )
        return text(said, profile=name)
    if _is(chosen, ProfileKind.PROCESS) and fact.code not in SENTENCES:
        if fact.code in NOT_STARTED:
            said = N_(
                "The program that credential_process of the profile {profile} names cannot be started. Check its path, or install it. {detail}"
            )
        else:
            said = N_(
                "The program that the profile {profile} gets its credentials from did not deliver them. Run it on a terminal to see why. {detail}"
            )
        return text(said, profile=name, detail=fact.detail)
    said = SENTENCES.get(fact.code, OTHERWISE)
    return text(said, profile=name, detail=fact.detail, region=identity.region or "")


def _sign_in(fact: Unknown, chosen: Profile | None) -> str:
    """Return the command that signs the profile in, empty when that is not what is missing."""
    expired = fact.code in EXPIRED
    if fact.code in SSO_CODES or (expired and _is(chosen, ProfileKind.SSO)):
        return "aws sso login"
    if fact.code.startswith("Login") or (expired and _is(chosen, ProfileKind.LOGIN)):
        return "aws login"
    return ""


def _chosen(identity: IdentityFacts) -> Profile | None:
    if isinstance(identity.profiles, Unknown):
        return None
    name = identity.profile or DEFAULT
    return next((one for one in identity.profiles.value if one.name == name), None)


def _is(profile: Profile | None, kind: ProfileKind) -> bool:
    return profile is not None and profile.kind is kind


CHECKS: tuple[Check, ...] = (
    Check(
        id="identity.credentials",
        title=text(N_("AWS accepts the credentials")),
        why=text(N_("Without valid credentials nothing can be seen, and no session started.")),
        scope=Scope.IDENTITY,
        severity=Severity.BLOCKER,
        needs=("identity.profile",),
        explained_by=("computer.clock",),
        docs=("cli-configure-sso", "cli-configure-files"),
        run=credentials,
    ),
)
