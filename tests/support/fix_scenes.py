"""For every fix of the account: where in the demo account it has something to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.demo.scenarios.machines import MachineBuilder
from ssmwizard.demo.scenarios.session_resources import preferences
from ssmwizard.fixes.every import EVERY
from ssmwizard.model.findings import Scope
from ssmwizard.model.plans import Plan
from tests.support.on_demo import Stage, stage

PREFERENCES = "SSM-SessionManagerRunShell"
LOST = "mi-0123456789abcdef0"
BARE = json.dumps({"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": {}})


def region_of(on_demo: Stage) -> Any:
    return on_demo.account.world["regions"]["eu-west-3"]


def _node(on_demo: Stage, name: str) -> Any:
    (found,) = [one for one in region_of(on_demo)["nodes"].values() if one["Name"] == name]
    return found


def _stuck(on_demo: Stage) -> None:
    _node(on_demo, "web-01")["Stuck"] = True


def _run_as(on_demo: Stage) -> None:
    builder = MachineBuilder(on_demo.account.world, "eu-west-3")
    preferences(builder, runAsEnabled=True, runAsDefaultUser="deploy")


def _held_back(on_demo: Stage) -> None:
    """The role of a machine outside EC2 denies what a node needs, on purpose."""
    role = on_demo.account.world["iam"]["roles"]["HybridServersOld"]
    denied = {"Effect": "Deny", "Action": "ssmmessages:*", "Resource": "*"}
    role["Inline"]["no-sessions"] = {"Version": "2012-10-17", "Statement": [denied]}


def _without_group(on_demo: Stage) -> None:
    """The log group was deleted; its key lets CloudWatch Logs use it."""
    region = region_of(on_demo)
    group = region["log_groups"].pop("/atelier/sessions")
    service = {"Service": "logs.eu-west-3.amazonaws.com"}
    allowed = {"Effect": "Allow", "Principal": service, "Action": "kms:*", "Resource": "*"}
    key = region["kms_keys"][group["kmsKeyId"].rpartition("/")[2]]
    key["Policy"]["Statement"].append(allowed)


def _not_lent(on_demo: Stage) -> None:
    """The instance lost its profile, and Default Host Management is off."""
    region = region_of(on_demo)
    for document in region["documents"].values():
        document["Versions"]["1"]["Content"] = BARE
    del region["instances"][_node(on_demo, "web-01")["InstanceId"]]["IamInstanceProfile"]


def _slip(on_demo: Stage) -> None:
    """A comma too many, and a timeout that is too long."""
    version = region_of(on_demo)["documents"][PREFERENCES]["Versions"]["1"]
    version["Content"] = version["Content"].replace(
        '"idleSessionTimeout": "20"', '"idleSessionTimeout": "90",'
    )


@dataclass(frozen=True)
class Scene:
    """A machine of a scenario, and what is broken first."""

    name: str
    scenario: str | None = None
    before: Callable[[Stage], None] = lambda _: None
    pace: float = 0


SESSIONS = "sessions"
SCENES = {
    "node.start": Scene("web-04"),
    # A machine that registers at once could not be taken back.
    "node.new-activation": Scene(LOST, pace=1),
    "role.attach-instance-profile": Scene("web-03"),
    "role.attach-managed-policy": Scene("web-02"),
    "role.repair-trust": Scene("batch-01"),
    "role.allow-session-resources": Scene("plain-01", SESSIONS),
    "role.change-hybrid-role": Scene("srv-nantes-01", before=_held_back),
    "session.create-log-group": Scene("web-01", SESSIONS, _without_group),
    "session.repair-preferences": Scene("web-01", SESSIONS, _slip),
    "account.enable-default-host-management": Scene("web-01", SESSIONS, _not_lent),
    "imds.enable": Scene("vault-01"),
    "network.create-endpoints": Scene("cache-01"),
    "network.enable-dns": Scene("db-01"),
    "network.enable-private-dns": Scene("lab-01"),
    "network.allow-endpoint-ingress": Scene("erp-01"),
    "network.allow-node-egress": Scene("db-02"),
    "account.enable-advanced-tier": Scene("srv-lyon-01"),
    "agent.update": Scene("wiki-01"),
    "agent.auto-update": Scene("wiki-01"),
    "node.restart-agent": Scene("web-01", before=_stuck),
    "os.create-ssm-user": Scene("web-01", before=_run_as),
}
# Those that change this computer alone, or sign in, have no account to be tried on.
OF_THE_ACCOUNT = {fix.id for fix in EVERY if fix.looks_at is Scope.NODE}


@dataclass
class Set:
    """An account with a plan for it, and the state to come back to."""

    on_demo: Stage
    inspection: Inspection
    plan: Plan
    state: str

    def again(self) -> None:
        """Put the account back as it was when the plan was made."""
        self.on_demo.account._endpoint.world = json.loads(self.state)
        self.on_demo.doors.journal.unlink(missing_ok=True)


def built(fix: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Set:
    """Open the account of a fix's scene, look at it, and plan."""
    scene = SCENES[fix]
    on_demo = stage(folder, monkeypatch, scenario=scene.scenario, pace=scene.pace)
    scene.before(on_demo)
    on_demo.by_hand("sts", "GetCallerIdentity")
    node = scene.name if scene.name == LOST else _node(on_demo, scene.name)["InstanceId"]
    asks = next(one.asks_nodes for one in EVERY if one.id == fix)
    choice = Choice("demo-admin", None, (node,), local=False, ask_nodes=asks)
    inspection = inspect(on_demo.doors, choice)
    (plan,) = repair.plans(inspection, fix, [node])
    assert isinstance(plan, Plan), plan
    return Set(on_demo, inspection, plan, json.dumps(on_demo.account.world))
