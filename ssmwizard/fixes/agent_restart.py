"""Restarts SSM Agent on nodes that report but have no channel for sessions."""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes.agent import LOOK_SECONDS, SECONDS
from ssmwizard.fixes.commands import (
    LINUX,
    MACOS,
    WINDOWS,
    cost,
    document,
    follow,
    rights,
    script_call,
    sent,
)
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, one_for_all
from ssmwizard.fixes.ground import ONLINE, grouped, ids, managed, partition
from ssmwizard.fixes.waves import Wave, counted, in_waves, waves
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import Change, Plan, Risk, Wait
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, text

ID = "node.restart-agent"
NOT_CONNECTED = "notconnected"
# The agent first reports how the command ended.
_LATER = "sleep 15"
_UNIX = "nohup sh -c '{later}; {restart}' >/dev/null 2>&1 &"
# What restarts the agent, as a package, as the snap of Ubuntu, and without systemd.
# https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-status-and-restart.html
RESTARTS = {
    LINUX: "systemctl restart amazon-ssm-agent || systemctl restart snap.amazon-ssm-agent.amazon-ssm-agent || restart amazon-ssm-agent",
    MACOS: "launchctl kickstart -k system/com.amazon.aws.ssm",
    WINDOWS: "Restart-Service AmazonSSMAgent -Force",
}
SCRIPTS = {
    LINUX: _UNIX.format(later=_LATER, restart=RESTARTS[LINUX]),
    MACOS: _UNIX.format(later=_LATER, restart=RESTARTS[MACOS]),
    # Made by the system and not by the agent, it lives on when the agent stops.
    WINDOWS: "Invoke-CimMethod -ClassName Win32_Process -MethodName Create -Arguments "
    "@{CommandLine = 'powershell.exe -NoProfile -NonInteractive -Command \"Start-Sleep -Seconds 15; "
    f"{RESTARTS[WINDOWS]}\"'}} | Out-Null",
}


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one restart for all nodes that need it; say of each other node why not."""
    return one_for_all(ID, nodes, partial(_plan, snapshot))


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    partition(snapshot)
    calls = waves(grouped(nodes, _system).values())
    requirements = snapshot.requirements
    minutes = requirements.number("time.heartbeat-minutes")
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=tuple(_change(snapshot, wave) for wave in calls),
        risk=Risk.DISRUPTIVE,
        cost=cost(snapshot, nodes),
        wait=Wait(
            text(N_("Each agent restarts 15 seconds after the command, and opens its channel.")),
            every=LOOK_SECONDS,
            at_most=int(minutes * SECONDS),
        ),
        verifies=("node.connected", "node.online"),
        affects=(
            text(N_("Nodes whose agent restarts: {count}."), count=len(nodes)),
            *in_waves(calls),
        ),
        warnings=(
            text(
                N_(
                    "What the agents are running ends: sessions, commands and associations. Nothing else on the nodes is touched."
                )
            ),
            text(
                N_(
                    "That the command was sent does not tell that the agent came back; that is looked at afterwards. Have another way to the machine at hand."
                )
            ),
        ),
        undoing=text(
            N_("A restart cannot be taken back, and leaves nothing that would have to be.")
        ),
        cost_docs="systems-manager-pricing",
        docs=("ssm-agent-status-and-restart", "run-command"),
    )


def _system(node: NodeFacts) -> str:
    """Return the platform in small letters; raises :class:`CannotPlan` where none is to restart."""
    known = managed(node)
    system = known.platform_type.casefold()
    if node.connected:
        said = N_("The channel of {node} is open; its agent needs no restart.")
        raise CannotPlan(text(said, node=node.id), nothing_to_do=True)
    if system not in RESTARTS:
        said = N_("{node} does not tell a system on which it is known how to restart the agent.")
        raise CannotPlan(text(said, node=node.id))
    if known.ping != ONLINE:
        said = N_(
            "{node} is not online, so no command reaches it. Restart the agent on the machine, as its administrator: {command}"
        )
        raise CannotPlan(text(said, node=node.id, command=RESTARTS[system]))
    status = node.connection.require()
    if status != NOT_CONNECTED:
        said = N_(
            "Systems Manager says {status} of the channel of {node}, so no restart is planned."
        )
        raise CannotPlan(text(said, status=status or "-", node=node.id))
    return system


def _change(snapshot: Snapshot, wave: Wave) -> Change:
    system = _system(wave.nodes[0])
    name = document(system)
    return Change(
        says=text(N_("Restart the agent on {nodes}."), nodes=counted(wave.nodes)),
        call=script_call(name, wave, (SCRIPTS[system],), f"ssmwizard {ID}"),
        rights=rights(snapshot, name, wave.nodes),
        undo=None,
        trace=sent(ids(wave.nodes), f"ssmwizard {ID}"),
        named_in="Comment",
        follows=follow(wave),
        wave=wave.number,
    )


FIX = Fix(
    id=ID,
    title=text(N_("Restart SSM Agent")),
    says=text(
        N_("Restarts the agent, through Run Command, on nodes that are online without a channel.")
    ),
    heals=("node.connected",),
    plan=plan,
)
