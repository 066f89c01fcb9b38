"""Signing in: which profile is signed in for another, and by which command of the AWS CLI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ssmwizard.model.facts import Known
from ssmwizard.model.identity import IdentityFacts, Profile, ProfileKind
from ssmwizard.model.settings import KEY, PROFILE

DEFAULT = "default"
PORTAL = (ProfileKind.SSO, ProfileKind.SSO_LEGACY)
# https://docs.aws.amazon.com/cli/latest/reference/sso/login.html
# https://docs.aws.amazon.com/cli/latest/reference/login/
COMMANDS: Mapping[ProfileKind, tuple[str, ...]] = {
    ProfileKind.SSO: ("sso", "login"),
    ProfileKind.SSO_LEGACY: ("sso", "login"),
    ProfileKind.LOGIN: ("login",),
}
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
# The letters of a device code, as IAM Identity Center gives it.
_CODE = re.compile(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", re.MULTILINE)


def in_force(identity: IdentityFacts) -> str | None:
    """Return the profile that is worked with: the chosen one, else the one that the environment names.

    None stands for the environment's own credentials, or the default profile.
    """
    settings = identity.settings
    if identity.profile or not isinstance(settings, Known) or KEY in settings.value.variables:
        return identity.profile
    return next(
        (settings.value.variables[name] for name in PROFILE if name in settings.value.variables),
        None,
    )


def chosen(profiles: Iterable[Profile], name: str | None) -> Profile | None:
    """Return the profile that works under a name; None is the environment's, or the default one."""
    by_name = {profile.name: profile for profile in profiles}
    return by_name.get(name) or (by_name.get(DEFAULT) if name is None else None)


def source(profiles: Iterable[Profile], name: str | None) -> Profile | None:
    """Return the profile at the end of a chain of roles: the one whose sign-in all of it stands on."""
    told = tuple(profiles)
    found = chosen(told, name)
    seen: set[str | None] = set()
    while found is not None and found.kind is ProfileKind.ROLE and found.source:
        if found.name in seen or found.source == found.name:
            return found
        seen.add(found.name)
        found = chosen(told, found.source)
    return found


def command(profile: Profile) -> tuple[str, ...]:
    """Return what the AWS CLI is given to sign a profile in; empty where no command can."""
    words = COMMANDS.get(profile.kind, ())
    named = ("--profile", profile.name) if profile.name else ()
    return (*words, *named) if words else ()


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a sign-in asks of the operator: a page to open, and a code to enter there (may be empty).

    ``complete`` is the page that has the code filled in already.
    """

    page: str = ""
    code: str = ""
    complete: str = ""


def invitation(printed: str) -> Invitation:
    """Read what the AWS CLI printed so far.

    https://github.com/aws/aws-cli/blob/v2/awscli/customizations/sso/utils.py
    """
    pages = _ADDRESS.findall(printed)
    codes = _CODE.findall(printed)
    code = codes[-1] if codes else ""
    complete = next((page for page in pages if code and code in page), "")
    page = next((page for page in pages if page != complete), complete)
    return Invitation(page, code, complete)
