"""A process that is really killed, at every boundary of the journal, and what is left is recovered."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

from ssmwizard import demo
from ssmwizard.app import making, repair
from ssmwizard.app.doors import Doors
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.journal import Journal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no SIGKILL here")
ROOT = Path(__file__).parents[2]
NOW = 1_795_000_000.0
# What only counts. And what nodes make of it all: a machine that once reported stays known.
COUNTERS = {"judged", "revision", "serial"}
NODES = "nodes"
NEVER = -1

World = dict[str, Any]
Taken = tuple[bytes, bytes]


def copied(world: bytes) -> World:
    """A world that nothing else holds."""
    made: World = pickle.loads(world)  # noqa: S301 - what this very test has written
    return made


@dataclass
class Scene:
    """A demo account that is served over HTTP, and the journal of a process that works on it."""

    account: demo.Demo
    journal: Path
    doors: Doors

    def take(self) -> Taken:
        """Copy the state of the account, and the journal."""
        there = self.journal.read_bytes() if self.journal.exists() else b""
        return pickle.dumps(self.account.world), there

    def put(self, taken: Taken) -> None:
        """Have account and journal be as they were."""
        world = self.account.world
        world.clear()
        world.update(copied(taken[0]))
        self.journal.write_bytes(taken[1])

    def shown(self) -> World:
        """What the account consists of, field by field."""
        self.doors.aws("demo-admin", None).call("sts", "GetCallerIdentity")
        world: World = copied(pickle.dumps(self.account.world))
        for region in world["regions"].values():
            del region[NODES]
        return {name: value for name, value in world.items() if name not in COUNTERS}


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    monkeypatch.setattr(making, "FIRST_SECONDS", 0.01)
    account = demo.open_account(pace=0, clock=lambda: NOW)
    files = account.config_files(tmp_path / "aws")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))
    journal = tmp_path / "journal.jsonl"

    def opened(profile: str | None, region: str | None) -> LiveAws:
        return LiveAws(profile, region, prepare=account.hook)

    with account.serve() as served:
        monkeypatch.setenv("AWS_ENDPOINT_URL", served.url)
        doors = Doors(opened, demo.DemoComputer(ThisComputer().profiles), journal)
        yield Scene(account, journal, doors)


@contextmanager
def victim(scene: Scene, fix: str, *nodes: str) -> Iterator[tuple[IO[str], IO[str]]]:
    """A process that has made its plan, and waits to be told where to die."""
    command = [sys.executable, "-m", "tests.support.killed", str(scene.journal), fix, *nodes]
    process = subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    with process:
        assert process.stdout.readline().startswith("planned")
        yield process.stdin, process.stdout
        process.stdin.close()


def boundaries(journal: Path) -> list[int]:
    """The moments at which a kill leaves something else behind: see ``tests.support.killed``.

    Between the line that one thing ended and the next line nothing happens, so that they are one.
    """
    words = [json.loads(line)["happened"] for line in journal.read_text("utf-8").splitlines()]
    before = [0, *(2 * at for at, word in enumerate(words) if at and words[at - 1] == "begun")]
    return sorted({*before, *(2 * at + 1 for at in range(len(words)))})


def same(shown: World, wanted: World, boundary: int) -> None:
    """Compare field by field, and say which differ."""
    assert dict(_different(shown, wanted)) == {}, boundary


def _different(shown: Any, wanted: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(shown, dict) and isinstance(wanted, dict):
        for name in shown.keys() | wanted.keys():
            yield from _different(shown.get(name), wanted.get(name), f"{at}/{name}")
    elif shown != wanted:
        yield at, (shown, wanted)


def recovered(scene: Scene, before: World, after: World, boundary: int) -> None:
    """Finish what the dead process left; then, from the same state, take it back."""
    entries = Journal(scene.journal).entries()
    if not entries:
        same(scene.shown(), before, boundary)
        return
    (entry,) = entries
    left = scene.take()
    found = repair.recovery(scene.doors, entry.id)
    assert found.refusal is None, (boundary, found)
    done = repair.finish(scene.doors, entry.id)
    assert done.end is repair.End.DONE, (boundary, done.says.english())
    same(scene.shown(), after, boundary)
    (entry,) = Journal(scene.journal).entries()
    assert entry.state == "done"
    scene.put(left)
    undone = repair.undo(scene.doors, entry.id)
    assert undone.end is repair.End.DONE or found.left != (), undone.says.english()
    same(scene.shown(), before, boundary)
    (entry,) = Journal(scene.journal).entries()
    assert not entry.left_open
    assert not entry.can_undo


@pytest.mark.parametrize(
    ("fix", "name"),
    [
        ("role.attach-instance-profile", "web-03"),
        ("network.create-endpoints", "cache-01"),
        ("role.repair-trust", "batch-01"),
    ],
)
def test_killed_at_any_moment_a_plan_is_finished_or_taken_back(
    scene: Scene, fix: str, name: str
) -> None:
    world = scene.account.world["regions"]["eu-west-3"]["instances"]
    (node,) = [one for one in world if world[one].get("Name") == name or _named(world[one], name)]
    before = scene.shown()
    fresh = scene.take()
    with victim(scene, fix, node) as (ask, told):

        def die(boundary: int) -> int:
            scene.put(fresh)
            ask.write(f"{boundary}\n")
            ask.flush()
            return int(told.readline())

        assert die(NEVER) == 0
        moments = boundaries(scene.journal)
        after = scene.shown()
        assert after != before
        # Nothing more is done where all is done, and all of it can be taken back.
        (entry,) = Journal(scene.journal).entries()
        assert repair.finish(scene.doors, entry.id).end is repair.End.DONE
        same(scene.shown(), after, NEVER)
        assert repair.undo(scene.doors, entry.id).end is repair.End.DONE
        same(scene.shown(), before, NEVER)
        for boundary in moments:
            assert die(boundary) == -signal.SIGKILL
            recovered(scene, before, after, boundary)


def _named(instance: World, name: str) -> bool:
    return {"Key": "Name", "Value": name} in instance.get("Tags", [])
