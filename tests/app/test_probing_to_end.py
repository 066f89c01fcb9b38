"""From the wish to the end of a session, with a plugin that is a program and a gateway that listens."""

import logging
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from support import fake_plugin
from support.facts import shown
from support.gateway import TOKEN, Gateway, Mode, gateway
from support.listeners import Authority, answering, encrypted, listening
from support.on_demo import Stage, stage

from ssmwizard.app import probing, report
from ssmwizard.app.inspect import Choice, Inspection, inspect, replay
from ssmwizard.app.probing import probe, trial_of
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.probe import Ending, Gate, Left, Limits
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the fake plugin is a script")

# What fails is waited for; a slow machine needs its time to start a program.
HASTY = Limits(0.5, 0.8, 1.1, 1.0)
# What is looked at on the way takes its time as well.
LOOKING = Limits(0.5, 20, 20, 1.0)


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A demo account, and a computer on which the plugin is all that there is."""
    folder = tmp_path_factory.mktemp("demo")
    fake_plugin.install(folder)
    with pytest.MonkeyPatch.context() as there:
        there.setenv("PATH", str(folder))
        there.delenv("SHELL", raising=False)
        yield stage(folder, there)


@pytest.fixture(scope="module")
def looked(on: Stage) -> Inspection:
    choice = Choice("demo-admin", nodes=(on.instance("web-01"),), local=False)
    return inspect(on.doors, choice)


Try = Callable[..., Inspection]


@pytest.fixture
def tried(on: Stage, looked: Inspection) -> Try:
    """Try a session whose stream leads to a gateway here."""
    return partial(_tried, on, looked)


def _tried(
    on: Stage,
    looked: Inspection,
    end: Gateway,
    limits: Limits = HASTY,
    stop: threading.Event | None = None,
) -> Inspection:
    def led_here(parsed: dict[str, Any], **_: Any) -> None:
        if "StreamUrl" in parsed:
            parsed["TokenValue"] = TOKEN
            parsed["StreamUrl"] = end.url

    def prepare(session: Any) -> None:
        on.account.hook(session)
        session.register("after-call.ssm.StartSession", led_here)

    def opened(profile: str | None, region: str | None) -> LiveAws:
        return LiveAws(profile, region, prepare=prepare, gate=on.doors.gate)

    doors = replace(on.doors, open_aws=opened, computer=ThisComputer(limits), _open={})
    found = probe(doors, looked, cancelled=stop).inspection
    states = [one["Status"] for one in _sessions(on)]
    assert set(states) <= {"Terminated"}
    again = replay(found.recording)
    assert (again.findings, again.verdicts) == (found.findings, found.verdicts)
    return found


def _sessions(on: Stage) -> list[dict[str, Any]]:
    return list(on.account.world["regions"]["eu-west-3"]["sessions"].values())


def of(inspection: Inspection) -> Finding:
    return next(one for one in inspection.findings if one.check == probing.CHECK)


def ending(inspection: Inspection) -> Ending:
    (node,) = inspection.snapshot.nodes
    trial = trial_of(inspection, node.id)
    assert trial is not None
    assert trial.talk is not None
    assert trial.left is Left.NONE
    return trial.talk.ending


def test_a_session_that_works_is_seen_to_work(
    on: Stage, tried: Try, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "ssmwizard")
    with gateway(Mode.GOOD) as end:
        found = tried(end, Limits())
    assert ending(found) is Ending.ECHOED
    assert of(found).status is Status.PASSED
    assert end.tokens == [TOKEN]
    whole = repr(found) + on.doors.journal.read_text() + caplog.text + report.as_text(found, 100)
    whole += "".join(report.json_pieces(found, ascii_only=True)) + str(found.recording)
    assert end.session not in end.typed
    assert TOKEN not in whole
    assert "data-channel/" not in whole


def test_a_session_that_is_closed_says_why_and_what_that_means(tried: Try) -> None:
    with gateway(Mode.KMS) as end:
        found = tried(end, Limits())
    assert ending(found) is Ending.CLOSED
    said = shown(of(found).text)
    assert "Error calling KMS GenerateDataKey API" in said
    assert "kms:GenerateDataKey" in said


def test_one_in_which_nothing_comes_though_its_host_answers_says_so(tried: Try) -> None:
    with gateway(Mode.FORBIDDEN) as end:
        found = tried(end)
    assert ending(found) is Ending.SILENT
    assert "127.0.0.1 can be reached" in shown(of(found).text)


@pytest.fixture
def proxied(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    heard: list[bytes] = []
    refusing = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
    with listening(answering(refusing, heard)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy}")
        yield heard


def test_a_stream_behind_a_proxy_that_wants_a_password_says_that(
    tried: Try, proxied: list[bytes]
) -> None:
    end = Gateway(Mode.GOOD, port=443, scheme="wss")
    outside = "wss://ssmmessages.eu-west-3.amazonaws.com/v1/data-channel/x"
    with pytest.MonkeyPatch.context() as moved:
        moved.setattr(Gateway, "url", outside)
        found = tried(end, LOOKING)
    assert ending(found) is Ending.CUT_OFF
    assert proxied
    said = shown(of(found).text)
    assert "proxy" in said
    assert "ssmmessages.eu-west-3.amazonaws.com" in said


def test_a_stream_that_somebody_opens_on_the_way_names_who_signs(
    tried: Try, tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "ca", "Nosy Networks")
    with gateway(Mode.GOOD, lambda serve: encrypted(authority.context(), serve), "wss") as end:
        found = tried(end, LOOKING)
    assert ending(found) is Ending.CUT_OFF
    assert "Nosy Networks" in shown(of(found).text)


def test_an_old_plugin_is_never_given_the_token(
    on: Stage, tried: Try, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    before = len(_sessions(on))
    for gate, more in (
        (Gate.TOKEN_SHOWS, {"version": "1.2.497.0"}),
        (Gate.PLUGIN_FAILS, {"instead": "sys.exit(3)"}),
    ):
        fake_plugin.install(tmp_path, **more)
        found = tried(Gateway(Mode.GOOD))
        trial = trial_of(found, found.snapshot.nodes[0].id)
        assert trial is not None
        assert trial.gate is gate
    assert len(_sessions(on)) == before
