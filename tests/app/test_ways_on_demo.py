"""What is given away is carried out by somebody else, and heals."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import repair
from ssmwizard.app.check_again import check_again, could_tell
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Proof
from ssmwizard.app.verdict import Standing
from ssmwizard.app.verify import verify_once
from ssmwizard.app.ways import handover, saving
from ssmwizard.app.ways.statement import policy
from ssmwizard.app.ways.way import NotWritten, Way, Written, ground
from ssmwizard.app.ways.writing import write
from ssmwizard.model.plans import Call, Change, NoPlan, Plan, Right, Risk
from ssmwizard.model.text import Text
from tests.support.on_demo import Stage, stage

ATTACH = "role.attach-managed-policy"


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    made = stage(tmp_path, monkeypatch)
    yield made
    made.account.close()


def looked(on_demo: Stage, name: str, profile: str = "demo-admin") -> Inspection:
    node = on_demo.instance(name)
    return inspect(on_demo.doors, Choice(profile, None, (node,), local=False))


def offered(inspection: Inspection, fix: str) -> Plan:
    (plan,) = [one for one in repair.proposals(inspection) if one.fix == fix]
    assert isinstance(plan, Plan), plan
    return plan


def state(on_demo: Stage) -> Mapping[str, Any]:
    """The account, without what counts calls and tells times."""
    world = json.loads(json.dumps(on_demo.account.world))
    return {name: world[name] for name in ("iam", "regions")}


def run(script: str, environment: Mapping[str, str]) -> str:
    ran = subprocess.run(
        ["bash", "-s"],
        input=script,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.parametrize(
    ("name", "fix"),
    [("web-02", ATTACH), ("erp-01", "network.allow-endpoint-ingress")],
)
def test_a_script_that_somebody_else_runs_heals_the_node_and_its_lines_take_it_back(
    on_demo: Stage, aws_cli: str, name: str, fix: str
) -> None:
    inspection = looked(on_demo, name)
    plan = offered(inspection, fix)
    made = write(Way.BASH, plan, ground(inspection))
    assert isinstance(made, Written)
    before = state(on_demo)
    with on_demo.account.serve() as served:
        environment = {
            **os.environ,
            "PATH": f"{Path(aws_cli).parent}{os.pathsep}{os.environ['PATH']}",
            "AWS_ENDPOINT_URL": served.url,
        }
        said = run(made.content, environment)
        after = verify_once(on_demo.doors, inspection.choice, plan)
        assert after.proof is Proof.VERIFIED, after.says.english()
        assert after.inspection is not None
        assert after.inspection.verdicts[0].standing is Standing.READY
        told = re.findall(r"To take this back: (aws .*)", said)
        fixed = re.findall(r"^#   (aws [^<]*)$", made.content, re.MULTILINE)
        run("set -e\n" + "\n".join([*reversed(told), *fixed]), environment)
    healed = {**before, "iam": state(on_demo)["iam"]}
    assert healed == before
    assert looked(on_demo, name).verdicts[0].standing is Standing.BLOCKED


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("web-03", "role.attach-instance-profile"),
        ("cache-01", "network.create-endpoints"),
    ],
)
def test_the_rights_of_the_packet_are_enough_to_make_the_change_and_to_take_it_back(
    on_demo: Stage, name: str, fix: str
) -> None:
    """Whoever gets them has them alone, and may look besides."""
    inspection = looked(on_demo, name)
    plan = offered(inspection, fix)
    user = on_demo.account.world["iam"]["users"]["sacha-audit"]
    user["Inline"]["packet"] = policy(plan, ground(inspection))
    seen = looked(on_demo, name, "demo-readonly")
    outcome = repair.apply(on_demo.doors, seen, offered(seen, fix))
    assert isinstance(outcome, Applied)
    assert outcome.end is End.DONE, outcome.says.english()
    assert outcome.entry is not None
    undone = repair.undo(on_demo.doors, outcome.entry)
    assert undone.end is End.DONE, undone.says.english()


def test_the_packet_says_why_what_was_seen_and_what_is_asked_for(
    on_demo: Stage, tmp_path: Path
) -> None:
    inspection = looked(on_demo, "web-02", "demo-readonly")
    plan = offered(inspection, ATTACH)
    rights = repair.rights(on_demo.doors, inspection.choice, plan)
    made = handover.packet(inspection, plan, rights, ground(inspection))
    told = made.document.content
    for part in (
        "user/sacha-audit",
        f"{plan.nodes[0]} (web-02)",
        "The role ShopApplicationRole has no permission for ssm:UpdateInstanceInformation",
        "role.permissions; computed from the configuration",
        "| iam:AttachRolePolicy | arn:aws:iam::111122223333:role/ShopApplicationRole | whoever asks lacks it |",
        "CloudFormation has nothing that attaches a policy",
        "--check-again --region eu-west-3",
        "Detach arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        "```text\nPlease make this change",
    ):
        assert part in told.replace("\\", ""), part
    assert "--profile" not in told
    asked = {
        entry["request_id"]
        for entry in inspection.recording
        if entry.get("aws") == "iam:SimulatePrincipalPolicy"
        and "ShopApplicationRole" in str(entry["parameters"])
    } & set(re.findall(r"[0-9a-f-]{36}", told))
    assert asked
    fence = [line for line in told.splitlines() if line.startswith("```")]
    assert len(fence) % 2 == 0
    path = saving.save(tmp_path / "packet.zip", made)
    with zipfile.ZipFile(path) as packed:
        assert sorted(packed.namelist()) == [
            "policy.json",
            "ssmwizard-role.attach-managed-policy.md",
            "ssmwizard-role.attach-managed-policy.ps1",
            "ssmwizard-role.attach-managed-policy.sh",
            "ssmwizard-role.attach-managed-policy.tf",
        ]
        assert json.loads(packed.read("policy.json")) == made.policy
        assert packed.read("ssmwizard-role.attach-managed-policy.ps1").startswith(b"\xef\xbb\xbf")
    alone = saving.save(tmp_path / "packet.md", made)
    assert alone.read_text(encoding="utf-8") == told


def test_a_packet_is_in_the_language_of_whoever_asks(on_demo: Stage) -> None:
    def upper(said: Text) -> str:
        return said.translated(lambda source: re.sub(r"\{\w+\}|\w+", _upper, source))

    inspection = looked(on_demo, "web-02")
    plan = offered(inspection, ATTACH)
    place = ground(inspection, upper)
    made = handover.packet(inspection, plan, {}, place)
    for line in made.document.content.splitlines():
        if line.startswith("#") and not line.startswith(("#!", "#  ", "# ssmwizard")):
            ours = re.sub(r"[a-z-]+[.:/][\w.:/-]+|--?[a-z-]+ [\w-]+|\bi-\w+|aws|bash", "", line)
            assert ours.upper() == ours or any(one.isupper() for one in ours.split()), line
    assert "WHAT WAS SEEN" in made.document.content


def _upper(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("{") else found[0].upper()


def test_every_plan_can_be_handed_over(on_demo: Stage) -> None:
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, every_node=True, local=False))
    plans = [one for one in repair.proposals(inspection) if isinstance(one, Plan)]
    assert len(plans) > 10
    for plan in plans:
        made = handover.packet(inspection, plan, {}, ground(inspection))
        told = made.document.content
        assert all(change.call.name in told for change in plan.changes)
        for one in made.files:
            if isinstance(one, NotWritten):
                assert one.reason.english()
            else:
                assert shlex.split(f"'{one.name}'") == [one.name]
                assert one.content.rstrip() in told


def test_looking_again_says_whether_it_works_as_after_a_change(on_demo: Stage) -> None:
    inspection = looked(on_demo, "web-02")
    plan = offered(inspection, ATTACH)
    waiting = verify_once(on_demo.doors, inspection.choice, plan)
    assert waiting.proof is Proof.NOT_YET
    assert (
        "This does not hold yet: The role has the permissions that sessions need"
        in waiting.says.english()
    )
    assert check_again(inspection, plan).says == waiting.says
    assert could_tell(waiting)
    call = plan.changes[0].call
    on_demo.by_hand(call.service, call.operation, **call.parameters)
    assert verify_once(on_demo.doors, inspection.choice, plan).proof is Proof.VERIFIED
    healed = looked(on_demo, "web-02")
    (nothing,) = repair.plans(healed, ATTACH, plan.nodes)
    assert isinstance(nothing, NoPlan)
    again = check_again(healed, nothing)
    assert (again.proof, again.says.english()) == (Proof.VERIFIED, "Looked again: it works.")


def test_what_nobody_could_look_at_is_not_said_to_be_wrong(on_demo: Stage) -> None:
    on_demo.account.deny("iam:*")
    inspection = looked(on_demo, "web-02")
    node = on_demo.instance("web-02")
    (answer,) = repair.plans(inspection, ATTACH, [node])
    assert isinstance(answer, NoPlan)
    told = check_again(inspection, answer)
    assert told.proof is Proof.NOT_YET
    assert told.says == answer.reason
    assert not could_tell(told)


def test_what_is_to_be_done_on_this_computer_is_handed_over_as_lines(on_demo: Stage) -> None:
    inspection = looked(on_demo, "web-02")
    plan = offered(inspection, ATTACH)
    call = Call("computer", "RunProgram", {"Arguments": ["aws", "sso", "login"], "Seconds": 5})
    change = Change(Text("Sign in."), call, rights=(), undo=None)
    alone = replace(plan, nodes=(), changes=(change,), undoing=None)
    told = handover.packet(inspection, alone, {}, ground(inspection)).document.content
    for part in (
        "```\naws sso login\n```",
        "None in AWS: it is done on this computer.",
        "For the computer it was planned on.",
        "Nothing takes this back.",
        "ssmwizard fix role.attach-managed-policy --check-again\n",
    ):
        assert part in told


@pytest.mark.parametrize("risk", Risk)
def test_a_packet_says_how_far_a_change_reaches_whatever_its_risk(
    on_demo: Stage, risk: Risk
) -> None:
    inspection = looked(on_demo, "web-02")
    plan = replace(offered(inspection, ATTACH), risk=risk)
    told = handover.packet(inspection, plan, {}, ground(inspection)).document.content
    assert handover.RISKS[risk].english() in told


def test_what_nobody_was_seen_for_is_said_not_to_be(on_demo: Stage) -> None:
    """A plan can be asked for without any finding that offers it; a long policy is said to be long."""
    inspection = looked(on_demo, "web-01")
    plan = offered(looked(on_demo, "web-02"), ATTACH)
    right = Right("ssm:SendCommand", "*")
    some = tuple(Right(f"ssm:Do{n}", f"arn:aws:ssm:eu-west-3:1:x/{n}") for n in range(200))
    changes = (replace(plan.changes[0], rights=(right, *some)),)
    plan = replace(plan, undoing=None)
    many = replace(plan, nodes=tuple(f"i-{n}" for n in range(30)), changes=changes)
    told = handover.packet(inspection, many, {}, ground(inspection)).document.content
    for part in (
        "No finding offers this",
        "Nothing is noted as evidence.",
        "i-19 and 10 more",
        "longer than IAM takes one policy",
        '"Resource": "*"',
    ):
        assert part in told
