"""A bundle for the public: nothing in it tells whose account it is, and it says the same."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.on_demo import Stage, stage
from support.rich import seen_whole

from ssmwizard.app import bundle, redaction
from ssmwizard.app.bundle import Audience, Refused, Wishes
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


@pytest.mark.parametrize("scenario", ["healthy", "new-computer", "sessions", "large-12"])
def test_the_same_verdicts_come_out_of_every_other_account(
    scenario: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = stage(tmp_path, monkeypatch, scenario=scenario)
    everything = Choice(
        "demo-admin",
        every_node=True,
        ask_nodes=True,
        consoles=True,
        elsewhere=True,
        sessions=scenario == "sessions",
    )
    seen = inspect(on.doors, everything)
    told = redaction.redacted(seen, ())
    assert told.drift == ()
    assert redaction.redacted(seen, ()).originals == told.originals
    assert [one.standing for one in told.inspection.verdicts] == [
        one.standing for one in seen.verdicts
    ]
    path = bundle.write(tmp_path / "b.zip", seen, (), Audience.PUBLIC, ALL)
    assert left_of(on.account.world, files(path), told.originals) == set()


def test_nothing_of_the_whole_account_is_left(on: Stage, tmp_path: Path) -> None:
    seen = inspect(on.doors, Choice("demo-admin", every_node=True, ask_nodes=True, consoles=True))
    path = bundle.write(tmp_path / "b.zip", seen, (), Audience.PUBLIC, ALL)
    whole = files(path)
    assert any(name.startswith("node/") for name in whole)
    assert len(set(identifiers(on.account.world))) > 500
    stand_ins = redaction.redacted(seen, ()).originals
    assert left_of(on.account.world, whole, stand_ins) == set()


ALL = Wishes(also=frozenset({"nodes"}))
# What stands for an identifier in the account's state by the name of the member that holds it.
TOLD = frozenset(
    {
        "Account",
        "AccountId",
        "Address",
        "AliasName",
        "ActivationName",
        "Bucket",
        "CidrBlock",
        "CidrIp",
        "ComputerName",
        "Description",
        "GroupName",
        "Hostname",
        "IPAddress",
        "InstanceProfileName",
        "Key",
        "Name",
        "PolicyName",
        "PrivateDnsName",
        "PrivateIpAddress",
        "PublicDnsName",
        "PublicIp",
        "RoleName",
        "RunAs",
        "Tag",
        "UserName",
        "Value",
        "account",
        "alias",
        "user",
    }
)
# Whose members are named for what they describe: a name of somebody's choice.
NAMED_BY = frozenset({"roles", "users", "profiles", "buckets", "log_groups", "Inline"})
FORMS = re.compile(
    r"(?:[a-z]+-)+[0-9a-f]{17}|\d{12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|A[A-Z]{3}[A-Z0-9]{17}"
    r"|arn:aws:\w+:[\w-]*:\d{12}:.*"
)
# What may stay, and why.
MAY_STAY = {
    # Words that the program, AWS or every system uses, and that name nobody.
    *("Name", "admin", "default", "main", "web", "app", "data", "endpoints", "fleet", "private"),
    *("public", "build", "cache", "server", "sessions", "messages", "look", "inventory", "worker"),
    *("domain-name", "domain-name-servers", "AmazonProvidedDNS", "AmazonSSMManagedInstanceCore"),
    *("CloudWatchAgentServerPolicy", "running", "stopped", "Interface", "production", "standard"),
    # Of everybody: any address, the private blocks.
    *("0.0.0.0/0", "10.0.0.0/8"),
    # AWS's own hosts.
    *("ssm.amazonaws.com", "ec2.amazonaws.com"),
}


def identifiers(value: Any, of: str = "") -> Iterator[str]:
    """Yield whatever in the state of an account is an identifier, by its form or by its place."""
    if isinstance(value, dict):
        for name, part in value.items():
            if of in NAMED_BY or FORMS.fullmatch(name):
                yield name
            yield from identifiers(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from identifiers(part, of)
    elif isinstance(value, str) and (of in TOLD or FORMS.fullmatch(value)):
        yield value


def left_of(
    world: dict[str, Any], whole: dict[str, str], stand_ins: Collection[str]
) -> set[tuple[str, str]]:
    """What of an account is in the files of a bundle, as a word, and does not stand for another there.

    Where hosts are many, one address may have to take the place of the next.
    """
    parts = {name: world[name] for name in ("account", "iam", "regions", "buckets", "keys")}
    sought = {
        one
        for one in identifiers(parts)
        if len(one) > 2 and one not in MAY_STAY and one not in stand_ins and not is_own(one)
    }
    return {
        (name, one)
        for name, content in whole.items()
        for one in sought & words_of(f"{name}\n{content}")
    }


def words_of(content: str) -> set[str]:
    """The words of a content, cut at everything that may stand between them."""
    return {
        word
        for between in (
            r"[\s\"'<>,;=(){}\[\]\\]+",
            r"[^\w-]+",
            r"[^\w./:-]+",
            r"\W+|_",
            r"[^\d./]+",
        )
        for word in re.split(between, content)
    }


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
