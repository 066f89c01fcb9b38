"""What kind of credentials a profile leads to, and what its settings lack.

A profile may hold settings of several kinds: the order here is the one in which botocore, and with it
the AWS CLI, looks for them. https://docs.aws.amazon.com/cli/latest/topic/config-vars.html
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from botocore.compat import compat_shell_split

from ssmwizard.model.identity import Fault, Profile, ProfileKind

Settings = Mapping[str, Any]

# https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html
CREDENTIAL_SOURCES = ("Environment", "Ec2InstanceMetadata", "EcsContainer")
KEY, SECRET = "aws_access_key_id", "aws_secret_access_key"
OF_THE_PORTAL = ("sso_start_url", "sso_region")
OF_THE_ROLE = ("sso_account_id", "sso_role_name")


@dataclass(frozen=True, slots=True)
class Configured:
    """All profiles and ``sso-session`` sections of a configuration, by name."""

    profiles: Mapping[str, Settings]
    sessions: Mapping[str, Settings]

    def profile(self, name: str) -> Profile:
        """Return what a profile is."""
        settings = self.profiles[name]
        found = Profile(name, ProfileKind.EMPTY, settings.get("region"))
        if "role_arn" in settings and "web_identity_token_file" not in settings:
            return self._role(found, settings)
        if "web_identity_token_file" in settings:
            return _web_identity(found, settings)
        if any(word in settings for word in OF_THE_ROLE):
            return self._sso(found, settings)
        if KEY in settings or SECRET in settings:
            lacking = _lacking(settings, (KEY, SECRET))
            return _faulty(replace(found, kind=ProfileKind.STATIC), Fault.MISSING, lacking)
        if "login_session" in settings:
            return replace(found, kind=ProfileKind.LOGIN)
        if "credential_process" in settings:
            return _process(found, settings)
        if "sso_session" in settings or "sso_start_url" in settings:
            return self._sso(found, settings)
        return found

    def _role(self, found: Profile, settings: Settings) -> Profile:
        profile = replace(found, kind=ProfileKind.ROLE, mfa="mfa_serial" in settings)
        source, place = settings.get("source_profile"), settings.get("credential_source")
        if source is not None and place is not None:
            both = "source_profile, credential_source"
            return _faulty(profile, Fault.CONTRADICTS, both)
        if source is None and place is None:
            return _faulty(profile, Fault.MISSING, "source_profile")
        if place is not None:
            known = place in CREDENTIAL_SOURCES
            said = "" if known else f"credential_source = {place}"
            return _faulty(profile, Fault.NOT_A_VALUE, said)
        return self._chained(replace(profile, source=str(source)), settings)

    def _chained(self, profile: Profile, settings: Settings) -> Profile:
        said = f"source_profile = {profile.source}"
        if profile.source not in self.profiles:
            return _faulty(profile, Fault.NOT_THERE, said)
        if profile.source == profile.name:
            own = KEY in settings or SECRET in settings
            return profile if own else _faulty(profile, Fault.CIRCLE, said)
        return self._through(profile, said)

    def _through(self, profile: Profile, said: str) -> Profile:
        """Follow the chain of roles to where its credentials come from."""
        seen, at = [profile.name], profile.source
        while True:
            settings = self.profiles[at]
            own = KEY in settings or SECRET in settings
            role = "role_arn" in settings and "web_identity_token_file" not in settings
            if own or not role:
                break
            if "mfa_serial" in settings:
                profile = replace(profile, mfa=True)
            onto = settings.get("source_profile")
            if onto in (*seen, at):
                return _faulty(profile, Fault.CIRCLE, said)
            if onto is None or onto not in self.profiles:
                break
            seen, at = [*seen, at], str(onto)
        end = self._source(at)
        if end.fault is not Fault.NONE:
            return _faulty(profile, end.fault, f"{end.problem} ({end.name})")
        if end.kind is ProfileKind.EMPTY:
            return _faulty(profile, Fault.NO_CREDENTIALS, f"source_profile = {end.name}")
        return profile

    def _source(self, name: str) -> Profile:
        """Return what a profile is as the source of a role: its own keys come before its own role."""
        settings = self.profiles[name]
        if KEY in settings or SECRET in settings:
            settings = {word: said for word, said in settings.items() if word != "role_arn"}
        return Configured({**self.profiles, name: settings}, self.sessions).profile(name)

    def _sso(self, found: Profile, settings: Settings) -> Profile:
        named = settings.get("sso_session")
        if named is None:
            profile = replace(found, kind=ProfileKind.SSO_LEGACY)
            lacking = _lacking(settings, (*OF_THE_PORTAL, *OF_THE_ROLE))
            return _faulty(profile, Fault.MISSING, lacking)
        profile = replace(found, kind=ProfileKind.SSO, session=str(named))
        if named not in self.sessions:
            return _faulty(profile, Fault.NOT_THERE, f"sso_session = {named}")
        session = self.sessions[named]
        twice = [word for word in session if settings.get(word, session[word]) != session[word]]
        if twice:
            return _faulty(profile, Fault.CONTRADICTS, ", ".join(twice))
        lacking = _lacking({**settings, **session}, (*OF_THE_PORTAL, *OF_THE_ROLE))
        return _faulty(profile, Fault.MISSING, lacking)


def _web_identity(found: Profile, settings: Settings) -> Profile:
    profile = replace(found, kind=ProfileKind.WEB_IDENTITY)
    if "role_arn" not in settings:
        return _faulty(profile, Fault.MISSING, "role_arn")
    file = str(settings["web_identity_token_file"])
    there = Path(file).is_file()
    return _faulty(profile, Fault.NOT_THERE, "" if there else f"web_identity_token_file = {file}")


def _process(found: Profile, settings: Settings) -> Profile:
    """Say which program is started, and whether a search path leads to it; nothing is started."""
    try:
        words = compat_shell_split(str(settings["credential_process"]))
    except ValueError:
        words = []
    profile = replace(found, kind=ProfileKind.PROCESS, program=words[0] if words else "")
    if not words:
        return _faulty(profile, Fault.NOT_A_VALUE, "credential_process")
    there = shutil.which(profile.program) is not None
    return _faulty(profile, Fault.NO_PROGRAM, "" if there else profile.program)


def _lacking(settings: Settings, wanted: tuple[str, ...]) -> str:
    return ", ".join(word for word in wanted if not settings.get(word))


def _faulty(profile: Profile, fault: Fault, said: str) -> Profile:
    """Return the profile with a fault, without one where there is nothing to say of it."""
    return replace(profile, fault=fault, problem=said) if said else profile
