"""This computer as text in a bundle: everything that was seen, and of secrets only that there are some."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.on_demo import Stage, stage

from ssmwizard.app.computer_text import NOT_LOOKED, computer_text
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.model.computer import ComputerFacts, Means, Ran, Start, StartFile, Terminal, Tool
from ssmwizard.model.facts import Known, Source, Unknown, Why
from ssmwizard.model.identity import Fault, Profile, ProfileKind
from ssmwizard.model.settings import Settings
from ssmwizard.model.way_out import Ended, Goal, Layer, Step, WayOut


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


def look(on: Stage, computer: ComputerFacts | None) -> Inspection:
    seen = inspect(on.doors, Choice("demo-admin", nodes=(on.instance("web-01"),), local=False))
    return replace(seen, snapshot=replace(seen.snapshot, computer=computer))


def test_a_computer_that_was_not_looked_at_is_said_to_be_so(on: Stage) -> None:
    assert NOT_LOOKED in computer_text(look(on, None))


def test_all_that_was_seen_is_told_and_no_secret(on: Stage) -> None:
    here = Source("here", on.doors.aws("demo-admin", None).now())
    ran = Ran(("aws",), Start.WRONG_FORMAT, None, "", "", 0.1)
    way = WayOut(
        Goal("ssm", "https://ssm.example"),
        "ssm.example",
        443,
        "http://proxy.example:3128",
        from_system=False,
        steps=(Step(Layer.NAME, Ended.DONE, 0.1), Step(Layer.PROXY, Ended.REFUSED, 0.1)),
    )
    computer = ComputerFacts(
        "Linux",
        "x86_64",
        cli_copies=Known((Tool("/bin/aws", "", False, ran, "/opt/aws", "arm64"),), here),
        plugin_copies=Known((), here),
        terminal=Known(Terminal(asked="/bin/zsh", folders=("/opt/bin",)), here),
        means=Known(
            Means(
                "/home/camille",
                "zsh",
                (StartFile("~/.zshrc", exists=False, writable=True),),
                {"brew": "/opt/brew"},
                chosen={"aws": "/opt/aws"},
            ),
            here,
        ),
        ways={"ssm": Known(way, here), "sts": Unknown(Why.TIMED_OUT)},
    )
    seen = look(on, computer)
    role = Profile("ops", ProfileKind.ROLE, None, mfa=True, problem="x", fault=Fault.CIRCLE)
    role = replace(role, source="base", session="corp", program="helper")
    identity = replace(
        seen.snapshot.identity,
        profiles=Known((role,), here),
        settings=Known(
            Settings(
                {"HTTPS_PROXY": "http://camille:hunter2-password@proxy.example:8080"},
                {"region": "eu-west-3"},
            ),
            here,
        ),
    )
    told = computer_text(replace(seen, snapshot=replace(seen.snapshot, identity=identity)))
    for said in (
        "/bin/aws: tells no version (wrong-format)",
        "is /opt/aws",
        "made for arm64",
        "leads there: no",
        "as /bin/zsh tells:",
        "    /opt/bin",
        "start file ~/.zshrc: not there, may be written: yes",
        "brew: /opt/brew",
        "chosen as aws: /opt/aws",
        "ssm: ssm.example:443, by the proxy http://proxy.example:3128: name done, proxy refused",
        "sts: could not be seen (timed-out)",
        "ops: role, asks for a code (MFA), by the profile base, sso-session corp, starts helper",
        "fault: circle x",
        "variable HTTPS_PROXY = http://",
        "of the profile: region = eu-west-3",
        "Session Manager plugin\n----------------------\n  none",
    ):
        assert said in told
    assert "hunter2" not in told


@pytest.mark.parametrize(
    ("terminal", "said"),
    [
        (Terminal(own=True), "where this program looks"),
        (Terminal(asked="/bin/fish"), "not known: /bin/fish gave no answer"),
        (Terminal(), "not known: the login shell gave no answer"),
    ],
)
def test_where_a_terminal_looks_is_told_as_it_was_seen(
    on: Stage, terminal: Terminal, said: str
) -> None:
    here = Source("here", on.doors.aws("demo-admin", None).now())
    failed = Unknown(Why.FAILED, "broken", code="Odd")
    computer = ComputerFacts("Linux", "", terminal=Known(terminal, here), means=failed)
    told = computer_text(look(on, computer))
    assert said in told
    assert "could not be seen (failed: Odd: broken)" in told
