"""The rule about credentials: does AWS accept them, and if not, what is to be done."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import replace

from ssmwizard.checks.identity import said_by
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
from ssmwizard.checks.settings import key_before_profile
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Grade, Scope, Severity, Status
from ssmwizard.model.identity import Caller, Fault, IdentityFacts, Profile, ProfileKind
from ssmwizard.model.signing import DEFAULT, chosen, command, in_force, source
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

ROOT = ":root"
EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
SSO_CODES = frozenset(
    {"SSOTokenLoadError", "UnauthorizedSSOTokenError", "SSOError", "TokenRetrievalError"}
)
NOT_STARTED = frozenset({"FileNotFoundError", "PermissionError", "OSError"})
SIGN_IN = "identity.sign-in"
SIGN_IN_AGAIN = "aws login"
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
# STS has one code for all of these, and these words for what is wrong with the code of a device.
CODE_REFUSED: Mapping[str, str] = {
    "invalid MFA one time pass code": N_(
        "AWS does not accept the MFA code for the profile {profile}. Each code works once and for about half a minute: wait for the next one, then look again. If codes are never accepted, the clock of the device is off."
    ),
    "unable to validate MFA code": N_(
        "AWS does not know the MFA device that the profile {profile} names for who is signed in. Correct mfa_serial in the profile. {detail}"
    ),
}
SENTENCES: Mapping[str, str] = {
    "CodeNotGiven": N_(
        "The profile {profile} asks for an MFA code, and none was given. Look again to be asked for it."
    ),
    "CodeNotAsked": N_(
        "The profile {profile} asks for an MFA code, and there is nobody here to ask. Run this on a terminal, or in the window."
    ),
    "MissingDependencyException": N_(
        "The profile {profile} was made with aws login. What that keeps is read by the AWS CLI 2, which is not found here, or by botocore's extra crt. Install one of them, or use another profile."
    ),
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
    outcome = _tried(snapshot, identity)
    stray = key_before_profile(identity)
    if stray is None:
        return outcome
    if outcome.status is Status.PASSED:
        return warning(stray, *outcome.evidence)
    # Whatever went wrong, it went wrong with this key.
    told = seen(text(N_("Access key")), stray.english(), identity.settings)
    return replace(outcome, evidence=(*outcome.evidence, told))


def _tried(snapshot: Snapshot, identity: IdentityFacts) -> Outcome:
    fact = identity.caller
    if isinstance(fact, Known):
        return _accepted(fact.value, fact)
    if region(snapshot).status is Status.FAILED:
        return waiting("identity.region")
    found = said_by(fact)
    match fact.why:
        case Why.CREDENTIALS:
            return _refused(identity, fact)
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
    name = in_force(identity) or DEFAULT
    for word, said in CODE_REFUSED.items():
        if word in fact.detail:
            return text(said, profile=name, detail=fact.detail)
    if _is(_chosen(identity), ProfileKind.ROLE):
        said = N_(
            "Who is signed in may not take the role of the profile {profile}: the role's trust policy or the caller's own rights do not allow it. {detail}"
        )
    else:
        said = N_("AWS refuses to say who the profile {profile} is. {detail}")
    return text(said, profile=name, detail=fact.detail)


def _refused(identity: IdentityFacts, fact: Unknown) -> Outcome:
    name, found = in_force(identity) or DEFAULT, said_by(fact)
    command = _sign_in(identity, fact)
    if command:
        said = N_(
            "The sign-in of the profile {profile} has expired or was never made. Sign in again, here or on a terminal: {command}"
        )
        worded = text(said, profile=name, command=command)
        return failed(worded, *found, grade=Grade.PROVED, fixes=(SIGN_IN,))
    source = _source(identity)
    if _is(source, ProfileKind.PROCESS) and fact.code not in SENTENCES:
        return failed(_not_delivered(name, source, fact), *found, grade=Grade.PROVED)
    unread = _is(source, ProfileKind.LOGIN) and fact.code in NOT_STARTED
    said = SENTENCES.get("MissingDependencyException" if unread else fact.code, OTHERWISE)
    worded = text(said, profile=name, detail=fact.detail, region=identity.region or "")
    return failed(worded, *found, grade=Grade.PROVED)


def _not_delivered(name: str, source: Profile | None, fact: Unknown) -> Text:
    if source is not None and source.fault is Fault.NO_PROGRAM:
        said = N_(
            "The program {program}, which credential_process of the profile {profile} names, is not on this computer's search path. Install it, or write its whole path into the profile. A window may have another search path than a terminal."
        )
        return text(said, profile=source.label, program=source.program)
    if fact.code in NOT_STARTED:
        said = N_(
            "The program that credential_process of the profile {profile} names cannot be started. Check its path, or install it. {detail}"
        )
    else:
        said = N_(
            "The program that the profile {profile} gets its credentials from did not deliver them. Run it on a terminal to see why. {detail}"
        )
    return text(said, profile=name, detail=fact.detail)


def _sign_in(identity: IdentityFacts, fact: Unknown) -> str:
    """Return the line that signs the profile in, empty when that is not what is missing."""
    source = _source(identity)
    known = command(source) if source is not None else ()
    # Without a name the command follows AWS_PROFILE, as this program does.
    option = ("--profile", identity.profile) if identity.profile else ()
    if fact.code in SSO_CODES:
        words = known if known[:1] == ("sso",) else ("sso", "login", *option)
    elif fact.code.startswith("Login") or (
        # The AWS CLI's own words, where it was asked for what it signed in.
        _is(source, ProfileKind.LOGIN) and SIGN_IN_AGAIN in fact.detail
    ):
        words = known if known[:1] == ("login",) else ("login", *option)
    else:
        words = known if fact.code in EXPIRED else ()
    if identity.profile is None and source is not None and source.name == DEFAULT:
        words = words[: words.index("--profile")] if "--profile" in words else words
    return shlex.join(("aws", *words)) if words else ""


def _source(identity: IdentityFacts) -> Profile | None:
    profiles = identity.profiles
    return source(profiles.value, in_force(identity)) if isinstance(profiles, Known) else None


def _chosen(identity: IdentityFacts) -> Profile | None:
    profiles = identity.profiles
    return chosen(profiles.value, in_force(identity)) if isinstance(profiles, Known) else None


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
