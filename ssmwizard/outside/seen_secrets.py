"""Knows the secrets again that this process has held, without keeping them.

Of each only the hashes of its parts of eight letters stay (SipHash, under the key that Python draws for
each process), in each form in which it may be written. So the smallest part that is told for certain has
fifteen letters; two halves of a key are found like the whole of it.
"""

from __future__ import annotations

import base64
import html
import json
import struct
import threading
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, quote_plus

import botocore.session

GRAM = 8
# A part of this length holds a whole block, wherever it begins.
SHORTEST = 2 * GRAM - 1
# What parameters and answers call the secrets in them: of STS, IAM Identity Center and Systems Manager.
_NAMES = frozenset(
    {
        "ActivationCode",
        "SAMLAssertion",
        "SecretAccessKey",
        "SessionToken",
        "TokenValue",
        "WebIdentityToken",
        "accessToken",
        "clientSecret",
        "idToken",
        "refreshToken",
        "secretAccessKey",
        "sessionToken",
    }
)
_AROUND = ("Credentials", "roleCredentials")


class Seen:
    """What was seen. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._noted: set[int] = set()
        self._grams: set[int] = set()

    def note(self, secret: object) -> None:
        """Take note of a secret; one that is too short to be told from other words is none."""
        if not isinstance(secret, str) or len(secret) < SHORTEST:
            return
        with self._lock:
            if hash(secret) in self._noted:
                return
            self._noted.add(hash(secret))
            for form in forms(secret):
                self._grams.update(
                    hash((form[at : at + GRAM],)) for at in range(len(form) - GRAM + 1)
                )

    def note_members(self, members: Mapping[str, Any]) -> None:
        """Take note of the secrets among what was asked or answered."""
        for name in _NAMES & members.keys():
            self.note(members[name])
        for name in _AROUND:
            if isinstance(members.get(name), Mapping):
                self.note_members(members[name])

    def within(self, content: bytes) -> bool:
        """Tell whether a part of a secret is in a content."""
        grams = self._grams
        if not grams:
            return False
        whole = content[: len(content) // GRAM * GRAM]
        if grams.isdisjoint(map(hash, struct.iter_unpack(f"{GRAM}s", whole))):
            return False
        return any(
            hash((content[at : at + GRAM],)) in grams and self._long(content, at)
            for at in range(0, len(whole), GRAM)
        )

    def _long(self, content: bytes, at: int) -> bool:
        """Tell whether so much of a secret stands around a place that it is no chance."""
        first = last = at
        while first > 0 and hash((content[first - 1 : first - 1 + GRAM],)) in self._grams:
            first -= 1
        while hash((content[last + 1 : last + 1 + GRAM],)) in self._grams:
            last += 1
        return last - first + GRAM >= SHORTEST


SEEN = Seen()


def watch(session: botocore.session.Session) -> None:
    """Take note of what a session signs with, and of the secrets in what it asks and is answered."""

    def signs(**told: Any) -> None:
        credentials = told["request_signer"]._credentials  # noqa: SLF001 - botocore tells it nowhere else
        if credentials is not None:
            frozen = credentials.get_frozen_credentials()
            SEEN.note(frozen.secret_key)
            SEEN.note(frozen.token)

    def asks(**told: Any) -> None:
        SEEN.note_members(told["params"])

    def hears(**told: Any) -> None:
        SEEN.note_members(told["parsed"])

    session.register("before-sign", signs)
    session.register("before-parameter-build", asks)
    session.register("after-call", hears)


def forms(secret: str) -> Iterator[bytes]:
    """Yield how a secret may be written, base64 at each of the three places in which it may begin."""
    said = {
        secret,
        quote(secret, safe=""),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        html.escape(secret),
    }
    for one in said:
        yield one.encode()
    for before in range(3):
        code = base64.b64encode(b"\0" * before + secret.encode())
        # What stands at the ends depends on the neighbours.
        inner = code[4 if before else 0 : -4]
        yield inner
        yield inner.translate(bytes.maketrans(b"+/", b"-_"))
