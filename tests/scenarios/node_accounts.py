"""Accounts whose machines, agents and systems are well in every shape, or broken in one place."""

from __future__ import annotations

from support.scenario import BLOCKED, DEGRADED, READY, Scenario
from support.town import Town

from ssmwizard.demo.node import TIER_SETTING
from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.machines import BROKE, Past

GREEN = ("node.running", "node.connected", "agent.version", "os.supported")


def windows(town: Town) -> None:
    town.node(town.private(), systems.WINDOWS_2022)


def mac(town: Town) -> None:
    town.node(town.private(), systems.MACOS)


def red_hat(town: Town) -> None:
    town.node(town.private(), systems.RHEL_9)


def just_new_enough(town: Town) -> None:
    """The oldest agent that serves every feature asked for on the table of features."""
    town.node(town.private(), agent="3.1.1188.0")


def stopped(town: Town) -> None:
    town.node(town.private(), past=Past(managed=True, stopped=True))


def terminated(town: Town) -> None:
    node = town.node(town.private(), past=BROKE)
    town.record("instances", node)["State"] = {"Code": 48, "Name": "terminated"}


def agent_stopped(town: Town) -> None:
    node = town.node(town.private(), past=BROKE)
    town.record("nodes", node)["AgentRunning"] = False


def agent_never_installed(town: Town) -> None:
    node = town.node(town.private())
    town.record("nodes", node)["AgentRunning"] = False


def no_metadata(town: Town) -> None:
    town.node(town.private(), metadata=False)


def agent_too_old(town: Town) -> None:
    town.node(town.private(), agent="2.3.50.0")


def old_for_port_forwarding(town: Town) -> None:
    town.node(town.private(), agent="3.0.100.0")


def unlisted_system(town: Town) -> None:
    town.node(town.private(), systems.UBUNTU_1604)


def hybrid_cut_off(town: Town) -> None:
    town.machine(reachable=False)


def tier_needed(town: Town) -> None:
    """The service refuses sessions on machines outside EC2 for their tier."""
    town.world["tier_needed"] = True
    town.machine()


def tier_advanced(town: Town) -> None:
    town.world["tier_needed"] = True
    town.setting(TIER_SETTING, "advanced")
    town.machine()


def tier_gone(town: Town) -> None:
    town.world["settings_gone"] = [TIER_SETTING]
    town.machine()


def nothing(town: Town) -> None:
    town.node(town.private(), name="another")


ACCOUNTS = (
    Scenario("windows", windows, READY, green=GREEN),
    Scenario("mac", mac, READY, green=GREEN),
    Scenario("red-hat", red_hat, READY, green=GREEN),
    Scenario("outdated", just_new_enough, READY, green=GREEN, warned=("agent.current",)),
    Scenario(
        "unlisted-system",
        unlisted_system,
        READY,
        green=("node.connected", "agent.version"),
        warned=("os.supported",),
    ),
    Scenario(
        "port-forwarding",
        old_for_port_forwarding,
        DEGRADED,
        ("agent.features",),
        "port forwarding",
        green=GREEN,
        warned=("agent.current",),
        features=frozenset({"shell", "port-forwarding"}),
    ),
    Scenario("stopped", stopped, BLOCKED, ("node.running",), "stopped"),
    Scenario("terminated", terminated, BLOCKED, ("node.running",), "terminated"),
    Scenario(
        "agent-stopped",
        agent_stopped,
        BLOCKED,
        ("node.online",),
        "stopped reporting",
        green=("node.running", "role.permissions", "network.route"),
    ),
    Scenario(
        "agent-never-installed",
        agent_never_installed,
        BLOCKED,
        ("node.registered",),
        "amazon-ssm-agent",
        green=("node.running", "role.permissions", "network.route"),
    ),
    Scenario("no-metadata", no_metadata, BLOCKED, ("imds.enabled",), "metadata"),
    Scenario("agent-too-old", agent_too_old, BLOCKED, ("agent.version",), "2.3.68.0"),
    Scenario("hybrid-cut-off", hybrid_cut_off, BLOCKED, ("node.online",), "stopped reporting"),
    Scenario(
        "tier-refused",
        tier_needed,
        BLOCKED,
        ("account.instance-tier",),
        "advanced-instances tier",
        green=("node.registered", "role.permissions"),
        sessions=True,
    ),
    Scenario(
        "tier-advanced",
        tier_advanced,
        READY,
        green=("account.instance-tier", "node.connected"),
        sessions=True,
    ),
    Scenario("tier-gone", tier_gone, READY, green=("account.instance-tier",)),
    Scenario(
        "nobody-there",
        nothing,
        BLOCKED,
        ("node.exists",),
        "i-0aaaaaaaaaaaaaaaa",
        node="i-0aaaaaaaaaaaaaaaa",
    ),
)
