"""Stand-ins: the same by the same, what is different stays different, and nothing changes its shape."""

from __future__ import annotations

import base64
import fnmatch
import gzip
import html
import ipaddress
import itertools
import json
import re
import zlib
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.outside.identifiers import is_own
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
    ("path", "kept"),
    [
        ("/usr/local/bin/aws", r"/usr/local/bin/aws"),
        ("/opt/homebrew/bin/session-manager-plugin", r"/opt/homebrew/bin/session-manager-plugin"),
        (
            r"C:\Program Files\Amazon\AWSCLIV2\aws.exe",
            r"C:\\Program Files\\Amazon\\AWSCLIV2\\aws.exe",
        ),
        ("/opt/contoso/get-creds", r"/opt/name\d+/name\d+-name\d+"),
        ("/nfs/homes/alice/.bashrc", r"/name\d+/name\d+/name\d+/.bashrc"),
        ("/home/alice/.local/bin/aws", r"/home/name\d+/.local/bin/aws"),
        (r"D:\Profiles\alice\aws.exe", r"D:\\name\d+\\name\d+\\aws.exe"),
        (
            r"C:\Users\alice smith\scoop;D:\contoso",
            r"C:\\Users\\name\d+ name\d+\\scoop;D:\\name\d+",
        ),
        (r"\\contoso\alice\aws.exe", r"\\\\name\d+\\name\d+\\aws.exe"),
    ],
)
def test_a_path_keeps_only_what_is_the_same_on_every_computer(path: str, kept: str) -> None:
    lines = [{"path": path}, {"folders": [path]}, {"programs": {"aws": path}}]
    lines.append({"message": f"{path} cannot be started."})
    made = StandIns(KEPT, PROSE, b"key", ("path", "folders", "programs"))
    made.learn(lines)
    new, within, by_name, said = map(made.replaced, lines)
    assert re.fullmatch(kept, new["path"])
    assert within["folders"] == [new["path"]]
    assert by_name["programs"] == {"aws": new["path"]}
    assert " " in path or said["message"] == f"{new['path']} cannot be started."


def test_the_role_that_a_setting_names_is_the_role_that_is_asked_for() -> None:
    lines = [
        {"SettingValue": "service-role/ContosoNodes"},
        {"RoleName": "ContosoNodes"},
        {"SettingValue": "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole"},
        {"SettingValue": "advanced"},
    ]
    made = StandIns(KEPT, PROSE, b"key", ("SettingValue",))
    made.learn(lines)
    own, role, aws, tier = map(made.replaced, lines)
    assert own["SettingValue"] == f"service-role/{role['RoleName']}"
    assert role["RoleName"] != "ContosoNodes"
    assert (aws, tier) == (lines[2], lines[3])


def test_a_program_that_somebody_wrote_is_a_name_and_what_no_file_is_stays() -> None:
    lines = [{"program": "contoso-login"}, {"program": "aws"}, {"path": "Tags[0].Value"}]
    made = StandIns(KEPT, PROSE, b"key", ("path", "program"))
    made.learn(lines)
    own, aws, path = map(made.replaced, lines)
    assert re.fullmatch(r"name\d+-name\d+", own["program"])
    assert (aws["program"], path["path"]) == ("aws", "Tags[0].Value")


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


NESTINGS: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "json": (lambda one: json.dumps([one]), lambda one: json.loads(one)[0]),
    "base64": (
        lambda one: base64.b64encode(one.encode()).decode(),
        lambda one: base64.b64decode(one).decode(),
    ),
    "base64 of urls, bare": (
        lambda one: base64.urlsafe_b64encode(one.encode()).decode().rstrip("="),
        lambda one: base64.urlsafe_b64decode(one + "=" * (-len(one) % 4)).decode(),
    ),
    "gzip": (
        lambda one: base64.b64encode(gzip.compress(one.encode())).decode(),
        lambda one: gzip.decompress(base64.b64decode(one)).decode(),
    ),
    "zlib": (
        lambda one: base64.b64encode(zlib.compress(one.encode())).decode(),
        lambda one: zlib.decompress(base64.b64decode(one)).decode(),
    ),
    "url": (lambda one: quote(f"{one}&", safe=""), lambda one: unquote(one)[:-1]),
    "html": (lambda one: html.escape(f"<{one}>"), lambda one: html.unescape(one)[1:-1]),
    "backslashes": (
        lambda one: json.dumps(f'"{one}"')[1:-1],
        lambda one: json.loads(f'"{one}"')[1:-1],
    ),
}
SAID = (
    "arn:aws:iam::111122223333:role/team/PayrollRole",
    "i-0abc1234567890def in 10.20.30.40/32 of 111122223333",
    "the node ip-10-20-30-40 is web-of-contoso",
)


