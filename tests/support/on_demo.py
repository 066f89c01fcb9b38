"""The demo account behind the doors of the program."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ssmwizard import demo
from ssmwizard.app.doors import Doors
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.calls import Call
from ssmwizard.outside.codes import Codes
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.gate import Gate


@dataclass
class Stage:
    """A demo account, the doors to it, and somebody else's hands in it."""

    account: demo.Demo
    doors: Doors
    heard: list[Callable[[Call], None]] = field(default_factory=list)

    def by_hand(self, service: str, operation: str, **parameters: Any) -> Mapping[str, Any]:
        """Call the account as its administrator, past the program."""
        hands = LiveAws("demo-admin", None, prepare=self.account.hook).fixing("by-hand")
        return hands.call(service, operation, **parameters)

    def instance(self, name: str) -> str:
        """The id of an instance by its name."""
        filters = [{"Name": "tag:Name", "Values": [name]}]
        told = self.by_hand("ec2", "DescribeInstances", Filters=filters)
        return str(told["Reservations"][0]["Instances"][0]["InstanceId"])

    def calls_since(self, number: int, *, writing: bool = True) -> list[str]:
        """What was called after the first ``number`` calls, without what only reads."""
        reading = ("Describe", "Get", "Head", "List", "Simulate")
        return [
            call
            for call in self.account.calls[number:]
            if not (writing and call.partition(":")[2].startswith(reading))
        ]


def stage(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    pace: float = 0,
    read_only: bool = False,
    scenario: str | None = None,
    clock: Callable[[], float] = time.time,
) -> Stage:
    """Open a fresh demo account; its profiles are all that this process can see."""
    account = demo.open_account(scenario, pace=pace, clock=clock)
    files = account.config_files(folder / "aws")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(files.config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))
    heard: list[Callable[[Call], None]] = []

    def tell(call: Call) -> None:
        for listener in heard:
            listener(call)

    gate, codes = Gate(read_only=read_only), Codes()

    def opened(profile: str | None, region: str | None) -> LiveAws:
        return LiveAws(profile, region, prepare=account.hook, heard=tell, gate=gate, codes=codes)

    computer = account.computer(ThisComputer().profiles)
    doors = Doors(opened, computer, folder / "journal.jsonl", gate=gate, codes=codes)
    return Stage(account, doors, heard)
