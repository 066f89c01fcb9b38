"""Secrets of every kind, to be planted, in every form in which one text stands inside another."""

from __future__ import annotations

import base64
import gzip
import html
import json
import random
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

LETTERS = string.ascii_letters + string.digits
PART = 12


@dataclass(frozen=True, slots=True)
class Canary:
    """A secret as it is planted, and the letters that must not be found again."""

    kind: str
    secret: str
    text: str


def _drawn(draw: random.Random, length: int) -> str:
    return "".join(draw.choices(LETTERS, k=length))


def _key(secret: str) -> str:
    return f"AKIAIOSFODNN7EXAMPLE aws_secret_access_key={secret}"


def _pem(secret: str) -> str:
    return f"-----BEGIN RSA PRIVATE KEY-----\n{secret}\n-----END RSA PRIVATE KEY-----"


KINDS: dict[str, tuple[int, Callable[[str], str]]] = {
    "secret key": (40, _key),
    "secret key as a variable": (40, lambda one: f"export AWS_SECRET_ACCESS_KEY='{one}'"),
    "session token": (200, lambda one: f"it used IQoJb3JpZ2luX2Vj{one}"),
    "older session token": (200, lambda one: f"FwoGZXIvYXdzE{one} was refused"),
    "access token": (120, lambda one: f"token aoaAAAAAG{one}"),
    "sso token": (60, lambda one: json.dumps({"accessToken": one, "region": "eu-west-3"})),
    "refresh token": (60, lambda one: f"refreshToken: {one}"),
    "client secret": (60, lambda one: f"client_secret={one}"),
    "token of a session": (60, lambda one: json.dumps({"SessionId": "x", "TokenValue": one})),
    "address of a session": (
        40,
        lambda one: (
            f"wss://ssmmessages.eu-west-3.amazonaws.com/v1/data-channel/x-0?role=publish&cell={one}"
        ),
    ),
    "presigned": (
        64,
        lambda one: f"https://b.s3.amazonaws.com/k?X-Amz-Expires=9&X-Amz-Signature={one}&a=b",
    ),
    "presigned token": (80, lambda one: f"https://b.s3.amazonaws.com/k?X-Amz-Security-Token={one}"),
    "activation code": (20, lambda one: f"amazon-ssm-agent -register -code '{one}' -id 1a2b"),
    "activation": (20, lambda one: json.dumps({"ActivationId": "1", "ActivationCode": one})),
    "authorization": (40, lambda one: f"Authorization: Bearer {one}"),
    "basic": (32, lambda one: f"Proxy-Authorization: Basic {one}"),
    "proxy": (24, lambda one: f"https_proxy: http://ann:{one}@proxy.corp:3128"),
    "address": (24, lambda one: f"http://ann:{one}@git.corp/x"),
    "private key": (64, _pem),
    "password": (24, lambda one: f"db_password={one}"),
    "option": (24, lambda one: f"mysql --password {one} -h db"),
    "json web token": (60, lambda one: f"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx{one}.{one[::-1]}"),
    "github": (36, lambda one: f"ghp_{one}"),
    "cookie": (40, lambda one: f"Cookie: {one}"),
}


def _coded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


FORMS: dict[str, Callable[[str], Any]] = {
    "as it is": lambda text: text,
    "a list": lambda text: ["before", [text]],
    "json": lambda text: json.dumps({"said": text}),
    "json in json": lambda text: json.dumps({"said": json.dumps([{"Note": text}])}),
    "escaped": lambda text: f"it said {json.dumps(json.dumps(text))[1:-1]} and left",
    "html": lambda text: f"<p>{html.escape(text)}</p>",
    "url": lambda text: f"https://example.org/?q={quote(text, safe='')}",
    "url twice": lambda text: f"https://example.org/?q={quote(quote(text, safe=''), safe='')}",
    "base64": _coded,
    "base64 of urls": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "base64 in a sentence": lambda text: f"the rest: {_coded(text)} (end)",
    "base64 twice": lambda text: _coded(_coded(text)),
    "gzip": lambda text: base64.b64encode(gzip.compress(text.encode())).decode(),
    "gzip of json": lambda text: {
        "Content": base64.b64encode(gzip.compress(json.dumps([text]).encode())).decode()
    },
    "name": lambda text: {text: "told"},
    "tag": lambda text: {"Key": "Note", "Value": text},
}


def canaries(seed: int) -> Iterator[tuple[Canary, str, Any]]:
    """Yield each kind of secret in each form: the canary, the name of the form, and what is planted."""
    draw = random.Random(seed)  # noqa: S311 - the same in every run
    for kind, (length, text) in KINDS.items():
        for form, planted in FORMS.items():
            secret = _drawn(draw, length)
            one = Canary(kind, secret, text(secret))
            yield one, form, planted(one.text)


def parts(secret: str) -> set[bytes]:
    """The parts of a secret in each form: one found is a leak, also of a half of it."""
    found: set[bytes] = set()
    for before in range(3):
        code = base64.b64encode(b"\0" * before + secret.encode())[4 if before else 0 : -4]
        found |= _grams(code) | _grams(code.translate(bytes.maketrans(b"+/", b"-_")))
    return found | _grams(secret.encode()) | _grams(secret[::-1].encode())


def _grams(said: bytes) -> set[bytes]:
    return {said[at : at + PART] for at in range(len(said) - PART + 1)}


def found_again(content: bytes, sought: set[bytes]) -> set[bytes]:
    """The parts that a content holds."""
    return {content[at : at + PART] for at in range(len(content) - PART + 1)} & sought
