"""What the session preferences ask for, mended on an account that really answers."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Moved, Proof
from ssmwizard.model.findings import Status
from ssmwizard.model.plans import NoPlan, Plan, Wait
from tests.support.on_demo import Stage, stage

ALLOW = "role.allow-session-resources"
POLICY = "ssmwizard-session-resources"
GROUP = "session.create-log-group"
LEND = "account.enable-default-host-management"
MEND = "session.repair-preferences"
NODES = {ALLOW: "plain-01", GROUP: "web-01", LEND: "web-01", MEND: "web-01"}
ALL = pytest.mark.parametrize("fix", NODES)


def sessions(folder: Path, monkeypatch: pytest.MonkeyPatch, fix: str) -> Stage:
    """An account in which a session lacks what a fix mends."""
    on_demo = stage(folder, monkeypatch, scenario="sessions")
    BREAK.get(fix, lambda _: None)(on_demo)
    return on_demo


def without_group(on_demo: Stage) -> None:
    """The log group was deleted; its key lets CloudWatch Logs use it."""
    region = on_demo.account.world["regions"]["eu-west-3"]
    group = region["log_groups"].pop("/atelier/sessions")
    service = {"Service": "logs.eu-west-3.amazonaws.com"}
    allowed = {"Effect": "Allow", "Principal": service, "Action": "kms:*", "Resource": "*"}
    key = region["kms_keys"][group["kmsKeyId"].rpartition("/")[2]]
    key["Policy"]["Statement"].append(allowed)


def no_longer_lent(on_demo: Stage) -> None:
    """The instance lost its profile, and Default Host Management is off."""
    region = on_demo.account.world["regions"]["eu-west-3"]
    for document in region["documents"].values():
        document["Versions"]["1"]["Content"] = BARE
    del region["instances"][on_demo.instance("web-01")]["IamInstanceProfile"]


BARE = json.dumps({"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": {}})


def with_a_slip(on_demo: Stage) -> None:
    """A comma too many, and a timeout that is too long."""
    document = on_demo.account.world["regions"]["eu-west-3"]["documents"][PREFERENCES]
    version = document["Versions"]["1"]
    long = version["Content"].replace('"idleSessionTimeout": "20"', '"idleSessionTimeout": "90",')
    assert long != version["Content"]
    version["Content"] = long


PREFERENCES = "SSM-SessionManagerRunShell"
BREAK = {GROUP: without_group, LEND: no_longer_lent, MEND: with_a_slip}


def looked(on_demo: Stage, fix: str) -> Inspection:
    nodes = (on_demo.instance(NODES[fix]),)
    return inspect(on_demo.doors, Choice("demo-admin", None, nodes, local=False))


def planned(on_demo: Stage, fix: str) -> tuple[Inspection, Plan]:
    inspection = looked(on_demo, fix)
    (plan,) = repair.plans(inspection, fix, [on_demo.instance(NODES[fix])])
    assert isinstance(plan, Plan), plan
    return inspection, plan


def applied(on_demo: Stage, fix: str) -> tuple[Inspection, Applied]:
    inspection, plan = planned(on_demo, fix)
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    return inspection, outcome


def state_of(on_demo: Stage) -> Any:
    """What the account is made of; fixes of sessions change nothing that is left out here."""
    world = on_demo.account.world
    region = world["regions"]["eu-west-3"]
    parts = {name: region[name] for name in ("documents", "log_groups", "kms_keys")}
    parts["settings"] = {
        name: one["SettingValue"]
        for name, one in region["settings"].items()
        if one["SettingValue"] != "$None"
    }
    return json.loads(json.dumps(deepcopy([world["iam"], world["buckets"], parts])))


@ALL
def test_broken_applied_proved_undone_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fix: str
) -> None:
    on_demo = sessions(tmp_path, monkeypatch, fix)
    before = state_of(on_demo)
    inspection, outcome = applied(on_demo, fix)
    assert state_of(on_demo) != before
    patient = replace(outcome.plan, wait=Wait(outcome.plan.wait.says, every=1, at_most=20))
    proof = repair.verify(on_demo.doors, inspection.choice, patient)
    assert proof.proof is Proof.VERIFIED, proof.says.english()
    again = repair.apply(on_demo.doors, inspection, outcome.plan)
    assert isinstance(again, Moved)
    assert all(isinstance(one, NoPlan) and one.nothing_to_do for one in again.plans)
    assert outcome.entry is not None
    undone = repair.undo(on_demo.doors, outcome.entry)
    assert undone.end is End.DONE, undone.says.english()
    assert state_of(on_demo) == before


@ALL
def test_the_rights_that_a_plan_names_are_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fix: str
) -> None:
    on_demo = sessions(tmp_path, monkeypatch, fix)
    inspection, plan = planned(on_demo, fix)
    iam = on_demo.account.world["iam"]
    look = iam["users"]["sacha-audit"]["Inline"]["look-only"]["Statement"]
    named = [
        {"Effect": "Allow", "Action": right.action, "Resource": right.resource}
        for right in repair.needed(plan)
    ]
    user = iam["users"]["camille"]
    user["Attached"] = []
    user["Inline"] = {"just-enough": {"Version": "2012-10-17", "Statement": [*look, *named]}}
    outcome = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert outcome.entry is not None
    undone = repair.undo(on_demo.doors, outcome.entry)
    assert undone.end is End.DONE, undone.says.english()


def test_a_policy_of_the_same_name_is_added_to_and_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch, scenario="sessions")
    roles = on_demo.account.world["iam"]["roles"]
    own = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
    before = {"Version": "2012-10-17", "Statement": own}
    roles["PlainServers"]["Inline"][POLICY] = before
    _, outcome = applied(on_demo, ALLOW)
    after = roles["PlainServers"]["Inline"][POLICY]
    assert after["Statement"][0] == own
    assert len(after["Statement"]) > 1
    assert outcome.entry is not None
    assert repair.undo(on_demo.doors, outcome.entry).end is End.DONE
    assert roles["PlainServers"]["Inline"] == {POLICY: before}


def test_a_policy_that_somebody_changed_since_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch, scenario="sessions")
    _, outcome = applied(on_demo, ALLOW)
    inline = on_demo.account.world["iam"]["roles"]["PlainServers"]["Inline"]
    theirs = {"Version": "2012-10-17", "Statement": []}
    inline[POLICY] = theirs
    assert outcome.entry is not None
    assert repair.undo(on_demo.doors, outcome.entry).end is End.REFUSED
    assert inline == {POLICY: theirs}


def test_nothing_is_offered_where_the_preferences_are_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_demo = stage(tmp_path, monkeypatch, scenario="sessions")
    nodes = (on_demo.instance("web-01"),)
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, nodes, local=False))
    assert repair.proposals(inspection) == ()
    assert {f.status for f in inspection.findings if f.check.startswith("session.")} == {
        Status.PASSED
    }