@pytest.mark.parametrize("outer", NESTINGS)
def test_what_stands_in_other_forms_is_replaced_as_it_would_be_alone(outer: str) -> None:
    into, out = NESTINGS[outer]
    for deeper, up in NESTINGS.values():
        for member, said in itertools.product(("Name", "message"), SAID):
            alone, nested = told({member: said}, {member: into(deeper(said))})
            assert alone != {member: said}
            assert up(out(nested[member])) == alone[member]


def test_what_nobody_can_look_into_is_replaced_whole() -> None:
    bomb = base64.b64encode(gzip.compress(b"i-0abc1234567890def " * 200_000)).decode()
    no_text = base64.b64encode(gzip.compress(b"\0\1\2 i-0abc1234567890def")).decode()
    deep: Any = "i-0abc1234567890def"
    for _ in range(20):
        deep = json.dumps([deep])
    for one in (bomb, no_text, deep):
        for member in ("Name", "message", "State"):
            ((new,),) = (tuple(line.values()) for line in told({member: one}))
            assert "0abc1234567890def" not in new
            assert new != one
            assert len(new) < 1000
    one, same, other = named(bomb, bomb, no_text)
    assert one == same != other


LOG = """\
Nov 26 10:00:01 payroll-db sshd[812]: Accepted publickey for alice from 10.20.30.40 port 22
Nov 26 10:00:02 payroll-db sudo:    alice : TTY=pts/0 ; USER=root ; COMMAND=/usr/bin/id
Nov 26 10:00:03 payroll-db systemd[1]: Set hostname to <payroll-db.corp.contoso.com>.
[   1.2] eth0: 06:5e:ab:cd:ef:01, fe80::45e:abff:fecd:ef01/64, inet addr:10.20.30.40 Bcast:10.20.30.255
uid=1001(alice) gid=1001(alice) groups=10(wheel); new user: name=bob, UID=1002
2026-11-26T10:00:04Z payroll-db amazon-ssm-agent[77]: agent 3.3.131.0 registered mi-0abc1234567890def
disk vol0abc1234567890def of machine 0123456789abcdef0123456789abcdee, user CONTOSO\\carol, S-1-5-21-111-222-333-1001
proxy https://proxy.contoso.com:3128 refused http_proxy: ***@gate.payroll-net:3128 111122223333_logs; asked ssm.eu-west-3.amazonaws.com
vpce-0abc1234567890def-1x2y3z.ssm.eu-west-3.vpce.amazonaws.com is 40.30.20.10.in-addr.arpa
payroll-db login: """


def test_logs_lose_who_and_where_and_stay_readable() -> None:
    (new,) = told({"message": LOG})
    said = new["message"]
    for gone in (
        *("payroll", "alice", "bob", "carol", "CONTOSO", "contoso", "10.20.30.", "40.30.20.10"),
        *("06:5e", "fe80::45e", "fecd:ef01", "0abc1234567890def", "0123456789abcdee"),
        *("111-222-333", "111122223333", "1x2y3z"),
    ):
        assert gone not in said
    for kept in (
        *("sshd[812]: Accepted publickey for", "USER=root", "3.3.131.0", "amazon-ssm-agent[77]"),
        *("ssm.eu-west-3.amazonaws.com", "/usr/bin/id", "mi-", "https://", ":3128", "(wheel)"),
    ):
        assert kept in said
    lines = said.splitlines()
    assert len({line.split()[3] for line in lines[:3]}) == 1
    assert len(lines) == len(LOG.splitlines())


@pytest.mark.parametrize(
    "said",
    [
        "SSM Agent 3.3.131.0 is older than 3.3.987.0.",
        "aws-cli/2.32.17 Python/3.13.9 session-manager-plugin 1.2.54.0",
        "version 1.2.3.4 of amazon-ssm-agent-3.1.90.0",
        "An error occurred (AccessDenied) when calling the StartSession operation: no identity-based policy allows it",
        "The user data is read; the host name is not set. Look at https://docs.aws.amazon.com/x",
        "on 2026-11-26T10:00:00Z at 10:00:16",
    ],
)
def test_a_sentence_that_names_nobody_stays(said: str) -> None:
    assert told({"message": said}) == [{"message": said}]


