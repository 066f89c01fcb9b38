"""The accounts hold what they promise, and survive being saved."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ssmwizard.demo import DEFAULT, NAMES, Demo, open_account
from ssmwizard.demo.node import Agents

FLEET = {
    "web-01": ("Online", True, ""),
    "web-02": ("", False, "the role may not report"),
    "web-03": ("", False, "no credentials"),
    "web-04": ("", False, "the instance does not run"),
    "web-05": ("Online", True, ""),
    "worker-01": ("ConnectionLost", False, "network ACL of the node's subnet"),
    "cache-01": ("", False, "no route leads out"),
    "archive-01": ("ConnectionLost", False, "black hole"),
    "db-01": ("ConnectionLost", False, "no route leads out"),
    "db-02": ("ConnectionLost", False, "the node's security groups"),
    "erp-01": ("ConnectionLost", False, "the endpoint's security groups"),
    "lab-01": ("", False, "no route leads out"),
    "vault-01": ("", False, "instance metadata is off"),
    "batch-01": ("", False, "the role may not report"),
    "jenkins-old": ("Online", False, "the agent is too old"),
    "git-01": ("Online", True, ""),
    "wiki-01": ("Online", True, ""),
    "paie-01": ("Online", False, "the role may not open channels"),
    "mac-build-01": ("Online", True, ""),
    "compta-01": ("Online", True, ""),
    "srv-lyon-01": ("Online", True, ""),
    "srv-lyon-02": ("ConnectionLost", False, "the machine is cut off"),
    "srv-nantes-01": ("Online", False, "the role may not open channels"),
    "caisse-nantes": ("Online", True, ""),
}


def test_each_machine_of_the_fleet_is_broken_in_its_own_way(demo, client, nodes):
    ssm = client("ssm")
    page = ssm.describe_instance_information(MaxResults=50)["InstanceInformationList"]
    pings = {node["InstanceId"]: node["PingStatus"] for node in page}
    agents = Agents(demo.world, "eu-west-3")
    for name, (status, connected, why) in FLEET.items():
        answer = ssm.get_connection_status(Target=nodes[name])["Status"]
        said = agents.behaviour(demo.world["regions"]["eu-west-3"]["nodes"][nodes[name]]).why
        assert (name, pings.get(nodes[name], "")) == (name, status)
        assert (name, answer) == (name, "connected" if connected else "notconnected")
        assert why in said


def test_the_fleet_has_every_kind_of_machine(demo):
    machines = demo.world["regions"]["eu-west-3"]["nodes"]
    assert {node["Name"] for node in machines.values()} == set(FLEET)
    assert {node["PlatformType"] for node in machines.values()} == {"Linux", "Windows", "MacOS"}
    assert {node["Kind"] for node in machines.values()} == {"ec2", "hybrid"}


def test_a_role_is_not_named_as_its_profile(demo):
    profiles = demo.world["iam"]["profiles"].values()
    assert sum(each["InstanceProfileName"] not in each["Roles"] for each in profiles) >= 3


def test_everything_works_in_the_healthy_account(connect):
    demo = open_account("healthy", pace=0)
    ssm = connect(demo)("ssm")
    page = ssm.describe_instance_information()["InstanceInformationList"]
    assert len(page) == 4
    for node in page:
        assert node["PingStatus"] == "Online"
        assert ssm.start_session(Target=node["InstanceId"])["TokenValue"]


def test_a_large_account_has_its_nodes(connect):
    demo = open_account("large-120", pace=0)
    client = connect(demo)
    assert len(client("ec2").describe_instances()["Reservations"]) == 120
    pages = client("ssm").get_paginator("describe_instance_information").paginate()
    assert sum(len(page["InstanceInformationList"]) for page in pages) == 108


def test_the_same_scenario_is_the_same_account():
    first, second = (open_account(clock=lambda: 1_800_000_000.0).world for _ in range(2))
    assert first == second


def test_names():
    assert DEFAULT in NAMES
    with pytest.raises(
        ValueError, match="'none' is none of broken-fleet, healthy, new-computer, sessions, large-N"
    ):
        open_account("none")


@pytest.mark.parametrize("scenario", [*NAMES, "large-3"])
def test_an_account_is_plain_data_and_comes_back_as_it_was(scenario, tmp_path, connect):
    demo = open_account(scenario, pace=0)
    client = connect(demo)
    client("iam").create_instance_profile(InstanceProfileName="kept")
    path = tmp_path / "state" / "demo.json"
    demo.save(path)
    again = Demo.load(path)
    world = again.world
    assert world == {**demo.world, "revision": world["revision"]}
    assert json.loads(json.dumps(world)) == world
    kept = connect(again)("iam").get_instance_profile(InstanceProfileName="kept")
    assert kept["InstanceProfile"]["Roles"] == []


def test_what_was_begun_before_saving_finishes_after(tmp_path, connect):
    moment = [1_800_000_000.0]
    demo = open_account(clock=lambda: moment[0])
    node = next(
        key
        for key, each in demo.world["regions"]["eu-west-3"]["nodes"].items()
        if each["Name"] == "web-04"
    )
    connect(demo)("ec2").start_instances(InstanceIds=[node])
    demo.save(tmp_path / "demo.json")
    moment[0] += 60
    again = connect(Demo.load(tmp_path / "demo.json", clock=lambda: moment[0]))
    found = again("ec2").describe_instances(InstanceIds=[node])["Reservations"][0]["Instances"]
    assert found[0]["State"]["Name"] == "running"
    assert again("ssm").get_connection_status(Target=node)["Status"] == "connected"


@pytest.mark.parametrize("text", ["{}", "[]", "not json", '{"format": 0}'])
def test_a_file_that_is_no_saved_account(text, tmp_path):
    path = tmp_path / "demo.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"demo\.json|Expecting"):
        Demo.load(path)


def test_opening_an_account_loads_neither_the_window_nor_a_client_nor_a_server():
    program = (
        "import sys; from ssmwizard.demo import open_account; open_account();"
        "print([n for n in ('PySide6', 'boto3', 'botocore', 'http.server') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
