"""What the tests do to the account's answers: late, throttled, broken, refused."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any

from ssmwizard.demo.context import World
from ssmwizard.demo.failure import AwsError, NoAnswerError

PAGES = {
    "not-json": b"<!DOCTYPE html><html><meta charset=utf-8><h1>Sign in to the guest network",
    "xhtml": b"<html><body><h1>Sign in to the guest network</h1></body></html>",
}
KINDS = (*PAGES, "http-500", "reset", "hang")


def _found(table: dict[str, Any], name: str) -> tuple[str, Any] | None:
    return next(((p, v) for p, v in table.items() if fnmatchcase(name, p)), None)


def delay_of(world: World, name: str) -> float:
    """Seconds to wait before ``service:Operation`` is answered."""
    found = _found(world["faults"]["delays"], name)
    return float(found[1]) if found else 0.0


def throttle(world: World, name: str) -> None:
    """Refuses the call while its throttling lasts."""
    found = _found(world["faults"]["throttled"], name)
    if found is None or found[1] <= 0:
        return
    world["faults"]["throttled"][found[0]] = found[1] - 1
    service = name.partition(":")[0]
    if service == "ec2":
        raise AwsError("RequestLimitExceeded", "Request limit exceeded.", 503)
    if service == "s3":
        raise AwsError("SlowDown", "Please reduce your request rate.", 503)
    code = "ThrottlingException" if service in {"ssm", "logs", "kms"} else "Throttling"
    raise AwsError(code, "Rate exceeded")


def refuse(world: World, name: str) -> None:
    """Refuses the call with the error that was ordered for it, as often as that was."""
    found = _found(world["faults"].get("refused", {}), name)
    if found is None:
        return
    pattern, fault = found
    fault["times"] -= 1
    if fault["times"] <= 0:
        del world["faults"]["refused"][pattern]
    raise AwsError(fault["code"], fault["message"])


def breakage(world: World, name: str) -> tuple[int, bytes] | None:
    """The status and body of a broken answer, if this call is to be broken.

    :raises NoAnswerError: no answer at all.
    """
    found = _found(world["faults"]["broken"], name)
    if found is None:
        return None
    pattern, fault = found
    if fault["times"] is not None:
        fault["times"] -= 1
        if fault["times"] <= 0:
            del world["faults"]["broken"][pattern]
    if fault["kind"] in PAGES:
        return 200, PAGES[fault["kind"]]
    if fault["kind"] == "http-500":
        return 500, b""
    raise NoAnswerError(fault["kind"], fault["seconds"])
