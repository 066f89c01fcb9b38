"""Calls never begin faster than AWS has published, whichever threads make them."""

from __future__ import annotations

import threading

import pytest

from ssmwizard.app import opening
from ssmwizard.outside.pacing import Bucket, Paces, Rate
from ssmwizard.resources import requirements


class Clock:
    """A clock that goes on when somebody sleeps."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.mark.parametrize(
    ("rate", "waits"),
    [
        (Rate(1, 10), [0.0, 0.1, 0.2, 0.3]),
        (Rate(3, 0.25), [0.0, 0.0, 0.0, 4.0, 8.0]),
    ],
)
def test_so_many_at_once_then_one_after_the_other(rate: Rate, waits: list[float]) -> None:
    bucket = Bucket(rate, Clock())
    assert [pytest.approx(bucket.take()) for _ in waits] == waits


def test_a_bucket_fills_up_again_and_not_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    bucket = Bucket(Rate(2, 1), clock)
    assert [bucket.take() for _ in range(3)] == [0.0, 0.0, 1.0]
    clock.at = 1000.0
    assert [bucket.take() for _ in range(3)] == [0.0, 0.0, 1.0]


def test_threads_share_what_there_is() -> None:
    waited: list[float] = []
    paces = Paces({"ec2:CreateVpcEndpoint": Rate(3, 0.001)}, {}, waited.append)
    threads = [
        threading.Thread(target=paces.wait, args=("eu-west-3", "ec2", "CreateVpcEndpoint"))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(waited) == 8 - 3


@pytest.mark.parametrize(
    ("region", "service", "operation", "waits"),
    [
        ("eu-west-3", "ec2", "ModifyVpcAttribute", True),
        ("eu-west-3", "ec2", "CreateSecurityGroup", False),
        ("eu-central-1", "ec2", "ModifyVpcAttribute", False),
        ("eu-west-3", "ec2", "DescribeInstances", False),
        ("eu-west-3", "iam", "CreateRole", False),
    ],
)
def test_each_operation_that_changes_something_counts_by_itself_in_its_region(
    region: str, service: str, operation: str, *, waits: bool
) -> None:
    waited: list[float] = []
    paces = Paces({}, {"ec2": Rate(1, 1)}, waited.append)
    paces.wait("eu-west-3", "ec2", "ModifyVpcAttribute")
    paces.wait(region, service, operation)
    assert bool(waited) is waits


def test_others_in_the_account_keep_their_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program makes of the published numbers is below them, for every call of a plan."""
    published = requirements()
    waited: list[float] = []
    monkeypatch.setattr("ssmwizard.outside.pacing.time.sleep", waited.append)
    paces = opening.paces()
    paces._sleep = waited.append
    burst = int(published.number("rate.ec2-vpc-endpoint-burst"))
    for _ in range(burst):
        paces.wait("eu-west-3", "ec2", "CreateVpcEndpoint")
    assert len(waited) == 1
    assert waited[0] == pytest.approx(
        1 / (published.number("rate.ec2-vpc-endpoint-per-second") * opening.SHARE), rel=0.05
    )
