"""Console output and what nodes answered, in a bundle: only where it is wished, and without secrets."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.on_demo import Stage, stage

from ssmwizard.app import bundle, node_logs
from ssmwizard.app.bundle import Audience, Wishes
from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.inspect import Choice, Inspection, inspect, replay
from ssmwizard.app.node_words import split
from ssmwizard.collect.diagnosis import essence, parse
from ssmwizard.outside.console import MOST_BYTES
from ssmwizard.outside.recording import WHOLE

Files = Callable[..., dict[str, str]]
PLANTED = "correct-horse"


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    def written(
        seen: Inspection, audience: Audience = Audience.SUPPORT, wishes: Wishes | None = None
    ) -> dict[str, str]:
        path = bundle.write(tmp_path / "b.zip", seen, (), audience, wishes)
        with zipfile.ZipFile(path) as packed:
            return {name: packed.read(name).decode() for name in packed.namelist()}

    return written


def look(on: Stage, *nodes: str, **more: Any) -> Inspection:
    return inspect(on.doors, Choice("demo-admin", nodes=nodes, local=False, **more))


def omitted(held: dict[str, str]) -> set[tuple[str, str]]:
    told = json.loads(held["manifest.json"])["omissions"]
    return {(one["what"], one["reason"]) for one in told}


def test_console_output_is_read_once_for_each_instance_and_judges_nothing_anew(on: Stage) -> None:
    web, vault = on.instance("web-01"), on.instance("vault-01")
    before = look(on, web, vault)
    assert not any(line.get(WHOLE) for line in before.recording)
    told: list[tuple[int, int]] = []
    after = node_logs.read(on.doors, before, lambda one: told.append((one.done, one.total)))
    assert any(line.get(WHOLE) for line in after.recording)
    assert (node_logs.how_many_told(before), node_logs.how_many_told(after)) == (0, 2)
    assert after.calls["ec2:GetConsoleOutput"] == 2
    assert told[-1] == (2, 2)
    assert after.findings == before.findings
    assert replay(after.recording).findings == before.findings
    again = node_logs.read(on.doors, after)
    assert len(again.recording) == len(after.recording)


def test_each_audience_gets_nodes_own_words_as_it_should(on: Stage, files: Files) -> None:
    web = on.instance("web-01")
    seen = node_logs.read(on.doors, look(on, web))
    name = f"node/{web}/console.txt"
    inside = files(seen, Audience.INTERNAL)
    assert "Amazon SSM Agent" in inside[name]
    assert "Amazon SSM Agent" in inside["recording.jsonl"]
    assert PLANTED not in "".join(inside.values())
    outside = files(seen)
    assert name not in outside
    assert "OsProductName" not in outside["recording.jsonl"]
    assert (name, "user_declined") in omitted(outside)
    ticked = files(seen, Audience.SUPPORT, Wishes(also=frozenset({name})))
    assert ticked[name] == inside[name]
    assert json.loads(ticked["manifest.json"])["consent"]["parts"][name] == "on"


def test_for_the_public_a_node_has_a_stand_in_in_names_and_words(on: Stage, files: Files) -> None:
    web = on.instance("web-01")
    seen = node_logs.read(on.doors, look(on, web))
    held = files(seen, Audience.PUBLIC, Wishes(also=frozenset({"nodes"})))
    (name,) = [one for one in held if one.startswith("node/")]
    assert name.endswith("/console.txt")
    instance = seen.snapshot.nodes[0].instance.require()
    assert instance is not None
    for identity in (web, instance.private_ip, instance.private_ip.replace(".", "-")):
        assert all(identity not in content for content in (*held, *held.values()))
    assert "Amazon SSM Agent" in held[name]


@pytest.mark.parametrize(
    ("break_it", "reason"),
    [
        (lambda on, _: on.account.deny("ec2:GetConsoleOutput"), "no_permission"),
        (
            lambda on, node: on.by_hand("ec2", "StopInstances", InstanceIds=[node]),
            "empty",
        ),
    ],
)
def test_what_gives_no_console_output_is_missing_with_its_reason(
    on: Stage, files: Files, break_it: Callable[[Stage, str], object], reason: str
) -> None:
    web = on.instance("web-01")
    before = look(on, web)
    break_it(on, web)
    held = files(node_logs.read(on.doors, before), Audience.INTERNAL)
    assert (f"node/{web}/console.txt", reason) in omitted(held)
    assert ("ec2:GetConsoleOutput" in held["manifest.json"]) is (reason == "no_permission")
    assert not any(one.startswith("node/") for one in held)


def test_a_machine_outside_ec2_has_no_console_and_is_not_asked(on: Stage, files: Files) -> None:
    seen = inspect(on.doors, Choice("demo-admin", every_node=True, local=False))
    after = node_logs.read(on.doors, seen)
    held = files(after, Audience.INTERNAL)
    hybrid = [node.id for node in seen.snapshot.nodes if node.id.startswith("mi-")]
    assert hybrid
    assert {(f"node/{one}/console.txt", "not_on_ec2") for one in hybrid} <= omitted(held)
    assert after.calls["ec2:GetConsoleOutput"] == len(node_logs.can_be_read(seen))


def test_a_bundle_with_console_output_is_read_and_saved_again_alike(
    on: Stage, files: Files, tmp_path: Path
) -> None:
    web = on.instance("web-01")
    seen = node_logs.read(on.doors, look(on, web, consoles=True))
    first = files(seen, Audience.INTERNAL)
    opened = open_bundle(tmp_path / "b.zip").inspection
    assert opened.findings == seen.findings
    assert files(opened, Audience.INTERNAL) == first


def test_what_nodes_answered_is_whole_where_wanted_and_else_what_findings_stand_on(
    on: Stage, files: Files, tmp_path: Path
) -> None:
    web = on.instance("web-01")
    given = '{"Check": "Agent version", "Status": "Success", "Note": "3.3"}\nmotd: Bonjour Camille'
    other = on.instance("web-02")
    choice = Choice("demo-admin", nodes=(web, other), local=False, ask_nodes=True)
    seen = inspect(on.doors, choice, given={other: given})
    inside = files(seen, Audience.INTERNAL)
    assert "Bonjour" in inside[f"node/{other}/diagnosis.txt"]
    assert "Bonjour" in inside["recording.jsonl"]
    assert "EC2 IMDS" in inside[f"node/{web}/diagnosis.txt"]
    outside = files(seen)
    assert "Bonjour" not in "".join(outside.values())
    opened = open_bundle(tmp_path / "b.zip").inspection
    assert opened.findings == seen.findings
    assert {one.id: one.diagnosis for one in opened.snapshot.nodes} == {
        one.id: one.diagnosis for one in seen.snapshot.nodes
    }


@pytest.mark.parametrize("node", ["../../etc", "a/b", "", ".", "..", "x" * 100, "C:\\x"])
def test_a_node_of_a_hostile_recording_names_no_file(node: str) -> None:
    entry = {"computer": "diagnosis", "arguments": [node], "answer": "system=Linux"}
    assert split([entry]) == ([entry], [])


def test_a_long_console_is_cut_at_its_beginning_and_says_so(on: Stage, files: Files) -> None:
    web = on.instance("web-01")
    seen = node_logs.read(on.doors, look(on, web))
    assert "came before" not in files(seen, Audience.INTERNAL)[f"node/{web}/console.txt"]
    lines = [
        {**line, "answer": {**line["answer"], "OutputCut": True}} if line.get("whole") else line
        for line in seen.recording
    ]
    held = files(replace(seen, recording=tuple(lines)), Audience.INTERNAL)
    assert f"last {MOST_BYTES // 1024} KB" in held[f"node/{web}/console.txt"]


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                "system=Linux",
                "kernel=6.1 x",
                "time=2026-11-24T08:00:00",
                "user ssm-user=yes",
                "user ec2-user=",
                "disk-free-kib=12",
                '{"Check": "EC2 IMDS", "Status": "Success", "Note": "instance id i-1 in region eu-west-3"}',
                "│ EC2 IMDS │ Failed │ no way │",
            ]
        ),
    ),
    max_size=12,
)


@given(LINES)
def test_the_essence_of_an_answer_says_all_that_was_read_of_it(lines: list[str]) -> None:
    said = "\n".join(lines)
    assert parse(essence(said)) == parse(said)
