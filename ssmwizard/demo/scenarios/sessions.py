"""Machines that are all well: what breaks their sessions is what the session preferences ask for.

In the main Region sessions are encrypted and logged, and not every role and subnet is up to that.
In the second Region the preferences themselves are broken.
"""

from __future__ import annotations

from dataclasses import replace

from ssmwizard.demo.advance import settle
from ssmwizard.demo.context import World
from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.entities import MANAGED, Entities, allow
from ssmwizard.demo.scenarios.machines import MachineBuilder, Place
from ssmwizard.demo.scenarios.rules import ANYWHERE, EVERYTHING, https
from ssmwizard.demo.scenarios.session_resources import bucket, key, log_group, preferences
from ssmwizard.demo.world import new_world

OLD_AGENT = "2.3.68.0"
"""Knows sessions, and not their encryption."""
GROUP = "/atelier/sessions"


def build(now: float, pace: float) -> World:
    """The account; all its machines are connected."""
    world = new_world(now, pace=pace)
    world["tier_needed"] = False
    world["checks_take"] = 90.0
    entities = Entities(world)
    entities.callers()
    _main(MachineBuilder(world, world["main_region"]), entities)
    _second(MachineBuilder(world, world["second_region"]))
    settle(world, now)
    return world


def _main(region: MachineBuilder, entities: Entities) -> None:
    secret = key(region)
    logs = bucket(region, "atelier-session-logs", algorithm="aws:kms", encryption_key=secret)
    preferences(
        region,
        kmsKeyId=secret,
        s3BucketName=logs,
        s3KeyPrefix="sessions",
        s3EncryptionEnabled=True,
        cloudWatchLogGroupName=log_group(region, GROUP, secret),
        cloudWatchEncryptionEnabled=True,
        cloudWatchStreamingEnabled=True,
        runAsEnabled=False,
        runAsDefaultUser="",
        idleSessionTimeout="20",
    )
    extras = allow(
        "kms:Decrypt", "kms:GenerateDataKey",
        "s3:PutObject", "s3:GetEncryptionConfiguration",
        "logs:CreateLogStream", "logs:PutLogEvents",
        "logs:DescribeLogGroups", "logs:DescribeLogStreams",
    )  # fmt: skip
    full = entities.role("SessionServers", attached=(MANAGED,), inline={"sessions": extras})
    entities.profile("session-servers", full)
    entities.profile("plain-servers", entities.role("PlainServers"))
    well = _ground(region, "atelier", "session-servers")
    region.instance("web-01", systems.AMAZON_2023, well)
    region.instance("web-02", systems.WINDOWS_2022, well)
    region.instance("plain-01", systems.UBUNTU_2404, replace(well, profile="plain-servers"))
    region.instance("old-01", systems.AMAZON_2, well, agent=OLD_AGENT)
    subnet = region.subnet(region.state["subnets"][well.subnet]["VpcId"], "closed", "10.20.20.0/24")
    _closed(region, replace(well, subnet=subnet))


def _closed(region: MachineBuilder, place: Place) -> None:
    """Private endpoints for what every session needs, and none for the key and the logs."""
    vpc = region.state["subnets"][place.subnet]["VpcId"]
    region.table(vpc, "closed", subnets=(place.subnet,))
    guard = region.group(vpc, "endpoints", ingress=[https("10.20.0.0/16")])
    for service in ("ssm", "ssmmessages"):
        region.endpoint(vpc, service, (place.subnet,), (guard,))
    region.instance("vault-01", systems.RHEL_9, place)


def _second(region: MachineBuilder) -> None:
    secret = key(region, KeyState="PendingDeletion", Enabled=False)
    preferences(
        region,
        kmsKeyId=secret,
        s3BucketName="atelier-session-logs-gone",
        s3EncryptionEnabled=False,
        cloudWatchLogGroupName="/atelier/sessions-gone",
        cloudWatchEncryptionEnabled=True,
        cloudWatchStreamingEnabled=True,
        runAsEnabled=True,
        runAsDefaultUser="root",
        idleSessionTimeout="90",
        maxSessionDuration="60",
    )
    region.instance("web-de-01", systems.AMAZON_2023, _ground(region, "de", "session-servers"))


def _ground(region: MachineBuilder, name: str, profile: str) -> Place:
    """A subnet behind a NAT gateway."""
    vpc = region.vpc(name, "10.20.0.0/16")
    igw = region.igw(vpc, f"{name}-igw")
    public = region.subnet(vpc, f"{name}-public-a", "10.20.0.0/24", public=True)
    region.table(vpc, f"{name}-public", subnets=(public,), igw=igw)
    private = region.subnet(vpc, f"{name}-app-a", "10.20.10.0/24")
    region.table(vpc, f"{name}-private", subnets=(private,), nat=region.nat(vpc, public, name))
    group = region.group(vpc, "web", ingress=[https(ANYWHERE)], egress=[EVERYTHING])
    return Place(private, (group,), profile)
