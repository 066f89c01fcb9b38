"""Lets time pass in the account: what was begun finishes, nodes react to what changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from ssmwizard.demo import course
from ssmwizard.demo.context import World
from ssmwizard.demo.node import Agents
from ssmwizard.demo.registering import register

NOTICE = 6.0
"""Seconds, at pace 1, until an agent that can report does so. Hours would be believable too."""
LOSE = 4.0
"""Seconds, at pace 1, until the service notices that a node went silent."""


def advance(world: World, now: float) -> None:
    """Brings the account to ``now`` (seconds since 1970), one event after the other."""
    if world["judged"] != world["revision"]:
        _react(world, now)
    while True:
        due = [event for event in world["due"] if event["at"] <= now]
        if not due:
            return
        at = min(float(event["at"]) for event in due)
        happening = [event for event in due if event["at"] == at]
        world["due"] = [event for event in world["due"] if event["at"] != at]
        for event in happening:
            if event["what"] == "command":
                _look_at(world, event["region"], course.moves(world, event), at)
            else:
                _HAPPENS[event["what"]](world, event)
                world["revision"] += 1
        if world["judged"] != world["revision"]:
            _react(world, at)


def settle(world: World, now: float) -> None:
    """Every node does at once what it can: the state a long quiet time would lead to."""
    pace, world["pace"] = world["pace"], 0.0
    world["revision"] += 1
    advance(world, now)
    world["pace"] = pace


def _react(world: World, now: float) -> None:
    """Every agent looks at the account anew, and begins to do what it can."""
    world["judged"] = world["revision"]
    for name in list(world["regions"]):
        region = world["regions"][name]
        if not region["nodes"]:
            continue
        _look_at(world, name, region["nodes"], now)


def _look_at(world: World, name: str, wanted: Collection[str], now: float) -> None:
    """Some agents of a Region look at the account anew, and begin to do what they can."""
    if not wanted:
        return
    agents = Agents(world, name)
    nodes = world["regions"][name]["nodes"]
    for node in [nodes[one] for one in wanted]:
        does = agents.behaviour(node)
        aim = [does.online, does.connected]
        if aim == node["Aim"]:
            continue
        node["Aim"] = aim
        delay = NOTICE if does.online and not node["Online"] else LOSE
        world["due"].append(
            {
                "at": now + delay * world["pace"],
                "what": "node",
                "region": name,
                "node": node["InstanceId"],
                "aim": aim,
            }
        )


def _node_changes(world: World, event: Mapping[str, Any]) -> None:
    node = world["regions"][event["region"]]["nodes"].get(event["node"])
    if node is None or node["Aim"] != event["aim"]:
        return
    online, connected = event["aim"]
    if node["Online"] and not online:
        node["LastPingDateTime"] = event["at"]
    if online and not node["RegistrationDate"]:
        node["RegistrationDate"] = event["at"]
    node["Online"], node["Connected"] = online, connected


def _instance_changes(world: World, event: Mapping[str, Any]) -> None:
    region = world["regions"][event["region"]]
    instance = region["instances"][event["instance"]]
    if instance["State"]["Name"] != event["from"]:
        return
    instance["State"] = dict(event["to"])
    if event["to"]["Name"] == "stopped":
        instance.pop("PublicIpAddress", None)
        instance["PublicDnsName"] = ""
        for card in instance["NetworkInterfaces"]:
            card.pop("Association", None)


def _association_settles(world: World, event: Mapping[str, Any]) -> None:
    associations = world["regions"][event["region"]]["associations"]
    association = associations.get(event["association"])
    if association is None:
        return
    if event["to"] == "disassociated":
        del associations[event["association"]]
    elif association["State"] == "associating":
        association["State"] = event["to"]


def _endpoint_moves(world: World, event: Mapping[str, Any]) -> None:
    region = world["regions"][event["region"]]
    endpoint = region["endpoints"].get(event["endpoint"])
    if endpoint is None:
        return
    if event["to"] == "deleted":
        for card in endpoint["NetworkInterfaceIds"]:
            region["interfaces"].pop(card, None)
        del region["endpoints"][event["endpoint"]]
    elif endpoint["State"] == "pending":
        endpoint["State"] = event["to"]


def _setting_settles(world: World, event: Mapping[str, Any]) -> None:
    setting = world["regions"][event["region"]]["settings"].get(event["setting"])
    if setting is not None and setting["Status"] == "PendingUpdate":
        setting["Status"] = setting["After"]


_HAPPENS: dict[str, Callable[[World, Mapping[str, Any]], None]] = {
    "node": _node_changes,
    "instance": _instance_changes,
    "association": _association_settles,
    "endpoint": _endpoint_moves,
    "setting": _setting_settles,
    "machine": register,
}
