"""What an agent manages to do, computed from the state of the account.

An agent that gets credentials, may call ``ssm:UpdateInstanceInformation`` and reaches ``ssm``
is online; one that may also open the control channel and reaches ``ssmmessages`` is connected.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ssmwizard.demo.context import World, region_state
from ssmwizard.demo.network import Network, Site
from ssmwizard.demo.patterns import Keys
from ssmwizard.demo.policy import judge, policies_of, trusts
from ssmwizard.demo.resource_policy import permits

PING = "ssm:UpdateInstanceInformation"
CHANNEL = (
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
)
DEFAULT_ROLE_SETTING = "/ssm/managed-instance/default-ec2-instance-management-role"
TIER_SETTING = "/ssm/managed-instance/activation-tier"


WALLED = "a firewall on the machine"


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What the agent manages, and in a few words what stops it."""

    online: bool
    connected: bool
    why: str = ""


def version(text: str) -> tuple[int, ...]:
    """A dotted version as numbers, filled up to four parts."""
    parts = [int(part) for part in text.split(".")]
    return tuple(parts + [0] * (4 - len(parts)))


def site_of(region: Mapping[str, Any], node: Mapping[str, Any]) -> Site | None:
    """Where a node stands in the network of its VPC; a machine outside EC2 stands in none."""
    if node["Kind"] == "hybrid":
        return None
    instance = region["instances"][node["InstanceId"]]
    return Site(
        instance["VpcId"],
        instance["SubnetId"],
        tuple(group["GroupId"] for group in instance["SecurityGroups"]),
        instance["PrivateIpAddress"],
        public="PublicIpAddress" in instance,
    )


def walled(node: Mapping[str, Any], service: str) -> bool:
    """Whether a firewall on the machine itself keeps its agent from a service."""
    return service in node.get("Unreachable", ())


