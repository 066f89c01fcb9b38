"""MFA codes: asked once for each role and run, and shared by all clients, in every Region.

A role's credentials are kept in memory, under botocore's own key for them; beyond the run only where
the operator says so, in the system's keyring.
https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from ssmwizard.model.identity import CodeAsked, CodeGiven
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.secret_store import Kind, NotKept, SecretStore

Ask = Callable[[CodeAsked], CodeGiven | None]
# What STS takes at all: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
SHAPE = re.compile(r"\d{6}", re.ASCII)
PROMPT = "Enter MFA code for "
# botocore wants new credentials for those that end sooner, and asks for a code once only.
BEFORE_THE_END = timedelta(minutes=11)
FOR_EVER = datetime.max.replace(tzinfo=UTC)
NO_KEYRING = N_("Nothing is kept beyond this run here.")
REMEMBERED = ("AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "AccountId")


@dataclass
class Unlocking:
    """How far a profile is whose credentials a code opens.

    ``asks`` for a code, ``opened`` once, until it ``ends``; the code before was ``refused``, or there
    was a ``failure``.
    """

    asks: bool = False
    opened: bool = False
    ends: datetime | None = None
    refused: bool = False
    failure: Exception | None = None

    def wants_code(self, now: datetime) -> bool:
        """Tell whether a code is wanted now: botocore would fail a little before the end."""
        return self.asks and (self.ends is None or now >= self.ends - BEFORE_THE_END)


class Codes:
    """Asks for codes, and holds what they opened. Safe to use from any thread but the window's.

    ``ask`` is given by whoever can ask: the window or the terminal; it waits for the answer. ``said``
    is told why something was not remembered.
    """

    def __init__(self, store: SecretStore | None = None) -> None:
        self.ask: Ask | None = None
        self.said: Callable[[Text], None] = lambda _: None
        self.lock = threading.RLock()
        self.roles = Roles(store, self._tell)
        self._store = store

    def give(self, prompt: str, profile: str, ahead: float | None, *, refused: bool) -> str:
        """Return the code that botocore prompts for; raises where none is given."""
        from ssmwizard.outside.code_errors import (  # noqa: PLC0415 - brings botocore
            CodeNotAsked,
            CodeNotGiven,
        )

        if self.ask is None:
            raise CodeNotAsked(
                provider="assume-role", error_msg="there is nobody to ask for a code"
            )
        device = prompt.removeprefix(PROMPT).rstrip(": ")
        cannot = self._store.unusable() if self._store is not None else text(NO_KEYRING)
        given = self.ask(CodeAsked(profile, device, refused, ahead, cannot))
        while given is not None and not SHAPE.fullmatch(given.code):
            given = self.ask(
                CodeAsked(profile, device, refused=True, ahead=ahead, cannot_remember=cannot)
            )
        if given is None:
            raise CodeNotGiven(provider="assume-role", error_msg="no code was given")
        self.roles.remember = given.remember and cannot is None
        return given.code

    def _tell(self, reason: Text) -> None:
        self.said(reason)

    def forget_ended(self) -> None:
        """Delete what was remembered and has ended."""
        if self._store is not None:
            with suppress(NotKept):
                self._store.forget_ended()


class Roles(MutableMapping[str, Any]):
    """The cache that botocore keeps the credentials of roles in."""

    def __init__(self, store: SecretStore | None, said: Callable[[Text], None]) -> None:
        self.remember = False
        self._store = store
        self._said = said
        self._kept: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        """Return what a role answered, from memory or from the keyring."""
        if key not in self._kept:
            found = self._remembered(key)
            if found is None:
                raise KeyError(key)
            self._kept[key] = found
        return deepcopy(self._kept[key])

    def __setitem__(self, key: str, answer: Any) -> None:
        """Keep what a role answered; in the keyring too, if the operator wishes it."""
        self._kept[key] = answer
        if self.remember and self._store is not None:
            try:
                kept, ends = _written(answer)
                self._store.keep(Kind.SESSION, key, kept, ends)
            except NotKept as problem:
                self._said(problem.reason)
        self.remember = False

    def __delitem__(self, key: str) -> None:
        """Forget a role's answer."""
        del self._kept[key]

    def __iter__(self) -> Iterator[str]:
        """Return the keys of what is in memory."""
        return iter(self._kept)

    def __len__(self) -> int:
        """Return how much is in memory."""
        return len(self._kept)

    def _remembered(self, key: str) -> Any:
        if self._store is None:
            return None
        with suppress(NotKept, ValueError):
            found = self._store.find(Kind.SESSION, key)
            return None if found is None else {"Credentials": json.loads(found)}
        return None


def _written(answer: Any) -> tuple[str, datetime]:
    told = answer["Credentials"]
    ends = told["Expiration"]
    when = ends if isinstance(ends, datetime) else datetime.fromisoformat(str(ends))
    kept = {name: told[name] for name in REMEMBERED if told.get(name) is not None}
    return json.dumps({**kept, "Expiration": when.isoformat()}), when.astimezone(UTC)
