"""What the environment sets is recorded, judged again the same, and hidden from the public."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ssmwizard.app import bundle
from ssmwizard.app.bundle import Audience
from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.inspect import Choice, Inspection, inspect, replay
from ssmwizard.model.facts import Unknown, Why
from ssmwizard.model.findings import Status
from ssmwizard.model.settings import Settings
from ssmwizard.outside.calls import CallFailed
from tests.support.on_demo import stage

VARIABLES = {
    "AWS_PROFILE": "demo-admin",
    "AWS_DEFAULT_PROFILE": "shop-production",
    "AWS_REGION": "eu-west-3",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "…WXYZ + AWS_SESSION_TOKEN",
    "HTTPS_PROXY": "http://proxy.shop.example:3128",
}
CHECKS = ("identity.profile", "identity.region", "identity.credentials")


class Set:
    """The demo's computer with an environment."""

    def __init__(self, computer: Any) -> None:
        self._computer = computer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._computer, name)

    def settings(self, _: str | None) -> Settings:
        return Settings(VARIABLES, {"region": "eu-west-3"})


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Inspection:
    on = stage(tmp_path, monkeypatch)
    monkeypatch.setenv("AWS_PROFILE", "demo-admin")
    doors = replace(on.doors, computer=Set(on.doors.computer))
    return inspect(doors, Choice(nodes=(on.instance("web-01"),), local=False))


def statuses(inspection: Inspection) -> dict[str, Status]:
    return {one.check: one.status for one in inspection.findings if one.check in CHECKS}


def test_a_recording_is_judged_again_with_the_same_words(seen: Inspection) -> None:
    assert statuses(seen) == dict.fromkeys(CHECKS, Status.WARNING)
    again = replay(seen.recording)
    assert [one for one in again.findings if one.check in CHECKS] == [
        one for one in seen.findings if one.check in CHECKS
    ]


def test_a_recording_of_an_earlier_version_knows_no_settings(seen: Inspection) -> None:
    earlier = [one for one in seen.recording if one.get("computer") != "settings"]
    assert statuses(replay(earlier)) == dict.fromkeys(CHECKS, Status.PASSED)


def test_the_public_learns_no_names_and_the_same_verdicts(seen: Inspection, tmp_path: Path) -> None:
    path = bundle.write(tmp_path / "b.zip", seen, (), Audience.PUBLIC)
    with zipfile.ZipFile(path) as packed:
        whole = "".join(packed.read(name).decode() for name in packed.namelist())
    for name in ("demo-admin", "shop-production", "proxy.shop.example", "WXYZ"):
        assert name not in whole
    assert statuses(open_bundle(path).inspection) == statuses(seen)


class Broken(Set):
    """A computer whose configuration cannot be read."""

    def settings(self, _: str | None) -> Settings:
        said = "Unable to parse config file"
        raise CallFailed(
            "aws-configuration", Why.CONFIGURATION, "ConfigParseError", said, at=datetime.now(UTC)
        )


def test_settings_that_cannot_be_read_are_not_known_also_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch)
    doors = replace(on.doors, computer=Broken(on.doors.computer))
    seen = inspect(doors, Choice("demo-admin", nodes=(on.instance("web-01"),), local=False))
    assert statuses(seen) == dict.fromkeys(CHECKS, Status.PASSED)
    again = replay(seen.recording)
    for one in (seen, again):
        fact = one.snapshot.identity.settings
        assert isinstance(fact, Unknown)
        assert (fact.why, fact.code) == (Why.CONFIGURATION, "ConfigParseError")
