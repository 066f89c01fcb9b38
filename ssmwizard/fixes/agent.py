"""Fixes of SSM Agent."""

from __future__ import annotations

from functools import partial

from ssmwizard.fixes.commands import cost, follow, rights, send, sent, still_online
from ssmwizard.fixes.fix import CannotPlan, Fix, Nodes, Plans, one_for_all
from ssmwizard.fixes.ground import (
    ONLINE,
    grouped,
    ids,
    managed,
)
from ssmwizard.fixes.waves import Wave, counted, in_waves, waves
from ssmwizard.model.node import NodeFacts
from ssmwizard.model.plans import (
    Call,
    Change,
    Plan,
    Right,
    Risk,
    Undo,
    Wait,
)
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.systems import at_least, numbers
from ssmwizard.model.text import N_, text

ID = "agent.update"
DOCUMENT = "AWS-UpdateSSMAgent"
COMMENT = f"ssmwizard {ID}"
LOOK_SECONDS = 10
SECONDS = 60


def plan(snapshot: Snapshot, nodes: Nodes) -> Plans:
    """Plan one update for all nodes that are online and outdated; say of each other why not."""
    return one_for_all(ID, nodes, partial(_plan, snapshot))


def _plan(snapshot: Snapshot, nodes: Nodes) -> Plan:
    for node in nodes:
        _check(snapshot, node)
    requirements = snapshot.requirements
    calls = waves(grouped(nodes, _version).values())
    minutes = requirements.number("time.registration-minutes")
    minutes += requirements.number("time.heartbeat-minutes")
    return Plan(
        fix=ID,
        title=FIX.title,
        nodes=ids(nodes),
        changes=tuple(_change(snapshot, wave) for wave in calls),
        risk=Risk.DISRUPTIVE,
        cost=cost(snapshot, nodes),
        wait=Wait(
            text(N_("Each agent downloads the new version, restarts and reports again.")),
            every=LOOK_SECONDS,
            at_most=int(minutes * SECONDS),
        ),
        verifies=("agent.version", "agent.features", "agent.current", "node.online"),
        affects=(
            text(N_("Nodes whose agent is replaced: {count}."), count=len(nodes)),
            *in_waves(calls),
        ),
        warnings=(
            text(N_("The agent restarts. Sessions that are open on these nodes end.")),
            text(N_("The nodes must reach Amazon S3 in their Region to download the agent.")),
        ),
        undoing=text(
            N_(
                "Installs the version again that each node had before. The agent restarts once more, and an old version may refuse to be installed. Inspect again afterwards: the command alone does not tell that it worked."
            )
        ),
        cost_docs="systems-manager-pricing",
        docs=("ssm-agent", "run-command"),
    )


def _check(snapshot: Snapshot, node: NodeFacts) -> None:
    known = managed(node)
    if known.ping != ONLINE:
        said = N_("{node} is not online, so no command reaches it. Update the agent on the node.")
        raise CannotPlan(text(said, node=node.id))
    version = numbers(known.agent_version)
    if not version:
        raise CannotPlan(text(N_("{node} does not tell its agent's version."), node=node.id))
    newest = numbers(snapshot.requirements.text("agent.newest-known"))
    if known.is_latest or (known.is_latest is None and at_least(version, newest)):
        said = N_("The agent of {node} is up to date ({version}).")
        reason = text(said, node=node.id, version=known.agent_version)
        raise CannotPlan(reason, nothing_to_do=True)


def _version(node: NodeFacts) -> str:
    return managed(node).agent_version


def _change(snapshot: Snapshot, wave: Wave) -> Change:
    some, version = counted(wave.nodes), _version(wave.nodes[0])
    needed = rights(snapshot, DOCUMENT, wave.nodes)
    said = N_("Replace agent {version} by the newest on {nodes}.")
    back = N_("Install agent {version} again on {nodes}.")
    return Change(
        says=text(said, version=version, nodes=some),
        call=_command(wave, "", "false"),
        rights=needed,
        undo=Undo(
            says=text(back, version=version, nodes=some),
            call=_command(wave, version, "true"),
            rights=(*needed, Right("ssm:DescribeInstanceInformation", "*")),
            expects=still_online(list(ids(wave.nodes))),
        ),
        trace=sent(ids(wave.nodes), COMMENT),
        named_in="Comment",
        follows=follow(wave),
        wave=wave.number,
    )


def _command(wave: Wave, version: str, downgrade: str) -> Call:
    parameters = {"version": [version], "allowDowngrade": [downgrade]}
    return send(DOCUMENT, wave, parameters, COMMENT)


FIX = Fix(
    id=ID,
    title=text(N_("Update SSM Agent")),
    says=text(
        N_("Has the agents of online nodes replace themselves by the newest, through Run Command.")
    ),
    heals=("agent.version", "agent.features", "agent.current"),
    plan=plan,
)
