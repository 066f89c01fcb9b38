"""Stand-ins: the same by the same, what is different stays different, and nothing changes its shape."""

from __future__ import annotations

import ipaddress
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.outside.stand_ins import StandIns

KEPT = ("State", "Version", "Action", "ContextKeyName", "path")
PROSE = ("message",)


def told(*values: Any) -> list[Any]:
    made = StandIns(KEPT, PROSE, b"key")
    made.learn(values)
    return [made.replaced(value) for value in values]


def named(*names: str) -> list[str]:
    return [one["Name"] for one in told(*({"Name": name} for name in names))]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("i-0abc1234567890def", "i-"),
        ("mi-0abc1234567890def", "mi-"),
        ("vpce-svc-0abc1234567890def", "vpce-svc-"),
        ("AROAEXAMPLEEXAMPLE123", "AROA"),
        ("arn:aws-cn:iam::111122223333:role/team/web-role", "arn:aws-cn:iam::9"),
        (
            "arn:aws:ec2:eu-west-3:111122223333:instance/i-0abc1234567890def",
            "arn:aws:ec2:eu-west-3:9",
        ),
        ("arn:aws:s3:::logs-of-contoso/sessions/*", "arn:aws:s3:::name"),
        ("ip-10-20-1-5.eu-west-3.compute.internal", "ip-10-"),
        ("alias/contoso-sessions", "alias/name"),
        ("/home/alice/.aws/config", "/home/name"),
        ("https://sso.contoso.example/start", "https://name"),
    ],
)
def test_an_identifier_is_replaced_and_keeps_its_form(value: str, kept: str) -> None:
    (new,) = named(value)
    assert new != value
    assert new.startswith(kept)
    assert len(new.split("/")) == len(value.split("/"))
    for secret in ("111122223333", "contoso", "alice", "web", "0abc1234567890def", "10-20-1-5"):
        assert secret not in new


@pytest.mark.parametrize(
    "value",
    [
        "",
        "eu-west-3",
        "us-gov-west-1a",
        "AmazonSSMManagedInstanceCore",
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        "ssm.eu-west-3.amazonaws.com",
        "SSM-SessionManagerRunShell",
        "0.0.0.0/0",
        "169.254.169.254",
        "::/0",
        "3.3.4793.0",
        "*",
        "2026-11-24T08:00:00Z",
    ],
)
def test_what_is_awss_is_not_replaced(value: str) -> None:
    assert named(value) == [value]


def test_versions_are_not_addresses_where_a_version_stands() -> None:
    assert told({"Version": "2.3.50.0"}) == [{"Version": "2.3.50.0"}]
    assert named("10.3.50.0") != ["10.3.50.0"]


def test_an_account_is_replaced_in_names_of_members_and_in_nested_json_too() -> None:
    document = json.dumps({"Condition": {"StringEquals": {"aws:ResourceTag/Team": "blue"}}})
    line = {"Policy": document, "node 111122223333": 1, "ContextKeyName": "ssm:resourceTag/Team"}
    (new,) = told(line)
    whole = json.dumps(new)
    for secret in ("111122223333", "Team", "blue"):
        assert secret not in whole
    (key,) = json.loads(new["Policy"])["Condition"]["StringEquals"]
    assert key.removeprefix("aws:").split("/")[1] == new["ContextKeyName"].split("/")[1]


def test_a_name_is_replaced_in_sentences_too() -> None:
    name, sentence = told({"RoleName": "PayrollRole"}, {"message": "The role PayrollRole is gone."})
    assert sentence["message"] == f"The role {name['RoleName']} is gone."


def test_what_was_asked_follows_what_was_answered_and_keeps_the_programs_own_words() -> None:
    answer = {"answer": {"RoleName": "web"}}
    asked = {"parameters": {"RoleName": "web", "Values": ["Interface"]}}
    one, other = told(answer, asked)
    assert other["parameters"] == {"RoleName": one["answer"]["RoleName"], "Values": ["Interface"]}


def test_a_wildcard_still_fits_what_it_fitted() -> None:
    pattern, name = named("arn:aws:s3:::logs-*", "logs-of-today")
    assert name.startswith(pattern.removeprefix("arn:aws:s3:::").removesuffix("*"))


WORDS = st.from_regex(r"[A-Za-z]{2,12}(-[A-Za-z0-9]{1,8}){0,3}", fullmatch=True)


@given(st.lists(WORDS, min_size=2, max_size=20, unique=True))
def test_different_names_stay_different_and_the_same_stay_the_same(names: list[str]) -> None:
    new = named(*names, *names)
    assert new[: len(names)] == new[len(names) :]
    assert len(set(new)) == len(set(names))


@given(st.lists(st.integers(0, 16**17 - 1), min_size=2, max_size=20, unique=True))
def test_ids_that_were_sorted_stay_sorted(numbers: list[int]) -> None:
    ids = [f"i-{number:017x}" for number in numbers]
    new = dict(zip(ids, named(*ids), strict=True))
    assert [new[one] for one in sorted(ids)] == sorted(new.values())
    assert len(set(new.values())) == len(ids)


PRIVATE = st.sampled_from(("10.0.0.0/8", "172.16.0.0/12")).map(ipaddress.ip_network)


@given(st.data())
def test_subnets_keep_their_shape(data: st.DataObject) -> None:
    whole = data.draw(PRIVATE)
    bits = data.draw(st.integers(whole.prefixlen, 28))
    host = whole.network_address + data.draw(st.integers(0, whole.num_addresses - 1))
    network = ipaddress.ip_network((host, bits), strict=False)
    inside = network.network_address + data.draw(st.integers(0, network.num_addresses - 1))
    outside = whole.network_address + data.draw(st.integers(0, whole.num_addresses - 1))
    new_network, new_inside, new_outside, new_whole = named(
        str(network), str(inside), str(outside), str(whole)
    )
    after = ipaddress.ip_network(new_network)
    assert ipaddress.ip_address(new_inside) in after
    assert (ipaddress.ip_address(new_outside) in after) == (outside in network)
    assert new_whole == str(whole)
    place = int(inside) & 15
    moved = int(ipaddress.ip_address(new_inside)) & 15
    assert moved == place if place in (0, 1, 2, 3, 15) else moved in range(4, 15)
    assert new_inside != str(inside)


def test_what_a_stand_in_stands_for_is_told_apart() -> None:
    made = StandIns(KEPT, PROSE, b"key")
    line = {"Name": "web-01", "OwnerId": "111122223333"}
    made.learn([line])
    new = made.replaced(line)
    originals = made.originals()
    assert originals[new["OwnerId"]] == "111122223333"
    assert originals[new["Name"].removesuffix("-01")] == "web"
