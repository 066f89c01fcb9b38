"""What an account of the demo is made of, to be compared part by part."""

from __future__ import annotations

from typing import Any

# What time and every change leave behind: no part of what an account is made of.
TRACES = {
    *("due", "serial", "revision", "judged", "faults", "keys"),
    *("commands", "invocations", "executions", "sessions"),
    *("LastPingDateTime", "LaunchTime", "RegistrationDate", "Online", "Connected", "Aim"),
    *("LastModifiedDate", "LastModifiedUser", "Before", "After", "Status"),
    *("StateTransitionReason", "UpdateDate", "Progress", "Detail"),
}
# What an agent that was updated on a schedule keeps, as the plan says.
KEPT = {"agent.auto-update": {"AgentVersion"}}


def made_of(world: Any, without: set[str]) -> Any:
    """What an account is made of; what is as AWS has it from the first is not written down."""
    if isinstance(world, dict):
        if world.get("Users") == ["root"]:
            world = {**world, "Users": None}
        if "settings" in world:
            kept = {
                name: one
                for name, one in world["settings"].items()
                if one["SettingValue"] not in {"$None", "standard"}
            }
            world = {**world, "settings": kept}
        return {
            name: made_of(one, without)
            for name, one in world.items()
            if name not in without and one not in (None, {})
        }
    return [made_of(one, without) for one in world] if isinstance(world, list) else world
