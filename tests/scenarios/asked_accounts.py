"""Accounts in which only the node knows what is wrong, and is asked; one line of its answer decides."""

from __future__ import annotations

from typing import Any

from support.scenario import BLOCKED, READY, Scenario
from support.town import Town

from ssmwizard.demo.scenarios import systems
from ssmwizard.demo.scenarios.session_resources import preferences
from ssmwizard.demo.scenarios.systems import AMAZON_2023, System

ASKED = {"ask_nodes": True}
GREEN = ("node.connected", "os.supported", "agent.version")
CONTROLLER = {"DomainRole": "5"}


def asked(town: Town, system: System = AMAZON_2023, **inside: Any) -> None:
    """A machine in which ``inside`` is so; nothing outside it tells."""
    node = town.node(town.private(), system)
    town.record("nodes", node).update(inside)


def linux(town: Town) -> None:
    asked(town)


def mac(town: Town) -> None:
    asked(town, systems.MACOS)


def windows(town: Town) -> None:
    asked(town, systems.WINDOWS_2022)


def controller(town: Town) -> None:
    asked(town, systems.WINDOWS_2022, **CONTROLLER)


def controller_with_account(town: Town) -> None:
    asked(town, systems.WINDOWS_2022, Users=["ssm-user"], **CONTROLLER)


def nano_server(town: Town) -> None:
    asked(town, systems.WINDOWS_2019, SystemSku="143")


def run_as(town: Town, *users: str) -> None:
    preferences(town.builder, runAsEnabled=True, runAsDefaultUser="deploy")
    asked(town, Users=["root", *users])


def run_as_missing(town: Town) -> None:
    run_as(town)


def run_as_there(town: Town) -> None:
    run_as(town, "deploy")


def firewall(town: Town) -> None:
    """A firewall on the machine that no call of AWS can see."""
    asked(town, Unreachable=["ssmmessages"])


def informative(town: Town) -> None:
    """Services that sessions do not need are out of reach."""
    asked(town, Unreachable=["ec2messages", "s3", "kms", "logs", "monitoring"])


def full(town: Town) -> None:
    asked(town, DiskFreeKib=0)


def filling(town: Town) -> None:
    asked(town, DiskFreeKib=900)


ACCOUNTS = (
    Scenario("asked-linux", linux, READY, green=(*GREEN, "os.ssm-user"), wish=ASKED),
    Scenario("asked-mac", mac, READY, green=GREEN, wish=ASKED),
    Scenario("asked-windows", windows, READY, green=(*GREEN, "os.ssm-user"), wish=ASKED),
    Scenario(
        "domain-controller",
        controller,
        BLOCKED,
        ("os.ssm-user",),
        "domain controller",
        green=GREEN,
        wish=ASKED,
    ),
    Scenario("domain-controller-not-asked", controller, READY, green=GREEN),
    Scenario(
        "domain-controller-with-account",
        controller_with_account,
        READY,
        green=(*GREEN, "os.ssm-user"),
        wish=ASKED,
    ),
    Scenario("nano-server", nano_server, BLOCKED, ("os.supported",), "Nano", wish=ASKED),
    Scenario(
        "run-as-missing", run_as_missing, READY, green=GREEN, warned=("os.ssm-user",), wish=ASKED
    ),
    Scenario("run-as-there", run_as_there, READY, green=(*GREEN, "os.ssm-user"), wish=ASKED),
    Scenario(
        "firewall-on-the-machine",
        firewall,
        BLOCKED,
        ("node.connected",),
        "is not reachable",
        green=("node.online", "network.route", "role.permissions"),
        wish=ASKED,
    ),
    Scenario("firewall-elsewhere", informative, READY, green=GREEN, wish=ASKED),
    Scenario(
        "disk-full",
        full,
        READY,
        green=("node.connected",),
        warned=("node.online",),
        unknown=("os.ssm-user",),
        wish=ASKED,
    ),
    Scenario("disk-filling", filling, READY, warned=("node.online",), wish=ASKED),
)
