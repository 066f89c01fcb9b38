"""How far connections from this computer to AWS get."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from ssmwizard.model.facts import Fact, Known, Source
from ssmwizard.model.partitions import Partition
from ssmwizard.model.way_out import Goal, WayOut
from ssmwizard.outside.calls import Aws, CallFailed
from ssmwizard.outside.computer import Computer
from ssmwizard.resources import partitions

# The plugin's own; no call of the AWS CLI goes there.
CHANNEL = "ssmmessages"
# The plugin, not the AWS CLI, asks for the data key of an encrypted session.
# https://github.com/aws/session-manager-plugin/blob/mainline/src/encryption/kmsservice.go
KEY = "kms"
SERVICES = ("sts", "ssm", CHANNEL)
SECONDS = 6.0


def way(aws: Aws, computer: Computer, service: str, now: datetime) -> Fact[WayOut] | None:
    """Return how far a connection gets; None where it is not known where it would go.

    The service itself tells the plugin where to open its WebSocket. Calls that go to a host of
    somebody's own are answered by who knows what, which tells of who knows which.
    https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_StartSession.html
    """
    try:
        region = aws.region
        partition = partitions().of_region(region)
        if partition is None:
            return None
        address = aws.address("ssm" if service == CHANNEL else service)
        goal = Goal(service, address.url, address.bundle, plugin=service == KEY)
        if service == CHANNEL:
            if not _is_aws(address.url, partition):
                return None
            url = f"https://{partition.host(CHANNEL, region)}"
            goal = Goal(service, url, address.bundle, plugin=True, websocket=True)
        return Known(computer.way_out(goal, SECONDS), Source(f"connect:{service}", now))
    except CallFailed as failure:
        return failure.unknown()


def _is_aws(url: str, partition: Partition) -> bool:
    host = urlsplit(url).hostname or ""
    return host.endswith((f".{partition.suffix}", f".{partition.dual_stack_suffix}"))
