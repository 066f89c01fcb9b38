import pytest
from support.facts import Case, denied, ec2, fails, holds, hybrid, node, ok, skips, snapshot, unsure

from ssmwizard.checks.every import by_id
from ssmwizard.model.facts import Why
from ssmwizard.model.findings import Grade

from support.facts import EC2_ID, unseen  # isort: skip

TABLE = {
    "on": ok(snapshot(ec2()), grade=Grade.INFERRED),
    "off": fails(
        snapshot(ec2(endpoint="disabled")),
        "HttpEndpoint",
        grade=Grade.INFERRED,
        fixes=("imds.enable",),
        cause=f"imds:{EC2_ID}",
    ),
    "not-told": unsure(snapshot(ec2(endpoint=""))),
    "hybrid": skips(snapshot(hybrid())),
    "no-instance": skips(snapshot(node(instance=None))),
    "terminated": skips(snapshot(ec2(state="terminated", endpoint="disabled"))),
    "denied": unsure(
        snapshot(node(instance=denied("ec2:DescribeInstances"))), right="ec2:DescribeInstances"
    ),
    "no-answer": unsure(
        snapshot(node(instance=unseen(Why.TIMED_OUT, call="ec2:DescribeInstances"))),
        "ec2:DescribeInstances",
    ),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_imds_enabled(case: Case) -> None:
    holds(by_id("imds.enabled"), case)
