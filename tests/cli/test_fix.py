import io
import os
import signal
from typing import Any

import pytest
from support.command import Run, nodes

from ssmwizard import demo
from ssmwizard.app.making import Making
from ssmwizard.demo.profiles import ADMIN_KEY

ATTACH = "role.attach-managed-policy"


class Terminal(io.StringIO):
    """A terminal on which something is typed."""

    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(text))


def writes(account: demo.Demo) -> list[str]:
    reading = ("Describe", "Get", "List", "Simulate")
    return [call for call in account.calls if not call.partition(":")[2].startswith(reading)]


def plan_of(run: Run, fix: str, node: str) -> dict[str, Any]:
    said = run("fix", fix, "--demo", "--node", node, "--format", "json")
    [plan] = said.json()["plans"]
    return dict(plan)


def test_a_plan_is_shown_in_full_and_changes_nothing(run: Run, account: demo.Demo) -> None:
    said = run("fix", ATTACH, "--demo", "--node", nodes(account)["web-02"])
    assert said.status == 0
    for word in (
        "iam:AttachRolePolicy",
        "ShopApplicationRole",
        "aws iam attach-role-policy",
        "you have it",
        "Cost",
        "Taking it back",
    ):
        assert word in said.out
    assert writes(account) == []


def test_the_plan_as_data_says_whether_the_caller_has_the_rights(
    run: Run, account: demo.Demo
) -> None:
    node = nodes(account)["web-02"]
    words = ["fix", ATTACH, "--demo", "--node", node, "--format", "json"]
    [plan] = run(*words, "--profile", "demo-readonly").json()["plans"]
    held = {right["action"]: right["held"] for right in plan["plan"]["rights"]}
    assert held["iam:AttachRolePolicy"] == "lack"


def test_applied_verified_journaled_undone(run: Run, account: demo.Demo) -> None:
    node = nodes(account)["web-02"]
    applied = run("fix", ATTACH, "--demo", "--node", node, "--apply", "--yes", "--format", "json")
    [outcome] = applied.json()["outcomes"]
    assert (applied.status, outcome["end"], outcome["proof"]) == (0, "done", "verified")
    assert run("check", "--demo", "--node", node).status == 0
    [entry] = run("journal", "--demo", "--format", "json").json()
    assert (entry["id"], entry["fix"], entry["state"]) == (outcome["entry"], ATTACH, "done")
    shown = run("undo", entry["id"], "--demo")
    assert "aws iam detach-role-policy" in shown.out
    assert run("check", "--demo", "--node", node).status == 0
    assert run("undo", entry["id"], "--demo", "--apply", "--yes").status == 0
    assert run("check", "--demo", "--node", node).status == 1
    assert run("undo", entry["id"], "--demo", "--apply", "--yes").status == 1


def test_applying_twice_changes_nothing_more(run: Run, account: demo.Demo) -> None:
    words = ["fix", ATTACH, "--demo", "--node", nodes(account)["web-02"], "--apply", "--yes"]
    assert run(*words).status == 0
    before = writes(account)
    assert run(*words).status == 0
    assert writes(account) == before


