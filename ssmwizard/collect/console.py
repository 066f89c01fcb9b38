"""The console output of EC2 instances, asked for only when the operator wishes it."""

from __future__ import annotations

from ssmwizard.collect.asking import known
from ssmwizard.model.facts import Fact, Why
from ssmwizard.outside.calls import Aws, CallFailed
from ssmwizard.outside.console import CALL, OUTPUT, telling


def lines(aws: Aws, node_id: str) -> Fact[tuple[str, ...]]:
    """Return the telling lines of an instance's console, none where it shows nothing.

    The latest output is only to be had of some types of instances; others give the one after their
    last start.
    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html
    """

    def question() -> tuple[str, ...]:
        try:
            told = aws.call("ec2", "GetConsoleOutput", InstanceId=node_id, Latest=True)
        except CallFailed as failure:
            if failure.why is not Why.FAILED:
                raise
            told = aws.call("ec2", "GetConsoleOutput", InstanceId=node_id)
        return telling(str(told.get(OUTPUT) or ""))

    return known(aws, CALL, question)
