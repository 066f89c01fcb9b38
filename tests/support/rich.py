"""One account with machines that are well and machines that are not, and its recording altered."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ssmwizard.app.doors import Doors
from ssmwizard.app.inspect import Choice, Inspection, inspect, replay
from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.machines import BROKE, Past
from ssmwizard.demo.scenarios.session_resources import bucket, key, log_group, preferences
from ssmwizard.model.findings import Finding
from ssmwizard.outside.aws import LiveAws
from ssmwizard.outside.computer import ThisComputer
from ssmwizard.outside.recording import Entry
from support.facts import says
from support.town import Town, allow, replace, town

# What STS says of the caller is what everything stands on; without it nothing else is asked.
FIRST = ("sts:GetCallerIdentity", "credentials:GetExpiry", "clock:GetAhead")

LOGGED = allow("kms:Decrypt", "s3:PutObject", "s3:GetEncryptionConfiguration", "logs:*")


def build(made: Town) -> None:
    """Put the machines in, each called for what is the matter with it; sessions are to be logged."""
    region = made.builder
    secret = key(region)
    preferences(
        region,
        kmsKeyId=secret,
        s3BucketName=bucket(region, "session-logs"),
        s3EncryptionEnabled=True,
        cloudWatchLogGroupName=log_group(region, "/sessions", secret),
        cloudWatchEncryptionEnabled=True,
        cloudWatchStreamingEnabled=True,
    )
    made.role(inline={"sessions": LOGGED})
    well = made.private()
    made.iam.profile("poor-profile", made.iam.role("poor-role", attached=()))
    made.node(well, name="well")
    made.node(replace(well, profile="poor-profile"), name="poor")
    made.node(replace(well, profile=None), name="bare")
    made.node(replace(well, groups=(made.group("shut"),)), past=BROKE, name="shut")
    made.node(well, past=Past(managed=True, stopped=True), name="stopped")
    made.node(made.private_services(source="10.0.3.0/24"), name="cut-off")
    made.machine(role=made.hybrid_role(inline={"sessions": LOGGED}))
    poor = made.hybrid_role("PoorMachines", attached=(), inline={"no": allow("ssm:Put*")})
    activation = made.builder.activation(poor, "poor")
    made.builder.hybrid(
        "poor-machine", systems.UBUNTU_2204, activation=activation, address="192.168.1.11"
    )


def seen_whole(folder: Path) -> Inspection:
    """The account as it is seen with every right and every answer."""
    made = town()
    build(made)
    return seen(made, folder)


def seen(made: Town, folder: Path) -> Inspection:
    """All nodes of an account, as the program sees them."""
    account = made.opened()
    files = account.config_files(folder / "aws")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_CONFIG_FILE", str(files.config))
        environment.setenv("AWS_SHARED_CREDENTIALS_FILE", str(files.credentials))

        def opened(profile: str | None, region: str | None) -> LiveAws:
            return LiveAws(profile, region, prepare=account.hook)

        doors = Doors(opened, ThisComputer(), folder / "journal.jsonl")
        return inspect(doors, Choice("demo-admin", every_node=True, local=False))


def calls(inspection: Inspection) -> list[str]:
    """Every operation that the inspection made."""
    return sorted({line["aws"] for line in inspection.recording if "aws" in line} - set(FIRST))


def altered(
    inspection: Inspection, change: Callable[[Entry], None], call: str = ""
) -> tuple[Entry, ...]:
    """The recording with the answers of one call (of all, when none is named) changed."""
    lines = copy.deepcopy(inspection.recording)
    for line in lines:
        if "aws" in line and line["aws"] not in FIRST and call in {"", line["aws"]}:
            change(line)
    return lines


def judged(lines: tuple[Entry, ...], caplog: pytest.LogCaptureFixture) -> Inspection:
    """A recording judged: no rule crashes, and every sentence is whole."""
    caplog.clear()
    with caplog.at_level(logging.ERROR):
        after = replay(lines)
    assert [record.getMessage() for record in caplog.records] == []
    for one in after.findings:
        says(one)
    return after


def by_place(inspection: Inspection) -> dict[tuple[str, str | None], Finding]:
    """The findings by check and subject."""
    return {(one.check, one.subject): one for one in inspection.findings}


def moves(before: Inspection, after: Inspection) -> Iterator[tuple[Finding | None, Finding]]:
    """Each finding whose status is another than before, with what it was."""
    was = by_place(before)
    for place, finding in by_place(after).items():
        if place not in was or was[place].status is not finding.status:
            yield was.get(place), finding
