from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version

from ssmwizard import resources
from ssmwizard.model.requirements import Confidence, Requirement, Requirements

NOW = date(2026, 11, 24)
REQUIREMENTS = resources.requirements()
ROWS = list(REQUIREMENTS.rows.values())

PARTITIONS = {partition.name for partition in resources.partitions().rows}
VERSIONED = ("agent.", "cli.", "plugin.", "ssm-user.", "windows.powershell")


def row(**changes):
    plain = {
        "id": "agent.kms",
        "what": "SSM Agent for encrypted sessions",
        "value": "2.3.539.0",
        "since": None,
        "until": None,
        "partitions": None,
        "source": "https://docs.aws.amazon.com/",
        "confidence": "documented",
        "note": None,
    }
    return plain | changes


def parse(*rows):
    return Requirements.parse({"as_of": "2026-11-24", "requirements": list(rows)})


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("agent.session-manager", "2.3.68.0"),
        ("agent.kms", "2.3.539.0"),
        ("agent.shell-profile", "3.0.161.0"),
        ("agent.port-forwarding", "3.0.222.0"),
        ("agent.ssh", "3.0.222.0"),
        ("agent.cloudwatch-streaming", "3.0.284.0"),
        ("agent.default-host-management", "3.2.582.0"),
        ("agent.ec2messages-optional", "3.3.40.0"),
        ("ssm-user.created", "2.3.50.0"),
        ("ssm-user.created-by-session", "2.3.612.0"),
        ("ssm-user.not-on-domain-controllers", "2.3.612.0"),
        ("cli.minimum", "1.16.12"),
        ("plugin.supported", "1.2.764.0"),
        ("plugin.hard-floor", "1.1.17.0"),
        ("windows.minimum", "6.2"),
        ("windows.minimum-release", "2012"),
        ("role.recommended-policy", "AmazonSSMManagedInstanceCore"),
    ],
)
def test_the_documented_minimum_is_the_one_in_the_file(id, value):  # noqa: A002
    assert REQUIREMENTS.text(id) == value


def test_lists_and_numbers_are_the_documented_ones():
    assert REQUIREMENTS.texts("hosts.required") == ("ssm", "ssmmessages")
    assert REQUIREMENTS.texts("hosts.optional") == ("ec2messages",)
    assert REQUIREMENTS.texts("plugin.withdrawn") == ("1.2.688.0", "1.2.889.0")
    assert len(REQUIREMENTS.texts("role.node-actions")) == 5
    assert REQUIREMENTS.number("fleet.quota") == 2400
    assert REQUIREMENTS.number("time.registration-minutes") == 5
    assert REQUIREMENTS.number("clock.failed-seconds") == 300


@pytest.mark.parametrize(
    ("id", "partition", "on", "in_force"),
    [
        ("hybrid.advanced-tier", "aws", date(2026, 6, 29), True),
        ("hybrid.advanced-tier", "aws", date(2026, 6, 30), False),
        ("hybrid.advanced-tier", "aws-cn", date(2026, 6, 29), False),
        ("hybrid.advanced-tier-elsewhere", "aws-cn", NOW, True),
        ("hybrid.advanced-tier-elsewhere", "aws", NOW, False),
        ("hybrid.pay-as-you-go", "aws", date(2026, 9, 29), False),
        ("hybrid.pay-as-you-go", "aws", date(2026, 9, 30), True),
        ("cli.v1-maintenance", "aws", date(2026, 8, 4), False),
        ("cli.v1-maintenance", "aws-us-gov", date(2026, 8, 5), True),
        ("cli.v1-end-of-support", "aws", NOW, False),
        ("cli.v1-end-of-support", "aws", date(2027, 7, 15), True),
        ("agent.session-manager", "aws-iso-f", date(2018, 1, 1), True),
    ],
)
def test_a_requirement_holds_in_its_partitions_and_between_its_days(id, partition, on, in_force):  # noqa: A002
    assert REQUIREMENTS.get(id).in_force(partition, on) is in_force


