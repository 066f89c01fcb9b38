"""The console output of EC2 instances, asked for only when the operator wishes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssmwizard.collect.asking import known
from ssmwizard.model.facts import Fact, Why
from ssmwizard.outside.calls import Aws, CallFailed
from ssmwizard.outside.console import CALL, OUTPUT, telling


def lines(aws: Aws, node_id: str) -> Fact[tuple[str, ...]]:
    """Return the telling lines of an instance's console, none where it shows nothing."""
    return known(aws, CALL, lambda: telling(str(_answer(aws, node_id).get(OUTPUT) or "")))


def whole(aws: Aws, node_id: str) -> Fact[str]:
    """Have all of an instance's console recorded, or why not."""
    return known(aws, CALL, lambda: str(_answer(aws, node_id).get(OUTPUT) or ""))


def _answer(aws: Aws, node_id: str) -> Mapping[str, Any]:
    """Ask for the latest output, which is only to be had of some types of instances.

    Others give the one after their last start.
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html
    """
    try:
        return aws.call("ec2", "GetConsoleOutput", InstanceId=node_id, Latest=True)
    except CallFailed as failure:
        if failure.why is not Why.FAILED:
            raise
        return aws.call("ec2", "GetConsoleOutput", InstanceId=node_id)
