"""Somebody else is signed in than when the plan was shown, or than who made the change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ssmwizard.app import repair
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, inspect
from ssmwizard.app.repair import Applied, End, Moved, OtherCaller
from ssmwizard.model.identity import same_caller
from ssmwizard.model.plans import Plan
from tests.support.on_demo import Stage, stage

POLICY = "role.attach-managed-policy"
ROLE = "arn:aws:sts::111122223333:assumed-role/Ops"


@pytest.fixture
def on_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def planned(on_demo: Stage) -> tuple[Inspection, Plan]:
    node = on_demo.instance("web-02")
    inspection = inspect(on_demo.doors, Choice("demo-admin", None, (node,), local=False))
    (plan,) = repair.plans(inspection, POLICY, [node])
    assert isinstance(plan, Plan)
    return inspection, plan


def sign_in_as(on_demo: Stage, session: str) -> None:
    """Have the profile lead to a role from now on, as after another sign-in."""
    config = Path(os.environ["AWS_CONFIG_FILE"])
    written = config.read_text("utf-8")
    role = next(line for line in written.splitlines() if line.startswith("role_arn"))
    head, _, rest = written.partition("[profile demo-admin]\n")
    _, _, rest = rest.partition("[profile")
    mine = f"region = eu-west-3\n{role}\nrole_session_name = {session}\nsource_profile = keys\n"
    config.write_text(f"{head}[profile demo-admin]\n{mine}\n[profile{rest}", "utf-8")
    file = Path(os.environ["AWS_SHARED_CREDENTIALS_FILE"])
    keys = file.read_text("utf-8").replace("[demo-admin]", "[keys]")
    file.write_text(keys, "utf-8")
    on_demo.doors.aws("demo-admin", None, anew=True)


def test_a_plan_is_not_made_as_somebody_else_before_that_is_confirmed(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo)
    sign_in_as(on_demo, "noor")
    before = len(on_demo.account.calls)
    answer = repair.apply(on_demo.doors, inspection, plan)
    assert isinstance(answer, OtherCaller)
    assert answer.before.endswith(":user/camille")
    assert answer.now.endswith("/noor")
    assert answer.before in answer.says.english()
    assert answer.now in answer.says.english()
    assert on_demo.calls_since(before) == ["sts:AssumeRole"]
    wrong = repair.apply(on_demo.doors, inspection, plan, confirmed=answer.before)
    assert isinstance(wrong, OtherCaller)
    applied = repair.apply(on_demo.doors, inspection, plan, confirmed=answer.now)
    assert isinstance(applied, Applied)
    assert applied.end is End.DONE, applied.says.english()


def test_a_change_is_not_taken_back_by_somebody_else_before_that_is_confirmed(
    on_demo: Stage,
) -> None:
    applied = repair.apply(on_demo.doors, *planned(on_demo))
    assert isinstance(applied, Applied)
    assert applied.entry is not None
    sign_in_as(on_demo, "noor")
    before = len(on_demo.account.calls)
    undone = repair.undo(on_demo.doors, applied.entry)
    assert undone.end is End.REFUSED
    assert undone.other.endswith("/noor")
    assert undone.other in undone.says.english()
    assert ":user/camille" in undone.says.english()
    assert on_demo.calls_since(before) == ["sts:AssumeRole"]
    undone = repair.undo(on_demo.doors, applied.entry, confirmed=undone.other)
    assert undone.end is End.DONE
    assert undone.other == ""
    assert undone.entry.undone_by.endswith("/noor")


def test_another_account_is_never_confirmed(on_demo: Stage) -> None:
    inspection, plan = planned(on_demo)
    on_demo.account.world["account"] = "999988887777"
    now = repair.apply(on_demo.doors, inspection, plan, confirmed="arn:aws:iam::999988887777:root")
    assert isinstance(now, Moved)
    assert not isinstance(now, OtherCaller)
    assert "999988887777" in now.says.english()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (f"{ROLE}/camille", f"{ROLE}/camille", True),
        (f"{ROLE}/camille", f"{ROLE}/noor", False),
        (f"{ROLE}/botocore-session-1764140000", f"{ROLE}/botocore-session-1764150000", True),
        (f"{ROLE}/botocore-session-1764140000", f"{ROLE}Other/botocore-session-1764140000", False),
        (f"{ROLE}/botocore-session-1764140000", f"{ROLE}/camille", False),
        (f"{ROLE}/aws-go-sdk-1764140000", f"{ROLE}/aws-go-sdk-1764150000", True),
        ("arn:aws:iam::111122223333:user/camille", f"{ROLE}/camille", False),
        ("", "arn:aws:iam::111122223333:user/camille", False),
    ],
)
def test_names_that_are_made_up_for_a_session_are_nobody_elses(
    one: str, other: str, *, same: bool
) -> None:
    assert same_caller(one, other) is same
    assert same_caller(other, one) is same
