"""``ssmwizard fix identity.sign-in`` on the demo account."""

import json

import pytest

from ssmwizard import demo

FIX = ("fix", "identity.sign-in", "--profile", "demo-sso")


def test_the_plan_is_shown_and_nothing_is_run(run, account: demo.Demo) -> None:
    said = run("--demo", *FIX)
    assert said.status == 0
    assert "aws sso login --profile demo-sso" in said.out
    assert not account.world["portal"]["tokens"]


@pytest.mark.parametrize("more", [(), ("--read-only",)])
def test_signing_in_shows_what_the_aws_cli_prints_and_looks_again(
    run, account: demo.Demo, more: tuple[str, ...]
) -> None:
    said = run("--demo", *FIX, "--apply", "--yes", "--format", "json", "--device-code", *more)
    told = json.loads(said.out)["outcomes"][0]
    assert (said.status, told["end"], told["proof"]) == (0, "done", "verified")
    assert "Then enter the code:" in said.err
    assert "Then enter the code:" not in said.out
    again = run("--demo", *FIX, "--apply", "--yes")
    assert again.status == 0
    assert "no need" in again.out


def test_a_profile_that_no_command_signs_in_is_told_what_does(run, account: demo.Demo) -> None:
    said = run("--demo", "fix", "identity.sign-in", "--profile", "demo-process", "--apply", "--yes")
    assert said.status == 3
    assert "ssmwizard-demo-program-that-does-not-exist" in said.out


def test_what_fails_is_told(run, account: demo.Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ssmwizard.demo.cli.converse", lambda *_: (255, "Error: no network\n"))
    said = run("--demo", *FIX, "--apply", "--yes")
    assert said.status == 3
    assert "no network" in said.out