def test_what_is_not_confirmed_in_other_partitions_says_so():
    assert REQUIREMENTS.get("hybrid.advanced-tier-elsewhere").confidence is Confidence.UNVERIFIED
    both = [REQUIREMENTS.get(f"hybrid.advanced-tier{end}").partitions for end in ("", "-elsewhere")]
    assert both[0] | both[1] == PARTITIONS
    assert not both[0] & both[1]


@pytest.mark.parametrize("requirement", ROWS, ids=lambda row: row.id)
def test_every_row_has_an_https_source_and_sane_days(requirement: Requirement):
    assert requirement.source.startswith("https://")
    if requirement.since and requirement.until:
        assert requirement.since < requirement.until
    assert requirement.partitions is None or requirement.partitions <= PARTITIONS
    assert requirement.what == requirement.what.strip()


@pytest.mark.parametrize(
    "requirement", [row for row in ROWS if row.id.startswith(VERSIONED)], ids=lambda row: row.id
)
def test_every_version_reads_as_a_version(requirement: Requirement):
    values = requirement.value if isinstance(requirement.value, tuple) else (requirement.value,)
    for value in values:
        assert Version(value).release


def test_the_plugins_floors_are_in_order():
    floors = ["plugin.hard-floor", "plugin.supported", "plugin.newest-known"]
    for lower, higher in pairwise(Version(REQUIREMENTS.text(floor)) for floor in floors):
        assert lower < higher


def test_no_agent_minimum_is_above_the_newest_known():
    newest = Version(REQUIREMENTS.text("agent.newest-known"))
    agents = [row for row in ROWS if row.id.startswith("agent.") and row.id != "agent.linux-kernel"]
    assert max(Version(row.value) for row in agents) == newest


def test_an_unknown_id_is_named():
    with pytest.raises(KeyError, match=r"agent\.nothing"):
        REQUIREMENTS.get("agent.nothing")


@pytest.mark.parametrize(
    ("ask", "id"),
    [("text", "fleet.quota"), ("texts", "agent.kms"), ("number", "hosts.required")],
)
def test_asking_for_the_wrong_kind_of_value_is_an_error(ask, id):  # noqa: A002
    with pytest.raises(TypeError, match=id):
        getattr(REQUIREMENTS, ask)(id)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"value": None}, "value"),
        ({"value": True}, "value"),
        ({"value": ["a", 1]}, "value"),
        ({"what": ""}, "what"),
        ({"since": "24/11/2026"}, "since"),
        ({"until": 2026}, "until"),
        ({"since": "2026-06-30", "until": "2026-06-30"}, "until"),
        ({"partitions": "aws"}, "partitions"),
        ({"source": "http://docs.aws.amazon.com/"}, "source"),
        ({"confidence": "certain"}, "confidence"),
    ],
)
def test_a_bad_row_is_named(changes, said):
    with pytest.raises(ValueError, match=rf"agent\.kms: .*{said}"):
        parse(row(id="agent.session-manager"), row(**changes))


def test_a_row_without_an_id_is_named_by_its_place():
    with pytest.raises(ValueError, match="requirements 2: id"):
        parse(row(), row(id=""))


@pytest.mark.parametrize("data", [{}, {"requirements": {}}, {"requirements": ["agent.kms"]}])
def test_a_file_of_another_shape_is_refused(data):
    with pytest.raises(ValueError, match="requirements"):
        Requirements.parse({"as_of": "2026-11-24", **data})


def test_a_missing_column_is_named():
    incomplete = row()
    del incomplete["note"]
    with pytest.raises(ValueError, match=r"agent\.kms: note is missing"):
        parse(incomplete)


def test_an_id_is_there_once():
    with pytest.raises(ValueError, match=r"agent\.kms"):
        parse(row(), row())


days = st.dates(date(2018, 1, 1), date(2030, 12, 31))


@given(since=st.none() | days, until=st.none() | days, on=days)
def test_a_requirement_never_comes_back(since, until, on):
    requirement = replace(parse(row()).get("agent.kms"), since=since, until=until)
    later = [requirement.in_force("aws", on + timedelta(days=n)) for n in range(0, 4000, 250)]
    changes = [before for before, after in pairwise(later) if before != after]
    assert changes in ([], [False], [True], [False, True])
