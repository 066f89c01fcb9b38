"""Facts about who is calling: profiles, credentials, Region."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ssmwizard.model.facts import NOT_COLLECTED, Fact
from ssmwizard.model.settings import Settings
from ssmwizard.model.text import Text

# What SDKs call a session of a role where nobody gave it a name: another name each time.
MADE_UP = re.compile(r"(:assumed-role/.+)/(botocore-session|aws-go-sdk|aws-sdk-[a-z-]+)-\d+$")


class ProfileKind(StrEnum):
    """Where the credentials of a profile come from.

    ``SSO_LEGACY`` names the access portal in the profile itself, without an ``sso-session``.
    """

    STATIC = "static"
    SSO = "sso"
    SSO_LEGACY = "sso-legacy"
    LOGIN = "login"
    ROLE = "role"
    WEB_IDENTITY = "web-identity"
    PROCESS = "process"
    CONTAINER = "container"
    ENVIRONMENT = "environment"
    MACHINE = "machine"
    EMPTY = "empty"


class Fault(StrEnum):
    """What is wrong with a profile, told from its settings alone."""

    NONE = ""
    MISSING = "missing"
    NOT_THERE = "not-there"
    CONTRADICTS = "contradicts"
    NOT_A_VALUE = "not-a-value"
    NO_CREDENTIALS = "no-credentials"
    CIRCLE = "circle"
    NO_PROGRAM = "no-program"


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile of the AWS configuration, read without running anything it names.

    ``name`` is None for the credentials of the environment or the machine itself. ``mfa`` says that a
    code is asked for, here or further down the chain of roles. ``source`` is the profile that a role is
    taken with, ``session`` the ``sso-session``, ``program`` what ``credential_process`` starts.
    ``fault`` and ``problem`` tell what is wrong: the settings that it is about, or the program that no
    search path leads to.
    """

    name: str | None
    kind: ProfileKind
    region: str | None
    mfa: bool = False
    problem: str = ""
    fault: Fault = Fault.NONE
    source: str = ""
    session: str = ""
    program: str = ""

    @property
    def label(self) -> str:
        """Return the name as shown."""
        return self.name or "environment"


@dataclass(frozen=True, slots=True)
class CodeAsked:
    """AWS wants the code of an MFA device before it lets a profile take its role.

    ``refused``: the code before was not accepted. ``ahead`` is how many seconds AWS's clock is ahead of
    this computer's, as far as it is known. ``cannot_remember`` says why the role's credentials cannot
    be remembered beyond this run, None where they can.
    """

    profile: str
    device: str
    refused: bool = False
    ahead: float | None = None
    cannot_remember: Text | None = None


@dataclass(frozen=True, slots=True)
class CodeGiven:
    """The code that was given; ``remember`` what it opens until that ends. Never shown or kept."""

    code: str = field(repr=False)
    remember: bool = False


@dataclass(frozen=True, slots=True)
class Caller:
    """Who STS says is calling. ``expires`` is when the credentials end (UTC), None when they do not."""

    account: str
    arn: str
    user_id: str
    expires: datetime | None
    alias: str = ""


@dataclass(frozen=True, slots=True)
class IdentityFacts:
    """The chosen profile, the chosen Region (None: none chosen), and who is calling.

    ``profiles`` is unknown when the configuration cannot be read; ``region_status`` is EC2's
    opt-in status (``opt-in-not-required``, ``opted-in``, ``not-opted-in``), None for a Region that
    EC2 does not know. ``regions`` are the Regions enabled for the account, as far as EC2 told them.
    ``clock`` is how many seconds AWS's clock is ahead of this computer's. ``settings`` are those of
    the environment and the profile.
    """

    profile: str | None
    region: str | None
    partition: str | None
    profiles: Fact[tuple[Profile, ...]]
    caller: Fact[Caller]
    region_status: Fact[str | None]
    regions: tuple[str, ...] = ()
    clock: Fact[float] = NOT_COLLECTED
    settings: Fact[Settings] = NOT_COLLECTED


def same_caller(one: str, other: str) -> bool:
    """Tell whether two ARNs of callers mean the same one: names made up for a session do not count."""
    return MADE_UP.sub(r"\1", one) == MADE_UP.sub(r"\1", other)
