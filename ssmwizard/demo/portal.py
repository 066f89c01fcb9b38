"""IAM Identity Center of the demo account: signing in by device code, and credentials for that.

Its requests carry no signature, and are told by their path.
https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/Welcome.html
https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/Welcome.html
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha1
from typing import Any
from urllib.parse import parse_qs

from ssmwizard.demo.context import World, new_id
from ssmwizard.demo.profiles import OPERATOR_ROLE, SESSION

START_URL = "https://demo.invalid/start"
HOUR = 3600
SIGNED_IN_SECONDS = 8 * HOUR
# How many times a client asks before somebody has entered the code.
PENDING = 1
Values = Mapping[str, Any]
Answer = tuple[int, dict[str, Any]]


def answer(world: World, path: str, body: bytes, headers: Mapping[str, str], now: float) -> Answer:
    """The answer to a request: its status and what JSON carries."""
    place, _, query = path.partition("?")
    if place == "/federation/credentials":
        asked = {name: values[0] for name, values in parse_qs(query).items()}
        return _credentials(world, asked, headers.get("x-amz-sso_bearer_token", ""), now)
    try:
        params = json.loads(body or b"{}")
    except ValueError:
        return _refused("invalid_request", "The body is not JSON.")
    return PATHS[place](world, params, now)


def sign_in(world: World, now: float) -> None:
    """Somebody has signed in: the cache of the AWS CLI has a token, as it writes it there."""
    made = _token(world, now)
    ends = datetime.fromtimestamp(now + SIGNED_IN_SECONDS, UTC)
    portal(world)["cache"][_key(SESSION)] = {
        "startUrl": START_URL,
        "region": world["main_region"],
        "accessToken": made,
        "expiresAt": f"{ends:%Y-%m-%dT%H:%M:%SZ}",
    }


def sign_out(world: World) -> None:
    """Nobody is signed in any more."""
    for kept in ("cache", "tokens"):
        portal(world)[kept].clear()


def portal(world: World) -> dict[str, Any]:
    """What is kept of sign-ins: ``cache`` is the AWS CLI's, the rest is the service's own."""
    kept: dict[str, Any] = world["portal"]
    return kept


def _key(session: str) -> str:
    """The name under which the AWS CLI keeps the token of an ``sso-session``."""
    return sha1(session.encode(), usedforsecurity=False).hexdigest()


def _token(world: World, now: float) -> str:
    token = new_id(world, "demo-access-token-", 32)
    portal(world)["tokens"][token] = now + SIGNED_IN_SECONDS
    return token


def _register(world: World, params: Values, now: float) -> Answer:
    del params
    return 200, {
        "clientId": new_id(world, "demo-client-", 12),
        "clientSecret": new_id(world, "demo-client-secret-", 32),
        "clientIdIssuedAt": int(now),
        "clientSecretExpiresAt": int(now + 90 * 24 * HOUR),
    }


def _authorize(world: World, params: Values, now: float) -> Answer:
    del now
    device = new_id(world, "demo-device-", 24)
    letters = new_id(world, "", 8).upper()
    code = f"{letters[:4]}-{letters[4:8]}"
    portal(world)["devices"][device] = PENDING
    page = f"{params.get('startUrl', START_URL)}/#/device"
    return 200, {
        "deviceCode": device,
        "userCode": code,
        "verificationUri": page,
        "verificationUriComplete": f"{page}?user_code={code}",
        "expiresIn": 600,
        "interval": 1,
    }


def _create_token(world: World, params: Values, now: float) -> Answer:
    devices, device = portal(world)["devices"], params.get("deviceCode", "")
    if device not in devices:
        return _refused("invalid_grant", "Invalid grant provided")
    if devices[device]:
        devices[device] -= 1
        return _refused("authorization_pending", "", "AuthorizationPendingException")
    del devices[device]
    token = _token(world, now)
    return 200, {"accessToken": token, "tokenType": "Bearer", "expiresIn": SIGNED_IN_SECONDS}


def _credentials(world: World, asked: Values, token: str, now: float) -> Answer:
    if portal(world)["tokens"].get(token, 0) <= now:
        said = "Session token not found or invalid"
        return 401, {"__type": "UnauthorizedException", "message": said}
    name = asked.get("role_name", "")
    if name != OPERATOR_ROLE or asked.get("account_id") != world["account"]:
        return 403, {"__type": "ForbiddenException", "message": "No access"}
    key, secret = new_id(world, "ASIA", 16).upper(), new_id(world, "demo/", 35)
    session = new_id(world, "demo-session-token-", 40)
    role = world["iam"]["roles"][name]
    who = "camille@example.com"
    world["keys"][key] = {
        "token": session,
        "expired": False,
        "principal": ["roles", name],
        "arn": f"arn:{world['partition']}:sts::{world['account']}:assumed-role/{name}/{who}",
        "user_id": f"{role['RoleId']}:{who}",
    }
    return 200, {
        "roleCredentials": {
            "accessKeyId": key,
            "secretAccessKey": secret,
            "sessionToken": session,
            "expiration": int((now + HOUR) * 1000),
        }
    }


def _refused(error: str, said: str, kind: str = "InvalidRequestException") -> Answer:
    return 400, {"__type": kind, "error": error, "error_description": said}


PATHS: Mapping[str, Callable[[World, Values, float], Answer]] = {
    "/client/register": _register,
    "/device_authorization": _authorize,
    "/token": _create_token,
}


def is_asked(path: str) -> bool:
    """Whether a request without a signature is one of these."""
    place = path.partition("?")[0]
    return place in PATHS or place == "/federation/credentials"
