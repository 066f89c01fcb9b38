"""The rule about the profile: can the AWS configuration be read, and is the profile whole."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from ssmwizard.checks import settings
from ssmwizard.checks.rule import Check, Outcome, failed, passed, seen, unknown, warning
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.identity import Fault
from ssmwizard.model.signing import DEFAULT
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text

SAID = text(N_("What was said"))
PROFILES = text(N_("Profiles"))
# A sentence names no more profiles than this.
NAMES = 9
# What is wrong with a profile before anything is tried. A program that is not there is not among it:
# credentials may be delivered all the same, by a cache for instance.
FAULTS: Mapping[Fault, str] = {
    Fault.MISSING: N_("The profile {profile} is not complete: {problem} is missing."),
    Fault.NOT_THERE: N_("The profile {profile} leads to something that is not there: {problem}."),
    Fault.CONTRADICTS: N_("The profile {profile} contradicts itself: {problem}."),
    Fault.NOT_A_VALUE: N_(
        "The profile {profile} has a setting that no AWS tool understands: {problem}."
    ),
    Fault.NO_CREDENTIALS: N_(
        "The profile {profile} takes a role with another profile that has no credentials: {problem}."
    ),
    Fault.CIRCLE: N_("The profile {profile} takes a role with itself, in a circle: {problem}."),
}
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
    if found is not None and found.fault in FAULTS:
        shown = seen(SAID, found.problem, profiles)
        worded = text(FAULTS[found.fault], profile=found.label, problem=found.problem)
        return failed(worded, shown, grade=Grade.PROVED)
    caller = identity.caller
    broken = isinstance(caller, Unknown) and caller.why is Why.CONFIGURATION
    if isinstance(caller, Unknown) and broken and caller.code not in OF_THE_REGION:
        return _unreadable(caller)
    two = settings.two_profiles(identity)
    if two is not None:
        return warning(two, *settings.evidence(identity))
    name = identity.profile or DEFAULT
    said = N_("The profile {profile} can be read.")
    return passed(text(said, profile=name), *settings.evidence(identity))


def _missing(name: str, names: tuple[str, ...]) -> Text:
    if not names:
        said = N_("There is no profile {profile}, nor any other. Run: aws configure")
        return text(said, profile=name)
    offered = tuple(get_close_matches(name, names)) or names
    if len(offered) > NAMES:
        said = N_(
            "There is no profile {profile}. Choose another, or add it to the AWS configuration."
        )
    else:
        said = N_("There is no profile {profile}. Choose one of these: {names}.")
    return text(said, profile=name, names=offered)


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
            said = N_(
                "The AWS configuration cannot be read. Correct the file, and save it as plain UTF-8. {detail}."
            )
    return failed(text(said, detail=fact.detail.rstrip(".")), *said_by(fact), grade=Grade.PROVED)


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
)
