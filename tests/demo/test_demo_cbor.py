"""CBOR as botocore writes and reads it, and a service that speaks it."""

import io

import pytest
from botocore.parsers import RpcV2CBORParser
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.demo import cbor

WORDS = st.text(st.characters(codec="utf-8"), max_size=300)
PLAIN = st.booleans() | st.integers(-(2**63), 2**63) | WORDS | st.binary()
VALUES = st.recursive(
    PLAIN | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
    max_leaves=20,
)


@given(VALUES)
def test_what_is_written_is_read_again_here_and_by_botocore(value):
    written = cbor.dumps(value)
    assert cbor.loads(written) == value
    assert RpcV2CBORParser().parse_data_item(io.BufferedReader(io.BytesIO(written))) == value


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ("f93c00", 1.0),
        ("fa3f800000", 1.0),
        ("f7", None),
        ("f6", None),
        ("c11a514b67b0", 1363896240),
        ("9f0102ff", [1, 2]),
        ("bf616101ff", {"a": 1}),
        ("1bffffffffffffffff", 2**64 - 1),
        ("3b7fffffffffffffff", -(2**63)),
    ],
)
def test_what_others_write_is_read(data, value):
    assert cbor.loads(bytes.fromhex(data)) == value


@pytest.mark.parametrize(
    "data",
    ["", "1a00", "62", "6261", "9f01", "7f6161ff", "0102", "61ff", "fc", "bf6161ff", "a180f6"],
)
def test_what_is_no_cbor_is_refused(data):
    with pytest.raises(cbor.CborError):
        cbor.loads(bytes.fromhex(data))


def test_a_number_that_has_no_room_is_refused():
    with pytest.raises(cbor.CborError):
        cbor.dumps(2**64)


def test_pages_of_tagged_nodes_add_up(client):
    tagging = client("resourcegroupstaggingapi")
    pages = tagging.get_paginator("get_resources").paginate(
        ResourceTypeFilters=["ssm:managed-instance"], PaginationConfig={"PageSize": 2}
    )
    found = [[one["ResourceARN"] for one in page["ResourceTagMappingList"]] for page in pages]
    assert [len(page) for page in found[:-1]] == [2] * (len(found) - 1)
    assert len({arn for page in found for arn in page}) == sum(map(len, found)) > 2
    assert tagging.get_resources(ResourceTypeFilters=["s3"])["ResourceTagMappingList"] == []


def test_a_refusal_is_read_by_its_code(client, demo):
    demo.deny("tag:GetResources")
    tagging = client("resourcegroupstaggingapi")
    with pytest.raises(tagging.exceptions.ClientError) as caught:
        tagging.get_resources()
    assert caught.value.response["Error"]["Code"] == "AccessDeniedException"
    assert "tag:GetResources" in caught.value.response["Error"]["Message"]


def test_nothing_is_written_as_nothing():
    assert cbor.loads(cbor.dumps({"a": None, "b": [None]})) == {"a": None, "b": [None]}
