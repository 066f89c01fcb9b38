"""``ssmwizard policy``: what the administrator of this computer allows, or what a file would."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from ssmwizard.app import opening
from ssmwizard.app.doors import Doors
from ssmwizard.cli import console
from ssmwizard.cli.status import Status
from ssmwizard.model.machine_policy import MachinePolicy


def run(arguments: Namespace, _: Doors) -> int:
    """Say what is allowed; a policy that cannot be used is told with its line."""
    path = arguments.file or opening.policy_path()
    policy = opening.policy(path)
    if arguments.format == "json":
        console.answer_json(_as_json(policy, path))
    else:
        console.answer("\n".join(_told(policy, path)))
    return Status.READY if policy.problem is None else Status.BLOCKED


def _told(policy: MachinePolicy, path: Path) -> Iterator[str]:
    if not policy.path:
        yield f"There is no policy: {path} is not there. Nothing is forbidden."
        return
    nothing = policy.nothing()
    if nothing is not None:
        yield nothing.english()
        return
    yield f"The policy of this computer: {policy.path}"
    for said, values in (
        ("Fixes that are allowed", policy.allowed_fixes),
        ("Fixes that are forbidden", policy.forbidden_fixes or None),
        ("Accounts in which changes are allowed", policy.allowed_accounts),
        ("Regions in which changes are allowed", policy.allowed_regions),
    ):
        yield f"  {said}: {_all(values)}"
    yield f"  Opening a session to try it: {_allowed(yes=policy.probe)}"
    yield f"  Asking nodes by Run Command: {_allowed(yes=policy.ask_nodes)}"
    if policy.contact:
        yield f"  Whom to ask: {policy.contact}"


def _all(values: Iterable[str] | None) -> str:
    if values is None:
        return "-"
    return ", ".join(sorted(values)) or "none"


def _allowed(*, yes: bool) -> str:
    return "allowed" if yes else "forbidden"


def _as_json(policy: MachinePolicy, path: Path) -> dict[str, object]:
    return {
        "path": str(path),
        "there": bool(policy.path),
        "problem": policy.problem and policy.problem.english(),
        "read_only": policy.locked,
        "allowed_fixes": _listed(policy.allowed_fixes),
        "forbidden_fixes": _listed(policy.forbidden_fixes),
        "allowed_accounts": _listed(policy.allowed_accounts),
        "allowed_regions": _listed(policy.allowed_regions),
        "probe": policy.probe and not policy.locked,
        "ask_nodes": policy.ask_nodes and not policy.locked,
        "contact": policy.contact,
    }


def _listed(values: frozenset[str] | None) -> list[str] | None:
    return None if values is None else sorted(values)