def test_yes_must_be_typed(run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["fix", ATTACH, "--demo", "--node", nodes(account)["web-02"], "--apply"]
    typed(monkeypatch, "no\n")
    assert run(*words).status == 1
    assert writes(account) == []
    typed(monkeypatch, "yes\n")
    assert run(*words).status == 0
    assert "iam:AttachRolePolicy" in writes(account)


def test_a_change_of_the_whole_account_wants_its_id(
    run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = nodes(account)["srv-lyon-01"]
    words = ["fix", "account.enable-advanced-tier", "--demo", "--node", node, "--apply"]
    typed(monkeypatch, "yes\n")
    assert run(*words).status == 1
    assert writes(account) == []
    typed(monkeypatch, "111122223333\n")
    assert run(*words).status == 0


def test_without_a_terminal_nothing_is_applied_unasked(
    run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    said = run("fix", ATTACH, "--demo", "--node", nodes(account)["web-02"], "--apply")
    assert said.status == 2
    assert "--yes" in said.err
    assert writes(account) == []


def test_read_only_lets_nothing_be_applied(run: Run, account: demo.Demo) -> None:
    node = nodes(account)["web-02"]
    said = run("fix", ATTACH, "--demo", "--node", node, "--apply", "--yes", "--read-only")
    assert said.status == 1
    assert writes(account) == []


def test_read_only_says_so_before_anything_is_asked(
    run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    node = nodes(account)["web-02"]
    said = run("fix", ATTACH, "--demo", "--node", node, "--apply", "--read-only")
    assert said.status == 1
    assert "Read-only mode is on" in said.out
    run("fix", ATTACH, "--demo", "--node", node, "--apply", "--yes")
    entry = run("journal", "--demo", "--format", "json").json()[0]["id"]
    said = run("undo", entry, "--demo", "--apply", "--read-only")
    assert said.status == 1
    assert "Read-only mode is on" in said.out


def test_what_cannot_be_planned_says_why(run: Run, account: demo.Demo) -> None:
    plan = plan_of(run, ATTACH, nodes(account)["paie-01"])
    assert plan["plan"] is None
    assert "boundary" in plan["reason"]


def test_lists_of_checks_and_fixes(run: Run) -> None:
    checks = run("checks", "--format", "json").json()
    fixes = run("fixes", "--format", "json").json()
    assert {"account.instance-tier", "node.connected"} <= {one["id"] for one in checks}
    assert ATTACH in {one["id"] for one in fixes}
    assert all(url.startswith("https://") for one in checks for url in one["docs"])
    told = run("checks").out
    assert all(one["id"] in told for one in checks)
    assert all(one["id"] in run("fixes").out for one in fixes)


def test_an_empty_journal_says_so(run: Run, account: demo.Demo) -> None:
    assert run("journal", "--demo").out.strip()
    assert run("journal", "--demo", "--format", "json").json() == []


def test_for_all_nodes_only_those_that_need_it_are_planned(run: Run, account: demo.Demo) -> None:
    said = run("fix", "node.start", "--demo", "--all", "--format", "json")
    plans = said.json()["plans"]
    assert [plan["nodes"] for plan in plans] == [[nodes(account)["web-04"]]]
    assert said.status == 0


def test_an_interrupt_lets_the_change_under_way_end(
    run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Making.call

    def interrupted(making: Making, *call: Any, **more: Any) -> Any:
        os.kill(os.getpid(), signal.SIGINT)
        return made(making, *call, **more)

    node = nodes(account)["web-02"]
    with monkeypatch.context() as patched:
        patched.setattr(Making, "call", interrupted)
        said = run("fix", ATTACH, "--demo", "--node", node, "--apply", "--yes", "--format", "json")
    [outcome] = said.json()["outcomes"]
    assert (said.status, outcome["end"]) == (130, "done")
    [entry] = run("journal", "--demo", "--format", "json").json()
    assert (entry["state"], entry["can_undo"]) == ("done", True)


def test_what_was_done_is_told_when_the_next_plan_is_not_confirmed(
    run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [nodes(account)[name] for name in ("web-02", "srv-nantes-01")]
    typed(monkeypatch, "yes\nno\n")
    words = ["--node", both[0], "--node", both[1], "--apply", "--format", "json"]
    said = run("fix", ATTACH, "--demo", *words)
    assert said.status == 1
    assert [one["end"] for one in said.json()["outcomes"]] == ["done", "refused"]


def test_what_somebody_else_made_is_taken_back_when_that_is_confirmed(
    run: Run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = nodes(account)["web-02"]
    run("fix", ATTACH, "--demo", "--node", node, "--apply", "--yes")
    entry = run("journal", "--demo", "--format", "json").json()[0]["id"]
    record = account.world["keys"][ADMIN_KEY]
    record["arn"] = record["arn"].replace("camille", "noor")

    monkeypatch.setattr("sys.stdin", Terminal("yes\nno\n"))
    said = run("undo", entry, "--demo", "--apply")
    assert said.status == 1
    assert "user/camille made this" in said.err
    assert "user/noor" in said.err
    assert "iam:DetachRolePolicy" not in account.calls
    monkeypatch.setattr("sys.stdin", Terminal("yes\nyes\n"))
    assert run("undo", entry, "--demo", "--apply").status == 0
    assert "iam:DetachRolePolicy" in account.calls
