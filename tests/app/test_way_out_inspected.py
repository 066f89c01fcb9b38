"""The way from this computer to AWS, as an inspection looks at it."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support.facts import shown
from support.on_demo import Stage, stage

from ssmwizard.app.inspect import Choice, Inspection, inspect, replay
from ssmwizard.model.facts import Known, Unknown, Why
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.way_out import Ended, Goal, Layer, Step, WayOut
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import Computer, ThisComputer

CHECK = "computer.endpoints"


def look(on: Stage, **more: object) -> Inspection:
    """Inspect one node, this computer included; the recording must say the same again."""
    told = {"profile": "demo-admin", "nodes": (on.instance("web-01"),), **more}
    inspection = inspect(on.doors, Choice(**told))  # type: ignore[arg-type]
    again = replay(inspection.recording)
    assert again.findings == inspection.findings
    assert again.calls == inspection.calls
    return inspection


def told(inspection: Inspection) -> Finding:
    (finding,) = (one for one in inspection.findings if one.check == CHECK)
    return finding


def ways(inspection: Inspection) -> set[str]:
    assert inspection.snapshot.computer is not None
    return set(inspection.snapshot.computer.ways)


def test_an_inspection_looks_at_the_hosts_of_its_region_and_counts_no_call_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    inspection = look(on)
    assert ways(inspection) == {"sts", "ssm", "ssmmessages"}
    assert told(inspection).status is Status.PASSED
    assert not any(call.startswith("endpoint") for call in inspection.calls)
    left_out = look(on, local=False)
    assert left_out.calls == inspection.calls
    assert told(left_out).status is Status.SKIPPED


def test_the_host_of_the_key_is_looked_at_where_sessions_are_encrypted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspection = look(stage(tmp_path, monkeypatch, scenario="sessions"))
    assert ways(inspection) == {"sts", "ssm", "ssmmessages", "kms"}
    assert told(inspection).status is Status.PASSED


class Cut:
    """A computer on which a firewall drops what goes to some services."""

    def __init__(self, computer: Computer, services: frozenset[str]) -> None:
        self._computer = computer
        self._services = services

    def __getattr__(self, name: str) -> object:
        return getattr(self._computer, name)

    def way_out(self, goal: Goal, timeout: float) -> WayOut:
        way = self._computer.way_out(goal, timeout)
        if goal.service not in self._services:
            return way
        return replace(way, steps=(way.steps[0], Step(Layer.CONNECT, Ended.TIMED_OUT, timeout)))


def cut(on: Stage, *services: str) -> Stage:
    computer = Cut(on.doors.computer, frozenset(services))
    return replace(on, doors=replace(on.doors, computer=computer))


def test_a_host_that_is_cut_off_blocks_sessions_and_is_the_only_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    inspection = look(cut(on, "ssmmessages"))
    assert "ssmmessages.eu-west-3.amazonaws.com" in shown(told(inspection).text)
    (verdict,) = inspection.verdicts
    assert CHECK in verdict.root_causes


def test_what_answers_the_inspection_is_reached_whatever_a_single_try_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    assert told(look(cut(on, "ssm", "sts"))).status is Status.PASSED


def test_without_what_early_recordings_lack_it_is_unknown_and_all_else_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspection = look(stage(tmp_path, monkeypatch))
    new = ("terminal", "way-out")
    early = [
        line
        for line in inspection.recording
        if line.get("computer") not in new and line.get("aws") != "endpoint:GetAddress"
    ]
    again = replay(early)
    changed = {
        one.check: other.status
        for one, other in zip(inspection.findings, again.findings, strict=True)
        if one != other
    }
    assert changed == {CHECK: Status.UNKNOWN, "computer.search-path": Status.UNKNOWN}
    assert [one.standing for one in again.verdicts] == [one.standing for one in inspection.verdicts]


def test_over_an_address_of_somebodys_own_only_that_address_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    with on.account.serve() as served:
        monkeypatch.setenv("AWS_ENDPOINT_URL", served.url)
        own = replace(on.doors, open_aws=LiveAws, computer=ThisComputer())
        inspection = inspect(own, Choice("demo-admin", local=True))
    assert ways(inspection) == {"sts", "ssm"}
    assert inspection.snapshot.computer is not None
    for fact in inspection.snapshot.computer.ways.values():
        assert isinstance(fact, Known)
        assert fact.value.arrives
    assert told(inspection).status is Status.PASSED


def test_a_configuration_without_a_region_connects_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    config = tmp_path / "config"
    config.write_text("[default]\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    inspection = inspect(on.doors, Choice(nodes=("i-0123456789abcdef0",)))
    assert ways(inspection) == set()
    assert told(inspection).status is Status.SKIPPED


def test_a_profile_that_does_not_exist_leaves_the_way_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    inspection = inspect(on.doors, Choice("nobody", "eu-west-3", ("i-0123456789abcdef0",)))
    assert inspection.snapshot.computer is not None
    for fact in inspection.snapshot.computer.ways.values():
        assert isinstance(fact, Unknown)
        assert fact.why is Why.CONFIGURATION
    assert told(inspection).status is Status.UNKNOWN


def test_all_that_is_local_is_looked_at_at_the_same_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two programs that are run and three hosts: none waits for another, or they would never meet."""
    on = stage(tmp_path, monkeypatch)
    together = threading.Barrier(5)

    class Meeting:
        def __init__(self, within: Computer) -> None:
            self._within = within

        def __getattr__(self, name: str) -> Any:
            if name in ("run", "way_out"):
                together.wait(20)
            return getattr(self._within, name)

    doors = replace(on.doors, computer=Meeting(on.doors.computer))  # type: ignore[arg-type]
    inspection = look(replace(on, doors=doors))
    assert ways(inspection) == {"sts", "ssm", "ssmmessages"}
    assert told(inspection).status is Status.PASSED