class Agents:
    """The agents of one Region, judged against one state of the account."""

    def __init__(self, world: World, region_name: str) -> None:
        self._world = world
        self._region = region_state(world, region_name)
        self._network = Network(self._region)
        self._name = region_name
        self._rights: dict[str, tuple[bool, bool, bool]] = {}

    def behaviour(self, node: Mapping[str, Any]) -> Behaviour:
        """What this node's agent manages now."""
        if not node["AgentRunning"]:
            return Behaviour(online=False, connected=False, why="the agent does not run")
        if node["Kind"] == "hybrid":
            if not node["Reachable"]:
                return Behaviour(online=False, connected=False, why="the machine is cut off")
            return self._with_role(node, node["IamRole"], "ssm", None)
        instance = self._region["instances"][node["InstanceId"]]
        if instance["State"]["Name"] != "running":
            return Behaviour(online=False, connected=False, why="the instance does not run")
        if instance["MetadataOptions"]["HttpEndpoint"] != "enabled":
            return Behaviour(online=False, connected=False, why="instance metadata is off")
        site = site_of(self._region, node)
        own = self._with_role(node, self._profile_role(instance), "ec2", site)
        if own.online:
            return own
        default = self._default_role(node)
        return self._with_role(node, default, "ssm", site) if default else own

    def role_of(self, node: Mapping[str, Any]) -> str | None:
        """The role whose credentials a node's agent has."""
        if node["Kind"] == "hybrid":
            return str(node["IamRole"])
        serves = self.default_role_serves(node)
        return serves or self._profile_role(self._region["instances"][node["InstanceId"]])

    def default_role_serves(self, node: Mapping[str, Any]) -> str | None:
        """The Default Host Management role a node uses, when its own does not serve."""
        if node["Kind"] == "hybrid":
            return None
        role = self._default_role(node)
        own = self._profile_role(self._region["instances"][node["InstanceId"]])
        if role is None or (own is not None and self._may(own, "ec2", node)[0]):
            return None
        return role

    def _with_role(
        self, node: Mapping[str, Any], role: str | None, service: str, site: Site | None
    ) -> Behaviour:
        if role is None:
            return Behaviour(online=False, connected=False, why="no credentials")
        ping, channel = self._may(role, service, node)
        if not ping:
            return Behaviour(online=False, connected=False, why="the role may not report")
        obstacle = self._obstacle(node, site, "ssm", role, (PING,))
        if obstacle:
            return Behaviour(online=False, connected=False, why=f"ssm: {obstacle}")
        if version(node["AgentVersion"]) < version(self._world["agent"]["session_floor"]):
            return Behaviour(online=True, connected=False, why="the agent is too old")
        if not channel:
            return Behaviour(online=True, connected=False, why="the role may not open channels")
        obstacle = self._obstacle(node, site, "ssmmessages", role, CHANNEL)
        if obstacle:
            return Behaviour(online=True, connected=False, why=f"ssmmessages: {obstacle}")
        if node.get("Stuck"):
            return Behaviour(online=True, connected=False, why="the agent needs a restart")
        return Behaviour(online=True, connected=True)

    def _obstacle(
        self,
        node: Mapping[str, Any],
        site: Site | None,
        service: str,
        role_name: str,
        actions: Iterable[str],
    ) -> str | None:
        """What keeps an agent from a service: its machine, the network, or the endpoint's policy."""
        if walled(node, service):
            return WALLED
        if site is None:
            return None
        obstacle = self._network.obstacle(site, service)
        endpoint = self._network.endpoint(site, service)
        if obstacle or endpoint is None:
            return obstacle
        role = self._world["iam"]["roles"][role_name]
        document = json.loads(endpoint["PolicyDocument"])
        keys = {
            **self._keys(role),
            "aws:sourcevpc": (endpoint["VpcId"],),
            "aws:sourcevpce": (endpoint["VpcEndpointId"],),
        }
        if all(permits(document, role["Arn"], action, "*", keys) for action in actions):
            return None
        return "the policy of the endpoint refuses the call"

    def _profile_role(self, instance: Mapping[str, Any]) -> str | None:
        link = instance.get("IamInstanceProfile")
        if link is None:
            return None
        profile = self._world["iam"]["profiles"].get(link["Arn"].rsplit("/", 1)[-1])
        return profile["Roles"][0] if profile and profile["Roles"] else None

    def _default_role(self, node: Mapping[str, Any]) -> str | None:
        setting = self._region["settings"].get(DEFAULT_ROLE_SETTING)
        if setting is None or "/" not in setting["SettingValue"]:
            return None
        if version(node["AgentVersion"]) < version(self._world["agent"]["default_role_floor"]):
            return None
        return str(setting["SettingValue"]).rsplit("/", 1)[-1]

    def _may(self, role_name: str, service: str, node: Mapping[str, Any]) -> tuple[bool, bool]:
        """Whether a role (assumed by ``service``) may report for this node, and open channels."""
        key = f"{service}/{role_name}"
        if key not in self._rights:
            self._rights[key] = self._judge(role_name, service)
        ping, channel, by_node = self._rights[key]
        return ping or (by_node and self._reports(role_name, node)), channel

    def _judge(self, role_name: str, service: str) -> tuple[bool, bool, bool]:
        """Whether a role may report for any node, open channels, and names single nodes."""
        role = self._world["iam"]["roles"].get(role_name)
        name = f"{service}.{self._world['principal_suffix']}"
        if role is None or not trusts(role, name, self._source(service)):
            return False, False, False
        keys = self._keys(role)

        def may(action: str) -> bool:
            return judge(self._world, role, action, "*", keys).allowed

        by_node = any("instance/" in str(one.document) for one in policies_of(self._world, role))
        return may(PING), all(may(action) for action in CHANNEL), by_node

    def _reports(self, role_name: str, node: Mapping[str, Any]) -> bool:
        world = self._world
        kind = "ssm:{}:{}:managed-" if node["Kind"] == "hybrid" else "ec2:{}:{}:"
        place = kind.format(self._name, world["account"])
        resource = f"arn:{world['partition']}:{place}instance/{node['InstanceId']}"
        role = world["iam"]["roles"][role_name]
        return judge(world, role, PING, resource, self._keys(role)).allowed

    def _source(self, service: str) -> Keys:
        """What Systems Manager tells a trust policy about whom it takes a role for."""
        if service != "ssm":
            return {}
        world, account = self._world, self._world["account"]
        arn = f"arn:{world['partition']}:ssm:{self._name}:{account}:managed-instance/mi-1"
        return {"aws:sourceaccount": (account,), "aws:sourcearn": (arn,)}

    def _keys(self, role: Mapping[str, Any]) -> Keys:
        return {
            "aws:principalarn": (role["Arn"],),
            "aws:principalaccount": (self._world["account"],),
            "aws:requestedregion": (self._name,),
            "aws:securetransport": ("true",),
        }
