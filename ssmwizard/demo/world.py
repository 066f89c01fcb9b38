"""Making, saving and loading the state of a demo account."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ssmwizard.demo.context import World, new_id

FORMAT = 5
"""Raised when an older saved state can no longer be read."""

EVERYTHING = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}


@cache
def _data(name: str) -> str:
    return (files("ssmwizard.demo") / "data" / name).read_text(encoding="utf-8")


def new_world(now: float, *, pace: float) -> World:
    """An account with AWS's own policies and callers, and nothing else in it."""
    facts = json.loads(_data("account.json"))
    world: World = {
        "format": FORMAT,
        "scenario": "",
        "pace": pace,
        "made": now,
        "serial": 0,
        "revision": 0,
        "judged": 0,
        "due": [],
        "keys": {},
        "faults": {"denied": [], "delays": {}, "throttled": {}, "broken": {}, "skew": 0.0},
        "iam": {
            "users": {},
            "roles": {},
            "profiles": {},
            "policies": {},
            "organization": None,
            "aliases": [facts.pop("alias")],
        },
        "buckets": {},
        "portal": {"cache": {}, "tokens": {}, "devices": {}, "codes": []},
        "regions": {},
        "region_names": facts.pop("regions"),
        **facts,
    }
    policies = json.loads(_data("managed_policies.json").replace("{partition}", world["partition"]))
    for name, policy in policies.items():
        arn = f"arn:{world['partition']}:iam::aws:policy{policy['path']}{name}"
        world["iam"]["policies"][arn] = {
            "PolicyName": name,
            "PolicyId": new_id(world, "ANPA", 17).upper(),
            "Arn": arn,
            "Path": policy["path"],
            "DefaultVersionId": policy["version"],
            "CreateDate": policy["created"],
            "UpdateDate": policy["updated"],
            "Document": policy["document"],
            "AwsOwned": True,
        }
    return world


def save(world: World, path: Path) -> None:
    """Writes the state so that a reader never finds half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(world, separators=(",", ":")), encoding="utf-8")
    part.replace(path)


def load(path: Path) -> World:
    """Reads a saved state.

    :raises ValueError: the file is not a saved state of this version.
    """
    found: Any = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        message = f"{path} is not a saved demo account of this version"
        raise ValueError(message)
    return found
