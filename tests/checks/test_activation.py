from datetime import timedelta
from typing import Any

import pytest
from support.facts import (
    HYBRID_ID,
    NOW,
    SOURCE,
    Case,
    ask,
    denied,
    ec2,
    fails,
    holds,
    hybrid,
    judged,
    known,
    node,
    ok,
    skips,
    snapshot,
    unsure,
)

from ssmwizard.checks.every import EVERY, by_id
from ssmwizard.model.account import AccountFacts, Activation
from ssmwizard.model.facts import NOT_COLLECTED
from ssmwizard.model.findings import Status
from ssmwizard.model.node import Elsewhere, Sighting
from ssmwizard.model.snapshot import Snapshot

CHECK = by_id("node.activation")
LIST, LOOK = "ssm:DescribeInstanceInformation", "ssm:DescribeActivations"
NEW = ("node.new-activation",)
SOON, AGO = NOW + timedelta(days=1), NOW - timedelta(days=1)


def activation(number: int = 1, **parts: Any) -> Activation:
    usual: dict[str, Any] = {
        "id": f"activation-{number}",
        "role": "HybridServers",
        "expires": SOON,
        "expired": False,
        "used": 3,
        "limit": 10,
    }
    return Activation(**{**usual, **parts})


def absent(*activations: Activation, fact: Any = None, **facts: Any) -> Snapshot:
    """A machine outside EC2 that is not registered."""
    gone = node(HYBRID_ID, **{"managed": None, "connection": NOT_COLLECTED, **facts})
    told = known(activations, LOOK) if fact is None else fact
    return snapshot(gone, account=AccountFacts(activations=told))


TABLE = {
    "registered": ok(snapshot(hybrid())),
    "registered-with-one-that-is-over": ok(
        snapshot(
            hybrid(activation_id="activation-1"),
            account=AccountFacts(activations=known((activation(expired=True),))),
        )
    ),
    "connected-though-the-list-was-denied": ok(snapshot(node(HYBRID_ID, managed=denied(LIST)))),
    "valid": ok(absent(activation()), "activation-1"),
    "valid-beside-an-old-one": ok(absent(activation(expires=AGO), activation(2)), "activation-2"),
    "registered-anew": ok(
        absent(activation(used=1, limit=1, note=f"ssmwizard for mi-9 {HYBRID_ID}")), "activation-1"
    ),
    "made-for-it-and-over": fails(
        absent(activation(used=0, limit=1, expires=AGO, note=f"for {HYBRID_ID}")), fixes=NEW
    ),
    "without-an-end": ok(absent(activation(expires=None))),
    "without-a-number": ok(absent(activation(limit=None))),
    "expired-as-the-service-says": fails(
        absent(activation(expired=True)), "1", cause="activations", fixes=NEW
    ),
    "expired-as-the-date-says": fails(absent(activation(expires=AGO)), fixes=NEW),
    "expired-just-now": fails(absent(activation(expires=NOW)), fixes=NEW),
    "used-up": fails(absent(activation(used=10)), fixes=NEW),
    "used-up-and-expired": fails(
        absent(activation(used=10), activation(2, expires=AGO)), "2", fixes=NEW
    ),
    "none": fails(absent(), "no activation", fixes=NEW),
    "registered-in-another-region": skips(
        absent(elsewhere=Elsewhere((Sighting("us-east-1", "Online", SOURCE),), ("us-east-1",)))
    ),
    "in-no-other-region": fails(absent(elsewhere=Elsewhere((), ("us-east-1",))), fixes=NEW),
    "an-instance": skips(snapshot(ec2())),
    "activations-denied": unsure(absent(fact=denied(LOOK)), right=LOOK),
    "list-denied": unsure(absent(managed=denied(LIST)), right=LIST),
}


@pytest.mark.parametrize("case", TABLE.values(), ids=list(TABLE))
def test_node_activation(case: Case) -> None:
    holds(CHECK, case)


def test_a_node_that_is_nowhere_is_the_cause_and_the_activation_its_echo() -> None:
    found = judged(absent(activation(expired=True)), EVERY)
    assert found["node.exists"].is_root_cause
    assert found["node.activation"].status is Status.FAILED
    assert found["node.activation"].blocked_by == ("node.exists",)


def test_the_latest_of_many_are_shown() -> None:
    many = [
        activation(number, expires=None if number == 3 else AGO - timedelta(days=number), used=10)
        for number in range(9)
    ]
    shown = [one.label.english() for one in ask(CHECK, absent(*many)).evidence]
    assert len(shown) == 5
    assert "activation-0" in shown[0]