@pytest.mark.parametrize(
    "part", ["a-", "0-", "a.", "a@", "a\\", "1.", "ab:", "/a", "user=", "[ 1", "%41"]
)
def test_the_longest_line_is_looked_through(part: str) -> None:
    said = part * (60_000 // len(part))
    assert len(told({"message": said})[0]["message"]) > 0


def test_addresses_are_told_from_versions_where_both_stand() -> None:
    (new,) = told({"message": "agent 2.3.50.0 at 52.47.133.9 and 10.0.0.7, dns 10.0.0.2"})
    assert "2.3.50.0" in new["message"]
    for gone in ("52.47.133.9", "10.0.0.7"):
        assert gone not in new["message"]


ADDRESSES = st.one_of(
    st.ip_addresses(v=4),
    st.ip_addresses(v=6),
    *(st.ip_addresses(network=one) for one in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")),
    *(st.ip_addresses(network=one) for one in ("100.64.0.0/10", "fc00::/7", "2600:1f00::/24")),
)


@given(st.lists(ADDRESSES, min_size=2, max_size=8, unique=True))
def test_as_many_first_bits_are_the_same_after_as_before(found: list[Any]) -> None:
    new = list(map(ipaddress.ip_address, named(*map(str, found))))
    assert len(set(new)) == len(found)
    for (one, moved), (other, too) in itertools.combinations(zip(found, new, strict=True), 2):
        assert moved.version == one.version
        if one.version == other.version:
            shared = one.max_prefixlen - (int(one) ^ int(other)).bit_length()
            after = one.max_prefixlen - (int(moved) ^ int(too)).bit_length()
            smallest = 28 if one.version == 4 else 128
            assert min(shared, smallest) == min(after, smallest)


@given(ADDRESSES)
def test_what_is_private_public_or_special_stays_so(found: Any) -> None:
    (new,) = map(ipaddress.ip_address, named(str(found)))
    for kind in ("is_private", "is_global", "is_multicast", "is_loopback", "is_link_local"):
        assert getattr(new, kind) == getattr(found, kind), (found, new)
    for kind in ("100.64.0.0/10", "192.168.0.0/16", "172.16.0.0/12"):
        network = ipaddress.ip_network(kind)
        assert (new in network) == (found in network)


@pytest.mark.parametrize("block", ["10.0.0.0/16", "10.7.0.0/20", "192.168.0.0/16", "172.31.0.0/16"])
def test_the_resolver_of_a_vpc_is_still_its_third_address(block: str) -> None:
    network = ipaddress.ip_network(block)
    new, resolver, host, other = named(block, str(network[2]), str(network[5]), str(network[260]))
    after = ipaddress.ip_network(new)
    assert resolver == str(after[2])
    assert host != str(network[5])
    assert other != str(network[260])
    assert ipaddress.ip_address(host) in after


# What counts is not replaced, so a wildcard beside it fits stand-ins by their numbers.
LETTERS = st.from_regex(r"[A-Za-z]{2,12}(-[A-Za-z]{1,8}){0,3}", fullmatch=True)


@given(st.lists(LETTERS, min_size=1, max_size=8, unique=True), st.data())
def test_what_a_wildcard_fitted_it_fits_and_nothing_else(
    names: list[str], data: st.DataObject
) -> None:
    whole = data.draw(st.sampled_from(names))
    cut = data.draw(st.integers(1, len(whole)))
    pattern = data.draw(st.sampled_from([f"{whole[:cut]}*", f"*{whole[-cut:]}"]))
    lines = [{"Resource": pattern}, *({"Name": name} for name in names)]
    new, *after = (next(iter(line.values())) for line in told(*lines))
    for name, moved in zip(names, after, strict=True):
        if not is_own(name):
            assert fnmatch.fnmatchcase(moved, new) == fnmatch.fnmatchcase(name, pattern), (
                name,
                moved,
            )


def test_replacing_what_was_replaced_changes_no_form() -> None:
    lines = [{"Name": one} for one in (*SAID, "alias/contoso", "10.20.0.0/16")]
    once = told(*lines)
    made = StandIns(KEPT, PROSE, b"key")
    made.learn(lines)
    assert [made.replaced(line) for line in lines] == once
    again = StandIns(KEPT, PROSE, b"another key")
    again.learn(lines)
    assert [again.replaced(line) for line in lines] != once
