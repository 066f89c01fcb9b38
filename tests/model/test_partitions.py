from __future__ import annotations

import boto3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard import resources
from ssmwizard.model.partitions import Partitions

PARTITIONS = resources.partitions()
ROW = {
    "name": "aws",
    "suffix": "example.com",
    "dual_stack_suffix": "example.net",
    "regex": "eu-west-1",
    "documentation_host": "docs.example.com",
    "console_host": None,
}


@pytest.mark.parametrize(
    ("region", "name", "host", "dual_stack"),
    [
        ("eu-west-3", "aws", "ssm.eu-west-3.amazonaws.com", "ssm.eu-west-3.api.aws"),
        ("mx-central-1", "aws", "ssm.mx-central-1.amazonaws.com", "ssm.mx-central-1.api.aws"),
        (
            "cn-north-1",
            "aws-cn",
            "ssm.cn-north-1.amazonaws.com.cn",
            "ssm.cn-north-1.api.amazonwebservices.com.cn",
        ),
        (
            "us-gov-west-1",
            "aws-us-gov",
            "ssm.us-gov-west-1.amazonaws.com",
            "ssm.us-gov-west-1.api.aws",
        ),
        (
            "eusc-de-east-1",
            "aws-eusc",
            "ssm.eusc-de-east-1.amazonaws.eu",
            "ssm.eusc-de-east-1.api.amazonwebservices.eu",
        ),
        (
            "us-iso-east-1",
            "aws-iso",
            "ssm.us-iso-east-1.c2s.ic.gov",
            "ssm.us-iso-east-1.api.aws.ic.gov",
        ),
    ],
)
def test_hosts_carry_the_suffix_of_the_partition(region, name, host, dual_stack):
    partition = PARTITIONS.of_region(region)
    assert partition is not None
    assert partition.name == name
    assert partition.host("ssm", region) == host
    assert partition.dual_stack_host("ssm", region) == dual_stack


@pytest.mark.parametrize(
    "region", ["", "eu-west", "moon-1", "eu-west-3\n", "xeu-west-3", "EU-WEST-3"]
)
def test_a_name_that_is_no_region_is_in_no_partition(region):
    assert PARTITIONS.of_region(region) is None


@pytest.mark.parametrize(
    ("partition", "parts", "arn"),
    [
        (
            "aws",
            ("ssm", "eu-west-3", "111122223333", "managed-instance/mi-1"),
            "arn:aws:ssm:eu-west-3:111122223333:managed-instance/mi-1",
        ),
        (
            "aws-cn",
            ("iam", "", "aws", "policy/AmazonSSMManagedInstanceCore"),
            "arn:aws-cn:iam::aws:policy/AmazonSSMManagedInstanceCore",
        ),
    ],
)
def test_an_arn_begins_with_its_partition(partition, parts, arn):
    found = PARTITIONS.named(partition)
    assert found is not None
    assert found.arn(*parts) == arn


def test_a_name_that_is_no_partition_is_not_found():
    assert PARTITIONS.named("aws-moon") is None


def test_the_list_agrees_with_botocore():
    session = boto3.Session(
        aws_access_key_id="x", aws_secret_access_key="x", region_name="eu-west-3"
    )
    assert {row.name for row in PARTITIONS.rows} == set(session.get_available_partitions())
    for row in PARTITIONS.rows:
        for region in session.get_available_regions("ec2", partition_name=row.name):
            assert PARTITIONS.of_region(region) == row


@given(st.from_regex(r"[a-z]{2,4}(-[a-z]{2,5})?-[a-z]{4,9}-[0-9]", fullmatch=True))
def test_no_region_is_in_two_partitions(region):
    assert sum(row.holds(region) for row in PARTITIONS.rows) <= 1


@pytest.mark.parametrize(
    ("change", "said"),
    [({"regex": "("}, "regex"), ({"suffix": ""}, "suffix"), ({"console_host": 1}, "console_host")],
)
def test_a_bad_row_is_named(change, said):
    with pytest.raises(ValueError, match=f"aws: {said}"):
        Partitions.parse({"as_of": "2026-11-24", "partitions": [ROW | change]})
