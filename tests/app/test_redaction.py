"""A bundle for the public: nothing in it tells whose account it is, and it says the same."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from support.on_demo import Stage, stage
from support.rich import seen_whole

from ssmwizard.app import bundle, redaction
from ssmwizard.app.bundle import Audience, Refused
from ssmwizard.app.bundle_reading import open_bundle
from ssmwizard.app.inspect import Choice, Inspection, inspect
from ssmwizard.outside.identifiers import is_own
from ssmwizard.outside.stand_ins import StandIns


@pytest.fixture
def on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return stage(tmp_path, monkeypatch)


@pytest.fixture
def seen(on: Stage) -> Inspection:
    return inspect(on.doors, Choice("demo-admin", every_node=True))


def files(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def identities(seen: Inspection) -> set[str]:
    """What in the account tells whose it is: ids, names, addresses."""
    snapshot = seen.snapshot
    found = {
        snapshot.identity.caller.require().account,
        "camille",
        "demo-admin",
        "atelier",
        "finance",
    }
    for node in snapshot.nodes:
        found |= {node.id, node.name}
        instance = getattr(node.instance, "value", None)
        if instance is not None:
            found |= {instance.vpc_id, instance.subnet_id, instance.private_ip, *instance.groups}
    found |= set(snapshot.roles)
    return {one for one in found if one and not is_own(one)}


def test_nothing_tells_whose_account_it_is(seen: Inspection, tmp_path: Path) -> None:
    made = bundle.make(seen, (), Audience.PUBLIC)
    path = made.write(tmp_path / "b.zip")
    wanted = identities(seen)
    assert len(wanted) > 80
    for name, content in files(path).items():
        assert {one for one in wanted if one in content} == set(), name
        assert not any(one in name for one in wanted)
    assert {"10.20.0.0/16", "203.0.113.10"} <= set(made.originals.values())
    assert "10.20." not in "".join(files(path).values())


def test_the_same_verdicts_come_out_of_it(seen: Inspection, tmp_path: Path) -> None:
    path = bundle.write(tmp_path / "b.zip", seen, (), Audience.PUBLIC)
    opened = open_bundle(path)
    assert [one.standing for one in opened.inspection.verdicts] == [
        one.standing for one in seen.verdicts
    ]
    assert [(one.check, one.status) for one in opened.inspection.findings] == [
        (one.check, one.status) for one in seen.findings
    ]
    told = opened.manifest["redaction"]
    assert told["identifiers"] == "replaced"
    assert told["answers_that_differ"] == []


def test_session_resources_and_machines_outside_ec2_too(tmp_path: Path) -> None:
    seen = seen_whole(tmp_path)
    path = bundle.write(tmp_path / "b.zip", seen, (), Audience.PUBLIC)
    whole = "".join(files(path).values())
    for secret in ("session-logs", "poor-machine", "PoorMachines", "poor-role"):
        assert secret not in whole
    after = open_bundle(path).inspection
    assert [one.root_causes for one in after.verdicts] == [one.root_causes for one in seen.verdicts]


def test_what_the_stand_ins_stand_for_is_known_to_the_bundle_and_not_in_it(
    seen: Inspection, tmp_path: Path
) -> None:
    made = bundle.make(seen, (), Audience.PUBLIC)
    path = made.write(tmp_path / "b.zip")
    caller = seen.snapshot.identity.caller.require()
    opened = open_bundle(path)
    after = opened.inspection.snapshot.identity.caller.require()
    assert made.originals[after.account] == caller.account
    assert opened.manifest["bundle_id"] == made.id


def test_for_colleagues_identifiers_stay_and_nothing_stands_for_anything(
    seen: Inspection, tmp_path: Path
) -> None:
    made = bundle.make(seen, ())
    path = made.write(tmp_path / "b.zip")
    assert seen.snapshot.identity.caller.require().account in files(path)["recording.jsonl"]
    assert made.originals == {}


def test_a_bundle_in_which_an_identifier_is_left_is_refused_by_name(
    seen: Inspection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = StandIns.replaced

    def forgetful(self: StandIns, value: Any, path: tuple[str, ...] = ()) -> Any:
        if path[-1:] == ("OwnerId",) and not self._learning:
            return value
        return whole(self, value, path)

    monkeypatch.setattr(StandIns, "replaced", forgetful)
    with pytest.raises(Refused, match=r"recording\.jsonl holds the identifier \d{12}"):
        bundle.write(tmp_path / "b.zip", seen, (), Audience.PUBLIC)
    assert list(tmp_path.glob("b*")) == []


def test_answers_that_the_stand_ins_change_are_named(
    seen: Inspection, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = dict(redaction.load_json("data/kept_members.json"))
    members["kept"] = [one for one in members["kept"] if one != "PingStatus"]
    monkeypatch.setattr(redaction, "load_json", lambda _: members)
    assert "node.online" in redaction.redacted(seen, ()).drift
