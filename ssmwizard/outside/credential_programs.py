"""Programs that deliver credentials: those that a profile names, and the AWS CLI for its own sign-ins.

What ``aws login`` keeps is only read with botocore's extra ``crt``. Where that is not installed, the AWS
CLI that signed in is asked for the credentials. All of them have a time limit, and end as a group.
https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html
"""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import subprocess
from typing import Any

import botocore.credentials
import botocore.session
from botocore.exceptions import CredentialRetrievalError

from ssmwizard.outside.folders import at_home
from ssmwizard.outside.programs import end_group, environment
from ssmwizard.resources import load_json

SECONDS = 45.0
LOGIN = "login"
AWS = "aws"


class Limited(subprocess.Popen[bytes]):
    """A program whose answer is waited for so long and no longer."""

    def __init__(self, words: list[str], **more: Any) -> None:
        self._name = words[0]
        super().__init__(
            words,
            stdin=subprocess.DEVNULL,
            env=environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            **more,
        )

    def communicate(self, *_: Any, **__: Any) -> tuple[bytes, bytes]:
        """Return what it printed; raises CredentialRetrievalError when it takes too long."""
        with self:
            try:
                return super().communicate(timeout=SECONDS)
            except subprocess.TimeoutExpired as late:
                end_group(self)
                said = f"{self._name} did not answer within {SECONDS:.0f} seconds"
                raise CredentialRetrievalError(provider="custom-process", error_msg=said) from late


class SignedInByTheCli(botocore.credentials.CredentialProvider):
    """The credentials of a profile that ``aws login`` signed in, from the AWS CLI itself."""

    METHOD = LOGIN

    def __init__(self, session: botocore.session.Session, profile: str) -> None:
        super().__init__(session)
        self._profile = profile

    def load(self) -> Any:
        """Return the credentials, None for a profile of another kind."""
        settings = self.session.full_config["profiles"].get(self._profile, {})
        if "login_session" not in settings:
            return None
        words = (_aws(), "configure", "export-credentials", "--profile", self._profile)
        line = _line((*words, "--format", "process"))
        config = {"profiles": {self._profile: {"credential_process": line}}}
        return botocore.credentials.ProcessProvider(
            self._profile, lambda: config, popen=Limited
        ).load()


def limit(session: botocore.session.Session) -> None:
    """Give the programs that deliver credentials to a session a time limit, and add the AWS CLI."""
    resolver: Any = session.get_component("credential_provider")
    resolver.get_provider("custom-process")._popen = Limited  # noqa: SLF001 - no other way
    builder = resolver.get_provider("assume-role")._profile_provider_builder  # noqa: SLF001
    make_process = builder._create_process_provider  # noqa: SLF001

    def limited(profile: str) -> Any:
        made = make_process(profile)
        made._popen = Limited  # noqa: SLF001
        return made

    builder._create_process_provider = limited  # noqa: SLF001
    if getattr(botocore.credentials, "EC", None) is not None:
        return
    name = session.get_config_variable("profile") or "default"
    resolver.insert_before(LOGIN, SignedInByTheCli(session, name))
    resolver.providers.remove(resolver.providers[_place(resolver) + 1])
    builder._create_login_provider = lambda profile: SignedInByTheCli(session, profile)  # noqa: SLF001


def _place(resolver: Any) -> int:
    return [provider.METHOD for provider in resolver.providers].index(LOGIN)


def _aws() -> str:
    """Return the AWS CLI: the one on the search path, else one in a usual place."""
    found = shutil.which(AWS)
    usual = load_json("data/programs.json")[AWS].get(platform.system(), ())
    places = (os.path.expandvars(at_home(place)) for place in usual)
    return found or next((place for place in places if shutil.which(place)), AWS)


def _line(words: tuple[str, ...]) -> str:
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
